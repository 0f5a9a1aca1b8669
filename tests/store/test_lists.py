"""A list's states are those of the rhythm, whichever order it has."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from kartoteka.domain.clients import Birthday, Client
from kartoteka.domain.lists import Filter, Order
from kartoteka.domain.rhythm import State
from kartoteka.shop import Shop, clients
from kartoteka.store import clients as stored
from kartoteka.store import lists
from kartoteka.store.direct import direct

TODAY = date(2026, 11, 21)
CARDS = 60


@pytest.fixture
def crowd(shop: Shop) -> Shop:
    """Sixty clients, each with turning days somewhere around today; one in five without a visit."""
    dice = random.Random(7)
    with shop.change() as session:
        made = [
            Client(id=at, given=f"Клиент {at:02}", added_on=TODAY) for at in range(1, CARDS + 1)
        ]
        stored.add_many(session, made)
        for client in made[::5]:
            client_id = client.id
            direct(session).execute("UPDATE client SET visits = 0 WHERE id = ?", (client_id,))
        for client in made:
            if client.id % 5 == 1:
                continue
            days = sorted(TODAY + timedelta(days=dice.randint(-9, 9)) for _ in range(4))
            turns = [None] * 4 if client.id % 7 == 0 else [day.isoformat() for day in days]
            direct(session).execute(
                "UPDATE client SET visits = ?, purchases = 3, last_visit = ?, total_minor = ?,"
                " yearly_minor = ?, due_on = ?, cooling_on = ?, quiet_on = ?, lost_on = ?"
                " WHERE id = ?",
                (
                    dice.randint(1, 3),
                    (TODAY - timedelta(days=dice.randint(0, 99))).isoformat(),
                    dice.randint(0, 9999),
                    dice.randint(0, 9999),
                    *turns,
                    client.id,
                ),
            )
    return shop


def test_a_list_of_states_has_exactly_the_clients_in_them(
    crowd: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_state: dict[State, set[int]] = {each: set() for each in State}
    for line in clients.lines(crowd, range(1, CARDS + 1)):
        by_state[line.state].add(line.id)
    assert all(by_state.values())
    for few in (0, 2000):
        monkeypatch.setattr(lists, "_FEW", few)
        for each, wanted in by_state.items():
            assert set(clients.find_ids(crowd, Filter(states=frozenset({each})))) == wanted
        both = frozenset({State.QUIET, State.NONE})
        found = clients.find_ids(crowd, Filter(states=both, text="клиент"), Order.TOTAL)
        assert set(found) == by_state[State.QUIET] | by_state[State.NONE]


def test_every_order_is_the_order_of_its_column(crowd: Shop) -> None:
    def lines(order: Order) -> list[lists.ClientLine]:
        return clients.lines(crowd, clients.find_ids(crowd, Filter(), order))

    names = [line.name for line in lines(Order.NAME)]
    assert names == sorted(names)
    assert len(names) == CARDS
    days = [line.last_visit or date.min for line in lines(Order.LAST_VISIT)]
    assert days == sorted(days, reverse=True)
    totals = [line.total_minor for line in lines(Order.TOTAL)]
    assert totals == sorted(totals, reverse=True)
    yearly = [line.yearly_minor for line in lines(Order.AT_RISK)]
    assert yearly == sorted(yearly, reverse=True)


def test_an_order_turned_round_keeps_those_without_a_value_at_the_end(crowd: Shop) -> None:
    for order in Order:
        both = [clients.find_ids(crowd, Filter(), order, turned=turned) for turned in (False, True)]
        assert sorted(both[0]) == sorted(both[1])
        assert len(both[0]) == CARDS
    for order, turned, sign in ((Order.LAST_VISIT, True, -1), (Order.SILENCE, False, -1)):
        ids = clients.find_ids(crowd, Filter(), order, turned=turned)
        silent = [line.silent_days for line in clients.lines(crowd, ids)]
        known = [sign * days for days in silent if days is not None]
        assert known == sorted(known)
        assert silent[len(known) :] == [None] * (CARDS - len(known))


def test_a_birthday_on_29_february_is_listed_on_the_28th_of_other_years(shop: Shop) -> None:
    kept = clients.add_client(shop, Client(given="Анна", birthday=Birthday(29, 2))).value
    with shop.read() as session:
        soon = Filter(birthday_within=1)
        assert list(lists.find_ids(session, soon, Order.NAME, date(2027, 2, 27))) == [kept.id]
        assert list(lists.find_ids(session, soon, Order.NAME, date(2028, 2, 27))) == []
        assert list(lists.find_ids(session, soon, Order.NAME, date(2028, 2, 28))) == [kept.id]


def test_a_page_never_skips_rows(crowd: Shop) -> None:
    source = Path(lists.__file__).read_text(encoding="utf-8")
    assert "OFFSET" not in source
