"""The look: fonts, colours light or dark, the style sheet, icons in the colour of their text."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kartoteka import places
from kartoteka.ui.tokens import DARK, LIGHT, Tokens

Mode = Literal["auto", "light", "dark"]
TYPEFACE = "NotoSans"
"""Files of the window's typeface; papers have others beside them."""
BODY, SMALL, TINY, HEAD, LARGE, GREAT = 15, 13, 11, 16, 24, 30
"""Sizes of type, in logical pixels."""
GAP = 14
"""The distance between things that belong apart."""
MEASURED = 1000
"""The widths of so many texts are kept: more than a screen of them."""
STROKE = "1.8"
ICON = 18


def dead(setter: Callable[..., Any]) -> bool:
    """Whether a bound method belongs to a Qt object that is gone."""
    owner = getattr(setter, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    path = places.resources() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8").replace('stroke-width="2"', f'stroke-width="{STROKE}"')


def _pixmap(name: str, color: str, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


class Theme(QObject):
    """Colours, fonts and icons of the running program; one for all windows."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = "auto") -> None:
        """Load the fonts and dress the application."""
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool], QFontMetrics] = {}
        self._advances: dict[tuple[str, int, bool], int] = {}
        self._colors: dict[str, QColor] = {}
        self._dressed: list[Callable[[], bool]] = []
        self.tokens: Tokens = LIGHT
        self.family = _load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        app.setStyle("Fusion")
        app.setFont(self.font())
        self._dress_application()

    @property
    def mode(self) -> Mode:
        """What the owner chose: auto, light or dark."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark; everything on the screen changes at once."""
        if mode != self._mode:
            self._mode = mode
            self._dress_application()

    def color(self, token: str) -> QColor:
        """The colour of a token, e.g. 'alarm_soft'; shared, so not to be changed."""
        color = self._colors.get(token)
        if color is None:
            color = self._colors[token] = QColor(getattr(self.tokens, token))
        return color

    def font(self, pixels: int = BODY, *, bold: bool = False) -> QFont:
        """The program's typeface with figures of equal width; shared, so not to be changed."""
        font = self._fonts.get((pixels, bold))
        if font is None:
            font = QFont(self.family)
            font.setPixelSize(pixels)
            font.setBold(bold)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[(pixels, bold)] = font
        return font

    def metrics(self, pixels: int = BODY, *, bold: bool = False) -> QFontMetrics:
        """How wide words are in that type."""
        metrics = self._metrics.get((pixels, bold))
        if metrics is None:
            metrics = QFontMetrics(self.font(pixels, bold=bold))
            self._metrics[(pixels, bold)] = metrics
        return metrics

    def fitting(self, text: str, room: int, pixels: int = BODY, *, bold: bool = False) -> str:
        """The text, or as much as fits into `room` pixels and dots."""
        if self.advance(text, pixels, bold=bold) <= room:
            return text
        metrics = self.metrics(pixels, bold=bold)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def advance(self, text: str, pixels: int = BODY, *, bold: bool = False) -> int:
        """How wide this text is in that type; what was painted before is not measured again."""
        key = (text, pixels, bold)
        wide = self._advances.get(key)
        if wide is None:
            if len(self._advances) >= MEASURED:
                self._advances.clear()
            wide = self.metrics(pixels, bold=bold).horizontalAdvance(text)
            self._advances[key] = wide
        return wide

    def icon(self, name: str, token: str = "ink", size: int = ICON) -> QIcon:
        """An icon of resources/icons in the colour of a token."""
        color = getattr(self.tokens, token)
        key = (name, color, size)
        if key not in self._icons:
            icon = QIcon()
            icon.addPixmap(_pixmap(name, color, size, self._app.devicePixelRatio()))
            self._icons[key] = icon
        return self._icons[key]

    def dress(
        self, setter: Callable[[QIcon], Any], name: str, token: str = "ink", size: int = ICON
    ) -> None:
        """Give an icon to a widget, now and whenever the colours change."""

        def apply() -> bool:
            if dead(setter):
                return False
            setter(self.icon(name, token, size))
            return True

        apply()
        self._dressed.append(apply)

    def _on_system_scheme(self) -> None:
        if self._mode == "auto":
            self._dress_application()

    def _wants_dark(self) -> bool:
        if self._mode != "auto":
            return self._mode == "dark"
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _dress_application(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._colors.clear()
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(_style_sheet(self.tokens))
        self._dressed = [apply for apply in self._dressed if apply()]
        self.changed.emit()


def icon_size(pixels: int = ICON) -> QSize:
    """A square of that many pixels."""
    return QSize(pixels, pixels)


def _load_fonts() -> str:
    family = ""
    for path in sorted((places.resources() / "fonts").glob(f"{TYPEFACE}-*.ttf")):
        loaded = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
        family = family or (families[0] if families else "")
    return family or QFont().family()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for place, color in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.ink),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.alarm),
        (role.ToolTipBase, tokens.toast),
        (role.ToolTipText, tokens.toast_ink),
        (role.PlaceholderText, tokens.muted),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.Accent, tokens.accent),
        (role.Mid, tokens.line),
    ):
        palette.setColor(place, QColor(color))
    for place in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(tokens.gone))
    return palette


def _style_sheet(tokens: Tokens) -> str:
    path = places.resources() / "styles" / "kartoteka.qss"
    names = tokens.named()
    names["styles"] = path.parent.as_posix()
    names["tone"] = "dark" if tokens is DARK else "light"
    text = path.read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: names[found.group(1)], text)
