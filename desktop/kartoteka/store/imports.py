"""Imports in the book: what each did, the purchases that it brought, and the way back."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.sales import PaymentKind, SaleId
from kartoteka.store import bulk
from kartoteka.store.book import Session
from kartoteka.store.card_text import change_of, change_text
from kartoteka.store.direct import direct, scalar
from kartoteka.store.moments import moment_of, moment_text


@dataclass(frozen=True, slots=True)
class ImportHead:
    """One import and its counts."""

    id: int
    at: datetime
    kind: str
    file_name: str
    rows: int
    added: int
    updated: int
    unchanged: int
    refused: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPurchase:
    """An imported sale or return with its only line so far; the total of a return is negative."""

    id: SaleId
    uuid: str
    client: ClientId
    on: date
    currency: str
    note: str
    payment: PaymentKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A line of an imported sale."""

    sale: SaleId
    position: int
    name: str
    quantity: Decimal
    price_minor: int
    discount_minor: int
    total_minor: int
    unit: str
    sku: str


_IMPORT = "SELECT id, at, kind, file_name, rows, added, updated, unchanged, refused, undone_at"
_SALE = (
    "INSERT INTO sale (id, uuid, client_id, day, at, currency, total_minor, note, seller,"
    " import_id) VALUES (?, ?, ?, ?, ?, ?, 0, ?, '', ?)"
)
_LINE = (
    "INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor,"
    " total_minor, unit, sku) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# Used since: a paper was issued, a receipt's number given, or goods were taken back.
_SALE_IN_USE = """
(number IS NOT NULL OR EXISTS (SELECT 1 FROM paper WHERE paper.sale_id = sale.id)
 OR EXISTS (SELECT 1 FROM sale AS back WHERE back.returns_id = sale.id))
"""
_LONELY = """
SELECT id FROM client WHERE import_id = :id
AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM paper WHERE paper.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM call WHERE call.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM offer_shown WHERE offer_shown.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM debt_payment WHERE debt_payment.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM held_sale WHERE held_sale.client_id = client.id)
AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.client_id = client.id AND undone_at IS NULL)
AND NOT EXISTS (SELECT 1 FROM import_before WHERE client_id = client.id AND import_id > :id)
AND NOT EXISTS (SELECT 1 FROM client AS friend WHERE friend.recommended_by = client.id
                AND friend.import_id IS NOT :id)
"""


def begin(session: Session, at: datetime, kind: str, file_name: str) -> int:
    """Make the import's own row and answer its id."""
    sql = (
        "INSERT INTO import (at, kind, file_name, rows, added, updated, unchanged, refused)"
        " VALUES (?, ?, ?, 0, 0, 0, 0, 0) RETURNING id"
    )
    return int(scalar(session, sql, (moment_text(at), kind, file_name)))


def finish(session: Session, import_id: int, counts: tuple[int, int, int, int, int]) -> None:
    """Keep rows, added, updated, unchanged and refused."""
    sql = (
        "UPDATE import SET rows = ?, added = ?, updated = ?, unchanged = ?, refused = ?"
        " WHERE id = ?"
    )
    direct(session).execute(sql, (*counts, import_id))


def forget(session: Session, import_id: int) -> None:
    """Remove the row of an import that changed nothing."""
    direct(session).execute("DELETE FROM import WHERE id = ?", (import_id,))


def past(session: Session, limit: int) -> list[ImportHead]:
    """Imports, newest first."""
    rows = direct(session).execute(f"{_IMPORT} FROM import ORDER BY id DESC LIMIT ?", (limit,))
    return [
        ImportHead(
            id=row[0],
            at=moment_of(row[1]),
            kind=row[2],
            file_name=row[3],
            rows=row[4],
            added=row[5],
            updated=row[6],
            unchanged=row[7],
            refused=row[8],
            undone_at=moment_of(row[9]) if row[9] else None,
        )
        for row in rows.fetchall()
    ]


def standing(session: Session, import_id: int) -> bool:
    """Whether the import is there and not taken back."""
    sql = "SELECT 1 FROM import WHERE id = ? AND undone_at IS NULL"
    return scalar(session, sql, (import_id,)) is not None


def keep_changes(
    session: Session, import_id: int, changed: Sequence[tuple[Client, Client]]
) -> None:
    """Remember cards as they were before the import and as it left them.

    A card that the same import changes again keeps its first before.
    """
    known = dict(changes(session, import_id, [after.id for _, after in changed]))
    rows = [
        (import_id, after.id, change_text(known.get(after.id, (before, after))[0], after))
        for before, after in changed
    ]
    sql = "INSERT OR REPLACE INTO import_before (import_id, client_id, before) VALUES (?, ?, ?)"
    direct(session).executemany(sql, rows)


def changes(
    session: Session, import_id: int, clients: Sequence[ClientId] | None = None
) -> Iterator[tuple[ClientId, tuple[Client, Client]]]:
    """Cards that the import changed, all or some: before and after."""
    sql = "SELECT client_id, before FROM import_before WHERE import_id = ?"
    values: tuple[object, ...] = (import_id,)
    if clients is not None:
        sql += " AND client_id IN (SELECT value FROM json_each(?))"
        values = (import_id, json.dumps(list(clients)))
    for client, text in direct(session).execute(sql, values).fetchall():
        yield client, change_of(text)


def known_sales(session: Session, uuids: Sequence[str]) -> dict[str, SaleId]:
    """Which of these sales are in the book."""
    sql = (
        "SELECT sale.uuid, sale.id FROM json_each(?) AS wanted"
        " CROSS JOIN sale ON sale.uuid = wanted.value"
    )
    return dict(direct(session).execute(sql, (json.dumps(list(uuids)),)).fetchall())


def lines_of(session: Session, sale: SaleId) -> list[tuple[str, str, int]]:
    """Name, quantity and total of every line of a sale."""
    sql = "SELECT name, quantity, total_minor FROM sale_line WHERE sale_id = ?"
    return list(direct(session).execute(sql, (sale,)).fetchall())


def add_purchases(
    session: Session, import_id: int, sales: Sequence[NewPurchase], lines: Sequence[NewLine]
) -> None:
    """Add sales and lines; totals and payments follow with `balance`."""
    bulk.insert(
        session,
        _SALE,
        [
            (
                sale.id,
                sale.uuid,
                sale.client,
                sale.on.isoformat(),
                moment_text(datetime.combine(sale.on, time())),
                sale.currency,
                sale.note,
                import_id,
            )
            for sale in sales
        ],
    )
    bulk.insert(
        session,
        _LINE,
        [
            (
                line.sale,
                line.position,
                line.name,
                str(line.quantity),
                line.price_minor,
                line.discount_minor,
                line.total_minor,
                line.unit,
                line.sku,
            )
            for line in lines
        ],
    )
    bulk.insert(
        session,
        "INSERT INTO payment (sale_id, position, kind, amount_minor) VALUES (?, 1, ?, 0)",
        [(sale.id, sale.payment.value) for sale in sales if sale.payment],
    )


def balance(session: Session, import_id: int) -> None:
    """Give every imported sale the sum of its lines, and its payment the whole of it."""
    raw = direct(session)
    raw.execute(
        "UPDATE sale SET total_minor = (SELECT sum(total_minor) FROM sale_line"
        " WHERE sale_id = sale.id) WHERE import_id = ?",
        (import_id,),
    )
    raw.execute(
        "UPDATE payment SET amount_minor = (SELECT total_minor FROM sale WHERE id = sale_id)"
        " WHERE sale_id IN (SELECT id FROM sale WHERE import_id = ?)",
        (import_id,),
    )


def drop_purchases(session: Session, import_id: int) -> tuple[int, int]:
    """Remove the purchases of an import; answers how many went and how many are in use and stay."""
    raw = direct(session)
    chosen = f"SELECT id FROM sale WHERE import_id = ? AND NOT {_SALE_IN_USE}"  # noqa: S608
    ids = json.dumps([row[0] for row in raw.execute(chosen, (import_id,)).fetchall()])
    wanted = "(SELECT value FROM json_each(?))"
    for table in ("sale_line", "payment"):
        raw.execute(f"DELETE FROM {table} WHERE sale_id IN {wanted}", (ids,))  # noqa: S608
    gone = raw.execute(f"DELETE FROM sale WHERE id IN {wanted}", (ids,)).rowcount  # noqa: S608
    stay = scalar(session, "SELECT count(*) FROM sale WHERE import_id = ?", (import_id,))
    return int(gone), int(stay)


def added_clients(session: Session, import_id: int) -> tuple[list[ClientId], int]:
    """Cards that the import added and nobody used since, and how many others it added."""
    lonely = [row[0] for row in direct(session).execute(_LONELY, {"id": import_id}).fetchall()]
    sql = "SELECT count(*) FROM client WHERE import_id = ?"
    return lonely, int(scalar(session, sql, (import_id,))) - len(lonely)


def mark_undone(session: Session, import_id: int, at: datetime) -> None:
    """Remember that the import was taken back."""
    sql = "UPDATE import SET undone_at = ? WHERE id = ?"
    direct(session).execute(sql, (moment_text(at), import_id))
    direct(session).execute("DELETE FROM import_before WHERE import_id = ?", (import_id,))
