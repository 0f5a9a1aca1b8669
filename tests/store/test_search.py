"""The one search field: any fragment of anything on the card, whatever is typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kartoteka.domain.clients import (
    Client,
    ContactPerson,
    Kind,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.domain.folding import fold
from kartoteka.shop import Shop, clients
from kartoteka.store import clients as stored
from kartoteka.store import search
from kartoteka.store.book import Book

CARDS = (
    Client(
        family="Иванова",
        given="Алёна",
        phones=(Phone("8 (912) 345-67-89", "+79123456789"),),
        card="1042",
    ),
    Client(family="Петров", given="Семён", notes='Сказал: "дорого" AND ушёл*'),
    Client(family="Алексеева", given="Ива", emails=("Iva.Alex@Mail.ru",)),
    Client(
        kind=Kind.COMPANY,
        company="ООО «Ромашка»",
        tax=TaxNumbers(tax_id="7707083893"),
        people=(ContactPerson("Ольга Мороз", phone="02 987 65 43"),),
    ),
    Client(given="José", tags=(Tag(TagKind.LIKES, "зелёное"),)),
    Client(given="Цвета", phones=(Phone("0888123456", "+359888123456"),)),
)


@pytest.fixture
def filled(shop: Shop) -> Shop:
    for card in CARDS:
        clients.add_client(shop, card)
    return shop


@pytest.mark.parametrize(
    ("query", "families"),
    [
        ("ИВАНОВА", ["Иванова"]),
        ("алена", ["Иванова"]),
        ("АЛЁН", ["Иванова"]),
        ("ле ва", ["Алексеева", "Иванова"]),
        ("912 345", ["Иванова"]),
        ("8 912", ["Иванова"]),
        ("+7 (912) 345-67-89", ["Иванова"]),
        ("7912", ["Иванова"]),
        ("345-67", ["Иванова"]),
        ("67 89 ива", ["Иванова"]),
        ("iva.alex@", ["Алексеева"]),
        ("MAIL", ["Алексеева"]),
        ('"дорого"', ["Петров"]),
        ("ушел*", ["Петров"]),
        ("and", ["Петров"]),
        ("AND OR NOT", []),
        ("ив* NEAR", []),
        ("7707", [""]),
        ("мороз", [""]),
        ("987 65", [""]),
        ("jose", [""]),
        ("зеленое", [""]),
        ("0888 12", [""]),
        ("359 888", [""]),
        ("нет такого", []),
        ("", []),
        ('"', []),
        ("  ", []),
        ("(", []),
    ],
)
def test_fragments_find_cards(filled: Shop, query: str, families: list[str]) -> None:
    found = [clients.client(filled, each).family for each in clients.find(filled, query)]
    assert found == families


def test_names_that_begin_with_the_fragment_come_first(filled: Shop) -> None:
    found = [clients.client(filled, each).family for each in clients.find(filled, "ал")]
    assert found == ["Алексеева", "Иванова", "Петров"]  # who "сказал"


def test_an_exact_card_number_comes_first(filled: Shop) -> None:
    clients.add_client(filled, Client(family="Аа", given="Б", notes="1042 1042"))
    found = [clients.client(filled, each).family for each in clients.find(filled, "1042")]
    assert found == ["Иванова", "Аа"]
    holder = clients.by_card(filled, " 1042 ")
    assert holder is not None
    assert clients.client(filled, holder).family == "Иванова"


def test_a_list_filtered_by_text_has_what_the_search_finds(filled: Shop) -> None:
    from kartoteka.domain.lists import Filter

    for query in ("ив", "912 345", "а", "нет такого"):
        listed = set(clients.find_ids(filled, Filter(text=query)))
        assert listed == set(clients.find(filled, query))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = Book.create(tmp_path_factory.mktemp("search") / Path("book.db"))
    yield made
    made.close()


WORDS = st.text("абвеёйIi09-.@\"'*()ñ ", max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), WORDS)
def test_every_fragment_of_a_query_stands_on_every_card_that_is_found(
    book: Book, cards: list[tuple[str, str]], query: str
) -> None:
    try:
        with book.changing() as session:
            made = [
                Client(id=at, given=given, notes=notes)
                for at, (given, notes) in enumerate(cards, start=1)
            ]
            stored.add_many(session, [_dated(each) for each in made])
            found = set(search.search(session, query))
            raise _Undo
    except _Undo:
        pass
    words = [word for word in fold(query).split() if re.search(r"\w", word)]
    plain = [word for word in words if re.fullmatch(r"[^\W\d]+", word)]
    for client in made:
        text = fold(f"{client.given} {client.notes}")
        if client.id in found:
            assert all(word in text for word in plain)
        elif words == plain == fold(query).split() and words:
            assert not all(word in text for word in plain)


class _Undo(Exception):  # noqa: N818
    pass


def _dated(client: Client) -> Client:
    from dataclasses import replace
    from datetime import date

    return replace(client, added_on=date(2026, 1, 1))
