"""Whose row is this? Matching rows of a file with cards, and bringing a card up to date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Client,
    ClientId,
    ContactPerson,
    Kind,
    Phone,
    Tag,
    TaxNumbers,
)
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.known import Keys, KnownClients, name_key

_PLAIN = ("called", "company", "hours", "language", "name_day", "source", "card")


@dataclass(frozen=True, slots=True)
class Match:
    """The card that a row belongs to, and by what it was found."""

    client: Client
    why: str
    """card, phone, email, name, known."""


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
        if why == "name" and not _same_birthday(row, card):
            if updated(card, row) == card:
                return Match(card, "known"), None
            continue
        if _contradicts(row, card, why):
            like = like or Match(card, why)
            continue
        if updated(card, row) == card:
            return Match(card, "known"), None
        surest = surest or Match(card, why)
    return surest, None if surest else like


def updated(card: Client, row: Client) -> Client:
    """The card with what the row tells laid over it; lists grow, nothing is emptied."""
    changes: dict[str, object] = {name: getattr(row, name) for name in _PLAIN if getattr(row, name)}
    if row.kind is card.kind and not _is_no_name(row) and (row.family or row.given):
        for name in ("given", "family", "middle"):
            changes[name] = _fuller(getattr(card, name), getattr(row, name))
    if row.preferred:
        changes["preferred"] = row.preferred
    if row.penetration is not None:
        changes["penetration"] = row.penetration
    if row.recommended_by and row.recommended_by != card.id:
        changes["recommended_by"] = row.recommended_by
    return replace(
        card,
        **changes,  # type: ignore[arg-type]  # the names are fields
        tax=_over(card.tax, row.tax),
        address=_over(card.address, row.address),
        phones=card.phones + _new_phones(card.phones, row.phones),
        emails=card.emails + _new(card.emails, row.emails),
        messengers=card.messengers
        + tuple(each for each in row.messengers if each not in card.messengers),
        people=card.people + _new_people(card.people, row.people),
        tags=card.tags + _new_tags(card.tags, row.tags),
        notes=_with_notes(card.notes, row.notes),
        birthday=_birthday(card.birthday, row.birthday),
        do_not_contact=card.do_not_contact or row.do_not_contact,
    )


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
    return not any(char.isalpha() for char in name) or "@" in name


def _same_birthday(one: Client, two: Client) -> bool:
    first, second = one.birthday, two.birthday
    if first is None or second is None:
        return False
    same_day = (first.day, first.month) == (second.day, second.month)
    return same_day and (first.year == second.year or None in (first.year, second.year))


def _birthday(card: Birthday | None, row: Birthday | None) -> Birthday | None:
    if row is None:
        return card
    if card and row.year is None and (card.day, card.month) == (row.day, row.month):
        return card
    return row


_Part = TypeVar("_Part", TaxNumbers, Address)


def _over(card: _Part, row: _Part) -> _Part:
    filled = {name: value for name in row.__slots__ if (value := getattr(row, name))}
    return replace(card, **filled) if filled else card


def _new_phones(card: tuple[Phone, ...], row: tuple[Phone, ...]) -> tuple[Phone, ...]:
    known = {phone.e164 or digits_only(phone.typed) for phone in card}
    return tuple(each for each in row if (each.e164 or digits_only(each.typed)) not in known)


def _new(card: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold(each) for each in card}
    return tuple(each for each in row if fold(each) not in known)


def _new_people(
    card: tuple[ContactPerson, ...], row: tuple[ContactPerson, ...]
) -> tuple[ContactPerson, ...]:
    known = {fold(each.name) for each in card}
    return tuple(each for each in row if fold(each.name) not in known)


def _new_tags(card: tuple[Tag, ...], row: tuple[Tag, ...]) -> tuple[Tag, ...]:
    known = {(each.kind, fold(each.text)) for each in card}
    return tuple(each for each in row if (each.kind, fold(each.text)) not in known)


def _with_notes(card: str, row: str) -> str:
    if not row or row in card:
        return card
    return f"{card}\n{row}" if card else row
