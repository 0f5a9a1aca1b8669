"""Recording sales and returns."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.shop.selling import add, draft, euro, line, sell

from kartoteka.domain.clients import Client
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch, Money
from kartoteka.domain.returns import ReturnTooMuch
from kartoteka.domain.rhythm import Figures
from kartoteka.domain.sales import (
    EmptySale,
    Payment,
    PaymentKind,
    PaymentShort,
    SaleDraft,
    SaleInFuture,
)
from kartoteka.shop import Shop, card_bin, safety, sales
from kartoteka.store import clients as stored_clients


def figures(shop: Shop, client: int) -> Figures:
    with shop.read() as session:
        found = stored_clients.figures(session, client)
    assert found is not None
    return found


def test_a_recorded_sale_is_read_back_as_it_was_answered(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sold = sell(shop, line(discount="4.00"), line("Обеци", "12.50", "1.5"), client=client)
    assert sales.sale(shop, sold.id) == sold
    assert sales.sale(shop, "1") == sold
    assert sales.sale(shop, "№ 1") == sold
    assert sales.sale(shop, sold.uuid) == sold
    assert sold.total == euro("38.75")
    assert sold.payments == (Payment(PaymentKind.CASH, euro("38.75")),)


def test_the_same_uuid_twice_is_one_sale_with_the_same_answer(shop: Shop) -> None:
    asked = draft(shop, uuid="twice")
    first = sales.record_sale(shop, asked)
    second = sales.record_sale(shop, asked)
    assert first.value == second.value
    assert first.changes.undo is not None
    assert second.changes.undo is None
    assert sell(shop).number == 2


def test_a_refused_sale_takes_no_number(shop: Shop) -> None:
    with pytest.raises(EmptySale):
        sales.record_sale(shop, replace(draft(shop), lines=()))
    short = (Payment(PaymentKind.CARD, euro("1.00")),)
    with pytest.raises(PaymentShort):
        sales.record_sale(shop, draft(shop, payments=short))
    with pytest.raises(NotFound):
        sell(shop, client=77)
    assert sell(shop).number == 1


def test_a_sale_to_a_card_in_the_bin_is_refused(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    card_bin.delete_clients(shop, [client])
    with pytest.raises(NotFound):
        sell(shop, client=client)


def test_goods_of_a_client_in_the_bin_may_still_come_back(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sold = sell(shop, client=client)
    card_bin.delete_clients(shop, [client])
    assert sales.record_return(shop, sales.return_draft(shop, sold.id)).value.client == client
    assert figures(shop, client).total_minor == 0


def test_an_earlier_day_is_allowed_and_a_later_one_is_not(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sell(shop, client=client, on=shop.today() - timedelta(days=40))
    assert figures(shop, client).last_visit == shop.today() - timedelta(days=40)
    with pytest.raises(SaleInFuture):
        sell(shop, on=shop.today() + timedelta(days=1))


def test_another_currency_than_the_shops_is_refused(shop: Shop) -> None:
    in_roubles = replace(line(), price=Money(100, "RUB"))
    with pytest.raises(CurrencyMismatch):
        sales.record_sale(shop, replace(draft(shop, in_roubles), currency="RUB"))


def test_an_old_sale_in_leva_counts_in_euros(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    in_leva = replace(line(), price=Money(4990, "BGN"))
    old = draft(shop, in_leva, client=client, on=date(2025, 12, 1))
    sales.record_sale(shop, replace(old, currency="BGN"))
    assert figures(shop, client).total_minor == 2551
    with pytest.raises(CurrencyMismatch):
        sales.record_sale(shop, replace(old, currency="BGN", on=date(2026, 1, 1), uuid="later"))


def test_figures_follow_in_the_same_transaction(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    for back in (30, 20, 20, 10):
        sell(shop, client=client, on=shop.today() - timedelta(days=back))
    kept = figures(shop, client)
    assert (kept.visits, kept.purchases, kept.total_minor) == (3, 4, 9600)
    assert kept.quiet_on is not None
    assert kept.yearly_minor > 0


def test_a_return_is_no_visit_but_reduces_the_total(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sold = sell(shop, line(quantity="2"), client=client, on=shop.today() - timedelta(days=9))
    back = sales.return_draft(shop, sold.id, {1: Decimal(1)})
    returned = sales.record_return(shop, back).value
    assert returned.total == euro("-24.00")
    assert returned.number == 2
    assert returned.client == client
    assert sales.sale(shop, sold.id).returned_quantities == {1: Decimal(1)}
    kept = figures(shop, client)
    assert (kept.visits, kept.total_minor) == (1, 2400)
    assert kept.last_visit == sold.on


def test_never_more_comes_back_than_was_bought(shop: Shop) -> None:
    sold = sell(shop, line(quantity="3"))
    sales.record_return(shop, sales.return_draft(shop, sold.id, {1: Decimal(2)}))
    with pytest.raises(ReturnTooMuch) as refused:
        sales.record_return(shop, sales.return_draft(shop, "1", {1: Decimal(2)}))
    assert refused.value.left == 1
    sales.record_return(shop, sales.return_draft(shop, "1"))
    with pytest.raises(ReturnTooMuch):
        sales.return_draft(shop, "1")


def test_a_return_is_recorded_once(shop: Shop) -> None:
    sold = sell(shop, line(quantity="3"))
    back = sales.return_draft(shop, sold.id, {1: Decimal(1)}, uuid="back")
    assert sales.record_return(shop, back).value == sales.record_return(shop, back).value
    assert sales.sale(shop, sold.id).returned_quantities == {1: Decimal(1)}


def test_what_was_paid_by_card_goes_back_to_the_card(shop: Shop) -> None:
    by_card = (Payment(PaymentKind.CARD, euro("24.00")),)
    sold = sales.record_sale(shop, draft(shop, payments=by_card)).value
    returned = sales.record_return(shop, sales.return_draft(shop, sold.id)).value
    assert returned.payments == (Payment(PaymentKind.CARD, euro("-24.00")),)


def test_a_return_of_what_is_not_there_is_refused(shop: Shop) -> None:
    asked = SaleDraft(uuid="x", on=shop.today(), lines=(line(),), currency="EUR", returns=5)
    with pytest.raises(NotFound):
        sales.record_return(shop, asked)
    with pytest.raises(NotFound):
        sales.return_draft(shop, "12")


def test_undoing_a_sale_returns_it_whole_and_keeps_its_number(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sell(shop, client=client, on=shop.today() - timedelta(days=50))
    done = sales.record_sale(shop, draft(shop, line(quantity="2"), client=client))
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert figures(shop, client).total_minor == 2400
    assert [each.number for each in sales.purchases(shop, client)] == [3, 2, 1]
    assert safety.check(shop).ok
    with pytest.raises(safety.AlreadyUndone):
        safety.undo(shop, done.changes.undo)


def test_the_history_shows_what_was_bought_and_taken_back(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    sold = sell(shop, line("Колие", "40.00"), line("Кутия", "2.00"), client=client)
    sales.record_return(shop, sales.return_draft(shop, sold.id, {2: Decimal(1)}))
    returned, bought = sales.purchases(shop, client)
    assert [item.name for item in bought.items] == ["Колие", "Кутия"]
    assert bought.returned == euro("2.00")
    assert returned.is_return
    assert returned.returns == sold.id
    assert returned.items[0].total == euro("-2.00")
    assert sales.purchases(shop, client, limit=1) == [returned]


parts = st.lists(st.integers(1, 60), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    price=st.integers(1, 99_999),
    discount=st.integers(0, 50),
    pieces=parts,
)
def test_part_returns_add_up_to_the_sale(
    shop: Shop, price: int, discount: int, pieces: list[int]
) -> None:
    quantity = Decimal(sum(pieces)) / 10
    bought = replace(line(), price=Money(price, "EUR"), quantity=quantity)
    less = bought.price.times(quantity * discount / 100)
    sold = sales.record_sale(shop, draft(shop, replace(bought, discount=less))).value
    returned = [
        sales.record_return(shop, sales.return_draft(shop, sold.id, {1: Decimal(piece) / 10}))
        for piece in pieces
    ]
    assert sum(back.value.total.minor for back in returned) == -sold.total.minor
    with pytest.raises(ReturnTooMuch):
        sales.return_draft(shop, sold.id)
