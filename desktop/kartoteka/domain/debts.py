"""Debts: what clients took on account and pay later."""

from dataclasses import dataclass
from datetime import date, datetime

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money
from kartoteka.domain.sales import NegativePayment, Payment, PaymentKind, SaleId, SaleInFuture


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtPayment:
    """Money that a client brought for what was sold on account."""

    id: int = 0
    uuid: str
    client: ClientId | None
    on: date
    at: datetime
    kind: PaymentKind
    amount: Money
    sale: SaleId | None = None
    """The sale that it is for, when the client said so."""
    note: str = ""
    seller: str = ""
    voided_at: datetime | None = None


@dataclass(eq=False)
class NothingOwed(RuleBroken):
    """The client owes nothing."""


@dataclass(eq=False)
class DebtOverpaid(RuleBroken):
    """More is paid than is owed."""

    paid: Money
    debt: Money


@dataclass(eq=False)
class DebtNotPaidByDebt(RuleBroken):
    """A debt cannot be paid on account."""


def check_debt_payment(payment: Payment, debt: Money, on: date, today: date) -> None:
    """Raise why this money cannot be taken for a debt."""
    if payment.kind is PaymentKind.ACCOUNT:
        raise DebtNotPaidByDebt
    if payment.amount.minor <= 0:
        raise NegativePayment(payment.amount)
    if on > today:
        raise SaleInFuture(on, today)
    if debt.minor <= 0:
        raise NothingOwed
    if debt < payment.amount:
        raise DebtOverpaid(payment.amount, debt)
