"""The fields of a card as text: what an editor shows, and the card that a typed text makes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kartoteka.domain.clients import (
    Birthday,
    Channel,
    Client,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
)
from kartoteka.domain.errors import BadValue
from kartoteka.domain.phones import read_phone


class Field(StrEnum):
    """A field of the card that can be edited in place."""

    GIVEN = "given"
    FAMILY = "family"
    MIDDLE = "middle"
    CALLED = "called"
    COMPANY = "company"
    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    CARD = "card"
    PREFERRED = "preferred"
    HOURS = "hours"
    LANGUAGE = "language"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    COUNTRY = "country"
    SOURCE = "source"
    RECOMMENDED_BY = "recommended_by"
    PENETRATION = "penetration"
    TAX_ID = "tax_id"
    VAT_ID = "vat_id"
    KPP = "kpp"
    OGRN = "ogrn"
    PERSON = "person"
    NOTES = "notes"


REPEATED = frozenset({Field.PHONE, Field.EMAIL, Field.MESSENGER, Field.PERSON})
"""Fields that a card may hold several of."""

NAMES = frozenset({Field.GIVEN, Field.FAMILY, Field.MIDDLE, Field.CALLED, Field.COMPANY})
_TAX = frozenset({Field.TAX_ID, Field.VAT_ID, Field.KPP, Field.OGRN})
_ADDRESS = frozenset({Field.STREET, Field.POSTCODE, Field.CITY, Field.COUNTRY})

_ALWAYS = {
    Kind.PERSON: (Field.PHONE, Field.EMAIL, Field.BIRTHDAY, Field.CARD),
    Kind.COMPANY: (Field.PHONE, Field.EMAIL, Field.TAX_ID, Field.CARD),
}
_ORDER = {
    Kind.PERSON: (
        Field.MIDDLE,
        Field.CALLED,
        Field.PHONE,
        Field.EMAIL,
        Field.MESSENGER,
        Field.BIRTHDAY,
        Field.NAME_DAY,
        Field.CARD,
        Field.PREFERRED,
        Field.HOURS,
        Field.LANGUAGE,
        Field.STREET,
        Field.POSTCODE,
        Field.CITY,
        Field.COUNTRY,
        Field.SOURCE,
        Field.RECOMMENDED_BY,
        Field.PENETRATION,
        Field.TAX_ID,
    ),
    Kind.COMPANY: (
        Field.CALLED,
        Field.PHONE,
        Field.EMAIL,
        Field.MESSENGER,
        Field.TAX_ID,
        Field.VAT_ID,
        Field.KPP,
        Field.OGRN,
        Field.PERSON,
        Field.STREET,
        Field.POSTCODE,
        Field.CITY,
        Field.COUNTRY,
        Field.CARD,
        Field.PREFERRED,
        Field.HOURS,
        Field.LANGUAGE,
        Field.SOURCE,
        Field.RECOMMENDED_BY,
        Field.PENETRATION,
    ),
}
_ONLY_IN = {Field.KPP: "ru", Field.OGRN: "ru", Field.VAT_ID: "bg"}


@dataclass(frozen=True, slots=True)
class Place:
    """One value on a card: a field, and which of several for a repeated one."""

    field: Field
    index: int = 0


def places_of(client: Client, country: str) -> list[Place]:
    """What a card shows from top to bottom: all that is filled, and the few that always stand."""
    result = []
    for field in _fields_for(client.kind, country, client):
        if field in REPEATED:
            held = len(getattr(client, _LISTS[field]))
            result += [Place(field, index) for index in range(held)]
            if held == 0 and field in _ALWAYS[client.kind]:
                result.append(Place(field))
        elif field in _ALWAYS[client.kind] or _is_filled(client, field):
            result.append(Place(field))
    return result


def addable(client: Client, country: str) -> list[Place]:
    """What may still be added to a card: the empty fields, and one more of the repeated ones."""
    shown = places_of(client, country)
    result = []
    for field in _fields_for(client.kind, country, client):
        if field in REPEATED:
            place = Place(field, len(getattr(client, _LISTS[field])))
        else:
            place = Place(field)
        if place not in shown:
            result.append(place)
    return result


def _fields_for(kind: Kind, country: str, client: Client) -> list[Field]:
    return [
        field
        for field in _ORDER[kind]
        if _ONLY_IN.get(field, country) == country or _is_filled(client, field)
    ]


def _is_filled(client: Client, field: Field) -> bool:
    if field in REPEATED:
        return bool(getattr(client, _LISTS[field]))
    return bool(typed_text(client, Place(field)))


_LISTS = {
    Field.PHONE: "phones",
    Field.EMAIL: "emails",
    Field.MESSENGER: "messengers",
    Field.PERSON: "people",
}


def typed_text(client: Client, place: Place) -> str:
    """The value as an editor shows it, and as `with_text` reads it back."""
    field = place.field
    if field in REPEATED:
        held = getattr(client, _LISTS[field])
        return _item_text(held[place.index]) if place.index < len(held) else ""
    if field in _TAX:
        return str(getattr(client.tax, field.value))
    if field in _ADDRESS:
        return str(getattr(client.address, field.value))
    if field is Field.BIRTHDAY:
        return birthday_text(client.birthday)
    value = getattr(client, field.value)
    return "" if value is None else str(value)


def _item_text(item: Any) -> str:
    if isinstance(item, Phone):
        return item.typed
    if isinstance(item, Messenger):
        return f"{item.service} {item.handle}".strip()
    return str(item) if isinstance(item, str) else str(item.name)


def birthday_text(birthday: Birthday | None) -> str:
    """`05.03.1988`, or `05.03` without a year; '' for none."""
    if birthday is None:
        return ""
    short = f"{birthday.day:02}.{birthday.month:02}"
    return f"{short}.{birthday.year:04}" if birthday.year else short


def with_text(client: Client, place: Place, text: str, country: str) -> Client:
    """The card with a typed text in one place; '' empties it. Raises BadValue when it cannot be.

    Phones are read as dialled in `country`. Contact persons are not text: see `with_person`.
    """
    text = " ".join(text.split()) if place.field is not Field.NOTES else text.strip()
    if place.field in NAMES:
        return _with_name(client, place.field, text)
    if place.field in REPEATED:
        return _with_item(client, place, text, country)
    if place.field in _TAX:
        return replace(client, tax=replace(client.tax, **{place.field.value: text}))
    if place.field in _ADDRESS:
        return replace(client, address=replace(client.address, **{place.field.value: text}))
    value = _READ[place.field](text) if place.field in _READ else text
    return replace(client, **{place.field.value: value})


def _with_name(client: Client, field: Field, text: str) -> Client:
    changed = replace(client, **{field.value: text})
    if field is not Field.CALLED and client.name and not changed.name:
        raise BadValue("name", text, "empty")
    return changed


def with_person(client: Client, index: int, person: ContactPerson | None) -> Client:
    """The card with a contact person changed, added (`index` past the end) or taken off (None)."""
    people = list(client.people)
    people[index : index + 1] = [] if person is None else [person]
    return replace(client, people=tuple(people))


def _with_item(client: Client, place: Place, text: str, country: str) -> Client:
    name = _LISTS[place.field]
    items = list(getattr(client, name))
    item = _read_item(place.field, text, country) if text else None
    if place.index < len(items):
        items[place.index : place.index + 1] = [] if item is None else [item]
    elif item is not None:
        items.append(item)
    return replace(client, **{name: tuple(items)})


def _read_item(field: Field, text: str, country: str) -> Phone | Messenger | str:
    if field is Field.PHONE:
        return read_phone(text, country)
    if field is Field.MESSENGER:
        service, _, handle = text.partition(" ")
        return Messenger(service, handle) if handle else Messenger("", service)
    if "@" not in text.strip("@") or " " in text:
        raise BadValue("email", text, "not an address")
    return text


def _read_penetration(text: str) -> int | None:
    if not text:
        return None
    try:
        percent = int(text.rstrip(" %"))
    except ValueError:
        raise BadValue("penetration", text, "not a number") from None
    if not 0 <= percent <= 100:
        raise BadValue("penetration", text, "not a percent")
    return percent


def _read_birthday(text: str) -> Birthday | None:
    return read_birthday(text) if text else None


def _read_preferred(text: str) -> Channel | None:
    return Channel(text) if text else None


def _read_recommender(text: str) -> int | None:
    return int(text) if text else None


_READ: dict[Field, Callable[[str], Any]] = {
    Field.BIRTHDAY: _read_birthday,
    Field.PENETRATION: _read_penetration,
    Field.PREFERRED: _read_preferred,
    Field.RECOMMENDED_BY: _read_recommender,
}
