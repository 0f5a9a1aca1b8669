"""Tables of any length: sorted ids first, then pages of 100 rows as they are painted."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kartoteka.i18n import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets import cells

if TYPE_CHECKING:
    from kartoteka.shop import Shop

T = TypeVar("T")
PAGE = 100
KEPT_PAGES = 40
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
PICTURES = 240
"""Painted cells that are kept: some forty rows, so that a second picture costs nothing."""
_PictureKey = tuple[int, int, int, int, str, bool, float]


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its head, the text of a cell, and how the cell is painted.

    `text` is also what screen readers say and what a tooltip shows when the cell is too narrow.
    """

    head: Callable[[Words], str]
    text: Callable[[Words, T], str]
    paint: cells.CellPainter[T] | None = None
    """None: the text in one line."""
    width: int = 120
    stretch: bool = False
    right: bool = False
    clicked: Callable[[T], None] | None = None
    """A click on the cell does this instead of choosing the row (an icon to call)."""


class LazyModel(QAbstractTableModel, Generic[T]):
    """Rows for a list of ids, of which only the painted pages are ever fetched."""

    chosen_changed = Signal()

    def __init__(
        self,
        around: Surroundings,
        columns: Sequence[Column[T]],
        fetch: "Callable[[Shop, Sequence[int]], Sequence[T]]",
        row_id: Callable[[T], int],
        *,
        choosable: bool = False,
    ) -> None:
        """`fetch` runs on the worker for a page of ids; rows that are gone may be left out.

        `choosable` puts a box before each row; the chosen are kept by id through every new order.
        """
        super().__init__()
        self._around = around
        self.columns = tuple(columns)
        self.choosable = choosable
        self._fetch = fetch
        self._row_id = row_id
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, T]] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0
        self._chosen: dict[int, None] = {}
        around.speech.spoken.connect(self._on_spoken)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order; everything fetched before is forgotten."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self._turn += 1
        self.endResetModel()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show rows that are known already (a short list)."""
        self.set_ids([self._row_id(row) for row in rows])
        for start in range(0, len(rows), PAGE):
            page = rows[start : start + PAGE]
            self._pages[start // PAGE] = {self._row_id(row): row for row in page}

    def ids(self) -> Sequence[int]:
        """All ids in order."""
        return self._ids

    def id_at(self, row: int) -> int:
        """The id of a row."""
        return self._ids[row]

    def row_at(self, row: int) -> T | None:
        """A fetched row; None while it is on its way (asking for it begins here)."""
        page = self._pages.get(row // PAGE)
        if page is None:
            self._ask_for(row // PAGE)
            return None
        return page.get(self._ids[row])

    def chosen(self) -> list[int]:
        """The ids whose box is ticked, in the order of choosing."""
        return list(self._chosen)

    def set_chosen(self, ids: Sequence[int]) -> None:
        """Tick exactly these."""
        self._chosen = dict.fromkeys(ids)
        self._all_changed()
        self.chosen_changed.emit()

    def toggle(self, row: int) -> None:
        """Tick or untick one row."""
        client = self._ids[row]
        if client in self._chosen:
            del self._chosen[client]
        else:
            self._chosen[client] = None
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.chosen_changed.emit()

    def is_chosen(self, row: int) -> bool:
        """Whether the row's box is ticked."""
        return self._ids[row] in self._chosen

    # What the view asks ------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns, and the one of the boxes."""
        return len(self.columns) + self.choosable

    def column(self, section: int) -> Column[T] | None:
        """The column at a place; None for that of the boxes."""
        at = section - self.choosable
        return self.columns[at] if at >= 0 else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen; the box can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.column(index.column()) is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Text for eyes and screen readers; the row itself for painters."""
        column = self.column(index.column())
        if column is None:
            return self._box_data(index.row(), role)
        if role == ROW_ROLE:
            return self.row_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row_at(index.row())
            return "…" if row is None else column.text(self._around.words, row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head(self._around.words) if column else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column is not None and column.right:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _box_data(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            chosen = self.is_chosen(row)
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == ROW_ROLE:
            return self.row_at(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._around.words
            return words.say("chosen") if self.is_chosen(row) else words.say("not chosen")
        return None

    def _ask_for(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        ids = list(self._ids[page * PAGE : (page + 1) * PAGE])
        turn = self._turn

        def arrived(rows: Sequence[T]) -> None:
            self._arrived(turn, page, rows)

        self._around.desk.ask(lambda shop: self._fetch(shop, ids), arrived)

    def _arrived(self, turn: int, page: int, rows: Sequence[T]) -> None:
        if turn != self._turn:
            return
        self._asked.discard(page)
        self._pages[page] = {self._row_id(row): row for row in rows}
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))

    def _all_changed(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1)
            )

    def _on_spoken(self) -> None:
        self._all_changed()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))


class _RowDelegate(QStyledItemDelegate, Generic[T]):
    """Paints a cell with its column's painter on a ground that shows hover and choice."""

    def __init__(self, table: "LazyTable[T]") -> None:
        super().__init__(table)
        self._table = table

        self._pictures: OrderedDict[_PictureKey, QPixmap] = OrderedDict()
        table.lazy.modelReset.connect(self.forget)
        table.lazy.dataChanged.connect(self.forget)
        table.around.theme.changed.connect(self.forget)

    def forget(self) -> None:
        """What was painted before is no longer right."""
        self._pictures.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Show the cell's picture, painted once for its row, size and ground."""
        lazy, place = self._table.lazy, index.row()
        row = lazy.row_at(place)
        ground = self._ground(place)
        rect = QRect(option.rect)
        if row is None:
            self._paint_cell(painter, rect, index, row, ground)
            return
        scale = painter.device().devicePixelRatioF()
        ticked = lazy.choosable and lazy.is_chosen(place)
        key = (id(row), index.column(), rect.width(), rect.height(), ground, ticked, scale)
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(round(rect.width() * scale), round(rect.height() * scale))
            picture.setDevicePixelRatio(scale)
            inside = QPainter(picture)
            self._paint_cell(inside, QRect(0, 0, rect.width(), rect.height()), index, row, ground)
            inside.end()
            self._pictures[key] = picture
            if len(self._pictures) > PICTURES:
                self._pictures.popitem(last=False)
        painter.drawPixmap(rect.topLeft(), picture)

    def _ground(self, place: int) -> str:
        """The colour behind a row."""
        table = self._table
        if (
            table.hasFocus()
            and table.currentIndex().row() == place
            and table.is_row_selected(place)
        ):
            return "accent_soft"
        return "hover" if table.hovered_row == place else "card"

    def _paint_cell(
        self, painter: QPainter, rect: QRect, index: Index, row: T | None, ground: str
    ) -> None:
        """Ground, thin line below, then the cell."""
        theme, lazy = self._table.around.theme, self._table.lazy
        canvas = cells.Canvas(painter, rect, theme, self._table.around.words, theme.font())
        painter.fillRect(rect, theme.color(ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = lazy.column(index.column())
        if column is None:
            cells.paint_box(canvas, lazy.is_chosen(index.row()))
        elif row is None:
            cells.paint_waiting(canvas)
        elif column.paint is not None:
            column.paint(canvas, row)
        else:
            cells.paint_text(canvas, column.text(canvas.words, row), right=column.right)


class LazyTable(QTableView, Generic[T]):
    """A calm table over a LazyModel: Enter or a double click opens a row, Space ticks it."""

    opened = Signal(int)
    """The row with this id was opened."""

    def __init__(self, around: Surroundings, model: LazyModel[T], row_height: int = 56) -> None:
        """Rows are all `row_height` pixels high."""
        super().__init__()
        self.around = around
        self.lazy = model
        self.hovered_row = -1
        self.setModel(model)
        model.setParent(self)
        self.setItemDelegate(_RowDelegate(self))
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self._dress_header()
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        model.modelReset.connect(self._on_reset)
        around.theme.changed.connect(self.viewport().update)

    def is_row_selected(self, row: int) -> bool:
        """Whether the row is the selected one."""
        chosen = self.selectionModel()
        return bool(chosen and chosen.isRowSelected(row, QModelIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, letters are left to the search field."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._open(row)
        elif event.key() == Qt.Key.Key_Space and row >= 0 and self.lazy.choosable:
            self.lazy.toggle(row)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks it; a click on a cell with its own deed does that."""
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        column = self.lazy.column(index.column())
        if column is None:
            self.lazy.toggle(index.row())
        elif column.clicked is not None:
            row = self.lazy.row_at(index.row())
            if row is not None:
                column.clicked(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a tooltip with the whole text where the cell is too narrow for it."""
        if event.type() == QEvent.Type.ToolTip:
            return cells.show_tooltip(self, event)
        return bool(super().viewportEvent(event))

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.lazy.ids()):
            self.opened.emit(self.lazy.id_at(row))

    def _on_reset(self) -> None:
        self.hovered_row = -1

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        first = int(self.lazy.choosable)
        if first:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, 40)
        for place, column in enumerate(self.lazy.columns, start=first):
            mode = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Fixed
            )
            header.setSectionResizeMode(place, mode)
            header.resizeSection(place, column.width)
