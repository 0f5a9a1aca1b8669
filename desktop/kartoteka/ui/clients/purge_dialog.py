"""Asks before cards are erased for good: the one deed that nothing takes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import said

WIDTH = 460


class PurgeDialog(QDialog):
    """What goes, what the law keeps, and where a copy remains for a while."""

    def __init__(self, around: Surroundings, parent: QWidget, count: int) -> None:
        """`count` cards are to be erased."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)

        def title(words: Words) -> str:
            return words.count(
                "Delete {number} card for good?", "Delete {number} cards for good?", count
            )

        around.speech.bind(self.setWindowTitle, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, title, "head", wrap=True))
        for phrase in (_gone, _kept, _copies):
            column.addWidget(said(around.speech, phrase, wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.keep = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        self.keep.clicked.connect(self.reject)
        self.erase = Button(
            around.theme, around.speech, delete_for_good, icon="trash-2", kind="danger"
        )
        self.erase.setAutoDefault(False)
        self.erase.clicked.connect(self.accept)
        row.addWidget(self.keep)
        row.addWidget(self.erase)
        column.addLayout(row)
        self.keep.setDefault(True)
        self.keep.setFocus()


def delete_for_good(words: Words) -> str:
    """What the buttons say that lead to this question, and its own."""
    return words.say("Delete for good")


def _gone(words: Words) -> str:
    return words.say(
        "Names, phones, notes, consents and what was said in calls are erased. This "
        "cannot be undone."
    )


def _kept(words: Words) -> str:
    return words.say(
        "Sales stay in the figures without a name, and issued documents stay as they "
        "are: bookkeeping needs them."
    )


def _copies(words: Words) -> str:
    return words.say("Earlier backups still contain the cards until newer ones replace them.")
