"""Cards: adding, editing, deleting, finding, and everything that one card shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kartoteka.domain.clients import Channel, Client, ClientId, Source
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.lists import ClientLine, Filter, Order
from kartoteka.domain.money import Money
from kartoteka.domain.timeline import TimelineEntry
from kartoteka.shop import Shop
from kartoteka.shop.changes import Done
from kartoteka.shop.views import RhythmView


@dataclass(eq=False)
class CardNumberTaken(RuleBroken):
    """Another client holds this card number; `client` is their name."""

    number: str
    client: str


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Another client by id and name."""

    id: ClientId
    name: str


@dataclass(frozen=True, slots=True)
class NameDayOn:
    """The next name day and the name of its feast ('' when the client said the day)."""

    on: date
    feast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One client and everything that the card shows."""

    client: Client
    rhythm: RhythmView
    name_day: NameDayOn | None
    birthday_on: date | None
    """The next birthday, today included."""
    age: int | None
    """The age they reach on it."""
    source: Source | None
    recommended_by: Acquaintance | None
    recommended: tuple[Acquaintance, ...]
    """Whom they recommended."""
    purchases: int
    total: Money
    average: Money
    deleted_at: datetime | None
    timeline: tuple[TimelineEntry, ...]
    """Newest first; the first page of it, see `timeline`."""
    timeline_complete: bool


def add_client(shop: Shop, client: Client) -> Done[Client]:
    """Add a card; raises CardNumberTaken, BadValue for a card with nothing on it."""
    raise NotImplementedError


def edit_client(shop: Shop, client: Client) -> Done[Client]:
    """Save a changed card; consents are only added to. Raises NotFound, CardNumberTaken."""
    raise NotImplementedError


def delete_client(shop: Shop, client: ClientId) -> Done[None]:
    """Put a card into the bin."""
    raise NotImplementedError


def restore_client(shop: Shop, client: ClientId) -> Done[None]:
    """Take a card out of the bin."""
    raise NotImplementedError


def purge_client(shop: Shop, client: ClientId) -> Done[None]:
    """Erase a card in the bin for good; its sales and papers stay without a name.

    The one deed that cannot be undone. Raises NotFound when the card is not in the bin.
    """
    raise NotImplementedError


def record_consent(
    shop: Shop,
    client: ClientId,
    channel: Channel,
    *,
    given: bool,
    how: str = "",
    wording: str = "",
) -> Done[Client]:
    """Add one decision about one channel to the history."""
    raise NotImplementedError


def set_do_not_contact(shop: Shop, client: ClientId, on: bool) -> Done[Client]:
    """Stop (or allow again) every list for this client."""
    raise NotImplementedError


def client(shop: Shop, client_id: ClientId) -> Client:
    """One client's card; raises NotFound."""
    raise NotImplementedError


def card(shop: Shop, client_id: ClientId, timeline_limit: int = 50) -> CardView:
    """One client with everything that the card shows; raises NotFound."""
    raise NotImplementedError


def timeline(
    shop: Shop, client_id: ClientId, limit: int = 100, before: TimelineEntry | None = None
) -> list[TimelineEntry]:
    """What happened with a client, newest first; `before` asks for the page after that entry."""
    raise NotImplementedError


def find(shop: Shop, query: str, limit: int = 200) -> list[ClientId]:
    """Clients by fragments of anything on their cards, the likeliest first."""
    raise NotImplementedError


def by_card(shop: Shop, number: str) -> ClientId | None:
    """The client who holds exactly this card number, for a scan."""
    raise NotImplementedError


def find_ids(shop: Shop, chosen: Filter, order: Order = Order.NAME) -> Sequence[ClientId]:
    """The sorted ids of all clients that the filter lets through."""
    raise NotImplementedError


def lines(shop: Shop, ids: Sequence[ClientId]) -> list[ClientLine]:
    """Lines for these clients, in their order; those that are gone are left out."""
    raise NotImplementedError


def count(shop: Shop) -> int:
    """How many cards there are, the bin left out."""
    raise NotImplementedError


def tags(shop: Shop) -> list[str]:
    """Texts of preferences in use, the most frequent first."""
    raise NotImplementedError


def sources(shop: Shop) -> list[Source]:
    """Where clients come from, by name."""
    raise NotImplementedError


def save_source(shop: Shop, source: Source) -> Done[Source]:
    """Add a source or change its cost."""
    raise NotImplementedError
