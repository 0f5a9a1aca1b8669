"""The lines of the basket: two lines of text each, cells that are changed in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kartoteka.domain.reckoning import LineTotal, Totals
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, SMALL, TINY, Theme
from kartoteka.ui.till import phrases
from kartoteka.ui.till.presenter import Column, TillPresenter
from kartoteka.ui.widgets import cells

ROW = 55
WIDE = {Column.QUANTITY: 92, Column.PRICE: 104, Column.DISCOUNT: 104, Column.TOTAL: 116}
NARROW = {Column.QUANTITY: 70, Column.PRICE: 84, Column.DISCOUNT: 82, Column.TOTAL: 92}
WIDE_FROM = 640
EDITED = (Column.NAME, Column.QUANTITY, Column.PRICE, Column.DISCOUNT)
Index = QModelIndex | QPersistentModelIndex


class BasketModel(QAbstractTableModel):
    """The basket's lines with their sums."""

    shown = Signal()
    """Other lines or sums, or in another language."""
    written = Signal(int, object, str)
    """Line, column and the text that was typed into the cell."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.presenter: TillPresenter | None = None
        self.lines: tuple[LineTotal, ...] = ()
        self._told: list[object] = []
        """What was last shown of each line."""
        around.speech.spoken.connect(self._on_spoken)

    def show_sums(self, presenter: TillPresenter, sums: Totals) -> None:
        """Show these lines; rows that stay keep their place and focus."""
        self.presenter = presenter
        before, after = len(self.lines), len(sums.lines)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self.lines = sums.lines
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self.lines = sums.lines
            self.endRemoveRows()
        self.lines = sums.lines
        self._tell_changed(presenter)
        self.shown.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as the basket has lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Item, quantity, price, discount and total."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All cells but the total can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITED else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The cell's text, for eyes and screen readers, and as it is typed."""
        if self.presenter is None or not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.EditRole:
            text = self.presenter.cell_text(index.row(), column)
            return text if column is Column.NAME else formats.as_typed(self._around.words, text)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(self.lines[index.row()], column)
        return None

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """What was typed goes to the page, which knows the rules."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.written.emit(index.row(), Column(index.column()), str(value))
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _head(self._around.words, Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = section == Column.NAME
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def text(self, line: LineTotal, column: Column) -> str:
        """One cell in words."""
        words = self._around.words
        if column is Column.NAME:
            return line.line.name
        if column is Column.QUANTITY:
            return phrases.quantity(words, line.line)
        if column is Column.PRICE:
            price = line.line.price
            return words.say("price?") if price is None else formats.money(words, price)
        if column is Column.DISCOUNT:
            return phrases.discount(words, line.line.discount)
        return formats.money(words, line.total)

    def detail(self, line: LineTotal) -> str:
        """The small line under the name."""
        if self.presenter is None:
            return ""
        origin = self.presenter.origins.get(line.line.item or 0)
        return phrases.line_detail(self._around.words, line.line, origin)

    def _tell_changed(self, presenter: TillPresenter) -> None:
        """Only rows that differ are painted again: a scan changes one."""
        origins = presenter.origins
        told: list[object] = [(each, origins.get(each.line.item or 0)) for each in self.lines]
        last = len(Column) - 1
        for row, now in enumerate(told):
            if row >= len(self._told) or self._told[row] != now:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        self._told = told

    def _all_changed(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.shown.emit()

    def _on_spoken(self) -> None:
        self._all_changed()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)


class _Cells(QStyledItemDelegate):
    """Paints the cells and opens their editors."""

    def __init__(self, table: "BasketTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, line, text; the current cell has an edge while the table has the focus."""
        table, theme = self._table, self._table.around.theme
        rect = QRect(option.rect)
        current = table.currentIndex()
        lit = current.row() == index.row()
        painter.fillRect(rect, theme.color("accent_soft" if lit and table.hasFocus() else "card"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        canvas = cells.Canvas(painter, rect, theme, table.around.words, theme.font())
        column, line = Column(index.column()), table.lines.lines[index.row()]
        text = table.lines.text(line, column)
        if column is Column.NAME:
            self._paint_name(canvas, text, table.lines.detail(line))
        else:
            bold, room = column is Column.TOTAL, canvas.inside.width()
            font = theme.font(_pixels(theme, text, room, bold=bold), bold=bold)
            cells.line(canvas, canvas.inside, text, font, _token(line, column), right=True)
        if current == index and table.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 3, -2, -4), 6, 6)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field as high as the others, in the cell."""
        field = QLineEdit(parent)
        field.setAccessibleName(_head(self._table.around.words, Column(index.column())))
        if index.column() != Column.NAME:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there, chosen whole."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """In the middle of the cell."""
        rect = QRect(option.rect)
        editor.setGeometry(rect.adjusted(2, 8, -2, -9))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter in a cell ends it and goes back to the item field."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(editor, QWidget)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._table.entered_cell.emit()
            return True
        return bool(super().eventFilter(editor, event))

    def _paint_name(self, canvas: cells.Canvas, name: str, detail: str) -> None:
        box, theme = canvas.inside, canvas.theme
        bold = theme.font(BODY, bold=True)
        if not detail:
            cells.line(canvas, box, name, bold)
            return
        middle = box.center().y()
        cells.line(canvas, QRect(box.left(), middle - 20, box.width(), 21), name, bold)
        lower = QRect(box.left(), middle + 1, box.width(), 18)
        cells.line(canvas, lower, detail, theme.font(SMALL), "muted")


class BasketTable(QTableView):
    """Arrows choose a cell, figures change it, Del removes the line, + and − change how many."""

    entered_cell = Signal()
    """A cell was changed and ended with Enter, or the last line was left downwards."""
    removed = Signal(int)
    stepped = Signal(int, int)
    """Line, and +1 or −1."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.lines = BasketModel(around)
        self.lines.setParent(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column in WIDE:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._wide = True
        self._make_room()
        self.lines.shown.connect(self._make_room)
        around.speech.bind(self.setAccessibleName, lambda words: words.say("Basket"))
        around.theme.changed.connect(self.viewport().update)

    def fit(self, *, wide: bool) -> None:
        """Give figures as much room as the window has."""
        self._wide = wide
        self._make_room()

    def _make_room(self) -> None:
        """Sums are shown whole: small at first, then their column grows; no lines, no height."""
        for column, width in (WIDE if self._wide else NARROW).items():
            self.setColumnWidth(column, max(width, self._needed(column)))
        header = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(header + ROW * len(self.lines.lines) + 2)

    def _needed(self, column: Column) -> int:
        """Pixels for the largest sum of a column in the smallest type; 0 for other columns."""
        if column not in _SUMS or not self.lines.lines:
            return 0
        largest = max(self.lines.lines, key=_SUMS[column])
        text, bold = self.lines.text(largest, column), column is Column.TOTAL
        return self.around.theme.advance(text, TINY, bold=bold) + 2 * cells.PAD + 1

    @property
    def row(self) -> int:
        """The chosen line; the last one when none was chosen, −1 without lines."""
        row = self.currentIndex().row()
        return row if row >= 0 else len(self.lines.lines) - 1

    def choose(self, row: int, column: Column = Column.QUANTITY) -> None:
        """Choose a line."""
        index = self.lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The whole line is lit, not the cell alone."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            width = self.viewport().width()
            for row in (current.row(), previous.row()):
                if row >= 0:
                    self.viewport().update(0, self.rowViewportPosition(row), width, ROW)

    def edit_cell(self, row: int, column: Column) -> None:
        """Open the editor of a cell."""
        self.setFocus()
        self.choose(row, column)
        self.edit(self.lines.index(row, column))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a tooltip with the whole text where the cell is too narrow for it."""
        if event.type() == QEvent.Type.ToolTip:
            return cells.show_tooltip(self, event)
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del, + and −; Enter opens the cell; the rest as tables do."""
        row, key = self.currentIndex().row(), event.key()
        if row < 0:
            event.ignore()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(row)
        elif event.text() in ("+", "-", "−"):
            self.stepped.emit(row, 1 if event.text() == "+" else -1)
        elif key == Qt.Key.Key_Down and row == len(self.lines.lines) - 1:
            self.entered_cell.emit()  # below the last line stands the field for the next item
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.text() and event.text().isprintable() and not event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)
            if event.text().isdigit():
                event.accept()  # Qt passes it on though a cell has taken it: a search would begin


_SUMS: dict[Column, Callable[[LineTotal], int]] = {
    Column.PRICE: lambda line: line.line.price.minor if line.line.price else 0,
    Column.TOTAL: lambda line: abs(line.total.minor),
}


def _pixels(theme: Theme, text: str, room: int, *, bold: bool) -> int:
    """The largest type in which a sum fits its cell."""
    for pixels in range(BODY, TINY, -1):
        if theme.advance(text, pixels, bold=bold) <= room:
            return pixels
    return TINY


def _token(line: LineTotal, column: Column) -> str:
    if column is Column.DISCOUNT and line.line.discount is not None:
        return "accent"
    if column is Column.PRICE and line.line.price is None:
        return "alarm"
    return "ink"


def _head(words: Words, column: Column) -> str:
    if column is Column.NAME:
        return words.say("Item")
    if column is Column.QUANTITY:
        # Translators: the head of a narrow column: how many.
        return words.say("Qty")
    if column is Column.PRICE:
        return words.say("Price")
    if column is Column.DISCOUNT:
        return words.say("Discount")
    return words.say("Total")
