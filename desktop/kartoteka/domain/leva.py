"""A sale in leva as papers tell it since the euro: its total converted and shared by its lines."""

from collections.abc import Sequence
from dataclasses import replace

from kartoteka.domain.money import Money, euros, total
from kartoteka.domain.sales import Line, Sale


def as_told(amount: Money, currency: str) -> Money:
    """An amount as a shop with this currency tells it: leva in euros, all else as it is."""
    return euros(amount) if (amount.currency, currency) == ("BGN", "EUR") else amount


def in_euros(sale: Sale, totals: Sequence[Money]) -> tuple[Sale, tuple[Money, ...]]:
    """The sale and the totals of its lines in euros; what the ledger keeps stays in leva.

    The total is converted, not the lines (ЗВЕРБ чл. 12): lines and payments are their shares of
    it, so that they add up to the cent. Raises CurrencyMismatch for a sale in other money.
    """
    whole = euros(total(totals, sale.total.currency))
    paid = _shared(euros(sale.total), [payment.amount for payment in sale.payments])
    payments = (
        replace(payment, amount=amount, tendered=None)
        for payment, amount in zip(sale.payments, paid, strict=True)
    )
    told = replace(
        sale,
        total=euros(sale.total),
        lines=tuple(map(line_in_euros, sale.lines)),
        payments=tuple(payments),
    )
    return told, _shared(whole, totals)


def _shared(whole: Money, parts: Sequence[Money]) -> tuple[Money, ...]:
    weights = [abs(part.minor) for part in parts]
    return tuple(whole.share(weights) if any(weights) else map(euros, parts))


def line_in_euros(line: Line) -> Line:
    """A line with each of its amounts in euros; they need not add up to a converted total."""
    return replace(
        line,
        price=euros(line.price),
        discount=_or_none(line.discount),
        cost=_or_none(line.cost),
        sale_discount=_or_none(line.sale_discount),
        vat_added=_or_none(line.vat_added),
    )


def _or_none(leva: Money | None) -> Money | None:
    return None if leva is None else euros(leva)
