"""The bin: one card or many go in as one step, come back, and are erased for good."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.shop.selling import draft

from kartoteka import assemble
from kartoteka.domain.clients import Channel, Client, Phone, Tag, TagKind
from kartoteka.domain.errors import NotFound
from kartoteka.domain.lists import Filter
from kartoteka.domain.money import Money
from kartoteka.domain.till import Basket, BasketLine
from kartoteka.domain.watching import Stopped, Watch
from kartoteka.shop import Shop, card_bin, clients, safety, sales, till
from kartoteka.shop.safety import AlreadyUndone, CannotUndo
from kartoteka.store.direct import direct

ANNA = Client(
    family="Иванова",
    given="Анна",
    phones=(Phone("8 (912) 345-67-89", "+79123456789"),),
    tags=(Tag(TagKind.LIKES, "Зелёное"),),
    card="1042",
    notes="Любит чай",
)


def add(shop: Shop, client: Client) -> Client:
    return clients.add_client(shop, client).value


def bin_of(shop: Shop) -> list[int]:
    return sorted(clients.find_ids(shop, Filter(in_bin=True)))


def test_a_card_goes_to_the_bin_and_comes_back_as_it_was(shop: Shop) -> None:
    kept = add(shop, ANNA)
    deleted = card_bin.delete_clients(shop, [kept.id])
    assert clients.find(shop, "иванова") == []
    assert clients.by_card(shop, "1042") is None
    assert list(clients.find_ids(shop, Filter())) == []
    assert list(clients.find_ids(shop, Filter(in_bin=True, text="ива"))) == [kept.id]
    assert clients.card(shop, kept.id).deleted_at is not None
    assert deleted.changes.undo is not None
    safety.undo(shop, deleted.changes.undo)
    assert clients.client(shop, kept.id) == kept
    assert clients.find(shop, "иванова") == [kept.id]


def test_only_a_card_in_the_bin_can_be_erased_and_nothing_of_it_is_left(shop: Shop) -> None:
    kept = add(shop, ANNA)
    friend = add(shop, Client(given="Мария", recommended_by=kept.id))
    clients.record_consent(shop, kept.id, Channel.CALL, given=True)
    with pytest.raises(NotFound):
        card_bin.purge_clients(shop, [kept.id])
    card_bin.delete_clients(shop, [kept.id])
    card_bin.purge_clients(shop, [kept.id])
    with pytest.raises(NotFound):
        clients.client(shop, kept.id)
    assert clients.client(shop, friend.id).recommended_by is None
    assert safety.check(shop).ok


def test_many_cards_go_to_the_bin_and_come_back_as_one_step(shop: Shop) -> None:
    ids = [add(shop, Client(given=name)).id for name in ("Ана", "Бела", "Вера")]
    done = card_bin.delete_clients(shop, ids)
    assert done.value == ids
    assert bin_of(shop) == ids
    assert done.changes.undo is not None
    assert clients.timeline(shop, ids[1])[0].deed == "delete_client"

    safety.undo(shop, done.changes.undo)
    assert bin_of(shop) == []
    assert clients.find(shop, "бела") == [ids[1]]
    assert clients.timeline(shop, ids[1])[0].undone
    with pytest.raises(AlreadyUndone):
        safety.undo(shop, done.changes.undo)


def test_taking_many_out_of_the_bin_is_taken_back_as_one_step(shop: Shop) -> None:
    ids = [add(shop, Client(given=name)).id for name in ("Ана", "Бела")]
    card_bin.delete_clients(shop, ids)
    done = card_bin.restore_clients(shop, ids)
    assert clients.count(shop) == 2
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert bin_of(shop) == ids


def test_only_those_that_can_move_do_and_none_at_all_is_said(shop: Shop) -> None:
    ids = [add(shop, Client(given=name)).id for name in ("Ана", "Бела")]
    card_bin.delete_clients(shop, ids[:1])
    assert card_bin.delete_clients(shop, [*ids, 77]).value == ids[1:]
    for deed in (card_bin.delete_clients, card_bin.restore_clients, card_bin.purge_clients):
        with pytest.raises(NotFound):
            deed(shop, [77])


def test_several_cards_are_erased_at_once_and_the_rest_of_the_bin_stays(shop: Shop) -> None:
    ids = [add(shop, Client(given=name)).id for name in ("Ана", "Бела", "Вера", "Галя")]
    card_bin.delete_clients(shop, ids[:3])
    assert card_bin.purge_clients(shop, [ids[0], ids[1], ids[3]]).value == 2
    assert bin_of(shop) == [ids[2]]
    assert clients.count(shop) == 1


def test_taking_the_bin_back_leaves_out_those_that_were_erased_since(shop: Shop) -> None:
    ids = [add(shop, Client(given=name)).id for name in ("Ана", "Бела")]
    undo = card_bin.delete_clients(shop, ids).changes.undo
    assert undo is not None
    card_bin.purge_clients(shop, ids[:1])
    safety.undo(shop, undo)
    assert list(clients.find_ids(shop, Filter())) == ids[1:]


def test_no_deed_on_an_erased_card_can_be_taken_back(shop: Shop) -> None:
    kept = add(shop, ANNA)
    edited = clients.edit_client(shop, replace(kept, notes="Кофе")).changes.undo
    sold = sales.record_sale(shop, draft(shop, client=kept.id)).changes.undo
    card_bin.delete_clients(shop, [kept.id])
    card_bin.purge_clients(shop, [kept.id])
    assert edited is not None
    assert sold is not None
    for undo in (edited, sold):
        with pytest.raises(CannotUndo):
            safety.undo(shop, undo)


def test_nothing_of_an_erased_card_is_left_in_the_file(book_path: Path) -> None:
    shop = assemble.open_shop(book_path, today=date(2026, 11, 21))
    for number in range(60):
        add(shop, Client(given=f"Иван{number}", family="Петров"))
    gone = add(shop, Client(given="Зюмбюлка", notes="Quetzal и цимбали", phones=ANNA.phones))
    clients.edit_client(shop, replace(gone, notes="Quetzal и кавал"))
    card_bin.delete_clients(shop, [gone.id])
    card_bin.purge_clients(shop, [gone.id])
    shop.close()
    written = book_path.read_bytes()
    for text in ("Зюмбюлка", "Quetzal", "цимбали", "кавал", "79123456789"):
        assert text.encode() not in written


def erase(shop: Shop, client: int) -> None:
    card_bin.delete_clients(shop, [client])
    card_bin.purge_clients(shop, [client])


def basket_of(shop: Shop, client: int) -> Basket:
    tea = BasketLine(name="Tea", price=Money.of("5", "EUR"))
    return replace(till.new_basket(shop), lines=(tea,), client=client, note="for Зюмбюлка")


def test_nobody_gets_the_id_of_a_client_who_was_erased(book_path: Path) -> None:
    shop = assemble.open_shop(book_path, today=date(2026, 11, 21))
    gone = [add(shop, Client(given=name)).id for name in ("Ана", "Бела")]
    erase(shop, gone[1])
    assert add(shop, Client(given="Вера")).id == gone[1] + 1
    for client in (gone[0], gone[1] + 1):
        erase(shop, client)
    shop.close()
    shop = assemble.open_shop(book_path, today=date(2026, 11, 21))
    assert add(shop, Client(given="Галя")).id == gone[1] + 2
    shop.close()


def test_a_waiting_basket_of_an_erased_client_becomes_nobodys(shop: Shop) -> None:
    gone = add(shop, Client(given="Зюмбюлка")).id
    late = basket_of(shop, gone)
    till.hold(shop, basket_of(shop, gone), "Зюмбюлка")
    till.keep_open_basket(shop, late)
    erase(shop, gone)
    add(shop, Client(given="Вера"))
    (waiting,) = till.held_sales(shop)
    on_screen = till.open_basket(shop)
    assert on_screen is not None
    assert (waiting.title, waiting.basket.client, waiting.basket.note) == ("", None, "")
    assert (on_screen.client, on_screen.note) == (None, "")
    till.keep_open_basket(shop, late)  # from a window that has not heard of it yet
    on_screen = till.open_basket(shop)
    assert on_screen is not None
    assert on_screen.client is None


def test_a_basket_left_by_an_older_program_meets_no_new_client(shop: Shop) -> None:
    till.hold(shop, basket_of(shop, add(shop, ANNA).id))
    with shop.change() as session:
        direct(session).execute("UPDATE held_sale SET client_id = NULL")
    (waiting,) = till.held_sales(shop)
    assert waiting.basket.client is None


def test_many_cards_tell_how_far_they_are_on_both_ways(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_bin, "_AT_ONCE", 2)
    ids = [add(shop, Client(given=f"Client {number}")).id for number in range(5)]
    told: list[tuple[int, int]] = []
    with shop.watched(Watch(lambda *far: told.append(far), lambda: False)):
        deleted = card_bin.delete_clients(shop, ids[::-1])
        assert deleted.value == ids[::-1]
        assert told == [(0, 5), (2, 5), (4, 5)]
        assert deleted.changes.undo is not None
        safety.undo(shop, deleted.changes.undo)
    assert told == [(0, 5), (2, 5), (4, 5)] * 2
    assert bin_of(shop) == []


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_stopped_in_the_middle_no_card_is_moved(
    shop: Shop, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_bin, "_AT_ONCE", 2)
    ids = [add(shop, Client(given=f"Client {number}")).id for number in range(5)]
    told: list[int] = []
    watch = Watch(lambda done, _whole: told.append(done), lambda: len(told) >= looks)
    with pytest.raises(Stopped), shop.watched(watch):
        card_bin.delete_clients(shop, ids)
    assert bin_of(shop) == []
    assert sorted(clients.find(shop, "client")) == ids
    assert safety.check(shop).ok
