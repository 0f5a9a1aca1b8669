"""The quiet list, the shop's rhythm and one client's."""

from datetime import timedelta

import pytest
from tests.shop.selling import add, add_regular, euro, line, sell

from kartoteka.domain.clients import Client, Phone, Tag, TagKind
from kartoteka.domain.contacts import ReasonKind
from kartoteka.domain.errors import NotFound
from kartoteka.domain.rhythm import State
from kartoteka.shop import Shop, card_bin, clients, quiet
from kartoteka.shop import settings as shop_settings


def test_a_client_silent_for_more_than_three_intervals_is_quiet(shop: Shop) -> None:
    ivelina = Client(
        given="Ивелина",
        family="Колева",
        phones=(Phone("088 812 3456", "+359888123456"),),
        tags=(Tag(TagKind.LIKES, "зелено"),),
    )
    silent = add_regular(shop, ivelina, every=10, silent=80, times=8)
    add_regular(shop, Client(given="Ана"), every=10, silent=8, times=8)
    assert list(quiet.quiet_ids(shop)) == [silent]
    (one,) = quiet.quiet_lines(shop, [silent])
    assert (one.client, one.phone) == ("Ивелина Колева", "+359888123456")
    assert (one.visits, one.silent_days, one.state) == (8, 80, State.QUIET)
    assert one.usual_days is not None
    assert one.times_usual == pytest.approx(80 / one.usual_days)
    assert one.at_risk == one.yearly_value
    assert one.at_risk > euro("0")
    assert one.reason.kind is ReasonKind.QUIET
    assert one.reason.silent_days == 80
    assert [tag.text for tag in one.tags] == ["зелено"]


def test_the_dearest_silence_comes_first(shop: Shop) -> None:
    cheap = add_regular(shop, Client(given="Ана"), every=10, silent=80, times=8)
    dear = add_regular(shop, Client(given="Ива"), every=10, silent=80, times=8)
    sell(shop, line("Колие", "400.00"), client=dear, on=shop.today() - timedelta(days=80))
    assert list(quiet.quiet_ids(shop)) == [dear, cheap]
    assert list(quiet.visited_ids(shop)) == [dear, cheap]


def test_who_must_not_be_contacted_is_on_no_list(shop: Shop) -> None:
    silent = add_regular(shop, Client(given="Ана"), every=10, silent=80, times=8)
    clients.set_do_not_contact(shop, silent, True)
    assert list(quiet.quiet_ids(shop)) == []
    assert list(quiet.visited_ids(shop)) == [silent]


def test_a_client_in_the_bin_is_on_no_list(shop: Shop) -> None:
    silent = add_regular(shop, Client(given="Ана"), every=10, silent=80, times=8)
    card_bin.delete_clients(shop, [silent])
    assert list(quiet.quiet_ids(shop)) == []
    assert list(quiet.visited_ids(shop)) == []


def test_every_state_is_counted(shop: Shop) -> None:
    add(shop, Client(given="Нова"))
    add_regular(shop, Client(given="Ана"), every=10, silent=80, times=8)
    add_regular(shop, Client(given="Ива"), every=10, silent=3, times=8)
    sell(shop, client=add(shop, Client(given="Ела")))
    counts = quiet.counts_by_state(shop)
    assert set(counts) == set(State)
    assert {state: number for state, number in counts.items() if number} == {
        State.NONE: 1,
        State.QUIET: 1,
        State.ACTIVE: 1,
        State.NEW: 1,
    }


def test_the_card_shows_the_line_of_visits(shop: Shop) -> None:
    client = add_regular(shop, Client(given="Ана"), every=10, silent=80, times=3)
    sell(shop, line("Кутия", "2.00"), client=client, on=shop.today() - timedelta(days=80))
    view = quiet.rhythm_view(shop, client)
    assert [shop.today() - dot.on for dot in view.dots] == [
        timedelta(days=100),
        timedelta(days=90),
        timedelta(days=80),
    ]
    assert view.dots[-1].total == euro("26.00")
    assert view.own_interval
    assert not view.switched_off
    assert view.silent_days == 80


def test_a_client_without_a_visit_has_a_rhythm_without_dots(shop: Shop) -> None:
    view = quiet.rhythm_view(shop, add(shop, Client(given="Ана")))
    assert (view.dots, view.state, view.reason) == ((), State.NONE, None)
    with pytest.raises(NotFound):
        quiet.rhythm_view(shop, 99)


def test_the_rhythm_is_measured_once_a_day(shop: Shop) -> None:
    client = add_regular(shop, Client(given="Ана"), every=7, silent=3, times=20)
    first = quiet.refresh_rhythm(shop)
    assert first.value.gap_days == 7
    assert first.changes.everything
    sell(shop, client=client)
    again = quiet.refresh_rhythm(shop)
    assert again.value == first.value
    assert not again.changes.everything


def test_another_factor_moves_every_client(shop: Shop) -> None:
    client = add_regular(shop, Client(given="Ана"), every=10, silent=80, times=8)
    quiet.refresh_rhythm(shop)
    assert list(quiet.quiet_ids(shop)) == [client]
    shop_settings.change_settings(shop, {"rhythm.lost_after": "30", "rhythm.quiet_after": "20"})
    assert list(quiet.quiet_ids(shop)) == []


def test_a_shop_whose_clients_buy_once_is_told_so(shop: Shop) -> None:
    for at in range(60):
        client = add(shop, Client(given=f"Клиент {at}"))
        sell(shop, line("Прозорец", "300.00"), client=client, on=shop.today() - timedelta(days=500))
    add(shop, Client(given="Запитване"))
    assert quiet.notice(shop) is None
    quiet.refresh_rhythm(shop)
    told = quiet.notice(shop)
    assert told is not None
    assert (told.clients, told.repeat_share) == (60, 0.0)
    assert (told.new_cards, told.average_sale) == (61, euro("300.00"))
    assert told.conversion == pytest.approx(60 / 61)
    assert list(quiet.quiet_ids(shop)) == []
    assert quiet.counts_by_state(shop)[State.QUIET] == 0
    assert quiet.rhythm_view(shop, 1).switched_off
