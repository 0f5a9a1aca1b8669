"""Tables over lists of any length, of which only the rows in sight are fetched and painted."""

from collections import OrderedDict
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kartoteka.ui.lazy_model import Column, Index, LazyModel
from kartoteka.ui.page import Surroundings
from kartoteka.ui.second_click import SecondClick
from kartoteka.ui.widgets import cells

__all__ = ["Column", "LazyModel", "LazyTable"]

T = TypeVar("T")
PICTURES = 240
"""Painted cells that are kept: some forty rows, so that a second picture costs nothing."""
_PictureKey = tuple[int, int, int, int, str, bool, float]


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
    """A calm table over a LazyModel: Enter or a double click opens a row, Space ticks it.

    A column that `opens` does so by a single click.
    """

    opened = Signal(int)
    """The row with this id was opened."""

    def __init__(self, around: Surroundings, model: LazyModel[T], row_height: int = 56) -> None:
        """Rows are all `row_height` pixels high."""
        super().__init__()
        self.around = around
        self.lazy = model
        self.hovered_row = -1
        self._second_click = SecondClick(self)
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
        elif column.opens:
            self._second_click.swallow()
            self._open(index.row())
        elif column.clicked is not None:
            row = self.lazy.row_at(index.row())
            if row is not None:
                column.clicked(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        column = self.lazy.column(index.column()) if index.isValid() else None
        if column is not None and (column.opens or column.clicked):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
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
