"""Decides for the Sale page: what a typed text does to the basket, and how it is paid."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import IntEnum
from uuid import uuid4

from kartoteka.domain import till
from kartoteka.domain.catalogue import Item, ItemId, ItemLine, Suggestion
from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.reckoning import Totals, totals
from kartoteka.domain.sales import Payment, PaymentKind, PaymentShort
from kartoteka.domain.till import Basket, BasketLine, Discount
from kartoteka.domain.typed import Wanted, plain_number, read_decimal, read_percent

MOST_STEPS = 100
"""So many changes of a basket can be taken back."""
_PRICED = re.compile(r"^(.*\S)\s+(\d+(?:[.,]\d{1,2})?)$", re.DOTALL)


class Column(IntEnum):
    """The columns of the basket, from the left."""

    NAME = 0
    QUANTITY = 1
    PRICE = 2
    DISCOUNT = 3
    TOTAL = 4


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a line is in the basket: the code that was scanned, or what proposed it."""

    code: str = ""
    proposal: Suggestion | None = None


class TillPresenter:
    """One basket after another; each change is a step that can be taken back."""

    def __init__(self, basket: Basket, least_margin: Decimal | None = None) -> None:
        self.basket = basket
        self.least_margin = least_margin
        self.rest = PaymentKind.CASH
        """The way of paying that was chosen."""
        self.is_mixed = False
        self.origins: dict[ItemId, Origin] = {}
        self._steps: list[Basket] = []

    # The basket --------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the basket yet."""
        return not self.basket.lines

    def undo(self) -> bool:
        """Take the last step back; False when there is none.

        What was handed over is no step and stays.
        """
        if not self._steps:
            return False
        self.basket = replace(self._steps.pop(), tendered=self.basket.tendered)
        return True

    def begin(self, basket: Basket) -> None:
        """Go on with another basket (a new one, or one that was held)."""
        self.basket = basket
        self._steps = []
        self.origins = {}
        self.rest = PaymentKind.CASH
        self.is_mixed = False

    def sums(self) -> Totals:
        """What the basket comes to, with the warnings that the owner wants."""
        return totals(self.basket, self.least_margin)

    def add(self, item: Item, quantity: Decimal = Decimal(1), origin: Origin | None = None) -> int:
        """Put an item into the basket; answers its line (from 0). Raises the rules of a basket."""
        before = self.basket.lines
        self._step(till.add_item(self.basket, item, quantity))
        if origin is not None and item.id:
            self.origins[item.id] = origin
        return _changed_line(before, self.basket.lines)

    def add_free(self, wanted: Wanted) -> int:
        """Put something into the basket that is in no catalogue: `Gift box 4.50`.

        Without a price at its end the line waits for one. Answers its line (from 0).
        """
        name, price = read_free_line(wanted.text, self.basket.currency)
        self._step(till.add_free_line(self.basket, name, price, wanted.quantity))
        return len(self.basket.lines) - 1

    def write(self, index: int, column: Column, text: str) -> None:
        """Change a cell by what was typed into it; raises BadValue and the rules of a basket."""
        basket = self.basket
        if column is Column.NAME:
            self._step(till.set_name(basket, index, text))
        elif column is Column.QUANTITY:
            quantity = read_decimal(text, "quantity")
            self._step(till.set_quantity(basket, index, quantity))
        elif column is Column.PRICE:
            self._step(till.set_price(basket, index, self.read_money(text, "price")))
        elif column is Column.DISCOUNT:
            self._step(till.set_discount(basket, index, self.read_discount(text)))

    def cell_text(self, index: int, column: Column) -> str:
        """What stands in the editor of a cell when it opens."""
        line = self.basket.lines[index]
        if column is Column.NAME:
            return line.name
        if column is Column.QUANTITY:
            return plain_number(line.quantity)
        if column is Column.PRICE:
            return "" if line.price is None else plain_number(line.price.amount)
        if column is Column.DISCOUNT:
            return discount_text(line.discount)
        return ""

    def step_quantity(self, index: int, step: int) -> None:
        """One more or less; the last one stays until the line is removed."""
        quantity = self.basket.lines[index].quantity + step
        if quantity > 0:
            self._step(till.set_quantity(self.basket, index, quantity))

    def remove(self, index: int) -> BasketLine:
        """Take a line out; answers it."""
        line = self.basket.lines[index]
        self._step(till.remove_line(self.basket, index))
        return line

    def discount_sale(self, text: str) -> None:
        """Take a typed sum or percent off the whole sale; '' takes the discount away."""
        self._step(till.set_sale_discount(self.basket, self.read_discount(text)))

    def choose_client(self, client: ClientId | None) -> None:
        """Say who buys."""
        self._step(till.set_client(self.basket, client))

    def forget_client(self, client: ClientId | None) -> None:
        """This client was erased: they buy nothing, and no undo brings them back."""
        if client is None:
            return
        self.basket = _without(self.basket, client)
        self._steps = [_without(basket, client) for basket in self._steps]

    def set_details(self, on: date | None, note: str) -> None:
        """The day and the note of the sale, as one step; None: the day on which it is finished."""
        self._step(replace(self.basket, on=on, note=" ".join(note.split())))

    def turn_back(self, back: bool) -> None:
        """Goods come back without their sale, or are sold after all."""
        self._step(replace(self.basket, back=back))

    def include_vat(self, included: bool) -> None:
        """Whether the prices of this sale have VAT in them."""
        self._step(replace(self.basket, prices_include_vat=included))

    # Paying ------------------------------------------------------------------------------------

    def choose_way(self, kind: PaymentKind) -> None:
        """Pay all of it in one way; only cash can be handed over in excess."""
        self.rest = kind
        self.is_mixed = False
        self.basket = till.pay(self.basket)

    def mix(self) -> None:
        """Pay in several ways."""
        self.is_mixed = True
        self.basket = till.pay(self.basket)

    def hand_over(self, text: str) -> None:
        """Cash that the client hands over; '' means just the sum. Raises BadValue."""
        if not text.strip():
            self.basket = till.pay(self.basket)
            return
        amount = self.read_money(text, "cash")
        self.basket = till.pay(self.basket, Payment(PaymentKind.CASH, amount))

    def hand_over_parts(self, texts: dict[PaymentKind, str]) -> None:
        """What is paid in each way; an empty text is nothing. Raises BadValue."""
        parts = [
            Payment(kind, self.read_money(text, "payment"))
            for kind, text in texts.items()
            if text.strip()
        ]
        self.basket = till.pay(self.basket, *parts)

    def payable(self) -> tuple[Basket, PaymentKind | None]:
        """The basket as `till.finish` wants it, and how the part is paid that was not said.

        Raises PaymentShort when it is to be paid in several ways and nothing is entered.
        """
        if self.is_mixed and not self.basket.tendered:
            due = self.sums().total
            if due:
                raise PaymentShort(Money(0, due.currency), due)
        if self.is_mixed or (self.rest is PaymentKind.CASH and self.basket.tendered):
            return self.basket, None
        return till.pay(self.basket), self.rest

    # Reading -----------------------------------------------------------------------------------

    def read_money(self, text: str, field: str) -> Money:
        """A sum in the basket's money; raises BadValue."""
        if not text.strip():
            raise BadValue(field, text, "empty")
        return Money.of(read_decimal(text, field), self.basket.currency)

    def read_discount(self, text: str) -> Discount | None:
        """`10%` or `2.50`; '' is no discount. Raises BadValue."""
        if not text.strip():
            return None
        percent = read_percent(text, "discount")
        if percent is not None:
            return Discount(percent=percent)
        return Discount(amount=self.read_money(text, "discount"))

    def _step(self, basket: Basket) -> None:
        if basket != self.basket:
            self._steps = [*self._steps[-MOST_STEPS:], self.basket]
            self.basket = basket


def _without(basket: Basket, client: ClientId) -> Basket:
    return till.set_client(basket, None) if basket.client == client else basket


def emptied(basket: Basket) -> Basket:
    """A new basket of the same shop with nothing in it."""
    return Basket(
        uuid=str(uuid4()),
        currency=basket.currency,
        prices_include_vat=basket.prices_include_vat,
        charges_vat=basket.charges_vat,
        usual_rate=basket.usual_rate,
    )


def read_free_line(text: str, currency: str) -> tuple[str, Money | None]:
    """The name and the price at its end, when there is one: `Gift box 4.50`."""
    found = _PRICED.match(text.strip())
    if found is None:
        return text.strip(), None
    return found[1], Money.of(read_decimal(found[2], "price"), currency)


def item_of_line(line: ItemLine) -> Item:
    """An item of the list as the basket wants it."""
    return Item(
        id=line.id,
        kind=line.kind,
        name=line.name,
        sku=line.sku,
        price=line.price,
        cost=line.cost,
        vat_rate=line.vat_rate,
        unit=line.unit,
    )


def discount_text(discount: Discount | None) -> str:
    """A discount as it is typed."""
    if discount is None:
        return ""
    if discount.amount is not None:
        return plain_number(discount.amount.amount)
    return f"{plain_number(discount.percent or Decimal(0))}%"


def _changed_line(before: tuple[BasketLine, ...], after: tuple[BasketLine, ...]) -> int:
    for index, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return index
    return len(after) - 1
