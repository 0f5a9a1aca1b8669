"""An item as JSON text, for the journal and for what an import changed."""

import json
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from kartoteka.domain.catalogue import Bond, GoesWith, Item, ItemKind
from kartoteka.domain.money import Money


def item_text(item: Item) -> str:
    """The item as JSON."""
    value = {
        "id": item.id,
        "kind": item.kind.value,
        "name": item.name,
        "sku": item.sku,
        "barcodes": list(item.barcodes),
        "price": _money(item.price),
        "cost": _money(item.cost),
        "vat_rate": None if item.vat_rate is None else str(item.vat_rate),
        "unit": item.unit,
        "tags": list(item.tags),
        "lasts_days": item.lasts_days,
        "goes_with": [[each.item, each.bond.value, each.after_days] for each in item.goes_with],
        "care": item.care,
        "contents": item.contents,
        "warranty_months": item.warranty_months,
        "service_months": item.service_months,
    }
    return json.dumps(value, ensure_ascii=False)


def item_of(text: str) -> Item:
    """The item that `item_text` wrote."""
    value: dict[str, Any] = json.loads(text)
    rate = value["vat_rate"]
    return Item(
        id=value["id"],
        kind=ItemKind(value["kind"]),
        name=value["name"],
        sku=value["sku"],
        barcodes=tuple(value["barcodes"]),
        price=_money_of(value["price"]),
        cost=_money_of(value["cost"]),
        vat_rate=None if rate is None else Decimal(rate),
        unit=value["unit"],
        tags=tuple(value["tags"]),
        lasts_days=value["lasts_days"],
        goes_with=tuple(
            GoesWith(item, Bond(bond), days) for item, bond, days in value["goes_with"]
        ),
        care=value.get("care", ""),
        contents=value.get("contents", ""),
        warranty_months=value.get("warranty_months"),
        service_months=value.get("service_months"),
    )


def item_change_text(before: Item, after: Item) -> str:
    """Both sides of a change, so that it can be taken back without losing later ones."""
    return json.dumps({"before": item_text(before), "after": item_text(after)}, ensure_ascii=False)


def item_change_of(text: str) -> tuple[Item, Item]:
    """Before and after, as `item_change_text` wrote them."""
    value = json.loads(text)
    return item_of(value["before"]), item_of(value["after"])


def item_taken_back(now: Item, before: Item, after: Item) -> Item:
    """The item without the change from `before` to `after`; fields changed since stay."""
    changed = (
        each.name
        for each in fields(Item)
        if getattr(before, each.name) != getattr(after, each.name)
        and getattr(now, each.name) == getattr(after, each.name)
    )
    return replace(now, **{name: getattr(before, name) for name in changed})


def _money(money: Money | None) -> list[Any] | None:
    return None if money is None else [money.minor, money.currency]


def _money_of(value: list[Any] | None) -> Money | None:
    return None if value is None else Money(value[0], value[1])
