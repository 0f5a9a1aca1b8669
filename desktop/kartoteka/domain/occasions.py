"""Birthdays and name days: when the next one is, and whom to congratulate in the coming days."""

from calendar import isleap
from datetime import date, timedelta

from kartoteka.domain.clients import Birthday, Client, Kind
from kartoteka.domain.contacts import Reason, ReasonKind
from kartoteka.domain.name_days import NameDay, NameDays

NO_NAME_DAY = "none"
"""What `Client.name_day` holds when they keep none."""


def birthday_in(birthday: Birthday, year: int) -> date:
    """The day of congratulation in `year`; 29 February is 28 February in common years."""
    if (birthday.month, birthday.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, birthday.month, birthday.day)


def next_birthday(birthday: Birthday, today: date) -> date:
    """The birthday today or next."""
    this_year = birthday_in(birthday, today.year)
    return this_year if this_year >= today else birthday_in(birthday, today.year + 1)


def age_on(birthday: Birthday, day: date) -> int | None:
    """Full years on `day`; None without a year of birth, and before the birth."""
    if birthday.year is None:
        return None
    years = day.year - birthday.year - (day < birthday_in(birthday, day.year))
    return years if years >= 0 else None


def is_jubilee(age: int | None) -> bool:
    """Whether an age is a round one: every tenth, and from 50 every fifth year."""
    return age is not None and age > 0 and (age % 10 == 0 or (age >= 50 and age % 5 == 0))


def birthdays_within(today: date, days: int) -> tuple[tuple[int, int], ...]:
    """The (month, day) pairs whose birthday is kept today or within `days` days."""
    pairs: list[tuple[int, int]] = []
    for ahead in range(min(days, 366) + 1):
        day = today + timedelta(days=ahead)
        pairs.append((day.month, day.day))
        if (day.month, day.day) == (2, 28) and not isleap(day.year):
            pairs.append((2, 29))
    return tuple(dict.fromkeys(pairs))


def next_name_day(client: Client, today: date, name_days: NameDays) -> NameDay | None:
    """A client's name day today or next: as they said it, else found from the given name."""
    said = client.name_day
    if said == NO_NAME_DAY or client.kind is not Kind.PERSON:
        return None
    if not said:
        return name_days.next_day(client.given, today)
    month, day = (int(part) for part in said.split("-"))
    return NameDay(next_birthday(Birthday(day, month), today), "")


def occasions_of(client: Client, today: date, days: int, name_days: NameDays) -> tuple[Reason, ...]:
    """What there is to congratulate on today or within `days` days, the nearest first."""
    last = today + timedelta(days=days)
    found: list[Reason] = []
    if client.birthday is not None:
        on = next_birthday(client.birthday, today)
        age = age_on(client.birthday, on)
        found.append(Reason(ReasonKind.BIRTHDAY, on=on, age=age))
    name_day = next_name_day(client, today, name_days)
    if name_day is not None:
        found.append(Reason(ReasonKind.NAME_DAY, on=name_day.on, feast=name_day.feast))
    soon = [reason for reason in found if reason.on is not None and reason.on <= last]
    return tuple(sorted(soon, key=lambda reason: reason.on or last))
