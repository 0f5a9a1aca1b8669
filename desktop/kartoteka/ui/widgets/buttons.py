"""Buttons: icon, words and the key that does the same."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import BODY, ICON, Theme

INKS = {
    "plain": ("ink", "muted"),
    "primary": ("on_accent", "on_accent_muted"),
    "quiet": ("accent", "muted"),
    "danger": ("alarm", "muted"),
    "entry": ("ink", "muted"),
}
RADIUS = 8.0
AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours behind a button's words; '' paints nothing."""

    rest: str
    hover: str
    line: str
    focus: str = "accent"
    disabled: str = "background"


GROUNDS = {
    "plain": Ground("card", "hover", "line"),
    "primary": Ground("accent", "accent_hover", "", "ink", "gone_soft"),
    "quiet": Ground("", "accent_soft", "", disabled=""),
    "danger": Ground("card", "hover", "line"),
    "entry": Ground("", "accent_soft", "", disabled=""),
}
PAD_X = 14
SPACE = 9
HEIGHT = 38


class Button(QPushButton):
    """A button that shows its key beside its words; kinds: plain, primary, quiet, danger.

    An entry is one of a list: its words begin at the left, in the weight of running text.
    """

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
        self._bold = kind != "entry"
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
        metrics = self._theme.metrics(BODY, bold=self._bold)
        width = 2 * PAD_X + metrics.horizontalAdvance(self.text())
        if self._icon_name:
            width += ICON + (SPACE if self.text() else 0)
        if self._key:
            width += SPACE + self._theme.metrics(BODY).horizontalAdvance(self._key)
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
        """The ground, then icon, words and key."""
        painter = QPainter(self)
        paint_ground(painter, self, self._theme, GROUNDS[self.kind])
        ink, quiet = INKS[self.kind]
        if not self.isEnabled():
            ink = quiet = "gone"
        spare = self.width() - self.sizeHint().width()
        left = PAD_X + (0 if self.kind == "entry" else spare // 2)
        if self._icon_name:
            box = QRect(left, (self.height() - ICON) // 2, ICON, ICON)
            self._theme.icon(self._icon_name, ink).paint(painter, box)
            left += ICON + (SPACE if self.text() else 0)
        font = self._theme.font(BODY, bold=self._bold)
        left = self._write(painter, self.text(), font, ink, left)
        if self._key:
            self._write(painter, self._key, self._theme.font(BODY), quiet, left + SPACE)

    def _write(self, painter: QPainter, text: str, font: QFont, ink: str, left: int) -> int:
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        width = painter.fontMetrics().horizontalAdvance(text)
        box = QRect(left, 0, width + 1, self.height())
        painter.drawText(box, AT_LEFT, text)
        return left + width


def paint_ground(painter: QPainter, button: QPushButton, theme: Theme, ground: Ground) -> None:
    """The ground of a button as it rests, under the mouse, pressed, ticked or with the focus.

    Painted here, since Qt's own way asks the style sheet at every picture.
    """
    fill, edge, width = ground.rest, ground.line, 1.0
    if not button.isEnabled():
        fill = ground.disabled
    elif button.isChecked() or (button.isDown() and ground.rest != "accent"):
        fill, edge = "accent_soft", "accent"
    elif button.underMouse() or button.isDown():
        fill = ground.hover
    if button.hasFocus():
        edge, width = ground.focus, 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0.0
    box = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, RADIUS, RADIUS)


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
