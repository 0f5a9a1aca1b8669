"""An id that was given once is never given again."""

from pathlib import Path

from tests.conftest import TODAY

from kartoteka import assemble
from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money
from kartoteka.domain.till import add_free_line
from kartoteka.shop import Shop, card_bin, clients, imports, sales, till


def erase(shop: Shop, client: int) -> None:
    card_bin.delete_clients(shop, [client])
    card_bin.purge_clients(shop, [client])


def added(shop: Shop, given: str) -> int:
    return clients.add_client(shop, Client(given=given)).value.id


def test_the_id_of_an_erased_client_never_goes_to_the_next_one(shop: Shop) -> None:
    first = added(shop, "Ана")
    erase(shop, first)
    assert added(shop, "Боян") > first


def test_it_is_remembered_by_the_next_start_too(shop: Shop, book_path: Path) -> None:
    first = added(shop, "Ана")
    erase(shop, first)
    shop.close()
    again = assemble.open_shop(book_path, today=TODAY)
    assert added(again, "Боян") > first
    again.close()


def test_clients_of_an_import_that_was_undone_leave_their_ids(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("name;phone\nАна;0888 123 456\n", encoding="utf-8")
    done = imports.import_file(shop, path, "clients")
    assert done.value.added == 1
    imports.undo_import(shop, done.value.id)
    assert added(shop, "Боян") > 1


def test_a_held_basket_of_an_erased_client_is_nobodys(shop: Shop) -> None:
    client = added(shop, "Ана")
    basket = add_free_line(till.new_basket(shop, client), "Чай", Money(500, "EUR"))
    till.hold(shop, basket, "Ана")
    erase(shop, client)
    other = added(shop, "Боян")
    (held,) = till.held_sales(shop)
    assert held.title == ""
    assert held.basket.client is None
    sold = till.finish(shop, held.basket).value
    assert sold.client is None
    assert sales.purchases(shop, other) == []
