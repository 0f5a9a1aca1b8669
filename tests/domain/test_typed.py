"""Numbers are read in every habit of typing them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import BadValue
from kartoteka.domain.typed import read_decimal, read_number, read_percent


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50\u00a0€", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("18 400 ₽", "18400"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        (",5", "0.5"),
    ],
)
def test_a_number_is_read_as_typed(text: str, number: str) -> None:
    assert read_decimal(text, "price") == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["1,2,3.5", "1.2.3", "1,23,4", "12.34.56", "1.234,56.78", "1 2 3", "1,,2", "1.234.56", "-"],
)
def test_signs_that_group_no_thousands_make_no_number(text: str) -> None:
    assert read_number(text) is None
    with pytest.raises(BadValue):
        read_decimal(text, "price")


@pytest.mark.parametrize("text", ["1.234.567", "1,234,567", "1 234 567", "1'234'567"])
def test_signs_that_stand_more_than_once_group_thousands(text: str) -> None:
    assert read_number(text) == 1234567


@given(
    st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from([(" ", ","), (" ", "."), (".", ","), (",", "."), ("'", "."), ("\u00a0", ",")]),
)
def test_a_number_is_read_from_each_habit_of_grouping(
    number: Decimal, habit: tuple[str, str]
) -> None:
    group, sign = habit
    written = f"{number:,.2f}".replace(",", "_").replace(".", sign).replace("_", group)
    assert read_number(written) == number


@given(st.text(alphabet="0123456789., -", max_size=12))
def test_what_is_read_means_the_same_digits(text: str) -> None:
    number = read_number(text)
    if number is not None:
        written = "".join(filter(str.isdigit, text))
        assert "".join(filter(str.isdigit, f"{number:f}")).strip("0") == written.strip("0")


@given(st.text(max_size=12))
def test_anything_else_is_refused_with_the_name_of_the_field(text: str) -> None:
    try:
        number = read_decimal(text, "price")
    except BadValue as broken:
        refused = broken.field
    else:
        refused = "price" if number.is_finite() else ""
    assert refused == "price"


def test_a_percent_is_told_apart_from_a_sum() -> None:
    assert read_percent("10 %", "discount") == Decimal(10)
    assert read_percent("10", "discount") is None
