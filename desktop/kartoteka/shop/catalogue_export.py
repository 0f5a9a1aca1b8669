"""The catalogue as a table and as JSON, so that it can be imported again."""

from collections.abc import Iterator
from typing import Any

from kartoteka.domain.catalogue import Item, ItemId
from kartoteka.exchange.item_headings import ITEM_FIELDS
from kartoteka.exchange.writing import Cell, Sheet
from kartoteka.store import items as stored
from kartoteka.store.book import Session

CATALOGUE = "catalogue"
_AT_ONCE = 500


def catalogue_sheet(session: Session) -> Sheet:
    """The table with a row for every item, by name."""
    return Sheet(CATALOGUE, ITEM_FIELDS, (_cells(item, names) for item, names in _items(session)))


def catalogue_values(session: Session) -> Iterator[dict[str, Any]]:
    """Every item for JSON; what is empty is left out, money is text with a dot."""
    for item, names in _items(session):
        cells = dict(zip(ITEM_FIELDS, _cells(item, names), strict=True))
        value: dict[str, Any] = {name: cell for name, cell in cells.items() if cell}
        for name, texts in (("barcode", item.barcodes), ("tags", item.tags)):
            if texts:
                value[name] = list(texts)
        yield value


def _items(session: Session) -> Iterator[tuple[Item, dict[ItemId, str]]]:
    ids = stored.ids(session)
    for start in range(0, len(ids), _AT_ONCE):
        page = ids[start : start + _AT_ONCE]
        items = stored.get_many(session, page)
        others = {tie.item for item in items.values() for tie in item.goes_with}
        lines = stored.lines(session, list(others))
        names = {line.id: line.sku or line.barcode or line.name for line in lines}
        yield from ((items[each], names) for each in page if each in items)


def _cells(item: Item, names: dict[ItemId, str]) -> list[Cell]:
    """In the order of `ITEM_FIELDS`; the import reads every one of them back."""
    money = item.price or item.cost
    cells: dict[str, Cell] = {
        "name": item.name,
        "kind": item.kind.value,
        "sku": item.sku,
        "barcode": "; ".join(item.barcodes),
        "price": "" if item.price is None else str(item.price),
        "cost": "" if item.cost is None else str(item.cost),
        "currency": money.currency if money else "",
        "vat": "" if item.vat_rate is None else f"{item.vat_rate:f}%",
        "unit": item.unit,
        "tags": "; ".join(item.tags),
        "lasts_days": item.lasts_days,
        "goes_with": "; ".join(
            f"{names[tie.item]} ({tie.bond.value}, {tie.after_days})" for tie in item.goes_with
        ),
        "care": item.care,
        "contents": item.contents,
        "warranty_months": item.warranty_months,
        "service_months": item.service_months,
    }
    return [cells[name] for name in ITEM_FIELDS]
