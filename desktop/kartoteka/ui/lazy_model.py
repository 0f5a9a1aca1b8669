"""Rows of lists of any length: sorted ids first, then pages of 100 rows as they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kartoteka.i18n import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets import cells

if TYPE_CHECKING:
    from kartoteka.shop import Shop

T = TypeVar("T")
PAGE = 100
KEPT_PAGES = 40
UP, DOWN = "↑", "↓"
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


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
    opens: bool = False
    """A click on the cell opens the row, as Enter does."""
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
        self._sorted_by: tuple[int, str] = (-1, "")
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

    def show_order(self, column: int, *, downwards: bool) -> None:
        """Say in a column's head that the rows are sorted by it; -1 for none."""
        self._sorted_by = (column, DOWN if downwards else UP)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

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
            return self._head(section, column) if column else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column is not None and column.right:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _head(self, section: int, column: Column[T]) -> str:
        head, (at, arrow) = column.head(self._around.words), self._sorted_by
        return f"{head} {arrow}" if section - self.choosable == at else head

    def _box_data(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            chosen = self.is_chosen(row)
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == ROW_ROLE:
            return self.row_at(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._around.words
            return words.say("selected") if self.is_chosen(row) else words.say("not selected")
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
