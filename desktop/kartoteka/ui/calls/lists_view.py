"""All call lists with how far each is called through, and the call-backs that were promised."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.domain.rhythm import State
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.call_lists import CallListMaker
from kartoteka.ui.calls import presenter
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import SMALL
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kartoteka.shop.views import CallLine, CallListLine

ROW = 58
SIDE = 300
PROMISES_FROM = 760
"""Narrower views leave the promises to Today."""
ALL_COLUMNS_FROM = 940
MOST_PROMISES, PROMISE = 7, 52
TRACK = 6


class ListsView(QWidget):
    """The newest list first; Enter opens one."""

    list_wanted = Signal(int)
    call_wanted = Signal(int, int)
    """A promised call-back: the id of its list, and of the call."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self._lists: list[CallListLine] = []
        self._promises: Sequence[CallLine] = ()
        self._waiting = 0
        self._today: date | None = None
        self._build()
        around.speech.spoken.connect(self._say)

    def show_lists(
        self,
        lists: "list[CallListLine]",
        promises: "Sequence[CallLine]",
        waiting: int,
        today: "date",
    ) -> None:
        """Fill the view."""
        self._lists, self._promises = lists, promises
        self._waiting, self._today = waiting, today
        row = self.table.currentIndex().row()
        self.table.lazy.set_rows(lists)
        if lists:
            self.table.setCurrentIndex(self.table.lazy.index(max(0, min(row, len(lists) - 1)), 0))
        self.promises.lazy.set_rows(promises)
        self._stack.setCurrentIndex(0 if lists else 1)
        self.choose.setVisible(bool(lists))
        self.start.setVisible(waiting > 0)
        self._show_side()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The promises stand beside the lists where there is room."""
        super().resizeEvent(event)
        self._show_side()

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title = label("title")
        self._subtitle = ElidedLabel(look="muted")
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(texts, 1)
        for button in self._starts():
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table())
        self._stack.addWidget(self._empty())
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row, 1)

    def _starts(self) -> tuple[Button, Button]:
        """Calling begins here too: with today's calls, or with clients that are chosen first."""
        around = self.around
        self.choose = Button(around.theme, around.speech, _make_a_list, icon="list")
        self.choose.clicked.connect(self._choose)
        self.start = Button(
            around.theme, around.speech, start_words, icon="phone-call", key="F5", kind="primary"
        )
        self.start.hide()
        self._maker = CallListMaker(around, lambda: None)
        self.start.clicked.connect(self._maker.make_todays)
        key = QShortcut(QKeySequence("F5"), self, self.start.click)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return self.choose, self.start

    def _table(self) -> CardFrame:
        around = self.around
        columns: list[Column[CallListLine]] = [
            Column(
                head=lambda words: words.say("List"),
                text=self._list_words,
                paint=cells.two_lines(self._title_words, lambda _, line: line.seller),
                stretch=True,
            ),
            Column(
                head=lambda words: words.say("Calls"),
                text=lambda words, line: formats.number(words, line.calls),
                width=110,
                right=True,
            ),
            Column(
                head=lambda words: words.say_in("column", "Called"),
                text=_progress_words,
                paint=_paint_progress,
                width=240,
            ),
        ]
        model: LazyModel[CallListLine] = LazyModel(
            around, columns, lambda _shop, _ids: (), lambda line: line.id
        )
        self.table = LazyTable(around, model, ROW)
        self.table.opened.connect(self.list_wanted)
        around.speech.bind(self.table.setAccessibleName, _call_lists)
        card = CardFrame(margin=10)
        card.body.addWidget(self.table)
        return card

    def _empty(self) -> CardFrame:
        around = self.around
        choose = Button(around.theme, around.speech, _who_is_quiet, icon="users", kind="primary")
        choose.clicked.connect(self._choose)
        card = CardFrame()
        card.body.addWidget(
            EmptyPage(around.theme, around.speech, "phone-call", _empty_title, _empty_text, choose)
        )
        return card

    def _side(self) -> CardFrame:
        around = self.around
        promise: Column[CallLine] = Column(
            head=lambda words: words.say("Client"),
            text=lambda words, line: words.say(
                "{name}, {told}", name=line.name, told=self._promise_words(words, line)
            ),
            paint=cells.two_lines(lambda _, line: line.name, self._promise_words),
            stretch=True,
        )
        model: LazyModel[CallLine] = LazyModel(
            around, [promise], lambda _shop, _ids: (), lambda line: line.id
        )
        self.promises = LazyTable(around, model, PROMISE)
        self.promises.horizontalHeader().hide()
        self.promises.opened.connect(self._on_promise)
        around.speech.bind(self.promises.setAccessibleName, _promised)
        self._promise_card = CardFrame(spacing=6)
        self._promise_card.body.setContentsMargins(4, 14, 4, 8)
        self._promise_card.setFixedWidth(SIDE)
        head = said(around.speech, _promised, "head")
        head.setContentsMargins(cells.PAD, 0, cells.PAD, 0)
        self._promise_card.body.addWidget(head)
        self._promise_card.body.addWidget(self.promises)
        return self._promise_card

    # Showing -----------------------------------------------------------------------------------

    def _show_side(self) -> None:
        shown = bool(self._promises) and self.width() >= PROMISES_FROM
        self._promise_card.setVisible(shown)
        self.promises.setFixedHeight(min(len(self._promises), MOST_PROMISES) * PROMISE + 2)
        # The progress tells the number of calls too.
        self.table.setColumnHidden(1, shown and self.width() < ALL_COLUMNS_FROM)

    def _say(self) -> None:
        words = self.around.words
        self._title.setText(words.say("Calls"))
        self._subtitle.setText(presenter.waiting_words(words, self._lists, self._waiting))

    def _title_words(self, words: Words, line: "CallListLine") -> str:
        return presenter.list_title(words, line.on, self._today or line.on)

    def _list_words(self, words: Words, line: "CallListLine") -> str:
        title = self._title_words(words, line)
        if not line.seller:
            return title
        return words.say("{list}, {seller}", list=title, seller=line.seller)

    def _promise_words(self, words: Words, line: "CallLine") -> str:
        return presenter.promise_words(words, line, self._today) if self._today else ""

    def _choose(self) -> None:
        self.around.navigator.show_page("clients", state=State.QUIET)

    def _on_promise(self, call: int) -> None:
        line = next((line for line in self._promises if line.id == call), None)
        if line is not None and line.list_id is not None:
            self.call_wanted.emit(line.list_id, line.id)
        elif line is not None:
            self.around.navigator.show_card(line.client)


def _progress_words(words: Words, line: "CallListLine") -> str:
    return presenter.progress_words(words, line.done, line.calls)


def _paint_progress(canvas: cells.Canvas, line: "CallListLine") -> None:
    """A bar, and the same in words below."""
    box, painter, theme = canvas.inside, canvas.painter, canvas.theme
    done = line.done >= line.calls
    text = _progress_words(canvas.words, line)
    below = box.adjusted(0, box.height() // 2 - 3, 0, -4)
    token = "well" if done else "muted"
    cells.line(canvas, below, text, theme.font(SMALL), token)
    track = QRectF(box.left(), box.center().y() - 10, box.width(), TRACK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("track"))
    painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
    if line.done:
        track.setWidth(max(TRACK, track.width() * line.done / max(line.calls, 1)))
        painter.setBrush(theme.color("well" if done else "accent"))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)


def start_words(words: Words) -> str:
    """What the button for today's calls says."""
    return words.say("Start today’s calls")


def _make_a_list(words: Words) -> str:
    return words.say("Make a list")


def _call_lists(words: Words) -> str:
    return words.say("Call lists")


def _promised(words: Words) -> str:
    return words.say("Promised call-backs")


def _who_is_quiet(words: Words) -> str:
    return words.say("Who is going quiet")


def _empty_title(words: Words) -> str:
    return words.say("Your call lists will be here")


def _empty_text(words: Words) -> str:
    return words.say(
        "Tick clients on the Today or Clients page and press “Call list”: each gets "
        "a reason to call and words to say, on screen and on paper."
    )
