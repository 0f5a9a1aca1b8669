"""Amounts in every habit of writing, exact to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.exchange.amounts import NoAmount, currency_code, decimal_mark, read_amount


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("29.33", "29.33", ""),
        ("29,33", "29.33", ""),
        ("1 234,50 ₽", "1234.50", "RUB"),
        ("1\u00a0234,50 руб.", "1234.50", "RUB"),
        ("1\u202f234,50 €", "1234.50", "EUR"),
        ("€1,234.50", "1234.50", "EUR"),
        ("1.234,50", "1234.50", ""),
        ("1,234,567", "1234567", ""),
        ("1'234.50", "1234.50", ""),
        ("12 лв.", "12", "BGN"),
        ("-5,00", "-5.00", ""),
        ("−5", "-5", ""),
        ("(5.00)", "-5.00", ""),
        ("5-", "-5", ""),
        ("$ 7", "7", "USD"),
        ("2 шт.", "2", ""),
        ("0,5 кг", "0.5", ""),
        ("1,234", "1.234", ""),
        ("1.", "1", ""),
    ],
)
def test_amounts_are_read(text: str, amount: str, currency: str) -> None:
    assert read_amount(text) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["", "сто", "=1+1", "1e5", "NaN", "inf", "12:30", "1 2 3 руб eq"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NoAmount):
        read_amount(text)


def test_three_digits_behind_a_mark_are_what_the_column_says() -> None:
    assert decimal_mark(["1,234", "17.50"]) == "."
    assert read_amount("1,234", ".")[0] == 1234
    assert read_amount("1.234", ",")[0] == 1234
    assert decimal_mark(["12", "1.234.567"]) == ","
    assert decimal_mark(["12", "13"]) == ""


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False))
def test_an_amount_is_read_from_each_of_its_writings(amount: Decimal) -> None:
    grouped = f"{amount:,.2f}"
    for text in (f"{amount:.2f}", grouped.replace(",", " ").replace(".", ","), grouped):
        assert read_amount(text)[0] == amount


def test_currencies_have_their_codes() -> None:
    assert [currency_code(text) for text in ("руб.", "ЛВ", "eur", "XAU")] == [
        "RUB",
        "BGN",
        "EUR",
        "XAU",
    ]
