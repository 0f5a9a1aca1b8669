"""The printers of this counter: set, tried, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.clipping import cut_texts, nameless, overlapping
from tests.ui.conftest import OpenWindow, write
from tests.ui.looking import SCREENS
from tests.ui.opening import settle

from kartoteka.shop import strips
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.notices import Toast
from kartoteka.ui.papers import printing as printers
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.settings.page import SettingsPage
from kartoteka.ui.settings.printing import PrintingCard

LONG = "HP LaserJet Professional P1102w Series (copy 2, back office)"


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "printer_names", lambda: ["Canon", LONG])


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went to the strip printer: strips by their width, and kicks."""
    given: list[str] = []
    monkeypatch.setattr(
        strips, "send", lambda strip, address: given.append(f"{strip.image.width} {address}")
    )
    monkeypatch.setattr(strips, "kick", lambda address: given.append(f"kick {address}"))
    return given


@pytest.fixture
def card(qtbot: QtBot, window: MainWindow) -> PrintingCard:
    window.show_page("settings")
    settle(qtbot, window)
    page = window.open_page
    assert isinstance(page, SettingsPage)
    return page.printing


def choose(card: PrintingCard, key: str, value: str) -> None:
    control = card.rows[key].control
    assert isinstance(control, QComboBox)
    control.setCurrentIndex(control.findData(value))
    control.activated.emit(control.currentIndex())


def set_strip(qtbot: QtBot, card: PrintingCard, address: str) -> None:
    field = card.rows["print.strip"].control
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    write(field, address)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_way_is_kept_at_once_and_taken_back(window: MainWindow, card: PrintingCard) -> None:
    choose(card, "print.after_sale", "printer")
    choose(card, "print.printer", LONG)
    choose(card, "print.sides", "by hand")
    ways = window.around.counter.ways
    assert (ways.after_sale, ways.printer, ways.sides) == ("printer", LONG, "by hand")
    window.around.counter.change("print.printer", "")
    assert card.rows["print.printer"].control.value() == ""


def test_a_printer_that_was_taken_away_is_still_named(
    window: MainWindow, card: PrintingCard
) -> None:
    window.around.counter.change("print.printer", "Epson")
    assert card.rows["print.printer"].control.value() == "Epson"


def test_a_wrong_address_is_refused_beside_its_field(
    qtbot: QtBot, window: MainWindow, card: PrintingCard
) -> None:
    assert not card.strip.isEnabled()
    set_strip(qtbot, card, "COM3")
    assert "COM3" in card.rows["print.strip"].note
    assert window.around.counter.ways.strip_printer == ""
    set_strip(qtbot, card, "serial:COM3")
    assert card.rows["print.strip"].note == ""
    assert card.strip.isEnabled()


def test_the_buttons_try_strip_drawer_and_both_sides(
    qtbot: QtBot, window: MainWindow, card: PrintingCard, sent: list[str]
) -> None:
    set_strip(qtbot, card, "dummy")
    choose(card, "print.strip_width", "58")
    card.strip.click()
    settle(qtbot, window)
    assert window.notices.texts[-1] == "Sent to the receipt printer."
    card.drawer.click()
    settle(qtbot, window)
    assert sent == ["384 dummy", "kick dummy"]
    card.turning.click()
    settle(qtbot, window)
    (shown,) = card.findChildren(PreviewDialog)
    assert shown.pages.pages == 2
    shown.reject()


def test_a_printer_that_does_not_answer_is_told(
    qtbot: QtBot, window: MainWindow, card: PrintingCard
) -> None:
    set_strip(qtbot, card, "file:/nowhere/lp0")
    card.strip.click()
    settle(qtbot, window)
    assert "does not answer" in window.notices.texts[-1]
    told = window.findChildren(Toast)[-1].accessibleDescription()
    assert "saved" not in told  # nothing was sold


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_card_is_drawn_whole(
    qtbot: QtBot, open_on: OpenWindow, book_of_three: Path, language: str, look: str
) -> None:
    window = open_on(book_of_three, language=language, mode=look)
    window.around.counter.change("print.printer", LONG)
    window.around.counter.change("print.strip", "network:192.168.100.200:9100")
    window.show_page("settings", setting="print.strip")
    SCREENS.mkdir(parents=True, exist_ok=True)
    found: list[str] = []
    for name, size in (("1366x768", (1366, 768)), ("150", (911, 512))):
        window.resize(*size)
        settle(qtbot, window)
        page = window.open_page
        assert isinstance(page, SettingsPage)
        QApplication.processEvents()
        page._area.ensureWidgetVisible(page.printing)
        assert page._area.horizontalScrollBar().maximum() == 0
        picture = f"settings-printing_{language}_{look}_{name}"
        window.grab().save(str(SCREENS / f"{picture}.png"))
        card = page.printing
        card.grab().save(str(SCREENS / f"{picture}_card.png"))
        found += [*cut_texts(card), *overlapping(card), *nameless(card)]
    assert found == []
