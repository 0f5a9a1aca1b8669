from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kartoteka.domain.money import CurrencyMismatch, Money, euros, total
from kartoteka.domain.returns import (
    ReturnBeforeSale,
    ReturnOfReturn,
    ReturnOfUnknownLine,
    ReturnTooMuch,
    check_return,
)
from kartoteka.domain.sales import (
    BadQuantity,
    EmptySale,
    Line,
    Payment,
    PaymentKind,
    PaymentMismatch,
    PricedSale,
    Sale,
    SaleDraft,
    SaleInFuture,
    price_line,
)

SOLD_ON = date(2026, 11, 1)
TODAY = date(2026, 11, 21)
NOTHING_NEW = Decimal(0)


def sale_of(*lines: Line) -> Sale:
    currency = lines[0].price.currency
    return Sale(
        id=1,
        uuid="s",
        number=1,
        on=SOLD_ON,
        at=datetime(2026, 11, 1, 12, 0),  # noqa: DTZ001 - stored local time
        client=None,
        lines=lines,
        payments=(),
        total=total((price_line(line).total for line in lines), currency),
    )


def beads(quantity: str, price: str, discount: str = "", currency: str = "EUR") -> Line:
    off = Money.of(discount, currency) if discount else None
    return Line("beads", Decimal(quantity), Money.of(price, currency), off)


def return_of(sale: Sale, *parts: tuple[int | None, str], currency: str = "EUR") -> SaleDraft:
    lines = tuple(
        Line("", Decimal(quantity), Money(0, currency), returns=position)
        for position, quantity in parts
    )
    return SaleDraft(uuid="r", on=TODAY, lines=lines, currency=currency, returns=sale.id)


def taken(sale: Sale, priced: PricedSale) -> Sale:
    """The sale after this return."""
    quantities = dict(sale.returned_quantities)
    for part in priced.lines:
        at = part.line.returns or 0
        quantities[at] = quantities.get(at, NOTHING_NEW) + part.line.quantity
    return replace(sale, returned_quantities=quantities)


def test_a_part_return_gives_its_share_of_the_discounted_money() -> None:
    sale = sale_of(beads("3", "10", "1"))
    priced = check_return(return_of(sale, (1, "1")), sale, TODAY)
    assert priced.total == Money.of("-9.67", "EUR")
    assert priced.lines[0].line.name == "beads"
    assert priced.lines[0].gross - priced.lines[0].discount == priced.total
    assert priced.payments == (Payment(PaymentKind.CASH, Money.of("-9.67", "EUR")),)


def test_three_thirds_come_to_exactly_what_was_paid() -> None:
    sale = sale_of(beads("3", "10", "1"))
    given_back = []
    for _ in range(3):
        priced = check_return(return_of(sale, (1, "1")), sale, TODAY)
        given_back.append(str(priced.total))
        sale = taken(sale, priced)
    assert given_back == ["-9.67", "-9.66", "-9.67"]


@st.composite
def sales_with_cuts(draw: st.DrawFn) -> tuple[Sale, list[tuple[int, str]], str]:
    """A sale and a random order in which all of it comes back in parts."""
    currency = draw(st.sampled_from(["EUR", "BGN"]))
    lines, cuts = [], []
    for position in range(1, draw(st.integers(1, 4)) + 1):
        parts = draw(st.lists(st.integers(1, 5000), min_size=1, max_size=4))
        quantity = Decimal(sum(parts)) / 1000
        plain = Line("x", quantity, Money(draw(st.integers(0, 10**7)), currency))
        off = draw(st.integers(0, price_line(plain).gross.minor))
        lines.append(replace(plain, discount=Money(off, currency)))
        cuts += [(position, str(Decimal(part) / 1000)) for part in parts]
    return sale_of(*lines), draw(st.permutations(cuts)), currency


@given(sales_with_cuts(), st.integers(1, 3))
def test_parts_of_a_return_add_up_to_the_whole(
    case: tuple[Sale, list[tuple[int, str]], str], at_once: int
) -> None:
    sale, cuts, currency = case
    left, back = sale, Money(0, currency)
    for start in range(0, len(cuts), at_once):
        draft = return_of(sale, *cuts[start : start + at_once], currency=currency)
        priced = check_return(draft, left, TODAY)
        assert priced.total.minor <= 0
        assert total((part.total for part in priced.lines), currency) == priced.total
        back += priced.total
        left = taken(left, priced)
    assert back == -sale.total
    with pytest.raises(ReturnTooMuch):
        check_return(return_of(sale, (1, "0.001"), currency=currency), left, TODAY)


@given(sales_with_cuts())
def test_a_sale_in_leva_comes_back_as_the_euros_of_its_total(
    case: tuple[Sale, list[tuple[int, str]], str],
) -> None:
    sale, cuts, currency = case
    assume(currency == "BGN")
    left, back = sale, Money(0, "EUR")
    for cut in cuts:
        priced = check_return(return_of(sale, cut), left, TODAY)
        back += priced.total
        left = taken(left, priced)
    assert back == -euros(sale.total)


def test_a_position_may_come_back_in_two_lines_of_one_return() -> None:
    sale = sale_of(beads("3", "10", "1"))
    priced = check_return(return_of(sale, (1, "1"), (1, "2")), sale, TODAY)
    assert priced.total == -sale.total
    with pytest.raises(ReturnTooMuch):
        check_return(return_of(sale, (1, "2"), (1, "2")), sale, TODAY)


def test_more_than_is_left_is_refused_with_what_is_left() -> None:
    sale = replace(sale_of(beads("3", "10")), returned_quantities={1: Decimal(2)})
    with pytest.raises(ReturnTooMuch) as refused:
        check_return(return_of(sale, (1, "2")), sale, TODAY)
    assert (refused.value.position, refused.value.left) == (1, Decimal(1))


@pytest.mark.parametrize("position", [None, 0, 2, -1])
def test_an_unknown_position_is_refused(position: int | None) -> None:
    sale = sale_of(beads("1", "10"))
    with pytest.raises(ReturnOfUnknownLine):
        check_return(return_of(sale, (position, "1")), sale, TODAY)


def test_the_other_rules_of_a_return() -> None:
    sale = sale_of(beads("1", "10"))
    whole = return_of(sale, (1, "1"))
    with pytest.raises(EmptySale):
        check_return(replace(whole, lines=()), sale, TODAY)
    with pytest.raises(BadQuantity):
        check_return(return_of(sale, (1, "0")), sale, TODAY)
    with pytest.raises(SaleInFuture):
        check_return(whole, sale, date(2026, 11, 20))
    with pytest.raises(ReturnBeforeSale):
        check_return(replace(whole, on=date(2026, 10, 31)), sale, TODAY)
    with pytest.raises(ReturnOfReturn):
        check_return(whole, replace(sale, returns=7), TODAY)
    with pytest.raises(CurrencyMismatch):
        check_return(return_of(sale, (1, "1"), currency="RUB"), sale, TODAY)
    too_much = (Payment(PaymentKind.CASH, Money.of("11", "EUR")),)
    with pytest.raises(PaymentMismatch):
        check_return(replace(whole, payments=too_much), sale, TODAY)


def test_a_returned_gift_gives_nothing_back() -> None:
    sale = sale_of(beads("2", "0", currency="BGN"))
    priced = check_return(return_of(sale, (1, "1")), sale, TODAY)
    assert priced.total == Money(0, "EUR")
    assert priced.payments == ()
