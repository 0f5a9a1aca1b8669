"""The table of clients: its columns, and choosing many rows by keys and mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from kartoteka.domain.lists import ClientLine, Order
from kartoteka.domain.money import Money
from kartoteka.domain.phones import show_phone
from kartoteka.domain.rhythm import State
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.history import day_words
from kartoteka.ui.clients.presenter import rows_between
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.chips import STATE_TONES, ChipText, capital
from kartoteka.ui.widgets.rhythm_bar import RhythmMark

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop import Shop

ROW_HEIGHT = 54
NARROW, NARROWEST = 960, 860
"""Widths of the table below which columns step aside."""


@dataclass(frozen=True, slots=True)
class ListedClient:
    """A line with what the shop says about all lines."""

    line: ClientLine
    currency: str
    quiet_after: float
    today: "date"

    @property
    def id(self) -> int:
        """Of the client."""
        return self.line.id

    @property
    def at_risk(self) -> Money:
        """What their silence costs in a year; nothing while they come."""
        silent = self.line.state in (State.QUIET, State.LOST)
        return Money(self.line.yearly_minor if silent else 0, self.currency)


def read_lines(shop: "Shop", ids: Sequence[int]) -> list[ListedClient]:
    """The lines of a page."""
    from kartoteka.shop import clients

    details, today = shop.settings.shop, shop.today()
    quiet_after = shop.settings.rhythm.quiet_after
    return [
        ListedClient(line, details.currency, quiet_after, today)
        for line in clients.lines(shop, ids)
    ]


def phone_words(words: Words, row: ListedClient) -> str:
    """The first phone, else the city or the card, so that the second line helps to recognise."""
    line = row.line
    if line.phone:
        return show_phone(line.phone)
    if line.city:
        return line.city
    return words.say("card {number}", number=line.card) if line.card else ""


def state_words(words: Words, row: ListedClient) -> str:
    """The state and the days of silence."""
    label = capital(labels.state_label(words, row.line.state))
    days = row.line.silent_days
    if days is None:
        return label
    return words.count("{state} · {number} day", "{state} · {number} days", days, state=label)


def rhythm_words(words: Words, row: ListedClient) -> str:
    """The rhythm bar in words."""
    usual = row.line.usual_days
    if usual is None or row.line.silent_days is None:
        return ""
    return words.count(
        "usually every day, silent for {silent}",
        "usually every {number} days, silent for {silent}",
        max(1, round(usual)),
        silent=row.line.silent_days,
    )


def _last_visit(words: Words, row: ListedClient) -> str:
    day = row.line.last_visit
    return day_words(words, day, row.today) if day else ""


def _purchases(words: Words, row: ListedClient) -> str:
    return formats.number(words, row.line.purchases)


def _total(words: Words, row: ListedClient) -> str:
    return formats.money_round(words, Money(row.line.total_minor, row.currency))


def _at_risk(words: Words, row: ListedClient) -> str:
    return formats.money_round(words, row.at_risk) if row.at_risk else ""


def _chips(words: Words, row: ListedClient) -> list[ChipText]:
    result = [ChipText(state_words(words, row), STATE_TONES[row.line.state])]
    if row.line.do_not_contact:
        result.append(ChipText(capital(words.say("do not contact")), "gone"))
    return result


def _mark(row: ListedClient) -> RhythmMark:
    return RhythmMark(row.line.times_usual, row.line.state, row.quiet_after)


def _no_detail(words: Words, row: ListedClient) -> str:  # noqa: ARG001 - a painter's signature
    return ""


def _at_risk_detail(words: Words, row: ListedClient) -> str:
    return words.say("at risk a year") if row.at_risk else ""


COLUMNS: tuple[Column[ListedClient], ...] = (
    Column(
        head=lambda words: words.say("Client"),
        text=lambda words, row: words.say(
            "{name}, {phone}", name=row.line.name, phone=phone_words(words, row)
        ),
        paint=cells.two_lines(lambda _, row: row.line.name, phone_words),
        width=220,
        stretch=True,
        opens=True,
    ),
    Column(
        head=lambda words: words.say("State"),
        text=state_words,
        paint=cells.chips(_chips),
        width=186,
    ),
    Column(
        head=lambda words: words.say("Rhythm"),
        text=rhythm_words,
        paint=cells.rhythm(_mark),
        width=190,
    ),
    Column(
        head=lambda words: words.say("Last purchase"),
        text=_last_visit,
        width=128,
        right=True,
    ),
    Column(
        head=lambda words: words.say("Purchases"),
        text=_purchases,
        width=94,
        right=True,
    ),
    Column(
        head=lambda words: words.say("Total"),
        text=_total,
        paint=cells.two_lines(_total, _no_detail, right=True),
        width=118,
        right=True,
    ),
    Column(
        head=lambda words: words.say("Cost of silence"),
        text=_at_risk,
        paint=cells.two_lines(_at_risk, _at_risk_detail, right=True),
        width=178,
        right=True,
    ),
    Column(
        head=lambda _: "",
        text=lambda words, _: words.say("Open the card"),
        paint=cells.icon("chevron-right", "muted", 16),
        width=34,
        opens=True,
    ),
)
_ORDERS = (
    Order.NAME,
    Order.SILENCE,
    Order.TIMES_USUAL,
    Order.LAST_VISIT,
    Order.PURCHASES,
    Order.TOTAL,
    Order.AT_RISK,
)
"""What a click on each column's head sorts by."""
_UPWARDS = (Order.NAME,)
"""Orders that begin with the smallest."""
RHYTHM_WIDTH, NARROW_RHYTHM = 190, 136
_RHYTHM, _LAST, _PURCHASES, _TOTAL, _COST = 2, 3, 4, 5, 6


class ClientTable(LazyTable[ListedClient]):
    """The table; Shift chooses a range, Ctrl+A all, a narrow window keeps what matters."""

    order_wanted = Signal(object)
    """The head of a column with this order was clicked."""

    def __init__(self, around: Surroundings) -> None:
        """Ids come by `lazy.set_ids`."""
        model: LazyModel[ListedClient] = LazyModel(
            around, COLUMNS, read_lines, lambda row: row.id, choosable=True
        )
        super().__init__(around, model, ROW_HEIGHT)
        self._anchor = 0
        self._shows_quiet = False
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setCursor(Qt.CursorShape.PointingHandCursor)
        header.sectionClicked.connect(self._on_head)
        around.speech.bind(self.setAccessibleName, lambda words: words.say("Clients"))
        self._arrange()

    def show_quiet(self, on: bool) -> None:
        """For the quiet: what their silence costs, instead of what they bought."""
        self._shows_quiet = on
        self._arrange()

    def show_order(self, order: Order, *, turned: bool) -> None:
        """Mark the head of the column that the list is sorted by."""
        self.lazy.show_order(_ORDERS.index(order), downwards=(order in _UPWARDS) == turned)

    def choose_all(self) -> None:
        """Tick every client of the list."""
        self.lazy.set_chosen(self.lazy.ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A ticks all; Shift with an arrow or the space bar ticks on the way."""
        row = self.currentIndex().row()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.choose_all()
        elif shift and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row >= 0:
            self._step_choosing(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif shift and event.key() == Qt.Key.Key_Space and row >= 0:
            self._choose_to(row)
        else:
            if event.key() == Qt.Key.Key_Space:
                self._anchor = row
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Shift with a click ticks all rows from the last one touched."""
        index = self.indexAt(event.position().toPoint())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if index.isValid() and shift and event.button() is Qt.MouseButton.LeftButton:
            self._choose_to(index.row())
            return
        super().mouseReleaseEvent(event)
        if index.isValid():
            self._anchor = index.row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns step aside."""
        super().resizeEvent(event)
        self._arrange()

    def _on_head(self, section: int) -> None:
        place = section - 1
        if 0 <= place < len(_ORDERS):
            self.order_wanted.emit(_ORDERS[place])

    def _choose_to(self, row: int) -> None:
        between = rows_between(self.lazy.ids(), self._anchor, row)
        self.lazy.set_chosen([*self.lazy.chosen(), *between])

    def _step_choosing(self, row: int, step: int) -> None:
        to = min(max(row + step, 0), len(self.lazy.ids()) - 1)
        pair = [self.lazy.id_at(row), self.lazy.id_at(to)]
        self.lazy.set_chosen([*self.lazy.chosen(), *pair])
        self.setCurrentIndex(self.model().index(to, self.currentIndex().column()))

    def _arrange(self) -> None:
        width = self.viewport().width()
        hidden = {_PURCHASES, _TOTAL} if self._shows_quiet else {_COST}
        if width < NARROW:
            hidden |= {_PURCHASES}
        if width < NARROWEST:
            hidden |= {_LAST}
        rhythm = RHYTHM_WIDTH if width >= NARROW else NARROW_RHYTHM
        self.horizontalHeader().resizeSection(_RHYTHM + 1, rhythm)
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place + 1, place in hidden)
