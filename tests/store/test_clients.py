"""Every field of a card goes into the book and comes out as it was."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.store import clients as stored
from kartoteka.store.book import Book
from kartoteka.store.card_text import card_of, card_text, change_of, change_text, taken_back

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
FULL = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)


def tuples(*parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.one_of(*parts), max_size=3).map(tuple)


CLIENTS = st.builds(
    Client,
    kind=st.sampled_from(Kind),
    family=TEXT,
    given=TEXT,
    middle=TEXT,
    called=TEXT,
    company=TEXT,
    tax=st.builds(TaxNumbers, TEXT, TEXT, TEXT, TEXT),
    address=st.builds(Address, TEXT, TEXT, TEXT, TEXT),
    people=tuples(st.builds(ContactPerson, TEXT, TEXT, TEXT, TEXT)),
    phones=tuples(st.builds(Phone, FULL, st.sampled_from(["", "+79123456789"]), TEXT)),
    emails=tuples(FULL),
    messengers=tuples(st.builds(Messenger, TEXT, TEXT)),
    preferred=st.none() | st.sampled_from(Channel),
    hours=TEXT,
    language=st.sampled_from(["", "en", "ru", "bg"]),
    birthday=st.none()
    | st.builds(
        Birthday,
        st.integers(1, 29),
        st.integers(1, 12),
        st.none() | st.integers(1900, 2026),
    ),
    name_day=st.sampled_from(["", "none", "05-06"]),
    tags=st.lists(st.builds(Tag, st.sampled_from(TagKind), TEXT), max_size=4, unique=True).map(
        tuple
    ),
    notes=TEXT,
    source=TEXT,
    penetration=st.none() | st.integers(0, 100),
    consents=tuples(
        st.builds(
            Consent,
            st.sampled_from(Channel),
            st.booleans(),
            st.datetimes(
                datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2030-01-01")
            ),
            TEXT,
            TEXT,
        )
    ),
    do_not_contact=st.booleans(),
    card=TEXT,
    added_on=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = Book.create(tmp_path_factory.mktemp("cards") / Path("book.db"))
    yield made
    made.close()


class Undo(Exception):  # noqa: N818
    pass


@settings(max_examples=40)
@given(CLIENTS, CLIENTS)
def test_a_card_is_read_as_it_was_saved_and_as_it_was_changed(
    book: Book, first: Client, second: Client
) -> None:
    second = replace(second, id=1, consents=first.consents + second.consents)
    try:
        with book.changing() as session:
            kept = stored.save(session, first, date(2026, 1, 1))
            assert kept == replace(first, id=kept.id)
            assert stored.get(session, kept.id) == kept
            changed = stored.save(session, replace(second, id=kept.id), date(2026, 1, 1))
            assert stored.get(session, kept.id) == changed
            new = tuple(each for each in second.consents if each not in first.consents)
            assert changed == replace(second, id=kept.id, consents=first.consents + new)
            raise Undo
    except Undo:
        pass


@given(CLIENTS, CLIENTS)
def test_a_card_and_a_change_survive_their_text(first: Client, second: Client) -> None:
    assert card_of(card_text(first)) == first
    assert change_of(change_text(first, second)) == (first, second)


@given(CLIENTS, CLIENTS)
def test_taking_a_change_back_gives_what_was_before(first: Client, second: Client) -> None:
    assert taken_back(second, first, second) == first


@given(CLIENTS, CLIENTS, CLIENTS)
def test_taking_a_change_back_keeps_what_was_changed_since(
    first: Client, second: Client, third: Client
) -> None:
    now = taken_back(third, first, second)
    for each in fields(Client):
        before, after, since = (getattr(card, each.name) for card in (first, second, third))
        assert getattr(now, each.name) == (before if since == after else since)


def test_recommended_by_is_kept(book: Book) -> None:
    try:
        with book.changing() as session:
            one = stored.save(session, Client(given="А"), date(2026, 1, 1))
            two = stored.save(session, Client(given="Б", recommended_by=one.id), date(2026, 1, 1))
            assert stored.recommended(session, one.id) == [two.id]
            assert stored.get(session, two.id) == two
            raise Undo
    except Undo:
        pass
