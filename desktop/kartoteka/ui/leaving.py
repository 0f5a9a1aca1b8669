"""What is shown while a book is copied and closed, and how that copy is passed over."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from kartoteka.domain.watching import Watch
from kartoteka.i18n import Words
from kartoteka.ui.background import Job
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import said

if TYPE_CHECKING:
    from kartoteka.shop import Shop

PATIENCE_MS = 400
"""A book that is closed sooner needs no words about it."""
WIDTH = 420


class ClosingDialog(QDialog):
    """A bar for the copy, and one button: close without it."""

    def __init__(self, window: MainWindow, job: Job) -> None:
        """`job` is the closing; what it tells moves the bar."""
        super().__init__(window)
        speech, self._job = window.speech, job
        speech.bind(self.setWindowTitle, _title)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(said(speech, _title, "head", wrap=True))
        column.addWidget(said(speech, _why, wrap=True))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        speech.bind(self.bar.setAccessibleName, _title)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch(1)
        self.go = Button(window.theme, speech, _without, key="Esc")
        self.go.clicked.connect(self.reject)
        row.addWidget(self.go)
        column.addLayout(row)
        job.progressed.connect(self._on_progress)

    def reject(self) -> None:
        """Close without the copy; the dialog goes with the window."""
        self._job.cancel()
        self.go.setEnabled(False)

    def _on_progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)


class Leaving(QObject):
    """Closes the book of a window with its automatic copy; `then` the window may go."""

    def __init__(self, window: MainWindow, then: Callable[[], object], spare: Path | None) -> None:
        """`spare` is a copy that stays, whatever its age."""
        super().__init__(window)
        self._window, self._then, self._spare = window, then, spare
        self._job = Job()
        self._dialog: ClosingDialog | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._show)

    def begin(self) -> None:
        """Nothing can be asked of the book from now on."""
        window, job, spare = self._window, self._job, self._spare
        window.setEnabled(False)
        window.notices.clear()
        window.desk.closed.connect(self._on_closed)
        if window.desk.is_open:
            self._late.start(PATIENCE_MS)
        window.desk.close(lambda shop: _close_shop(shop, spare, job))

    def _show(self) -> None:
        self._window.setEnabled(True)  # the dialog keeps everything behind it away
        self._dialog = ClosingDialog(self._window, self._job)
        self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.show()

    def _on_closed(self) -> None:
        self._late.stop()
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
        self._window.may_close = True
        self._then()


def _close_shop(shop: "Shop", spare: Path | None, job: Job) -> None:
    from kartoteka.shop import safety

    safety.close(shop, spare, Watch(job.progressed.emit, job.cancelled))


def _title(words: Words) -> str:
    return words.say("Making the backup and closing the card index…")


def _why(words: Words) -> str:
    return words.say("Everything is saved already. The backup protects it if the disk fails.")


def _without(words: Words) -> str:
    return words.say("Close without the copy")
