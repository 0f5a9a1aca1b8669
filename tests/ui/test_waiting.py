"""A book that takes long to open: the window says why, and can be closed all the same."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, close

from kartoteka.store import integrity
from kartoteka.ui.app import Program, application
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.preferences import PreferencesFile
from kartoteka.ui.single import raise_first
from kartoteka.ui.waiting import WaitingPage


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The check of the file goes on until the gate is opened."""
    gate, checked = threading.Event(), integrity.problems

    def problems(raw: object) -> tuple[str, ...]:
        gate.wait(PATIENCE / 1000)
        return checked(raw)

    monkeypatch.setattr(integrity, "problems", problems)
    yield gate
    gate.set()


@pytest.fixture
def program(qtbot: QtBot, book_path: Path, gate: threading.Event) -> Iterator[Program]:
    """The program on a book that was not closed properly, waiting for the check."""
    book_path.with_name("kartoteka.db.lock").write_text("4711")
    app = application()
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, PreferencesFile(None), language="en", today=TODAY)
    program.open_book(book_path)
    qtbot.waitUntil(lambda: window_of(program).waiting.is_on, timeout=PATIENCE)
    yield program
    gate.set()
    close(qtbot, window_of(program))
    app.setQuitOnLastWindowClosed(True)


def window_of(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def test_the_check_after_an_unclean_exit_is_explained_until_the_book_is_there(
    qtbot: QtBot, program: Program, gate: threading.Event
) -> None:
    window = window_of(program)
    qtbot.waitUntil(window.isVisible, timeout=PATIENCE)

    page = window.stack.currentWidget()
    assert isinstance(page, WaitingPage)
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "The card index is being checked" in said
    assert "not closed properly" in said

    gate.set()
    qtbot.waitUntil(lambda: window.open_name == "today", timeout=PATIENCE)
    assert window.stack.currentWidget() is window.open_page
    assert window.rail.isEnabled()
    assert window.search.isEnabled()


def test_no_page_can_be_opened_before_the_book(qtbot: QtBot, program: Program) -> None:
    window = window_of(program)

    QTest.keyClick(window, Qt.Key.Key_F2)
    window.show_page("clients")

    assert window.open_name == ""
    assert not window.rail.isEnabled()
    assert not window.search.isEnabled()


def test_a_second_start_during_the_check_raises_the_window(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    window = window_of(program)
    window.showMinimized()

    assert raise_first(book_path)
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=PATIENCE)


def test_a_window_closed_during_the_check_goes_without_a_word(
    qtbot: QtBot, program: Program, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(program)
    qtbot.waitUntil(window.isVisible, timeout=PATIENCE)
    monkeypatch.setattr(integrity, "_STEPS", 100)

    window.close()
    gate.set()

    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    assert program.window is window
    assert not window.desk.is_open
