"""Scans are told from typing by their speed, and leave nothing behind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Clock, write

from kartoteka.ui.scanner import Scanner

FAST, SLOW = 0.004, 0.2
ENTER = Qt.Key.Key_Return


def watched(qtbot: QtBot, widget: QWidget, clock: Clock) -> tuple[Scanner, list[str]]:
    qtbot.addWidget(widget)
    scanner = Scanner(clock)
    widget.installEventFilter(scanner)
    widget.show()
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    return scanner, scans


def test_fast_keys_and_enter_are_a_scan_that_never_reaches_the_field(
    qtbot: QtBot, clock: Clock
) -> None:
    field = QLineEdit("мар")
    _, scans = watched(qtbot, field, clock)
    pressed: list[bool] = []
    field.returnPressed.connect(lambda: pressed.append(True))
    clock.step = FAST

    write(field, "3800123450017")
    qtbot.keyClick(field, ENTER)

    assert scans == ["3800123450017"]
    assert field.text() == "мар"
    assert not pressed


def test_what_was_selected_stands_there_again_after_a_scan(qtbot: QtBot, clock: Clock) -> None:
    field = QLineEdit("зелено")
    _, scans = watched(qtbot, field, clock)
    field.selectAll()
    clock.step = FAST

    write(field, "1042")
    qtbot.keyClick(field, ENTER)

    assert scans == ["1042"]
    assert field.text() == "зелено"


def test_slow_typing_lands_at_once_and_enter_is_enter(qtbot: QtBot, clock: Clock) -> None:
    field = QLineEdit()
    _, scans = watched(qtbot, field, clock)
    clock.step = SLOW

    write(field, "1042")
    assert field.text() == "1042"
    qtbot.keyClick(field, ENTER)

    assert scans == []
    assert field.text() == "1042"


def test_a_quick_pair_of_letters_is_only_held_for_a_moment(qtbot: QtBot, clock: Clock) -> None:
    field = QLineEdit()
    scanner, scans = watched(qtbot, field, clock)
    clock.step = FAST

    write(field, "ив")
    scanner.release()

    assert field.text() == "ив"
    assert scans == []


def test_separators_of_the_scanner_are_stripped(qtbot: QtBot, clock: Clock) -> None:
    field = QLineEdit()
    _, scans = watched(qtbot, field, clock)
    clock.step = FAST

    write(field, "10")
    qtbot.keyClick(field, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    write(field, "42")
    qtbot.keyClick(field, ENTER)

    assert scans == ["1042"]
    assert field.text() == ""


def test_a_scan_over_a_button_presses_nothing(qtbot: QtBot, clock: Clock) -> None:
    button = QPushButton("1")
    button.setShortcut("1")
    button.setDefault(True)
    _, scans = watched(qtbot, button, clock)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    clock.step = FAST

    write(button, "2201")
    qtbot.keyClick(button, ENTER)

    assert scans == ["2201"]
    assert not clicks


def test_a_scan_leaves_notes_as_they_were(qtbot: QtBot, clock: Clock) -> None:
    notes = QPlainTextEdit("обича зелено")
    _, scans = watched(qtbot, notes, clock)
    notes.moveCursor(QTextCursor.MoveOperation.End)
    clock.step = FAST

    write(notes, "1042")
    qtbot.keyClick(notes, ENTER)

    assert scans == ["1042"]
    assert notes.toPlainText() == "обича зелено"


def test_a_quick_tap_of_the_space_bar_presses_the_button(qtbot: QtBot, clock: Clock) -> None:
    button = QPushButton("Card")
    scanner, scans = watched(qtbot, button, clock)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    qtbot.keyClick(button, Qt.Key.Key_Space)
    scanner.release()

    assert pressed == [True]
    assert not button.isDown()
    assert scans == []
