"""How a card lies in the tables: its row, the rows beside it, and the way back."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    ClientId,
    Consent,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.moments import day_of, moment_of, moment_text

_PLAIN = ("family", "given", "middle", "called", "company", "hours", "language", "name_day",
          "notes", "penetration", "do_not_contact")  # fmt: skip
COLUMNS = (
    "id", "kind", *_PLAIN, "sort_name", "given_folded", "tax_id", "vat_id", "kpp", "ogrn",
    "street", "city", "postcode", "country", "preferred", "birth_year", "birth_month", "birth_day",
    "source_id", "recommended_by", "card", "added_on",
)  # fmt: skip
SIDES = {
    "phone": "client_id, position, typed, e164, digits, note",
    "email": "client_id, position, address, folded",
    "messenger": "client_id, position, service, handle",
    "contact_person": "client_id, position, name, role, phone, email",
    "tag": "client_id, kind, text, folded, position",
    "consent": "client_id, channel, given, at, how, wording",
}
LISTS = {
    "phone": attrgetter("phones"),
    "email": attrgetter("emails"),
    "messenger": attrgetter("messengers"),
    "contact_person": attrgetter("people"),
    "tag": attrgetter("tags"),
    "consent": attrgetter("consents"),
}
"""What of a card lies in each of `SIDES`."""
_PLAIN_OF = attrgetter(*_PLAIN)
_TAX_OF = attrgetter("tax_id", "vat_id", "kpp", "ogrn")
_UNBORN = (None, None, None)
_PLACE_OF = attrgetter("street", "city", "postcode", "country")


def shown_name(client: Client) -> str:
    """The name as lists show it; a nameless card shows its phone, e-mail or number."""
    phone = client.main_phone
    ways = (client.name, phone.typed if phone else "", *client.emails[:1], client.card)
    return next((way for way in ways if way), f"№ {client.id}")


def _sort_name(client: Client) -> str:
    if client.kind is Kind.COMPANY:
        return fold(client.company or shown_name(client))
    whole = " ".join(filter(None, (client.family, client.given, client.middle)))
    return fold(whole or shown_name(client))


def values(client: Client, sources: dict[str, int]) -> tuple[Any, ...]:
    """In the order of `COLUMNS`."""
    birthday, preferred, added_on = client.birthday, client.preferred, client.added_on
    born = (birthday.year, birthday.month, birthday.day) if birthday else _UNBORN
    return (
        client.id,
        client.kind.value,
        *_PLAIN_OF(client),
        _sort_name(client),
        fold(client.given),
        *_TAX_OF(client.tax),
        *_PLACE_OF(client.address),
        preferred.value if preferred else None,
        *born,
        sources.get(client.source),
        client.recommended_by,
        client.card or None,
        added_on.isoformat() if added_on else None,
    )


def side_rows(
    table: str, client: Client, consents: tuple[Consent, ...]
) -> Iterable[tuple[Any, ...]]:
    key = client.id
    if table == "phone":
        return (
            (key, at, each.typed, each.e164, digits_only(each.e164 or each.typed), each.note)
            for at, each in enumerate(client.phones)
        )
    if table == "email":
        return ((key, at, each, fold(each)) for at, each in enumerate(client.emails))
    if table == "messenger":
        return ((key, at, each.service, each.handle) for at, each in enumerate(client.messengers))
    if table == "contact_person":
        return (
            (key, at, each.name, each.role, each.phone, each.email)
            for at, each in enumerate(client.people)
        )
    if table == "tag":
        return (
            (key, each.kind.value, each.text, fold(each.text), at)
            for at, each in enumerate(dict.fromkeys(client.tags))
        )
    return (
        (key, each.channel.value, each.given, moment_text(each.at), each.how, each.wording)
        for each in consents
    )


def card(row: Any, sides: dict[str, dict[ClientId, list[Any]]]) -> Client:
    value = dict(zip(COLUMNS, row, strict=False))
    key = value["id"]
    return Client(
        id=key,
        kind=Kind(value["kind"]),
        **{name: value[name] for name in _PLAIN if name != "do_not_contact"},
        do_not_contact=bool(value["do_not_contact"]),
        tax=TaxNumbers(value["tax_id"], value["vat_id"], value["kpp"], value["ogrn"]),
        address=Address(value["street"], value["city"], value["postcode"], value["country"]),
        people=tuple(ContactPerson(*each[2:]) for each in sides["contact_person"][key]),
        phones=tuple(Phone(each[2], each[3], each[5]) for each in sides["phone"][key]),
        emails=tuple(each[2] for each in sides["email"][key]),
        messengers=tuple(Messenger(*each[2:]) for each in sides["messenger"][key]),
        preferred=Channel(value["preferred"]) if value["preferred"] else None,
        birthday=_birthday(value),
        tags=tuple(Tag(TagKind(each[1]), each[2]) for each in sides["tag"][key]),
        source=row[len(COLUMNS)] or "",
        recommended_by=value["recommended_by"],
        consents=tuple(
            Consent(Channel(each[1]), bool(each[2]), moment_of(each[3]), each[4], each[5])
            for each in sides["consent"][key]
        ),
        card=value["card"] or "",
        added_on=day_of(value["added_on"]),
    )


def _birthday(value: dict[str, Any]) -> Birthday | None:
    if value["birth_day"] is None or value["birth_month"] is None:
        return None
    return Birthday(value["birth_day"], value["birth_month"], value["birth_year"])
