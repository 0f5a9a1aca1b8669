"""Cards: adding, editing, finding, and everything that one card shows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from kartoteka.domain import occasions
from kartoteka.domain.clients import Channel, Client, ClientId, Consent, Source
from kartoteka.domain.errors import BadValue, NotFound, RuleBroken
from kartoteka.domain.lists import ClientLine, Filter, Order
from kartoteka.domain.money import Money, round_half_up
from kartoteka.domain.timeline import TimelineEntry
from kartoteka.shop import Shop, quiet
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.views import RhythmView
from kartoteka.store import clients as stored
from kartoteka.store import debts, journal, lists, search
from kartoteka.store import quiet as stored_quiet
from kartoteka.store import timeline as stored_timeline
from kartoteka.store.book import Session
from kartoteka.store.card_rows import shown_name
from kartoteka.store.card_text import change_of, change_text, taken_back
from kartoteka.store.journal import Entry

ADD_CLIENT = "add_client"
EDIT_CLIENT = "edit_client"
SAVE_SOURCE = "save_source"


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
    debt: Money | None = None
    """What they owe for sales on account; None: nothing."""
    deleted_at: datetime | None
    timeline: tuple[TimelineEntry, ...]
    """Newest first; the first page of it, see `timeline`."""
    timeline_complete: bool


def add_client(shop: Shop, client: Client) -> Done[Client]:
    """Add a card; raises CardNumberTaken, BadValue for a card with nothing on it."""
    client = replace(client, id=0)
    _require_something(client)
    with shop.change() as session:
        _require_free_card(session, client)
        _require_recommender(session, client)
        kept = stored.save(session, client, shop.today())
        undo = _write(shop, session, ADD_CLIENT, kept.id)
    return Done(kept, Changes(clients=frozenset({kept.id}), undo=undo))


def edit_client(shop: Shop, client: Client) -> Done[Client]:
    """Save a changed card; consents are only added to. Raises NotFound, CardNumberTaken."""
    _require_something(client)
    with shop.change() as session:
        return _edited(shop, session, client)


def record_consent(
    shop: Shop,
    client: ClientId,
    channel: Channel,
    *,
    given: bool,
    how: str = "",
    wording: str = "",
) -> Done[Client]:
    """Add one decision about one channel to the history; raises NotFound."""
    with shop.change() as session:
        card = _required(session, client)
        consent = Consent(channel, given, shop.now(), how, wording)
        return _edited(shop, session, replace(card, consents=(*card.consents, consent)))


def record_consents(
    shop: Shop,
    client: ClientId,
    decisions: Mapping[Channel, bool],
    *,
    how: str = "",
    wording: str = "",
    do_not_contact: bool | None = None,
) -> Done[Client]:
    """Add the decisions of one talk, and switch 'do not contact', as one deed with one undo.

    `how` and `wording` hold for all of them. Raises NotFound.
    """
    with shop.change() as session:
        card = _required(session, client)
        new = tuple(
            Consent(channel, given, shop.now(), how, wording)
            for channel, given in decisions.items()
        )
        stop = card.do_not_contact if do_not_contact is None else do_not_contact
        changed = replace(card, consents=(*card.consents, *new), do_not_contact=stop)
        return _edited(shop, session, changed)


def set_do_not_contact(shop: Shop, client: ClientId, on: bool) -> Done[Client]:
    """Stop (or allow again) every list for this client; raises NotFound."""
    with shop.change() as session:
        card = _required(session, client)
        return _edited(shop, session, replace(card, do_not_contact=on))


def save_source(shop: Shop, source: Source) -> Done[Source]:
    """Add a source or change its cost; raises BadValue for one without a name."""
    if not source.name.strip():
        raise BadValue("name", source.name, "empty")
    if source.cost_minor < 0:
        raise BadValue("amount", str(source.cost_minor), "negative")
    source = replace(source, name=source.name.strip())
    with shop.change() as session:
        before = stored.save_source(session, source)
        detail = json.dumps([source.name, before.cost_minor if before else 0])
        undo = journal.write(session, shop.now(), shop.seller, SAVE_SOURCE, detail=detail)
    return Done(source, Changes(settings=True, undo=undo))


def take_back_add(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Put the added card into the bin."""
    stored.delete(session, [_client_of(entry)], entry.at)
    return Changes(clients=frozenset({_client_of(entry)}))


def take_back_edit(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Give the changed fields their old values; what was changed since stays."""
    before, after = change_of(entry.detail)
    now = _required(session, before.id)
    kept = taken_back(now, before, after)
    _require_free_card(session, kept)
    stored.change_many(session, [(now, replace(kept, consents=now.consents))])
    stored.drop_consents(session, before.id, after.consents[len(before.consents) :])
    return Changes(clients=frozenset({before.id}))


def take_back_source(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Give a source the cost that it had."""
    name, cost = json.loads(entry.detail)
    stored.save_source(session, Source(name, cost))
    return Changes(settings=True)


def client(shop: Shop, client_id: ClientId) -> Client:
    """One client's card, in the bin or not; raises NotFound."""
    with shop.read() as session:
        return _required(session, client_id)


def card(shop: Shop, client_id: ClientId, timeline_limit: int = 50) -> CardView:
    """One client with everything that the card shows; raises NotFound."""
    with shop.read() as session:
        kept = _required(session, client_id)
        figures = stored.figures(session, client_id)
        entries = stored_timeline.page(session, client_id, timeline_limit + 1)
        birthday = kept.birthday
        birthday_on = occasions.next_birthday(birthday, shop.today()) if birthday else None
        name_day = occasions.next_name_day(kept, shop.today(), shop.name_days)
        sources = {each.name: each for each in stored.sources(session)} if kept.source else {}
        total, bought = (figures.total_minor, figures.purchases) if figures else (0, 0)
        currency = shop.settings.shop.currency
        average = int(round_half_up(Decimal(total) / bought)) if bought else 0
        recommender = kept.recommended_by
        return CardView(
            client=kept,
            rhythm=quiet.rhythm_view(shop, client_id),
            name_day=NameDayOn(name_day.on, name_day.feast) if name_day else None,
            birthday_on=birthday_on,
            age=occasions.age_on(birthday, birthday_on) if birthday and birthday_on else None,
            source=sources.get(kept.source),
            recommended_by=_acquaintance(session, recommender) if recommender else None,
            recommended=tuple(
                _acquaintance(session, each) for each in stored.recommended(session, client_id)
            ),
            purchases=bought,
            total=Money(total, currency),
            average=Money(average, currency),
            debt=debts.debt_of(session, client_id, currency) or None,
            deleted_at=stored.deleted_at(session, client_id),
            timeline=tuple(entries[:timeline_limit]),
            timeline_complete=len(entries) <= timeline_limit,
        )


def timeline(
    shop: Shop, client_id: ClientId, limit: int = 100, before: TimelineEntry | None = None
) -> list[TimelineEntry]:
    """What happened with a client, newest first; `before` asks for the page after that entry."""
    with shop.read() as session:
        return stored_timeline.page(session, client_id, limit, before)


def find(shop: Shop, query: str, limit: int = 200) -> list[ClientId]:
    """Clients by fragments of anything on their cards, the likeliest first."""
    with shop.read() as session:
        return search.search(session, query, limit)


def by_card(shop: Shop, number: str) -> ClientId | None:
    """The client who holds exactly this card number, for a scan."""
    with shop.read() as session:
        return search.holder_of_card(session, number.strip())


def find_ids(
    shop: Shop, chosen: Filter, order: Order = Order.NAME, *, turned: bool = False
) -> Sequence[ClientId]:
    """The sorted ids of all clients that the filter lets through; `turned`: the last first."""
    with shop.read() as session:
        return lists.find_ids(session, chosen, order, shop.today(), turned=turned)


def lines(shop: Shop, ids: Sequence[ClientId]) -> list[ClientLine]:
    """Lines for these clients, in their order; those that are gone are left out."""
    with shop.read() as session:
        return lists.lines(session, ids, shop.today())


def count(shop: Shop) -> int:
    """How many cards there are, the bin left out."""
    with shop.read() as session:
        return stored_quiet.cards(session)


def tags(shop: Shop) -> list[str]:
    """Texts of preferences in use, the most frequent first."""
    with shop.read() as session:
        return stored.tags(session)


def sources(shop: Shop) -> list[Source]:
    """Where clients come from, by name."""
    with shop.read() as session:
        return stored.sources(session)


def _acquaintance(session: Session, client_id: ClientId) -> Acquaintance:
    return Acquaintance(client_id, shown_name(_required(session, client_id)))


def _edited(shop: Shop, session: Session, client: Client) -> Done[Client]:
    before = _required(session, client.id)
    _require_free_card(session, client)
    _require_recommender(session, client)
    kept = stored.save(session, client, shop.today())
    if kept == before:
        return Done(kept, Changes())
    undo = _write(shop, session, EDIT_CLIENT, kept.id, change_text(before, kept))
    return Done(kept, Changes(clients=frozenset({kept.id}), undo=undo))


def _write(
    shop: Shop, session: Session, deed: str, client: ClientId | None, detail: str = ""
) -> int:
    return journal.write(session, shop.now(), shop.seller, deed, client, detail)


def _required(session: Session, client: ClientId) -> Client:
    card = stored.get(session, client)
    if card is None:
        raise NotFound("client", str(client))
    return card


def _client_of(entry: Entry) -> ClientId:
    if entry.client_id is None:
        raise NotFound("client", "")
    return entry.client_id


def _require_something(client: Client) -> None:
    """A card must have something to know the client by."""
    said = (client.family, client.given, client.middle, client.called, client.company, client.card)
    ways = (*client.phones, *client.emails, *client.messengers)
    if not any(text.strip() for text in said) and not ways:
        raise BadValue("name", "", "empty")


def _require_free_card(session: Session, client: Client) -> None:
    if not client.card:
        return
    holder = stored.name_of_card_holder(session, client.card, client.id)
    if holder is not None:
        raise CardNumberTaken(client.card, holder)


def _require_recommender(session: Session, client: Client) -> None:
    """Whoever recommended them has a card, and it is not their own."""
    recommender = client.recommended_by
    if recommender is None:
        return
    if recommender == client.id or stored.get(session, recommender) is None:
        raise NotFound("client", str(recommender))
