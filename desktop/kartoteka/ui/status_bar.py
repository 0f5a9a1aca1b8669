"""The strip below: when the last backup was made, how many clients, who is at the till."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from kartoteka.i18n import Words, formats
from kartoteka.ui.background import Desk, Job
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import ElidedLabel

if TYPE_CHECKING:
    from kartoteka.shop import Shop

HEIGHT = 34
"""As high as a message of one line, which takes its place: nothing above them moves."""
OLD_DAYS = 2
"""A backup older than this is a worry."""


@dataclass(frozen=True, slots=True)
class BookState:
    """What the strip shows."""

    clients: int
    seller: str
    today: date
    backed_up: datetime | None


def look(shop: "Shop") -> BookState:
    """Count the cards and find the newest backup."""
    from kartoteka.shop import clients, safety

    copies = safety.backups(shop)
    made = copies[0].made_at if copies else None
    return BookState(clients.count(shop), shop.seller, shop.today(), made)


def backup_words(words: Words, state: BookState) -> str:
    """When the last backup was made, in words."""
    made = state.backed_up
    if made is None:
        return words.say("No backup yet")
    # Translators: {time} is like 09:02
    time = made.strftime("%H:%M")
    if made.date() == state.today:
        return words.say("Backup: today {time}", time=time)
    return words.say("Backup: {date} {time}", date=formats.day_month(words, made.date()), time=time)


def is_worry(state: BookState) -> bool:
    """Whether the backup is missing or too old."""
    return state.backed_up is None or (state.today - state.backed_up.date()).days > OLD_DAYS


class _Lamp(QWidget):
    """A dot, green while all is well; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.tone = "gone"
        self.setFixedSize(8, 16)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self.tone))
        painter.drawEllipse(QRectF(1, 5, 6, 6))


class StatusBar(QFrame):
    """The strip at the bottom of the window."""

    def __init__(self, desk: Desk, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setFixedHeight(HEIGHT)
        self._desk = desk
        self._speech = speech
        self._state: BookState | None = None
        self._lamp = _Lamp(theme)
        self._backup = ElidedLabel()
        self.clients = ElidedLabel()
        self._seller = ElidedLabel()
        self.work = ElidedLabel()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(140)
        speech.bind(self._progress.setAccessibleName, lambda words: words.say("Progress"))
        self.stop = Button(theme, speech, lambda words: words.say("Stop"), kind="quiet")
        self.stop.setFixedHeight(22)
        self._jobs: dict[Job, tuple[int, int]] = {}
        """What is on its way, the oldest first, and how far it is."""
        self._slow = False
        self._gives_way = False
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(6)
        row.addWidget(self._lamp)
        row.addWidget(self._backup)
        row.addSpacing(12)
        row.addWidget(self.clients)
        row.addStretch(1)
        for widget in (self.work, self._progress, self.stop):
            row.addWidget(widget)
            widget.hide()
        row.addSpacing(8)
        row.addWidget(self._seller)
        self.stop.clicked.connect(self._on_stop)
        desk.work_begun.connect(self.follow)
        desk.slow.connect(self._on_slow)
        speech.spoken.connect(self._write)

    def refresh(self) -> None:
        """Ask the desk anew."""
        self._desk.ask(look, self._on_state, lambda _: None, key=("status", id(self)))

    def give_way(self, to_messages: bool) -> None:
        """A message takes the place of the strip, unless long work is shown with its button."""
        self._gives_way = to_messages
        self.setVisible(self._is_working or not to_messages)

    @property
    def _is_working(self) -> bool:
        return not self.work.isHidden()

    def follow(self, job: Job) -> None:
        """Show the progress of long work once it is felt, with a button that stops it."""
        self._jobs[job] = (0, 0)
        job.progressed.connect(lambda done, whole: self._on_progress(job, (done, whole)))
        job.finished.connect(lambda: self._on_finished(job))
        self._show_work()

    def _on_slow(self, slow: bool) -> None:
        self._slow = slow
        self._show_work()

    def _on_progress(self, job: Job, far: tuple[int, int]) -> None:
        if job in self._jobs:
            self._jobs[job] = far
            self._show_work()

    def _on_finished(self, job: Job) -> None:
        self._jobs.pop(job, None)
        self._show_work()

    def _on_stop(self) -> None:
        if self._jobs:
            next(iter(self._jobs)).cancel()
            self.stop.setEnabled(False)

    def _show_work(self) -> None:
        """The oldest work; what a page shows itself is not shown twice."""
        job, (done, whole) = next(iter(self._jobs.items()), (None, (0, 0)))
        words = self._speech.words
        self.work.setText(job.text if job else words.say("One moment…"))
        self._progress.setRange(0, max(0, whole))
        self._progress.setValue(done)
        self.stop.setEnabled(job is not None and not job.cancelled())
        shown = self._slow and (job is None or bool(job.text))
        for widget in (self.work, self._progress):
            widget.setVisible(shown)
        self.stop.setVisible(shown and job is not None)
        self.give_way(self._gives_way)

    def _on_state(self, state: BookState) -> None:
        self._state = state
        self._write()

    def _write(self) -> None:
        state, words = self._state, self._speech.words
        if state is None:
            return
        self._backup.setText(backup_words(words, state))
        self._lamp.tone = "care" if is_worry(state) else "well"
        self._lamp.update()
        self.clients.setText(
            words.count(
                "{shown} client",
                "{shown} clients",
                state.clients,
                shown=formats.number(words, state.clients),
            )
        )
        seller = words.say("Till: {name}", name=state.seller) if state.seller else ""
        self._seller.setText(seller)
