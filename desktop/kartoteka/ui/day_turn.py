"""Midnight: a window that stays open begins the new day by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kartoteka.ui.background import Desk

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

LOOK_MS = 20_000
"""So often the calendar is looked at: a timer for midnight would sleep with the computer."""


class DayTurn(QObject):
    """Watches the calendar, and asks for everything anew when the day is another one."""

    def __init__(self, parent: QObject, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._on_state)

    def look(self) -> None:
        """Turn the day if it is over; a clock that was put back turns it back."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._desk.change(_turn_day)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()


def _turn_day(shop: "Shop") -> "Done[Any]":
    """Measure the rhythm for the new day; whatever depends on the day is stale, too."""
    from kartoteka.shop import quiet

    done = quiet.refresh_rhythm(shop)
    return replace(done, changes=replace(done.changes, everything=True))
