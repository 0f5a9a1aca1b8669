"""Numbers, money and dates in three languages."""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.money import Money
from kartoteka.i18n import Words, formats

DAY = date(2026, 11, 21)
NB = "\u00a0"


@pytest.mark.parametrize(
    ("language", "minor", "currency", "shown"),
    [
        ("ru", 123450, "RUB", f"1{NB}234,50{NB}₽"),
        ("bg", 123450, "EUR", f"1{NB}234,50{NB}€"),
        ("bg", 123450, "BGN", f"1{NB}234,50{NB}лв."),
        ("en", 123450, "EUR", "€1,234.50"),
        ("en", 123450, "BGN", f"BGN{NB}1,234.50"),
        ("ru", -46900, "RUB", f"\u2212469,00{NB}₽"),
        ("en", -46900, "GBP", "\u2212£469.00"),
        ("ru", 0, "EUR", f"0,00{NB}€"),
        ("bg", 100000000, "EUR", f"1{NB}000{NB}000,00{NB}€"),
    ],
)
def test_money_is_written_as_the_language_does(
    language: str, minor: int, currency: str, shown: str
) -> None:
    assert formats.money(Words(language), Money(minor, currency)) == shown


def test_money_in_a_column_has_no_currency() -> None:
    assert formats.amount("ru", Money(-123450, "RUB")) == f"\u22121{NB}234,50"


def test_money_without_cents_is_rounded_half_up() -> None:
    assert formats.money_round("ru", Money(50, "RUB")) == f"1{NB}₽"
    assert formats.money_round("ru", Money(1840049, "RUB")) == f"18{NB}400{NB}₽"
    assert formats.money_round("ru", Money(-49, "RUB")) == f"0{NB}₽"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1", "1"), ("1.500", "1,5"), ("10", "10"), ("1000", f"1{NB}000"), ("0.125", "0,125"),
     ("-2.5", "\u22122,5"), ("0.0005", "0,001"), ("0", "0"), ("100.000", "100"),
     ("1E+3", f"1{NB}000")],
)  # fmt: skip
def test_a_quantity_has_no_needless_zeros(value: str, shown: str) -> None:
    assert formats.number("bg", Decimal(value)) == shown


def test_percents_keep_their_sign_on_the_line() -> None:
    assert formats.percent("bg", 20) == f"20{NB}%"
    assert formats.percent("ru", Decimal("12.25")) == f"12,3{NB}%"
    assert formats.percent("en", Decimal("12.5")) == "12.5%"


@pytest.mark.parametrize(
    ("language", "long", "short", "day", "week"),
    [
        ("en", "21 November 2026", "21/11/2026", f"21{NB}November",
         f"Saturday, 21{NB}November"),
        ("ru", f"21 ноября 2026{NB}г.", "21.11.2026", f"21{NB}ноября", f"суббота, 21{NB}ноября"),
        ("bg", f"21 ноември 2026{NB}г.", f"21.11.2026{NB}г.", f"21{NB}ноември",
         f"събота, 21{NB}ноември"),
    ],
)  # fmt: skip
def test_dates_are_written_as_the_language_does(
    language: str, long: str, short: str, day: str, week: str
) -> None:
    words = Words(language)
    assert formats.date_long(words, DAY) == long
    assert formats.date_short(words, DAY) == short
    assert formats.day_month(words, DAY) == day
    assert formats.weekday_day(words, DAY) == week


def test_months_and_weekdays_stand_alone() -> None:
    assert formats.month("ru", DAY) == "ноябрь 2026"
    assert formats.month("en", DAY) == "November 2026"
    assert formats.weekday("ru", DAY) == "суббота"


def test_names_in_a_row_end_with_and() -> None:
    assert formats.join_list("en", []) == ""
    assert formats.join_list("en", ["Ann"]) == "Ann"
    assert formats.join_list("ru", ["Анна", "Олег", "Ира"]) == "Анна, Олег и Ира"


def test_an_unknown_language_is_written_as_english() -> None:
    assert formats.money("fr", Money(100, "EUR")) == "€1.00"


@given(st.integers(-(10**14), 10**14), st.sampled_from(["en", "ru", "bg"]))
def test_money_agrees_with_babel(minor: int, language: str) -> None:
    locale = {"en": "en_GB"}.get(language, language)
    theirs = format_currency(Decimal(minor).scaleb(-2), "EUR", locale=locale)
    theirs = theirs.replace("\u202f", NB).replace("-", "\u2212")
    assert formats.money(language, Money(minor, "EUR")) == theirs


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from(["en", "ru", "bg"])
)
def test_numbers_agree_with_babel(value: Decimal, language: str) -> None:
    locale = {"en": "en_GB"}.get(language, language)
    theirs = format_decimal(value, locale=locale).replace("\u202f", NB).replace("-", "\u2212")
    ours = formats.number(language, value)
    assert ours == ("0" if value == 0 else theirs)


LOCALES = {"en": "en_GB", "ru": "ru", "bg": "bg"}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["en", "ru", "bg"]))
def test_dates_agree_with_babel(day: date, language: str) -> None:
    def theirs(pattern: str) -> str:
        return format_date(day, pattern, locale=LOCALES[language]).replace("\u202f", NB)

    assert formats.date_long(language, day) == theirs("long")
    assert formats.day_month(language, day) == theirs("d MMMM").replace(" ", NB)
    assert formats.day_month_short(language, day) == theirs("d MMM").replace(" ", NB)
    assert formats.weekday_day(language, day).replace(NB, " ") == theirs("EEEE, d MMMM")
    assert formats.weekday(language, day) == theirs("cccc")
    assert formats.month(language, day).startswith(theirs("LLLL y"))
    assert formats.month_name(language, day).lower() == theirs("LLLL").lower()
    if language != "bg":  # Babel's short Bulgarian date has two figures for the year
        assert formats.date_short(language, day) == theirs(
            "short" if language == "en" else "dd.MM.y"
        )


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["en", "ru", "bg"]))
def test_no_date_holds_a_space_that_fonts_lack(day: date, language: str) -> None:
    ways = (formats.date_long, formats.date_short, formats.day_month, formats.weekday_day)
    shown = [way(language, day) for way in ways]
    assert not any("\u202f" in text for text in shown)
    assert str(day.year) in shown[0]


def test_babel_is_not_loaded_for_formats() -> None:
    code = (
        "import sys; from kartoteka.i18n import formats; formats.weekday('ru', __import__("
        "'datetime').date(2026, 1, 1)); print('babel' in sys.modules)"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(("language", "shown"), [("en", "8.4"), ("ru", "8,4"), ("bg", "8,4")])
def test_a_number_to_be_changed_has_the_decimal_sign_of_the_language(
    language: str, shown: str
) -> None:
    assert formats.as_typed(Words(language), "8.4") == shown
