"""Name days: which feast a given name has, in any year, movable feasts with Orthodox Easter."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.easter import EASTER_ORTHODOX, easter

from kartoteka.domain.errors import BadValue
from kartoteka.domain.folding import fold

_MOVABLE = re.compile(r"easter([+-]\d{1,3})", re.ASCII)
_FIXED = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_BETWEEN_NAMES = re.compile(r"[\s\-]+")


class NameDay(NamedTuple):
    """A day and the name of its feast ('' when the feast has none)."""

    on: date
    feast: str


@dataclass(frozen=True, slots=True)
class Feast:
    """One feast and the given names that celebrate on it.

    `day` is 'MM-DD', or 'easter+7' in days from Orthodox Easter.
    """

    day: str
    name: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    """Names that keep this feast too, but are congratulated on another."""

    def on(self, year: int) -> date:
        """The day of the feast in `year` (Gregorian)."""
        movable = _MOVABLE.fullmatch(self.day)
        if movable:
            return orthodox_easter(year) + timedelta(days=int(movable[1]))
        month, day = self.day.split("-")
        return date(year, int(month), int(day))


class NameDays:
    """A calendar of name days; never changes.

    A name may stand at several feasts: the one listed first is its main one, the day on which the
    name is congratulated. Names are compared without case and accents.
    """

    def __init__(self, feasts: Iterable[Feast] = ()) -> None:
        """Keep the feasts in their order; without any, nobody has a name day."""
        self.feasts = tuple(feasts)
        self._main: dict[str, Feast] = {}
        for feast in self.feasts:
            for name in feast.names:
                self._main.setdefault(fold(name), feast)
        for feast in self.feasts:
            for name in feast.others:
                self._main.setdefault(fold(name), feast)

    @classmethod
    def parse(cls, text: str) -> "NameDays":
        """Read a table day,feast,names; raises BadValue for a bad day.

        Names stand between spaces; one in brackets is congratulated on another feast.
        """
        return cls(_feast(row) for row in csv.DictReader(text.splitlines()))

    def day_of(self, given: str, year: int) -> NameDay | None:
        """The main name day of a given name in `year`; of 'Анна-Мария' that of the first known."""
        feast = self._main.get(fold(given)) or next(
            (self._main[part] for part in _BETWEEN_NAMES.split(fold(given)) if part in self._main),
            None,
        )
        return NameDay(feast.on(year), feast.name) if feast else None

    def next_day(self, given: str, today: date) -> NameDay | None:
        """The main name day today or next."""
        this_year = self.day_of(given, today.year)
        if this_year is None or this_year.on >= today:
            return this_year
        return self.day_of(given, today.year + 1)

    def names_on(self, day: date) -> tuple[str, ...]:
        """The names whose main name day is `day`, as the table writes them."""
        return tuple(
            name
            for feast in self.feasts
            if feast.on(day.year) == day
            for name in feast.names
            if self._main[fold(name)] is feast
        )


@lru_cache(maxsize=256)
def orthodox_easter(year: int) -> date:
    """Orthodox Easter in the Gregorian calendar."""
    return easter(year, EASTER_ORTHODOX)


def _feast(row: dict[str, str]) -> Feast:
    names = row["names"].split()
    return Feast(
        _checked(row["day"].strip()),
        row["feast"].strip(),
        tuple(name for name in names if not name.startswith("(")),
        tuple(name.strip("()") for name in names if name.startswith("(")),
    )


def _checked(day: str) -> str:
    fixed = _FIXED.fullmatch(day)
    if fixed:
        try:
            date(2025, int(fixed[1]), int(fixed[2]))
        except ValueError:
            raise BadValue("name_day", day, "not a day") from None
    elif not _MOVABLE.fullmatch(day):
        raise BadValue("name_day", day, "not a day")
    return day
