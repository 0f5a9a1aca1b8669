"""The list of papers at the left of the page, with the field that searches it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import asking, presenter
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import CardFrame, label

if TYPE_CHECKING:
    from kartoteka.shop.views import IssuedPaper

ROW = 58
WIDE, NARROW = 384, 318
SUM_WIDE, SUM_NARROW = 150, 124
Day = Callable[[Words, "IssuedPaper"], str]


class PaperList(CardFrame):
    """Papers by the page, read as they are scrolled to."""

    def __init__(self, around: Surroundings, day: Day) -> None:
        """`day` says when a paper was issued and whether it holds."""
        super().__init__(margin=10, spacing=8)
        self._day = day
        self.table = self._table(around)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        for setter in (self.search.setPlaceholderText, self.search.setAccessibleName):
            around.speech.bind(setter, lambda words: words.say("Number or client"))
        self.search.returnPressed.connect(lambda: self.table.setFocus())
        nothing = label("muted", wrap=True)
        around.speech.bind(nothing.setText, _nothing_found)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(6, 8, 6, 8)
        self.found = QStackedWidget()
        self.found.addWidget(self.table)
        self.found.addWidget(nothing)
        self.body.addWidget(self.search)
        self.body.addWidget(self.found, 1)

    def show_wide(self, wide: bool) -> None:
        """The preview needs the room of a small window more than the list."""
        self.setFixedWidth(WIDE if wide else NARROW)
        self.table.setColumnWidth(1, SUM_WIDE if wide else SUM_NARROW)

    def _table(self, around: Surroundings) -> "LazyTable[IssuedPaper]":
        model: LazyModel[IssuedPaper] = LazyModel(
            around, self._columns(), asking.lines, lambda paper: paper.id
        )
        table = LazyTable(around, model, ROW)
        table.horizontalHeader().hide()
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        around.speech.bind(table.setAccessibleName, _issued_papers)
        return table

    def _columns(self) -> "list[Column[IssuedPaper]]":
        return [
            Column(
                head=lambda words: words.say("Document"),
                text=lambda words, paper: words.say(
                    "{paper}, {client}",
                    paper=presenter.paper_title(words, paper),
                    client=presenter.paper_detail(words, paper),
                ),
                paint=cells.two_lines(presenter.paper_kind, presenter.number_and_client),
                stretch=True,
            ),
            Column(
                head=lambda words: words.say("Sum and day"),
                text=lambda words, paper: words.say(
                    "{amount}, {day}",
                    amount=formats.money(words, paper.total),
                    day=self._day(words, paper),
                ),
                paint=cells.two_lines(
                    lambda words, paper: formats.money(words, paper.total),
                    self._day,
                    right=True,
                ),
                width=SUM_WIDE,
                right=True,
            ),
        ]


def _issued_papers(words: Words) -> str:
    return words.say("Issued documents")


def _nothing_found(words: Words) -> str:
    return words.say("No document found. Esc shows all.")
