from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import BadValue, RuleBroken
from kartoteka.domain.money import CurrencyMismatch, Money, total
from kartoteka.domain.sales import (
    BadQuantity,
    DiscountTooLarge,
    EmptySale,
    Line,
    LineWithoutName,
    NegativeDiscount,
    NegativePayment,
    NegativePrice,
    Payment,
    PaymentKind,
    PaymentMismatch,
    PaymentShort,
    SaleDraft,
    SaleInFuture,
    check_sale,
    price_line,
    price_lines,
    vat_inside,
)

TODAY = date(2026, 11, 21)
QUANTITIES = st.decimals("0.001", "9999", places=3)
AMOUNTS = st.integers(0, 10**9)


def eur(amount: str) -> Money:
    return Money.of(amount, "EUR")


def line(price: str = "10", quantity: str = "1", discount: str = "", vat: str = "") -> Line:
    return Line(
        "beads",
        Decimal(quantity),
        eur(price),
        eur(discount) if discount else None,
        vat_rate=Decimal(vat) if vat else None,
    )


def draft(*lines: Line, payments: tuple[Payment, ...] = (), on: date = TODAY) -> SaleDraft:
    return SaleDraft(uuid="u", on=on, lines=lines, currency="EUR", payments=payments)


def paid(kind: PaymentKind, amount: str) -> Payment:
    return Payment(kind, eur(amount))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line that breaks no rule."""
    plain = Line("x", draw(QUANTITIES), Money(draw(AMOUNTS), "EUR"))
    discount = draw(st.integers(0, price_line(plain).gross.minor))
    rate = draw(st.sampled_from([None, Decimal(22), Decimal(10), Decimal(0)]))
    return replace(plain, discount=Money(discount, "EUR"), vat_rate=rate)


def test_a_line_is_quantity_times_price_half_up_less_the_discount() -> None:
    priced = price_line(line(price="0.01", quantity="0.5"))
    assert priced.total == eur("0.01")
    priced = price_line(line(price="12.35", quantity="2.5", discount="0.88"))
    assert (priced.gross, priced.discount, priced.total) == (
        eur("30.88"),
        eur("0.88"),
        eur("30.00"),
    )


def test_a_sale_adds_its_lines_up() -> None:
    priced = price_lines(draft(line("10", discount="1"), line("2.50", "2")))
    assert (priced.subtotal, priced.discount, priced.total) == (eur("15"), eur("1"), eur("14"))


@given(st.lists(lines(), min_size=1, max_size=8))
def test_a_sale_in_order_adds_up_in_every_way(sold: list[Line]) -> None:
    priced = check_sale(draft(*sold), TODAY)
    assert priced.total == total((one.total for one in priced.lines), "EUR")
    assert priced.total == priced.subtotal - priced.discount
    assert priced.total == total((payment.amount for payment in priced.payments), "EUR")
    assert priced.change is None
    with_rate = [one.total for one in priced.lines if one.line.vat_rate is not None]
    assert total((part.total for part in priced.vat), "EUR") == total(with_rate, "EUR")
    assert all(part.net + part.vat == part.total for part in priced.vat)


@pytest.mark.parametrize(
    ("amount", "rate", "vat"),
    [
        ("1220", 22, "220.00"),
        ("1000", 22, "180.33"),
        ("122", 22, "22.00"),
        ("105", 5, "5.00"),
        ("100", 5, "4.76"),
        ("107", 7, "7.00"),
        ("110", 10, "10.00"),
        ("100", 0, "0.00"),
        ("-1000", 22, "-180.33"),
        ("0.03", 20, "0.01"),
    ],
)
def test_vat_inside_a_total_is_rounded_half_up(amount: str, rate: int, vat: str) -> None:
    assert vat_inside(eur(amount), Decimal(rate)) == eur(vat)


@given(st.integers(0, 10**12), st.sampled_from([5, 7, 9, 10, 18, 20, 22]))
def test_vat_is_exact_in_whole_numbers(minor: int, rate: int) -> None:
    expected = (2 * minor * rate + 100 + rate) // (2 * (100 + rate))
    assert vat_inside(Money(minor, "RUB"), Decimal(rate)).minor == expected


def test_vat_is_worked_out_on_the_sum_of_a_rate() -> None:
    sold = [line("0.02", vat="20"), line("0.02", vat="20"), line("1", vat="9"), line("5")]
    parts = price_lines(draft(*sold)).vat
    assert [(part.rate, part.total, part.vat) for part in parts] == [
        (Decimal(20), eur("0.04"), eur("0.01")),
        (Decimal(9), eur("1"), eur("0.08")),
    ]


def test_without_payments_all_is_paid_in_cash() -> None:
    assert check_sale(draft(line("7")), TODAY).payments == (paid(PaymentKind.CASH, "7"),)
    assert check_sale(draft(line("0")), TODAY).payments == ()


def test_change_is_given_out_of_cash_only() -> None:
    mixed = (paid(PaymentKind.CARD, "6"), paid(PaymentKind.CASH, "10"))
    priced = check_sale(draft(line("7"), payments=mixed), TODAY)
    cash = Payment(PaymentKind.CASH, eur("1"), tendered=eur("10"))
    assert priced.payments == (paid(PaymentKind.CARD, "6"), cash)
    assert priced.change == eur("9")


BROKEN: list[tuple[Callable[[], SaleDraft], type[RuleBroken]]] = [
    (lambda: draft(), EmptySale),
    (lambda: draft(line(), on=date(2026, 11, 22)), SaleInFuture),
    (lambda: draft(replace(line(), name=" ")), LineWithoutName),
    (lambda: draft(line(quantity="0")), BadQuantity),
    (lambda: draft(line(quantity="-1")), BadQuantity),
    (lambda: draft(line(quantity="NaN")), BadQuantity),
    (lambda: draft(line(quantity="Infinity")), BadQuantity),
    (lambda: draft(line(quantity="0.1234567")), BadQuantity),
    (lambda: draft(line(quantity="1e30")), BadQuantity),
    (lambda: draft(line(quantity="1000000")), BadQuantity),
    (lambda: draft(line(price="-0.01")), NegativePrice),
    (lambda: draft(line(discount="-1")), NegativeDiscount),
    (lambda: draft(line("10", discount="10.01")), DiscountTooLarge),
    (lambda: draft(replace(line(), price=Money(1, "RUB"))), CurrencyMismatch),
    (lambda: draft(line(price="999999999999", quantity="999999")), BadValue),
    (lambda: draft(line("7"), payments=(paid(PaymentKind.CASH, "6.99"),)), PaymentShort),
    (lambda: draft(line("7"), payments=(paid(PaymentKind.CARD, "7.01"),)), PaymentMismatch),
    (
        lambda: draft(
            line("7"), payments=(paid(PaymentKind.CARD, "9"), paid(PaymentKind.CASH, "1"))
        ),
        PaymentMismatch,
    ),
    (
        lambda: draft(
            line("7"), payments=(paid(PaymentKind.CARD, "8"), paid(PaymentKind.CASH, "-1"))
        ),
        NegativePayment,
    ),
]


@pytest.mark.parametrize(("make", "error"), BROKEN)
def test_a_broken_rule_refuses_the_sale(
    make: Callable[[], SaleDraft], error: type[RuleBroken]
) -> None:
    with pytest.raises(error):
        check_sale(make(), TODAY)


def test_a_refusal_says_where_and_how_much() -> None:
    with pytest.raises(DiscountTooLarge) as refused:
        check_sale(draft(line(), line("10", discount="11")), TODAY)
    assert refused.value.position == 2
    assert (refused.value.discount, refused.value.gross) == (eur("11"), eur("10"))


def test_a_gift_costs_nothing_and_is_allowed() -> None:
    assert check_sale(draft(line("0"), line("5", discount="5")), TODAY).total == eur("0")
