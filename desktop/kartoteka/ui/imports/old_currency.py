"""Asks what amounts are in that were paid before the euro and name no currency."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.card_frame import CardFrame, label

CHOICES = ("BGN", "EUR")


class OldCurrency(CardFrame):
    """One sentence and two buttons; hidden where there is nothing to ask."""

    chosen = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(margin=12, spacing=4)
        self._around = around
        self._count = 0
        row = QHBoxLayout()
        row.setSpacing(8)
        self._text = label("care", wrap=True)
        row.addWidget(self._text, 1)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for currency in CHOICES:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, currency=currency: self.chosen.emit(currency))
            self._group.addButton(button)
            self.buttons[currency] = button
            row.addWidget(button)
        self.body.addLayout(row)
        around.speech.spoken.connect(self._say)
        self.hide()

    def show_question(self, count: int, currency: str) -> None:
        """So many amounts; `currency` is what they are taken for."""
        self._count = count
        self.buttons[currency].setChecked(True)
        self._say()
        self.setVisible(count > 0)

    def _say(self) -> None:
        words = self._around.words
        self._text.setText(
            words.count(
                "{shown} amount from before 2026 has no currency. It is in",
                "{shown} amounts from before 2026 have no currency. They are in",
                self._count,
                shown=formats.number(words, self._count),
            )
        )
        for currency, text in (("BGN", _leva(words)), ("EUR", _euro(words))):
            self.buttons[currency].setText(text)
            self.buttons[currency].setAccessibleName(text)


def _leva(words: Words) -> str:
    # Translators: the answer to "the amounts are in".
    return words.say_in("amounts are in", "leva")


def _euro(words: Words) -> str:
    # Translators: the answer to "the amounts are in".
    return words.say_in("amounts are in", "euro")
