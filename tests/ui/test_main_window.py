"""The frame: pages, search, keys, undo, language in place."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, Clock, OpenWindow, write

from kartoteka.domain.lists import ClientLine
from kartoteka.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kartoteka.shop.changes import Done


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.desk.is_idle, timeout=PATIENCE)


def test_an_empty_shop_opens_on_today_with_one_thing_to_do(
    open_on: OpenWindow, book_path: Path
) -> None:
    window = open_on(book_path)

    assert window.open_name == "today"
    assert window.open_page.first_focus() is None


def test_a_letter_typed_anywhere_begins_a_search(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page.setFocus()
    write(QApplication.focusWidget() or window, "ц")

    qtbot.waitUntil(lambda: window.search.input.text() == "ц", timeout=PATIENCE)
    write(window.search.input, "в")
    assert window.search.input.text() == "цв"


def names(window: MainWindow) -> list[str]:
    """The clients that were found, without the row that adds one."""
    return [line.name for line in window.search.drop.lines if isinstance(line, ClientLine)]


def test_results_drop_down_while_one_types_and_enter_opens_the_card(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search.begin()
    with qtbot.waitSignal(window.search.answered, timeout=PATIENCE):
        write(window.search.input, "георг")
    assert names(window) == ["Цветелина Георгиева"]

    qtbot.keyClick(window.search.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_name == "card", timeout=PATIENCE)

    assert window.search.input.text() == ""
    assert not window.search.is_dropped


def test_enter_before_the_answer_waits_for_it(qtbot: QtBot, window: MainWindow) -> None:
    window.search.begin()
    write(window.search.input, "петров")
    qtbot.keyClick(window.search.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.open_name == "card", timeout=PATIENCE)


def test_arrows_choose_among_the_results(qtbot: QtBot, window: MainWindow) -> None:
    window.search.begin()
    with qtbot.waitSignal(window.search.answered, timeout=PATIENCE):
        write(window.search.input, "зел")
    first = window.search.drop.current

    qtbot.keyClick(window.search.input, Qt.Key.Key_Down)

    assert window.search.drop.current not in (None, first)


def test_a_search_that_finds_nobody_says_so_and_offers_to_add(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search.begin()
    with qtbot.waitSignal(window.search.answered, timeout=PATIENCE):
        write(window.search.input, "щщщ")

    assert window.search.is_dropped
    assert names(window) == []
    qtbot.keyClick(window.search.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_name == "card", timeout=PATIENCE)
    assert window.windowTitle().startswith("New client")


def test_a_scanned_card_opens_from_any_field_and_leaves_no_trace_in_it(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:
    window.search.begin("мар")
    clock.step = 0.005
    write(window.search.input, "1042")
    qtbot.keyClick(window.search.input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.open_name == "card", timeout=PATIENCE)
    assert "1042" not in window.search.input.text()
    assert window.search.input.text() in ("мар", "")


def test_an_unknown_card_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.scanner.scanned.emit("777777")

    qtbot.waitUntil(lambda: bool(window.notices.texts), timeout=PATIENCE)
    assert "777777" in window.notices.texts[0]


def test_alt_and_a_digit_go_to_a_page_and_esc_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    place = window.rail.order.index("settings") + 1
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.AltModifier)
    assert window.open_name == "settings"
    assert window.rail.buttons["settings"].isChecked()

    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.open_name == "today"


def test_f1_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)

    sheets = [widget for widget in window.findChildren(QDialog) if widget.isVisible()]
    assert len(sheets) == 1
    qtbot.keyClick(sheets[0], Qt.Key.Key_Escape)
    assert not sheets[0].isVisible()


@pytest.mark.parametrize("language", ["ru", "bg"])
def test_the_language_changes_in_place_and_keeps_what_is_typed(
    window: MainWindow, language: str
) -> None:
    window.search.begin("ива")
    before = window.search.input.placeholderText()

    window.choose_language(language)

    assert window.search.input.text() == "ива"
    assert window.speech.language == language
    assert window.search.input.placeholderText() != before


def test_ctrl_z_takes_the_last_deed_back(qtbot: QtBot, window: MainWindow) -> None:
    from kartoteka.shop import settings

    window.desk.change(
        lambda shop: settings.change_settings(shop, {"shop.phone": "02 111 111"}),
        lambda done: window.notices.done("saved", done.changes),
    )
    qtbot.waitUntil(lambda: window.notices.last_undo is not None, timeout=PATIENCE)

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, window)

    seen: list[str] = []
    window.desk.ask(lambda shop: shop.settings.shop.phone, seen.append)
    idle(qtbot, window)
    assert seen == [""]


def test_ctrl_z_passes_over_what_was_taken_back_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    from kartoteka.shop import safety, settings

    def tell(done: "Done[Any]") -> None:
        window.notices.done("saved", done.changes)

    for phone in ("02 1", "02 2"):
        change = {"shop.phone": phone}
        window.desk.change(lambda shop, change=change: settings.change_settings(shop, change), tell)
    idle(qtbot, window)
    newest = window.notices.last_undo
    assert newest is not None
    window.desk.change(lambda shop: safety.undo(shop, newest))
    idle(qtbot, window)

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, window)

    seen: list[str] = []
    window.desk.ask(lambda shop: shop.settings.shop.phone, seen.append)
    idle(qtbot, window)
    assert seen == [""]


def test_ctrl_z_with_nothing_to_undo_says_so(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert len(window.notices.texts) == 1


def test_the_strip_below_counts_the_clients(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: "3" in window.status.clients.text(), timeout=PATIENCE)


def test_a_small_window_keeps_icons_only_on_the_rail(window: MainWindow) -> None:
    window.resize(911, 512)
    assert window.rail.is_narrow
    assert window.rail.buttons["today"].toolTip()

    window.resize(1366, 768)
    assert not window.rail.is_narrow


def test_esc_sends_messages_away_at_once(window: MainWindow) -> None:
    window.notices.say("Saved.")
    window.leave()

    assert window.notices.texts == []
