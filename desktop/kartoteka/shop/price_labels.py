"""Price labels of the catalogue: what the law of the shop's country asks to stand on them.

Russia: name, grade, price per unit, a unit price for goods by weight (ПП 2463, п. 28; signature
and date are not asked since 2021). Bulgaria: selling price and unit price (ЗЗП чл. 15–22); when a
reduction is announced, the lowest price of the 30 days before it (чл. 64).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import LabelGrid, PriceLabel, PriceLabelSheet
from kartoteka.domain.catalogue import Item, ItemId
from kartoteka.domain.contents import Measure, read_contents, unit_price
from kartoteka.domain.errors import BadValue, NotFound, RuleBroken
from kartoteka.domain.mail import MEASURES, Labels, used_before
from kartoteka.domain.money import BGN_PER_EUR, Money
from kartoteka.i18n import Words, formats
from kartoteka.shop import Shop
from kartoteka.store import item_prices
from kartoteka.store import items as stored

ROLL = LabelGrid(columns=1, rows=1, page_width=58.0, page_height=40.0)
"""A roll of 58 × 40 mm, the usual one of label printers."""
MOST = 5_000
"""Labels in one go: more is a slip of the keyboard."""
_BOTH_UNTIL = date(2026, 8, 8)
"""Закон за въвеждане на еврото: prices in both currencies up to this day."""


@dataclass(eq=False)
class LabelWithoutPrice(RuleBroken):
    """A price label needs a price, and this item has none."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWish:
    """How the labels are to come out."""

    copies: int = 1
    roll: bool = False
    """On a roll of 58 × 40 mm instead of sheets."""
    sheet: Labels | None = None
    """None: as it is set."""
    start: int = 1
    reduced: bool = False
    """Tell what a reduced item cost at least in the 30 days before."""


PLAIN = LabelWish()


def with_price(shop: Shop, chosen: Sequence[ItemId]) -> list[ItemId]:
    """Those of the chosen that have a price."""
    with shop.read() as session:
        items = stored.get_many(session, chosen)
    return [each for each in chosen if each in items and items[each].price is not None]


def price_labels(shop: Shop, chosen: Sequence[ItemId], wish: LabelWish = PLAIN) -> Printed:
    """Labels of these items, `copies` of each side by side.

    Raises LabelWithoutPrice, LabelsTooSmall, NotFound, BadValue.
    """
    from kartoteka.documents import price_labels as drawer

    return drawer.prepare(price_label_sheet(shop, chosen, wish))


def price_label_sheet(
    shop: Shop, chosen: Sequence[ItemId], wish: LabelWish = PLAIN
) -> PriceLabelSheet:
    """What stands on them, in the language of the shop's papers."""
    if not 0 < wish.copies * len(chosen) <= MOST:
        why = "too large" if wish.copies > 0 else "not positive"
        raise BadValue("copies", str(wish.copies), why)
    with shop.read() as session:
        items = stored.get_many(session, chosen)
        lowest = item_prices.lowest_before(session, chosen) if wish.reduced else {}
    words = Words(shop.settings.shop.language)
    made = []
    for each in chosen:
        if each not in items:
            raise NotFound("item", str(each))
        label = _label(words, shop, items[each], lowest.get(each))
        made += [label] * wish.copies
    labels = shop.settings.labels if wish.sheet is None else wish.sheet
    return PriceLabelSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Price labels"),
        author=shop.settings.shop.name,
        labels=tuple(made),
        grid=ROLL if wish.roll else _grid(labels),
        skip=0 if wish.roll else used_before(wish.start, labels.places),
    )


def _grid(labels: Labels) -> LabelGrid:
    measures = {each: float(getattr(labels, each)) for each in MEASURES[2:]}
    return LabelGrid(columns=labels.columns, rows=labels.rows, **measures)


def _label(words: Words, shop: Shop, item: Item, lowest: Money | None) -> PriceLabel:
    price = _selling_price(shop, item, item.price)
    before = _selling_price(shop, item, lowest) if lowest else None
    day = formats.date_short(words, shop.today())
    return PriceLabel(
        name=item.name,
        price=formats.money(words, price),
        # Translators: on a price label after the price; {unit} is "pcs", "kg".
        per=words.say("/ {unit}", unit=item.unit) if item.unit else "",
        second_price=_in_leva(words, shop, price),
        # Translators: on the label of a reduced price, as the law asks.
        lowest=words.say("Lowest price of the last 30 days: {price}", price=_money(words, before))
        if before
        else "",
        unit_price=_unit_price(words, item, price),
        foot=" · ".join(part for part in (item.sku, day) if part),
        barcode=item.barcodes[0] if item.barcodes else "",
    )


def _selling_price(shop: Shop, item: Item, price: Money | None) -> Money:
    """What the buyer pays, VAT and all (Directive 98/6/EC, art. 2 a); raises LabelWithoutPrice."""
    if price is None:
        raise LabelWithoutPrice(item.name)
    details = shop.settings.shop
    rate = details.vat_rate if item.vat_rate is None else item.vat_rate
    if shop.settings.prices_include_vat or not details.vat_registered or not rate:
        return price
    return price + price.times(rate / 100)


def _money(words: Words, amount: Money) -> str:
    return formats.money(words, amount)


def _unit_price(words: Words, item: Item, price: Money) -> str:
    """Left out where the price itself is for one kilogram or litre."""
    contents = read_contents(item.contents or item.unit)
    if contents is None or (contents.amount == 1 and not item.contents):
        return ""
    cost = _money(words, unit_price(price, contents))
    measure = {
        Measure.KILOGRAM: words.say_in("measure", "kg"),
        Measure.LITRE: words.say_in("measure", "l"),
        Measure.METRE: words.say_in("measure", "m"),
        Measure.SQUARE_METRE: words.say_in("measure", "m²"),
    }[contents.measure]
    # Translators: the unit price on a price label: "250 g · 1 kg = 12,00 €".
    told = words.say("1 {measure} = {price}", measure=measure, price=cost)
    return f"{item.contents} · {told}" if item.contents else told


def _in_leva(words: Words, shop: Shop, price: Money) -> str:
    both = shop.settings.shop.country == "bg" and shop.today() <= _BOTH_UNTIL
    if not both or price.currency != "EUR":
        return ""
    return _money(words, Money.of(price.amount * BGN_PER_EUR, "BGN"))
