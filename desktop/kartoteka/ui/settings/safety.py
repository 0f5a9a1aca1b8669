"""The cards of Settings about the book itself: backups, imports, the demo shop."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n import Words, formats
from kartoteka.ui.page import Surroundings
from kartoteka.ui.settings.presenter import BACKUP
from kartoteka.ui.settings.rows import SettingRow
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.imports import PastImport, TakenBack
    from kartoteka.shop.safety import CheckReport

MOST_BACKUPS = 5
MOST_IMPORTS = 5
Copy = tuple[Path, datetime]


def moment(words: Words, at: datetime) -> str:
    """A day and a time in words."""
    # Translators: a moment: {date} is a day, {time} is like 09:02.
    return words.say(
        "{date}, {time}", date=formats.date_long(words, at.date()), time=at.strftime("%H:%M")
    )


class BackupCard(CardFrame):
    """Where copies go, one made now, the last ones to put back."""

    changed = Signal(str, str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        speech = around.speech
        self.begin(speech, lambda words: words.say("Backups"))
        self.row = SettingRow(BACKUP, speech)
        self.row.changed.connect(self.changed)
        self.body.addWidget(self.row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.now = self._button(_back_up, "save")
        choose = self._button(_choose, "folder-open")
        check = self._button(_check, "shield-check")
        self.now.clicked.connect(self._back_up)
        choose.clicked.connect(self._choose)
        check.clicked.connect(self._check)
        for button in (self.now, choose, check):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self._head = said(speech, lambda words: words.say("Restore a backup"), "small")
        self.body.addWidget(self._head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self.copies: list[Copy] = []
        speech.spoken.connect(self._write)

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """List the newest copies."""
        self.copies = list(copies[:MOST_BACKUPS])
        self._write()

    def _button(self, phrase: Any, icon: str, kind: str = "plain") -> Button:
        around = self._around
        return Button(around.theme, around.speech, phrase, icon=icon, kind=kind)

    def _write(self) -> None:
        empty(self._lines)
        self._head.setVisible(bool(self.copies))
        for path, made in self.copies:
            text = moment(self._around.words, made)
            button = self._button(_restore, "rotate-ccw", "quiet")
            button.setAccessibleDescription(text)
            button.clicked.connect(lambda _=False, copy=path, at=text: self._offer(copy, at))
            self._lines.addWidget(line(text, path.name, button))

    def _offer(self, copy: Path, when: str) -> None:
        words = self._around.words
        self._around.notices.say(
            words.say(
                "Restore the backup of {when}? The card index as it is now is kept beside it.",
                when=when,
            ),
            (words.say("Restore"), lambda: self._around.navigator.restore(copy)),
        )

    def _back_up(self) -> None:
        def copy(shop: "Shop") -> Path:
            from kartoteka.shop import safety

            return safety.back_up(shop)

        def copied(path: Path) -> None:
            words = self._around.words
            self._around.notices.say(words.say("The backup is made: {file}", file=path.name))
            self._around.desk.ask(copies_of, self.show_copies)

        self._around.desk.work(
            lambda shop, _progress, _cancelled: copy(shop),
            copied,
            text=self._around.words.say("Making the backup…"),
        )

    def _check(self) -> None:
        def look(shop: "Shop") -> "CheckReport":
            from kartoteka.shop import safety

            return safety.check(shop)

        def seen(report: "CheckReport") -> None:
            words = self._around.words
            if report.ok:
                text = words.say(
                    "The card index is in order: nothing is missing, all totals match."
                )
            else:
                text = words.count(
                    "{number} problem found. Restore a backup.",
                    "{number} problems found. Restore a backup.",
                    len(report.problems),
                )
            self._around.notices.say(text)

        self._around.desk.work(
            lambda shop, _progress, _cancelled: look(shop),
            seen,
            text=self._around.words.say("Checking the card index…"),
        )

    def _choose(self) -> None:
        title = self._around.words.say("Backup folder")
        folder = QFileDialog.getExistingDirectory(self, title, self.row.control.value())
        if folder:
            self.row.enter(folder)


class ImportsCard(CardFrame):
    """What was imported, to be taken back as one step."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.begin(around.speech, lambda words: words.say("Imports"))
        self._nothing = said(around.speech, _no_imports, "hint", wrap=True)
        self.body.addWidget(self._nothing)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        if around.navigator.has_page("imports"):
            bring = Button(around.theme, around.speech, _import, icon="upload")
            bring.clicked.connect(lambda: around.navigator.show_page("imports"))
            self.body.addWidget(bring, 0, Qt.AlignmentFlag.AlignLeft)
        self._imports: Sequence[PastImport] = ()
        around.speech.spoken.connect(self._write)

    def show_imports(self, imports: "Sequence[PastImport]") -> None:
        """List the newest imports."""
        self._imports = imports[:MOST_IMPORTS]
        self._write()

    def _write(self) -> None:
        empty(self._lines)
        words = self._around.words
        self._nothing.setVisible(not self._imports)
        for past in self._imports:
            button: QWidget
            if past.undone_at is None:
                take_back = Button(
                    self._around.theme,
                    self._around.speech,
                    lambda words: words.say("Undo"),
                    icon="undo-2",
                    kind="quiet",
                )
                take_back.setAccessibleDescription(past.file_name)
                take_back.clicked.connect(lambda _=False, ref=past.id: self._undo(ref))
                button = take_back
            else:
                button = label("hint", words.say("undone"))
            small = words.count(
                "{when} · {shown} row",
                "{when} · {shown} rows",
                past.result.rows,
                when=moment(words, past.at),
                shown=formats.number(words, past.result.rows),
            )
            self._lines.addWidget(line(past.file_name, small, button))

    def _undo(self, ref: int) -> None:
        def take_back(shop: "Shop") -> "Done[TakenBack]":
            from kartoteka.shop import imports

            return imports.undo_import(shop, ref)

        def taken_back(done: "Done[TakenBack]") -> None:
            words = self._around.words
            text = words.say("The import is undone.")
            if done.value.kept:
                text = words.count(
                    "The import is undone; {number} card already in use was kept.",
                    "The import is undone; {number} cards already in use were kept.",
                    done.value.kept,
                )
            self._around.notices.done(text, done.changes)

        text = self._around.words.say("Undoing the import…")
        self._around.desk.long_change(take_back, text, taken_back)


class DemoCard(CardFrame):
    """The way to the demo shop and back."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.begin(around.speech, lambda words: words.say("Demo shop"))
        inside = around.navigator.in_demo
        hint = _demo_inside if inside else _demo_outside
        phrase = _leave_demo if inside else _open_demo
        self.body.addWidget(said(around.speech, hint, "hint", wrap=True))
        go = Button(around.theme, around.speech, phrase, icon="store")
        go.clicked.connect(around.navigator.change_shop)
        self.body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)


def copies_of(shop: "Shop") -> list[Copy]:
    """The newest backups with their moments."""
    from kartoteka.shop import safety

    return [(copy.path, copy.made_at) for copy in safety.backups(shop)[:MOST_BACKUPS]]


def line(text: str, small: str, button: QWidget) -> QWidget:
    """A line of a list: what, a small word about it, and what can be done."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(ElidedLabel(text))
    texts.addWidget(ElidedLabel(small, look="hint"))
    row.addLayout(texts, 1)
    row.addWidget(button)
    return widget


def empty(layout: QVBoxLayout) -> None:
    """Take all widgets out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _back_up(words: Words) -> str:
    return words.say("Back up now")


def _choose(words: Words) -> str:
    return words.say("Choose…")


def _check(words: Words) -> str:
    return words.say("Check")


def _restore(words: Words) -> str:
    return words.say("Restore")


def _import(words: Words) -> str:
    return words.say("Import a file…")


def _no_imports(words: Words) -> str:
    return words.say("What you import appears here and can be undone in one step.")


def _demo_outside(words: Words) -> str:
    return words.say("Look around a demo shop. Your own card index stays as it is.")


def _demo_inside(words: Words) -> str:
    return words.say("This is the demo shop: try everything, nothing here is real.")


def _open_demo(words: Words) -> str:
    return words.say("Look at the demo shop")


def _leave_demo(words: Words) -> str:
    return words.say("Back to my shop")
