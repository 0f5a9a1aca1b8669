"""The fields of a card as text: what an editor shows, and the card that a typed text makes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
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
from kartoteka.domain.folding import fold
from kartoteka.domain.phones import read_phone
from kartoteka.shop import days


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
    CONSENTS = "consents"
    NOTES = "notes"


BY_DIALOG = frozenset({Field.PERSON, Field.RECOMMENDED_BY, Field.CONSENTS})
"""Fields that are more than a text: they open a dialog."""
REPEATED = frozenset({Field.PHONE, Field.EMAIL, Field.MESSENGER, Field.PERSON})
"""Fields that a card may hold several of."""

NAMES = frozenset({Field.GIVEN, Field.FAMILY, Field.MIDDLE, Field.CALLED, Field.COMPANY})
_TAX = frozenset({Field.TAX_ID, Field.VAT_ID, Field.KPP, Field.OGRN})
_ADDRESS = frozenset({Field.STREET, Field.POSTCODE, Field.CITY, Field.COUNTRY})

_ALWAYS = {
    Kind.PERSON: (Field.PHONE, Field.EMAIL, Field.BIRTHDAY, Field.CARD, Field.CONSENTS),
    Kind.COMPANY: (Field.PHONE, Field.EMAIL, Field.TAX_ID, Field.CARD, Field.CONSENTS),
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
        Field.CONSENTS,
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
        Field.CONSENTS,
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


def draft_places(kind: Kind) -> list[Place]:
    """What a new card asks for at once; the rest is added later."""
    names = [Field.COMPANY] if kind is Kind.COMPANY else [Field.GIVEN, Field.FAMILY]
    asked = [field for field in _ALWAYS[kind] if field not in BY_DIALOG]
    return [Place(field) for field in (*names, *asked, Field.SOURCE)]


def name_places(kind: Kind) -> list[Place]:
    """The fields that make the name over the card."""
    if kind is Kind.COMPANY:
        return [Place(Field.COMPANY)]
    return [Place(Field.GIVEN), Place(Field.FAMILY)]


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
    if field is Field.CONSENTS:
        return ""
    if field is Field.BIRTHDAY:
        return birthday_text(client.birthday)
    if field is Field.NAME_DAY and "-" in client.name_day:
        month, day = client.name_day.split("-")
        return f"{day}.{month}"
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading needs to know: phones are dialled in `country`, birthdays are past `today`."""

    country: str
    today: date


def with_text(client: Client, place: Place, text: str, reading: Reading) -> Client:
    """The card with a typed text in one place; '' empties it. Raises BadValue when it cannot be.

    Contact persons are not text: see `with_person`.
    """
    text = " ".join(text.split()) if place.field is not Field.NOTES else text.strip()
    if place.field in NAMES:
        return _with_name(client, place.field, text)
    if place.field in REPEATED:
        return _with_item(client, place, text, reading)
    if place.field in _TAX:
        return replace(client, tax=replace(client.tax, **{place.field.value: text}))
    if place.field in _ADDRESS:
        return replace(client, address=replace(client.address, **{place.field.value: text}))
    value = _READ[place.field](text, reading) if place.field in _READ else text
    return _set(client, place.field.value, value)


def _set(client: Client, name: str, value: Any) -> Client:
    changes: dict[str, Any] = {name: value}
    return replace(client, **changes)


def _with_name(client: Client, field: Field, text: str) -> Client:
    changed = _set(client, field.value, text)
    if field is not Field.CALLED and client.name and not changed.name:
        raise BadValue("name", text, "empty")
    return changed


def with_person(client: Client, index: int, person: ContactPerson | None) -> Client:
    """The card with a contact person changed, added (`index` past the end) or taken off (None)."""
    people = list(client.people)
    people[index : index + 1] = [] if person is None else [person]
    return replace(client, people=tuple(people))


def _with_item(client: Client, place: Place, text: str, reading: Reading) -> Client:
    name = _LISTS[place.field]
    items = list(getattr(client, name))
    item = _read_item(place.field, text, reading) if text else None
    if place.index < len(items):
        items[place.index : place.index + 1] = [] if item is None else [item]
    elif item is not None:
        items.append(item)
    return _set(client, name, tuple(items))


def _read_item(field: Field, text: str, reading: Reading) -> Phone | Messenger | str:
    if field is Field.PHONE:
        return read_phone(text, reading.country)
    if field is Field.MESSENGER:
        service, _, handle = text.partition(" ")
        return Messenger(service, handle) if handle else Messenger("", service)
    if "@" not in text.strip("@") or " " in text:
        raise BadValue("email", text, "not an address")
    return text


def _read_penetration(text: str, _: Reading) -> int | None:
    if not text:
        return None
    try:
        percent = int(text.rstrip(" %"))
    except ValueError:
        raise BadValue("penetration", text, "not a number") from None
    if not 0 <= percent <= 100:
        raise BadValue("penetration", text, "not a percent")
    return percent


def _read_birthday(text: str, reading: Reading) -> Birthday | None:
    return days.birthday(text, reading.today) if text else None


def _read_name_day(text: str, reading: Reading) -> str:
    """'' lets it be found from the name again; a dash or a word for 'none' keeps none."""
    if not text:
        return ""
    if fold(text) in _NONE:
        return "none"
    day = days.birthday(text, reading.today)
    return f"{day.month:02}-{day.day:02}"


def _read_preferred(text: str, _: Reading) -> Channel | None:
    return Channel(text) if text else None


def _read_recommender(text: str, _: Reading) -> int | None:
    return int(text) if text else None


_NONE = frozenset({"-", "–", "—", "none", "no", "нет", "не", "няма"})
_READ: dict[Field, Callable[[str, Reading], Any]] = {
    Field.BIRTHDAY: _read_birthday,
    Field.NAME_DAY: _read_name_day,
    Field.PENETRATION: _read_penetration,
    Field.PREFERRED: _read_preferred,
    Field.RECOMMENDED_BY: _read_recommender,
}
