"""Many rows at once: statements of many rows, and indexes that are built when the rows are in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar

_CACHE_KIB = 128_000
"""Memory for pages while tables are filled; eight times what an open book takes."""
_VALUES_AT_ONCE = 256
_INDEXES = """
SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
"""


def insert(session: Session, sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows with "INSERT … VALUES (?, …)", many by each statement.

    SQLite gets ready for a statement's CHECK constraints each time it runs: for a list of allowed
    words that takes longer than the row. One statement for many rows does it once.
    """
    raw = direct(session)
    alone = 0
    if rows:
        values = sql[sql.rindex("(") :].rstrip()
        together = max(1, _VALUES_AT_ONCE // len(rows[0]))
        many = f"{sql.rstrip()}{f', {values}' * (together - 1)}"
        alone = len(rows) - len(rows) % together
        for start in range(0, alone, together):
            raw.execute(many, list(chain.from_iterable(rows[start : start + together])))
    raw.executemany(sql, rows[alone:])


def refer_ahead(session: Session) -> None:
    """Until the deed ends, rows may refer to rows that come after them; its end checks them all."""
    direct(session).execute("PRAGMA defer_foreign_keys = ON")


@contextmanager
def indexed_afterwards(session: Session, *tables: str) -> Iterator[None]:
    """Inside it those of the tables that are empty have no indexes but their keys.

    All of it belongs to the transaction of the session: when the deed fails, the indexes are as
    they were. A table with rows keeps its indexes, since building them anew may take longer than
    adding to them.
    """
    raw = direct(session)
    indexes = [
        index
        for table in tables
        if scalar(session, f"SELECT 1 FROM {table} LIMIT 1") is None  # noqa: S608 - names of ours
        for index in raw.execute(_INDEXES, (table,)).fetchall()
    ]
    for name, _ in indexes:
        raw.execute(f"DROP INDEX {name}")
    with _large_cache(session):
        yield
        for _, sql in indexes:
            raw.execute(sql)


@contextmanager
def _large_cache(session: Session) -> Iterator[None]:
    kept = scalar(session, "PRAGMA cache_size")
    direct(session).execute(f"PRAGMA cache_size = -{_CACHE_KIB}").fetchall()
    try:
        yield
    finally:
        direct(session).execute(f"PRAGMA cache_size = {kept}").fetchall()
