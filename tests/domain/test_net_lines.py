"""The unit price on an invoice is the agreed one, and its lines add up to the tax base."""

from decimal import Decimal

import pytest

from kartoteka.domain.money import Money
from kartoteka.domain.net_lines import BilledSums, lines_with_vat, lines_without_vat, share_of_vat
from kartoteka.domain.sales import Line, SaleDraft, VatPart, check_lines

TWENTY = Decimal(20)


def eur(amount: str) -> Money:
    return Money.of(amount, "EUR")


def line(price: str, quantity: str = "1", off: str = "", sale_off: str = "") -> Line:
    return Line(
        "Сребро",
        Decimal(quantity),
        eur(price),
        eur(off) if off else None,
        vat_rate=TWENTY,
        sale_discount=eur(sale_off) if sale_off else None,
    )


def billed(*lines: Line, inside: bool = True, gross: bool = False) -> BilledSums:
    from datetime import date

    asked = SaleDraft(
        uuid="u", on=date(2026, 11, 21), lines=lines, currency="EUR", prices_include_vat=inside
    )
    priced = check_lines(asked)
    reckon = lines_with_vat if gross else lines_without_vat
    return reckon([one.line for one in priced.lines], [one.total for one in priced.lines], "EUR")


@pytest.mark.parametrize(
    ("price", "quantity", "worth"), [("55.55", "0.1", "5.56"), ("87.35", "0.333", "29.09")]
)
def test_a_price_without_vat_stands_as_it_was_agreed(price: str, quantity: str, worth: str) -> None:
    found = billed(line(price, quantity), inside=False)
    assert found.lines[0].unit_price == Decimal(price)
    assert found.lines[0].worth == eur(worth)
    assert found.places == 2


def test_the_same_goods_have_the_same_price_whatever_their_quantity() -> None:
    """124.40 with VAT is 103.666…; 0.05 kg come to 6.22, which is 5.18 without VAT."""
    alone = billed(line("124.40", "0.05"))
    assert [one.unit_price for one in alone.lines] == [Decimal("103.67")]
    both = billed(line("124.40", "0.05"), line("124.40"), line("124.40", "12.345"))
    assert len({one.unit_price for one in both.lines}) == 1
    assert [one.worth for one in both.lines] == [eur("5.18"), eur("103.67"), eur("1279.77")]
    assert both.base == eur("1388.62")


def test_equal_lines_whose_cents_were_shared_have_one_price_that_explains_them() -> None:
    """17 × 19.99 is 339.83, without VAT 283.19; 17 × 16.6583 is 283.19 too."""
    found = billed(*[line("19.99")] * 17)
    assert {one.unit_price for one in found.lines} == {Decimal("16.6583")}
    assert sum(one.worth.minor for one in found.lines) == 28319
    assert found.base == eur("283.19")
    assert round(Decimal("16.6583") * 17, 2) == Decimal("283.19")


def test_a_price_has_as_many_decimals_as_its_quantity_needs() -> None:
    """1.24 with VAT is 1.0333…: 1000 of them are 1033.33, and 1.03 × 1000 would be 1030."""
    found = billed(line("1.24", "1000"))
    assert found.lines[0].unit_price == Decimal("1.03333")
    assert found.lines[0].worth == eur("1033.33")


def test_a_discount_on_the_sale_is_one_sum_and_melts_into_no_line() -> None:
    """50.90 + 33.90 less 5 % is 80.56: without VAT 70.67 − 3.54 = 67.13."""
    found = billed(line("50.90", sale_off="2.54"), line("33.90", sale_off="1.70"))
    assert [one.worth for one in found.lines] == [eur("42.42"), eur("28.25")]
    assert not any(one.discount for one in found.lines)
    assert (found.sale_discount, found.base, found.percent) == (eur("3.54"), eur("67.13"), 5)
    with_it = billed(line("50.90", sale_off="2.54"), line("33.90", sale_off="1.70"), gross=True)
    assert [one.worth for one in with_it.lines] == [eur("50.90"), eur("33.90")]
    assert with_it.sale_discount == eur("4.24")


def test_a_line_keeps_its_own_discount_and_adds_up_exactly() -> None:
    found = billed(line("120.00", "2", "12.00"))
    only = found.lines[0]
    assert (only.unit_price, only.discount, only.worth) == (Decimal(100), eur("10"), eur("190"))


def test_prices_without_vat_stand_with_it_on_a_russian_bill() -> None:
    found = billed(line("55.55", "2"), inside=False, gross=True)
    assert found.lines[0].unit_price == Decimal("66.66")
    assert found.lines[0].worth == eur("133.32")


def test_a_price_that_is_far_from_its_sum_is_not_believed() -> None:
    """An imported line may name another price than what was paid for it."""
    found = lines_without_vat([line("10.00", "3")], [eur("24.00")], "EUR")
    assert found.lines[0].unit_price == Decimal("6.667")
    assert found.lines[0].worth == eur("20.00")


def test_a_part_of_a_bill_has_its_part_of_the_vat() -> None:
    part = VatPart(Decimal(22), Money(122000, "RUB"), Money(22000, "RUB"))
    assert share_of_vat([part], Money(61000, "RUB"), Money(122000, "RUB")) == [
        (Decimal(22), Money(11000, "RUB"))
    ]
