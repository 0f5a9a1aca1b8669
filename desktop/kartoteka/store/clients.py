"""Cards in the book: saved and read whole, many at a time; the search index goes with them."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from kartoteka.domain.clients import Client, ClientId, Consent, Source
from kartoteka.domain.folding import fold
from kartoteka.domain.rhythm import Figures
from kartoteka.store import bulk, journal, search
from kartoteka.store.book import Session
from kartoteka.store.card_rows import COLUMNS, LISTS, SIDES, shown_name, side_rows, values
from kartoteka.store.cards import get as get
from kartoteka.store.cards import get_many as get_many
from kartoteka.store.direct import direct, scalar
from kartoteka.store.ids import next_id
from kartoteka.store.moments import day_of, moment_of, moment_text

_INSERT = (
    f"INSERT INTO client ({', '.join(COLUMNS)}, import_id,"  # noqa: S608 - names of ours
    " visits, purchases, total_minor, yearly_minor)"
    f" VALUES ({', '.join('?' * len(COLUMNS))}, ?, 0, 0, 0, 0)"
)
_UPDATE = (
    f"UPDATE client SET {', '.join(f'{name} = ?' for name in COLUMNS[1:])}"  # noqa: S608
    " WHERE id = ?"
)
TABLES = ("client", *SIDES)
"""Where a card lies."""
_NOBODYS_BASKET = """
UPDATE held_sale SET client_id = NULL, title = '',
    basket = json_set(basket, '$.client', NULL, '$.note', '')
"""
_AT_ONCE = 2_000
"""Cards that are read whole at a time."""
_REPLACED = ("phone", "email", "messenger", "contact_person", "tag")


def save(session: Session, client: Client, today: date) -> Client:
    """Add a card (id 0) or replace the one that is there; answers it as it is kept.

    The consents of a card are only added to. `added_on` of a new card is `today` when empty.
    """
    before = get(session, client.id) if client.id else None
    if before is None:
        kept = replace(client, id=client.id or next_id(session, "client"))
        kept = replace(kept, added_on=kept.added_on or today)
        add_many(session, [kept])
        return kept
    kept = replace(
        client,
        added_on=client.added_on or before.added_on,
        consents=_continued(before.consents, client.consents),
    )
    change_many(session, [(before, kept)])
    return kept


def add_many(
    session: Session,
    clients: Sequence[Client],
    import_id: int | None = None,
    *,
    searched: bool = True,
) -> None:
    """Add cards whose ids are chosen and free, with everything on them.

    Not `searched`: they stay out of the search, in a deed that is taken back whole.
    """
    if not clients:
        return
    sources = _source_ids(session, clients)
    bulk.insert(session, _INSERT, [(*values(client, sources), import_id) for client in clients])
    for table, listed in LISTS.items():
        _insert_side(session, table, [(each, each.consents) for each in clients if listed(each)])
    if searched:
        search.index(session, clients)


def change_many(
    session: Session, changed: Sequence[tuple[Client, Client]], *, searched: bool = True
) -> None:
    """Replace cards: each pair is the card as it is kept and as it shall be.

    Not `searched`: the search stays as it was, in a deed that is taken back whole.
    """
    pairs = [(before, after) for before, after in changed if before != after]
    if not pairs:
        return
    sources = _source_ids(session, [after for _, after in pairs])
    raw = direct(session)
    raw.executemany(_UPDATE, [(*values(after, sources)[1:], after.id) for _, after in pairs])
    ids = [(after.id,) for _, after in pairs]
    for table in _REPLACED:
        raw.executemany(f"DELETE FROM {table} WHERE client_id = ?", ids)  # noqa: S608
        _insert_side(session, table, [(after, ()) for _, after in pairs])
    new = [(after, after.consents[len(before.consents) :]) for before, after in pairs]
    _insert_side(session, "consent", new)
    if not searched:
        return
    shown = set(_in_use(session, [after.id for _, after in pairs]))
    search.forget(session, [after.id for _, after in pairs])
    search.index(session, [after for _, after in pairs if after.id in shown])


def figures(session: Session, client_id: ClientId) -> Figures | None:
    """The figures kept beside a card."""
    sql = (
        "SELECT visits, purchases, first_visit, last_visit, total_minor, usual_days, due_on,"
        " cooling_on, quiet_on, lost_on, yearly_minor FROM client WHERE id = ?"
    )
    row = direct(session).execute(sql, (client_id,)).fetchone()
    if row is None:
        return None
    turns = (day_of(row[6]), day_of(row[7]), day_of(row[8]), day_of(row[9]))
    return Figures(row[0], row[1], day_of(row[2]), day_of(row[3]), row[4], row[5], *turns, row[10])


def drop_consents(session: Session, client_id: ClientId, said: Sequence[Consent]) -> None:
    """Take back decisions that were written down by mistake; only undoing does it."""
    sql = (
        "DELETE FROM consent WHERE id = (SELECT max(id) FROM consent WHERE client_id = ?"
        " AND channel = ? AND given = ? AND at = ?)"
    )
    rows = [(client_id, each.channel.value, each.given, moment_text(each.at)) for each in said]
    direct(session).executemany(sql, rows)


def deleted_at(session: Session, client_id: ClientId) -> datetime | None:
    """When the card was put into the bin; None when it is not there."""
    sql = "SELECT deleted_at FROM client WHERE id = ?"
    found = scalar(session, sql, (client_id,))
    return moment_of(found) if found else None


def delete(session: Session, ids: Sequence[ClientId], at: datetime) -> list[ClientId]:
    """Put cards into the bin and out of the search; answers those that were in use."""
    gone = _in_use(session, ids)
    sql = "UPDATE client SET deleted_at = ? WHERE id IN (SELECT value FROM json_each(?))"
    direct(session).execute(sql, (moment_text(at), json.dumps(gone)))
    search.forget(session, gone)
    return gone


def restore(session: Session, ids: Sequence[ClientId]) -> list[ClientId]:
    """Take cards out of the bin; answers those that were there."""
    back = in_bin(session, ids)
    sql = "UPDATE client SET deleted_at = NULL WHERE id IN (SELECT value FROM json_each(?))"
    direct(session).execute(sql, (json.dumps(back),))
    for start in range(0, len(back), _AT_ONCE):
        search.index(session, get_many(session, back[start : start + _AT_ONCE]).values())
    return back


def in_bin(session: Session, ids: Sequence[ClientId]) -> list[ClientId]:
    """Those of the cards that are in the bin, in the order asked."""
    sql = (
        "SELECT client.id FROM json_each(?) AS wanted CROSS JOIN client"
        " ON client.id = wanted.value AND deleted_at IS NOT NULL"
    )
    return [row[0] for row in direct(session).execute(sql, (json.dumps(list(ids)),))]


def erase(session: Session, ids: Sequence[ClientId]) -> None:
    """Remove cards for good with all that is only theirs; sales and papers stay, nameless."""
    if not ids:
        return
    search.forget(session, ids)
    wanted = json.dumps(list(ids))
    raw = direct(session)
    raw.execute("PRAGMA secure_delete = ON").fetchall()  # pages that fall free are overwritten too
    these, mark = "IN (SELECT value FROM json_each(?))", journal.ERASED
    own = (*SIDES, "call", "offer_shown")
    for statement in (
        *(f"DELETE FROM {table} WHERE client_id {these}" for table in own),  # noqa: S608
        f"UPDATE sale SET client_id = NULL WHERE client_id {these}",  # noqa: S608
        f"UPDATE paper SET client_id = NULL WHERE client_id {these}",  # noqa: S608
        f"UPDATE debt_payment SET client_id = NULL WHERE client_id {these}",  # noqa: S608
        f"{_NOBODYS_BASKET} WHERE client_id {these}",
        f"UPDATE journal SET client_id = NULL, detail = '{mark}' WHERE client_id {these}",  # noqa: S608
        f"UPDATE client SET recommended_by = NULL WHERE recommended_by {these}",  # noqa: S608
        f"DELETE FROM import_before WHERE client_id {these}",  # noqa: S608
        f"DELETE FROM client WHERE id {these}",  # noqa: S608
    ):
        raw.execute(statement, (wanted,))
    raw.execute("PRAGMA secure_delete = FAST").fetchall()


def recommended(session: Session, client_id: ClientId) -> list[ClientId]:
    """Whom this client recommended, by name."""
    sql = (
        "SELECT id FROM client WHERE recommended_by = ? AND deleted_at IS NULL"
        " ORDER BY sort_name, id"
    )
    return [row[0] for row in direct(session).execute(sql, (client_id,))]


def name_of_card_holder(session: Session, number: str, besides: ClientId) -> str | None:
    """The name of another client, in the bin too, who holds this card number."""
    sql = "SELECT id FROM client WHERE card = ? AND id <> ?"
    found = scalar(session, sql, (number, besides))
    holder = get(session, found) if found else None
    return shown_name(holder) if holder else None


def every_id(session: Session) -> "array[int]":
    """The ids of all cards, the bin left out, in ascending order."""
    sql = "SELECT id FROM client WHERE deleted_at IS NULL ORDER BY id"
    return array("q", (row[0] for row in direct(session).execute(sql)))


def tags(session: Session) -> list[str]:
    """Texts of preferences in use, the most frequent first."""
    sql = "SELECT min(text) FROM tag GROUP BY folded ORDER BY count(*) DESC, folded LIMIT 500"
    return [row[0] for row in direct(session).execute(sql)]


def sources(session: Session) -> list[Source]:
    """Where clients come from, by name."""
    sql = "SELECT name, cost_minor FROM source"
    rows = direct(session).execute(sql).fetchall()
    return sorted((Source(name, cost) for name, cost in rows), key=lambda each: fold(each.name))


def save_source(session: Session, source: Source) -> Source | None:
    """Add a source or change its cost; answers it as it was before, None for a new one."""
    before = [each for each in sources(session) if each.name == source.name]
    sql = (
        "INSERT INTO source (name, cost_minor) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET cost_minor = excluded.cost_minor"
    )
    direct(session).execute(sql, (source.name, source.cost_minor))
    return before[0] if before else None


def _insert_side(
    session: Session, table: str, cards: Sequence[tuple[Client, tuple[Consent, ...]]]
) -> None:
    rows = [row for client, new in cards for row in side_rows(table, client, new)]
    if rows:
        columns = SIDES[table]
        marks = ", ".join("?" * len(columns.split(", ")))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - names of ours
        bulk.insert(session, sql, rows)


def _continued(kept: tuple[Consent, ...], given: tuple[Consent, ...]) -> tuple[Consent, ...]:
    """The history with what is new in `given` behind it."""
    return kept + tuple(consent for consent in given if consent not in kept)


def _source_ids(session: Session, clients: Sequence[Client]) -> dict[str, int]:
    names = {client.source for client in clients if client.source}
    if not names:
        return {}
    raw = direct(session)
    raw.executemany(
        "INSERT INTO source (name, cost_minor) VALUES (?, 0) ON CONFLICT (name) DO NOTHING",
        [(name,) for name in sorted(names)],
    )
    return {name: key for key, name in raw.execute("SELECT id, name FROM source")}


def _in_use(session: Session, ids: Sequence[ClientId]) -> list[ClientId]:
    sql = (
        "SELECT client.id FROM json_each(?) AS wanted CROSS JOIN client"
        " ON client.id = wanted.value AND deleted_at IS NULL"
    )
    return [row[0] for row in direct(session).execute(sql, (json.dumps(list(ids)),))]
