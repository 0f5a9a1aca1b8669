"""The end of a day: sums by way of paying, and the cash that should be in the drawer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money, total
from kartoteka.domain.sales import PaymentKind, VatPart, vat_inside


@dataclass(frozen=True, slots=True)
class KindSum:
    """What came in and went out by one way of paying; `returned` is positive."""

    kind: PaymentKind
    sold: Money
    returned: Money
    debts_paid: Money

    @property
    def kept(self) -> Money:
        """What is left of it."""
        return self.sold - self.returned + self.debts_paid


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A day whose cash was counted; nothing of it changes any more."""

    id: int
    on: date
    at: datetime
    seller: str
    opening: Money
    expected: Money
    counted: Money
    left: Money
    """What stays in the drawer for the next day."""
    note: str = ""

    @property
    def difference(self) -> Money:
        """Counted less expected: below zero, money is missing."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """A day's sales and money; voided sales count nowhere but in `voided`."""

    on: date
    sales: int
    returns: int
    voided: int
    sold: Money
    returned: Money
    """Positive."""
    discounts: Money
    by_kind: tuple[KindSum, ...]
    """Every way of paying, also one that nobody used."""
    vat: tuple[VatPart, ...]
    """By rate, the highest first; the sums of what stands on the receipts."""
    voided_total: Money
    since: datetime | None
    """When cash was last counted; None: never, so that only this day's cash is expected."""
    opening: Money
    """What was in the drawer then."""
    expected: Money
    """`opening` and all cash since, returns taken off."""
    closed: ClosedDay | None
    """The last closing of this day."""

    @property
    def turnover(self) -> Money:
        """What was sold less what came back."""
        return self.sold - self.returned


@dataclass(eq=False)
class CashBelowZero(RuleBroken):
    """Cash that was counted, or that is left in the drawer, cannot be below zero."""

    amount: Money


@dataclass(eq=False)
class MoreLeftThanCounted(RuleBroken):
    """More is left in the drawer than was counted in it."""

    left: Money
    counted: Money


def check_count(counted: Money, left: Money) -> None:
    """Raise what is wrong with a count of cash."""
    for amount in (counted, left):
        if amount.minor < 0:
            raise CashBelowZero(amount)
    if counted < left:
        raise MoreLeftThanCounted(left, counted)


def vat_of_day(sums: Sequence[tuple[Decimal, Money]], currency: str) -> tuple[VatPart, ...]:
    """VAT by rate out of each sale's total of each rate, as their receipts say it.

    Rounded sale by sale, for the papers are: one rounding of the day would differ by cents.
    """
    parts = []
    for rate in sorted({rate for rate, _ in sums}, reverse=True):
        totals = [money for each, money in sums if each == rate]
        vat = total((vat_inside(money, rate) for money in totals), currency)
        parts.append(VatPart(rate, total(totals, currency), vat))
    return tuple(parts)
