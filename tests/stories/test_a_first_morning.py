"""A first morning, from a computer without any shop, by keys only: questions, sale, PDF."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, Clock, close, write
from tests.ui.opening import settle

from kartoteka.shop import Shop, clients, sales
from kartoteka.ui.app import Program, application
from kartoteka.ui.first_start.window import FirstStartWindow
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.preferences import PreferencesFile
from kartoteka.ui.till.page import TillPage

FEW = 12
"""Control keys up to the first sale; letters and figures are not counted."""


class Hands:
    """Types and presses keys where the keyboard is, as a person does, and counts the keys."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.keys = 0

    @property
    def place(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        self._qtbot.keyClick(self.place, key, modifier)

    def type(self, text: str) -> None:
        write(self.place, text)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program as it is started the very first time; nothing is remembered of before."""
    app = application()
    app.setQuitOnLastWindowClosed(False)
    kept = PreferencesFile(tmp_path / "config" / "window.json")
    program = Program(app, kept, language="bg", today=TODAY, clock=Clock())
    program.calm = True
    yield program
    if isinstance(program.window, MainWindow):
        close(qtbot, program.window)
    app.setQuitOnLastWindowClosed(True)


def test_a_first_morning_by_keys_only(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    hands = Hands(qtbot)
    program.open_book(tmp_path / "data" / "kartoteka.db")
    qtbot.waitUntil(lambda: isinstance(program.window, FirstStartWindow), timeout=PATIENCE)
    first = program.window
    assert isinstance(first, FirstStartWindow)
    qtbot.waitUntil(first.name.hasFocus, timeout=PATIENCE)

    hands.type("Работилница Ела")

    hands.press(Qt.Key.Key_Tab)
    hands.type("0888 123 456")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(first.ways["sell"].hasFocus, timeout=PATIENCE)
    hands.press(Qt.Key.Key_Tab)
    assert first.ways["client"].hasFocus()
    hands.press(Qt.Key.Key_Return)
    window = card_of(qtbot, program)

    hands.type("Цветелина")
    hands.press(Qt.Key.Key_Return)
    settle(qtbot, window)
    hands.press(Qt.Key.Key_F2)
    settle(qtbot, window)
    till = window.open_page
    assert isinstance(till, TillPage)
    if till.presenter is None or till.presenter.basket.client is None:
        hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        hands.type("цвет")
        settle(qtbot, window)
        hands.press(Qt.Key.Key_Return)
        settle(qtbot, window)
    if QApplication.focusWidget() is not till.field.input:
        hands.press(Qt.Key.Key_F3)
    hands.type("Гривна 25")
    settle(qtbot, window)
    hands.press(Qt.Key.Key_Return)
    settle(qtbot, window)
    hands.press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert told(qtbot, window) == (1, ["Цветелина"])
    assert hands.keys <= FEW

    keep_the_receipt(qtbot, window, hands, tmp_path)


def keep_the_receipt(qtbot: QtBot, window: MainWindow, hands: Hands, folder: Path) -> None:
    """The preview came by itself: keep its PDF and close it."""
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog), timeout=PATIENCE
    )
    hands.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
    (pdf,) = folder.rglob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")


def card_of(qtbot: QtBot, program: Program) -> MainWindow:
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and program.window.open_name == "card",
        timeout=PATIENCE,
    )
    window = program.window
    assert isinstance(window, MainWindow)
    window.activateWindow()
    settle(qtbot, window)
    return window


def told(qtbot: QtBot, window: MainWindow) -> tuple[int, list[str]]:
    """How many sales that stand the book has, and whose cards."""
    seen: list[tuple[int, list[str]]] = []

    def read(shop: Shop) -> tuple[int, list[str]]:
        return len(sales.purchases(shop, 1)), [clients.client(shop, 1).given]

    window.desk.ask(read, seen.append)
    settle(qtbot, window)
    return seen[-1]
