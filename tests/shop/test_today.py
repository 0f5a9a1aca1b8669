"""The first page of the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.shop.selling import add, add_regular, draft, euro, line, sell

from kartoteka.domain.clients import Birthday, Client, Phone
from kartoteka.domain.contacts import Outcome, ReasonKind
from kartoteka.shop import Shop, calls, card_bin, clients, sales, today
from kartoteka.shop import settings as shop_settings
from kartoteka.store import occasions


def test_an_empty_shop_has_an_empty_morning(shop: Shop) -> None:
    view = today.today_view(shop)
    assert (view.clients, view.quiet_count, view.quiet, view.occasions) == (0, 0, (), ())
    assert (view.month.revenue, view.month.change) == (euro("0"), None)
    assert view.month.repeat_share is None
    assert view.notice is None


def test_the_dearest_silences_are_shown_and_all_are_counted(shop: Shop) -> None:
    for _ in range(3):
        phone = (Phone("088 812 3456", "+359888123456"),)
        add_regular(shop, Client(given="Ана", phones=phone), every=10, silent=80, times=8)
    view = today.today_view(shop, rows=2)
    assert (view.clients, view.quiet_count, view.to_call, len(view.quiet)) == (3, 3, 3, 2)
    assert view.quiet_at_risk.minor == 3 * view.quiet[0].at_risk.minor


def test_birthdays_of_the_week_are_told_with_age_and_jubilee(shop: Shop) -> None:
    add(shop, Client(given="Зоя", birthday=Birthday(27, 11, 1966)))
    add(shop, Client(given="Емил", birthday=Birthday(21, 11)))
    add(shop, Client(given="Рано", birthday=Birthday(20, 11, 1980)))
    add(shop, Client(given="Късно", birthday=Birthday(28, 11, 1980)))
    add(shop, Client(given="Не", birthday=Birthday(22, 11), do_not_contact=True))
    first, second = today.today_view(shop).occasions
    assert (first.name, first.on, first.age) == ("Емил", date(2026, 11, 21), None)
    assert (second.name, second.age, second.jubilee) == ("Зоя", 60, True)


def test_name_days_are_found_said_or_refused(shop: Shop) -> None:
    katya = Client(given="Катя")
    key = add(shop, katya)
    add(shop, Client(given="Екатерина", name_day="none"))
    add(shop, Client(given="Гошо", name_day="11-23"))
    lines = today.today_view(shop).occasions
    assert [(line.name, line.on, line.kind) for line in lines] == [
        ("Гошо", date(2026, 11, 23), ReasonKind.NAME_DAY),
        ("Катя", date(2026, 11, 24), ReasonKind.NAME_DAY),
    ]
    assert lines[1].feast
    clients.edit_client(shop, replace(clients.client(shop, key), name_day="06-01"))
    assert [line.name for line in today.today_view(shop).occasions] == ["Гошо"]


def test_among_many_celebrants_the_same_are_found_as_among_few(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        add_regular(shop, Client(given="Катя", family=str(number)), every=10, silent=5 + number)
        add(shop, Client(given="Зоя", birthday=Birthday(27, 11, 1960 + number)))
    add(shop, Client(given="Гошо", name_day="11-23"))
    gone = add(shop, Client(given="Екатерина"))
    card_bin.delete_clients(shop, [gone])
    few = today.today_view(shop).occasions
    monkeypatch.setattr(occasions, "_FEW", 1)
    assert today.today_view(shop).occasions == few
    assert len(few) == 9


def test_the_month_is_compared_with_the_same_days_of_the_one_before(shop: Shop) -> None:
    regular = add(shop, Client(given="Ана"))
    sell(shop, line(price="50.00"), client=regular, on=date(2026, 10, 10))
    sell(shop, line(price="99.00"), on=date(2026, 10, 30))
    sell(shop, line(price="30.00"), client=regular, on=date(2026, 11, 3))
    newcomer = add(shop, Client(given="Ива"))
    sell(shop, line(price="10.00"), client=newcomer, on=date(2026, 11, 4))
    sell(shop, line(price="20.00"), client=newcomer, on=date(2026, 11, 20))
    sell(shop, line(price="20.00"))
    month = today.today_view(shop).month
    assert month.month == date(2026, 11, 1)
    assert (month.revenue, month.before) == (euro("80.00"), euro("50.00"))
    assert month.change == pytest.approx(0.6)
    assert month.repeat_share == pytest.approx(50 / 80)


def test_who_bought_after_a_call_came_back(shop: Shop) -> None:
    phones = (Phone("088 812 3456", "+359888123456"),)
    silent = [
        add_regular(shop, Client(given=name, phones=phones), every=10, silent=80, times=8)
        for name in ("Ана", "Ива", "Ела")
    ]
    made = calls.make_call_list(shop, silent).value
    calls.record_outcome(shop, made.lines[0].id, Outcome.WILL_COME)
    calls.record_outcome(shop, made.lines[1].id, Outcome.ALL_WELL)
    calls.record_outcome(shop, made.lines[2].id, Outcome.NO_ANSWER)
    sales.record_sale(shop, draft(shop, client=silent[0]))
    month = today.today_view(shop).month
    assert (month.called, month.came_back) == (2, 1)


def test_promised_call_backs_are_on_the_page(shop: Shop) -> None:
    phones = (Phone("088 812 3456", "+359888123456"),)
    client = add_regular(shop, Client(given="Ана", phones=phones), every=10, silent=80)
    made = calls.make_call_list(shop, [client]).value
    calls.record_outcome(
        shop, made.lines[0].id, Outcome.CALL_BACK, call_back_on=shop.today() - timedelta(days=1)
    )
    assert [line.client for line in today.today_view(shop).call_backs] == [client]
    sell(shop, client=client, on=shop.today())


def test_in_a_shop_of_another_country_names_have_no_days(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.country": "ru"})
    add(shop, Client(given="Екатерина"))
    assert today.today_view(shop).occasions == ()
