"""Ranges of numbers without gaps: a number is taken in the transaction that uses it."""

from kartoteka.store.book import Session
from kartoteka.store.direct import scalar

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
    number: int = scalar(session, _TAKE, values)
    return number


def upcoming(session: Session, range_: str, start: int = 1) -> int:
    """The number that `take` would give."""
    number: int | None = scalar(session, _NEXT, (range_,))
    return max(number or 1, start)


def skip_to(session: Session, range_: str, upcoming_number: int) -> None:
    """Let a range go on from a number, after numbers up to it were given in one go."""
    values = {"range": range_, "start": upcoming_number - 1}
    scalar(session, _TAKE, values)
