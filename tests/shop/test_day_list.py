"""One list for the day: Today, its headline, the badge, F5 and the command line."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.conftest import TODAY
from tests.shop.selling import add_regular

from kartoteka.domain.clients import Channel, Client, Phone
from kartoteka.domain.contacts import NobodyToCall, Outcome
from kartoteka.shop import Shop, calls, clients, day_list, today
from kartoteka.shop.day_list import LeftOut

PHONE = (Phone("088 812 3456", "+359888123456"),)


def quiet_client(shop: Shop, given: str = "Ана") -> int:
    return add_regular(shop, Client(given=given, phones=PHONE), every=10, silent=80, times=8)


def names(shop: Shop) -> list[int]:
    return day_list.clients_to_call(shop)


def told(shop: Shop) -> tuple[int, int, int]:
    """The headline, the badge, and how many rows Today has."""
    view = today.today_view(shop, 50)
    return (
        view.to_call,
        day_list.to_call(shop),
        len(view.call_backs) + len(view.listed) + len(view.quiet),
    )


def test_who_is_quiet_and_may_be_called_is_on_the_list(shop: Shop) -> None:
    client = quiet_client(shop)
    assert names(shop) == [client]
    assert told(shop) == (1, 1, 1)


def test_who_said_no_to_calls_is_left_out_and_counted(shop: Shop) -> None:
    client = quiet_client(shop)
    clients.record_consent(shop, client, Channel.CALL, given=False, how="said so", wording="")
    assert names(shop) == []
    assert told(shop) == (0, 0, 0)
    assert today.today_view(shop).left_out == {LeftOut.CONSENT_WITHDRAWN: 1}


def test_who_has_no_phone_is_left_out(shop: Shop) -> None:
    client = quiet_client(shop)
    clients.edit_client(shop, replace(clients.client(shop, client), phones=()))
    assert names(shop) == []
    assert today.today_view(shop).left_out == {LeftOut.NO_PHONE: 1}


def test_who_was_called_today_is_done_for_today(shop: Shop) -> None:
    client = quiet_client(shop)
    calls.record_call(shop, client, Outcome.NO_ANSWER)
    assert names(shop) == []
    assert told(shop) == (0, 0, 0)
    assert today.today_view(shop).left_out == {LeftOut.SETTLED: 1}


def test_who_was_promised_a_later_day_waits_for_it(shop: Shop) -> None:
    client = quiet_client(shop)
    calls.record_call(shop, client, Outcome.CALL_BACK, "", TODAY + timedelta(days=3))
    assert names(shop) == []


def test_a_list_that_is_made_of_the_day_has_the_same_persons(shop: Shop) -> None:
    first, second = quiet_client(shop, "Олга"), quiet_client(shop, "Мария")
    made = day_list.make_list(shop).value
    assert sorted(line.client for line in made.lines) == sorted([first, second])
    assert told(shop) == (2, 2, 2)
    calls.record_outcome(shop, made.lines[0].id, Outcome.WILL_COME)
    assert told(shop) == (1, 1, 1)


def test_a_call_that_waits_on_a_list_counts_though_the_client_is_not_quiet(shop: Shop) -> None:
    client = clients.add_client(
        shop, Client(given="Нова", phones=(Phone("0888 000 111", "+359888000111"),))
    ).value.id
    calls.make_call_list(shop, [client])
    assert names(shop) == [client]
    assert told(shop) == (1, 1, 1)


def test_nobody_to_call_makes_no_list(shop: Shop) -> None:
    with pytest.raises(NobodyToCall):
        day_list.make_list(shop)
