"""Finding items by fragments of their name, codes and tags; the indexes change with the item."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from kartoteka.domain.catalogue import Item, ItemId
from kartoteka.domain.folding import fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.fragments import Index, first_matches, pieces, readings

_INDEX = Index("item_search", "item_short")
_CANDIDATES = 200
"""Matches that are looked at for the best order; nobody scrolls further, they type on."""
_LAST = "\U0010ffff"


def index(session: Session, items: Iterable[Item]) -> None:
    """Write items that are not in the indexes."""
    documents = [(item.id, *_document(item)) for item in items]
    raw = direct(session)
    raw.executemany(
        "INSERT INTO item_search (rowid, name, codes, tags) VALUES (?, ?, ?, ?)", documents
    )
    raw.executemany(
        "INSERT INTO item_short (rowid, pieces) VALUES (?, ?)",
        [(each[0], pieces(" ".join(each[1:]))) for each in documents],
    )


def forget(session: Session, items: Iterable[ItemId]) -> None:
    """Take items out of the indexes."""
    ids = [(item,) for item in items]
    raw = direct(session)
    raw.executemany("DELETE FROM item_search WHERE rowid = ?", ids)
    raw.executemany("DELETE FROM item_short WHERE rowid = ?", ids)


def search(session: Session, query: str, limit: int = 50) -> list[ItemId]:
    """Items on which every fragment of `query` is found, the likeliest first.

    Names that begin with the first fragment come first, then those of which a word does.
    """
    words = fold(query).split()
    if not words:
        return []
    found: list[ItemId] = []
    for fragments in readings(query):
        found = first_matches(session, _INDEX, fragments, _CANDIDATES)
        if found:
            break
    if len(found) == _CANDIDATES:  # there are more, and better ones may be among them
        found = list(dict.fromkeys([*_named(session, words), *found]))
    return _ranked(session, found, words)[:limit]


def _named(session: Session, words: Sequence[str]) -> list[ItemId]:
    """Items whose name begins with the first word and has the rest."""
    first, *others = words
    rest = " AND instr(folded, ?) > 0" * len(others)
    sql = (
        "SELECT id FROM item WHERE folded >= ? AND folded < ?"  # noqa: S608
        f" AND deleted_at IS NULL{rest} ORDER BY folded, id LIMIT {_CANDIDATES}"
    )
    rows = direct(session).execute(sql, (first, first + _LAST, *others)).fetchall()
    return [row[0] for row in rows]


def _ranked(session: Session, found: Sequence[ItemId], words: Sequence[str]) -> list[ItemId]:
    sql = (
        "SELECT item.id, folded FROM json_each(?) AS wanted"
        " CROSS JOIN item ON item.id = wanted.value WHERE deleted_at IS NULL"
    )
    rows = direct(session).execute(sql, (json.dumps(found),)).fetchall()

    def order(row: Any) -> tuple[int, str, ItemId]:
        name: str = row[1]
        begins = name.startswith(words[0])
        inside = all(f" {word}" in f" {name}" for word in words)
        return (0 if begins and inside else 1 if inside else 2 if begins else 3, name, row[0])

    return [row[0] for row in sorted(rows, key=order)]


def _document(item: Item) -> tuple[str, str, str]:
    codes = " ".join((item.sku, *item.barcodes))
    return fold(item.name), fold(codes), fold(" ".join(item.tags))
