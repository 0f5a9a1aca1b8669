"""Warranty cards (гарантийный талон, гаранционна карта) for what was sold with a warranty."""

from dataclasses import dataclass

from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import AmountLine, PaperSize, Signature, SignedPage, SignedSheet
from kartoteka.domain.dates import months_later
from kartoteka.domain.errors import BadValue, NotFound, RuleBroken
from kartoteka.domain.sales import Line, Sale
from kartoteka.i18n import Words, formats
from kartoteka.shop import Shop, sales
from kartoteka.shop.client_sheets import shop_lines
from kartoteka.shop.logos import pictures_for
from kartoteka.shop.papers import language_of
from kartoteka.store import clients as stored_clients
from kartoteka.store import items as stored_items


@dataclass(eq=False)
class NothingWithWarranty(RuleBroken):
    """No line of this sale has a warranty: the catalogue does not say how long it is."""

    sale: str


def warranty_cards(
    shop: Shop, ref: str | int, months: int | None = None, serial: str = "", size: str = "a5"
) -> Printed:
    """A card for each line of a sale that has a warranty; `months`: for all lines, so long.

    `serial` is for a sale of one such line. Raises NotFound, NothingWithWarranty, BadValue.
    """
    from kartoteka.documents import signed

    if size not in (PaperSize.A4, PaperSize.A5):
        raise BadValue("size", size, "not one of")
    sale = sales.sale(shop, ref)
    if sale.is_return:
        raise NotFound("sale", str(ref))
    with shop.read() as session:
        items = stored_items.get_many(session, {line.item for line in sale.lines if line.item})
        client = None if sale.client is None else stored_clients.get(session, sale.client)
    kept: list[tuple[Line, int]] = []
    for line in sale.lines:
        item = items.get(line.item or 0)
        length = months or (item.warranty_months if item else None)
        if length:
            kept.append((line, length))
    if not kept:
        raise NothingWithWarranty(str(sale.number or ref))
    words, details = Words(language_of(shop, client)), shop.settings.shop
    buyer = client.full_name if client else ""
    pages = tuple(_page(words, shop, sale, line, length, buyer, serial) for line, length in kept)
    sheet = SignedSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Warranty card"),
        author=details.name,
        shop_name=details.name,
        shop_lines=shop_lines(details),
        logo=details.logo,
        pages=pages,
        pages_label=words.say("Page {page} of {pages}"),
    )
    return signed.prepare(sheet, PaperSize(size), pictures=pictures_for(shop, sheet))


def _page(
    words: Words, shop: Shop, sale: Sale, line: Line, months: int, buyer: str, serial: str
) -> SignedPage:
    details = shop.settings.shop
    number = line.serial or serial
    ends = formats.date_long(words, months_later(sale.on, months))
    term = words.count(
        "{number} month, until {day}", "{number} months, until {day}", months, day=ends
    )
    facts = [
        AmountLine(words.say_in("warranty", "Item"), line.name),
        AmountLine(words.say("Serial number"), number or "_" * 24),
        AmountLine(words.say("Sold on"), formats.date_long(words, sale.on)),
        AmountLine(words.say("Warranty"), term),
        AmountLine(words.say("Seller"), details.legal_name or details.name),
    ]
    if sale.number:
        facts.append(AmountLine(words.say("Receipt"), str(sale.number)))
    if buyer:
        facts.append(AmountLine(words.say("Buyer"), buyer))
    return SignedPage(
        title=words.say("Warranty card"),
        facts=tuple(facts),
        paragraphs=_terms(words, details.country),
        signatures=(
            Signature(words.say("Seller"), details.responsible or sale.seller),
            Signature(words.say("Buyer")),
        ),
    )


def _terms(words: Words, country: str) -> tuple[str, ...]:
    """What the seller promises, and the law's own guarantee, which no card can shorten."""
    law = words.say("This warranty does not limit the rights that the law gives the buyer.")
    if country == "bg":
        law = words.say(
            "Independently of this warranty the seller is liable by law for two years from"
            " delivery for goods that do not conform to the contract."
        )
    if country == "ru":
        law = words.say(
            "This warranty does not limit the buyer’s rights under the Consumer Protection Law"
            " (articles 18 and 19)."
        )
    return (
        words.say(
            "Within the term the seller repairs or replaces the item free of charge if it fails"
            " through a fault of its own. Please bring it with this card and the receipt."
        ),
        words.say(
            "The warranty does not cover damage from falls, water, wrong use or repairs by others."
        ),
        law,
    )
