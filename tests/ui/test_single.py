"""A second start raises the first window."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from kartoteka.ui import single


def test_a_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    single.listen(tmp_path / "kartoteka.db", window)

    assert single.raise_first(tmp_path / "kartoteka.db")
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=5_000)


def test_nobody_answers_for_a_book_without_a_window(qtbot: QtBot, tmp_path: Path) -> None:
    assert not single.raise_first(tmp_path / "other.db")
