"""What an import would do: the counts, the rows that stay out, those that resemble somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.imports import presenter
from kartoteka.ui.imports.presenter import Count
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import CardFrame, label, restyle, said

if TYPE_CHECKING:
    from kartoteka.shop.imports import Preview

ROW = 44
COUNTS_WIDTH = 320
LEAST_LIST = 3 * ROW
REFUSED, UNREAD = 0, 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the file that needs a look."""

    id: int
    row: int
    title: str
    detail: str


class Outcome(QWidget):
    """Two cards: numbers at the left, the rows behind them at the right."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._preview: Preview | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(14)
        self._columns.addWidget(self._counts())
        self._columns.addWidget(self._rows(), 1)
        around.speech.spoken.connect(self._say)

    def show_preview(self, preview: "Preview | None") -> None:
        """Show what would be; None while it is reckoned."""
        self._preview = preview
        if preview is not None:
            counted = (preview.refusals, preview.duplicates, preview.result.unread)
            filled = [tab for tab, lines in enumerate(counted) if lines]
            self.tabs.setCurrentIndex(next(iter(filled), self.tabs.currentIndex()))
        self._say()

    def set_wide(self, wide: bool) -> None:
        """The cards stand beside each other, or one below the other."""
        across = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across)
        self._count_card.setMaximumWidth(COUNTS_WIDTH if wide else 16_777_215)

    # -------------------------------------------------------------------------------------------

    def _counts(self) -> CardFrame:
        self._count_card = CardFrame(spacing=10)
        self._count_card.setMinimumWidth(COUNTS_WIDTH)
        self._count_card.body.addWidget(
            said(self._around.speech, lambda words: words.say("What will happen"), "head")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        self._figures = []
        for place in range(4):
            number, text = label("figure"), label("hint", wrap=True)
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(number)
            both.addWidget(text)
            both.addStretch(1)
            grid.addLayout(both, place // 2, place % 2)
            self._figures.append((number, text))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._count_card.body.addLayout(grid)
        self._count_card.body.addStretch(1)
        return self._count_card

    def _rows(self) -> CardFrame:
        around = self._around
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _: self._say())
        around.speech.bind(
            self.tabs.setAccessibleName, lambda words: words.say("Rows that need a look")
        )
        columns: Sequence[Column[_Line]] = (
            Column(
                head=lambda words: words.say("Row"),
                text=lambda words, line: formats.number(words, line.row),
                paint=cells.one_line(
                    lambda words, line: formats.number(words, line.row), token="muted", right=True
                ),
                width=84,
                right=True,
            ),
            Column(
                head=lambda words: words.say("Problem"),
                text=_line_words,
                paint=cells.two_lines(
                    lambda _, line: line.title, lambda _, line: line.detail, bold=False
                ),
                stretch=True,
            ),
        )
        model: LazyModel[_Line] = LazyModel(
            around, columns, lambda _shop, _ids: (), lambda line: line.id
        )
        self.table = LazyTable(around, model, ROW)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(LEAST_LIST)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._nothing = label("muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(2, 10, 2, 10)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        card = CardFrame(spacing=4)
        card.body.addWidget(self.tabs)
        card.body.addWidget(self._stack, 1)
        return card

    def _say(self) -> None:
        words, preview = self._around.words, self._preview
        counts = (
            presenter.counts(words, preview.kind, preview.result)
            if preview is not None
            else [Count("…", "") for _ in self._figures]
        )
        for (number, text), count in zip(self._figures, counts, strict=True):
            number.setText(count.number)
            restyle(number, "tone", count.tone)
            text.setText(count.text)
        numbers = (
            (preview.result.refused, len(preview.duplicates), len(preview.result.unread))
            if preview
            else (0, 0, 0)
        )
        names = (
            words.say("Rows not imported"),
            words.say("Possible duplicates"),
            words.say("Kept as notes"),
        )
        for tab, (name, number_of) in enumerate(zip(names, numbers, strict=True)):
            shown = formats.number(words, number_of) if number_of else ""
            self.tabs.setTabText(tab, f"{name}  {shown}".rstrip())
        lines = self._lines(words)
        self.table.setAccessibleName(names[self.tabs.currentIndex()])
        self.table.lazy.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._nothing.setText(self._nothing_words(words))

    def _lines(self, words: Words) -> list[_Line]:
        if self._preview is None:
            return []
        told = {REFUSED: self._preview.refusals, UNREAD: self._preview.result.unread}
        if self.tabs.currentIndex() in told:
            from kartoteka.shop.imports import refusal_text

            return [
                _Line(at, each.row, refusal_text(words, each), "")
                for at, each in enumerate(told[self.tabs.currentIndex()])
            ]
        return [
            _Line(at, each.row, each.name, presenter.duplicate_words(words, each))
            for at, each in enumerate(self._preview.duplicates)
        ]

    def _nothing_words(self, words: Words) -> str:
        if self._preview is None:
            return words.say("The file is being read…")
        if self.tabs.currentIndex() == REFUSED:
            return words.say("Every row can be read.")
        if self.tabs.currentIndex() == UNREAD:
            return words.say("Every field can be read.")
        return words.say("No row looks like a client you already have under another name.")


def _line_words(words: Words, line: _Line) -> str:
    if not line.detail:
        return line.title
    return words.say("{row}, {why}", row=line.title, why=line.detail)
