from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kartoteka.domain.catalogue import Item
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money
from kartoteka.domain.reckoning import draft
from kartoteka.domain.sales import (
    LARGEST_QUANTITY,
    DiscountTooLarge,
    EmptySale,
    LineWithoutName,
    NegativeDiscount,
    NegativePayment,
    NegativePrice,
    Payment,
    PaymentKind,
    price_lines,
)
from kartoteka.domain.till import (
    Basket,
    BasketFull,
    Discount,
    ItemWithoutPrice,
    NoSuchLine,
    PercentOutOfRange,
    QuantityTooFine,
    QuantityTooLarge,
    QuantityZero,
    SaleDiscountTooLarge,
    add_free_line,
    add_item,
    pay,
    remove_line,
    require_lines,
    set_client,
    set_discount,
    set_name,
    set_price,
    set_quantity,
    set_sale_discount,
)

EMPTY = Basket(uuid="u", currency="EUR", on=date(2026, 11, 21), charges_vat=True,
               usual_rate=Decimal(20))  # fmt: skip
BEANS = Item(id=1, name="Beans", price=Money(950, "EUR"), unit="pc")
MUG = Item(id=2, name="Mug", price=None, vat_rate=Decimal(9))


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def test_the_same_item_again_is_one_more_on_its_line() -> None:
    basket = add_item(add_item(EMPTY, BEANS), BEANS, Decimal("0.5"))
    assert [(line.name, line.quantity) for line in basket.lines] == [("Beans", Decimal("1.5"))]


def test_a_line_with_a_price_of_its_own_is_left_alone() -> None:
    cheaper = set_price(add_item(EMPTY, BEANS), 0, eur(900))
    discounted = set_discount(add_item(cheaper, BEANS), 1, Discount(percent=Decimal(10)))
    assert len(add_item(discounted, BEANS).lines) == 3


def test_a_line_has_the_rate_of_its_item_or_the_usual_one() -> None:
    basket = add_free_line(add_item(add_item(EMPTY, BEANS), MUG), "Wrapping", eur(100))
    assert [line.vat_rate for line in basket.lines] == [20, 9, 20]
    without = replace(EMPTY, charges_vat=False)
    basket = add_free_line(add_item(without, MUG), "Wrapping", eur(100))
    assert [line.vat_rate for line in basket.lines] == [None, None]


def test_lines_are_changed_and_removed() -> None:
    basket = add_item(add_item(EMPTY, BEANS), MUG)
    basket = set_name(set_price(set_quantity(basket, 1, Decimal(3)), 1, eur(700)), 1, " Red  mug ")
    basket = set_client(remove_line(basket, 0), 5)
    (line,) = basket.lines
    assert (line.name, line.quantity, line.price, basket.client) == ("Red mug", 3, eur(700), 5)


def test_a_discount_of_nothing_is_none() -> None:
    basket = set_discount(add_item(EMPTY, BEANS), 0, Discount(percent=Decimal(0)))
    assert basket.lines[0].discount is None
    assert set_sale_discount(basket, Discount(amount=eur(0))).sale_discount is None


def test_what_is_handed_over_is_said_anew() -> None:
    card, cash = Payment(PaymentKind.CARD, eur(500)), Payment(PaymentKind.CASH, eur(0))
    assert pay(pay(EMPTY, card), card, cash).tendered == (card,)


def full() -> Basket:
    return add_item(EMPTY, BEANS)


REFUSED = [
    (lambda: set_quantity(full(), 0, Decimal(0)), QuantityZero),
    (lambda: set_quantity(full(), 0, Decimal(-1)), QuantityZero),
    (lambda: set_quantity(full(), 0, Decimal(4601234567893)), QuantityTooLarge),
    (lambda: set_quantity(full(), 0, Decimal("NaN")), QuantityTooLarge),
    (lambda: set_quantity(full(), 0, Decimal("0.1234567")), QuantityTooFine),
    (lambda: add_item(EMPTY, BEANS, LARGEST_QUANTITY + 1), QuantityTooLarge),
    (lambda: set_price(full(), 0, eur(-1)), NegativePrice),
    (lambda: add_free_line(EMPTY, "x", eur(-1)), NegativePrice),
    (lambda: add_free_line(EMPTY, " ", eur(1)), LineWithoutName),
    (lambda: set_name(full(), 0, ""), LineWithoutName),
    (lambda: set_discount(full(), 0, Discount(percent=Decimal(101))), PercentOutOfRange),
    (lambda: set_discount(full(), 0, Discount(percent=Decimal("NaN"))), PercentOutOfRange),
    (lambda: set_discount(full(), 0, Discount(amount=eur(951))), DiscountTooLarge),
    (lambda: set_discount(full(), 0, Discount(amount=eur(-1))), NegativeDiscount),
    (lambda: set_sale_discount(full(), Discount(percent=Decimal(-1))), PercentOutOfRange),
    (lambda: set_sale_discount(full(), Discount(amount=eur(951))), SaleDiscountTooLarge),
    (lambda: pay(full(), Payment(PaymentKind.CASH, eur(-5))), NegativePayment),
    (lambda: remove_line(full(), 1), NoSuchLine),
    (lambda: set_quantity(full(), -1, Decimal(1)), NoSuchLine),
    (lambda: require_lines(EMPTY), EmptySale),
    (lambda: require_lines(add_item(EMPTY, MUG)), ItemWithoutPrice),
]


@pytest.mark.parametrize(("deed", "error"), REFUSED)
def test_a_rule_that_is_broken_is_named(deed: object, error: type[RuleBroken]) -> None:
    with pytest.raises(error):
        deed()  # type: ignore[operator]


def test_a_basket_ends_somewhere() -> None:
    basket = replace(EMPTY, lines=full().lines * 1000)
    with pytest.raises(BasketFull):
        add_item(basket, MUG)


def test_the_till_sells_as_much_as_any_other_way() -> None:
    basket = add_item(EMPTY, replace(BEANS, price=eur(1)), LARGEST_QUANTITY)
    assert price_lines(draft(basket, date(2026, 11, 21))).total == eur(int(LARGEST_QUANTITY))
