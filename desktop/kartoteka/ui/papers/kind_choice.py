"""Which kinds of paper the list shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from kartoteka.i18n.words import Words
from kartoteka.ui.papers.presenter import CHOICES
from kartoteka.ui.speech import Speech


class KindChoice(QComboBox):
    """All papers, or only receipts, invoices, proformas or notes."""

    chosen = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        for choice in CHOICES:
            self.addItem("", choice)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        speech.bind(self.setAccessibleName, lambda words: words.say("Which documents are shown"))
        speech.spoken.connect(self._say)
        self._say(speech.words)
        self.activated.connect(lambda at: self.chosen.emit(str(self.itemData(at))))

    def choose(self, choice: str) -> None:
        """Show a choice without telling it."""
        self.setCurrentIndex(max(0, self.findData(choice)))

    def _say(self, words: Words) -> None:
        for at, (_, phrase) in enumerate(CHOICES.values()):
            self.setItemText(at, phrase(words))
