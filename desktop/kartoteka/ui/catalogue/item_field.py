"""The field under the basket: scan or type an item, the found ones drop down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.catalogue import ItemLine
from kartoteka.domain.typed import Wanted, read_wanted
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, SMALL
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import label, restyle

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FOUND = 7
ROW = 46
Index = QModelIndex | QPersistentModelIndex


class _Found(QAbstractListModel):
    """The items that were found."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.items: Sequence[ItemLine] = ()

    def show_items(self, items: Sequence[ItemLine]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as were found."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Name, code and price."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        item = self.items[index.row()]
        parts = (item.name, item.sku, item.barcode, self.price(item))
        return ", ".join(part for part in parts if part)

    def price(self, item: ItemLine) -> str:
        """The price in words; '' when it is asked at the till."""
        return "" if item.price is None else formats.money(self._around.words, item.price)


class _Line(QStyledItemDelegate):
    """Name and codes at the left, the price at the right."""

    def __init__(self, drop: "ItemDrop", around: Surroundings) -> None:
        super().__init__(drop)
        self._drop, self._around = drop, around

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        theme, rect = self._around.theme, QRect(option.rect)
        item = self._drop.found.items[index.row()]
        if index.row() == self._drop.list.currentIndex().row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), 8, 8)
        canvas = cells.Canvas(painter, rect, theme, self._around.words, theme.font())
        price = self._drop.found.price(item)
        bold = theme.font(BODY, bold=True)
        width = theme.metrics(BODY, bold=True).horizontalAdvance(price)
        room = rect.adjusted(16, 0, -16, 0)
        cells.line(canvas, room, price, bold, right=True)
        name = room.adjusted(0, 0, -width - 12, 0)
        small = "  ·  ".join(part for part in (item.sku, item.barcode) if part)
        if not small:
            cells.line(canvas, name, item.name, bold)
            return
        cells.line(canvas, QRect(name.left(), name.top() + 4, name.width(), 20), item.name, bold)
        lower = QRect(name.left(), name.top() + 23, name.width(), 18)
        cells.line(canvas, lower, small, theme.font(SMALL), "muted")


class ItemDrop(QFrame):
    """The items that were found, under or over the field; the focus stays in the field."""

    def __init__(self, window: QWidget, around: Surroundings) -> None:
        super().__init__(window)
        self.setObjectName("searchDrop")
        self._around = around
        self.found = _Found(around)
        self.found.setParent(self)
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Line(self, around))
        self.list.entered.connect(self.list.setCurrentIndex)
        around.speech.bind(self.list.setAccessibleName, lambda words: words.say("Items found"))
        self._nothing = label("muted", wrap=True)
        self._nothing.setContentsMargins(14, 8, 12, 8)
        around.speech.bind(self._nothing.setText, _nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()

    def show_items(self, items: Sequence[ItemLine], beside: QWidget) -> None:
        """Show what was found, where there is more room."""
        self.found.show_items(items)
        self._nothing.setVisible(not items)
        self.list.setVisible(bool(items))
        if items:
            self.list.setCurrentIndex(self.found.index(0))
        window = beside.window()
        corner = beside.mapTo(window, QPoint(0, 0))
        width = beside.width()
        wanted = (len(items) * ROW if items else self._nothing.heightForWidth(width)) + 12
        below = window.height() - corner.y() - beside.height() - 12
        if wanted <= below or below >= corner.y():
            top, height = corner.y() + beside.height() + 4, min(wanted, below)
        else:
            height = min(wanted, corner.y() - 8)
            top = corner.y() - height - 4
        self.setGeometry(corner.x(), top, width, height)
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Go up or down in what was found."""
        if self.found.items:
            row = (self.list.currentIndex().row() + step) % len(self.found.items)
            self.list.setCurrentIndex(self.found.index(row))

    @property
    def current(self) -> ItemLine | None:
        """The item that Enter takes."""
        row = self.list.currentIndex().row()
        return self.found.items[row] if 0 <= row < len(self.found.items) else None


class ItemField(QFrame):
    """Takes `tea`, `3*tea`, an article number, or `Gift box 4.50` for what is in no catalogue."""

    chosen = Signal(object, object)
    """An `ItemLine` and how many of it."""
    free = Signal(object)
    """A `Wanted` that nothing in the catalogue fits."""
    walked = Signal(int)
    """An arrow while nothing is dropped down: to the line above or below."""
    removed = Signal()
    stepped = Signal(int)
    answered = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("itemField")
        self._around = around
        self._drop: ItemDrop | None = None
        self._answered = ""
        self._take_when_answered = False
        self.input = QLineEdit()
        self.input.setObjectName("searchInput")
        self.input.textEdited.connect(self._on_edited)
        self.input.installEventFilter(self)
        around.speech.bind(self.input.setPlaceholderText, _hint)
        around.speech.bind(self.input.setAccessibleName, _hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self.input, 1)
        row.addWidget(label("key", "F3"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(46)
        self.setFocusProxy(self.input)

    @property
    def drop(self) -> ItemDrop:
        """The list of found items; made when it is first needed."""
        if self._drop is None:
            self._drop = ItemDrop(self.window(), self._around)
            self._drop.list.clicked.connect(lambda _: self._take())
        return self._drop

    @property
    def is_dropped(self) -> bool:
        """Whether found items are on the screen."""
        return self._drop is not None and self._drop.isVisible()

    def leave(self) -> None:
        """Close the list and empty the field."""
        self.input.clear()
        self._answered = ""
        self._take_when_answered = False
        if self._drop is not None:
            self._drop.hide()

    def hideEvent(self, event: object) -> None:
        """Another page: the list goes too."""
        if self._drop is not None:
            self._drop.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter, Esc; with an empty field also Del, + and −."""
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "lit", kind is QEvent.Type.FocusIn)
            if kind is QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._hide_unless_focused)
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            if self.is_dropped:
                self.drop.move_by(step)
            else:
                self.walked.emit(step)
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        if key == Qt.Key.Key_Escape and (self.input.text() or self.is_dropped):
            self.leave()
            return True
        return not self.input.text() and self._on_line_key(event)

    def _on_line_key(self, event: QKeyEvent) -> bool:
        """Keys for the chosen line, while nothing is typed."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.text() in ("+", "-", "−"):
            self.stepped.emit(1 if event.text() == "+" else -1)
        else:
            return False
        return True

    def _on_edited(self, text: str) -> None:
        if not text.strip():
            self.leave()
            return
        query = read_wanted(text).text
        self._around.desk.ask(
            lambda shop: (text, _find(shop, query)), self._on_found, key=("items", id(self))
        )

    def _on_found(self, answer: tuple[str, list[ItemLine]]) -> None:
        text, items = answer
        if text != self.input.text():
            return
        self._answered = text
        self.drop.show_items(items, self)
        if self._take_when_answered:
            self._take_when_answered = False
            self._take()
        elif not self.input.hasFocus():
            self.drop.hide()
        self.answered.emit()

    def _take(self) -> None:
        """Take the chosen item, or what was typed when nothing fits."""
        text = self.input.text()
        if not text.strip():
            return
        if text != self._answered:
            self._take_when_answered = True
            return
        wanted: Wanted = read_wanted(text)
        item = self.drop.current if self.drop.found.items else None
        self.leave()
        if item is None:
            self.free.emit(wanted)
        else:
            self.chosen.emit(item, wanted.quantity)

    def _hide_unless_focused(self) -> None:
        if self._drop is not None and not self.input.hasFocus():
            self._drop.hide()


def _find(shop: "Shop", query: str) -> list[ItemLine]:
    from kartoteka.shop import catalogue

    return catalogue.find_lines(shop, query, FOUND)


def _hint(words: Words) -> str:
    return words.say("Scan or type an item…")


def _nothing(words: Words) -> str:
    return words.say("Nothing in the catalogue fits. Enter sells it as it is typed: Gift box 4.50")
