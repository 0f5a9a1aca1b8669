"""A card as JSON text, for the journal and for what an import changed; and taking a change back."""

import json
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)

_EMPTY = Client()


def card_text(client: Client) -> str:
    """The card as JSON; what is empty is left out."""
    filled = {
        name: value
        for name in Client.__slots__
        if (value := getattr(client, name)) != getattr(_EMPTY, name)
    }
    return _JSON.encode(filled)


def card_of(text: str) -> Client:
    """The card that `card_text` wrote."""
    value: dict[str, Any] = json.loads(text)
    for name, made in _PARTS.items():
        if value.get(name) is not None:
            value[name] = made(value[name])
    return Client(**value)


def change_text(before: Client, after: Client) -> str:
    """Both sides of a change, so that it can be taken back without losing later ones."""
    return f'{{"before": {card_text(before)}, "after": {card_text(after)}}}'


def change_of(text: str) -> tuple[Client, Client]:
    """Before and after, as `change_text` wrote them."""
    value = json.loads(text)
    return card_of(json.dumps(value["before"])), card_of(json.dumps(value["after"]))


def taken_back(now: Client, before: Client, after: Client) -> Client:
    """The card without the change from `before` to `after`; fields changed since stay."""
    changed = (
        each.name
        for each in fields(Client)
        if getattr(before, each.name) != getattr(after, each.name)
        and getattr(now, each.name) == getattr(after, each.name)
    )
    return replace(now, **{name: getattr(before, name) for name in changed})


def _part(value: Any) -> Any:
    """A part of a card, or a day or moment, as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__slots__}


_JSON = json.JSONEncoder(ensure_ascii=False, default=_part)


def _consent(value: dict[str, Any]) -> Consent:
    return Consent(
        Channel(value["channel"]),
        value["given"],
        datetime.fromisoformat(value["at"]),
        value["how"],
        value["wording"],
    )


_PARTS: dict[str, Any] = {
    "kind": Kind,
    "tax": lambda value: TaxNumbers(**value),
    "address": lambda value: Address(**value),
    "people": lambda value: tuple(ContactPerson(**each) for each in value),
    "phones": lambda value: tuple(Phone(**each) for each in value),
    "emails": tuple,
    "messengers": lambda value: tuple(Messenger(**each) for each in value),
    "preferred": Channel,
    "birthday": lambda value: Birthday(**value),
    "tags": lambda value: tuple(Tag(TagKind(each["kind"]), each["text"]) for each in value),
    "consents": lambda value: tuple(_consent(each) for each in value),
    "added_on": date.fromisoformat,
}
