"""What stands on papers about clients: statement, cards, labels, envelopes."""

from collections.abc import Sequence
from dataclasses import dataclass

from kartoteka.documents.sheets import (
    Address,
    AmountLine,
    CardDesign,
    CardHolder,
    CodeKind,
    Column,
    Envelope,
    EnvelopeSheet,
    EnvelopeSize,
    LabelGrid,
    LabelSheet,
    LoyaltyCardSheet,
    Placement,
    Section,
    StatementSheet,
    TableRow,
)
from kartoteka.domain.clients import Client
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.leva import as_told
from kartoteka.domain.money import BGN_PER_EUR, Money
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, formats
from kartoteka.shop import Shop
from kartoteka.shop.back_sheets import contact_of
from kartoteka.shop.clients import CardView
from kartoteka.shop.views import PurchaseLine


@dataclass(eq=False)
class ClientWithoutCard(RuleBroken):
    """A loyalty card needs a number, and this client has none."""

    client: str


def shop_lines(shop: ShopDetails) -> tuple[str, ...]:
    """The quiet line under the shop's name on papers without a form."""
    line = " · ".join(part for part in (shop.address, shop.phone, shop.email, shop.site) if part)
    return (line,) if line else ()


def statement_sheet(
    words: Words, shop: Shop, view: CardView, bought: Sequence[PurchaseLine]
) -> StatementSheet:
    """The client's cabinet on paper: what they bought, what they owe, how to reach the owner."""
    details, client = shop.settings.shop, view.client
    title = words.say("Your account")
    contact = contact_of(words, details)
    figures = [
        AmountLine(words.say("total spent"), formats.money(words, view.total)),
        AmountLine(words.say("purchases"), formats.number(words, view.purchases)),
    ]
    if view.debt is not None:
        figures.append(AmountLine(words.say("outstanding"), formats.money(words, view.debt)))
    return StatementSheet(
        language=words.language,
        made=shop.today(),
        document_title=f"{title}: {client.name}",
        author=details.name,
        shop_name=details.name,
        logo=details.logo,
        shop_lines=shop_lines(details),
        title=title,
        # Translators: under the title of a statement; {date} is a whole date.
        date_line=words.say("as of {date}", date=formats.date_long(words, shop.today())),
        client_name=client.name,
        client_note=words.say("card {number}", number=client.card) if client.card else "",
        figures=tuple(figures),
        sections=(_purchases(words, bought, details.currency),),
        contact_question=words.say("Is anything wrong? Tell us, and we will put it right."),
        contact_lines=contact.lines,
        contact_qr=contact.reach,
        legal=_of_leva(words, bought, details.currency),
        pages_label=words.say("Page {page} of {pages}"),
    )


def _of_leva(words: Words, bought: Sequence[PurchaseLine], currency: str) -> tuple[str, ...]:
    """What tells that a column of euros holds purchases of before the euro."""
    if currency != "EUR" or not any(each.total.currency == "BGN" for each in bought):
        return ()
    return (
        words.say(
            # Translators: under a client's purchases; {rate} is 1.95583.
            "Purchases in leva are shown in euros, 1 EUR = {rate} BGN.",
            rate=formats.number(words, BGN_PER_EUR, 5),
        ),
    )


def _told(words: Words, amount: Money, currency: str) -> str:
    """In the shop's money, leva in euros as in the sum of all; anything else with its sign."""
    shown = as_told(amount, currency)
    if shown.currency == currency:
        return formats.amount(words, shown)
    return formats.money(words, shown)


def _purchases(words: Words, bought: Sequence[PurchaseLine], currency: str) -> Section:
    rows = []
    for each in bought:
        if each.voided:
            continue
        note = words.say("return") if each.is_return else ""
        rows.append(
            TableRow(
                (
                    formats.date_short(words, each.on),
                    "" if each.number is None else str(each.number),
                    "; ".join(item.name or words.say("Goods") for item in each.items),
                    _told(words, each.total, currency),
                ),
                note,
            )
        )
    return Section(
        title=words.say("Purchases"),
        columns=(
            Column(words.say_in("column", "Date")),
            Column(words.say_in("column", "No.")),
            Column(words.say_in("column", "Item"), share=1.0),
            Column(words.say_in("column", "Amount"), figures=True),
        ),
        rows=tuple(rows),
        empty=words.say("Nothing bought yet."),
    )


def loyalty_sheet(
    words: Words, shop: Shop, clients: Sequence[Client], code: CodeKind, skip: int
) -> LoyaltyCardSheet:
    """Loyalty cards of these clients; raises ClientWithoutCard."""
    for client in clients:
        if not client.card:
            raise ClientWithoutCard(client.name)
    details = shop.settings.shop
    return LoyaltyCardSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Loyalty cards"),
        author=details.name,
        design=CardDesign(
            shop_name=details.name,
            logo=details.logo,
            # Translators: on the front of a loyalty card.
            title=words.say("Loyalty card"),
            # Translators: on the back of a loyalty card, as a heading: what the card is good for.
            back_title=words.say("We remember what you like and what suits you"),
            back_lines=(words.say("Please show this card with every purchase."),),
            contact_lines=shop_lines(details),
            code=code,
        ),
        cards=tuple(CardHolder(each.card, each.card, each.name) for each in clients),
        skip=skip,
    )


def address_of(words: Words, client: Client, home: str) -> Address:
    """A client's postal address; the country only when it is not the shop's."""
    return _address(words, client.name, client, home)


def _address(words: Words, name: str, client: Client, home: str) -> Address:
    kept = client.address
    russian = home == "ru"
    place = kept.city if russian else " ".join(part for part in (kept.postcode, kept.city) if part)
    return Address(
        name=name,
        lines=tuple(part for part in (kept.street, place) if part),
        postcode=kept.postcode if russian else "",
        country=kept.country.upper(),
        name_label=words.say_in("envelope", "To"),
        lines_label=words.say_in("envelope", "Address"),
        postcode_label=words.say_in("envelope", "Postcode"),
    )


def sender(words: Words, shop: ShopDetails) -> Address:
    """The shop as the sender of a letter."""
    return Address(
        name=shop.name,
        lines=(shop.address,) if shop.address else (),
        name_label=words.say_in("envelope", "From"),
        lines_label=words.say_in("envelope of the sender", "Address"),
        postcode_label=words.say_in("envelope of the sender", "Postcode"),
    )


def label_sheet(
    words: Words, shop: Shop, clients: Sequence[Client], grid: LabelGrid, skip: int
) -> LabelSheet:
    """Address labels of these clients."""
    home = shop.settings.shop.country
    return LabelSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Address labels"),
        author=shop.settings.shop.name,
        labels=tuple(address_of(words, client, home) for client in clients),
        grid=grid,
        skip=skip,
    )


def envelope_sheet(
    words: Words, shop: Shop, clients: Sequence[Client], size: EnvelopeSize
) -> EnvelopeSheet:
    """Envelopes to these clients, as the shop's country wants them."""
    details = shop.settings.shop
    placement = Placement.RUSSIAN if details.country == "ru" else Placement.BULGARIAN
    return EnvelopeSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Envelopes"),
        author=details.name,
        placement=placement,
        size=size,
        envelopes=tuple(
            Envelope(sender(words, details), address_of(words, client, details.country))
            for client in clients
        ),
    )
