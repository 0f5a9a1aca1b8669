"""Declaring a sale void: a slip is taken out of all sums, and its number stays."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.returns import SaleVoided
from kartoteka.domain.sales import Sale


@dataclass(eq=False)
class VoidWithoutReason(RuleBroken):
    """Whoever declares a sale void says why."""


@dataclass(eq=False)
class SaleHasReturns(RuleBroken):
    """Goods of the sale came back already; their returns have to be voided first."""

    number: int | None


@dataclass(eq=False)
class InvoiceStands(RuleBroken):
    """The sale has an issued invoice, which must be annulled or credited first."""

    invoice: str


@dataclass(eq=False)
class DayIsClosed(RuleBroken):
    """The cash of that day was counted with this sale in it."""

    on: date


def check_void(
    sale: Sale, reason: str, *, returned: bool, invoice: str | None, closed_on: date | None
) -> str:
    """The tidied reason; raises why this sale cannot be declared void.

    `closed_on`: the day whose count of cash has this sale in it, if one has.
    """
    tidy = " ".join(reason.split())
    if sale.voided_at is not None:
        raise SaleVoided(sale.number)
    if returned:
        raise SaleHasReturns(sale.number)
    if invoice is not None:
        raise InvoiceStands(invoice)
    if closed_on is not None:
        raise DayIsClosed(closed_on)
    if not tidy:
        raise VoidWithoutReason
    return tidy
