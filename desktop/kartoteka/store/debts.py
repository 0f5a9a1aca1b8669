"""Debts in the book: what was sold on account, less what was paid for it since."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.debts import DebtPayment
from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind, SaleId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME, CLIENT_PHONE
from kartoteka.store.moments import day_of, moment_of, moment_text


@dataclass(frozen=True, slots=True)
class Debtor:
    """A client who owes, with the day of the oldest sale on account."""

    client: ClientId
    name: str
    phone: str
    debt_minor: int
    since: date | None


# Leva of before the euro are owed in euros (ЗВЕРБ чл. 12), each sum rounded half up.
_EUROS = (
    "CASE WHEN {table}.currency = 'BGN' AND :currency = 'EUR' THEN"
    " ({amount} * 200000 + CASE WHEN {amount} < 0 THEN -195583 ELSE 195583 END) / 391166"
    " WHEN {table}.currency = :currency THEN {amount} ELSE 0 END"
)
_TAKEN = _EUROS.format(table="sale", amount="payment.amount_minor")
_PAID = _EUROS.format(table="debt_payment", amount="debt_payment.amount_minor")
_DEBT = f"""
SELECT (SELECT coalesce(sum({_TAKEN}), 0) FROM sale CROSS JOIN payment
        ON payment.sale_id = sale.id AND payment.kind = 'account'
        WHERE sale.client_id = :client AND sale.voided_at IS NULL)
     - (SELECT coalesce(sum({_PAID}), 0) FROM debt_payment
        WHERE client_id = :client AND voided_at IS NULL)
"""  # noqa: S608 - constants of ours
_DEBTORS = f"""
WITH owed AS (
    SELECT client_id, sum(amount) AS amount, min(CASE WHEN amount > 0 THEN day END) AS since
    FROM (SELECT sale.client_id, sale.day, {_TAKEN} AS amount
          FROM payment INDEXED BY payment_on_account CROSS JOIN sale ON sale.id = payment.sale_id
          WHERE payment.kind = 'account' AND sale.voided_at IS NULL
          UNION ALL
          SELECT client_id, day, -({_PAID}) FROM debt_payment WHERE voided_at IS NULL)
    WHERE client_id IS NOT NULL GROUP BY client_id HAVING sum(amount) > 0
)
SELECT client.id, {CLIENT_NAME}, {CLIENT_PHONE}, owed.amount, owed.since
FROM owed JOIN client ON client.id = owed.client_id
ORDER BY owed.amount DESC, client.id
"""  # noqa: S608 - constants of ours
_ADD = """
INSERT INTO debt_payment (uuid, client_id, sale_id, day, at, kind, amount_minor, currency, note,
                          seller)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
_ROWS = """
SELECT id, uuid, client_id, sale_id, day, at, kind, amount_minor, currency, note, seller, voided_at
FROM debt_payment
"""
_ON_ACCOUNT = """
SELECT coalesce(sum(payment.amount_minor), 0) FROM sale CROSS JOIN payment
ON payment.sale_id = sale.id AND payment.kind = 'account'
WHERE (sale.id = :sale OR sale.returns_id = :sale) AND sale.voided_at IS NULL
"""


def debt_of(session: Session, client: ClientId, currency: str) -> Money:
    """What a client owes; below zero, the shop owes them."""
    found: int = scalar(session, _DEBT, {"client": client, "currency": currency})
    return Money(found, currency)


def debtors(session: Session, currency: str) -> list[Debtor]:
    """Everybody who owes, the largest debt first."""
    rows = direct(session).execute(_DEBTORS, {"currency": currency}).fetchall()
    return [Debtor(row[0], row[1], row[2], row[3], day_of(row[4])) for row in rows]


def on_account(session: Session, sale: SaleId) -> int:
    """What of a sale is on account, its returns taken off, in its own minor units."""
    found: int = scalar(session, _ON_ACCOUNT, {"sale": sale})
    return found


def add(session: Session, payment: DebtPayment) -> int:
    """Keep money that was paid for a debt and answer its id."""
    values = (
        payment.uuid,
        payment.client,
        payment.sale,
        payment.on.isoformat(),
        moment_text(payment.at),
        payment.kind.value,
        payment.amount.minor,
        payment.amount.currency,
        payment.note,
        payment.seller,
    )
    return int(scalar(session, _ADD, values))


def of_uuid(session: Session, uuid: str) -> DebtPayment | None:
    """The payment with this idempotency key."""
    row = direct(session).execute(f"{_ROWS} WHERE uuid = ?", (uuid,)).fetchone()
    return None if row is None else _read(row)


def get(session: Session, payment: int) -> DebtPayment | None:
    """One payment by its id."""
    row = direct(session).execute(f"{_ROWS} WHERE id = ?", (payment,)).fetchone()
    return None if row is None else _read(row)


def void(session: Session, payment: int, at: datetime) -> None:
    """Take a payment out of the sums; it stays in the book."""
    sql = "UPDATE debt_payment SET voided_at = ? WHERE id = ? AND voided_at IS NULL"
    direct(session).execute(sql, (moment_text(at), payment))


def _read(row: Any) -> DebtPayment:
    return DebtPayment(
        id=row[0],
        uuid=row[1],
        client=row[2],
        sale=row[3],
        on=date.fromisoformat(row[4]),
        at=moment_of(row[5]),
        kind=PaymentKind(row[6]),
        amount=Money(row[7], row[8]),
        note=row[9],
        seller=row[10],
        voided_at=row[11] and moment_of(row[11]),
    )
