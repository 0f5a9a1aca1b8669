"""The rail at the left: the pages that exist, the one that is open, and how much waits in each."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n import Words
from kartoteka.ui.pages import PAGES, PageKind
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import BODY, ICON, Theme

WIDE = 196
NARROW = 56
BADGE_TEXT = 12


class Logo(QWidget):
    """The program's sign: a card with a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(26, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(QRectF(0, 1, 26, 20), 4, 4)
        painter.setPen(QPen(QColor("#0B6E69"), 2))
        painter.drawLine(4, 8, 16, 8)
        painter.setPen(QPen(QColor("#B9C4C9"), 1.4))
        painter.drawLine(4, 13, 12, 13)


class RailButton(QPushButton):
    """One page on the rail: icon, words, and a badge with a count."""

    def __init__(self, kind: PageKind, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self.kind = kind
        self._speech = speech
        self._theme = theme
        self._badge = 0
        self._narrow = False
        self.setObjectName("railButton")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(37)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        speech.bind(self._set_label, kind.label)
        theme.changed.connect(self.update)

    def set_badge(self, count: int) -> None:
        """How many things wait on this page; 0 hides the badge."""
        if count != self._badge:
            self._badge = count
            self._set_label(self.kind.label(self._speech.words))
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon; the words go to the tooltip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Words are elided by the rail's width, never by the layout."""
        return QSize(36, 37)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, badge."""
        painter = QPainter(self)
        lit = self.isChecked() or self.underMouse()
        if lit or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = self.hasFocus()
            painter.setPen(QPen(self._theme.color("rail_ring"), 2) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("rail_chosen" if lit else "rail"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        icon = self._theme.icon(self.kind.icon, "rail_ink")
        left = (self.width() - ICON) // 2 if self._narrow else 11
        icon.paint(painter, QRect(left, (self.height() - ICON) // 2, ICON, ICON))
        room = self.width() - 8
        if self._badge:
            room = self._paint_badge(painter)
        if not self._narrow:
            painter.setFont(self._theme.font(BODY))
            painter.setPen(self._theme.color("rail_ink"))
            box = QRect(38, 0, room - 38 - 4, self.height())
            text = QFontMetrics(painter.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text
            )

    def _paint_badge(self, painter: QPainter) -> int:
        text = str(self._badge) if self._badge < 1000 else "999+"
        font = self._theme.font(BADGE_TEXT - 2 if self._narrow else BADGE_TEXT, bold=True)
        high = 13 if self._narrow else 17
        width = max(high, QFontMetrics(font).horizontalAdvance(text) + (6 if self._narrow else 12))
        top = 1 if self._narrow else (self.height() - high) // 2
        right = self.width() - (0 if self._narrow else 10)
        box = QRectF(right - width, top, width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("alarm"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color("on_alarm"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return int(box.left())

    def _set_label(self, text: str) -> None:
        self.setText(text)
        words = self._speech.words
        name = text
        if self._badge:
            # Translators: a page on the rail and how much waits there: "Calls, 14 waiting"
            name = words.count(
                "{page}, {number} waiting", "{page}, {number} waiting", self._badge, page=text
            )
        self.setAccessibleName(name)
        self.setToolTip(text if self._narrow else "")


class Rail(QFrame):
    """All pages of the rail; `page_wanted` carries the name of the one that was pressed."""

    page_wanted = Signal(str)

    def __init__(self, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(WIDE)
        self.is_narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 14)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 15)
        head.setSpacing(10)
        head.addWidget(Logo(theme))
        self._title = QLabel()
        self._title.setObjectName("railTitle")
        speech.bind(self._title.setText, _program_name)
        head.addWidget(self._title, 1)
        self._head = head
        column.addLayout(head)
        self.buttons: dict[str, RailButton] = {}
        bottom = [kind for kind in PAGES if kind.on_rail and kind.at_bottom]
        for kind in [kind for kind in PAGES if kind.on_rail and not kind.at_bottom]:
            column.addWidget(self._button(kind, speech, theme))
        column.addStretch(1)
        for kind in bottom:
            column.addWidget(self._button(kind, speech, theme))

    @property
    def order(self) -> list[str]:
        """The pages in the order of Alt+1, Alt+2 and so on."""
        return list(self.buttons)

    def light(self, name: str) -> None:
        """Show which page is open."""
        button = self.buttons.get(name)
        if button is not None:
            button.setChecked(True)

    def set_badge(self, name: str, count: int) -> None:
        """How much waits on a page."""
        if name in self.buttons:
            self.buttons[name].set_badge(count)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, for small windows."""
        if narrow == self.is_narrow:
            return
        self.is_narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._title.setVisible(not narrow)
        self._head.setContentsMargins(5 if narrow else 8, 0, 0, 15)
        for button in self.buttons.values():
            button.set_narrow(narrow)

    def _button(self, kind: PageKind, speech: Speech, theme: Theme) -> RailButton:
        button = RailButton(kind, speech, theme)
        button.clicked.connect(lambda: self.page_wanted.emit(kind.name))
        self.buttons[kind.name] = button
        return button


def _program_name(words: Words) -> str:
    return words.say("Kartoteka")
