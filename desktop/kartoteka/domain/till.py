"""The basket at the till: a sale in the making, what it comes to, and the deeds that change it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kartoteka.domain.catalogue import Item, ItemId
from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money, round_half_up
from kartoteka.domain.sales import (
    LARGEST_QUANTITY,
    QUANTITY_PLACES,
    DiscountTooLarge,
    EmptySale,
    LineWithoutName,
    NegativeDiscount,
    NegativePayment,
    NegativePrice,
    Payment,
)

MOST_LINES = 1000


@dataclass(frozen=True, slots=True)
class Discount:
    """Money off a line or a sale: a percent or a sum, never both."""

    percent: Decimal | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketLine:
    """One position of a basket; `price` None: an item without a price, not typed in yet."""

    name: str
    price: Money | None
    quantity: Decimal = Decimal(1)
    item: ItemId | None = None
    """None for a free-text line."""
    discount: Discount | None = None
    unit: str = ""
    sku: str = ""
    vat_rate: Decimal | None = None
    cost: Money | None = None
    """Of one unit, without VAT."""
    note: str = ""
    """Why it was proposed, as shown under the name; not kept with the sale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """A sale in the making; every deed answers a new one. `uuid` makes a double Enter one sale."""

    uuid: str
    currency: str
    on: date | None = None
    """The day that was chosen for it; None: the day on which it is finished."""
    lines: tuple[BasketLine, ...] = ()
    client: ClientId | None = None
    sale_discount: Discount | None = None
    tendered: tuple[Payment, ...] = ()
    """What the client hands over, by way of paying; empty: all in cash, exactly."""
    note: str = ""
    prices_include_vat: bool = True
    charges_vat: bool = False
    """Whether the shop is registered for VAT; else no line has a rate."""
    usual_rate: Decimal | None = None
    """The rate of what has none of its own, percent."""
    back: bool = False
    """Goods come back without the sale that they were bought in; sums are what is given back."""


@dataclass(eq=False)
class ItemWithoutPrice(RuleBroken):
    """Position (from 1) has no price, neither in the catalogue nor typed in."""

    position: int
    name: str


@dataclass(eq=False)
class QuantityZero(RuleBroken):
    """A quantity of nothing or less; a line goes away by being removed."""

    name: str


@dataclass(eq=False)
class QuantityTooLarge(RuleBroken):
    """More than anybody buys at a counter; was a barcode scanned into the field?"""

    name: str
    quantity: Decimal
    limit: Decimal


@dataclass(eq=False)
class QuantityTooFine(RuleBroken):
    """A quantity with more decimals than are kept."""

    name: str
    quantity: Decimal


@dataclass(eq=False)
class PercentOutOfRange(RuleBroken):
    """A discount below 0 or above 100 percent."""

    percent: Decimal


@dataclass(eq=False)
class SaleDiscountTooLarge(RuleBroken):
    """A discount that is larger than the whole sale."""

    discount: Money
    subtotal: Money


@dataclass(eq=False)
class BasketFull(RuleBroken):
    """More lines than a sale may have."""

    limit: int


@dataclass(eq=False)
class NoSuchLine(RuleBroken):
    """The basket has no line at this place (from 0)."""

    index: int


def add_item(basket: Basket, item: Item, quantity: Decimal = Decimal(1), note: str = "") -> Basket:
    """Put an item into the basket; the same one again adds to its line.

    A line whose price or discount was changed by hand stays as it is, and a new one begins.
    """
    line = line_of(basket, item, quantity, note)
    for index, known in enumerate(basket.lines):
        if _is_same(known, line):
            return set_quantity(basket, index, known.quantity + quantity)
    return _with_line(basket, line)


def line_of(
    basket: Basket, item: Item, quantity: Decimal = Decimal(1), note: str = ""
) -> BasketLine:
    """A line of an item as this basket would have it."""
    rate = basket.usual_rate if item.vat_rate is None else item.vat_rate
    return BasketLine(
        item=item.id or None,
        name=item.name,
        quantity=quantity,
        price=item.price,
        unit=item.unit,
        sku=item.sku,
        vat_rate=rate if basket.charges_vat else None,
        cost=item.cost,
        note=note,
    )


def add_free_line(
    basket: Basket, name: str, price: Money | None, quantity: Decimal = Decimal(1), unit: str = ""
) -> Basket:
    """Put something into the basket that is in no catalogue; without a price it waits for one."""
    rate = basket.usual_rate if basket.charges_vat else None
    name = " ".join(name.split())
    if not name:
        raise LineWithoutName(len(basket.lines) + 1)
    line = BasketLine(name=name, quantity=quantity, price=price, unit=unit.strip(), vat_rate=rate)
    return _with_line(basket, line)


def set_quantity(basket: Basket, index: int, quantity: Decimal) -> Basket:
    """Change how much of a line is bought; raises QuantityZero, QuantityTooLarge."""
    check_quantity(_line_at(basket, index).name, quantity)
    return _changed(basket, index, lambda line: replace(line, quantity=quantity))


def set_price(basket: Basket, index: int, price: Money) -> Basket:
    """Change the price of one unit."""
    if price.minor < 0:
        raise NegativePrice(index + 1, price)
    return _changed(basket, index, lambda line: replace(line, price=price))


def set_name(basket: Basket, index: int, name: str) -> Basket:
    """Call a line otherwise on this sale."""
    plain = " ".join(name.split())
    if not plain:
        raise LineWithoutName(index + 1)
    return _changed(basket, index, lambda line: replace(line, name=plain))


def set_discount(basket: Basket, index: int, discount: Discount | None) -> Basket:
    """Take money off a line, or no longer; raises PercentOutOfRange, DiscountTooLarge."""
    line = _line_at(basket, index)
    gross = gross_of(line, basket.currency)
    if discount is not None:
        check_discount(discount, index + 1)
        if discount.amount is not None and gross < discount.amount:
            raise DiscountTooLarge(index + 1, discount.amount, gross)
    return _changed(basket, index, lambda line: replace(line, discount=_kept(discount)))


def set_sale_discount(basket: Basket, discount: Discount | None) -> Basket:
    """Take money off the whole sale, or no longer; raises SaleDiscountTooLarge."""
    if discount is not None:
        check_discount(discount, 0)
        left = after_line_discounts(basket)
        if discount.amount is not None and left < discount.amount:
            raise SaleDiscountTooLarge(discount.amount, left)
    return replace(basket, sale_discount=_kept(discount))


def remove_line(basket: Basket, index: int) -> Basket:
    """Take a line out of the basket."""
    _line_at(basket, index)
    return replace(basket, lines=basket.lines[:index] + basket.lines[index + 1 :])


def set_client(basket: Basket, client: ClientId | None) -> Basket:
    """Say who buys; None: somebody without a card."""
    return replace(basket, client=client)


def pay(basket: Basket, *payments: Payment) -> Basket:
    """Say what is handed over and how, instead of what was said before."""
    for payment in payments:
        if payment.amount.minor < 0:
            raise NegativePayment(payment.amount)
    return replace(basket, tendered=tuple(each for each in payments if each.amount))


def gross_of(line: BasketLine, currency: str) -> Money:
    """Quantity × price before discounts; nothing while the price is missing."""
    return line.price.times(line.quantity) if line.price else Money(0, currency)


def discount_of(line: BasketLine, currency: str) -> Money:
    """The money off a line, never more than the line."""
    if line.discount is None:
        return Money(0, currency)
    return _money_off(line.discount, gross_of(line, currency))


def after_line_discounts(basket: Basket) -> Money:
    """What the lines come to before a discount on the whole sale."""
    left = Money(0, basket.currency)
    for line in basket.lines:
        left += gross_of(line, basket.currency) - discount_of(line, basket.currency)
    return left


def sale_discount_of(basket: Basket) -> Money:
    """The money off the whole sale, never more than is left of it."""
    if basket.sale_discount is None:
        return Money(0, basket.currency)
    return _money_off(basket.sale_discount, after_line_discounts(basket))


def check_quantity(name: str, quantity: Decimal) -> None:
    """Raise what is wrong with a quantity."""
    if not quantity.is_finite() or quantity > LARGEST_QUANTITY:
        raise QuantityTooLarge(name, quantity, LARGEST_QUANTITY)
    if quantity <= 0:
        raise QuantityZero(name)
    if quantity != round_half_up(quantity, QUANTITY_PLACES):
        raise QuantityTooFine(name, quantity)


def check_discount(discount: Discount, position: int) -> None:
    """Raise what is wrong with a discount by itself."""
    percent = discount.percent
    if percent is not None and not (percent.is_finite() and 0 <= percent <= 100):
        raise PercentOutOfRange(percent)
    if discount.amount is not None and discount.amount.minor < 0:
        raise NegativeDiscount(position, discount.amount)


def require_lines(basket: Basket) -> None:
    """Raise EmptySale, or ItemWithoutPrice for the first line that lacks one."""
    if not basket.lines:
        raise EmptySale
    for position, line in enumerate(basket.lines, 1):
        if line.price is None:
            raise ItemWithoutPrice(position, line.name)
        check_quantity(line.name, line.quantity)


def _money_off(discount: Discount, whole: Money) -> Money:
    if discount.amount is not None:
        return min(discount.amount, whole)
    return whole.times((discount.percent or Decimal(0)) / 100)


def _kept(discount: Discount | None) -> Discount | None:
    """No discount of nothing."""
    return discount if discount and (discount.percent or discount.amount) else None


def _is_same(known: BasketLine, line: BasketLine) -> bool:
    plain = known.discount is None
    same = (known.item, known.price, known.name) == (line.item, line.price, line.name)
    return plain and same and line.item is not None


def _with_line(basket: Basket, line: BasketLine) -> Basket:
    check_quantity(line.name, line.quantity)
    if line.price is not None and line.price.minor < 0:
        raise NegativePrice(len(basket.lines) + 1, line.price)
    if len(basket.lines) >= MOST_LINES:
        raise BasketFull(MOST_LINES)
    return replace(basket, lines=(*basket.lines, line))


def _changed(basket: Basket, index: int, change: Callable[[BasketLine], BasketLine]) -> Basket:
    line = change(_line_at(basket, index))
    return replace(basket, lines=(*basket.lines[:index], line, *basket.lines[index + 1 :]))


def _line_at(basket: Basket, index: int) -> BasketLine:
    if not 0 <= index < len(basket.lines):
        raise NoSuchLine(index)
    return basket.lines[index]
