"""Ranges of numbers without gaps: a number is taken in the transaction that uses it."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.papers import Series, restarted, shown_number
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar

RECEIPTS = "receipt"
"""Receipts are numbered with their sales: a sale's number is its receipt's number."""

_TAKE = """
INSERT INTO number ("range", next) VALUES (:range, :start + 1)
ON CONFLICT ("range") DO UPDATE SET next = max(next, :start) + 1 RETURNING next - 1
"""
_NEXT = 'SELECT next FROM number WHERE "range" = ?'
_SERIES = 'SELECT next, last, digits, prefix, yearly, year FROM number WHERE "range" = ?'
_KEEP = """
INSERT INTO number ("range", next, last, digits, prefix, yearly, year)
VALUES (:range, :next, :last, :digits, :prefix, :yearly, :year)
ON CONFLICT ("range") DO UPDATE SET next = excluded.next, last = excluded.last,
    digits = excluded.digits, prefix = excluded.prefix, yearly = excluded.yearly,
    year = excluded.year
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A number that was given: within which run, and how it stands on the paper."""

    series: str
    number: int
    shown: str


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


def series_of(session: Session, standard: Series) -> Series:
    """A run as the owner set it, or the standard one."""
    row = direct(session).execute(_SERIES, (standard.range,)).fetchone()
    if row is None:
        return standard
    return Series(
        range=standard.range,
        first=standard.first,
        last=row[1],
        digits=row[2],
        prefix=row[3],
        yearly=bool(row[4]),
    )


def keep_series(session: Session, series: Series, upcoming_number: int | None = None) -> None:
    """Set how a run counts; its next number only moves when it is given."""
    row = direct(session).execute(_SERIES, (series.range,)).fetchone()
    known_next, year = (row[0], row[5]) if row else (series.first, None)
    _keep(session, series, upcoming_number or known_next, year)


def take_in(session: Session, standard: Series, on: date) -> Taken:
    """The next number of a run on a day; raises NumberRangeUsedUp, and none is taken.

    A run that nobody set up begins as the standard one. A yearly run is one series a year.
    """
    row = direct(session).execute(_SERIES, (standard.range,)).fetchone()
    series = series_of(session, standard) if row else standard
    upcoming_number, year = (row[0], row[5]) if row else (series.first, None)
    number, year = restarted(series, upcoming_number, year, on)
    _keep(session, series, number + 1, year)
    name = series.range if year is None else f"{series.range}/{year}"
    return Taken(name, number, shown_number(series, number))


def _keep(session: Session, series: Series, upcoming_number: int, year: int | None) -> None:
    values = {
        "range": series.range,
        "next": upcoming_number,
        "last": series.last,
        "digits": series.digits,
        "prefix": series.prefix,
        "yearly": int(series.yearly),
        "year": year,
    }
    direct(session).execute(_KEEP, values)
