"""Catalogues that were imported: matching their rows with items, and the way back."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kartoteka.domain.barcodes import barcode_key
from kartoteka.domain.catalogue import Item, ItemId
from kartoteka.domain.folding import fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.item_text import item_change_of, item_change_text


@dataclass(slots=True)
class KnownItems:
    """Article numbers, codes and names of all items; grows with those that an import adds."""

    skus: dict[str, ItemId] = field(default_factory=dict)
    codes: dict[str, ItemId] = field(default_factory=dict)
    names: dict[str, list[ItemId]] = field(default_factory=lambda: defaultdict(list))

    def add(self, item: Item) -> None:
        """Know a new or changed item, too."""
        if item.sku:
            self.skus[fold(item.sku)] = item.id
        for code in item.barcodes:
            self.codes.setdefault(barcode_key(code), item.id)
        named = self.names[fold(item.name)]
        if item.id not in named:
            named.append(item.id)


def known_items(session: Session) -> KnownItems:
    """Everything by which items are known; deleted ones are left out."""
    known, raw = KnownItems(), direct(session)
    rows = raw.execute("SELECT id, sku_key, folded FROM item WHERE deleted_at IS NULL ORDER BY id")
    for item, sku, name in rows.fetchall():
        if sku:
            known.skus[sku] = item
        known.names[name].append(item)
    known.codes.update(raw.execute("SELECT code_key, item_id FROM item_barcode").fetchall())
    return known


def keep_changes(session: Session, import_id: int, changed: Sequence[tuple[Item, Item]]) -> None:
    """Remember items as they were before the import and as it left them.

    An item that the same import changes again keeps its first before; its own new ones need none.
    """
    raw = direct(session)
    known = _changes(session, import_id)
    wanted = json.dumps([after.id for _, after in changed])
    own = {
        row[0]
        for row in raw.execute(
            "SELECT item.id FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value"
            " WHERE import_id = ?",
            (wanted, import_id),
        ).fetchall()
    }
    rows = [
        (import_id, after.id, item_change_text(known.get(after.id, (before, after))[0], after))
        for before, after in changed
        if after.id not in own
    ]
    sql = 'INSERT OR REPLACE INTO item_before (import_id, item_id, "before") VALUES (?, ?, ?)'
    raw.executemany(sql, rows)


def changes(session: Session, import_id: int) -> dict[ItemId, tuple[Item, Item]]:
    """Items that the import changed: before and after."""
    return _changes(session, import_id)


def added(session: Session, import_id: int) -> tuple[list[ItemId], int]:
    """Items that the import added and nobody sold since, and how many were sold."""
    raw = direct(session)
    rows = raw.execute(
        "SELECT id FROM item WHERE import_id = ? AND deleted_at IS NULL", (import_id,)
    )
    ids = [row[0] for row in rows.fetchall()]
    if not ids:
        return [], 0
    sold = {
        row[0]
        for row in raw.execute(
            "SELECT DISTINCT item_id FROM sale_line WHERE item_id IS NOT NULL"
            " AND item_id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        ).fetchall()
    }
    return [item for item in ids if item not in sold], len(sold)


def _changes(session: Session, import_id: int) -> dict[ItemId, tuple[Item, Item]]:
    sql = 'SELECT item_id, "before" FROM item_before WHERE import_id = ?'
    rows = direct(session).execute(sql, (import_id,)).fetchall()
    return {item: item_change_of(text) for item, text in rows}
