"""What the owner may set about runs of paper numbers, and which numbers of a run must exist."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.papers import (
    LARGEST_NUMBER,
    NumberRangeUsedUp,
    PaperKind,
    Series,
    restarted,
    shown_number,
    standard_series,
)
from kartoteka.domain.settings import BadSetting
from kartoteka.domain.typed import read_yes_or_no

NEXT, LAST, PREFIX, DIGITS, YEARLY = "next", "last", "prefix", "digits", "yearly"
FIELDS = (NEXT, LAST, PREFIX, DIGITS, YEARLY)
"""What can be set of a run; of a fixed one the first two."""
MOST_DIGITS = 10
LONGEST_PREFIX = 12


@dataclass(eq=False)
class NumbersFixed(RuleBroken):
    """Digits, prefix and restart of this run are not the owner's to choose."""

    range: str


@dataclass(eq=False)
class NumberGiven(RuleBroken):
    """A run that begins at `asked` would give `given` a second time."""

    range: str
    asked: int
    given: int


@dataclass(eq=False)
class NumberBeyondEnd(RuleBroken):
    """The next number lies beyond the last one that the run may give."""

    range: str
    next: int
    last: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """A run of numbers and how far it has come; `year` is set once a yearly run has begun."""

    series: Series
    next: int
    year: int | None = None

    @property
    def name(self) -> str:
        """The run as papers know it: one of each year where it begins anew each year."""
        return self.series.range if self.year is None else f"{self.series.range}/{self.year}"

    @property
    def used_up(self) -> bool:
        """Whether there is no number left."""
        return self.next > self.series.end

    @property
    def shown(self) -> str:
        """The next number as it would stand on the paper."""
        return shown_number(self.series, self.next)


@dataclass(frozen=True, slots=True)
class Start:
    """The owner moved a run on: it had come to `reached`, not yet given, and goes on at `begins`.

    Numbers between the two were never given, here at least.
    """

    reached: int
    begins: int


def runs_of(country: str) -> tuple[Series, ...]:
    """The runs of a country as they begin; Bulgarian notes share that of the invoices."""
    return tuple(dict.fromkeys(standard_series(country).values()))


def kinds_of(country: str, range_: str) -> tuple[PaperKind, ...]:
    """The papers that take their numbers from a run, debit notes only where there are any."""
    kinds = (kind for kind, run in standard_series(country).items() if run.range == range_)
    return tuple(kind for kind in kinds if country == "bg" or kind is not PaperKind.DEBIT_NOTE)


def on_day(numbering: Numbering, on: date) -> Numbering:
    """The run as it stands on a day: a yearly one begins anew with the year."""
    try:
        upcoming, year = restarted(numbering.series, numbering.next, numbering.year, on)
    except NumberRangeUsedUp:
        year = numbering.year if numbering.series.yearly else None
        return replace(numbering, year=year)
    return replace(numbering, next=upcoming, year=year)


def split_key(key: str) -> tuple[str, str] | None:
    """Run and field of a key such as invoice.next; None when it is another setting's."""
    range_, _, field = key.partition(".")
    known = {series.range for country in ("bg", "other") for series in runs_of(country)}
    return (range_, field) if range_ in known and field in FIELDS else None


def shown(numbering: Numbering) -> dict[str, str]:
    """Every field that can be set, with its value as text; `changed` reads each back."""
    series = numbering.series
    values = {
        NEXT: str(numbering.next),
        LAST: "" if series.last is None else str(series.last),
        PREFIX: series.prefix,
        DIGITS: str(series.digits),
        YEARLY: "yes" if series.yearly else "no",
    }
    fields = FIELDS[:2] if series.fixed else FIELDS
    return {f"{series.range}.{field}": values[field] for field in fields}


def changed(numbering: Numbering, changes: Mapping[str, str], on: date) -> Numbering:
    """The run with some fields set from text, all together or none.

    A yearly run that is set goes on within the year of `on`. Raises BadSetting, NumbersFixed,
    NumberBeyondEnd; whether its numbers are free only the book can tell.
    """
    series, upcoming = numbering.series, numbering.next
    for field, text in changes.items():
        key, value = f"{series.range}.{field}", " ".join(text.split())
        if field == NEXT:
            upcoming = _whole(key, value, 1, LARGEST_NUMBER)
        elif field == LAST:
            last = _whole(key, value, 1, LARGEST_NUMBER) if value else None
            series = replace(series, last=last)
        else:
            series = _own(series, field, key, value)
    if upcoming > series.end:
        raise NumberBeyondEnd(series.range, upcoming, series.end)
    year = (numbering.year or on.year) if series.yearly else None
    return Numbering(series, upcoming, year)


def check_free(numbering: Numbering, given: int | None) -> None:
    """Raise NumberGiven when `given`, the largest number between next and end, was given before."""
    if given is not None:
        raise NumberGiven(numbering.series.range, numbering.next, given)


def expected(
    given: Sequence[int], starts: Sequence[Start], upcoming: int | None, first: int | None = 1
) -> list[tuple[int, int]]:
    """The stretches of numbers, first and last, that a run must have given and no others.

    `given`: its numbers, growing. `starts`: in their order. `upcoming`: its next number, None when
    it goes on no more. `first`: where it began, None when that is not known.
    """
    last = given[-1] + 1 if given else None
    ends = [start.reached for start in starts[1:]]
    ends.append(upcoming if upcoming is not None else last or 1)
    later = [(start.begins, end - 1) for start, end in zip(starts, ends, strict=False)]
    until = starts[0].reached if starts else ends[0]
    if first is None:
        own = (number for number in given if number < until and not _within(number, later))
        first = min(own, default=until)
    return [(since, end) for since, end in ((first, until - 1), *later) if since <= end]


def missing_of(given: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of these stretches that were not given; `given` grows."""
    gaps = []
    for since, until in stretches:
        inside = given[bisect_left(given, since) : bisect_right(given, until)]
        edges = [since - 1, *inside, until + 1]
        gaps += [(low + 1, high - 1) for low, high in pairwise(edges) if high > low + 1]
    return gaps


def stray_of(given: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers that were given though the run has not come to them: they would come again."""
    return [number for number in given if not _within(number, stretches)]


def _within(number: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(since <= number <= until for since, until in stretches)


def _own(series: Series, field: str, key: str, value: str) -> Series:
    """Prefix, digits or restart set, where the owner may."""
    made = series
    if field == PREFIX:
        made = replace(series, prefix=_prefix(key, value))
    elif field == DIGITS:
        made = replace(series, digits=_whole(key, value or "0", 0, MOST_DIGITS))
    elif field == YEARLY:
        made = replace(series, yearly=_flag(key, value))
    if series.fixed and made != series:
        raise NumbersFixed(series.range)
    return made


def _whole(key: str, text: str, least: int, most: int) -> int:
    digits = re.sub(r"\s", "", text)
    if not (digits.isascii() and digits.isdigit()):
        raise BadSetting(key, text, "not a number")
    number = int(digits[:20])
    if number < least:
        raise BadSetting(key, text, "too small")
    if number > most:
        raise BadSetting(key, text, "too large")
    return number


def _prefix(key: str, text: str) -> str:
    """Letters before the number; a digit at their end would run into it."""
    if len(text) > LONGEST_PREFIX:
        raise BadSetting(key, text, "too long")
    if text[-1:].isdigit() or not text.isprintable():
        raise BadSetting(key, text, "wrong prefix")
    return text


def _flag(key: str, text: str) -> bool:
    answer = read_yes_or_no(text)
    if answer is None:
        raise BadSetting(key, text, "not yes or no")
    return answer
