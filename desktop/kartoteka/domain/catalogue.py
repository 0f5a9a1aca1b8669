"""The catalogue: goods, services and subscriptions, and what goes with what."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.barcodes import barcode_key, check_digit_holds, read_barcode
from kartoteka.domain.contents import read_contents
from kartoteka.domain.errors import BadValue, RuleBroken
from kartoteka.domain.money import LARGEST, Money

ItemId = int

LONGEST_NAME = 300
LONGEST_CARE = 600
"""Characters of care advice: what fits on the back of an A5 sheet."""
LONGEST_WARRANTY = 600
"""Months: fifty years."""
LONGEST_LIFE = 36_500
"""Days that a thing lasts, or after which another goes with it: a hundred years."""


class ItemKind(StrEnum):
    """What is sold: a thing, work done, or something paid for again and again."""

    GOODS = "goods"
    SERVICE = "service"
    SUBSCRIPTION = "subscription"


class Bond(StrEnum):
    """Why one item goes with another."""

    ACCESSORY = "accessory"
    CONSUMABLE = "consumable"
    AFTER_CARE = "after_care"


@dataclass(frozen=True, slots=True)
class GoesWith:
    """Another item that goes with this one; `after_days` 0: at once, in the same basket."""

    item: ItemId
    bond: Bond = Bond.ACCESSORY
    after_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of the catalogue. `id` 0 means: not in the book yet."""

    id: ItemId = 0
    kind: ItemKind = ItemKind.GOODS
    name: str
    sku: str = ""
    barcodes: tuple[str, ...] = ()
    """As on the packing, the first one is printed on labels."""
    price: Money | None = None
    """Of one unit, as the shop writes its prices (with VAT or without); None: asked at the till."""
    cost: Money | None = None
    """What one unit costs the shop, without VAT that it gets back."""
    vat_rate: Decimal | None = None
    """Percent; None: the shop's usual rate."""
    unit: str = ""
    tags: tuple[str, ...] = ()
    lasts_days: int | None = None
    """A consumable: how long one unit lasts."""
    goes_with: tuple[GoesWith, ...] = ()
    care: str = ""
    """Care advice for the back of papers, a line for each piece."""
    contents: str = ""
    """How much is in one unit as it stands on the pack ('250 g'), for the price of a kilogram."""
    warranty_months: int | None = None
    service_months: int | None = None
    """After how many months it should be looked after."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as lists show it; `barcode` is the first one."""

    id: ItemId
    kind: ItemKind
    name: str
    sku: str
    barcode: str
    price: Money | None
    unit: str
    vat_rate: Decimal | None
    cost: Money | None
    tags: tuple[str, ...] = ()


class Why(StrEnum):
    """Why an item is proposed at the till."""

    GOES_WITH = "goes_with"
    """It goes with what is in the basket."""
    TIME_FOR = "time_for"
    """It goes with what the client bought some time ago."""
    RAN_OUT = "ran_out"
    """A consumable that the client bought must be used up by now."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item to propose, and the facts behind it, in words elsewhere."""

    item: ItemLine
    why: Why
    of: str
    """The name of what it goes with, or of what ran out."""
    bond: Bond | None = None
    bought_on: date | None = None
    days: int | None = None
    """Days since it was bought, or since it ran out."""


@dataclass(eq=False)
class ItemWithoutName(RuleBroken):
    """An item that does not say what it is."""


@dataclass(eq=False)
class NegativeItemPrice(RuleBroken):
    """A price or cost below zero in the catalogue; `field` is price or cost."""

    field: str
    amount: Money


@dataclass(eq=False)
class SkuTaken(RuleBroken):
    """Another item has this article number; `item` is its name."""

    sku: str
    item: str


@dataclass(eq=False)
class BarcodeTaken(RuleBroken):
    """Another item has this barcode; `item` is its name."""

    barcode: str
    item: str


@dataclass(eq=False)
class UnknownItem(RuleBroken):
    """No item has this article number, barcode or name."""

    ref: str


def tidy_item(item: Item) -> Item:
    """The item as it is kept: spaces and repeats gone; raises the rule that it breaks."""
    name = " ".join(item.name.split())
    if not name:
        raise ItemWithoutName
    if len(name) > LONGEST_NAME:
        raise BadValue("name", name, "too long")
    for field, amount in (("price", item.price), ("cost", item.cost)):
        if amount is not None and amount.minor < 0:
            raise NegativeItemPrice(field, amount)
        if amount is not None and amount.minor >= LARGEST:
            raise BadValue("price", str(amount), "too large")
    if item.vat_rate is not None and not 0 <= item.vat_rate <= 100:
        raise BadValue("vat_rate", str(item.vat_rate), "not a percent")
    _require_days(item)
    care = "\n".join(filter(None, (" ".join(line.split()) for line in item.care.splitlines())))
    if len(care) > LONGEST_CARE:
        raise BadValue("care", care, "too long")
    return replace(
        item,
        name=name,
        care=care,
        sku=" ".join(item.sku.split()),
        contents=" ".join(item.contents.split()),
        unit=item.unit.strip(),
        barcodes=_distinct_codes(item.barcodes),
        tags=_distinct(" ".join(tag.split()) for tag in item.tags),
        goes_with=tuple(
            {bond.item: bond for bond in item.goes_with if bond.item != item.id}.values()
        ),
    )


def doubtful_barcodes(item: Item) -> tuple[str, ...]:
    """Codes whose check digit is wrong: a warning beside the field, never a lost item."""
    return tuple(code for code in item.barcodes if check_digit_holds(code) is False)


def _require_days(item: Item) -> None:
    for field in ("warranty_months", "service_months"):
        months = getattr(item, field)
        if months is not None and not 0 < months <= LONGEST_WARRANTY:
            raise BadValue(field, str(months), "not positive" if months < 1 else "too large")
    if item.contents and read_contents(item.contents) is None:
        raise BadValue("contents", item.contents, "not contents")
    lasts = item.lasts_days
    if lasts is not None and not 0 < lasts <= LONGEST_LIFE:
        raise BadValue("lasts_days", str(lasts), "not positive" if lasts < 1 else "too large")
    for bond in item.goes_with:
        if not 0 <= bond.after_days <= LONGEST_LIFE:
            why = "negative" if bond.after_days < 0 else "too large"
            raise BadValue("after_days", str(bond.after_days), why)


def _distinct_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for written in codes:
        code = read_barcode(written)
        if code:
            kept.setdefault(barcode_key(code), code)
    return tuple(kept.values())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
