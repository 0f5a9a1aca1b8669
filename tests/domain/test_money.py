from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import (
    CurrencyMismatch,
    Money,
    euros,
    minor_units,
    round_half_up,
    total,
)

MINOR = st.integers(-(10**13), 10**13)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=12).filter(any)


@pytest.mark.parametrize(
    ("leva", "expected"),
    [
        ("0.01", "0.01"),
        ("0.98", "0.50"),
        ("1", "0.51"),
        ("2", "1.02"),
        ("3.50", "1.79"),
        ("9.99", "5.11"),
        ("19.99", "10.22"),
        ("49.90", "25.51"),
        ("100", "51.13"),
        ("1955.83", "1000.00"),
    ],
)
def test_leva_become_euros_at_the_full_rate_half_up(leva: str, expected: str) -> None:
    assert euros(Money.of(leva, "BGN")) == Money.of(expected, "EUR")


@given(MINOR)
def test_a_return_in_leva_becomes_the_same_euros_with_a_minus(minor: int) -> None:
    assert euros(Money(-minor, "BGN")) == -euros(Money(minor, "BGN"))


@given(MINOR, WEIGHTS)
def test_shares_add_up_to_the_whole_and_are_near_their_part(minor: int, weights: list[int]) -> None:
    parts = Money(minor, "RUB").share(weights)
    assert total(parts, "RUB") == Money(minor, "RUB")
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor * sum(weights) - minor * weight) < sum(weights)


def test_a_share_without_weights_is_refused() -> None:
    with pytest.raises(BadValue):
        Money(100, "EUR").share([0, 0])


@given(MINOR, MINOR)
def test_adding_and_taking_away_go_back_to_where_they_began(left: int, right: int) -> None:
    one, other = Money(left, "EUR"), Money(right, "EUR")
    assert one + other - other == one
    assert one - one == Money(0, "EUR")
    assert (one < other) == (left < right)
    assert (one <= other) == (left <= right)


@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_multiplying_rounds_half_away_from_zero(minor: int, thousandths: int) -> None:
    exact, rest = divmod(minor * thousandths, 1000)
    expected = exact + (rest >= 500)
    factor = Decimal(thousandths) / 1000
    assert Money(minor, "EUR").times(factor).minor == expected
    assert Money(-minor, "EUR").times(factor).minor == -expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("0.125", 2, "0.13"), ("0.135", 2, "0.14"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3")],
)
def test_halves_go_away_from_zero(value: str, places: int, expected: str) -> None:
    assert round_half_up(Decimal(value), places) == Decimal(expected)


@given(MINOR, st.sampled_from(["EUR", "BGN", "RUB", "USD"]))
def test_money_reads_back_what_it_shows(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.of(str(money), currency) == money
    assert Money.of(money.amount, currency) == money
    assert isinstance(money.amount, Decimal)


@given(MINOR)
def test_money_is_always_whole_minor_units(minor: int) -> None:
    money = Money(minor, "EUR")
    results = [money + money, money - money, -money, money.times(Decimal("0.333"))]
    results += [*money.share([1, 2, 3]), Money.of(money.amount, "EUR")]
    assert all(type(result.minor) is int for result in results)


def test_different_currencies_do_not_mix() -> None:
    lev, euro = Money(100, "BGN"), Money(100, "EUR")
    for mix in (lambda: lev + euro, lambda: lev - euro, lambda: lev < euro, lambda: euros(euro)):
        with pytest.raises(CurrencyMismatch):
            mix()


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "1e30", "1.2.3", "12,50"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        Money.of(text, "EUR")


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(BadValue):
        minor_units("XXX")


def test_the_sum_of_nothing_is_zero() -> None:
    assert not total([], "RUB")
    assert total([], "RUB") == Money(0, "RUB")
