"""The sheet of keys on F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label


def window_keys(words: Words, pages: list[str]) -> list[tuple[str, str]]:
    """The keys that work everywhere; `pages` are the labels of the rail in their order."""
    lines = [
        ("Ctrl+K", words.say("Search; or just begin to type")),
        ("Ctrl+N", words.say("New client")),
        ("Ctrl+Z", words.say("Undo the last deed")),
        ("Ctrl+P", words.say("Print")),
        ("Esc", words.say("Back")),
    ]
    lines += [(f"Alt+{place}", page) for place, page in enumerate(pages, start=1)]
    lines += [
        ("F1", words.say("This sheet of keys")),
        (words.say("Scanner"), words.say("A scanned card number opens the card, from anywhere")),
    ]
    return lines


class KeysSheet(QDialog):
    """Two columns: the key, and what it does."""

    def __init__(
        self, parent: QWidget, speech: Speech, theme: Theme, lines: list[tuple[str, str]]
    ) -> None:
        """`lines` as of `window_keys`, then those of the open page."""
        super().__init__(parent)
        self.setWindowTitle(speech.words.say("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(14)
        column.addWidget(label("head", speech.words.say("Keys")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        for row, (key, text) in enumerate(lines):
            grid.addWidget(label("key", key), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label("", text, wrap=False), row, 1)
        column.addLayout(grid)
        close = Button(theme, speech, lambda words: words.say("Close"), key="Esc")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
