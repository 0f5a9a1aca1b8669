from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import Birthday, Client, Kind
from kartoteka.domain.contacts import Reason, ReasonKind
from kartoteka.domain.name_days import Feast, NameDays
from kartoteka.domain.occasions import (
    age_on,
    birthday_in,
    birthdays_within,
    is_jubilee,
    next_birthday,
    next_name_day,
    occasions_of,
)

DATES = st.dates(date(1920, 1, 1), date(2090, 12, 31))
CALENDAR = NameDays([Feast("11-26", "St Stylian", ("Stella",)), Feast("01-07", "", ("Ivan",))])
TODAY = date(2026, 11, 21)
LEAP_DAY = Birthday(29, 2, 2000)


def test_the_29th_of_february_is_congratulated_on_the_28th_in_other_years() -> None:
    assert birthday_in(LEAP_DAY, 2026) == date(2026, 2, 28)
    assert birthday_in(LEAP_DAY, 2028) == date(2028, 2, 29)
    assert next_birthday(LEAP_DAY, date(2027, 2, 28)) == date(2027, 2, 28)
    assert next_birthday(LEAP_DAY, date(2027, 3, 1)) == date(2028, 2, 29)


@given(DATES, DATES)
def test_the_next_birthday_is_within_a_year_and_not_past(born: date, today: date) -> None:
    birthday = Birthday(born.day, born.month, born.year)
    following = next_birthday(birthday, today)
    assert today <= following <= today + timedelta(days=366)
    assert following == birthday_in(birthday, following.year)


@given(DATES, st.integers(0, 120))
def test_they_turn_the_difference_of_years_on_their_birthday(born: date, years: int) -> None:
    birthday = Birthday(born.day, born.month, born.year)
    day = birthday_in(birthday, born.year + years)
    assert age_on(birthday, day) == years
    assert age_on(birthday, day - timedelta(days=1)) == (years - 1 if years else None)


def test_without_a_year_there_is_no_age() -> None:
    assert age_on(Birthday(5, 3), TODAY) is None


@pytest.mark.parametrize("age", [10, 30, 50, 55, 75, 100])
def test_a_round_age_is_a_jubilee(age: int) -> None:
    assert is_jubilee(age)


@pytest.mark.parametrize("age", [None, 0, 1, 25, 35, 51, 99])
def test_another_age_is_none(age: int | None) -> None:
    assert not is_jubilee(age)


@given(DATES, DATES, st.integers(0, 400))
def test_the_days_to_look_for_are_those_of_the_next_birthday(
    born: date, today: date, days: int
) -> None:
    birthday = Birthday(born.day, born.month)
    soon = next_birthday(birthday, today) <= today + timedelta(days=days)
    assert ((born.month, born.day) in birthdays_within(today, days)) == soon


def test_a_name_day_is_found_said_or_none() -> None:
    found = next_name_day(Client(given="Stella"), TODAY, CALENDAR)
    said = next_name_day(Client(given="Stella", name_day="01-14"), TODAY, CALENDAR)
    assert found == (date(2026, 11, 26), "St Stylian")
    assert said == (date(2027, 1, 14), "")
    assert next_name_day(Client(given="Stella", name_day="none"), TODAY, CALENDAR) is None
    assert next_name_day(Client(given="John"), TODAY, CALENDAR) is None


def test_a_company_has_no_name_day() -> None:
    company = Client(kind=Kind.COMPANY, company="Stella", given="Stella")
    assert next_name_day(company, TODAY, CALENDAR) is None


def test_occasions_of_the_week_come_nearest_first() -> None:
    stella = Client(given="Stella", birthday=Birthday(27, 11, 1986))
    assert occasions_of(stella, TODAY, 7, CALENDAR) == (
        Reason(ReasonKind.NAME_DAY, on=date(2026, 11, 26), feast="St Stylian"),
        Reason(ReasonKind.BIRTHDAY, on=date(2026, 11, 27), age=40),
    )
    assert occasions_of(stella, TODAY, 5, CALENDAR) == (
        Reason(ReasonKind.NAME_DAY, on=date(2026, 11, 26), feast="St Stylian"),
    )
    assert occasions_of(stella, TODAY, 4, CALENDAR) == ()


def test_occasions_reach_over_new_year() -> None:
    ivan = Client(given="Ivan", birthday=Birthday(1, 1))
    found = occasions_of(ivan, date(2026, 12, 31), 7, CALENDAR)
    assert [reason.on for reason in found] == [date(2027, 1, 1), date(2027, 1, 7)]
