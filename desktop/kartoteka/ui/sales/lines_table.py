"""The rows of the purchase dialog: a name, a quantity, a price and a discount to type."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.sales.presenter import Column, LineText, Reckoning
from kartoteka.ui.widgets.buttons import IconButton
from kartoteka.ui.widgets.card_frame import label, restyle, said

WIDTHS = {Column.QUANTITY: 78, Column.PRICE: 104, Column.DISCOUNT: 92}
TOTAL_WIDTH = 104
_HEADS: dict[Column, Callable[[Words], str]] = {
    Column.NAME: lambda words: words.say("What was bought"),
    Column.QUANTITY: lambda words: words.say("Quantity"),
    Column.PRICE: lambda words: words.say("Price"),
    Column.DISCOUNT: lambda words: words.say("Discount"),
}


@dataclass(slots=True)
class _Row:
    fields: dict[Column, QLineEdit]
    total: QLabel
    remove: IconButton
    problem: QLabel

    def widgets(self) -> list[QWidget]:
        return [*self.fields.values(), self.total, self.remove, self.problem]

    def text(self) -> LineText:
        return LineText(*(self.fields[column].text() for column in Column))


class LinesTable(QWidget):
    """Always ends in an empty row; Enter goes on, Ctrl+Enter is left to the dialog."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        for column in Column:
            head = said(around.speech, _HEADS[column], "hint")
            right = column is not Column.NAME
            head.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(head, 0, column)
        total = said(around.speech, lambda words: words.say("Sum"), "hint")
        total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(total, 0, len(Column))
        self.add_row()

    def texts(self) -> list[LineText]:
        """What stands in the rows."""
        return [row.text() for row in self._rows]

    def fields(self, row: int) -> dict[Column, QLineEdit]:
        """The fields of one row."""
        return self._rows[row].fields

    def __len__(self) -> int:
        """How many rows there are, the empty one included."""
        return len(self._rows)

    def add_row(self) -> None:
        """One more empty row."""
        at = len(self._rows)
        blank = LineText()
        fields = {}
        for column in Column:
            field = QLineEdit(blank.cell(column))
            if column is not Column.NAME:
                field.setFixedWidth(WIDTHS[column])
                field.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._around.speech.bind(field.setAccessibleName, _HEADS[column])
            field.textEdited.connect(self._on_edited)
            field.installEventFilter(self)
            fields[column] = field
        total = label("strong")
        total.setFixedWidth(TOTAL_WIDTH)
        total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove = IconButton(
            self._around.theme,
            self._around.speech,
            lambda words: words.say("Remove the line"),
            "x",
        )
        remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = _Row(fields, total, remove, label("alarm", wrap=True))
        row.problem.hide()
        remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._place(at)
        # Now, not when the layout comes to it: the keyboard may go there at once.
        for widget in row.widgets():
            widget.setVisible(widget is not row.problem)

    def show_reckoning(self, words: Words, reckoning: Reckoning, *, tell: bool) -> None:
        """Show the sums of the rows; with `tell` also what is wrong, beside its cell."""
        for at, row in enumerate(self._rows):
            amount = reckoning.line_totals[at] if at < len(reckoning.line_totals) else None
            row.total.setText(formats.money(words, amount) if amount is not None else "—")
            problems = [problem for problem in reckoning.problems if problem.row == at]
            wrong = {problem.column for problem in problems} if tell else set()
            for column, field in row.fields.items():
                restyle(field, "wrong", column in wrong)
            sentence = " ".join(problem.sentence for problem in problems) if tell else ""
            row.problem.setText(sentence)
            row.problem.setVisible(bool(sentence))

    def focus_problem(self, reckoning: Reckoning) -> None:
        """Put the keyboard where something is wrong; else into the first empty name."""
        if reckoning.problems:
            problem = reckoning.problems[0]
            self._rows[problem.row].fields[problem.column].setFocus()
        else:
            self._rows[-1].fields[Column.NAME].setFocus()

    def focus_first(self) -> None:
        """Begin with the first name."""
        self._rows[0].fields[Column.NAME].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, from the last one to a new row."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            plain = not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_enter(cast(QLineEdit, watched))
                return True
        return super().eventFilter(watched, event)

    def _on_enter(self, field: QLineEdit) -> None:
        for at, row in enumerate(self._rows):
            for column in Column:
                if row.fields[column] is field:
                    self._go_on(at, column)
                    return

    def _go_on(self, at: int, column: Column) -> None:
        """Name → price (the quantity is mostly one), price → the next row's name."""
        row = self._rows[at]
        if column is Column.NAME and not row.text().is_blank:
            row.fields[Column.PRICE].setFocus()
            row.fields[Column.PRICE].selectAll()
        elif column is Column.QUANTITY:
            row.fields[Column.PRICE].setFocus()
        else:
            if at + 1 == len(self._rows) and not row.text().is_blank:
                self.add_row()
            following = self._rows[min(at + 1, len(self._rows) - 1)]
            following.fields[Column.NAME].setFocus()

    def _on_edited(self) -> None:
        if not self._rows[-1].text().is_blank:
            self.add_row()
        self.edited.emit()

    def _remove(self, row: _Row) -> None:
        if len(self._rows) == 1:
            return
        at = self._rows.index(row)
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for later in range(at, len(self._rows)):
            self._place(later)
        if not self._rows[-1].text().is_blank:
            self.add_row()
        self._rows[min(at, len(self._rows) - 1)].fields[Column.NAME].setFocus()
        self.edited.emit()

    def _place(self, at: int) -> None:
        row, line = self._rows[at], 1 + 2 * at
        for column, field in row.fields.items():
            self._grid.addWidget(field, line, column)
        self._grid.addWidget(row.total, line, len(Column))
        self._grid.addWidget(row.remove, line, len(Column) + 1)
        self._grid.addWidget(row.problem, line + 1, 0, 1, len(Column) + 1)
        before: QWidget | None = None
        if at > 0:
            before = self._rows[at - 1].fields[Column.DISCOUNT]
        for field in row.fields.values():
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field
