"""All keys by which clients are known, in memory, for matching the rows of an import."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kartoteka.domain.clients import Client, ClientId, Phone
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

_MARKS = dict.fromkeys(map(ord, ",.;:'\"«»„“”()"), " ")


_CARDS = (
    "SELECT id, card, family, given, middle, company, birth_month, birth_day,"
    " deleted_at IS NULL FROM client"
)


def name_key(*parts: str) -> str:
    """The words of a name in one order, whoever writes the family first."""
    return " ".join(sorted(fold(" ".join(parts)).translate(_MARKS).split()))


def birthday_key(family: str, given: str, month: int, day: int) -> str:
    """A person's name and the day of the year on which they were born."""
    return f"{name_key(family, given)} {month}-{day}"


def phone_key(phone: Phone) -> str:
    """The digits of a number, in E.164 when it is a whole one."""
    return digits_only(phone.e164 or phone.typed)


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
    """By `birthday_key`: clients of one name who were born on one day of the year."""

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
        for key in _name_keys(family, given, middle, company):
            self.names[key].append(client)
        if month and day:
            self.birthdays[birthday_key(family, given, month, day)].append(client)

    def add(self, client: Client) -> None:
        """Know a new or changed card, too."""
        self.ids.add(client.id)
        self.taken.add(client.id)
        if client.card:
            self.cards[client.card] = client.id
        for phone in client.phones:
            _remember(self.phones, phone_key(phone), client.id)
        for email in client.emails:
            _remember(self.emails, fold(email), client.id)
        for key in _name_keys(client.family, client.given, client.middle, client.company):
            _remember(self.names, key, client.id)
        if client.birthday:
            born = client.birthday
            key = birthday_key(client.family, client.given, born.month, born.day)
            _remember(self.birthdays, key, client.id)


def _remember(keys: dict[str, list[ClientId]], key: str, client: ClientId) -> None:
    if key and (key not in keys or client not in keys[key]):
        keys[key].append(client)


def _name_keys(family: str, given: str, middle: str, company: str) -> Iterator[str]:
    person = name_key(family, given)
    if person:
        yield person
    if middle:
        yield name_key(family, given, middle)
    if company:
        yield name_key(company)
