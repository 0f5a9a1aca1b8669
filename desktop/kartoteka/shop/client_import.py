"""Client lists brought in: each row is a new card, an update of one, or nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kartoteka.domain.clients import Client, ClientId
from kartoteka.exchange.client_rows import ClientReader, ReadClient
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.refused import Refused
from kartoteka.shop import Shop, matching
from kartoteka.shop.bringing import Duplicate, DuplicateKind, Work, sample_cells
from kartoteka.store import clients as stored
from kartoteka.store import imports as stored_imports
from kartoteka.store.book import Session
from kartoteka.store.card_rows import shown_name
from kartoteka.store.known import name_key

_NAMESAKES = 200
"""Cards of one name that are looked at; beyond it a list of first names would never end."""


@dataclass(slots=True)
class _Chunk:
    """Cards in hand while some rows are read: as kept, as they shall be, and new ones."""

    kept: dict[ClientId, Client] = field(default_factory=dict)
    now: dict[ClientId, Client] = field(default_factory=dict)
    new: dict[ClientId, Client] = field(default_factory=dict)

    def card(self, client: ClientId) -> Client | None:
        return self.new.get(client) or self.now.get(client) or self.kept.get(client)


def bring_clients(shop: Shop, session: Session, work: Work) -> None:
    """Read every row of the table into the book; counts are kept in `work`."""
    reader = ClientReader(
        work.table.header,
        work.fields,
        sample_cells(work.table),
        shop.settings.shop.country,
        shop.today(),
    )
    next_id = stored.next_id(session)
    for rows in work.chunks():
        read = _read(reader, rows, work)
        chunk = _Chunk()
        wanted = {client for _, card in read for client, _ in _candidates(work, card)}
        chunk.kept = stored.get_many(session, wanted)
        for row, card in read:
            try:
                next_id += _take(shop, work, chunk, row, card, next_id)
            except Refused as why:
                work.refuse(row, why)
        _write(session, work, chunk)


def _read(reader: ClientReader, rows: Sequence[Row], work: Work) -> list[tuple[Row, ReadClient]]:
    read = []
    for row in rows:
        try:
            read.append((row, reader.read(row.cells)))
        except Refused as why:
            work.refuse(row, why)
    return read


def _candidates(work: Work, read: ReadClient) -> list[tuple[ClientId, str]]:
    return matching.candidates(work.known, read.client, read.number)[:_NAMESAKES]


def _take(
    shop: Shop, work: Work, chunk: _Chunk, row: Row, read: ReadClient, next_id: ClientId
) -> int:
    """Decide what a row is; answers how many ids it used."""
    client = _with_recommender(work, read)
    found = [(card, why) for each, why in _candidates(work, read) if (card := chunk.card(each))]
    match, like = matching.same_client(client, found) if found else (None, None)
    if like and like.why == "card":
        raise Refused("card taken", _column(work, "card"), client.card)
    if match is None:
        if client.card in work.known.cards_in_bin:
            raise Refused("card taken", _column(work, "card"), client.card)
        new = replace(client, id=next_id, added_on=client.added_on or shop.today())
        chunk.new[new.id] = new
        work.known.add(new)
        work.added += 1
        if like:
            _tell(work, row, client, like, same=False)
        return 1
    _bring_up_to_date(work, chunk, row, client, match)
    return 0


def _bring_up_to_date(
    work: Work, chunk: _Chunk, row: Row, client: Client, match: matching.Match
) -> None:
    after = matching.updated(match.client, client)
    _tell(work, row, client, match, same=True)
    if after == match.client:
        work.unchanged += 1
        return
    work.updated += 1
    work.known.add(after)
    if after.id in chunk.new:
        chunk.new[after.id] = after
    else:
        chunk.now[after.id] = after


def _tell(work: Work, row: Row, client: Client, like: matching.Match, *, same: bool) -> None:
    if like.why not in set(DuplicateKind):
        return
    work.resembles(
        Duplicate(
            row.number,
            shown_name(client),
            like.client.id,
            shown_name(like.client),
            DuplicateKind(like.why),
            same,
        )
    )


def _write(session: Session, work: Work, chunk: _Chunk) -> None:
    stored.add_many(session, list(chunk.new.values()), work.import_id)
    changed = [(chunk.kept[each], after) for each, after in chunk.now.items()]
    stored.change_many(session, changed)
    stored_imports.keep_changes(session, work.import_id, changed)
    work.changed_clients.update(chunk.now)


def _with_recommender(work: Work, read: ReadClient) -> Client:
    """The card with whoever recommended it; a name that nobody has is kept in the notes."""
    text = read.recommended_by
    if not text:
        return read.client
    known = work.known
    found = [known.cards[text]] if text in known.cards else known.names.get(name_key(text), [])
    if len(found) == 1:
        return replace(read.client, recommended_by=found[0])
    notes = "\n".join(part for part in (read.client.notes, text) if part)
    return replace(read.client, notes=notes)


def _column(work: Work, field_name: str) -> str:
    """The heading of the column that is read as a field."""
    if field_name in work.fields:
        return work.table.header[work.fields.index(field_name)]
    return field_name
