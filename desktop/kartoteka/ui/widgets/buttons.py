"""Buttons: icon, words and the key that does the same."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import BODY, ICON, Theme

INKS = {
    "plain": ("ink", "muted"),
    "primary": ("on_accent", "on_accent_muted"),
    "quiet": ("accent", "muted"),
    "danger": ("alarm", "muted"),
}
PAD_X = 16
SPACE = 9
HEIGHT = 38


class Button(QPushButton):
    """A button that shows its key beside its words; kinds: plain, primary, quiet, danger."""

    def __init__(
        self,
        theme: Theme,
        speech: Speech,
        phrase: Callable[[Words], str],
        *,
        icon: str = "",
        key: str = "",
        kind: str = "plain",
    ) -> None:
        """`key` is only shown here; the page or the window makes the shortcut."""
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._key = key
        self.kind = kind
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        speech.bind(self.setText, phrase)
        speech.bind(self.setAccessibleName, phrase)
        theme.changed.connect(self.update)

    def setText(self, text: str) -> None:
        """Change the words; an ampersand is an ampersand."""
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        font = self._theme.font(BODY, bold=True)
        width = 2 * PAD_X + QFontMetrics(font).horizontalAdvance(self.text())
        if self._icon_name:
            width += ICON + (SPACE if self.text() else 0)
        if self._key:
            width += SPACE + QFontMetrics(self._theme.font(BODY)).horizontalAdvance(self._key)
        return QSize(width, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground from the style sheet, then icon, words and key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink, quiet = INKS[self.kind]
        if not self.isEnabled():
            ink = quiet = "gone"
        left = (self.width() - (self.sizeHint().width() - 2 * PAD_X)) // 2
        if self._icon_name:
            box = QRect(left, (self.height() - ICON) // 2, ICON, ICON)
            self._theme.icon(self._icon_name, ink).paint(painter, box)
            left += ICON + (SPACE if self.text() else 0)
        font = self._theme.font(BODY, bold=True)
        left = self._write(painter, self.text(), font, ink, left)
        if self._key:
            self._write(painter, self._key, self._theme.font(BODY), quiet, left + SPACE)

    def _write(self, painter: QStylePainter, text: str, font: QFont, ink: str, left: int) -> int:
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        width = painter.fontMetrics().horizontalAdvance(text)
        box = QRect(left, 0, width + 1, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return left + width


class IconButton(QPushButton):
    """A small square button with an icon only; its words are its accessible name and tooltip."""

    def __init__(
        self,
        theme: Theme,
        speech: Speech,
        phrase: Callable[[Words], str],
        icon: str,
        token: str = "muted",
    ) -> None:
        """`phrase` says what it does."""
        super().__init__()
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)
        self.setAutoDefault(False)
        theme.dress(self.setIcon, icon, token)
        self.setIconSize(QSize(ICON, ICON))
        speech.bind(self.setAccessibleName, phrase)
        speech.bind(self.setToolTip, phrase)
