"""A book that cannot be opened: a sentence, an advice, and the way out."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kartoteka.i18n import formats
from kartoteka.ui.background import Errand
from kartoteka.ui.clients.breaking import breakable
from kartoteka.ui.first_start.files import choose_backup, choose_shop, open_my_shop
from kartoteka.ui.notices import Notices
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling

WIDTH = 680
REPLACEABLE = ("BookDamaged", "NotABook", "BookMissing")
"""Troubles that a backup ends."""
MOST = 4
"""So many of the newest backups are offered."""


class TroubleWindow(QMainWindow):
    """Stands in the place of the window; a damaged book offers its last good backups."""

    book_wanted = Signal(object)
    quit_wanted = Signal()
    new_wanted = Signal()
    """The owner begins a new shop in the place of a book that is gone."""

    def __init__(self, speech: Speech, theme: Theme, path: Path, error: Exception) -> None:
        """`error` kept the book at `path` from opening."""
        super().__init__()
        self._speech, self._theme, self._path, self._error = speech, theme, path, error
        self._errand: Errand | None = None
        self.notices = Notices(self, speech, theme)
        self.backups: tuple[Path, ...] = tuple(getattr(error, "backups", ()))[:MOST]
        self.restore_buttons: list[Button] = []
        self.card = CardFrame(margin=30, spacing=10, edge="top")
        self.card.setFixedWidth(WIDTH)
        self._title = label("title", wrap=True)
        self._advice = label("muted", wrap=True)
        self.card.body.addWidget(self._title)
        self.card.body.addWidget(self._advice)
        if type(error).__name__ in REPLACEABLE:
            self._offer_backups()
        self._add_ways_out()
        self._explain()
        speech.spoken.connect(self._explain)
        speech.teach_qt()
        ground = QWidget()
        ground.setObjectName("content")
        row = QHBoxLayout(ground)
        row.addStretch(1)
        row.addWidget(self.card, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(ground), 1)
        column.addWidget(self.notices.strip)
        self.setCentralWidget(whole)
        self.resize(1366, 768)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the book (which is kept beside it) and open it."""
        path = self._path

        def put_back(_progress: object) -> None:
            from kartoteka.shop import safety

            safety.restore(backup, path)

        def failed(error: Exception) -> None:
            self.card.setEnabled(True)
            self.notices.trouble(error)

        self.card.setEnabled(False)
        self._errand = Errand(lambda _: self.book_wanted.emit(path), failed)
        self._errand.start(put_back)

    def _offer_backups(self) -> None:
        body = self.card.body
        if self.backups:
            body.addSpacing(6)
            body.addWidget(
                said(self._speech, lambda words: words.say("The last good backups"), "head")
            )
        for place, backup in enumerate(self.backups):
            line = QHBoxLayout()
            line.addWidget(ElidedLabel(self._when(backup)), 1)
            kind = "primary" if place == 0 else "plain"
            button = Button(
                self._theme,
                self._speech,
                lambda words: words.say("Restore"),
                icon="rotate-ccw",
                kind=kind,
            )
            button.setAccessibleDescription(self._when(backup))
            button.clicked.connect(lambda _=False, chosen=backup: self.restore(chosen))
            self.restore_buttons.append(button)
            line.addWidget(button)
            body.addLayout(line)

    def _add_ways_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        other = Button(
            self._theme,
            self._speech,
            lambda words: words.say("Restore from a file…"),
            icon="folder-open",
        )
        other.clicked.connect(self._choose)
        again = Button(
            self._theme, self._speech, lambda words: words.say("Try again"), icon="refresh-cw"
        )
        again.clicked.connect(lambda: self.book_wanted.emit(self._path))
        self.leave = leave = Button(self._theme, self._speech, lambda words: words.say("Close"))
        leave.clicked.connect(self.quit_wanted)
        if type(self._error).__name__ in REPLACEABLE:
            line.addWidget(other)
        line.addStretch(1)
        line.addWidget(again)
        line.addWidget(leave)
        self.card.body.addSpacing(8)
        if type(self._error).__name__ == "BookMissing":
            self.card.body.addLayout(self._ways_to_another())
        self.card.body.addLayout(line)

    def _ways_to_another(self) -> QHBoxLayout:
        """For a book that is gone: it lies elsewhere now, or the owner begins anew, knowingly."""
        line = QHBoxLayout()
        line.setSpacing(10)
        found = Button(self._theme, self._speech, open_my_shop, icon="store")
        found.clicked.connect(self._open_another)
        anew = Button(self._theme, self._speech, lambda words: words.say("Begin a new shop"))
        anew.clicked.connect(self.new_wanted)
        line.addWidget(found)
        line.addWidget(anew)
        line.addStretch(1)
        return line

    def _open_another(self) -> None:
        chosen = choose_shop(self, self._speech.words, self._path.parent)
        if chosen is not None:
            self.book_wanted.emit(chosen)

    def _choose(self) -> None:
        chosen = choose_backup(self, self._speech.words, self._path.parent)
        if chosen is not None:
            self.restore(chosen)

    def _explain(self) -> None:
        from kartoteka.wording import explain

        explained = explain(self._error, self._speech.words)
        self._title.setText(breakable(explained.title))
        self._advice.setText(breakable(explained.advice))
        self.setWindowTitle(self._speech.words.say("Kartoteka"))

    def _when(self, backup: Path) -> str:
        """When a backup was made, by its file's time; its name where that is unknown."""
        try:
            made = datetime.fromtimestamp(backup.stat().st_mtime).astimezone()
        except OSError:
            return backup.name
        words = self._speech.words
        # Translators: a moment: {date} is a day, {time} is like 09:02.
        return words.say(
            "{date}, {time}",
            date=formats.date_long(words, made.date()),
            time=made.strftime("%H:%M"),
        )
