"""What a basket comes to: the same cents on the screen, on paper and in the ledger."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from kartoteka.domain.money import Money, round_half_up, total
from kartoteka.domain.sales import (
    Line,
    PricedLine,
    SaleDraft,
    VatPart,
    paid_in,
    price_lines,
    vat_inside,
)
from kartoteka.domain.till import (
    Basket,
    BasketLine,
    discount_of,
    gross_of,
    require_lines,
    sale_discount_of,
)

NOTES = {
    "EUR": (500, 1000, 2000, 5000, 10000, 20000),
    "BGN": (500, 1000, 2000, 5000, 10000),
    "RUB": (5000, 10000, 50000, 100000, 500000),
    "USD": (500, 1000, 2000, 5000, 10000),
    "GBP": (500, 1000, 2000, 5000),
}
"""Banknotes that people carry, in minor units; for other currencies powers of ten do."""
MOST_NOTES = 20
"""Nobody counts out more notes of one kind, but of the two largest."""
_ANY_NOTES = (500, 1000, 2000, 5000, 10000, 20000, 50000)


@dataclass(frozen=True, slots=True)
class BelowCost:
    """A line goes for less than it cost the shop; both sums are of the line, without VAT."""

    position: int
    name: str
    net: Money
    cost: Money


@dataclass(frozen=True, slots=True)
class BelowMargin:
    """A line leaves less of its price than the owner wants; both in percent."""

    position: int
    name: str
    margin: Decimal
    least: Decimal


Warned = BelowCost | BelowMargin


@dataclass(frozen=True, slots=True)
class LineTotal:
    """One line's sums as the basket shows them; a price without VAT stays without."""

    line: BasketLine
    gross: Money
    """Quantity × price."""
    discount: Money
    """The line's own."""
    total: Money
    """`gross` less `discount`, before a discount on the whole sale."""
    sale_discount: Money
    """Its share of the discount on the whole sale."""
    paid: Money
    """What is paid for it in the end, VAT included."""
    net: Money
    """The same without VAT."""
    cost: Money | None
    margin: Decimal | None
    """Percent of `net` that is left over the cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All sums of a basket. In a return they are what is given back."""

    lines: tuple[LineTotal, ...]
    subtotal: Money
    """Quantities × prices."""
    line_discounts: Money
    sale_discount: Money
    vat: tuple[VatPart, ...]
    """By rate, the highest first; inside `total`."""
    total: Money
    cost: Money | None
    """Of the lines whose cost is known; None when none is."""
    margin: Decimal | None
    """Percent of what those lines bring without VAT that is left over their cost."""
    paid: Money
    """What is handed over; nothing said: nothing."""
    due: Money
    """What is still missing."""
    change: Money
    """What goes back."""
    warnings: tuple[Warned, ...]


def totals(basket: Basket, least_margin: Decimal | None = None) -> Totals:
    """The sums of a basket while it grows; no rule is asked, a missing price counts as nothing.

    `least_margin`: percent below which the owner wants a warning. Raises CurrencyMismatch.
    """
    lines = _lines(basket)
    # No sum depends on the day.
    priced = price_lines(replace(_bare_draft(basket, date.min), lines=tuple(lines)))
    shown = tuple(
        _line_total(line, each) for line, each in zip(basket.lines, priced.lines, strict=True)
    )
    costed = [each for each in shown if each.cost is not None]
    currency = basket.currency
    cost = total((each.cost for each in costed if each.cost), currency) if costed else None
    net = total((each.net for each in costed), currency)
    paid = paid_in(basket.tendered, priced.total)
    nothing = Money(0, currency)
    return Totals(
        lines=shown,
        subtotal=total((each.gross for each in shown), currency),
        line_discounts=total((each.discount for each in shown), currency),
        sale_discount=total((each.sale_discount for each in shown), currency),
        vat=priced.vat,
        total=priced.total,
        cost=cost,
        margin=margin_of(net, cost) if cost is not None else None,
        paid=paid,
        due=max(priced.total - paid, nothing),
        change=max(paid - priced.total, nothing),
        warnings=tuple(_warnings(shown, least_margin)),
    )


def draft(basket: Basket, today: date) -> SaleDraft:
    """The sale to record, of the chosen day or else of `today`.

    Raises EmptySale, ItemWithoutPrice, QuantityZero, QuantityTooLarge.
    """
    require_lines(basket)
    return replace(_bare_draft(basket, basket.on or today), lines=tuple(_lines(basket)))


def margin_of(net: Money, cost: Money) -> Decimal | None:
    """Percent of a price without VAT that is left over the cost; None for a price of nothing."""
    if net.minor <= 0:
        return None
    return round_half_up(Decimal(net.minor - cost.minor) * 100 / net.minor, 1)


def quick_cash(due: Money, most: int = 4) -> tuple[Money, ...]:
    """Sums that a client is likely to hand over: just the sum, then round ones, growing."""
    if due.minor <= 0:
        return ()
    sums = {due.minor}
    kinds = NOTES.get(due.currency, _ANY_NOTES)
    for note in kinds:
        notes = int((Decimal(due.minor) / note).to_integral_value(ROUND_CEILING))
        if notes <= MOST_NOTES or note in kinds[-2:]:
            sums.add(notes * note)
    return tuple(Money(minor, due.currency) for minor in sorted(sums)[:most])


def _bare_draft(basket: Basket, on: date) -> SaleDraft:
    return SaleDraft(
        uuid=basket.uuid,
        on=on,
        lines=(),
        currency=basket.currency,
        client=basket.client,
        payments=basket.tendered,
        note=" ".join(basket.note.split()),
        prices_include_vat=basket.prices_include_vat,
    )


def _lines(basket: Basket) -> list[Line]:
    """The lines of the sale, each with its share of the discount on the whole of it."""
    discounts = [discount_of(line, basket.currency) for line in basket.lines]
    shares = _shares(basket, discounts)
    return [
        Line(
            name=line.name,
            quantity=line.quantity,
            price=line.price or Money(0, basket.currency),
            discount=discount or None,
            unit=line.unit,
            sku=line.sku,
            vat_rate=line.vat_rate,
            item=line.item,
            cost=line.cost,
            sale_discount=share or None,
        )
        for line, discount, share in zip(basket.lines, discounts, shares, strict=True)
    ]


def _shares(basket: Basket, discounts: list[Money]) -> list[Money]:
    """The sale's discount shared in proportion to the lines; the last cents add up."""
    whole = sale_discount_of(basket)
    if not whole:
        return [whole] * len(basket.lines)
    left = [
        (gross_of(line, basket.currency) - discount).minor
        for line, discount in zip(basket.lines, discounts, strict=True)
    ]
    return whole.share(left)


def _line_total(line: BasketLine, priced: PricedLine) -> LineTotal:
    currency = priced.total.currency
    own = priced.line.discount or Money(0, currency)
    share = priced.line.sale_discount or Money(0, currency)
    net = priced.total - _vat_of(priced)
    cost = None if line.cost is None else line.cost.times(line.quantity)
    return LineTotal(
        line=line,
        gross=priced.gross,
        discount=own,
        total=priced.gross - own,
        sale_discount=share,
        paid=priced.total,
        net=net,
        cost=cost,
        margin=None if cost is None else margin_of(net, cost),
    )


def _vat_of(priced: PricedLine) -> Money:
    line = priced.line
    if line.vat_added is not None:
        return line.vat_added
    rate = line.vat_rate
    return Money(0, priced.total.currency) if rate is None else vat_inside(priced.total, rate)


def _warnings(lines: tuple[LineTotal, ...], least: Decimal | None) -> list[Warned]:
    found: list[Warned] = []
    for position, each in enumerate(lines, 1):
        if each.cost is None or each.line.price is None:
            continue
        if each.net < each.cost:
            found.append(BelowCost(position, each.line.name, each.net, each.cost))
        elif least is not None and each.margin is not None and each.margin < least:
            found.append(BelowMargin(position, each.line.name, each.margin, least))
    return found
