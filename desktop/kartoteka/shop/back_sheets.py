"""What stands on a back, in the words of its paper's language."""

from dataclasses import dataclass

from kartoteka.documents.sheets import BackSheet
from kartoteka.domain.backs import Back, BackKind, Care, Kept
from kartoteka.domain.offers import Offer
from kartoteka.domain.phones import read_phone
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, formats


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the owner: the lines, and what a phone reads."""

    lines: tuple[str, ...]
    reach: str


def contact_of(words: Words, shop: ShopDetails) -> Contact:
    """Name and phone for praise and complaints, with what dials the number."""
    owner = shop.owner_contact or shop.responsible
    lines = [owner, shop.phone if shop.phone not in owner else ""]
    lines.append(" · ".join(filter(None, (shop.email, shop.site))))
    if shop.reachable:
        # Translators: on the back of a receipt, under the owner's name and phone.
        lines.append(words.say("You will get an answer the same day."))
    phone = read_phone(shop.phone, shop.country).e164 if shop.phone else ""
    return Contact(tuple(line for line in lines if line), f"tel:{phone}" if phone else "")


def back_sheet(words: Words, shop: ShopDetails, back: Back) -> BackSheet:
    """The finished back: one thing, and always how to reach the owner."""
    contact = contact_of(words, shop)
    question = ""
    if shop.reachable:
        question = words.say("What did you like, and what could be better?")
    if back.offer is not None and back.offer.ends is not None:
        return _offer(words, back.offer, question, contact, once=back.once)
    if back.kind is BackKind.PURCHASE:
        return _purchase(words, back.kept, question, contact)
    if back.kind is BackKind.CARE:
        return _care(words, back.care, question, contact)
    return BackSheet(
        kind=BackKind.FEEDBACK,
        title=question,
        # Translators: on the back of a receipt, under the question "What did you like…?".
        reason=words.say("Praise and complaints go straight to the owner, and both are welcome."),
        contact_lines=contact.lines,
        contact_qr=contact.reach,
    )


def _offer(words: Words, offer: Offer, question: str, contact: Contact, *, once: bool) -> BackSheet:
    return BackSheet(
        title=offer.title,
        reason=offer.reason,
        # Translators: on the back of a receipt, under an offer made to this client.
        details=words.say("We offer you this once and will not repeat it.") if once else "",
        # Translators: a small label over a date, on an offer: the last day on which it holds.
        until_label=words.say("Valid until"),
        until=formats.date_long(words, offer.ends) if offer.ends else "",
        code_label=words.say("Code") if offer.code else "",
        code=offer.code,
        barcode=offer.code if offer.code.isascii() else "",
        contact_question=question,
        contact_lines=contact.lines,
        contact_qr=contact.reach,
    )


def _care(words: Words, care: tuple[Care, ...], question: str, contact: Contact) -> BackSheet:
    """Of one thing piece by piece under its name; of several one piece each, with its name."""
    alone = care[0] if len(care) == 1 else None
    return BackSheet(
        kind=BackKind.CARE,
        # Translators: heading of care advice on the back of a receipt.
        title=words.say("To keep it as good as new"),
        reason=alone.item if alone else "",
        tips=alone.advice if alone else tuple(_tip(words, each) for each in care),
        contact_question=question,
        contact_lines=contact.lines,
        contact_qr=contact.reach,
    )


def _purchase(words: Words, kept: tuple[Kept, ...], question: str, contact: Contact) -> BackSheet:
    """Dates and numbers worth keeping, one thing a line."""
    alone = kept[0] if len(kept) == 1 else None
    facts = [(each, _facts(words, each)) for each in kept]
    return BackSheet(
        kind=BackKind.PURCHASE,
        # Translators: heading on the back of a receipt, over warranty dates and serial numbers.
        title=words.say("About your purchase"),
        reason=alone.item if alone else "",
        tips=tuple(facts[0][1])
        if alone
        else tuple(
            words.say("{item}: {advice}", item=each.item, advice=", ".join(told))
            for each, told in facts
        ),
        contact_question=question,
        contact_lines=contact.lines,
        contact_qr=contact.reach,
    )


def _facts(words: Words, kept: Kept) -> list[str]:
    facts = []
    if kept.warranty_until:
        day = formats.date_long(words, kept.warranty_until)
        # Translators: on the back of a receipt; {day} is a whole date, the last one.
        facts.append(words.say("Warranty until {day}", day=day))
    if kept.serial:
        facts.append(words.say("Serial number {number}", number=kept.serial))
    if kept.service_on:
        day = formats.date_long(words, kept.service_on)
        # Translators: on the back of a receipt: when a thing should be looked after (service).
        facts.append(words.say("Next service: {day}", day=day))
    return facts


def _tip(words: Words, care: Care) -> str:
    # Translators: care advice for one of several things that were bought.
    return words.say("{item}: {advice}", item=care.item, advice=" ".join(care.advice))
