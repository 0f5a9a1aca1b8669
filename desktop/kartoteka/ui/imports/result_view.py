"""After an import: one sentence, what stayed out, and what to do next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.imports import presenter
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, label

if TYPE_CHECKING:
    from kartoteka.shop.imports import ImportResult

PICTURE = 44


class ResultView(QWidget):
    """Every way on is a button."""

    undo_wanted = Signal()
    refused_wanted = Signal()
    clients_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._kind = ""
        self._result: ImportResult | None = None
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        around.theme.dress(self._show_picture, "check", "well", PICTURE)
        self.sentence = label("head", wrap=True)
        self.refused = label("muted", wrap=True)
        card = CardFrame(margin=28, spacing=12)
        card.body.addStretch(1)
        for widget in (self._picture, self.sentence, self.refused):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(widget)
        card.body.addSpacing(10)
        for row in self._buttons():
            card.body.addLayout(row)
        card.body.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        around.speech.spoken.connect(self._say)

    def show_result(self, kind: str, result: "ImportResult") -> None:
        """Tell what an import did."""
        self._kind, self._result = kind, result
        self.undo.setVisible(bool(result.id))
        self.open_refused.setVisible(result.refused_file is not None)
        self._say()
        self.show_clients.setFocus()

    def _buttons(self) -> list[QHBoxLayout]:
        """The ways on, and below them the ways back."""
        another = self._button(_another, "upload", self.another_wanted.emit)
        self.show_clients = self._button(
            _show_clients, "users", self.clients_wanted.emit, "primary"
        )
        self.open_refused = self._button(_open_refused, "file-text", self.refused_wanted.emit)
        self.undo = self._button(_undo, "undo-2", self.undo_wanted.emit)
        rows = []
        for pair in ((self.show_clients, another), (self.open_refused, self.undo)):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addStretch(1)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            rows.append(row)
        return rows

    def _button(
        self,
        phrase: Callable[[Words], str],
        icon: str,
        do: Callable[[], object],
        kind: str = "plain",
    ) -> Button:
        button = Button(self._around.theme, self._around.speech, phrase, icon=icon, kind=kind)
        button.clicked.connect(lambda: do())
        return button

    def _say(self) -> None:
        result, words = self._result, self._around.words
        if result is not None:
            self.sentence.setText(presenter.done_words(words, self._kind, result))
            self.refused.setText(presenter.refused_words(words, result))

    def _show_picture(self, icon: QIcon) -> None:
        self._picture.setPixmap(icon.pixmap(PICTURE, PICTURE))


def _undo(words: Words) -> str:
    return words.say("Undo the import")


def _open_refused(words: Words) -> str:
    return words.say("Open the rejected rows")


def _another(words: Words) -> str:
    return words.say("Another file")


def _show_clients(words: Words) -> str:
    return words.say("Show the clients")
