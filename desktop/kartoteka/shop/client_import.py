"""Client lists brought in: each row is a new card, an update of one, or nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kartoteka.domain.clients import Client, ClientId
from kartoteka.exchange.client_rows import ClientReader, ReadClient
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.refused import Refused
from kartoteka.shop import Shop, matching
from kartoteka.shop.bringing import Duplicate, DuplicateKind, Work, sample_cells
from kartoteka.shop.refusals import RefusedRow
from kartoteka.store import bulk
from kartoteka.store import clients as stored
from kartoteka.store import imports as stored_imports
from kartoteka.store.book import Session
from kartoteka.store.card_rows import shown_name
from kartoteka.store.ids import next_id
from kartoteka.store.known import Keys, keys_of, name_key

_NAMESAKES = 200
"""Cards of one name that are looked at; beyond it a list of first names would never end."""


class _ReadRow(NamedTuple):
    """A row of the file, what it tells, and by what its card is known."""

    row: Row
    card: ReadClient
    keys: Keys


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
    new_id, today = next_id(session, "client"), shop.today()
    bulk.refer_ahead(session)
    with bulk.uncollected(), bulk.indexed_afterwards(session, *stored.TABLES):
        for rows in work.chunks():
            read = _read(reader, rows, work)
            chunk = _Chunk()
            wanted = {client for each in read for client, _ in _candidates(work, each)}
            chunk.kept = stored.get_many(session, wanted)
            for each in read:
                try:
                    new_id += _take(work, chunk, each, new_id, today)
                except Refused as why:
                    work.refuse(each.row, why)
            _write(session, work, chunk)


def _read(reader: ClientReader, rows: Sequence[Row], work: Work) -> list[_ReadRow]:
    read = []
    for row in rows:
        try:
            card = reader.read(row.cells)
            work.unread += [
                RefusedRow(row.number, why.column, why.value, why.why) for why in card.unread
            ]
            read.append(_ReadRow(row, card, keys_of(**card.told)))
        except Refused as why:
            work.refuse(row, why)
    return read


def _candidates(work: Work, read: _ReadRow) -> list[tuple[ClientId, str]]:
    return matching.candidates(work.known, read.keys, read.card.number)[:_NAMESAKES]


def _take(work: Work, chunk: _Chunk, read: _ReadRow, new_id: ClientId, today: date) -> int:
    """Decide what a row is; answers how many ids it used."""
    # Told with the id and day of a new card, which is what nearly every row is: a card is not
    # made twice.
    told = {"id": new_id, "added_on": today, **_with_recommender(work, read.card)}
    client = Client(**told)
    found = [(card, why) for each, why in _candidates(work, read) if (card := chunk.card(each))]
    match, like = matching.same_client(client, found) if found else (None, None)
    _require_free_card(work, client.card, match)
    if match:
        _bring_up_to_date(work, chunk, read.row, client, match)
        return 0
    chunk.new[new_id] = client
    work.known.add_new(new_id, read.keys)
    work.added += 1
    if like:
        _tell(work, read.row, client, like, same=False)
    return 1


def _require_free_card(work: Work, card: str, match: matching.Match | None) -> None:
    """Refuse a row whose card number somebody else holds, in the bin too."""
    holder = work.known.cards.get(card)
    others = holder is not None and (match is None or match.client.id != holder)
    if others or card in work.known.cards_in_bin:
        raise Refused("card taken", _column(work, "card"), card)


def _bring_up_to_date(
    work: Work, chunk: _Chunk, row: Row, client: Client, match: matching.Match
) -> None:
    _tell(work, row, client, match, same=True)
    after = match.after
    if after is match.client:
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
    stays = work.refused_file is not None  # nobody searches in a preview, or takes it back
    stored.add_many(session, list(chunk.new.values()), work.import_id, searched=stays)
    changed = [(chunk.kept[each], after) for each, after in chunk.now.items()]
    stored.change_many(session, changed, searched=stays)
    if stays:
        stored_imports.keep_changes(session, work.import_id, changed)
    work.changed_clients.update(chunk.now)


def _with_recommender(work: Work, read: ReadClient) -> dict[str, Any]:
    """What is told, with whoever recommended them; a name nobody has is kept in the notes."""
    text = read.recommended_by
    if not text:
        return read.told
    known = work.known
    found = [known.cards[text]] if text in known.cards else known.names.get(name_key(text), [])
    if len(found) == 1:
        return {**read.told, "recommended_by": found[0]}
    notes = "\n".join(part for part in (read.told.get("notes", ""), text) if part)
    return {**read.told, "notes": notes}


def _column(work: Work, field_name: str) -> str:
    """The heading of the column that is read as a field."""
    if field_name in work.fields:
        return work.table.header[work.fields.index(field_name)]
    return field_name
