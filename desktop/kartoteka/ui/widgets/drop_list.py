"""The list that drops down from a field: what was found while one types, painted quickly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import BODY, SMALL, Theme
from kartoteka.ui.widgets.card_frame import said
from kartoteka.ui.widgets.chips import HEIGHT as CHIP
from kartoteka.ui.widgets.chips import ChipText, chip_width, paint_chip

T = TypeVar("T")
ROW = 48
ROUND = 8
"""The radius of the corners; above and below the lines there is so much ground, too."""
SIDE = 16
GAP = 4
"""Between the field and the list."""
AWAY = 8
"""The list keeps so far from the window's edges."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class DropRow:
    """How one found thing is shown: a strong line, quiet words below, a chip or a price."""

    title: str
    small: tuple[str, ...] = ()
    chip: ChipText | None = None
    price: str = ""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        chip = self.chip.text if self.chip is not None else ""
        return ", ".join(part for part in (self.title, *self.small, chip, self.price) if part)


Tell = Callable[[Words, T], DropRow]


@dataclass(frozen=True, slots=True)
class DropWords(Generic[T]):
    """What a list of found things says."""

    tell: Tell[T]
    name: Callable[[Words], str]
    """The accessible name of the list."""
    nothing: Callable[[Words], str]
    """Stands in place of lines when nothing was found."""


class _Found(QAbstractListModel, Generic[T]):
    """The things that were found."""

    def __init__(self, speech: Speech, tell: Tell[T]) -> None:
        super().__init__()
        self._speech, self._tell = speech, tell
        self.lines: Sequence[T] = ()
        self.rows: list[DropRow] = []
        speech.spoken.connect(self._on_spoken)

    def show_lines(self, lines: Sequence[T]) -> bool:
        """Show these, as many as before in place; whether they are others."""
        if list(lines) == list(self.lines):
            return False
        in_place = len(lines) == len(self.lines)
        if not in_place:
            self.beginResetModel()
        self.lines = lines
        self.rows = [self._tell(self._speech.words, line) for line in lines]
        if in_place:
            self._tell_changed()
        else:
            self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The words of a line, for screen readers: the delegate paints the row itself."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.rows[index.row()].spoken

    def _on_spoken(self) -> None:
        if self.lines:
            self.rows = [self._tell(self._speech.words, line) for line in self.lines]
            self._tell_changed()

    def _tell_changed(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))


class _Painter(QStyledItemDelegate):
    """Paints one row in few strokes: each letter typed paints eight of them."""

    def __init__(self, list_view: QListView, rows: Callable[[], list[DropRow]], theme: Theme):
        super().__init__(list_view)
        self._list, self._rows, self._theme = list_view, rows, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect = QRect(option.rect)
        number = index.row()
        row = self._rows()[number]
        if number == self._list.currentIndex().row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), ROUND, ROUND)
        left, top = rect.left() + SIDE, rect.top()
        room = rect.width() - 2 * SIDE - self._paint_right(painter, rect, row)
        small = "  ·  ".join(part for part in row.small if part)
        if small:
            self._text(painter, QRect(left, top + 4, room, 21), row.title, BODY, bold=True)
            self._text(painter, QRect(left, top + 24, room, 19), small, SMALL, "muted")
        else:
            self._text(painter, QRect(left, top, room, ROW), row.title, BODY, bold=True)

    def _paint_right(self, painter: QPainter, rect: QRect, row: DropRow) -> int:
        """Paint the chip or the price; how much of the row it takes."""
        theme = self._theme
        if row.chip is not None:
            width = chip_width(theme, row.chip.text)
            left = rect.right() + 1 - SIDE - width
            top = rect.top() + (ROW - CHIP) // 2
            paint_chip(painter, theme, row.chip, QRectF(left, top, width, CHIP))
            return width + 12
        if row.price:
            width = theme.advance(row.price, BODY, bold=True)
            left = rect.right() + 1 - SIDE - width
            place = QRect(left, rect.top(), width, ROW)
            self._text(painter, place, row.price, BODY, bold=True)
            return width + 12
        return 0

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        size: int,
        token: str = "ink",
        *,
        bold: bool = False,
    ) -> None:
        """One line from a point: laying it out in a box takes twice as long."""
        theme, metrics = self._theme, self._theme.metrics(size, bold=bold)
        painter.setFont(theme.font(size, bold=bold))
        painter.setPen(theme.color(token))
        base = box.top() + (box.height() - metrics.height()) // 2 + metrics.ascent()
        shown = theme.fitting(text, box.width(), size, bold=bold)
        painter.drawText(QPointF(box.left(), base), shown)


class _Lines(QListView):
    """The lines, on a ground of their own: what lies beneath is not painted with each letter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.entered.connect(self.setCurrentIndex)

    def show_changed(self) -> None:
        """Place the rows and paint them with the next picture, not with the one after it."""
        self.executeDelayedItemsLayout()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground and draw the frame's edges beside it, then the lines."""
        box = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("card"))
        edge = self._theme.color("tick")
        painter.fillRect(0, 0, 1, box.height(), edge)
        painter.fillRect(box.width() - 1, 0, 1, box.height(), edge)
        painter.end()
        super().paintEvent(event)


class DropList(QFrame, Generic[T]):
    """What was found, over the page beside a field; the focus stays in the field."""

    def __init__(self, window: QWidget, speech: Speech, theme: Theme, words: DropWords[T]) -> None:
        """Hidden until `show_lines`; `window` is the window of the field."""
        super().__init__(window)
        self.setObjectName("dropList")
        self._found: _Found[T] = _Found(speech, words.tell)
        self._found.setParent(self)
        self.list = _Lines(theme)
        self.list.setParent(self)
        self.list.setModel(self._found)
        self.list.setItemDelegate(_Painter(self.list, lambda: self._found.rows, theme))
        speech.bind(self.list.setAccessibleName, words.name)
        self.nothing = said(speech, words.nothing, "muted", wrap=True)
        self.nothing.setParent(self)
        self.nothing.setContentsMargins(SIDE, 0, SIDE, 0)
        self.hide()

    @property
    def lines(self) -> Sequence[T]:
        """What was found, the likeliest first."""
        return self._found.lines

    @property
    def current(self) -> T | None:
        """The one that Enter takes."""
        row = self.list.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def show_lines(self, lines: Sequence[T], beside: QWidget, narrowest: int = 0) -> None:
        """Show what was found, under the field or over it, where there is more room."""
        changed = self._found.show_lines(lines)
        self.nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        if lines:
            self.list.setCurrentIndex(self._found.index(0))
        if changed:
            self.list.show_changed()
        self.setGeometry(self._place(beside, narrowest))
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Go up or down in what was found, round the ends."""
        if self.lines:
            row = (self.list.currentIndex().row() + step) % len(self.lines)
            self.list.setCurrentIndex(self._found.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines lie between the round corners, as wide as the frame."""
        super().resizeEvent(event)
        inside = self.rect().adjusted(0, ROUND, 0, -ROUND)
        self.list.setGeometry(inside)
        self.nothing.setGeometry(inside)

    def _place(self, beside: QWidget, narrowest: int) -> QRect:
        window = beside.window()
        corner = beside.mapTo(window, QPoint(0, 0))
        under = corner.y() + beside.height() + GAP
        width = min(max(beside.width(), narrowest), window.width() - corner.x() - AWAY)
        inside = len(self.lines) * ROW if self.lines else self.nothing.heightForWidth(width)
        wanted, below = inside + 2 * ROUND, window.height() - under - AWAY
        if wanted <= below or below >= corner.y():
            return QRect(corner.x(), under, width, min(wanted, below))
        height = min(wanted, corner.y() - AWAY)
        return QRect(corner.x(), corner.y() - height - GAP, width, height)
