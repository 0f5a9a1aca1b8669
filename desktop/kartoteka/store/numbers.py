"""Ranges of numbers without gaps: a number is taken in the transaction that uses it."""

from kartoteka.store.book import Session

RECEIPTS = "receipt"
"""Receipts are numbered with their sales: a sale's number is its receipt's number."""

_TAKE = """
INSERT INTO number ("range", next) VALUES (:range, :start + 1)
ON CONFLICT ("range") DO UPDATE SET next = max(next, :start) + 1 RETURNING next - 1
"""
_NEXT = 'SELECT next FROM number WHERE "range" = ?'


def take(session: Session, range_: str, start: int = 1) -> int:
    """The next number of a range, at least `start`; a transaction that fails gives it back."""
    values = {"range": range_, "start": start}
    number: int = session.connection().exec_driver_sql(_TAKE, values).scalar_one()
    return number


def upcoming(session: Session, range_: str, start: int = 1) -> int:
    """The number that `take` would give."""
    number: int | None = session.connection().exec_driver_sql(_NEXT, (range_,)).scalar()
    return max(number or 1, start)
