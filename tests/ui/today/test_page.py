"""The first page on a demo shop: rows, a call list, the empty shop."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, OpenWindow

from kartoteka import assemble
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.today.page import TodayPage


@pytest.fixture(scope="module")
def demo_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kartoteka.shop import demo

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assemble.new_book(path, "Бусина", "ru")
    shop = assemble.open_shop(path, today=TODAY)
    try:
        demo.make_demo(shop, clients=200, purchases=2200, today=TODAY)
    finally:
        shop.close()
    return path


@pytest.fixture
def window(open_on: OpenWindow, demo_book: Path, tmp_path: Path) -> MainWindow:
    return open_on(Path(shutil.copyfile(demo_book, tmp_path / "shop.db")))


def page(window: MainWindow) -> TodayPage:
    shown = window.page("today")
    assert isinstance(shown, TodayPage)
    return shown


def test_the_dearest_silence_stands_first(window: MainWindow) -> None:
    table = page(window).table.lazy
    costs = [
        row.quiet.at_risk.minor
        for row in map(table.row_at, range(len(table.ids())))
        if row and row.quiet
    ]

    assert len(costs) > 1
    assert costs == sorted(costs, reverse=True)


def test_enter_on_a_row_opens_the_card(qtbot: QtBot, window: MainWindow) -> None:
    table = page(window).table
    table.setFocus()
    table.setCurrentIndex(table.lazy.index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.open_name == "card", timeout=PATIENCE)


def test_the_chosen_become_a_call_list(qtbot: QtBot, window: MainWindow) -> None:
    today = page(window)
    today.table.lazy.toggle(0)
    today.table.lazy.toggle(1)
    assert "2" in today.call_button.text()

    qtbot.mouseClick(today.call_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(window.notices.texts), timeout=PATIENCE)
    assert today.table.lazy.chosen() == []


def test_the_keyboard_stands_in_the_list_from_the_start(qtbot: QtBot, window: MainWindow) -> None:
    today = page(window)
    assert window.focusWidget() is today.table
    today.table.setCurrentIndex(today.table.lazy.index(0, 1))

    qtbot.keyClick(today.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(today.table.lazy.chosen()) == 1, timeout=PATIENCE)


def test_an_empty_shop_offers_to_add_the_first_client(
    qtbot: QtBot, open_on: OpenWindow, book_path: Path
) -> None:
    window = open_on(book_path)
    today = page(window)

    assert not today.call_button.isVisible()
    assert not today.table.isVisible()
