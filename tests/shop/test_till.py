"""The till through its deeds: baskets that survive, voids, returns, debts, the end of a day."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.conftest import TODAY
from tests.domain.test_reckoning import baskets

from kartoteka import assemble
from kartoteka.domain.clients import Client
from kartoteka.domain.day import CashBelowZero, MoreLeftThanCounted
from kartoteka.domain.debts import DebtNotPaidByDebt, DebtOverpaid, NothingOwed
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import Money, total
from kartoteka.domain.reckoning import totals
from kartoteka.domain.returns import SaleVoided
from kartoteka.domain.sales import (
    EmptySale,
    NegativePayment,
    OnAccountWithoutClient,
    Payment,
    PaymentKind,
    PaymentShort,
    Sale,
)
from kartoteka.domain.till import (
    Basket,
    Discount,
    ItemWithoutPrice,
    add_free_line,
    pay,
    set_discount,
    set_sale_discount,
)
from kartoteka.domain.timeline import Event
from kartoteka.domain.voids import DayIsClosed, SaleHasReturns, VoidWithoutReason
from kartoteka.shop import Shop, card_bin, clients, closing, debts, safety, sales, till
from kartoteka.shop import settings as shop_settings
from kartoteka.store.basket_text import basket_of, basket_text
from kartoteka.store.direct import scalar


def eur(amount: str | int) -> Money:
    return Money.of(amount, "EUR")


def basket(shop: Shop, price: str = "10", client: int | None = None) -> Basket:
    return add_free_line(till.new_basket(shop, client), "Beads", eur(price))


def olga(shop: Shop) -> int:
    return clients.add_client(shop, Client(given="Olga", family="Ivanova")).value.id


def cash(amount: str) -> Payment:
    return Payment(PaymentKind.CASH, eur(amount))


def card(amount: str) -> Payment:
    return Payment(PaymentKind.CARD, eur(amount))


def sold(shop: Shop, price: str = "10", client: int | None = None) -> Sale:
    return till.finish(shop, basket(shop, price, client)).value


def test_a_finished_basket_is_one_sale_however_often_enter_is_hit(shop: Shop) -> None:
    open_one = pay(basket(shop, "12.50"), card("10"), cash("5"))
    till.keep_open_basket(shop, open_one)
    first = till.finish(shop, open_one).value
    assert till.finish(shop, open_one).value == first == sales.sale(shop, first.id)
    assert (first.number, first.total, first.change) == (1, eur("12.50"), eur("2.50"))
    assert till.open_basket(shop) is None


def test_what_is_missing_may_be_paid_in_another_way(shop: Shop) -> None:
    sale = till.finish(shop, pay(basket(shop), card("4")), rest=PaymentKind.TRANSFER).value
    assert sale.payments == (card("4"), Payment(PaymentKind.TRANSFER, eur(6)))


def test_a_payment_that_is_short_leaves_the_basket_where_it_is(shop: Shop) -> None:
    short = pay(basket(shop), cash("9.99"))
    till.keep_open_basket(shop, short)
    with pytest.raises(PaymentShort):
        till.finish(shop, short)
    assert till.open_basket(shop) == short
    priceless = replace(short, lines=(replace(short.lines[0], price=None),))
    with pytest.raises(ItemWithoutPrice):
        till.finish(shop, priceless)
    with pytest.raises(EmptySale):
        till.finish(shop, till.new_basket(shop))


def test_a_basket_survives_the_end_of_the_program(shop: Shop, book_path: Path) -> None:
    full = replace(
        set_sale_discount(
            set_discount(basket(shop, "7.77", olga(shop)), 0, Discount(percent=Decimal("2.5"))),
            Discount(amount=eur(1)),
        ),
        on=date(2026, 11, 3),
        note="gift",
        tendered=(cash("5"), card("3")),
        usual_rate=Decimal("20"),
    )
    held = basket(shop)
    till.keep_open_basket(shop, full)
    till.hold(shop, held, "the lady in red")
    shop.close()
    again = assemble.open_shop(book_path, today=TODAY)
    try:
        assert till.open_basket(again) == full
        (waiting,) = till.held_sales(again)
        assert (waiting.title, waiting.basket, waiting.total) == ("the lady in red", held, eur(10))
    finally:
        again.close()


def test_an_autosave_that_comes_late_brings_no_sale_back(shop: Shop) -> None:
    done = basket(shop)
    till.finish(shop, done)
    till.keep_open_basket(shop, done)
    assert till.open_basket(shop) is None
    till.keep_open_basket(shop, basket(shop))
    till.keep_open_basket(shop, replace(till.open_basket(shop) or done, lines=()))
    assert till.open_basket(shop) is None


def test_several_sales_wait_and_are_resumed_one_by_one(shop: Shop) -> None:
    first, second = basket(shop, "1"), basket(shop, "2")
    till.hold(shop, first)
    till.keep_open_basket(shop, second)
    assert till.resume(shop, first.uuid).value == first
    assert till.open_basket(shop) == first
    assert [held.basket for held in till.held_sales(shop)] == [second]
    with pytest.raises(NotFound):
        till.resume(shop, "nothing")
    with pytest.raises(EmptySale):
        till.hold(shop, till.new_basket(shop))


def test_a_held_sale_that_was_thrown_away_comes_back(shop: Shop) -> None:
    held = basket(shop)
    till.hold(shop, held, "red")
    undo = till.drop_held(shop, held.uuid).changes.undo
    assert till.held_sales(shop) == []
    assert undo is not None
    safety.undo(shop, undo)
    assert [(one.title, one.basket) for one in till.held_sales(shop)] == [("red", held)]


def test_a_voided_sale_is_no_visit_and_no_money_and_keeps_its_number(shop: Shop) -> None:
    client = olga(shop)
    kept = sold(shop, "5", client)
    slip = sold(shop, "100", client)
    done = till.void_sale(shop, slip.id, " wrong   client ")
    found = sales.sale(shop, slip.id)
    assert (found.void_reason, found.number) == ("wrong client", 2)
    assert found.voided_at is not None
    view = clients.card(shop, client)
    assert (view.purchases, view.total) == (1, eur(5))
    report = closing.day_report(shop)
    assert (report.sales, report.sold, report.voided, report.voided_total) == (
        1,
        eur(5),
        1,
        eur(100),
    )
    assert safety.check(shop).ok
    assert sold(shop).number == 3
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert clients.card(shop, client).total == eur(105)
    assert safety.check(shop).ok
    assert kept.number == 1


def test_a_client_whose_only_sale_is_voided_has_no_figures(shop: Shop) -> None:
    client = olga(shop)
    till.void_sale(shop, sold(shop, "5", client).id, "slip")
    view = clients.card(shop, client)
    assert (view.purchases, view.total, view.rhythm.visits) == (0, eur(0), 0)
    assert safety.check(shop).ok


def test_a_voided_return_gives_back_what_it_took(shop: Shop) -> None:
    sale = sold(shop, "10", olga(shop))
    back = sales.record_return(shop, sales.return_draft(shop, sale.id)).value
    with pytest.raises(SaleHasReturns):
        till.void_sale(shop, sale.id, "slip")
    till.void_sale(shop, back.id, "slip")
    assert sales.sale(shop, sale.id).returned_quantities == {}
    (line, _) = sorted(sales.purchases(shop, sale.client or 0), key=lambda one: one.id)
    assert line.returned is None
    till.void_sale(shop, sale.id, "slip")
    with pytest.raises(SaleVoided):
        till.void_sale(shop, sale.id, "slip")
    with pytest.raises(SaleVoided):
        sales.record_return(shop, sales.return_draft(shop, sale.id))


def test_a_void_needs_a_reason_and_a_sale(shop: Shop) -> None:
    with pytest.raises(VoidWithoutReason):
        till.void_sale(shop, sold(shop).id, " ")
    with pytest.raises(NotFound):
        till.void_sale(shop, 99, "slip")


def test_goods_come_back_without_their_sale(shop: Shop) -> None:
    client = olga(shop)
    sold(shop, "30", client)
    back = replace(basket(shop, "12", client), back=True)
    assert totals(back).total == eur(12)
    returned = till.finish(shop, back).value
    assert (returned.total, returned.is_return, returned.returns) == (eur(-12), True, None)
    assert returned.payments == (Payment(PaymentKind.CASH, eur(-12)),)
    assert till.finish(shop, back).value == returned == sales.sale(shop, returned.id)
    view = clients.card(shop, client)
    assert (view.purchases, view.total) == (1, eur(18))
    assert safety.check(shop).ok


def test_a_debt_is_what_is_on_account_less_what_was_paid(shop: Shop) -> None:
    client = olga(shop)
    sale = till.finish(shop, pay(basket(shop, "50", client), cash("20")), PaymentKind.ACCOUNT).value
    assert debts.debt_of(shop, client) == eur(30)
    done = debts.pay_debt(shop, client, card("12"), uuid="once")
    assert debts.pay_debt(shop, client, card("12"), uuid="once").value == done.value
    assert debts.debt_of(shop, client) == eur(18)
    (line,) = debts.debts(shop)
    assert (line.client, line.name, line.debt, line.since) == (
        client,
        "Olga Ivanova",
        eur(18),
        TODAY,
    )
    back = sales.record_return(shop, sales.return_draft(shop, sale.id)).value
    assert back.payments == (
        Payment(PaymentKind.ACCOUNT, eur(-18)),
        Payment(PaymentKind.CASH, eur(-32)),
    )
    assert debts.debt_of(shop, client) == eur(0)
    assert debts.debts(shop) == []
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert debts.debt_of(shop, client) == eur(12)
    paid = [one for one in clients.timeline(shop, client) if one.event is Event.DEBT_PAYMENT]
    assert [one.undone for one in paid] == [True]


def test_a_debt_needs_a_debtor(shop: Shop) -> None:
    with pytest.raises(OnAccountWithoutClient):
        till.finish(shop, basket(shop), rest=PaymentKind.ACCOUNT)


def test_a_voided_sale_is_no_debt(shop: Shop) -> None:
    client = olga(shop)
    sale = till.finish(shop, basket(shop, "50", client), PaymentKind.ACCOUNT).value
    till.void_sale(shop, sale.id, "slip")
    assert debts.debt_of(shop, client) == eur(0)
    assert debts.debts(shop) == []


@pytest.mark.parametrize(
    ("payment", "error"),
    [
        (cash("10.01"), DebtOverpaid),
        (cash("0"), NegativePayment),
        (cash("-1"), NegativePayment),
        (Payment(PaymentKind.ACCOUNT, eur(1)), DebtNotPaidByDebt),
    ],
)
def test_money_that_cannot_pay_a_debt_is_refused(
    shop: Shop, payment: Payment, error: type[Exception]
) -> None:
    client = olga(shop)
    till.finish(shop, basket(shop, "10", client), PaymentKind.ACCOUNT)
    with pytest.raises(error):
        debts.pay_debt(shop, client, payment)
    other = clients.add_client(shop, Client(given="Ivan")).value.id
    with pytest.raises(NothingOwed):
        debts.pay_debt(shop, other, cash("1"))
    with pytest.raises(NotFound):
        debts.pay_debt(shop, 99, cash("1"))


def test_a_day_is_summed_by_way_of_paying_and_its_cash_is_counted(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.vat_registered": "yes", "shop.vat_rate": "20"})
    client = olga(shop)
    till.finish(shop, pay(basket(shop, "12"), cash("20")))
    till.finish(shop, pay(basket(shop, "6"), card("6")))
    till.finish(shop, basket(shop, "10", client), PaymentKind.ACCOUNT)
    debts.pay_debt(shop, client, cash("4"))
    till.finish(shop, replace(basket(shop, "2"), back=True))
    report = closing.day_report(shop)
    sums = {each.kind: (each.sold, each.returned, each.debts_paid) for each in report.by_kind}
    assert sums == {
        PaymentKind.CASH: (eur(12), eur(2), eur(4)),
        PaymentKind.CARD: (eur(6), eur(0), eur(0)),
        PaymentKind.TRANSFER: (eur(0), eur(0), eur(0)),
        PaymentKind.ACCOUNT: (eur(10), eur(0), eur(0)),
    }
    assert (report.sales, report.returns, report.turnover) == (3, 1, eur(26))
    (part,) = report.vat
    assert (part.rate, part.total, part.vat) == (Decimal(20), eur(26), eur("4.34"))
    assert (report.opening, report.expected) == (eur(0), eur(14))
    done = closing.close_day(shop, eur("63.50"), left=eur(50), opening=eur(50))
    assert (done.value.expected, done.value.difference) == (eur(64), eur("-0.50"))
    assert closing.day_report(shop).closed == done.value


def test_cash_is_counted_from_the_last_count_on_whatever_the_day(shop: Shop) -> None:
    sold(shop, "10")
    first = closing.close_day(shop, eur(10), left=eur(3))
    earlier = till.finish(shop, replace(basket(shop, "7"), on=date(2026, 11, 2))).value
    report = closing.day_report(shop)
    assert (report.sold, report.opening, report.expected) == (eur(10), eur(3), eur(10))
    till.void_sale(shop, earlier.id, "slip")
    assert closing.day_report(shop).expected == eur(3)
    assert first.changes.undo is not None
    safety.undo(shop, first.changes.undo)
    assert closing.day_report(shop).expected == eur(10)


def test_what_was_counted_is_not_voided_any_more(shop: Shop) -> None:
    client = olga(shop)
    sale = till.finish(shop, basket(shop, "10", client), PaymentKind.ACCOUNT).value
    paid = debts.pay_debt(shop, client, cash("5"))
    voided = till.void_sale(shop, sold(shop).id, "slip")
    closing.close_day(shop, eur(5))
    with pytest.raises(DayIsClosed):
        till.void_sale(shop, sale.id, "slip")
    for undo in (paid.changes.undo, voided.changes.undo):
        assert undo is not None
        with pytest.raises(DayIsClosed):
            safety.undo(shop, undo)


@pytest.mark.parametrize(
    ("counted", "left", "error"),
    [("-1", "0", CashBelowZero), ("1", "-1", CashBelowZero), ("1", "2", MoreLeftThanCounted)],
)
def test_a_count_that_cannot_be_is_refused(
    shop: Shop, counted: str, left: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        closing.close_day(shop, eur(counted), left=eur(left))
    assert closing.day_report(shop).closed is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=baskets())
def test_any_basket_is_in_the_book_to_the_cent(shop: Shop, made: Basket) -> None:
    ready = replace(made, uuid=till.new_basket(shop).uuid)
    shown = totals(ready)
    recorded = till.finish(shop, ready).value
    kept = sales.sale(shop, recorded.id)
    assert kept == recorded
    assert kept.total == shown.total
    with shop.read() as session:
        sql = "SELECT sum(total_minor) FROM sale_line WHERE sale_id = ?"
        assert scalar(session, sql, (kept.id,)) == shown.total.minor
    back = sales.record_return(shop, sales.return_draft(shop, kept.id)).value
    assert back.total == -kept.total
    again = sales.sale(shop, back.id)
    assert again == back
    vat = total((line.vat_added or eur(0) for line in kept.lines), "EUR")
    assert total((line.vat_added or eur(0) for line in again.lines), "EUR") == vat


def test_the_card_tells_of_debts_and_voided_sales(shop: Shop) -> None:
    client = olga(shop)
    assert clients.card(shop, client).debt is None
    till.finish(shop, basket(shop, "10", client), PaymentKind.ACCOUNT)
    slip = sold(shop, "5", client)
    till.void_sale(shop, slip.id, "slip")
    debts.pay_debt(shop, client, card("4"))
    view = clients.card(shop, client)
    assert view.debt == eur(6)
    found = {(entry.event, entry.ref): entry for entry in view.timeline}
    assert found[Event.SALE, slip.id].undone
    paid = found[Event.DEBT_PAYMENT, 1]
    assert (paid.amount, paid.how, paid.undone) == (eur(4), "card", False)
    voided = {line.id: line.voided for line in sales.purchases(shop, client)}
    assert voided == {1: False, slip.id: True}


def test_an_erased_client_leaves_money_without_a_name(shop: Shop) -> None:
    client = olga(shop)
    till.finish(shop, basket(shop, "10", client), PaymentKind.ACCOUNT)
    debts.pay_debt(shop, client, card("4"))
    till.hold(shop, basket(shop, "3", client))
    card_bin.delete_clients(shop, [client])
    card_bin.purge_clients(shop, [client])
    assert closing.day_report(shop).by_kind[1].debts_paid == eur(4)
    assert debts.debts(shop) == []
    assert len(till.held_sales(shop)) == 1
    assert safety.check(shop).ok


def test_a_basket_begun_before_midnight_is_a_sale_of_the_day_on_which_it_is_finished(
    shop: Shop, book_path: Path
) -> None:
    till.keep_open_basket(shop, basket(shop))
    shop.close()
    tomorrow = TODAY + timedelta(days=1)
    opened = assemble.open_shop(book_path, today=tomorrow)
    kept = till.open_basket(opened)
    assert kept is not None
    assert till.finish(opened, kept).value.on == tomorrow
    opened.close()


def test_a_basket_of_a_chosen_day_stays_of_that_day(shop: Shop) -> None:
    earlier = shop.today() - timedelta(days=3)
    till.keep_open_basket(shop, replace(basket(shop), on=earlier))
    kept = till.open_basket(shop)
    assert kept is not None
    assert till.finish(shop, kept).value.on == earlier


def test_a_basket_kept_by_an_older_program_has_a_day_only_if_one_was_chosen() -> None:
    now = json.loads(basket_text(Basket(uuid="u", currency="EUR")))
    del now["day"]
    text = json.dumps({**now, "on": "2026-11-20"})
    assert basket_of(text, kept=date(2026, 11, 20)).on is None
    assert basket_of(text, kept=date(2026, 11, 21)).on == date(2026, 11, 20)


def test_the_last_sales_are_at_hand_for_a_return(shop: Shop) -> None:
    first, second = sold(shop), sold(shop)
    till.void_sale(shop, first.id, "wrong item")
    assert [one.id for one in sales.recent(shop, 5)] == [second.id]
