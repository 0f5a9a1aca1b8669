"""Those who were chosen for a call list and left out: a strip that tells, a list of all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.presenter import skipped_words
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, said

if TYPE_CHECKING:
    from kartoteka.shop.views import Skipped

ROW = 52
WIDTH, HEIGHT = 460, 420


class SkippedStrip(QFrame):
    """Under the head of a new list; gone when somebody puts it away or opens another list."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._skipped: Sequence[Skipped] = ()
        self.setObjectName("careful")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(8)
        self.text = ElidedLabel(look="care")
        row.addWidget(self.text, 1)
        self.all = Button(around.theme, around.speech, _show_all, kind="quiet")
        self.all.clicked.connect(self._on_all)
        row.addWidget(self.all)
        close = IconButton(around.theme, around.speech, _put_away, "x")
        close.clicked.connect(self.hide)
        row.addWidget(close)
        around.speech.spoken.connect(self._say)
        self.hide()

    def show_skipped(self, skipped: "Sequence[Skipped]") -> None:
        """Tell who was left out; nobody hides the strip."""
        self._skipped = skipped
        self.setVisible(bool(skipped))
        self._say()

    def _say(self) -> None:
        if self._skipped:
            self.text.setText(skipped_words(self._around.words, self._skipped))

    def _on_all(self) -> None:
        SkippedDialog(self._around, self, self._skipped).open()


class SkippedDialog(QDialog):
    """Everybody who was left out, with the reason; Enter opens a card."""

    def __init__(self, around: Surroundings, parent: QWidget, skipped: "Sequence[Skipped]") -> None:
        super().__init__(parent)
        self._around = around
        around.speech.bind(self.setWindowTitle, _left_out)
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, _left_out, "head"))
        why: Column[Skipped] = Column(
            head=lambda words: words.say("Client"),
            text=lambda words, one: words.say(
                "{name}: {reason}", name=one.name, reason=labels.skipped_text(words, one.why)
            ),
            paint=cells.two_lines(
                lambda _, one: one.name, lambda words, one: labels.skipped_text(words, one.why)
            ),
            stretch=True,
        )
        model: LazyModel[Skipped] = LazyModel(
            around, [why], lambda _shop, _ids: (), lambda one: one.client
        )
        self.table = LazyTable(around, model, ROW)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self._on_opened)
        around.speech.bind(self.table.setAccessibleName, _left_out)
        model.set_rows(skipped)
        frame = CardFrame(margin=6)
        frame.body.addWidget(self.table)
        column.addWidget(frame, 1)
        close = Button(around.theme, around.speech, _close, key="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)

    def _on_opened(self, client: int) -> None:
        self.accept()
        self._around.navigator.show_card(client)


def _show_all(words: Words) -> str:
    return words.say("Who, and why")


def _put_away(words: Words) -> str:
    return words.say("Close this message")


def _left_out(words: Words) -> str:
    return words.say("Left out of the list")


def _close(words: Words) -> str:
    return words.say("Close")
