"""What a window does by itself once its book is open: the rest of the start, then by the hour."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kartoteka.ui.day_turn import DayTurn
from kartoteka.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

LATER_MS = 400
"""Work that can wait begins so long after the first picture."""
HOUR_MS = 3_600_000


class Routine(QObject):
    """Begins at the first rest; whoever types at once is not held up."""

    begun = Signal()

    def __init__(self, window: MainWindow, *, calm: bool) -> None:
        """A `calm` window only finishes its start and does nothing by the clock."""
        super().__init__(window)
        self._window, self._calm = window, calm
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._begin)
        window.stirred.connect(self._rest.start)
        self._rest.start(LATER_MS)

    def _begin(self) -> None:
        """What can wait until the first picture is there."""
        window = self._window
        window.stirred.disconnect(self._rest.start)
        window.search.warm()
        window.status.refresh()
        window.count_waiting()
        window.speech.teach_qt()
        self.begun.emit()
        if self._calm:
            return
        window.desk.change(_refresh_rhythm)
        DayTurn(self, window.desk, date.today)
        hourly = QTimer(self)
        hourly.timeout.connect(lambda: window.desk.ask(_automatic_backup, lambda _: None))
        hourly.start(HOUR_MS)


def _refresh_rhythm(shop: "Shop") -> "Done[Any]":
    from kartoteka.shop import quiet

    return quiet.refresh_rhythm(shop)


def _automatic_backup(shop: "Shop") -> object:
    from kartoteka.shop import safety

    return safety.automatic_backup(shop)
