"""A field from which found things drop down: what is painted, what is not, and who has the keys."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, write

from kartoteka.i18n import Words
from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.chips import ChipText
from kartoteka.ui.widgets.drop_field import DropField
from kartoteka.ui.widgets.drop_list import ROW, DropRow, DropWords

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FRUIT = ("apple", "apricot", "banana", "cherry", "cranberry")


class FruitField(DropField[str]):
    """Finds fruit by fragments."""

    def __init__(self, desk: Desk, speech: Speech, theme: Theme) -> None:
        super().__init__(desk, speech, theme, "F9")
        self.taken: list[tuple[str, str | None]] = []
        self.asked: list[str] = []

    def words(self) -> DropWords[str]:
        return DropWords(_row, lambda _: "Fruit found", lambda _: "No fruit")

    def finder(self, text: str) -> "Callable[[Shop], Sequence[str]]":
        self.asked.append(text)
        return lambda _: [fruit for fruit in FRUIT if text in fruit]

    def take(self, text: str, found: str | None) -> None:
        self.taken.append((text, found))


def _row(words: Words, fruit: str) -> DropRow:
    return DropRow(fruit, ("ripe", "", words.language), ChipText("Fresh", "well"))


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def field(qtbot: QtBot, speech: Speech, theme: Theme) -> Iterator[FruitField]:
    """The field in a window, above a page, with the keyboard in it."""
    desk = Desk(lambda: object())  # type: ignore[arg-type, return-value]
    with qtbot.waitSignal(desk.opened, timeout=PATIENCE):
        desk.start()
    window = QWidget()
    window.resize(600, 500)
    page = QWidget(window)
    page.setObjectName("page")
    page.setGeometry(0, 60, 600, 440)
    field = FruitField(desk, speech, theme)
    field.setParent(window)
    field.setGeometry(20, 10, 300, 42)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(lambda: field.input.hasFocus() and desk.is_idle, timeout=PATIENCE)
    field.asked.clear()
    yield field
    with qtbot.waitSignal(desk.closed, timeout=PATIENCE):
        desk.close()


def typed(qtbot: QtBot, field: FruitField, letters: str) -> None:
    """Type, and wait until the answer is painted."""
    with qtbot.waitSignal(field.answered, timeout=PATIENCE):
        write(field.input, letters)
    for _ in range(3):  # what was laid out asks for another picture
        QApplication.processEvents()


def shown(field: FruitField) -> list[str]:
    return list(field.drop.lines)


def test_what_fits_drops_down_and_the_first_is_chosen(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ap")

    assert field.is_dropped
    assert shown(field) == ["apple", "apricot"]
    assert field.drop.current == "apple"
    assert field.input.hasFocus()


def test_arrows_go_round_and_enter_takes(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ap")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(field.input, key)
    qtbot.keyClick(field.input, Qt.Key.Key_Return)

    assert field.taken == [("ap", "apricot")]


def test_enter_before_the_answer_waits_for_it(qtbot: QtBot, field: FruitField) -> None:
    write(field.input, "ban")
    qtbot.keyClick(field.input, Qt.Key.Key_Return)
    assert field.taken == []

    qtbot.waitUntil(lambda: field.taken == [("ban", "banana")], timeout=PATIENCE)


def test_nothing_found_is_said_and_enter_takes_the_text(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "zz")
    assert field.drop.nothing.isVisible()
    assert not field.drop.list.isVisible()

    qtbot.keyClick(field.input, Qt.Key.Key_Return)
    assert field.taken == [("zz", None)]


def test_escape_empties_the_field_and_closes_the_list(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ap")
    qtbot.keyClick(field.input, Qt.Key.Key_Escape)

    assert not field.is_dropped
    assert field.input.text() == ""


def test_a_click_takes_the_line(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ap")
    qtbot.mouseClick(
        field.drop.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, ROW + ROW // 2)
    )

    assert field.taken == [("ap", "apricot")]


def test_the_list_goes_with_the_focus_and_with_the_field(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ap")
    field.input.clearFocus()
    qtbot.waitUntil(lambda: not field.is_dropped, timeout=PATIENCE)

    field.setFocus()
    typed(qtbot, field, "p")
    assert field.is_dropped
    field.hide()
    assert not field.is_dropped


def test_an_answer_after_the_focus_has_gone_drops_nothing(qtbot: QtBot, field: FruitField) -> None:
    write(field.input, "a")
    field.input.clearFocus()
    with qtbot.waitSignal(field.answered, timeout=PATIENCE):
        pass

    assert not field.is_dropped


def test_a_letter_paints_the_lines_and_not_the_page_beneath(
    qtbot: QtBot, field: FruitField
) -> None:
    typed(qtbot, field, "ap")
    page = field.window().findChild(QWidget, "page")
    assert page is not None
    beneath, lines = Paints(page), Paints(field.drop.list.viewport())

    field.input.clear()
    typed(qtbot, field, "rr")

    assert shown(field) == ["cherry", "cranberry"]
    assert lines.count == 1
    assert beneath.count == 0


def test_a_letter_that_changes_nothing_paints_no_line(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "ba")
    qtbot.keyClick(field.input, Qt.Key.Key_Down)
    lines = Paints(field.drop.list.viewport())

    typed(qtbot, field, "n")

    assert shown(field) == ["banana"]
    assert lines.count == 0


def test_the_list_opens_where_there_is_room(qtbot: QtBot, field: FruitField) -> None:
    typed(qtbot, field, "a")
    assert field.drop.geometry().top() > field.geometry().bottom()
    assert field.drop.height() == 4 * ROW + 16

    field.leave()
    field.move(20, 440)
    typed(qtbot, field, "a")
    assert field.drop.geometry().bottom() < field.geometry().top()


def test_lines_are_told_to_screen_readers_in_the_language_spoken(
    qtbot: QtBot, field: FruitField, speech: Speech
) -> None:
    typed(qtbot, field, "ba")
    model = field.drop.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "banana, ripe, en, Fresh"

    speech.set_language("ru")

    assert model.data(model.index(0, 0), role) == "banana, ripe, ru, Fresh"
    reader = QAccessible.queryAccessibleInterface(field.drop.list)
    assert reader.text(QAccessible.Text.Name) == "Fruit found"


def test_the_focus_warms_the_search_once_and_shows_nothing(
    qtbot: QtBot, speech: Speech, theme: Theme, field: FruitField
) -> None:
    cold = FruitField(field._desk, speech, theme)
    qtbot.addWidget(cold)
    for _ in range(2):
        cold.warm()
    qtbot.waitUntil(lambda: field._desk.is_idle, timeout=PATIENCE)

    assert len(cold.asked) == 1
    assert not cold.is_dropped
