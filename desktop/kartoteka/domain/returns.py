"""Returns: what a sale's line gives back, so that part returns add up to what was paid."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.leva import line_in_euros
from kartoteka.domain.money import CurrencyMismatch, Money, euros, round_half_up, total
from kartoteka.domain.sales import (
    Line,
    Payment,
    PaymentMismatch,
    PricedLine,
    PricedSale,
    Sale,
    SaleDraft,
    SaleId,
    check_day,
    check_lines,
    check_quantity,
    paid_in,
    price_line,
    require_debtor,
    settled,
    summed,
)


@dataclass(eq=False)
class SaleVoided(RuleBroken):
    """The sale was declared void; nothing can be done with it any more."""

    number: int | None


@dataclass(eq=False)
class ReturnTooMuch(RuleBroken):
    """More comes back of a position than is left of it."""

    position: int
    name: str
    asked: Decimal
    left: Decimal


@dataclass(eq=False)
class ReturnOfUnknownLine(RuleBroken):
    """A return names a position that the sale does not have."""

    position: int | None


@dataclass(eq=False)
class ReturnOfReturn(RuleBroken):
    """A return cannot be returned; it is a sale again."""

    sale: SaleId


@dataclass(eq=False)
class ReturnBeforeSale(RuleBroken):
    """A return on a day before its sale."""

    on: date
    sold_on: date


def return_of(
    sale: Sale, quantities: Mapping[int, Decimal], on: date, currency: str, uuid: str = ""
) -> SaleDraft:
    """A return of `quantities` (position from 1 → how much comes back), not yet paid back."""
    return SaleDraft(
        uuid=uuid,
        on=on,
        lines=tuple(
            Line("", quantity, Money(0, currency), returns=position)
            for position, quantity in quantities.items()
        ),
        currency=currency,
        client=sale.client,
        returns=sale.id,
    )


def check_return(draft: SaleDraft, sale: Sale, today: date) -> PricedSale:
    """The (negative) sums of a return of `sale`; raises the rule that is broken.

    Of the draft's lines only `returns` and `quantity` (above zero) are asked; name, price and VAT
    are the sale's. Each part return gives back its share of the line's money, discount included;
    the parts of several returns add up to exactly what was paid. Payments are written without a
    minus and come out with one. A sale in BGN is returned in EUR, its total converted (not its
    lines).
    """
    check_day(draft, today)
    if sale.voided_at is not None:
        raise SaleVoided(sale.number)
    if sale.is_return:
        raise ReturnOfReturn(sale.id)
    if draft.on < sale.on:
        raise ReturnBeforeSale(draft.on, sale.on)
    before = dict(sale.returned_quantities)
    after = dict(before)
    parts: list[tuple[Line, Money]] = []
    require_debtor(draft)
    for line in draft.lines:
        position, sold = _line_of(sale, line.returns)
        check_quantity(position, line.quantity)
        taken = after.get(position, Decimal(0))
        if taken + line.quantity > sold.quantity:
            raise ReturnTooMuch(position, sold.name, line.quantity, sold.quantity - taken)
        after[position] = taken + line.quantity
        part = _money_of(sold, after[position]) - _money_of(sold, taken)
        vat = _vat_of(sold, after[position]) - _vat_of(sold, taken)
        parts.append((_returned(sold, position, line.quantity, vat), part))
    if draft.currency != sale.total.currency:
        parts = _in_euros(parts, sale, before, after, draft.currency)
    priced = summed([_taken_back(line, part, sale) for line, part in parts], draft.currency)
    payments, change = settled(draft.payments, -priced.total)
    if change:
        raise PaymentMismatch(paid_in(draft.payments, -priced.total), -priced.total)
    given_back = tuple(Payment(payment.kind, -payment.amount) for payment in payments)
    return replace(priced, payments=given_back)


def check_return_without_sale(draft: SaleDraft, today: date) -> PricedSale:
    """The (negative) sums of goods that come back without the sale that they were bought in.

    The lines are written like those of a sale, as are the payments; both come out with a minus.
    Raises the rules of a sale.
    """
    check_day(draft, today)
    priced = check_lines(draft)
    require_debtor(draft)
    payments, change = settled(draft.payments, priced.total)
    if change:
        raise PaymentMismatch(paid_in(draft.payments, priced.total), priced.total)
    lines = [
        PricedLine(each.line, -each.gross, -each.discount, -each.total) for each in priced.lines
    ]
    given_back = tuple(Payment(payment.kind, -payment.amount) for payment in payments)
    return replace(summed(lines, draft.currency), payments=given_back)


def _line_of(sale: Sale, position: int | None) -> tuple[int, Line]:
    if position is None or not 1 <= position <= len(sale.lines):
        raise ReturnOfUnknownLine(position)
    return position, sale.lines[position - 1]


def _money_of(sold: Line, quantity: Decimal) -> Money:
    """The part of a line's money that belongs to its first `quantity` units."""
    paid = price_line(sold).total
    return Money(int(round_half_up(paid.minor * quantity / sold.quantity)), paid.currency)


def _vat_of(sold: Line, quantity: Decimal) -> Money:
    """The part of the VAT that was put on top of a line, for its first `quantity` units."""
    vat = sold.vat_added or Money(0, sold.price.currency)
    return Money(int(round_half_up(vat.minor * quantity / sold.quantity)), vat.currency)


def _returned(sold: Line, position: int, quantity: Decimal, vat: Money) -> Line:
    return replace(
        sold,
        quantity=quantity,
        discount=None,
        sale_discount=None,
        vat_added=None if sold.vat_added is None else vat,
        returns=position,
    )


def _taken_back(line: Line, part: Money, sale: Sale) -> PricedLine:
    gross = line.price.times(line.quantity)
    discount = gross - (part - line.vat_added if line.vat_added else part)
    _, sold = _line_of(sale, line.returns)
    # A price rounded to euro cents does not come to the line: that is no discount.
    given = sold.price.currency == line.price.currency or price_line(sold).discount
    told = replace(line, discount=discount if given and discount.minor > 0 else None)
    return PricedLine(told, -gross, -discount, -part)


def _in_euros(
    parts: list[tuple[Line, Money]],
    sale: Sale,
    before: dict[int, Decimal],
    after: dict[int, Decimal],
    currency: str,
) -> list[tuple[Line, Money]]:
    """The parts of a sale in BGN in euros, so that all returns together give euros(sale total)."""
    if (sale.total.currency, currency) != ("BGN", "EUR"):
        raise CurrencyMismatch(sale.total.currency, currency)

    def euros_until(quantities: dict[int, Decimal]) -> Money:
        money = (_money_of(sale.lines[at - 1], taken) for at, taken in quantities.items())
        return euros(total(money, "BGN"))

    whole = euros_until(after) - euros_until(before)
    weights = [part.minor for _, part in parts]
    shares = whole.share(weights) if any(weights) else [whole for _ in parts]
    return [(line_in_euros(line), share) for (line, _), share in zip(parts, shares, strict=True)]
