"""The controls with which a seller writes down how a call ended."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from kartoteka.domain.contacts import Outcome
from kartoteka.i18n import labels
from kartoteka.ui.calls.presenter import OUTCOMES, SIGNS
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, ICON, SMALL
from kartoteka.ui.widgets.day_field import DAY_FORMAT


class OutcomeButton(QPushButton):
    """One way for a call to end: icon, words, and its key at the right."""

    def __init__(self, around: Surroundings, outcome: Outcome, key: str) -> None:
        super().__init__()
        self._theme = around.theme
        self._icon = SIGNS[outcome][0]
        self._key = key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        around.speech.bind(self._say, lambda words: labels.outcome_label(words, outcome))

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        font = self._theme.font(BODY, bold=True)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 12 + ICON + 9 + 44, 38)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground from the style sheet, then icon, words and key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = "ink" if self.isEnabled() else "gone"
        box = self.rect().adjusted(13, 0, -13, 0)
        top = (self.height() - ICON) // 2
        painter.drawPixmap(
            box.left(), top, self._theme.icon(self._icon, ink).pixmap(QSize(ICON, ICON))
        )
        painter.setFont(self._theme.font(BODY, bold=True))
        painter.setPen(self._theme.color(ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            box.adjusted(ICON + 9, 0, 0, 0), int(Qt.AlignmentFlag.AlignLeft | middle), self.text()
        )
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | middle), self._key)

    def _say(self, text: str) -> None:
        shown = text[:1].upper() + text[1:]
        self.setText(shown)
        self.setAccessibleName(shown)
        self.updateGeometry()


class SaidField(QPlainTextEdit):
    """What the client said; Ctrl+Enter writes the call down, Ctrl+1…6 say how it ended."""

    finished = Signal()
    outcome_key = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain digits are text here."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        place = event.key() - Qt.Key.Key_1
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif held and 0 <= place < len(OUTCOMES):
            self.outcome_key.emit(place)
        else:
            super().keyPressEvent(event)


class CallBackDay(QDateEdit):
    """The day of a promised call-back; Enter writes the call down."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat(DAY_FORMAT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the whole call, not the day alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.finished.emit()
        else:
            super().keyPressEvent(event)
