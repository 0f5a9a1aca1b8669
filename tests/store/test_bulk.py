"""Rows that come by the thousand."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kartoteka.domain.clients import Client, Phone
from kartoteka.store import bulk, clients
from kartoteka.store.book import Book, Session
from kartoteka.store.direct import direct, scalar


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    opened = Book.open(book_path)
    yield opened
    opened.close()


def indexes(session: Session) -> set[str]:
    rows = direct(session).execute("SELECT name FROM sqlite_schema WHERE type = 'index'")
    return {row[0] for row in rows.fetchall()}


def cards(number: int) -> list[Client]:
    phones = (Phone("0888 123 456", "+359888123456"),)
    return [
        Client(id=at, given=f"Ива {at}", phones=phones, added_on=date(2026, 1, 1))
        for at in range(1, number + 1)
    ]


def fill_and_fail(book: Book) -> None:
    with book.changing() as session, bulk.indexed_afterwards(session, "client"):
        clients.add_many(session, cards(3))
        raise ZeroDivisionError


def refer_to_nobody(book: Book) -> None:
    with book.changing() as session:
        bulk.refer_ahead(session)
        clients.add_many(session, [replace(cards(1)[0], id=3, recommended_by=4)])


@pytest.mark.parametrize("number", [0, 1, 63, 64, 65, 200])
def test_every_row_arrives_whatever_their_number(book: Book, number: int) -> None:
    sql = "INSERT INTO source (id, name, cost_minor) VALUES (?, ?, ?)"
    rows = [(at, f"source {at}", at * 100) for at in range(1, number + 1)]
    with book.changing() as session:
        bulk.insert(session, sql, rows)
        kept = direct(session).execute("SELECT id, name, cost_minor FROM source").fetchall()
    assert sorted(kept) == rows


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "а", "б"]),
            st.sampled_from(["", "с"]),
            st.none() | st.just("д"),
            st.sampled_from([0, 1, True, 1.0]),
        ),
        max_size=150,
    )
)
def test_rows_that_share_texts_arrive_as_one_by_one(rows: list[tuple[object, ...]]) -> None:
    session = Session(dbapi2.connect(":memory:", isolation_level=None))
    raw = direct(session)
    for table in ("plain", "quick"):
        raw.execute(f"CREATE TABLE {table} (one, two, same, three, four)")
    raw.executemany("INSERT INTO plain VALUES (?, ?, 'x', ?, ?)", rows)
    bulk.insert(session, "INSERT INTO quick VALUES (?, ?, 'x', ?, ?)", rows)
    kept = "SELECT one, two, same, three, four, typeof(four) FROM"
    assert raw.execute(f"{kept} quick").fetchall() == raw.execute(f"{kept} plain").fetchall()


def test_garbage_is_looked_for_again_when_the_rows_are_in() -> None:
    def collecting_inside() -> bool:
        with bulk.uncollected(), bulk.uncollected():
            return gc.isenabled()

    was_on = gc.isenabled()
    gc.enable()
    try:
        assert not collecting_inside()
        assert gc.isenabled()
        gc.disable()
        assert not collecting_inside()
        assert not gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_row_may_refer_to_one_that_follows_in_the_same_deed(book: Book) -> None:
    friends = [replace(card, recommended_by=3 - card.id) for card in cards(2)]
    with book.changing() as session:
        bulk.refer_ahead(session)
        clients.add_many(session, friends)
    with pytest.raises(dbapi2.IntegrityError):
        refer_to_nobody(book)


def test_an_empty_table_gets_its_indexes_when_the_rows_are_in(book: Book) -> None:
    with book.changing() as session:
        before, cache = indexes(session), scalar(session, "PRAGMA cache_size")
        with bulk.indexed_afterwards(session, "client", "phone"):
            assert {"client_by_name", "phone_by_number"} <= before - indexes(session)
            clients.add_many(session, cards(70))
        assert indexes(session) == before
        assert scalar(session, "PRAGMA cache_size") == cache
    with book.held() as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_table_with_rows_keeps_its_indexes(book: Book) -> None:
    with book.changing() as session:
        clients.add_many(session, cards(1))
        before = indexes(session)
        with bulk.indexed_afterwards(session, "client", "phone"):
            assert indexes(session) == before


def test_a_failed_filling_leaves_the_indexes_as_they_were(book: Book) -> None:
    with book.reading() as session:
        before, cache = indexes(session), scalar(session, "PRAGMA cache_size")
    with pytest.raises(ZeroDivisionError):
        fill_and_fail(book)
    with book.reading() as session:
        assert indexes(session) == before
        assert scalar(session, "PRAGMA cache_size") == cache
        assert scalar(session, "SELECT count(*) FROM client") == 0
