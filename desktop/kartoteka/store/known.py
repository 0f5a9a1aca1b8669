"""All keys by which clients are known, in memory, for matching the rows of an import."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kartoteka.domain.clients import Birthday, Client, ClientId, Kind, Phone
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

_MARKS = re.compile("[,.;:'\"«»„“”()]")

_CARDS = (
    "SELECT id, card, family, given, middle, company, birth_month, birth_day,"
    " deleted_at IS NULL FROM client"
)


def name_key(*parts: str) -> str:
    """The words of a name in one order, whoever writes the family first."""
    words = _MARKS.sub(" ", fold(" ".join(parts))).split()
    return " ".join(sorted(words))


def phone_key(phone: Phone) -> str:
    """The digits of a number, in E.164 when it is a whole one."""
    return digits_only(phone.e164 or phone.typed)


class Keys(NamedTuple):
    """By what a card is known, worked out once for finding it and for remembering it."""

    card: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    names: tuple[str, ...]
    """In every way in which somebody may write it."""
    name: str
    """Of the person, or of the company."""
    birthday: str
    """The person's name and the day of the year on which they were born."""


def keys_of(
    *,
    kind: Kind = Kind.PERSON,
    family: str = "",
    given: str = "",
    middle: str = "",
    company: str = "",
    phones: Iterable[Phone] = (),
    emails: Iterable[str] = (),
    birthday: Birthday | None = None,
    card: str = "",
    **_not_asked: object,
) -> Keys:
    """The keys of a card with these fields."""
    person = name_key(family, given)
    firm = name_key(company) if company else ""
    return Keys(
        card,
        tuple(map(phone_key, phones)),
        tuple(map(fold, emails)),
        _names(person, name_key(family, given, middle) if middle else "", firm),
        firm if kind is Kind.COMPANY else person,
        _born(person, birthday.month, birthday.day) if birthday else "",
    )


@dataclass(slots=True)
class KnownClients:
    """Card numbers, phones, e-mails, names and ids; grows with the cards that an import adds."""

    ids: set[ClientId] = field(default_factory=set)
    taken: set[ClientId] = field(default_factory=set)
    """Ids in use, the bin too."""
    cards: dict[str, ClientId] = field(default_factory=dict)
    cards_in_bin: set[str] = field(default_factory=set)
    phones: dict[str, list[ClientId]] = field(default_factory=lambda: defaultdict(list))
    emails: dict[str, list[ClientId]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[ClientId]] = field(default_factory=lambda: defaultdict(list))
    birthdays: dict[str, list[ClientId]] = field(default_factory=lambda: defaultdict(list))
    """Clients of one name who were born on one day of the year."""

    @classmethod
    def load(cls, session: Session) -> "KnownClients":
        """Read the keys of every card that is not in the bin."""
        known, raw = cls(), direct(session)
        for row in raw.execute(_CARDS):
            known.taken.add(row[0])
            if row[-1]:
                known._load_card(*row[:-1])
            elif row[1]:
                known.cards_in_bin.add(row[1])
        for client, number in raw.execute("SELECT client_id, digits FROM phone"):
            if client in known.ids:
                known.phones[number].append(client)
        for client, address in raw.execute("SELECT client_id, folded FROM email"):
            if client in known.ids:
                known.emails[address].append(client)
        return known

    def _load_card(
        self,
        client: ClientId,
        card: str | None,
        family: str,
        given: str,
        middle: str,
        company: str,
        month: int | None,
        day: int | None,
    ) -> None:
        self.ids.add(client)
        if card:
            self.cards[card] = client
        person = name_key(family, given)
        whole = name_key(family, given, middle) if middle else ""
        for key in _names(person, whole, name_key(company) if company else ""):
            self.names[key].append(client)
        if month and day:
            self.birthdays[_born(person, month, day)].append(client)

    def add(self, client: Client) -> None:
        """Know a new or changed card, too."""
        keys = keys_of(
            kind=client.kind,
            family=client.family,
            given=client.given,
            middle=client.middle,
            company=client.company,
            phones=client.phones,
            emails=client.emails,
            birthday=client.birthday,
            card=client.card,
        )
        if client.id not in self.ids:
            self.add_new(client.id, keys)
            return
        if keys.card:
            self.cards[keys.card] = client.id
        for held, key in self._places(keys):
            if client.id not in held[key]:
                held[key].append(client.id)

    def add_new(self, client: ClientId, keys: Keys) -> None:
        """Know a card of an id that is not known, too."""
        self.ids.add(client)
        self.taken.add(client)
        if keys.card:
            self.cards[keys.card] = client
        for held, key in self._places(keys):
            held[key].append(client)

    def _places(self, keys: Keys) -> Iterator[tuple[dict[str, list[ClientId]], str]]:
        """Where the keys of one card are kept."""
        for phone in keys.phones:
            if phone:
                yield self.phones, phone
        for email in keys.emails:
            if email:
                yield self.emails, email
        for name in keys.names:
            yield self.names, name
        if keys.birthday:
            yield self.birthdays, keys.birthday


def _names(person: str, whole: str, firm: str) -> tuple[str, ...]:
    """Each once: a name that two cards have says nothing."""
    if person and not whole and not firm:
        return (person,)
    return tuple(dict.fromkeys(filter(None, (person, whole, firm))))


def _born(person: str, month: int, day: int) -> str:
    return f"{person} {month}-{day}"
