from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka import places
from kartoteka.domain.errors import BadValue
from kartoteka.domain.folding import fold
from kartoteka.domain.name_days import NameDay, NameDays, orthodox_easter


@cache
def bulgarian() -> NameDays:
    text = (places.resources() / "name_days_bg.csv").read_text(encoding="utf-8")
    return NameDays.parse(text)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 12),
        date(2027, 5, 2),
        date(2028, 4, 16),
        date(2029, 4, 8),
        date(2030, 4, 28),
    ],
)
def test_orthodox_easter(day: date) -> None:
    assert orthodox_easter(day.year) == day


@pytest.mark.parametrize(
    ("given_name", "year", "on", "feast"),
    [
        ("Георги", 2026, date(2026, 5, 6), "Гергьовден"),
        ("Димитър", 2026, date(2026, 10, 26), "Димитровден"),
        ("Иван", 2027, date(2027, 1, 7), "Ивановден"),
        ("Николай", 2026, date(2026, 12, 6), "Никулден"),
        ("Александра", 2026, date(2026, 8, 30), "Св. Александър"),
        ("Тодорка", 2026, date(2026, 2, 28), "Тодоровден"),
        ("Лазар", 2026, date(2026, 4, 4), "Лазаровден"),
        ("Цветелина", 2026, date(2026, 4, 5), "Цветница"),
        ("Цветелина", 2027, date(2027, 4, 25), "Цветница"),
        ("Величка", 2027, date(2027, 5, 2), "Великден"),
        ("Спас", 2026, date(2026, 5, 21), "Спасовден"),
        ("Чавдар", 2026, date(2026, 6, 14), "Неделя на всички български светии"),
    ],
)
def test_a_given_name_finds_its_day(given_name: str, year: int, on: date, feast: str) -> None:
    assert bulgarian().day_of(given_name, year) == NameDay(on, feast)


def test_case_and_accents_do_not_matter() -> None:
    assert bulgarian().day_of("  ГЕО\u0301РГИ ", 2026) == bulgarian().day_of("Георги", 2026)
    assert bulgarian().day_of("Й\u043eрдан", 2026) is not None


def test_a_name_with_several_days_takes_the_first_listed_as_its_main_one() -> None:
    for name, feast in (("Мария", date(2026, 8, 15)), ("Тома", date(2026, 4, 19))):
        day = bulgarian().day_of(name, 2026)
        assert day is not None
        assert day.on == feast


def test_a_double_name_takes_the_first_part_that_has_a_day() -> None:
    assert bulgarian().day_of("Анна-Мария", 2026) == bulgarian().day_of("Анна", 2026)
    assert bulgarian().day_of("Жаклин Мария", 2026) == bulgarian().day_of("Мария", 2026)


@pytest.mark.parametrize("name", ["", "Джон", "John", "-", "Мар"])
def test_a_name_without_a_feast_has_no_day(name: str) -> None:
    assert bulgarian().day_of(name, 2026) is None
    assert bulgarian().next_day(name, date(2026, 1, 1)) is None


def test_the_next_day_may_be_today_or_in_the_next_year() -> None:
    assert bulgarian().next_day("Георги", date(2026, 5, 6)) == NameDay(
        date(2026, 5, 6), "Гергьовден"
    )
    assert bulgarian().next_day("Георги", date(2026, 5, 7)) == NameDay(
        date(2027, 5, 6), "Гергьовден"
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_names_on_a_day_are_those_whose_main_day_it_is(day: date) -> None:
    for name in bulgarian().names_on(day):
        found = bulgarian().day_of(name, day.year)
        assert found is not None
        assert found.on == day


@given(st.integers(1990, 2090))
def test_every_name_is_congratulated_on_one_day_of_a_year(year: int) -> None:
    names = {fold(name) for feast in bulgarian().feasts for name in feast.names}
    days = {feast.on(year) for feast in bulgarian().feasts}
    listed = [fold(name) for day in days for name in bulgarian().names_on(day)]
    assert sorted(listed) == sorted(names)


def test_short_forms_are_written_out_and_feasts_are_in_order() -> None:
    for feast in bulgarian().feasts:
        assert feast.names or feast.others
        assert all(name.isalpha() and name.istitle() for name in feast.names)
    days = [feast.day for feast in bulgarian().feasts]
    fixed = [day for day in days if not day.startswith("easter")]
    assert len(set(days)) == len(days)
    assert fixed == sorted(fixed)


@pytest.mark.parametrize("day", ["13-01", "02-30", "easter", "5.6", "easter+x", ""])
def test_a_table_with_an_impossible_day_is_refused(day: str) -> None:
    with pytest.raises(BadValue):
        NameDays.parse(f"day,feast,names\n{day},Feast,Anna\n")


def test_a_shop_without_a_calendar_has_no_name_days() -> None:
    assert NameDays().day_of("Иван", 2026) is None
    assert NameDays().names_on(date(2026, 1, 7)) == ()


@pytest.mark.parametrize(
    ("given_name", "day"),
    [
        ("Ани", date(2026, 12, 9)),
        ("Ана", date(2026, 12, 9)),
        ("Виктория", date(2026, 11, 11)),
        ("Младен", date(2026, 3, 9)),
        ("Валерия", date(2026, 6, 7)),
        ("Надя", date(2026, 9, 17)),
        ("Станислав", date(2026, 12, 27)),
        ("Здравка", date(2026, 4, 5)),
        ("Лазарина", date(2026, 4, 4)),
        ("Емилия", date(2026, 11, 8)),
    ],
)
def test_common_names_and_their_other_forms_have_their_day(given_name: str, day: date) -> None:
    found = bulgarian().day_of(given_name, 2026)
    assert found is not None
    assert found.on == day
