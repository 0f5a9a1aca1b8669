"""Rows that come by the thousand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("number", [0, 1, 63, 64, 65, 200])
def test_every_row_arrives_whatever_their_number(book: Book, number: int) -> None:
    sql = "INSERT INTO source (id, name, cost_minor) VALUES (?, ?, ?)"
    rows = [(at, f"source {at}", at * 100) for at in range(1, number + 1)]
    with book.changing() as session:
        bulk.insert(session, sql, rows)
        kept = direct(session).execute("SELECT id, name, cost_minor FROM source").fetchall()
    assert sorted(kept) == rows


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
