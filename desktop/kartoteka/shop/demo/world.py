"""What the made-up shop of a country is built from: names, goods, habits; read from data files."""

import json
from dataclasses import dataclass
from typing import Any

from kartoteka import places
from kartoteka.domain.clients import Source

_FILES = {"ru": "ru", "bg": "bg"}


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one gender."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    middle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing sold: its price in minor units, how often it is bought, and whom it suits."""

    name: str
    price: int
    weight: int
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class DemoOffer:
    """An offer; its days are counted from today."""

    title: str
    reason: str
    code: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class World:
    """One country's made-up shop."""

    language: str
    shop: dict[str, str]
    seller: str
    usual_days: int
    female_share: float
    female: Names
    male: Names
    middle_share: float
    items: tuple[Item, ...]
    offers: tuple[DemoOffer, ...]
    sources: tuple[Source, ...]
    said: dict[str, tuple[str, ...]]
    plain: dict[str, Any]
    """The rest of the file: phone, cities, streets, mail, company, likes, dislikes, notes …"""


def world_of(country: str) -> World:
    """The made-up shop of a country: bg, ru or other."""
    path = places.resources() / "demo" / f"{_FILES.get(country, 'en')}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return World(
        language=data["language"],
        shop=data["shop"],
        seller=data["seller"],
        usual_days=data["usual_days"],
        female_share=data["female_share"],
        female=_names(data["female"]),
        male=_names(data["male"]),
        middle_share=data["middle_share"],
        items=tuple(
            Item(name, round(price * 100), weight, frozenset(tags))
            for name, price, weight, tags in data["items"]
        ),
        offers=tuple(
            DemoOffer(each["title"], each["reason"], each["code"], each["from"], each["to"])
            for each in data["offers"]
        ),
        sources=tuple(Source(name, round(cost * 100)) for name, cost in data["sources"]),
        said={outcome: tuple(texts) for outcome, texts in data["said"].items()},
        plain=data,
    )


def _names(data: dict[str, list[str]]) -> Names:
    return Names(tuple(data["given"]), tuple(data["family"]), tuple(data["middle"]))
