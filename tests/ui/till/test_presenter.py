"""What typed texts do to a basket."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.catalogue import Item
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Payment, PaymentKind, PaymentShort
from kartoteka.domain.till import (
    Basket,
    Discount,
    PercentOutOfRange,
    QuantityTooLarge,
    QuantityZero,
)
from kartoteka.domain.typed import Wanted, read_wanted
from kartoteka.ui.till.presenter import (
    Column,
    TillPresenter,
    discount_text,
    read_free_line,
)

TEA = Item(id=1, name="Tea", price=Money(500, "EUR"), cost=Money(450, "EUR"))


@pytest.fixture
def presenter() -> TillPresenter:
    return TillPresenter(Basket(uuid="b", currency="EUR", on=date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("typed", "quantity", "text"),
    [
        ("tea", "1", "tea"),
        ("3*tea", "3", "tea"),
        ("0,5 x tea", "0.5", "tea"),
        ("2х чай", "2", "чай"),
        ("3800123450011", "1", "3800123450011"),
        ("0*tea", "0", "tea"),
        ("12345678*tea", "12345678", "tea"),
        ("1,2345678*tea", "1.2345678", "tea"),
    ],
)
def test_a_number_and_a_cross_say_how_many(typed: str, quantity: str, text: str) -> None:
    assert read_wanted(typed) == Wanted(Decimal(quantity), text)


def test_a_number_at_the_end_is_the_price_of_a_free_line() -> None:
    assert read_free_line("Gift box 4,50", "EUR") == ("Gift box", Money(450, "EUR"))
    assert read_free_line("Gift box", "EUR") == ("Gift box", None)


def test_undo_takes_the_last_step_and_leaves_the_money_that_was_handed_over(
    presenter: TillPresenter,
) -> None:
    presenter.add(TEA)
    presenter.hand_over("20")
    presenter.add(TEA)
    assert presenter.undo()
    assert presenter.basket.lines[0].quantity == 1
    assert presenter.basket.tendered == (Payment(PaymentKind.CASH, Money(2000, "EUR")),)


def test_another_day_is_a_step_of_its_own(presenter: TillPresenter) -> None:
    presenter.set_details(date(2026, 11, 3), "")
    presenter.add(TEA)
    presenter.undo()
    assert presenter.basket.on == date(2026, 11, 3)
    presenter.undo()
    assert presenter.basket.on == date(2026, 11, 21)


def test_several_ways_of_paying_without_a_sum_are_refused(presenter: TillPresenter) -> None:
    presenter.add(TEA)
    presenter.mix()
    with pytest.raises(PaymentShort):
        presenter.payable()


@pytest.mark.parametrize("typed", ["0*Gift box 4,50", "12345678*Gift box 4,50"])
def test_nothing_and_too_much_are_refused_by_the_basket(
    presenter: TillPresenter, typed: str
) -> None:
    with pytest.raises((QuantityZero, QuantityTooLarge)):
        presenter.add_free(read_wanted(typed))
    assert presenter.is_empty


def test_the_same_item_twice_is_one_line_of_two(presenter: TillPresenter) -> None:
    assert presenter.add(TEA) == 0
    assert presenter.add(TEA) == 0
    assert presenter.basket.lines[0].quantity == 2


def test_each_change_is_taken_back_by_itself(presenter: TillPresenter) -> None:
    presenter.add(TEA)
    presenter.write(0, Column.PRICE, "4")
    presenter.write(0, Column.DISCOUNT, "10%")
    presenter.remove(0)
    assert presenter.undo()
    assert presenter.sums().total == Money(360, "EUR")
    assert presenter.undo()
    assert presenter.undo()
    assert presenter.undo()
    assert presenter.is_empty
    assert not presenter.undo()


def test_a_refused_cell_changes_nothing(presenter: TillPresenter) -> None:
    presenter.add(TEA)
    before = presenter.basket
    with pytest.raises(PercentOutOfRange):
        presenter.write(0, Column.DISCOUNT, "101%")
    with pytest.raises(BadValue):
        presenter.write(0, Column.PRICE, "")
    assert presenter.basket == before


@given(percent=st.decimals(0, 100, places=2))
def test_a_percent_is_written_as_it_is_typed(percent: Decimal) -> None:
    presenter = TillPresenter(Basket(uuid="b", currency="EUR", on=date(2026, 11, 21)))
    read = presenter.read_discount(discount_text(Discount(percent=percent)))
    assert read == Discount(percent=percent)


def test_only_cash_is_handed_over_in_excess(presenter: TillPresenter) -> None:
    presenter.add(TEA)
    presenter.hand_over("10")
    assert presenter.sums().change == Money(500, "EUR")
    presenter.choose_way(PaymentKind.CARD)
    basket, rest = presenter.payable()
    assert not basket.tendered
    assert rest is PaymentKind.CARD


def test_parts_stand_for_themselves(presenter: TillPresenter) -> None:
    presenter.add(TEA)
    presenter.mix()
    presenter.hand_over_parts(
        {PaymentKind.CASH: "2", PaymentKind.CARD: "", PaymentKind.ACCOUNT: "1"}
    )
    assert presenter.sums().due == Money(200, "EUR")
    assert presenter.payable()[1] is None
