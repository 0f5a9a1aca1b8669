"""The card's middle: tabs with what happened, what was bought, the calls and the papers."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QTabBar

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.card_presenter import CardData
from kartoteka.ui.clients.history import (
    EntryView,
    call_views,
    paper_views,
    purchase_views,
    timeline_views,
)
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, SMALL
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import CardFrame, label
from kartoteka.ui.widgets.chips import TONES

ROW_HEIGHT = 55
SIGN = 30
SIGN_WIDTH, SUM_WIDTH, GO_WIDTH = 44, 128, 30
TIMELINE, PURCHASES, CALLS, PAPERS = range(4)


def _paint_sign(canvas: cells.Canvas, row: EntryView) -> None:
    ink, ground = TONES[row.tone]
    painter, theme = canvas.painter, canvas.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    middle = canvas.rect.center()
    painter.drawEllipse(QPointF(middle) + QPointF(0.5, 0.5), SIGN / 2, SIGN / 2)
    box = QRect(0, 0, 16, 16)
    box.moveCenter(middle)
    theme.icon(row.icon, ink, 16).paint(painter, box)


def _paint_words(canvas: cells.Canvas, row: EntryView) -> None:
    box = canvas.inside
    token = "gone_ink" if row.faded else "ink"
    strong = canvas.theme.font(BODY, bold=True)
    if not row.detail:
        cells.line(canvas, box, row.title, strong, token)
        return
    middle = box.center().y()
    upper = QRect(box.left(), middle - 20, box.width(), 21)
    lower = QRect(box.left(), middle + 1, box.width(), 18)
    cells.line(canvas, upper, row.title, strong, token)
    cells.line(canvas, lower, row.detail, canvas.theme.font(SMALL), "muted")


def _paint_sum(canvas: cells.Canvas, row: EntryView) -> None:
    box = canvas.inside
    small = canvas.theme.font(SMALL)
    if not row.amount:
        cells.line(canvas, box, row.day, small, "muted", right=True)
        return
    middle = box.center().y()
    upper = QRect(box.left(), middle - 20, box.width(), 21)
    lower = QRect(box.left(), middle + 1, box.width(), 18)
    cells.line(canvas, upper, row.amount, canvas.theme.font(BODY, bold=True), right=True)
    cells.line(canvas, lower, row.day, small, "muted", right=True)


def _paint_go(canvas: cells.Canvas, row: EntryView) -> None:
    if row.sale is not None or row.paper is not None:
        cells.icon("chevron-right", "muted", 16)(canvas, row)


def _entry_text(words: Words, row: EntryView) -> str:
    if not row.detail:
        return row.title
    return words.say("{title}, {detail}", title=row.title, detail=row.detail)


def _sum_text(words: Words, row: EntryView) -> str:
    if not row.amount:
        return row.day
    return words.say("{amount}, {day}", amount=row.amount, day=row.day)


class HistoryCard(CardFrame):
    """Four lists behind tabs; rows with a sale or a paper behind them open."""

    sale_opened = Signal(int)
    paper_opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=4)
        self._around = around
        self._data: CardData | None = None
        self._shown: list[EntryView] = []
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for _ in range(4):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _: self._redraw())
        around.speech.bind(
            self.tabs.setAccessibleName, lambda words: words.say("Sections of the card")
        )
        self.body.addWidget(self.tabs)
        self.model = self._make_model()
        self.table = LazyTable(around, self.model, ROW_HEIGHT)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(4 * ROW_HEIGHT)
        self.table.opened.connect(self._on_opened)
        self._nothing = label("muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setContentsMargins(0, 14, 0, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.body.addWidget(self._stack, 1)
        around.speech.spoken.connect(self._redraw)
        self._redraw()

    def show_data(self, data: CardData) -> None:
        """Show a card's lists."""
        self._data = data
        self._redraw()

    def forget(self) -> None:
        """Another client comes."""
        self._data = None
        self.tabs.setCurrentIndex(TIMELINE)
        self._redraw()

    def _make_model(self) -> LazyModel[EntryView]:
        def open_row(row: EntryView) -> None:
            self._on_opened(row.id)

        columns: Sequence[Column[EntryView]] = (
            Column(
                head=lambda words: words.say("Kind"),
                text=lambda _, row: row.title,
                paint=_paint_sign,
                width=SIGN_WIDTH,
            ),
            Column(
                head=lambda words: words.say("What"),
                text=_entry_text,
                paint=_paint_words,
                width=200,
                stretch=True,
            ),
            Column(
                head=lambda words: words.say("Sum and day"),
                text=_sum_text,
                paint=_paint_sum,
                width=SUM_WIDTH,
                right=True,
            ),
            Column(
                head=lambda words: words.say("Open"),
                text=lambda words, row: (
                    words.say("open") if row.sale is not None or row.paper is not None else ""
                ),
                paint=_paint_go,
                width=GO_WIDTH,
                clicked=open_row,
            ),
        )
        return LazyModel(self._around, columns, lambda *_: [], lambda row: row.id)

    def _redraw(self) -> None:
        words, data = self._around.words, self._data
        counts = [0, 0, 0, 0]
        if data is not None:
            calls = call_views(words, data.entries, data.today)
            counts = [0, len(data.purchases), len(calls), len(data.papers)]
        names = (
            words.say("Timeline"),
            words.say("Purchases"),
            words.say("Calls"),
            words.say("Documents"),
        )
        for tab, (name, count) in enumerate(zip(names, counts, strict=True)):
            shown = formats.number(words, count) if count else ""
            self.tabs.setTabText(tab, f"{name}  {shown}".rstrip())
        self._shown = self._rows(words, data) if data is not None else []
        self.model.set_rows(self._shown)
        self.table.setAccessibleName(names[self.tabs.currentIndex()])
        self._nothing.setText(self._nothing_words(words))
        self._stack.setCurrentIndex(0 if self._shown else 1)

    def _rows(self, words: Words, data: CardData) -> list[EntryView]:
        match self.tabs.currentIndex():
            case 1:
                return purchase_views(words, data.purchases, data.today)
            case 2:
                return call_views(words, data.entries, data.today)
            case 3:
                return paper_views(words, data.papers, data.today)
            case _:
                return timeline_views(words, data.entries, data.today)

    def _nothing_words(self, words: Words) -> str:
        match self.tabs.currentIndex():
            case 1:
                return words.say("No purchases yet. Press F2 to record the first one.")
            case 2:
                return words.say("Nobody has called this client yet.")
            case 3:
                return words.say("No documents yet. You can print a receipt from a purchase.")
            case _:
                return words.say("Everything that happens with this client will appear here.")

    def _on_opened(self, entry: int) -> None:
        if not 0 <= entry < len(self._shown):
            return
        row = self._shown[entry]
        if row.paper is not None:
            self.paper_opened.emit(row.paper)
        elif row.sale is not None:
            self.sale_opened.emit(row.sale)
