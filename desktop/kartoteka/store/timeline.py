"""What happened with a client, newest first, gathered from sales, papers, calls and the journal."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kartoteka.domain.clients import Channel, ClientId
from kartoteka.domain.contacts import Outcome
from kartoteka.domain.money import Money
from kartoteka.domain.timeline import Event, TimelineEntry
from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.moments import moment_of, moment_text

# Each part gives its newest rows before (at, rank, ref): a page costs a page, not the history.
# The rank sets the order within one moment: a paper lies above the sale that it is for.
_SALES = """
SELECT CASE WHEN returns_id IS NULL AND total_minor >= 0 THEN 'sale' ELSE 'return' END,
       id, moment, number, total_minor, currency, seller, voided_at IS NOT NULL
FROM (SELECT *, CASE WHEN date(at) = day THEN at ELSE day || ' 00:00:00.000000' END AS moment
      FROM sale WHERE client_id = :client)
WHERE (moment, 1, id) < (:at, :rank, :ref) ORDER BY moment DESC, id DESC LIMIT :limit
"""
_PAPERS = """
SELECT 'paper', paper.id, paper.at, paper.number, paper.kind, coalesce(offer.title, ''), paper.shown
FROM paper LEFT JOIN offer ON offer.id = paper.offer_id
WHERE paper.client_id = :client AND (paper.at, 2, paper.id) < (:at, :rank, :ref)
ORDER BY paper.at DESC, paper.id DESC LIMIT :limit
"""
_CALLS = """
SELECT 'call', id, at, channel, outcome, said, seller FROM call
WHERE client_id = :client AND outcome IS NOT NULL AND at IS NOT NULL
  AND (at, 3, id) < (:at, :rank, :ref)
ORDER BY at DESC, id DESC LIMIT :limit
"""
_CONSENTS = """
SELECT 'consent', id, at, channel, given, how, wording FROM consent
WHERE client_id = :client AND (at, 4, id) < (:at, :rank, :ref)
ORDER BY at DESC, id DESC LIMIT :limit
"""
_DEBTS = """
SELECT 'debt_payment', id, at, kind, amount_minor, currency, seller, voided_at IS NOT NULL
FROM debt_payment
WHERE client_id = :client AND (at, 6, id) < (:at, :rank, :ref)
ORDER BY at DESC, id DESC LIMIT :limit
"""
_DEEDS = """
SELECT 'edit', id, at, deed, seller, undone_at IS NOT NULL, '' FROM journal
WHERE client_id = :client
  AND deed IN ('add_client', 'edit_client', 'delete_client', 'restore_client')
  AND (at, 5, id) < (:at, :rank, :ref)
ORDER BY at DESC, id DESC LIMIT :limit
"""
_IMPORT = """
SELECT 'edit', import.id, import.at, 'import', '', 0, '' FROM client
JOIN import ON import.id = client.import_id
WHERE client.id = :client AND (import.at, 5, import.id) < (:at, :rank, :ref) LIMIT :limit
"""
_RANKS = {
    Event.SALE: 1,
    Event.RETURN: 1,
    Event.PAPER: 2,
    Event.CALL: 3,
    Event.CONSENT: 4,
    Event.EDIT: 5,
    Event.DEBT_PAYMENT: 6,
}
_NAMED_ITEMS = 3
_ITEMS = """
SELECT sale_id, name FROM json_each(?) AS wanted CROSS JOIN sale_line ON sale_id = wanted.value
ORDER BY sale_id, position
"""


def page(
    session: Session, client: ClientId, limit: int, before: TimelineEntry | None = None
) -> list[TimelineEntry]:
    """The newest entries, or those that follow `before`."""
    values = {
        "client": client,
        "at": moment_text(before.at) if before else "9999-12-31",
        "rank": _RANKS[before.event] if before else 9,
        "ref": before.ref if before else 0,
        "limit": limit,
    }
    raw = direct(session)
    rows = [
        row
        for sql in (_SALES, _PAPERS, _CALLS, _CONSENTS, _DEBTS, _DEEDS, _IMPORT)
        for row in raw.execute(sql, values)
    ]
    rows.sort(key=lambda row: (row[2], _RANKS[Event(row[0])], row[1]), reverse=True)
    newest = rows[:limit]
    items = _items(session, [row[1] for row in newest if row[0] in ("sale", "return")])
    return [_entry(row, items) for row in newest]


def _items(session: Session, sales: Sequence[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for sale, name in direct(session).execute(_ITEMS, (json.dumps(sales),)):
        names[sale].append(name)
    return names


def _entry(row: Any, items: dict[int, list[str]]) -> TimelineEntry:
    event, ref, at = Event(row[0]), row[1], moment_of(row[2])
    match event:
        case Event.SALE | Event.RETURN:
            named = [name for name in items[ref] if name]
            return TimelineEntry(
                event=event,
                ref=ref,
                at=at,
                number=row[3],
                amount=Money(row[4], row[5]),
                items=tuple(named[:_NAMED_ITEMS]),
                more_items=max(len(named) - _NAMED_ITEMS, 0),
                seller=row[6],
                undone=bool(row[7]),
            )
        case Event.DEBT_PAYMENT:
            return TimelineEntry(
                event=event,
                ref=ref,
                at=at,
                amount=Money(row[4], row[5]),
                how=row[3],
                seller=row[6],
                undone=bool(row[7]),
            )
        case Event.PAPER:
            return TimelineEntry(
                event=event,
                ref=ref,
                at=at,
                number=row[3],
                paper=row[4],
                offer=row[5],
                shown=row[6],
            )
        case Event.CALL:
            return TimelineEntry(
                event=event,
                ref=ref,
                at=at,
                channel=Channel(row[3]),
                outcome=Outcome(row[4]),
                said=row[5],
                seller=row[6],
            )
        case Event.CONSENT:
            return TimelineEntry(
                event=event,
                ref=ref,
                at=at,
                channel=Channel(row[3]),
                given=bool(row[4]),
                how=row[5],
                wording=row[6],
            )
        case Event.EDIT:
            return TimelineEntry(
                event=event, ref=ref, at=at, deed=row[3], seller=row[4], undone=bool(row[5])
            )
