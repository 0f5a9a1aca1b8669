"""The card's lists in words: what happened, what was bought, who called, which papers."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kartoteka.domain.contacts import Outcome
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.timeline import Event, TimelineEntry
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words

if TYPE_CHECKING:
    from kartoteka.shop.views import IssuedPaper, PurchaseLine

MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of a list: a sign, two lines of words, at the right a sum and a day."""

    id: int
    """The place of the line in its list."""
    icon: str
    tone: str
    """Colour of the sign and of the ground under it, as for chips."""
    title: str
    detail: str
    amount: str
    day: str
    sale: int | None = None
    """The sale or return behind the line."""
    paper: int | None = None
    faded: bool = False


def timeline_views(
    words: Words, entries: tuple[TimelineEntry, ...], today: date
) -> list[EntryView]:
    """The timeline, newest first."""
    return [_entry_view(words, at, entry, today) for at, entry in enumerate(entries)]


def call_views(words: Words, entries: tuple[TimelineEntry, ...], today: date) -> list[EntryView]:
    """The calls alone."""
    calls = tuple(entry for entry in entries if entry.event is Event.CALL)
    return timeline_views(words, calls, today)


def purchase_views(
    words: Words, purchases: "tuple[PurchaseLine, ...]", today: date
) -> list[EntryView]:
    """Purchases and returns with what was in them."""
    return [_purchase_view(words, at, line, today) for at, line in enumerate(purchases)]


def paper_views(words: Words, papers: "tuple[IssuedPaper, ...]", today: date) -> list[EntryView]:
    """Issued papers."""
    return [
        EntryView(
            id=at,
            icon="file-text",
            tone="gone",
            title=labels.paper_title(words, paper.kind, paper.shown or str(paper.number)),
            detail=_pages_words(words, paper),
            amount=formats.money(words, paper.total),
            day=day_words(words, paper.issued_on, today),
            sale=paper.sale,
            paper=paper.id,
        )
        for at, paper in enumerate(papers)
    ]


def day_words(words: Words, day: date, today: date) -> str:
    """A day of this year without its year."""
    if day.year == today.year:
        return formats.day_month(words, day)
    return formats.date_short(words, day)


def _pages_words(words: Words, paper: "IssuedPaper") -> str:
    if paper.copies:
        return words.count(
            "{size}, reprinted {number} time",
            "{size}, reprinted {number} times",
            paper.copies,
            size=paper.size.upper(),
        )
    return paper.size.upper()


def _purchase_view(words: Words, at: int, line: "PurchaseLine", today: date) -> EntryView:
    names = tuple(item.name for item in line.items[:MOST_ITEMS])
    details = []
    if line.number is not None:
        details.append(words.say("receipt No. {number}", number=line.number))
    if line.returned:
        amount = formats.money(words, line.returned)
        details.append(words.say("{amount} returned", amount=amount))
    if line.voided:
        details.append(words.say("voided"))
    if line.note:
        details.append(line.note)
    return EntryView(
        id=at,
        icon="undo-2" if line.is_return else "shopping-bag",
        tone="care" if line.is_return else "accent",
        title=_items_words(words, names, len(line.items) - len(names)),
        detail=" · ".join(details),
        amount=formats.money(words, line.total),
        day=day_words(words, line.on, today),
        sale=line.id,
        faded=line.voided,
    )


def _items_words(words: Words, names: tuple[str, ...], more: int) -> str:
    listed = ", ".join(names)
    if more <= 0:
        return listed
    return words.count("{items} and {number} more", "{items} and {number} more", more, items=listed)


_ICONS: dict[Event, tuple[str, str]] = {
    Event.SALE: ("shopping-bag", "accent"),
    Event.RETURN: ("undo-2", "care"),
    Event.PAPER: ("file-text", "note"),
    Event.CALL: ("phone", "well"),
    Event.CONSENT: ("shield-check", "well"),
    Event.DEBT_PAYMENT: ("credit-card", "well"),
    Event.EDIT: ("pencil", "gone"),
}


def _entry_view(words: Words, at: int, entry: TimelineEntry, today: date) -> EntryView:
    icon, tone = _ICONS[entry.event]
    if entry.event is Event.CALL and entry.outcome is Outcome.COMPLAINT:
        icon, tone = "message-circle-warning", "care"
    title, detail = _entry_words(words, entry)
    return EntryView(
        id=at,
        icon=icon,
        tone=tone,
        title=title,
        detail=detail,
        amount=formats.money(words, entry.amount) if entry.amount is not None else "",
        day=day_words(words, entry.at.date(), today),
        sale=entry.ref if entry.event in (Event.SALE, Event.RETURN) else None,
        paper=entry.ref if entry.event is Event.PAPER else None,
        faded=entry.undone,
    )


def _entry_words(words: Words, entry: TimelineEntry) -> tuple[str, str]:
    if entry.event in (Event.SALE, Event.RETURN):
        return _sale_words(words, entry)
    if entry.event is Event.PAPER:
        title = labels.paper_title(words, entry.paper, entry.shown or str(entry.number))
        if not entry.offer:
            return title, ""
        return title, words.say("on the back: {offer}", offer=entry.offer)
    if entry.event is Event.CALL:
        outcome = labels.outcome_label(words, entry.outcome) if entry.outcome else ""
        title = words.say("Call: {outcome}", outcome=outcome) if outcome else words.say("Call")
        return title, entry.said
    if entry.event is Event.CONSENT:
        return _consent_words(words, entry)
    if entry.event is Event.DEBT_PAYMENT:
        if not entry.how:
            return words.say("Debt paid"), _undone_words(words, entry)
        way = labels.payment_label(words, PaymentKind(entry.how))
        return words.say("Debt paid: {way}", way=way), _undone_words(words, entry)
    return _deed_words(words, entry), _undone_words(words, entry)


def _sale_words(words: Words, entry: TimelineEntry) -> tuple[str, str]:
    items = _items_words(words, entry.items, entry.more_items)
    void = words.say("voided") if entry.undone else ""
    if entry.event is Event.RETURN:
        return words.say("Return: {items}", items=items), void
    if entry.number is None or void:
        return items, void
    return items, words.say("receipt No. {number}", number=entry.number)


def _consent_words(words: Words, entry: TimelineEntry) -> tuple[str, str]:
    channel = labels.channel_label(words, entry.channel) if entry.channel else ""
    if entry.given:
        return words.say("Consent given: {channel}", channel=channel), entry.how
    return words.say("Consent withdrawn: {channel}", channel=channel), entry.how


def _deed_words(words: Words, entry: TimelineEntry) -> str:
    match entry.deed:
        case "add_client":
            return words.say("Card added")
        case "delete_client":
            return words.say("Card moved to the bin")
        case "restore_client":
            return words.say("Card restored from the bin")
        case "import":
            return words.say("Card imported")
        case _:
            return words.say("Card changed")


def _undone_words(words: Words, entry: TimelineEntry) -> str:
    if entry.undone:
        return words.say("undone")
    return ""
