"""A choice whose text ends in dots where its field is narrow; the list shows it whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

LETTERS = 6
"""So many letters are always seen."""


class ElidedChoice(QComboBox):
    """As narrow as its place wants it, with the whole text as its tooltip when that is cut."""

    def __init__(self) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LETTERS)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentTextChanged.connect(lambda _: self._follow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the tooltip what no longer fits."""
        super().resizeEvent(event)
        self._follow()

    def showPopup(self) -> None:
        """The list is as wide as its longest text."""
        wide = self.view().sizeHintForColumn(0) + 2 * LETTERS
        self.view().setMinimumWidth(max(self.width(), wide))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shown()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _shown(self) -> str:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideMiddle, room.width()
        )

    def _follow(self) -> None:
        whole = self.currentText()
        self.setToolTip("" if self._shown() == whole else whole)
