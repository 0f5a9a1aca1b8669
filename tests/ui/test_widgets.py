"""Small pieces: the rhythm bar, the line of visits, chips, labels that end in dots."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kartoteka.domain.rhythm import State
from kartoteka.i18n import Words
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.card_frame import ElidedLabel, WrappedLabel
from kartoteka.ui.widgets.chips import Chip
from kartoteka.ui.widgets.rhythm_bar import COLOURS, RhythmBar, RhythmMark
from kartoteka.ui.widgets.visit_line import Dot, VisitLine, VisitStory

TODAY = date(2026, 11, 21)


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize(
    ("times", "state"),
    [
        (0.5, State.ACTIVE),
        (1.6, State.DUE),
        (2.4, State.COOLING),
        (3.3, State.QUIET),
        (40.0, State.LOST),
    ],
)
def test_the_rhythm_bar_takes_the_colour_of_the_state(
    qtbot: QtBot, theme: Theme, times: float, state: State
) -> None:
    bar = RhythmBar(theme)
    qtbot.addWidget(bar)
    bar.resize(210, 34)

    bar.show_mark(RhythmMark(times, state), "usually every 12 days, silent for 41")

    assert theme.color(COLOURS[state]).name() in colours(bar)
    assert bar.accessibleName() == "usually every 12 days, silent for 41"


def test_a_bar_without_visits_is_an_empty_ruler(qtbot: QtBot, theme: Theme) -> None:
    bar = RhythmBar(theme)
    qtbot.addWidget(bar)
    bar.resize(210, 34)

    bar.show_mark(RhythmMark(None, State.NONE), "no visits yet")

    assert theme.color("well").name() not in colours(bar)
    assert theme.color("track").name() in colours(bar)


def story(visits: int, state: State, silent: int) -> VisitStory:
    last = TODAY - timedelta(days=silent)
    dots = tuple(Dot(last - timedelta(days=14 * back), 1000 + back) for back in range(visits))
    return VisitStory(dots[::-1], TODAY, state, last + timedelta(days=43))


@pytest.mark.parametrize("visits", [1, 2, 400])
def test_the_line_of_visits_draws_any_number_of_them(
    qtbot: QtBot, theme: Theme, visits: int
) -> None:
    line = VisitLine(theme)
    qtbot.addWidget(line)
    line.resize(500, 66)

    line.show_story(story(visits, State.QUIET, 43), Words("bg"), "silent for 43 days")

    assert theme.color("alarm").name() in colours(line)
    assert line.accessibleName() == "silent for 43 days"


def test_a_visit_today_has_no_silence(qtbot: QtBot, theme: Theme) -> None:
    line = VisitLine(theme)
    qtbot.addWidget(line)
    line.resize(500, 66)

    line.show_story(story(5, State.ACTIVE, 0), Words("en"), "came today")

    assert theme.color("alarm").name() not in colours(line)


def test_a_label_without_room_ends_in_dots_and_says_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Александрина-Константина Хаджиконстантинова-Паскалева")
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 20)
    assert label.toolTip() == label.text()

    label.resize(900, 20)
    assert label.toolTip() == ""


def test_a_wrapped_label_takes_the_height_its_words_need(qtbot: QtBot) -> None:
    label = WrappedLabel("one two three four five six seven eight nine ten " * 3)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 10)

    assert label.minimumHeight() >= label.heightForWidth(120)


def test_a_chip_that_is_cut_tells_all_in_its_tooltip(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "любит зелёный и всё, что на него похоже", "note")
    qtbot.addWidget(chip)
    chip.resize(90, 23)
    chip.grab()

    assert chip.toolTip() == chip.text
    assert chip.accessibleName() == chip.text
