"""Days in the book: their sums by way of paying, their VAT, and the cash that was counted."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kartoteka.domain.day import ClosedDay
from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.moments import moment_of, moment_text


@dataclass(frozen=True, slots=True)
class DayCounts:
    """How many sales and returns a day has, and what they come to (minor units, positive)."""

    sales: int
    returns: int
    voided: int
    sold: int
    returned: int
    voided_total: int
    discounts: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The last sale and the last payment of a debt that a count of cash had in it."""

    sale: int
    debt: int


# Imported purchases are history: they were paid into another till.
_OF_DAY = "sale.day = :day AND sale.currency = :currency AND sale.import_id IS NULL"
_BACK = "(sale.returns_id IS NOT NULL OR sale.total_minor < 0)"
_COUNTS = f"""
SELECT coalesce(sum(voided_at IS NULL AND NOT {_BACK}), 0),
       coalesce(sum(voided_at IS NULL AND {_BACK}), 0),
       coalesce(sum(voided_at IS NOT NULL), 0),
       coalesce(sum(CASE WHEN voided_at IS NULL AND NOT {_BACK} THEN total_minor END), 0),
       coalesce(-sum(CASE WHEN voided_at IS NULL AND {_BACK} THEN total_minor END), 0),
       coalesce(sum(CASE WHEN voided_at IS NOT NULL THEN total_minor END), 0)
FROM sale WHERE {_OF_DAY}
"""  # noqa: S608 - constants of ours
_DISCOUNTS = f"""
SELECT coalesce(sum(line.discount_minor + line.sale_discount_minor), 0)
FROM sale CROSS JOIN sale_line AS line ON line.sale_id = sale.id
WHERE {_OF_DAY} AND sale.voided_at IS NULL AND NOT {_BACK}
"""  # noqa: S608 - constants of ours
_KINDS = f"""
SELECT payment.kind, coalesce(sum(CASE WHEN NOT {_BACK} THEN payment.amount_minor END), 0),
       coalesce(-sum(CASE WHEN {_BACK} THEN payment.amount_minor END), 0)
FROM sale CROSS JOIN payment ON payment.sale_id = sale.id
WHERE {_OF_DAY} AND sale.voided_at IS NULL GROUP BY payment.kind
"""  # noqa: S608 - constants of ours
_DEBTS = """
SELECT kind, sum(amount_minor) FROM debt_payment
WHERE day = :day AND currency = :currency AND voided_at IS NULL GROUP BY kind
"""
_RATES = f"""
SELECT line.vat_rate, sum(line.total_minor)
FROM sale CROSS JOIN sale_line AS line ON line.sale_id = sale.id
WHERE {_OF_DAY} AND sale.voided_at IS NULL GROUP BY sale.id, line.vat_rate
"""  # noqa: S608 - constants of ours
# What was recorded since, whatever day it is for: a sale with an earlier date is paid into the
# drawer of today. By ids, which no wrong clock puts out of order.
_CASH = """
SELECT (SELECT coalesce(sum(payment.amount_minor), 0) FROM sale CROSS JOIN payment
        ON payment.sale_id = sale.id AND payment.kind = 'cash'
        WHERE sale.id > :sale AND sale.currency = :currency
          AND sale.import_id IS NULL AND sale.voided_at IS NULL)
     + (SELECT coalesce(sum(amount_minor), 0) FROM debt_payment
        WHERE id > :debt AND currency = :currency AND kind = 'cash' AND voided_at IS NULL)
"""
_LAST_RECORDED = """
SELECT coalesce((SELECT id FROM sale WHERE import_id IS NULL ORDER BY id DESC LIMIT 1), 0),
       coalesce((SELECT max(id) FROM debt_payment), 0)
"""
_CLOSED = """
SELECT id, day, at, seller, currency, opening_minor, expected_minor, counted_minor, left_minor, note
FROM day_close
"""
_CLOSE = """
INSERT INTO day_close (day, at, seller, currency, opening_minor, expected_minor, counted_minor,
                       left_minor, note, sums)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""


def counts(session: Session, on: date, currency: str) -> DayCounts:
    """How much was sold and came back on a day."""
    values = {"day": on.isoformat(), "currency": currency}
    row = direct(session).execute(_COUNTS, values).fetchone()
    return DayCounts(
        sales=row[0],
        returns=row[1],
        voided=row[2],
        sold=row[3],
        returned=row[4],
        voided_total=row[5],
        discounts=scalar(session, _DISCOUNTS, values),
    )


def by_kind(session: Session, on: date, currency: str) -> dict[PaymentKind, tuple[int, int, int]]:
    """Sold, given back and paid for debts by way of paying, in minor units; all positive."""
    values = {"day": on.isoformat(), "currency": currency}
    sums = dict.fromkeys(PaymentKind, (0, 0, 0))
    for kind, sold, back in direct(session).execute(_KINDS, values).fetchall():
        sums[PaymentKind(kind)] = (sold, back, 0)
    for kind, paid in direct(session).execute(_DEBTS, values).fetchall():
        sold, back, _ = sums[PaymentKind(kind)]
        sums[PaymentKind(kind)] = (sold, back, paid)
    return sums


def by_rate(session: Session, on: date, currency: str) -> list[tuple[Decimal | None, Money]]:
    """Each sale's total of each rate; a return's is below zero."""
    values = {"day": on.isoformat(), "currency": currency}
    rows = direct(session).execute(_RATES, values).fetchall()
    return [
        (None if rate is None else Decimal(rate), Money(minor, currency)) for rate, minor in rows
    ]


def cash_since(session: Session, counted: Counted, currency: str) -> int:
    """The cash that came in since a count less what was given back, in minor units."""
    values = {"sale": counted.sale, "debt": counted.debt, "currency": currency}
    found: int = scalar(session, _CASH, values)
    return found


def cash_of(session: Session, on: date, currency: str) -> int:
    """The cash of a day less what was given back, before anything was ever counted."""
    sold, back, paid = by_kind(session, on, currency)[PaymentKind.CASH]
    return sold - back + paid


def counted(session: Session) -> Counted | None:
    """Up to where cash was counted; None before the first closing."""
    text = scalar(session, "SELECT sums FROM day_close ORDER BY id DESC LIMIT 1")
    sums = {} if text is None else json.loads(text)
    return None if text is None else Counted(sums.get("last_sale", 0), sums.get("last_debt", 0))


def last_closing(session: Session) -> ClosedDay | None:
    """The newest closing."""
    row = direct(session).execute(f"{_CLOSED} ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else _closed(row)


def closing_of(session: Session, on: date) -> ClosedDay | None:
    """The last closing of a day."""
    sql = f"{_CLOSED} WHERE day = ? ORDER BY id DESC LIMIT 1"
    row = direct(session).execute(sql, (on.isoformat(),)).fetchone()
    return None if row is None else _closed(row)


def close(session: Session, closing: ClosedDay, sums: dict[str, Any]) -> int:
    """Keep the count of a day and answer its id; all that was recorded so far is in it."""
    sale, debt = direct(session).execute(_LAST_RECORDED).fetchone()
    values = (
        closing.on.isoformat(),
        moment_text(closing.at),
        closing.seller,
        closing.opening.currency,
        closing.opening.minor,
        closing.expected.minor,
        closing.counted.minor,
        closing.left.minor,
        closing.note,
        json.dumps({**sums, "last_sale": sale, "last_debt": debt}),
    )
    return int(scalar(session, _CLOSE, values))


def reopen(session: Session, closing: int) -> bool:
    """Take the newest closing back; False when it is not the newest."""
    sql = "DELETE FROM day_close WHERE id = ? AND id = (SELECT max(id) FROM day_close)"
    return bool(direct(session).execute(sql, (closing,)).rowcount)


def _closed(row: Any) -> ClosedDay:
    currency = row[4]
    return ClosedDay(
        id=row[0],
        on=date.fromisoformat(row[1]),
        at=moment_of(row[2]),
        seller=row[3],
        opening=Money(row[5], currency),
        expected=Money(row[6], currency),
        counted=Money(row[7], currency),
        left=Money(row[8], currency),
        note=row[9],
    )
