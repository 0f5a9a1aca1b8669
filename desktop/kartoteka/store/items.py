"""The catalogue in the book: items whole, as lines of a list, and by the codes on their packing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kartoteka.domain.backs import Care
from kartoteka.domain.barcodes import barcode_key, read_barcode
from kartoteka.domain.catalogue import Bond, GoesWith, Item, ItemId, ItemKind, ItemLine
from kartoteka.domain.folding import fold
from kartoteka.domain.money import Money
from kartoteka.store import item_prices, item_search
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.ids import next_id
from kartoteka.store.moments import moment_text


@dataclass(frozen=True, slots=True)
class Holder:
    """The item that has a code already."""

    id: ItemId
    name: str


_INSERT = """
INSERT INTO item (id, kind, name, folded, sku, sku_key, price_minor, cost_minor, currency, vat_rate,
                  unit, lasts_days, care, contents, warranty_months, service_months, added_on,
                  import_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE item SET kind = ?, name = ?, folded = ?, sku = ?, sku_key = ?, price_minor = ?,
       cost_minor = ?, currency = ?, vat_rate = ?, unit = ?, lasts_days = ?, care = ?, contents = ?,
       warranty_months = ?, service_months = ?
WHERE id = ?
"""
_INSERT_BARCODE = (
    "INSERT INTO item_barcode (barcode, item_id, position, code_key) VALUES (?, ?, ?, ?)"
)
_INSERT_TAG = "INSERT INTO item_tag (item_id, text, folded, position) VALUES (?, ?, ?, ?)"
_INSERT_BOND = "INSERT INTO item_bond (item_id, goes_id, bond, after_days) VALUES (?, ?, ?, ?)"
_SIDES = ("item_barcode", "item_tag", "item_bond")
_COLUMNS = """
SELECT item.id, kind, name, sku, price_minor, cost_minor, currency, vat_rate, unit, lasts_days,
       care, contents, warranty_months, service_months
FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value WHERE deleted_at IS NULL
"""
_BARCODES = """
SELECT item_id, barcode FROM json_each(?) AS wanted
CROSS JOIN item_barcode ON item_id = wanted.value ORDER BY item_id, position
"""
_TAGS = """
SELECT item_id, text FROM json_each(?) AS wanted
CROSS JOIN item_tag ON item_id = wanted.value ORDER BY item_id, position
"""
_BONDS = """
SELECT item_bond.item_id, goes_id, bond, after_days FROM json_each(?) AS wanted
CROSS JOIN item_bond ON item_bond.item_id = wanted.value
JOIN item ON item.id = goes_id AND item.deleted_at IS NULL
ORDER BY item_bond.item_id, goes_id
"""
# As it is printed first; else as a number without leading zeros, when only one item has that.
_BY_BARCODE = """
SELECT item_id FROM item_barcode WHERE barcode = :code
UNION ALL
SELECT min(item_id) FROM item_barcode WHERE code_key = :key HAVING count(DISTINCT item_id) = 1
LIMIT 1
"""
_BY_SKU = "SELECT id FROM item WHERE sku_key = ? AND sku_key <> '' AND deleted_at IS NULL"


def add(
    session: Session, items: Sequence[Item], on: date, currency: str, import_id: int | None = None
) -> list[Item]:
    """Keep new items and answer them with their ids; codes must be free.

    All of them have ids chosen already, or none has.
    """
    first = next_id(session, "item")
    kept = [
        item if item.id else replace(item, id=first + place) for place, item in enumerate(items)
    ]
    raw = direct(session)
    raw.executemany(
        _INSERT,
        [(item.id, *_values(item, currency), on.isoformat(), import_id) for item in kept],
    )
    _write_sides(session, kept)
    item_search.index(session, kept)
    item_prices.keep(session, [item.id for item in kept], on)
    return kept


def change(session: Session, items: Sequence[Item], on: date, currency: str) -> None:
    """Write changed items over what was kept of them; deleted ones are there again."""
    raw = direct(session)
    ids = [item.id for item in items]
    wanted = json.dumps(ids)
    raw.executemany(_UPDATE, [(*_values(item, currency), item.id) for item in items])
    raw.execute(
        "UPDATE item SET deleted_at = NULL WHERE deleted_at IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    _drop_sides(session, wanted)
    _write_sides(session, items)
    item_search.forget(session, ids)
    item_search.index(session, items)
    item_prices.keep(session, ids, on)


def delete(session: Session, ids: Sequence[ItemId], at: datetime) -> None:
    """Take items out of the catalogue; sold lines keep their names, codes are free again."""
    wanted = json.dumps(list(ids))
    direct(session).execute(
        "UPDATE item SET deleted_at = ? WHERE deleted_at IS NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (moment_text(at), wanted),
    )
    _drop_sides(session, wanted)
    item_search.forget(session, ids)


def get(session: Session, item: ItemId) -> Item | None:
    """One item of the catalogue, whole."""
    return get_many(session, [item]).get(item)


def get_many(session: Session, ids: Iterable[ItemId]) -> dict[ItemId, Item]:
    """These items, whole; those that are gone are left out."""
    raw, wanted = direct(session), json.dumps(list(ids))
    barcodes = _grouped(raw.execute(_BARCODES, (wanted,)).fetchall())
    tags = _grouped(raw.execute(_TAGS, (wanted,)).fetchall())
    bonds: dict[ItemId, list[GoesWith]] = {}
    for item, goes, bond, days in raw.execute(_BONDS, (wanted,)).fetchall():
        bonds.setdefault(item, []).append(GoesWith(goes, Bond(bond), days))
    return {
        row[0]: Item(
            id=row[0],
            kind=ItemKind(row[1]),
            name=row[2],
            sku=row[3],
            barcodes=tuple(barcodes.get(row[0], ())),
            price=_money(row[4], row[6]),
            cost=_money(row[5], row[6]),
            vat_rate=_rate(row[7]),
            unit=row[8],
            tags=tuple(tags.get(row[0], ())),
            lasts_days=row[9],
            goes_with=tuple(bonds.get(row[0], ())),
            care=row[10],
            contents=row[11],
            warranty_months=row[12],
            service_months=row[13],
        )
        for row in raw.execute(_COLUMNS, (wanted,)).fetchall()
    }


def lines(session: Session, ids: Sequence[ItemId]) -> list[ItemLine]:
    """Lines for these items, in their order; those that are gone are left out."""
    raw, wanted = direct(session), json.dumps(list(ids))
    barcodes = _grouped(raw.execute(_BARCODES, (wanted,)).fetchall())
    tags = _grouped(raw.execute(_TAGS, (wanted,)).fetchall())
    found = {
        row[0]: ItemLine(
            id=row[0],
            kind=ItemKind(row[1]),
            name=row[2],
            sku=row[3],
            barcode=barcodes.get(row[0], [""])[0],
            price=_money(row[4], row[6]),
            unit=row[8],
            vat_rate=_rate(row[7]),
            cost=_money(row[5], row[6]),
            tags=tuple(tags.get(row[0], ())),
        )
        for row in raw.execute(_COLUMNS, (wanted,)).fetchall()
    }
    return [found[each] for each in ids if each in found]


def care_of(session: Session, ids: Sequence[ItemId]) -> list[Care]:
    """The care advice for these items, in their order, also for those that are deleted by now."""
    sql = (
        "SELECT item.id, name, care FROM json_each(?) AS wanted"
        " CROSS JOIN item ON item.id = wanted.value WHERE care <> ''"
    )
    rows = direct(session).execute(sql, (json.dumps(list(ids)),)).fetchall()
    found = {item: Care(name, tuple(care.split("\n"))) for item, name, care in rows}
    return [found[each] for each in dict.fromkeys(ids) if each in found]


def by_code(session: Session, code: str) -> ItemId | None:
    """The item with this barcode, in whatever writing, or else with this article number."""
    plain = read_barcode(code)
    if not plain:
        return None
    found: ItemId | None = scalar(session, _BY_BARCODE, {"code": plain, "key": barcode_key(plain)})
    return found if found is not None else scalar(session, _BY_SKU, (fold(plain),))


def holder_of_sku(session: Session, sku: str, but: ItemId) -> Holder | None:
    """Another item that has this article number."""
    sql = f"SELECT id, name FROM item WHERE id = ({_BY_SKU} AND id <> ?)"  # noqa: S608
    row = direct(session).execute(sql, (fold(sku), but)).fetchone()
    return None if row is None else Holder(*row)


def holder_of_barcode(session: Session, code: str, but: ItemId) -> Holder | None:
    """Another item that has this code, in whatever writing."""
    sql = (
        "SELECT item.id, item.name FROM item_barcode JOIN item ON item.id = item_barcode.item_id"
        " WHERE code_key = ? AND item.id <> ? LIMIT 1"
    )
    row = direct(session).execute(sql, (barcode_key(code), but)).fetchone()
    return None if row is None else Holder(*row)


def ids(session: Session) -> list[ItemId]:
    """Every item, by name."""
    sql = "SELECT id FROM item WHERE deleted_at IS NULL ORDER BY folded, id"
    return [row[0] for row in direct(session).execute(sql).fetchall()]


def named(session: Session, name: str) -> list[ItemId]:
    """Items of exactly this name, case and accents apart."""
    sql = "SELECT id FROM item WHERE folded = ? AND deleted_at IS NULL LIMIT 2"
    return [row[0] for row in direct(session).execute(sql, (fold(name),)).fetchall()]


def count(session: Session) -> int:
    """How many items the catalogue has."""
    sql = "SELECT count(*) FROM item WHERE deleted_at IS NULL"
    found: int = scalar(session, sql)
    return found


def _values(item: Item, currency: str) -> tuple[Any, ...]:
    money = item.price or item.cost
    return (
        item.kind.value,
        item.name,
        fold(item.name),
        item.sku,
        fold(item.sku),
        None if item.price is None else item.price.minor,
        None if item.cost is None else item.cost.minor,
        money.currency if money else currency,
        None if item.vat_rate is None else str(item.vat_rate),
        item.unit,
        item.lasts_days,
        item.care,
        item.contents,
        item.warranty_months,
        item.service_months,
    )


def _write_sides(session: Session, items: Sequence[Item]) -> None:
    raw = direct(session)
    raw.executemany(
        _INSERT_BARCODE,
        [
            (code, item.id, place, barcode_key(code))
            for item in items
            for place, code in enumerate(item.barcodes, 1)
        ],
    )
    raw.executemany(
        _INSERT_TAG,
        [
            (item.id, tag, fold(tag), place)
            for item in items
            for place, tag in enumerate(item.tags, 1)
        ],
    )
    raw.executemany(
        _INSERT_BOND,
        [
            (item.id, bond.item, bond.bond.value, bond.after_days)
            for item in items
            for bond in item.goes_with
        ],
    )


def _drop_sides(session: Session, wanted: str) -> None:
    for table in _SIDES:
        sql = f"DELETE FROM {table} WHERE item_id IN (SELECT value FROM json_each(?))"  # noqa: S608
        direct(session).execute(sql, (wanted,))


def _grouped(rows: Iterable[tuple[ItemId, str]]) -> dict[ItemId, list[str]]:
    found: dict[ItemId, list[str]] = {}
    for item, text in rows:
        found.setdefault(item, []).append(text)
    return found


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _rate(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
