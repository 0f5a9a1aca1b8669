"""The sections of the settings, listed beside them: a press leads to one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button


class Sections(QFrame):
    """One button for each card of the page."""

    wanted = Signal(object)
    """The card (QWidget) to be brought into sight."""

    def __init__(self, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self._speech, self._theme = speech, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 58, 0, 14)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def add(self, phrase: Callable[[Words], str], card: QWidget) -> None:
        """A section, below those that are there."""
        button = Button(self._theme, self._speech, phrase, kind="entry")
        button.clicked.connect(lambda: self.wanted.emit(card))
        self.buttons.append(button)
        self._column.insertWidget(self._column.count() - 1, button)
