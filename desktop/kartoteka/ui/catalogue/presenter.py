"""Decides for the editor of an item: its fields as text, and the item that they make."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kartoteka.domain.catalogue import GoesWith, Item, ItemKind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.typed import plain_number, read_decimal
from kartoteka.i18n.words import Words

FIELDS = ("name", "sku", "barcodes", "price", "cost", "vat_rate", "unit", "tags", "lasts_days")


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item as it stands in the fields; several barcodes or tags have commas between."""

    name: str = ""
    sku: str = ""
    barcodes: str = ""
    price: str = ""
    cost: str = ""
    vat_rate: str = ""
    unit: str = ""
    tags: str = ""
    lasts_days: str = ""
    care: str = ""
    """A line for each piece of advice."""


def text_of(item: Item) -> ItemText:
    """What stands in the fields when the editor opens."""
    return ItemText(
        name=item.name,
        sku=item.sku,
        barcodes=", ".join(item.barcodes),
        price="" if item.price is None else plain_number(item.price.amount),
        cost="" if item.cost is None else plain_number(item.cost.amount),
        vat_rate="" if item.vat_rate is None else plain_number(item.vat_rate),
        unit=item.unit,
        tags=", ".join(item.tags),
        lasts_days="" if item.lasts_days is None else str(item.lasts_days),
        care=item.care,
    )


def item_of(
    before: Item, kind: ItemKind, text: ItemText, goes_with: tuple[GoesWith, ...], currency: str
) -> Item:
    """The item that the fields make; raises BadValue with the field that cannot be read."""
    days = _number(text.lasts_days, "lasts_days")
    if days is not None and days != int(days):
        raise BadValue("lasts_days", text.lasts_days, "not a number")
    return replace(
        before,
        kind=kind,
        name=text.name,
        sku=text.sku,
        barcodes=_list(text.barcodes),
        price=_money(text.price, "price", currency),
        cost=_money(text.cost, "cost", currency),
        vat_rate=_number(text.vat_rate.replace("%", ""), "vat_rate"),
        unit=text.unit,
        tags=_list(text.tags),
        lasts_days=None if days is None else int(days),
        goes_with=goes_with,
        care=text.care,
    )


def kind_words(words: Words, kind: ItemKind) -> str:
    """What is sold."""
    if kind is ItemKind.SERVICE:
        return words.say("Service")
    if kind is ItemKind.SUBSCRIPTION:
        return words.say("Subscription")
    return words.say("Goods")


def field_words(words: Words, field: str) -> str:
    """The words before a field."""
    names = {
        "name": lambda: words.say_in("item", "Name"),
        "sku": lambda: words.say("Article number"),
        "barcodes": lambda: words.say("Barcodes"),
        "price": lambda: words.say("Price"),
        "cost": lambda: words.say("Cost without VAT"),
        "vat_rate": lambda: words.say("VAT, %"),
        "unit": lambda: words.say("Unit"),
        "tags": lambda: words.say("Tags"),
        "lasts_days": lambda: words.say("Lasts, days"),
        "care": lambda: words.say("Care advice"),
    }
    return names[field]()


def _list(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(part for part in parts if part)


def _number(text: str, field: str) -> Decimal | None:
    return read_decimal(text, field) if text.strip() else None


def _money(text: str, field: str, currency: str) -> Money | None:
    number = _number(text, field)
    return None if number is None else Money.of(number, currency)
