"""Whose row is this? Matching rows of a file with cards, and bringing a card up to date."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Client,
    ClientId,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TaxNumbers,
)
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.known import Keys, KnownClients, name_key

_PLAIN = (
    "called", "company", "hours", "language", "name_day", "source", "card", "preferred",
    "do_not_contact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """The card that a row belongs to, by what it was found, and what the row makes of it."""

    client: Client
    why: str
    """card, phone, email, name, known."""
    after: Client
    """The very card when the row tells nothing new."""


def candidates(known: KnownClients, row: Keys, number: str) -> list[tuple[ClientId, str]]:
    """Cards that share a key with the row, the surest key first."""
    found: list[tuple[ClientId, str]] = []
    if row.card and row.card in known.cards:
        found.append((known.cards[row.card], "card"))
    if number.isdecimal() and len(number) < 16 and int(number) in known.ids:
        found.append((int(number), "number"))
    for phone in row.phones:
        if phone in known.phones:
            found += [(each, "phone") for each in known.phones[phone]]
    for email in row.emails:
        if email in known.emails:
            found += [(each, "email") for each in known.emails[email]]
    named = _of_the_name(known, row)
    if named:
        found += [(each, "name") for each in named]
    return list(dict.fromkeys(found)) if found else found


def _of_the_name(known: KnownClients, row: Keys) -> Sequence[ClientId]:
    """Cards of the row's name, where no surer key could tell them apart.

    A row with a phone, e-mail or card number that is nobody's tells something new, so that a name
    without a birthday says nothing.
    """
    if row.birthday:
        return known.birthdays.get(row.birthday, ())
    if row.phones or row.emails or row.card or not row.name:
        return ()
    return known.names.get(row.name, ())


def same_client(
    row: Client, found: Iterable[tuple[Client, str]]
) -> tuple[Match | None, Match | None]:
    """The card that the row is, and a card that only resembles it.

    A card number or a phone or e-mail with a name that does not contradict makes them the same;
    so does a name with a birthday. A name alone does only when the row tells nothing new.
    """
    like: Match | None = None
    surest: Match | None = None
    for card, why in found:
        only_name = why == "name" and not _same_birthday(row, card)
        if not only_name and _contradicts(row, card, why):
            like = like or Match(card, why, card)
            continue
        after = updated(card, row)
        if after is card:
            return Match(card, "known", card), None
        if not only_name:
            surest = surest or Match(card, why, after)
    return surest, None if surest else like


def updated(card: Client, row: Client) -> Client:
    """The card with what the row tells laid over it; lists grow, nothing is emptied.

    The very card when the row tells nothing new, as most rows of a list brought in again do.
    """
    told: dict[str, object] = {name: value for name in _PLAIN if (value := getattr(row, name))}
    if row.kind is card.kind and (row.family or row.given) and not _is_no_name(row):
        for name in ("given", "family", "middle"):
            told[name] = _fuller(getattr(card, name), getattr(row, name))
    if row.penetration is not None:
        told["penetration"] = row.penetration
    if row.recommended_by and row.recommended_by != card.id:
        told["recommended_by"] = row.recommended_by
    for name, over in _LAID_OVER.items():
        if more := getattr(row, name):
            told[name] = over(getattr(card, name), more)
    changes = {name: value for name, value in told.items() if value != getattr(card, name)}
    return replace(card, **changes) if changes else card  # type: ignore[arg-type]  # fields


def _contradicts(row: Client, card: Client, why: str) -> bool:
    if why != "card" and row.card and card.card and row.card != card.card:
        return True
    if _is_no_name(row) or _is_no_name(card):
        return False
    if row.kind is not card.kind:
        return True
    if row.kind is Kind.COMPANY:
        return name_key(row.company) != name_key(card.company)
    given, family = _alike(row.given, card.given), _alike(row.family, card.family)
    if why == "card":
        return not (given or family)
    if row.birthday and card.birthday and not _same_birthday(row, card):
        return True
    return not (given and family)


def _alike(one: str, two: str) -> bool:
    """Equal, missing, or one the initial of the other."""
    first, second = fold(one).rstrip("."), fold(two).rstrip(".")
    if not first or not second or first == second:
        return True
    return min(len(first), len(second)) == 1 and first[0] == second[0]


def _fuller(card: str, row: str) -> str:
    """The row's name; an initial does not take the place of what it begins."""
    initial = len(fold(row).rstrip(".")) == 1 and _alike(card, row)
    return card if not row or (card and initial) else row


def _is_no_name(client: Client) -> bool:
    """A card called by its number, phone or e-mail has no name yet."""
    name = client.name
    return not any(map(str.isalpha, name)) or "@" in name


def _same_birthday(one: Client, two: Client) -> bool:
    first, second = one.birthday, two.birthday
    if first is None or second is None:
        return False
    same_day = (first.day, first.month) == (second.day, second.month)
    return same_day and (first.year == second.year or None in (first.year, second.year))


def _birthday(card: Birthday | None, row: Birthday) -> Birthday:
    """A birthday without its year does not take the place of the whole one."""
    if card and row.year is None and (card.day, card.month) == (row.day, row.month):
        return card
    return row


_Part = TypeVar("_Part", TaxNumbers, Address)


def _over(card: _Part, row: _Part) -> _Part:
    filled = {name: value for name in row.__slots__ if (value := getattr(row, name))}
    return replace(card, **filled) if filled else card


def _phones(card: tuple[Phone, ...], row: tuple[Phone, ...]) -> tuple[Phone, ...]:
    known = {phone.e164 or digits_only(phone.typed) for phone in card}
    return card + tuple(each for each in row if (each.e164 or digits_only(each.typed)) not in known)


def _emails(card: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold(each) for each in card}
    return card + tuple(each for each in row if fold(each) not in known)


def _messengers(card: tuple[Messenger, ...], row: tuple[Messenger, ...]) -> tuple[Messenger, ...]:
    return card + tuple(each for each in row if each not in card)


def _people(
    card: tuple[ContactPerson, ...], row: tuple[ContactPerson, ...]
) -> tuple[ContactPerson, ...]:
    known = {fold(each.name) for each in card}
    return card + tuple(each for each in row if fold(each.name) not in known)


def _tags(card: tuple[Tag, ...], row: tuple[Tag, ...]) -> tuple[Tag, ...]:
    known = {(each.kind, fold(each.text)) for each in card}
    return card + tuple(each for each in row if (each.kind, fold(each.text)) not in known)


def _with_notes(card: str, row: str) -> str:
    if row in card:
        return card
    return f"{card}\n{row}" if card else row


_LAID_OVER: dict[str, Callable[[Any, Any], object]] = {
    "tax": _over,
    "address": _over,
    "phones": _phones,
    "emails": _emails,
    "messengers": _messengers,
    "people": _people,
    "tags": _tags,
    "notes": _with_notes,
    "birthday": _birthday,
}
"""How what a row tells of a field joins what the card has."""
