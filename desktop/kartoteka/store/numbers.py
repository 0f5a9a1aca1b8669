"""Ranges of numbers without gaps: a number is taken in the transaction that uses it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from kartoteka.domain.numbering import Numbering, Start, check_free
from kartoteka.domain.papers import NumberRangeUsedUp, Series, restarted
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.moments import moment_text

RECEIPTS = "receipt"
"""Receipts are numbered with their sales: a sale's number is its receipt's number."""

_TAKE = """
INSERT INTO number ("range", next) VALUES (:range, 2)
ON CONFLICT ("range") DO UPDATE SET next = next + 1 RETURNING next - 1, last
"""
_SKIP = """
INSERT INTO number ("range", next) VALUES (:range, :next)
ON CONFLICT ("range") DO UPDATE SET next = max(next, excluded.next)
"""
_SERIES = 'SELECT next, last, digits, prefix, yearly, year FROM number WHERE "range" = ?'
_KEEP = """
INSERT INTO number ("range", next, last, digits, prefix, yearly, year)
VALUES (:range, :next, :last, :digits, :prefix, :yearly, :year)
ON CONFLICT ("range") DO UPDATE SET next = excluded.next, last = excluded.last,
    digits = excluded.digits, prefix = excluded.prefix, yearly = excluded.yearly,
    year = excluded.year
"""
_START = "INSERT INTO number_start (series, reached, begins, at) VALUES (?, ?, ?, ?)"
_STARTS = "SELECT series, reached, begins FROM number_start ORDER BY id"
_REACHED = 'SELECT next FROM number WHERE "range" = ? AND coalesce(year, 0) = ?'
_LARGEST = "SELECT max(number) FROM paper WHERE series = ?"
# What was given between two numbers: of receipts the sales know it, which have one without a paper.
_GIVEN_RECEIPT = "SELECT max(number) FROM sale WHERE number BETWEEN :next AND :end"
_GIVEN = """
SELECT max(number) FROM paper WHERE number BETWEEN :next AND :end
AND (series = :range OR series GLOB :range || '/*')
AND (:year IS NULL OR series = :range || '/' || :year
     OR (series = :range AND CAST(substr(issued_on, 1, 4) AS INTEGER) = :year))
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A number that was given: within which run, and how it stands on the paper."""

    series: str
    number: int
    shown: str


def take(session: Session, range_: str) -> int:
    """The next number of a range; a transaction that fails gives it back.

    Raises NumberRangeUsedUp, which must fail the transaction.
    """
    ((number, last),) = direct(session).execute(_TAKE, {"range": range_}).fetchall()
    if last is not None and number > last:
        raise NumberRangeUsedUp(range_, last)
    return int(number)


def skip_to(session: Session, range_: str, upcoming_number: int) -> None:
    """Let a range go on from a number, after numbers up to it were given in one go."""
    direct(session).execute(_SKIP, {"range": range_, "next": upcoming_number})


def numbering_of(session: Session, standard: Series) -> Numbering:
    """A run as the owner set it, or the standard one, and how far it has come."""
    row = direct(session).execute(_SERIES, (standard.range,)).fetchone()
    if row is None:
        return Numbering(standard, standard.first)
    if standard.fixed:
        return Numbering(replace(standard, last=row[1]), row[0])
    series = replace(standard, last=row[1], digits=row[2], prefix=row[3], yearly=bool(row[4]))
    return Numbering(series, row[0], row[5] if series.yearly else None)


def keep_numbering(session: Session, numbering: Numbering, at: datetime) -> None:
    """Set how a run counts and where it goes on; remembers it when that leaves numbers out.

    Raises NumberGiven when one of its numbers would be given a second time.
    """
    check_free(numbering, _given(session, numbering))
    reached = _reached(session, numbering)
    if reached != numbering.next:
        values = (numbering.name, reached, numbering.next, moment_text(at))
        direct(session).execute(_START, values)
    _keep(session, numbering)


def starts(session: Session) -> dict[str, list[Start]]:
    """Where the owner let runs go on at another number, by run, in their order."""
    found: dict[str, list[Start]] = {}
    for series, reached, begins in direct(session).execute(_STARTS):
        found.setdefault(series, []).append(Start(reached, begins))
    return found


def upcoming_in(session: Session, name: str) -> int | None:
    """The next number of a run; None when it has begun anew in a later year."""
    range_, _, year = name.partition("/")
    found: int | None = scalar(session, _REACHED, (range_, int(year or 0)))
    return found


def take_in(session: Session, standard: Series, on: date) -> Taken:
    """The next number of a run on a day; raises NumberRangeUsedUp, and none is taken.

    A run that nobody set up begins as the standard one. A yearly run is one series a year.
    """
    known = numbering_of(session, standard)
    number, year = restarted(known.series, known.next, known.year, on)
    taken = Numbering(known.series, number, year)
    _keep(session, replace(taken, next=number + 1))
    return Taken(taken.name, number, taken.shown)


def _given(session: Session, numbering: Numbering) -> int | None:
    """The largest number between the next and the last of a run that was given already."""
    series = numbering.series
    values = {"range": series.range, "next": numbering.next, "end": series.end}
    if series.range == RECEIPTS:
        found: int | None = scalar(session, _GIVEN_RECEIPT, values)
    else:
        found = scalar(session, _GIVEN, values | {"year": numbering.year})
    return found


def _reached(session: Session, numbering: Numbering) -> int:
    """The number with which a run would go on if nobody moved it."""
    found = upcoming_in(session, numbering.name)
    if found is None:
        given: int | None = scalar(session, _LARGEST, (numbering.name,))
        found = numbering.series.first if given is None else given + 1
    return found


def _keep(session: Session, numbering: Numbering) -> None:
    series = numbering.series
    values = {
        "range": series.range,
        "next": numbering.next,
        "last": series.last,
        "digits": series.digits,
        "prefix": series.prefix,
        "yearly": int(series.yearly),
        "year": numbering.year,
    }
    direct(session).execute(_KEEP, values)
