"""The field for the ground on which no VAT is charged: the usual ones offered, any other typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kartoteka.domain.vat_grounds import offered_grounds
from kartoteka.i18n.words import Words
from kartoteka.ui.speech import Speech

SHORTEST = 24
"""Characters that the field is at least wide; a longer ground is scrolled."""


class VatGroundField(QComboBox):
    """Empty until something is chosen: the seller must know why."""

    typed = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItems(offered_grounds("bg"))
        self.setCurrentIndex(-1)
        speech.bind(self.setAccessibleName, title)
        line = self.lineEdit()
        if line is not None:
            line.setMaxLength(200)
            speech.bind(line.setPlaceholderText, hint)
        self.currentTextChanged.connect(self._on_text)
        self.currentIndexChanged.connect(lambda _: self._show_beginning())

    @property
    def ground(self) -> str:
        """What will stand on the paper; '' when nothing was chosen."""
        return " ".join(self.currentText().split())

    def _on_text(self, text: str) -> None:
        self.setToolTip(text)
        self.typed.emit()

    def _show_beginning(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)


def title(words: Words) -> str:
    """The field's name."""
    # Translators: a field; the article of the law because of which no VAT is charged.
    return words.say("Reason for no VAT")


def hint(words: Words) -> str:
    """What stands in the empty field."""
    return words.say("choose or enter the article of the law")


def lacking(words: Words) -> str:
    """What is said when it is left empty."""
    return words.say("Choose why no VAT is charged; it is printed on the document.")
