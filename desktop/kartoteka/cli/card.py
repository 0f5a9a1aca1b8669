"""One client's card: everything for programs, the gist for people."""

from collections.abc import Sequence
from typing import Any

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.clients import client_id, rounded
from kartoteka.cli.output import Column, tell
from kartoteka.domain.clients import Birthday, Client
from kartoteka.domain.phones import show_number
from kartoteka.domain.rhythm import State
from kartoteka.domain.timeline import TimelineEntry
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.shop import clients as cards
from kartoteka.shop import sales
from kartoteka.shop.clients import CardView
from kartoteka.shop.views import PurchaseLine, RhythmView


def card(call: Call) -> int:
    """Show one client and everything about them."""
    with call.shop() as shop:
        client = client_id(shop, call.options.client)
        view = cards.card(shop, client, timeline_limit=1_000_000)
        bought = [line for line in sales.purchases(shop, client) if not line.voided]
        if call.options.format == "table":
            _show(call, view, bought)
        else:
            call.out.one(_record(view, bought))
    return DONE


def _show(call: Call, view: CardView, bought: Sequence[PurchaseLine]) -> None:
    """For people: what is on the card, then what was bought."""
    client = view.client
    record = _record(view, ())
    chosen = {
        "name": client.name,
        "kind": labels.kind_label(call.words, client.kind),
        "state": labels.state_label(call.words, view.rhythm.state),
        "reason": _how_often(call.words, view),
        "phones": ", ".join(map(show_number, record["phones"])),
        "emails": ", ".join(client.emails),
        "birthday": labels.birthday_words(call.words, client.birthday) if client.birthday else "",
        "name_day": formats.day_month(call.words, view.name_day.on)
        if record["name_day"] and view.name_day
        else "",
        "card": client.card,
        "tags": ", ".join(tag.text for tag in client.tags),
        "notes": client.notes,
        "source": client.source,
        "recommended_by": view.recommended_by.name if view.recommended_by else "",
        "total": view.total,
    }
    call.out.one({key: value for key, value in chosen.items() if value}, _LABELS)
    if bought:
        tell("")
        call.out.many(_PURCHASES, map(_bought, bought))


def _how_often(words: Words, view: CardView) -> str:
    """How often they come; of silence only where there is one."""
    rhythm = view.rhythm
    if rhythm.reason is None:
        return ""
    if rhythm.state is State.ACTIVE:
        days = max(1, rhythm.reason.usual_days)
        return words.count("usually every day", "usually every {number} days", days)
    return labels.reason_text(words, rhythm.reason)


def _bought(line: PurchaseLine) -> dict[str, Any]:
    return {
        "date": line.on,
        "number": line.number,
        "total": line.total,
        "lines": ", ".join(item.name for item in line.items),
    }


def _record(view: CardView, bought: Sequence[PurchaseLine]) -> dict[str, Any]:
    client = view.client
    return {
        "id": client.id,
        "kind": client.kind,
        "name": client.name,
        "phones": [phone.e164 or phone.typed for phone in client.phones],
        "emails": list(client.emails),
        "birthday": birthday_text(client.birthday),
        "name_day": _name_day(client, view),
        "card": client.card,
        "tags": [{"kind": tag.kind, "text": tag.text} for tag in client.tags],
        "notes": client.notes,
        "consents": [
            {
                "channel": consent.channel,
                "given": consent.given,
                "at": consent.at,
                "how": consent.how,
                "wording": consent.wording,
            }
            for consent in client.consents
        ],
        "source": client.source,
        "recommended_by": view.recommended_by.id if view.recommended_by else None,
        "state": view.rhythm.state,
        "rhythm": _rhythm(view.rhythm),
        "points": 0,
        "purchases": [_purchase(line) for line in bought],
        "timeline": [_entry(entry) for entry in view.timeline],
    }


def birthday_text(birthday: Birthday | None) -> str | None:
    """A birthday as `1988-03-05`, or `--02-29` when the year is not known."""
    if birthday is None:
        return None
    year = f"{birthday.year:04}" if birthday.year else "-"
    return f"{year}-{birthday.month:02}-{birthday.day:02}"


def _name_day(client: Client, view: CardView) -> str | None:
    if client.name_day == "none" or view.name_day is None:
        return None
    return f"{view.name_day.on:%m-%d}"


def _rhythm(view: RhythmView) -> dict[str, Any]:
    return {
        "visits": view.visits,
        "last_visit": view.last_visit,
        "usual_days": rounded(view.usual_days, 1),
        "silent_days": view.silent_days,
        "times_usual": rounded(view.times_usual, 2),
        "quiet_on": view.quiet_on,
        "chance_back": view.chance_back,
        "yearly_value": view.yearly_value,
        "at_risk": view.at_risk,
    }


def _purchase(line: PurchaseLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "date": line.on,
        "total": line.total,
        "lines": [
            {"name": item.name, "qty": item.quantity, "unit": item.unit, "total": item.total}
            for item in line.items
        ],
    }


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    facts = {
        "number": entry.shown if entry.paper not in ("", "receipt") else entry.number,
        "amount": entry.amount,
        "items": list(entry.items),
        "paper": entry.paper,
        "offer": entry.offer,
        "channel": entry.channel,
        "outcome": entry.outcome,
        "said": entry.said,
        "given": entry.given,
        "deed": entry.deed,
        "seller": entry.seller,
    }
    filled = {key: value for key, value in facts.items() if value not in (None, "", [])}
    return {"at": entry.at, "event": entry.event, **filled}


_LABELS = {
    "name": lambda words: words.say_in("column", "name"),
    "kind": lambda words: words.say_in("column", "kind"),
    "state": lambda words: words.say_in("column", "state"),
    "reason": lambda words: words.say_in("column", "rhythm"),
    "phones": lambda words: words.say_in("column", "phone"),
    "emails": lambda words: words.say_in("column", "e-mail"),
    "birthday": lambda words: words.say_in("column", "birthday"),
    "name_day": lambda words: words.say_in("column", "name day"),
    "card": lambda words: words.say_in("column", "card"),
    "tags": lambda words: words.say_in("column", "preferences"),
    "notes": lambda words: words.say_in("column", "notes"),
    "source": lambda words: words.say_in("column", "source"),
    "recommended_by": lambda words: words.say_in("column", "recommended by"),
    "total": lambda words: words.say_in("column", "total"),
}

_PURCHASES = (
    Column("date", lambda words: words.say_in("column", "date")),
    Column("number", lambda words: words.say_in("column", "receipt"), figures=True),
    Column("total", lambda words: words.say_in("column", "total"), figures=True),
    Column("lines", lambda words: words.say_in("column", "bought")),
)
