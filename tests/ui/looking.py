"""Draws a window or a dialog in its states, and remembers what a careful eye would find."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.clipping import cut_texts, nameless, overlapping
from tests.ui.opening import settle

from kartoteka.ui.main_window import MainWindow

SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
SIZES = {"1366x768": QSize(1366, 768), "150": QSize(911, 512)}
"""A window of 1366×768 at 150 % has so many logical pixels."""


class Looker:
    """One window in one language; `faults` are what its pictures showed."""

    def __init__(self, qtbot: QtBot, window: MainWindow, language: str) -> None:
        self._qtbot = qtbot
        self._window = window
        self._language = language
        self.faults: list[str] = []

    def draw(self, state: str, widget: QWidget | None = None) -> None:
        """Draw the window (at both sizes) or a dialog as it is."""
        if widget is not None:
            self._draw(state, widget)
            return
        for name, size in SIZES.items():
            self._window.resize(size)
            settle(self._qtbot, self._window)
            self._draw(f"{state}_{name}", self._window)
        self._window.resize(SIZES["1366x768"])
        settle(self._qtbot, self._window)

    def _draw(self, state: str, widget: QWidget) -> None:
        QApplication.processEvents()
        SCREENS.mkdir(parents=True, exist_ok=True)
        picture = f"{state}_{self._language}.png"
        widget.grab().save(str(SCREENS / picture))
        self.faults += [f"{picture}: cut {text}" for text in cut_texts(widget)]
        self.faults += [f"{picture}: overlap {text}" for text in overlapping(widget)]
        self.faults += [f"{picture}: no name {text}" for text in nameless(widget)]
