"""Lists of clients through the deed: whose row is whose, and whom a row may name."""

from dataclasses import replace

from kartoteka.domain.clients import Client
from kartoteka.domain.lists import Filter
from kartoteka.shop import Shop, card_bin, clients, imports


def brought(shop: Shop, text: str) -> tuple[int, int, int, int]:
    """Added, updated, unchanged, refused."""
    path = shop.folder.parent / "list.csv"
    path.write_text(text, encoding="utf-8")
    done = imports.import_file(shop, path, imports.CLIENTS).value
    return done.added, done.updated, done.unchanged, done.refused


def everybody(shop: Shop) -> dict[str, Client]:
    """Cards by family name."""
    cards = [clients.client(shop, each) for each in clients.find_ids(shop, Filter())]
    return {card.family: card for card in cards}


def test_a_card_may_come_to_be_recommended_by_one_further_down_the_file(shop: Shop) -> None:
    text = "family;phone;card;recommended_by\nA;0888 123 451;;\nB;;77;\nA;0888 123 451;;77\n"
    assert brought(shop, text) == (2, 1, 0, 0)
    cards = everybody(shop)
    assert (cards["A"].recommended_by, cards["B"].recommended_by) == (cards["B"].id, None)


def test_a_card_number_of_another_is_refused_although_the_phone_is_their_own(shop: Shop) -> None:
    text = "family;given;phone;card\nA;C;0888 123 451;\nB;D;0888 123 452;77\nA;C;0888 123 451;77\n"
    assert brought(shop, text) == (2, 0, 0, 1)
    assert {name: card.card for name, card in everybody(shop).items()} == {"A": "", "B": "77"}


def test_a_card_number_in_the_bin_is_refused_although_the_phone_is_known(shop: Shop) -> None:
    brought(shop, "family;phone;card\nA;0888 123 451;\nB;0888 123 452;77\n")
    card_bin.delete_clients(shop, [everybody(shop)["B"].id])
    assert brought(shop, "family;phone;card\nA;0888 123 451;77\n") == (0, 0, 0, 1)


def test_a_preview_of_two_thousand_rows_counts_what_the_import_does(shop: Shop) -> None:
    again = "".join(f"Ф{at};0888 12{at % 1100:04};{at}\n" for at in range(2100))
    path = shop.folder.parent / "list.csv"
    path.write_text(f"family;phone;notes\nФ5;0888 120005;\n{again}", encoding="utf-8")
    seen = imports.preview(shop, path, imports.CLIENTS)
    done = imports.import_file(shop, path, imports.CLIENTS).value
    assert done.updated
    assert replace(seen.result, id=done.id) == done
    assert clients.find(shop, "Ф2099")
