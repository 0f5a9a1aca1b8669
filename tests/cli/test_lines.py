"""How positions and payments are written on the command line."""

from argparse import ArgumentTypeError
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.cli.lines import LONGEST, Readers, Written
from kartoteka.domain.sales import PaymentKind
from kartoteka.i18n.words import Words

READ = Readers(Words("en"))


def test_a_position_says_name_quantity_and_price() -> None:
    line = READ.line("name=Чаша;qty=2;price=12,50")
    assert line == Written("Чаша", Decimal(2), Decimal("12.50"))


def test_without_a_quantity_it_is_one() -> None:
    assert READ.line("price=3;name=Tea").quantity == 1


@pytest.mark.parametrize("price", ["1234.5", "1234,5", "1 234,50", "1.234,50", "1,234.50 €"])
def test_a_price_is_read_in_every_habit_of_writing(price: str) -> None:
    assert READ.line(f"name=Ring;price={price}").price == Decimal("1234.5")


def test_a_position_may_have_a_discount_a_unit_and_a_code() -> None:
    line = READ.line("name=Silk; qty=0.5; price=40; disc=1,5; unit=m; sku=S-1;")
    assert (line.discount, line.unit, line.sku) == (Decimal("1.5"), "m", "S-1")


def test_an_escaped_semicolon_belongs_to_the_name() -> None:
    assert READ.line(r"name=a\;b\\c=d\e;price=1").name == r"a;b\c=d\e"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("qty=1;price=2", "name=… is missing"),
        ("name=Tea", "price=… is missing"),
        ("", "name=… is missing"),
        ("name=Tea;price=two", "“two” is not a number"),
        ("name=Tea;price=", "“” is not a number"),
        ("name=Tea;price=1;colour=red", "“colour” is not known"),
        ("name=Tea;price=1;price=2", "price=… is given twice"),
        ("name=Tea;price=1;free", "“free” is not key=value"),
        ("name=" + "a" * LONGEST + ";price=1", "this is too long"),
    ],
)
def test_a_wrong_position_is_complained_of_in_words(written: str, says: str) -> None:
    with pytest.raises(ArgumentTypeError) as complaint:
        READ.line(written)
    assert says in str(complaint.value)


@given(st.text(max_size=60))
def test_any_name_survives_being_written_as_a_position(name: str) -> None:
    escaped = name.replace("\\", r"\\").replace(";", r"\;")
    assert READ.line(f"price=1;name={escaped}").name == name.strip()


def test_a_payment_says_its_kind_and_amount() -> None:
    assert READ.payment("card=10,5") == (PaymentKind.CARD, Decimal("10.5"))


def test_an_unknown_way_of_paying_names_the_known_ones() -> None:
    with pytest.raises(ArgumentTypeError, match="cash, card, transfer, account"):
        READ.payment("gold=1")


def test_a_returned_line_says_position_and_quantity() -> None:
    assert READ.returned_line("2=1,5") == (2, Decimal("1.5"))


@pytest.mark.parametrize("written", ["x=1", "1", "-1=2", "²=1", "1=x"])
def test_a_wrong_returned_line_is_refused(written: str) -> None:
    with pytest.raises(ArgumentTypeError):
        READ.returned_line(written)
