"""Decides for the purchase dialog: which lines count, the total while typing, what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from uuid import uuid4

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.sales import (
    Line,
    Payment,
    PaymentKind,
    SaleDraft,
    price_line,
    summed,
)
from kartoteka.domain.typed import read_decimal, read_percent
from kartoteka.i18n.words import Words


class Column(IntEnum):
    """The columns of the dialog, from the left."""

    NAME = 0
    QUANTITY = 1
    PRICE = 2
    DISCOUNT = 3


@dataclass(frozen=True, slots=True)
class LineText:
    """One line as it is typed."""

    name: str = ""
    quantity: str = "1"
    price: str = ""
    discount: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered: such a line does not count."""
        return not (self.name.strip() or self.price.strip() or self.discount.strip())

    def cell(self, column: Column) -> str:
        """The text of one column."""
        return (self.name, self.quantity, self.price, self.discount)[column]


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence about one cell."""

    row: int
    column: Column
    sentence: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the typed lines come to; `lines` holds None for a blank or unreadable row."""

    lines: tuple[Line | None, ...]
    line_totals: tuple[Money | None, ...]
    subtotal: Money
    discounts: Money
    total: Money
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Whether there is something to record and nothing is wrong."""
        return not self.problems and any(line is not None for line in self.lines)


class PurchasePresenter:
    """One purchase in the making; its uuid makes a double press one sale."""

    def __init__(self, currency: str, client: ClientId | None) -> None:
        self.uuid = str(uuid4())
        self.currency = currency
        self.client = client

    def reckon(self, rows: list[LineText], words: Words) -> Reckoning:
        """Read all rows; unreadable cells become problems, the rest is summed up."""
        lines: list[Line | None] = []
        problems: list[Problem] = []
        for index, row in enumerate(rows):
            line, found = (None, []) if row.is_blank else self._read(index, row, words)
            lines.append(line)
            problems += found
        priced = [None if line is None else price_line(line) for line in lines]
        sums = summed([one for one in priced if one is not None], self.currency)
        return Reckoning(
            lines=tuple(lines),
            line_totals=tuple(None if one is None else one.total for one in priced),
            subtotal=sums.subtotal,
            discounts=sums.discount,
            total=sums.total,
            problems=tuple(problems),
        )

    def draft(self, reckoning: Reckoning, on: date, paid: PaymentKind, note: str) -> SaleDraft:
        """The sale to record, paid in one way."""
        return SaleDraft(
            uuid=self.uuid,
            on=on,
            lines=tuple(line for line in reckoning.lines if line is not None),
            currency=self.currency,
            client=self.client,
            payments=(Payment(paid, reckoning.total),),
            note=note.strip(),
        )

    def _read(self, index: int, row: LineText, words: Words) -> tuple[Line | None, list[Problem]]:
        problems: list[Problem] = []

        def read(column: Column, reader: Callable[[str], Decimal | Money | None]) -> object:
            try:
                return reader(row.cell(column))
            except BadValue as broken:
                sentence = _sentence(column, broken.why, words)
                problems.append(Problem(index, column, sentence))
                return None

        if not row.name.strip():
            sentence = words.say("Enter what was bought.")
            problems.append(Problem(index, Column.NAME, sentence))
        quantity = read(Column.QUANTITY, _read_quantity)
        price = read(Column.PRICE, self._read_price)
        if problems or not isinstance(quantity, Decimal) or not isinstance(price, Money):
            return None, problems
        gross = price.times(quantity)
        discount = read(Column.DISCOUNT, lambda text: _read_discount(text, gross))
        if problems:
            return None, problems
        kept = discount if isinstance(discount, Money) and discount else None
        return Line(row.name.strip(), quantity, price, kept), []

    def _read_price(self, text: str) -> Money:
        if not text.strip():
            raise BadValue("price", text, "empty")
        price = Money.of(read_decimal(text, "price"), self.currency)
        if price.minor < 0:
            raise BadValue("price", text, "negative")
        return price


def _read_quantity(text: str) -> Decimal:
    quantity = read_decimal(text, "quantity")
    if quantity <= 0:
        raise BadValue("quantity", text, "not positive")
    return quantity


def _read_discount(text: str, gross: Money) -> Money:
    if not text.strip():
        return Money(0, gross.currency)
    percent = read_percent(text, "discount")
    if percent is not None:
        discount = gross.times(percent / 100)
    else:
        discount = Money.of(read_decimal(text, "discount"), gross.currency)
    if discount.minor < 0:
        raise BadValue("discount", text, "negative")
    if gross < discount:
        raise BadValue("discount", text, "too large")
    return discount


def _sentence(column: Column, why: str, words: Words) -> str:
    if column is Column.QUANTITY:
        return words.say("The quantity must be a number above zero, such as 1 or 0.5.")
    if column is Column.PRICE:
        if why == "empty":
            return words.say("Enter the unit price.")
        if why == "negative":
            return words.say("A price cannot be below zero; take goods back with a return.")
        return words.say("The price must be a number, such as 12.50.")
    if why == "too large":
        return words.say("The discount is larger than the line.")
    return words.say("The discount must be a sum or a percent, such as 5 or 10 %.")
