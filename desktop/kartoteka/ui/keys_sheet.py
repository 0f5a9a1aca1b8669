"""The sheet of keys on F1."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, scrolling
from kartoteka.ui.widgets.chips import capital

ROWS = 8
"""So many lines may stand below each other before the second half begins."""
AWAY, LEAST, SCROLL_BAR = 60, 200, 14
"""How far it stays inside its window, how small the lines may become, and the room of the bar."""
WIDE = 290
"""Longer texts go on in a second line."""


def window_keys(words: Words, pages: Sequence[str]) -> list[tuple[str, str]]:
    """The keys that work everywhere; `pages` are those of the rail."""
    lines = [
        ("Ctrl+K", words.say("Search; or just begin to type")),
        ("Ctrl+N", words.say("New client")),
        ("F2", words.say_in("button", "New sale")),
        ("Ctrl+Z", words.say("Undo the last action")),
        ("Ctrl+P", words.say("Print")),
        ("Esc", words.say("Back")),
    ]
    lines.append((f"Alt+1…{len(pages)}", words.say("The pages at the left, from the top")))
    lines += [
        ("F1", words.say("This list of keys")),
        (words.say("Scanner"), words.say("A scanned card number opens the card, from anywhere")),
    ]
    return lines


class KeysSheet(QDialog):
    """The key, and what it does; a long list stands in two halves, so that it fits low screens."""

    def __init__(
        self, parent: QWidget, speech: Speech, theme: Theme, lines: list[tuple[str, str]]
    ) -> None:
        """`lines` as of `window_keys`, then those of the open page."""
        super().__init__(parent)
        self.setWindowTitle(speech.words.say("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 16)
        column.setSpacing(10)
        head = QHBoxLayout()  # the button beside the title: below, it would not fit low screens
        head.addWidget(label("head", speech.words.say("Keyboard shortcuts")), 1)
        close = Button(theme, speech, lambda words: words.say("Close"), key="Esc")
        close.clicked.connect(self.accept)
        head.addWidget(close)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        high = max(ROWS, (len(lines) + 1) // 2)
        for place, (key, text) in enumerate(lines):
            side, row = divmod(place, high)
            grid.addWidget(label("key", key), row, side * 3, corner)
            told = label("", capital(text), wrap=True)
            told.setMinimumWidth(min(told.fontMetrics().horizontalAdvance(told.text()) + 4, WIDE))
            told.setAlignment(corner)
            grid.addWidget(told, row, side * 3 + 1)
        if len(lines) > high:
            grid.setColumnMinimumWidth(2, 14)
        content = QWidget()
        content.setObjectName("content")
        content.setLayout(grid)
        self._area = scrolling(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        self._area.setAccessibleName(speech.words.say("Keys"))
        column.addWidget(self._area)
        self._fit(content)
        close.setFocus()

    def _fit(self, content: QWidget) -> None:
        """As large as the lines need, and no larger than the window: then it scrolls."""
        content.ensurePolished()
        wanted, parent = content.sizeHint(), self.parentWidget()
        window = parent.window() if parent is not None else self
        frame = self.sizeHint() - self._area.sizeHint()
        high = min(wanted.height(), max(LEAST, window.height() - AWAY - frame.height()))
        wide = min(wanted.width(), max(LEAST, window.width() - AWAY - frame.width()))
        bar = 0 if high == wanted.height() else SCROLL_BAR
        self._area.setFixedSize(min(wide + bar, window.width() - AWAY - frame.width()), high)
