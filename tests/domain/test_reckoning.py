from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.money import Money, round_half_up, total
from kartoteka.domain.net_lines import lines_with_vat, lines_without_vat
from kartoteka.domain.reckoning import (
    BelowCost,
    BelowMargin,
    draft,
    margin_of,
    quick_cash,
    totals,
)
from kartoteka.domain.returns import check_return
from kartoteka.domain.sales import (
    Line,
    Payment,
    PaymentKind,
    PricedSale,
    Sale,
    SaleDraft,
    check_sale,
)
from kartoteka.domain.till import Basket, BasketLine, Discount, ItemWithoutPrice

TODAY = date(2026, 11, 21)
RATES = (None, Decimal(0), Decimal(9), Decimal(10), Decimal(20), Decimal(22))


def eur(amount: str | int) -> Money:
    return Money.of(amount, "EUR")


def line(price: str, quantity: str = "1", **more: object) -> BasketLine:
    return BasketLine(name="x", price=eur(price), quantity=Decimal(quantity), **more)  # type: ignore[arg-type]


def basket(*lines: BasketLine, **more: object) -> Basket:
    return Basket(uuid="u", currency="EUR", on=TODAY, lines=lines, **more)  # type: ignore[arg-type]


@st.composite
def discounts(draw: st.DrawFn) -> Discount | None:
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return None
    if kind == 1:
        return Discount(percent=draw(st.decimals(0, 100, places=2)))
    return Discount(amount=Money(draw(st.integers(0, 10**7)), "EUR"))


@st.composite
def baskets(draw: st.DrawFn) -> Basket:
    """Any basket that may be sold."""
    lines = [
        BasketLine(
            name="x",
            price=Money(draw(st.integers(0, 10**6)), "EUR"),
            quantity=draw(st.decimals("0.001", "999", places=3)),
            discount=draw(discounts()),
            vat_rate=draw(st.sampled_from(RATES)),
            cost=draw(st.one_of(st.none(), st.integers(0, 10**6).map(lambda n: Money(n, "EUR")))),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    return basket(*lines, sale_discount=draw(discounts()), prices_include_vat=draw(st.booleans()))


def recorded(draft_: SaleDraft, priced: PricedSale) -> Sale:
    return Sale(
        id=1,
        uuid="u",
        number=1,
        on=TODAY,
        at=None,  # type: ignore[arg-type]
        client=None,
        lines=tuple(each.line for each in priced.lines),
        payments=priced.payments,
        total=priced.total,
        prices_include_vat=draft_.prices_include_vat,
    )


@given(baskets())
def test_screen_paper_and_ledger_agree_to_the_cent(sold: Basket) -> None:
    shown = totals(sold)
    ledger = check_sale(draft(sold, TODAY), TODAY)
    assert shown.total == ledger.total == total((each.total for each in ledger.lines), "EUR")
    assert shown.vat == ledger.vat
    assert [each.paid for each in shown.lines] == [each.total for each in ledger.lines]
    assert all(each.total.minor >= 0 for each in ledger.lines)
    vat = total((part.vat for part in shown.vat), "EUR")
    off = shown.subtotal - shown.line_discounts - shown.sale_discount
    assert shown.total == (off if sold.prices_include_vat else off + vat)
    sold_lines = [each.line for each in ledger.lines]
    sums = [each.total for each in ledger.lines]
    for paper in (
        lines_without_vat(sold_lines, sums, "EUR"),
        lines_with_vat(sold_lines, sums, "EUR"),
    ):
        assert paper.parts == ledger.vat
        assert paper.base + paper.vat == paper.total == ledger.total
        for each in paper.lines:
            value = round_half_up(each.unit_price * each.quantity, 2)
            apart = value - each.discount.amount - each.worth.amount
            assert abs(apart) <= (0 if each.discount else Decimal("0.02"))
    net, gross = lines_without_vat(sold_lines, sums, "EUR"), paper
    assert total((each.worth for each in net.lines), "EUR") - net.sale_discount == net.base
    assert total((each.worth for each in gross.lines), "EUR") - gross.sale_discount == gross.total


@given(baskets())
def test_vat_put_on_top_is_the_vat_inside(sold: Basket) -> None:
    ledger = check_sale(draft(replace(sold, prices_include_vat=False), TODAY), TODAY)
    for part in ledger.vat:
        at = [each.line for each in ledger.lines if each.line.vat_rate == part.rate]
        added = total((each.vat_added or eur(0) for each in at), "EUR")
        assert part.vat == added
        assert part.vat == part.net.times(part.rate / 100)


@given(baskets(), st.data())
def test_part_returns_of_any_sale_add_up_to_what_was_paid(
    sold: Basket, data: st.DataObject
) -> None:
    first = draft(sold, TODAY)
    sale = recorded(first, check_sale(first, TODAY))
    back = eur(0)
    vat = eur(0)
    for part in range(2):
        lines = []
        for position, each in enumerate(sale.lines, 1):
            left = each.quantity - sale.returned_quantities.get(position, Decimal(0))
            some = data.draw(st.decimals(0, left, places=3)) if part == 0 else left
            if some:
                lines.append(Line("", some, eur(0), returns=position))
                sale.returned_quantities[position] = (
                    sale.returned_quantities.get(position, Decimal(0)) + some
                )
        if not lines:
            continue
        before = {
            position: quantity - next((e.quantity for e in lines if e.returns == position), 0)
            for position, quantity in sale.returned_quantities.items()
        }
        asked = SaleDraft(uuid=str(part), on=TODAY, lines=tuple(lines), currency="EUR", returns=1)
        priced = check_return(asked, replace(sale, returned_quantities=before), TODAY)
        back -= priced.total
        vat += total((each.line.vat_added or eur(0) for each in priced.lines), "EUR")
    assert back == sale.total
    assert vat == total((each.vat_added or eur(0) for each in sale.lines), "EUR")


def test_a_discount_is_shared_over_rates_in_proportion() -> None:
    """100 goods at 22 %, 50 at 10 %, 15.00 off: 90 and 45, VAT 16.23 and 4.09."""
    sold = basket(
        line("100", vat_rate=Decimal(22)),
        line("50", vat_rate=Decimal(10)),
        sale_discount=Discount(amount=eur(15)),
    )
    assert [(part.total, part.vat) for part in totals(sold).vat] == [
        (eur(90), eur("16.23")),
        (eur(45), eur("4.09")),
    ]


def test_a_basket_shows_its_sums_as_the_page_does() -> None:
    beans = line("9.50", "2", vat_rate=Decimal(20), cost=eur("5"))
    filters = line("4.20", vat_rate=Decimal(20), discount=Discount(percent=Decimal(10)))
    paid = (Payment(PaymentKind.CARD, eur(10)), Payment(PaymentKind.CASH, eur(20)))
    found = totals(basket(beans, filters, tendered=paid))
    assert [each.total for each in found.lines] == [eur("19.00"), eur("3.78")]
    assert (found.subtotal, found.line_discounts, found.total) == (
        eur("23.20"),
        eur("0.42"),
        eur("22.78"),
    )
    assert (found.paid, found.due, found.change) == (eur(30), eur(0), eur("7.22"))
    assert (found.cost, found.margin) == (eur(10), Decimal("36.8"))


def test_a_sale_below_cost_or_margin_is_warned_of() -> None:
    cheap = line("12", vat_rate=Decimal(20), cost=eur("10.01"))
    thin = line("12", vat_rate=Decimal(20), cost=eur(9))
    good = line("12", vat_rate=Decimal(20), cost=eur(5))
    found = totals(basket(cheap, thin, good), least_margin=Decimal(20)).warnings
    assert found == (
        BelowCost(1, "x", eur(10), eur("10.01")),
        BelowMargin(2, "x", Decimal("10.0"), Decimal(20)),
    )
    assert totals(basket(thin)).warnings == ()


def test_a_discount_never_takes_more_than_there_is() -> None:
    cut = replace(line("5"), discount=Discount(amount=eur(9)))
    found = totals(basket(cut, line("1"), sale_discount=Discount(amount=eur(3))))
    assert (found.line_discounts, found.sale_discount, found.total) == (eur(5), eur(1), eur(0))


def test_a_missing_price_shows_nothing_and_is_asked_before_selling() -> None:
    sold = basket(replace(line("1"), price=None), line("2"))
    assert totals(sold).total == eur(2)
    with pytest.raises(ItemWithoutPrice) as asked:
        draft(sold, TODAY)
    assert asked.value.position == 1


def test_margin_of_nothing_is_unknown() -> None:
    assert margin_of(eur(0), eur(1)) is None
    assert margin_of(eur(10), eur(12)) == Decimal(-20)


def test_round_sums_are_offered_for_cash() -> None:
    assert quick_cash(eur("22.78")) == (eur("22.78"), eur(25), eur(30), eur(40))
    assert quick_cash(eur(20)) == (eur(20), eur(50), eur(100), eur(200))
    assert quick_cash(eur(0)) == ()
    assert quick_cash(Money(123450, "RUB"))[:3] == tuple(
        Money(minor, "RUB") for minor in (123450, 130000, 150000)
    )


def test_the_sums_offered_for_cash_are_ones_that_people_hand_over() -> None:
    offered = quick_cash(Money(612000, "RUB"))
    assert offered == tuple(Money(minor, "RUB") for minor in (612000, 650000, 700000, 1000000))
