"""A client's card: who they are, how to reach them, what they like and what they allowed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

ClientId = int


class Kind(StrEnum):
    """A person, or a company that buys with papers."""

    PERSON = "person"
    COMPANY = "company"


class Channel(StrEnum):
    """A way to reach a client; consent is given for each by itself."""

    CALL = "call"
    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    MESSENGER = "messenger"


class TagKind(StrEnum):
    """The three kinds of preferences."""

    LIKES = "likes"
    DISLIKES = "dislikes"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it was typed, and in E.164 when it is a real one ('' when it is not)."""

    typed: str
    e164: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Messenger:
    """An address in a messenger, e.g. service 'Telegram', handle '@olga'."""

    service: str
    handle: str


@dataclass(frozen=True, slots=True)
class Birthday:
    """Day and month, the year when it is known; 29 February is kept as such."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; each part may be empty."""

    street: str = ""
    city: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class TaxNumbers:
    """Numbers of a company or sole trader: ЕИК or ИНН in `tax_id`; ДДС № in `vat_id`."""

    tax_id: str = ""
    vat_id: str = ""
    kpp: str = ""
    ogrn: str = ""


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Somebody to ask for at a company."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """One preference, e.g. likes 'green', size 'ring 17'."""

    kind: TagKind
    text: str


@dataclass(frozen=True, slots=True)
class Consent:
    """One decision about one channel: given or withdrawn, when, how, by which wording."""

    channel: Channel
    given: bool
    at: datetime
    how: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where clients come from, and what the shop paid for it (minor units, for CAC)."""

    name: str
    cost_minor: int = 0


_NO_TAX_NUMBERS = TaxNumbers()
_NOWHERE = Address()


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The whole card. `id` 0 means: not in the book yet. Nothing here is computed."""

    id: ClientId = 0
    kind: Kind = Kind.PERSON
    family: str = ""
    given: str = ""
    middle: str = ""
    called: str = ""
    """How to address them; empty: the given name."""
    company: str = ""
    """Legal name of a company."""
    tax: TaxNumbers = _NO_TAX_NUMBERS
    address: Address = _NOWHERE
    people: tuple[ContactPerson, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    messengers: tuple[Messenger, ...] = ()
    preferred: Channel | None = None
    hours: str = ""
    """Convenient hours as said: 'after 18:00'."""
    language: str = ""
    """Language of their papers: en, ru, bg; empty: the shop's."""
    birthday: Birthday | None = None
    name_day: str = ""
    """Empty: found from the given name; 'none': keeps none; else 'MM-DD' as they said."""
    tags: tuple[Tag, ...] = ()
    notes: str = ""
    source: str = ""
    recommended_by: ClientId | None = None
    penetration: int | None = None
    """Percent of such purchases that they make here; asked. 100: only here."""
    consents: tuple[Consent, ...] = ()
    """The whole history, oldest first; the last word of a channel holds."""
    do_not_contact: bool = False
    card: str = ""
    """Number on the loyalty card; '' when they have none."""
    added_on: date | None = None

    @property
    def name(self) -> str:
        """The name as shown in lists: company name, or given and family name."""
        if self.kind is Kind.COMPANY:
            return self.company
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def full_name(self) -> str:
        """The name as official papers say it, with the middle name."""
        if self.kind is Kind.COMPANY:
            return self.company
        return " ".join(part for part in (self.given, self.middle, self.family) if part)

    @property
    def greeting_name(self) -> str:
        """The name to greet them by."""
        return self.called or self.given or self.name

    @property
    def main_phone(self) -> Phone | None:
        """The first number on the card, if any."""
        return self.phones[0] if self.phones else None


def allowed(client: Client, channel: Channel) -> bool | None:
    """What the client last said about a channel; None when they were never asked."""
    if client.do_not_contact:
        return False
    said = [consent.given for consent in client.consents if consent.channel is channel]
    return said[-1] if said else None
