"""Ranges of numbers without gaps: a number is taken in the transaction that uses it."""

from kartoteka.store.book import Session

RECEIPTS = "receipt"
"""Receipts are numbered with their sales: a sale's number is its receipt's number."""

_TAKE = (
    'INSERT INTO number ("range", next) VALUES (?, 2)'
    ' ON CONFLICT ("range") DO UPDATE SET next = next + 1 RETURNING next - 1'
)
_NEXT = 'SELECT next FROM number WHERE "range" = ?'
_START = (
    'INSERT INTO number ("range", next) VALUES (?, ?)'
    ' ON CONFLICT ("range") DO UPDATE SET next = excluded.next'
)


def take(session: Session, range_: str) -> int:
    """The next number of a range; a transaction that fails gives it back."""
    number: int = session.connection().exec_driver_sql(_TAKE, (range_,)).scalar_one()
    return number


def upcoming(session: Session, range_: str) -> int:
    """The number that `take` would give."""
    number: int | None = session.connection().exec_driver_sql(_NEXT, (range_,)).scalar()
    return number or 1


def start(session: Session, range_: str, number: int) -> None:
    """Let a range go on from `number`; whether that is allowed is the deed's matter."""
    session.connection().exec_driver_sql(_START, (range_, number))
