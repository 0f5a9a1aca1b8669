"""Days and birthdays as people write them in three languages, and as workbooks count them."""

import re
from datetime import date, timedelta

from kartoteka.domain.clients import Birthday
from kartoteka.domain.folding import fold

_MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            ("янв", "jan", "яну"),
            ("фев", "feb"),
            ("мар", "mar"),
            ("апр", "apr"),
            ("мая", "май", "may"),
            ("июн", "jun", "юни"),
            ("июл", "jul", "юли"),
            ("авг", "aug"),
            ("сен", "sep"),
            ("окт", "oct"),
            ("ноя", "nov", "ное"),
            ("дек", "dec"),
        ),
        start=1,
    )
    for stem in stems
}
_WORDED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|-?(?:го|ти|ви|ри|ми))?\s*[.\-/ ]?\s*([^\W\d_]{3,9})\.?"
    r"(?:\s*[,.\-/ ]?\s*(\d{4}|\d{2}))?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s*(\d{4}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DIGITS = re.compile(r"(\d{1,2})\s?([./\-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?\.?")
_RUN = re.compile(r"(?:19|20)\d{6}")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})")
_TIME = re.compile(
    r"[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$"
)
_YEAR_WORD = re.compile(r"\s*(?:года|год|година|год|г)\.?$")
_SERIAL = re.compile(r"\d{1,5}(?:[.,]\d+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of the workbooks' count (its 29 February 1900 never was; later days agree)."""


class NoDate(ValueError):  # noqa: N818 - what a cell holds, no fault of the program
    """The text is no day; `why` is date (not understood), impossible or future."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_birthday(text: str, today: date, *, month_first: bool = False) -> Birthday:
    """Day and month, the year when it is written; raises NoDate."""
    day, month, year = _parts(text, month_first)
    if year is not None and year < 100:
        year += 2000 if 2000 + year <= today.year else 1900
    _check(day, month, year)
    if year is not None and date(year, month, day) > today:
        raise NoDate("future")
    return Birthday(day, month, year)


def read_day(text: str, today: date, *, month_first: bool = False) -> date:
    """A day in the past or today; raises NoDate."""
    day, month, year = _parts(text, month_first)
    if year is None:
        raise NoDate("date")
    if year < 100:
        year += 2000 if 2000 + year <= today.year + 1 else 1900
    _check(day, month, year)
    found = date(year, month, day)
    if found > today:
        raise NoDate("future")
    return found


def read_coming_day(text: str, today: date) -> date:
    """A day of a plan: without a year the next one with that date; raises NoDate."""
    day, month, year = _parts(text, month_first=False)
    if year is not None and year < 100:
        year += 2000
    _check(day, month, year)
    if year is not None:
        return date(year, month, day)
    for next_year in range(today.year, today.year + 9):
        try:
            found = date(next_year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise NoDate("impossible")


def month_comes_first(samples: list[str]) -> bool:
    """Whether a column writes 12/31/2024: a second number beyond 12, and no first one."""
    first = second = False
    for text in samples:
        found = _DIGITS.match(text.strip())
        if found and found[2] != ".":
            first = first or int(found[1]) > 12
            second = second or int(found[3]) > 12
    return second and not first


def looks_like_date(text: str) -> bool:
    """Whether a cell is a written day (a bare number is not)."""
    if _SERIAL.fullmatch(text.strip()):
        return False
    try:
        day, month, year = _parts(text, month_first=False)
        _check(day, month, None if year is None or year < 100 else year)
    except NoDate:
        return False
    return True


def _check(day: int, month: int, year: int | None) -> None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        raise NoDate("impossible") from None
    if year is not None and year < 1880:
        raise NoDate("impossible")


def _parts(text: str, month_first: bool) -> tuple[int, int, int | None]:
    """Day, month and year as written (a year may have two digits, or be missing)."""
    plain = text.strip()
    found = _YEAR_FIRST.match(plain)
    if found and (len(plain) == found.end() or plain[found.end()] in " T"):
        return int(found[3]), int(found[2]), int(found[1])
    if len(plain) == 10 and plain[2] == plain[5] == ".":
        numbers = plain.split(".")
        if all(number.isdecimal() for number in numbers):
            return int(numbers[0]), int(numbers[1]), int(numbers[2])
    return _other_parts(_YEAR_WORD.sub("", _TIME.sub("", fold(plain))), month_first)


def _other_parts(plain: str, month_first: bool) -> tuple[int, int, int | None]:
    if found := _DIGITS.fullmatch(plain):
        day, month = int(found[1]), int(found[3])
        if found[2] != "." and (month_first or month > 12 >= day):
            day, month = month, day
        return day, month, int(found[4]) if found[4] else None
    if found := _WORDED.fullmatch(plain):
        return int(found[1]), _month(found[2]), int(found[3]) if found[3] else None
    if found := _MONTH_FIRST.fullmatch(plain):
        return int(found[2]), _month(found[1]), int(found[3]) if found[3] else None
    if found := _NO_YEAR.fullmatch(plain):
        return int(found[2]), int(found[1]), None
    if _RUN.fullmatch(plain):
        return int(plain[6:]), int(plain[4:6]), int(plain[:4])
    if _SERIAL.fullmatch(plain) and int(re.split("[.,]", plain)[0]) > 60:
        day_counted = _EPOCH + timedelta(days=int(re.split("[.,]", plain)[0]))
        return day_counted.day, day_counted.month, day_counted.year
    raise NoDate("date")


def _month(word: str) -> int:
    number = _MONTHS.get(word[:3])
    if number is None:
        raise NoDate("date")
    return number
