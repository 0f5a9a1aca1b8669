"""All keys by which clients are known, in memory, for matching the rows of an import."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.folding import fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

_MARKS = dict.fromkeys(map(ord, ",.;:'\"«»„“”()"), " ")


def name_key(*parts: str) -> str:
    """The words of a name in one order, whoever writes the family first."""
    return " ".join(sorted(fold(" ".join(parts)).translate(_MARKS).split()))


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

    @classmethod
    def load(cls, session: Session) -> "KnownClients":
        """Read the keys of every card that is not in the bin."""
        known, raw = cls(), direct(session)
        sql = "SELECT id, card, family, given, middle, company, deleted_at IS NULL FROM client"
        for client, card, family, given, middle, company, in_use in raw.execute(sql):
            known.taken.add(client)
            if in_use:
                known.ids.add(client)
                if card:
                    known.cards[card] = client
                for key in _name_keys(family, given, middle, company):
                    known.names[key].append(client)
            elif card:
                known.cards_in_bin.add(card)
        for client, number in raw.execute("SELECT client_id, e164 FROM phone WHERE e164 <> ''"):
            if client in known.ids:
                known.phones[number].append(client)
        for client, address in raw.execute("SELECT client_id, folded FROM email"):
            if client in known.ids:
                known.emails[address].append(client)
        return known

    def add(self, client: Client) -> None:
        """Know a new or changed card, too."""
        self.ids.add(client.id)
        self.taken.add(client.id)
        if client.card:
            self.cards[client.card] = client.id
        for phone in client.phones:
            _remember(self.phones, phone.e164, client.id)
        for email in client.emails:
            _remember(self.emails, fold(email), client.id)
        for key in _name_keys(client.family, client.given, client.middle, client.company):
            _remember(self.names, key, client.id)


def _remember(keys: dict[str, list[ClientId]], key: str, client: ClientId) -> None:
    if key and client not in keys[key]:
        keys[key].append(client)


def _name_keys(family: str, given: str, middle: str, company: str) -> Iterator[str]:
    person = name_key(family, given)
    if person:
        yield person
    if middle:
        yield name_key(family, given, middle)
    if company:
        yield name_key(company)
