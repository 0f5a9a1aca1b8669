"""Letters and postcards from templates: texts with named fields that the owner may edit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kartoteka.documents.sheets import Letter, LetterSheet, Postcard, PostcardSheet
from kartoteka.domain.backs import Back
from kartoteka.domain.clients import Client
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.offers import Offer
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, formats
from kartoteka.shop import Shop
from kartoteka.shop.back_sheets import back_sheet
from kartoteka.shop.client_sheets import address_of, shop_lines

FIELDS = ("name", "full_name", "shop", "seller", "last_item", "last_date", "phone")
"""What a text may hold in braces; {last_item} and {last_date} are of the last purchase."""
_FIELD = re.compile(r"\{([^{}]*)\}")


class LetterKind(StrEnum):
    """The occasions that there is a text for."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    WIN_BACK = "win_back"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Template:
    """A letter before it is addressed: fields in braces, paragraphs parted by an empty line."""

    title: str
    greeting: str
    body: str
    closing: str = ""
    signature: str = "{seller}"


@dataclass(eq=False)
class UnknownField(RuleBroken):
    """A text asks for something in braces that no card has."""

    field: str


def template(words: Words, kind: LetterKind) -> Template:
    """The text to begin with, in the language of `words`; the owner edits it."""
    title, body = _texts(words)[kind]
    return Template(
        title=title,
        # Translators: how a letter begins; keep {name}.
        greeting=words.say("Dear {name},"),
        body=body,
        # Translators: how a letter ends, before the name.
        closing=words.say("Warmly,"),
    )


# Translators: keep {name}, {shop}, {last_item} in braces; an empty line parts two paragraphs.
def _texts(words: Words) -> dict[LetterKind, tuple[str, str]]:
    return {
        LetterKind.BIRTHDAY: (
            words.say("Happy birthday!"),
            words.say(
                "We wish you health, happiness and good company all year. Do drop in when it "
                "suits you: we would love to congratulate you in person."
            ),
        ),
        LetterKind.NAME_DAY: (
            words.say("Happy name day!"),
            words.say(
                "We wish you health and happiness.\n\nDrop in when it suits you: we shall be "
                "glad to congratulate you in person."
            ),
        ),
        LetterKind.WIN_BACK: (
            words.say("We have not seen you for a while"),
            words.say(
                "We hope all is well with you. If something was not right last time, please "
                "tell us: we want to know and to put it right.\n\nWe would be glad to see you "
                "again."
            ),
        ),
        LetterKind.THANKS: (
            words.say("Thank you!"),
            words.say(
                "Thank you for choosing us. If anything is wrong with your purchase, tell us "
                "at any time and we will put it right."
            ),
        ),
    }


def check_fields(text: Template) -> None:
    """Raise UnknownField for a field in braces that cannot be filled in."""
    for part in (text.title, text.greeting, text.body, text.closing, text.signature):
        for field in _FIELD.findall(part):
            if field not in FIELDS:
                raise UnknownField(field)


def fields_of(shop: Shop, client: Client, last_item: str, last_on: str) -> dict[str, str]:
    """What stands in for the fields in a letter to this client."""
    details = shop.settings.shop
    return {
        "name": client.greeting_name,
        "full_name": client.name,
        "shop": details.name,
        "seller": shop.seller or details.responsible or details.name,
        "last_item": last_item,
        "last_date": last_on,
        "phone": details.phone,
    }


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its fields filled in; other braces stay as they are."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), text)


@dataclass(frozen=True, slots=True)
class Addressed:
    """One client to write to, with the words, the fields and the back of their letter."""

    client: Client
    words: Words
    values: Mapping[str, str]
    back: Back | None = None


def letter_sheet(
    words: Words, shop: Shop, text: Template, people: Sequence[Addressed]
) -> LetterSheet:
    """Letters to these people, each on a sheet of its own; raises UnknownField."""
    check_fields(text)
    details = shop.settings.shop
    return LetterSheet(
        language=words.language,
        made=shop.today(),
        document_title=text.title,
        author=details.name,
        shop_name=details.name,
        logo=details.logo,
        shop_lines=shop_lines(details),
        letters=tuple(_letter(shop, text, each) for each in people),
        pages_label=words.say("Page {page} of {pages}"),
    )


def postcard_sheet(
    words: Words, shop: Shop, text: Template, people: Sequence[Addressed]
) -> PostcardSheet:
    """Postcards to these people; raises UnknownField."""
    check_fields(text)
    details = shop.settings.shop
    sender = ", ".join(part for part in (details.name, details.address) if part)
    return PostcardSheet(
        language=words.language,
        made=shop.today(),
        document_title=text.title,
        author=details.name,
        shop_name=details.name,
        logo=details.logo,
        sender_lines=(sender,),
        # Translators: in the square for the stamp of a postcard.
        stamp_label=words.say_in("postcard", "Stamp"),
        cards=tuple(_postcard(details, text, each) for each in people),
    )


def _letter(shop: Shop, text: Template, to: Addressed) -> Letter:
    details = shop.settings.shop
    return Letter(
        to=address_of(to.words, to.client, details.country),
        date_line=formats.date_long(to.words, shop.today()),
        title=filled(text.title, to.values),
        greeting=filled(text.greeting, to.values),
        paragraphs=_paragraphs(text, to),
        closing=filled(text.closing, to.values),
        signature=filled(text.signature, to.values),
        back=back_sheet(to.words, details, to.back) if to.back else None,
    )


def on_postcard(to: Addressed) -> Offer | None:
    """The offer that a postcard has room for: one with a code to redeem it by."""
    offer = to.back.offer if to.back else None
    return offer if offer and offer.code else None


def _postcard(details: ShopDetails, text: Template, to: Addressed) -> Postcard:
    offer = on_postcard(to)
    code = offer.code if offer else ""
    return Postcard(
        title=filled(text.title, to.values),
        greeting=filled(text.greeting, to.values),
        paragraphs=_paragraphs(text, to),
        signature=filled(text.signature, to.values),
        to=address_of(to.words, to.client, details.country),
        code_label=_promise(to.words, offer) if offer else "",
        code=code,
        barcode=code if code.isascii() else "",
    )


def _promise(words: Words, offer: Offer) -> str:
    """What a code is for: without that it would be a riddle."""
    if offer.ends is None:
        return offer.title
    day = formats.date_long(words, offer.ends)
    # Translators: over a code on a postcard; {offer} is what is promised.
    return words.say("{offer}, until {day}", offer=offer.title, day=day)


def _paragraphs(text: Template, to: Addressed) -> tuple[str, ...]:
    parts = re.split(r"\n\s*\n", filled(text.body, to.values))
    return tuple(" ".join(part.split()) for part in parts if part.strip())
