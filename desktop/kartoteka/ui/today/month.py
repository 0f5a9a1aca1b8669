"""The cards at the right of Today: occasions of the week, figures of the month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kartoteka.i18n import Words, formats
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.today import presenter
from kartoteka.ui.today.presenter import Figure
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said

if TYPE_CHECKING:
    from kartoteka.shop.views import OccasionLine

ROW = 50
MOST_ROWS = 5


class FigureView(QWidget):
    """One number with its caption."""

    def __init__(self, figure: Figure, look: str = "figure") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(figure.value, look=look))
        caption = label("hint", figure.caption, wrap=True)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(caption)
        if figure.change:
            column.addWidget(ElidedLabel(figure.change, look=figure.tone))
        column.addStretch(1)
        self.setAccessibleName(" ".join((figure.value, figure.caption, figure.change)).strip())


class FigureGrid(QWidget):
    """Figures two in a row."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)

    def show_figures(self, figures: Sequence[Figure], look: str = "figure") -> None:
        """Put these in the place of those before."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, figure in enumerate(figures):
            row, column = divmod(place, self._columns)
            self._grid.addWidget(FigureView(figure, look), row, column)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)


class MonthCard(CardFrame):
    """The figures of the month so far."""

    def __init__(self) -> None:
        super().__init__()
        self.head: QLabel = label("head")
        self.grid = FigureGrid()
        self.body.addWidget(self.head)
        self.body.addWidget(self.grid)

    def show_month(self, title: str, figures: Sequence[Figure]) -> None:
        """Fill the card."""
        self.head.setText(title)
        self.grid.show_figures(figures)


class OccasionsCard(CardFrame):
    """Birthdays and name days of the week; Enter opens the card of the client."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(margin=4, spacing=6)
        self.body.setContentsMargins(4, 14, 4, 8)
        self._around = around
        head = said(around.speech, lambda words: words.say("Birthdays and name days"), "head")
        head.setContentsMargins(cells.PAD, 0, cells.PAD, 0)
        self._nothing = said(around.speech, _no_occasions, "hint", wrap=True)
        self._nothing.setContentsMargins(cells.PAD, 0, cells.PAD, 6)
        self._nothing.hide()
        model: LazyModel[OccasionLine] = LazyModel(
            around, _columns(), lambda _shop, _ids: (), lambda line: line.client
        )
        self.table = LazyTable(around, model, ROW)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(around.navigator.show_card)
        around.speech.bind(
            self.table.setAccessibleName, lambda words: words.say("Birthdays and name days")
        )
        self.body.addWidget(head)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table)

    def show_lines(self, lines: "Sequence[OccasionLine]") -> None:
        """Fill the card; a client with two occasions stands once, with the first."""
        kept = {line.client: line for line in reversed(lines)}
        shown = [line for line in lines if kept.get(line.client) is line]
        self.table.lazy.set_rows(shown)
        self._nothing.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self.table.setFixedHeight(min(len(shown), MOST_ROWS) * ROW + 2)


def _paint_sign(canvas: cells.Canvas, line: "OccasionLine") -> None:
    name, tone = presenter.occasion_sign(line)
    cells.icon(name, tone)(canvas, line)


def _no_occasions(words: Words) -> str:
    return words.say("No birthdays or name days in the coming days.")


def _columns() -> "list[Column[OccasionLine]]":
    return [
        Column(
            lambda words: words.say("Day"),
            lambda words, line: formats.day_month(words, line.on),
            cells.one_line(
                lambda words, line: formats.day_month_short(words, line.on), token="muted", size=13
            ),
            width=76,
        ),
        Column(
            lambda words: words.say("Client"),
            lambda _, line: line.name,
            cells.two_lines(lambda _, line: line.name, presenter.occasion_text),
            stretch=True,
        ),
        Column(
            lambda words: words.say("Occasion"),
            presenter.occasion_kind,
            _paint_sign,
            width=36,
        ),
    ]
