"""Numbers are read in every habit of typing them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import BadValue
from kartoteka.domain.typed import read_decimal, read_percent


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
