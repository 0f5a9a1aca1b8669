"""Decides for the editor of an item: its fields as text, and the item that they make."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kartoteka.domain.catalogue import GoesWith, Item, ItemKind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.typed import plain_number, read_decimal
from kartoteka.i18n.words import Words

FIELDS = (
    *("name", "sku", "barcodes", "price", "cost", "vat_rate", "unit", "contents", "lasts_days"),
    *("warranty_months", "service_months", "tags"),
)


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
    contents: str = ""
    warranty_months: str = ""
    service_months: str = ""
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
        lasts_days=_digits(item.lasts_days),
        contents=item.contents,
        warranty_months=_digits(item.warranty_months),
        service_months=_digits(item.service_months),
        care=item.care,
    )


def item_of(
    before: Item, kind: ItemKind, text: ItemText, goes_with: tuple[GoesWith, ...], currency: str
) -> Item:
    """The item that the fields make; raises BadValue with the field that cannot be read."""
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
        lasts_days=_whole(text.lasts_days, "lasts_days"),
        contents=text.contents,
        warranty_months=_whole(text.warranty_months, "warranty_months"),
        service_months=_whole(text.service_months, "service_months"),
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
        "contents": lambda: words.say("Contents of a pack"),
        "warranty_months": lambda: words.say("Warranty, months"),
        "service_months": lambda: words.say("Service after, months"),
        "care": lambda: words.say("Care advice"),
    }
    return names[field]()


def _list(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(part for part in parts if part)


def _number(text: str, field: str) -> Decimal | None:
    return read_decimal(text, field) if text.strip() else None


def _whole(text: str, field: str) -> int | None:
    number = _number(text, field)
    if number is not None and number != int(number):
        raise BadValue(field, text, "not a number")
    return None if number is None else int(number)


def _digits(number: int | None) -> str:
    return "" if number is None else str(number)


def _money(text: str, field: str, currency: str) -> Money | None:
    number = _number(text, field)
    return None if number is None else Money.of(number, currency)
