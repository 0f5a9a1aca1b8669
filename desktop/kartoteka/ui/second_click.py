"""The second half of a double click, when the first click has already led to another page."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class SecondClick(QObject):
    """Keeps a habitual second click from doing something on the page that has just come."""

    _held = False
    """Whether a second press was dropped, so that its release goes too."""

    def swallow(self) -> None:
        """Let no second click through for as long as one would count as a double click."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
            QTimer.singleShot(QApplication.doubleClickInterval(), self, self._stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop a second press and its release; a first press elsewhere is no double click."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._held = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._held:
            self._held = False
            return True
        return False

    def _stop(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
