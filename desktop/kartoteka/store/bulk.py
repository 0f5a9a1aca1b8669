"""Many rows at once: statements of many rows, and indexes that are built when the rows are in."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, compress, count
from operator import itemgetter
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
    words that takes longer than the row. One statement for many rows does it once, and a text that
    is in all of them (most columns of most cards are empty) is bound once.
    """
    raw = direct(session)
    alone = 0
    if rows and len(rows) * len(rows[0]) >= _VALUES_AT_ONCE:
        same = [_is_the_same(column) for column in zip(*rows, strict=True)]
        shared = list(compress(rows[0], same))
        own = [at for at, is_same in enumerate(same) if not is_same]
        pick = itemgetter(*own) if len(own) > 1 else lambda row: [row[at] for at in own]
        together = _VALUES_AT_ONCE // max(len(own), 1)
        many = _statement(sql, same, together)
        alone = len(rows) - len(rows) % together
        for start in range(0, alone, together):
            part = map(pick, rows[start : start + together])
            raw.execute(many, [*shared, *chain.from_iterable(part)])
    raw.executemany(sql, rows[alone:])


def _is_the_same(column: tuple[Any, ...]) -> bool:
    """Whether all rows have one text, or none; equal numbers may be of different kinds."""
    first = column[0]
    return (first is None or isinstance(first, str)) and column.count(first) == len(column)


def _statement(sql: str, same: Sequence[bool], together: int) -> str:
    """Rows of placeholders in place of the one in `sql`: ?1, ?2 … are what all rows share."""
    start = sql.rindex("(")
    *texts, end = sql[start:].rstrip().split("?")
    shared = {at: f"?{number}" for number, at in enumerate(compress(count(), same), 1)}
    free = count(len(shared) + 1)
    return sql[:start] + ", ".join(
        "".join(f"{text}{shared.get(at) or f'?{next(free)}'}" for at, text in enumerate(texts))
        + end
        for _ in range(together)
    )


def refer_ahead(session: Session) -> None:
    """Until the deed ends, rows may refer to rows that come after them; its end checks them all."""
    direct(session).execute("PRAGMA defer_foreign_keys = ON")


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside it Python looks for no garbage.

    Rows become objects by the million and none of them refers back to another; looking through
    them all again and again takes a fifth of the time.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


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
    with large_cache(session):
        yield
        for _, sql in indexes:
            raw.execute(sql)


@contextmanager
def large_cache(session: Session) -> Iterator[None]:
    """Inside it more of the book stays in memory: rows change here and there by the thousand."""
    kept = scalar(session, "PRAGMA cache_size")
    direct(session).execute(f"PRAGMA cache_size = -{_CACHE_KIB}").fetchall()
    try:
        yield
    finally:
        direct(session).execute(f"PRAGMA cache_size = {kept}").fetchall()
