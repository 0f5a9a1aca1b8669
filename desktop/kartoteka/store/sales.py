"""Sales and returns in the book: written lean, for the till waits; found by number, id or client.

A return's totals are kept negative, so that sums need no special case; its quantities are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, Payment, PaymentKind, Sale, SaleId, price_line
from kartoteka.store import bulk
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import IS_VISIT, in_currency
from kartoteka.store.ids import next_id
from kartoteka.store.moments import moment_of, moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSale:
    """A sale or return to be kept; each line comes with its total, and all has been checked."""

    uuid: str
    number: int | None
    client: ClientId | None
    on: date
    at: datetime
    total: Money
    lines: Sequence[tuple[Line, Money]]
    payments: Sequence[Payment]
    note: str = ""
    returns: SaleId | None = None
    seller: str = ""
    prices_include_vat: bool = True


@dataclass(frozen=True, slots=True)
class SoldItem:
    """One line as the history shows it."""

    name: str
    quantity: Decimal
    total_minor: int
    unit: str


@dataclass(frozen=True, slots=True)
class SaleHead:
    """A sale or return without its lines."""

    id: SaleId
    number: int | None
    on: date
    total: Money
    note: str
    returns: SaleId | None
    returned_minor: int
    """What later returns took back of it (positive)."""
    voided: bool = False


_INSERT = """
INSERT INTO sale (id, uuid, number, client_id, day, at, currency, total_minor, note, returns_id,
                  seller, prices_include_vat, discount_minor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_WITH_ID = """
INSERT INTO sale (id, uuid, number, client_id, day, at, currency, total_minor, note, returns_id,
                  seller)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_LINE = """
INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor, total_minor,
                       unit, sku, vat_rate, returns_position, item_id, cost_minor,
                       sale_discount_minor, serial)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_PLAIN_LINE = """
INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor, total_minor,
                       unit, sku, vat_rate, returns_position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_ITEM_LINE = """
INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor, total_minor,
                       unit, sku, vat_rate, returns_position, item_id, cost_minor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_PAYMENT = """
INSERT INTO payment (sale_id, position, kind, amount_minor, tendered_minor) VALUES (?, ?, ?, ?, ?)
"""
_INSERT_PLAIN_PAYMENT = """
INSERT INTO payment (sale_id, position, kind, amount_minor) VALUES (?, ?, ?, ?)
"""
_SALE = """
SELECT id, uuid, number, day, at, client_id, currency, total_minor, note, returns_id, seller,
       prices_include_vat, voided_at, void_reason
FROM sale WHERE id = ?
"""
_LINES = """
SELECT name, quantity, price_minor, discount_minor, unit, sku, vat_rate, returns_position,
       item_id, cost_minor, sale_discount_minor, total_minor, serial
FROM sale_line WHERE sale_id = ? ORDER BY position
"""
_PAYMENTS = """
SELECT kind, amount_minor, tendered_minor FROM payment WHERE sale_id = ? ORDER BY position
"""
_RETURNED = """
SELECT sale_line.returns_position, sale_line.quantity, sale_line.total_minor
FROM sale JOIN sale_line ON sale_line.sale_id = sale.id
WHERE sale.returns_id = ? AND sale.voided_at IS NULL AND sale_line.returns_position IS NOT NULL
"""
_HEADS = """
SELECT id, number, day, currency, total_minor, note, returns_id,
       (SELECT -coalesce(sum(total_minor), 0) FROM sale AS back
        WHERE back.returns_id = sale.id AND back.voided_at IS NULL), voided_at IS NOT NULL
FROM sale WHERE client_id = ? ORDER BY day DESC, id DESC LIMIT ?
"""


def add(session: Session, sale: NewSale) -> SaleId:
    """Keep a sale with its lines and payments and answer its id."""
    connection = direct(session)
    sale_id = next_id(session, "sale")
    values = (
        sale_id,
        sale.uuid,
        sale.number,
        sale.client,
        sale.on.isoformat(),
        moment_text(sale.at),
        sale.total.currency,
        sale.total.minor,
        sale.note,
        sale.returns,
        sale.seller,
        int(sale.prices_include_vat),
        sum(line.sale_discount.minor for line, _ in sale.lines if line.sale_discount),
    )
    connection.execute(_INSERT, values)
    lines = [
        _line_values(sale_id, position, line, total)
        for position, (line, total) in enumerate(sale.lines, start=1)
    ]
    connection.executemany(_INSERT_LINE, lines)
    payments = [
        (
            sale_id,
            position,
            payment.kind.value,
            payment.amount.minor,
            payment.tendered and payment.tendered.minor,
        )
        for position, payment in enumerate(sale.payments, start=1)
    ]
    if payments:
        connection.executemany(_INSERT_PAYMENT, payments)
    return sale_id


@dataclass(frozen=True, slots=True)
class Rows:
    """Finished rows for `add_many`, each in the order of its statement."""

    sales: list[tuple[Any, ...]] = field(default_factory=list)
    """id, uuid, number, client, day, at, currency, total_minor, note, returns, seller (texts)."""
    lines: list[Any] = field(default_factory=list)
    """sale, position, name, quantity, price, discount, total, unit, sku, VAT rate, returned one."""
    item_lines: list[tuple[Any, ...]] = field(default_factory=list)
    """Lines of items of the catalogue: as `lines`, then the item and its cost in minor units."""
    payments: list[tuple[Any, ...]] = field(default_factory=list)
    """sale, position, kind, amount."""


def add_many(session: Session, rows: Rows) -> None:
    """Keep many sales whose ids are chosen; the figures are counted by `figures.refresh_all`."""
    bulk.insert(session, _INSERT_WITH_ID, rows.sales)
    bulk.insert(session, _INSERT_PLAIN_LINE, rows.lines)
    bulk.insert(session, _INSERT_ITEM_LINE, rows.item_lines)
    bulk.insert(session, _INSERT_PLAIN_PAYMENT, rows.payments)


def id_of_uuid(session: Session, uuid: str) -> SaleId | None:
    """The sale with this idempotency key."""
    sql = "SELECT id FROM sale WHERE uuid = ?"
    found: int | None = scalar(session, sql, (uuid,))
    return found


def id_of_number(session: Session, number: int) -> SaleId | None:
    """The sale with this receipt number."""
    sql = "SELECT id FROM sale WHERE number = ?"
    found: int | None = scalar(session, sql, (number,))
    return found


def get(session: Session, sale_id: SaleId) -> Sale | None:
    """A sale with everything; the points are the loyalty ledger's matter."""
    connection = direct(session)
    row = connection.execute(_SALE, (sale_id,)).fetchone()
    if row is None:
        return None
    currency = row[6]
    lines = connection.execute(_LINES, (sale_id,))
    payments = connection.execute(_PAYMENTS, (sale_id,))
    back = returned(session, sale_id)
    return Sale(
        id=row[0],
        uuid=row[1],
        number=row[2],
        on=date.fromisoformat(row[3]),
        at=moment_of(row[4]),
        client=row[5],
        lines=tuple(_line(line, currency, with_vat=bool(row[11])) for line in lines),
        payments=tuple(
            Payment(
                PaymentKind(kind),
                Money(minor, currency),
                None if tendered is None else Money(tendered, currency),
            )
            for kind, minor, tendered in payments
        ),
        total=Money(row[7], currency),
        note=row[8],
        returns=row[9],
        seller=row[10],
        returned_quantities={position: quantity for position, (quantity, _) in back.items()},
        prices_include_vat=bool(row[11]),
        voided_at=row[12] and moment_of(row[12]),
        void_reason=row[13],
    )


def totals_of_lines(session: Session, sale_id: SaleId) -> list[int]:
    """The totals of a sale's lines in minor units, by position."""
    sql = "SELECT total_minor FROM sale_line WHERE sale_id = ? ORDER BY position"
    return [row[0] for row in direct(session).execute(sql, (sale_id,))]


def returned(session: Session, sale_id: SaleId) -> dict[int, tuple[Decimal, int]]:
    """Position → quantity and money (both positive) that earlier returns took back."""
    back: dict[int, tuple[Decimal, int]] = {}
    for position, quantity, minor in direct(session).execute(_RETURNED, (sale_id,)):
        before, money = back.get(position, (Decimal(0), 0))
        back[position] = (before + Decimal(quantity), money - minor)
    return back


def void(session: Session, sale_id: SaleId, at: datetime, reason: str) -> None:
    """Declare a sale void: it keeps its number and counts no more."""
    sql = "UPDATE sale SET voided_at = ?, void_reason = ? WHERE id = ? AND voided_at IS NULL"
    direct(session).execute(sql, (moment_text(at), reason, sale_id))


def unvoid(session: Session, sale_id: SaleId) -> None:
    """Let a voided sale count again."""
    sql = "UPDATE sale SET voided_at = NULL, void_reason = '' WHERE id = ?"
    direct(session).execute(sql, (sale_id,))


def set_number(session: Session, sale_id: SaleId, number: int) -> None:
    """Give a sale that was imported without one its receipt number."""
    sql = "UPDATE sale SET number = ? WHERE id = ? AND number IS NULL"
    direct(session).execute(sql, (number, sale_id))


def of_client(session: Session, client: ClientId, limit: int | None) -> list[SaleHead]:
    """A client's sales and returns, the newest first."""
    rows = direct(session).execute(_HEADS, (client, -1 if limit is None else limit))
    return [
        SaleHead(
            row[0],
            row[1],
            date.fromisoformat(row[2]),
            Money(row[4], row[3]),
            row[5],
            row[6],
            row[7],
            bool(row[8]),
        )
        for row in rows
    ]


def items(session: Session, sales: Iterable[SaleId]) -> dict[SaleId, list[SoldItem]]:
    """The lines of these sales, for a page of history."""
    found: dict[SaleId, list[SoldItem]] = {sale: [] for sale in sales}
    if not found:
        return found
    marks = ", ".join("?" * len(found))
    sql = (
        "SELECT sale_id, name, quantity, total_minor, unit FROM sale_line"  # noqa: S608
        f" WHERE sale_id IN ({marks}) ORDER BY sale_id, position"
    )
    for sale, name, quantity, minor, unit in direct(session).execute(sql, tuple(found)):
        found[sale].append(SoldItem(name, Decimal(quantity), minor, unit))
    return found


def visits(session: Session, client: ClientId, currency: str, limit: int) -> list[tuple[date, int]]:
    """A client's last visits, oldest first: the day, and what was bought on it in minor units."""
    sql = (
        f"SELECT day, sum({in_currency(currency)}) FROM sale"  # noqa: S608
        f" WHERE client_id = ? AND {IS_VISIT} GROUP BY day ORDER BY day DESC LIMIT ?"
    )
    rows = direct(session).execute(sql, (client, limit)).fetchall()
    return [(date.fromisoformat(day), minor) for day, minor in reversed(rows)]


def revenue(session: Session, first: date, last: date, currency: str) -> int:
    """Sales less returns between two days (inclusive), in minor units."""
    sql = (
        f"SELECT coalesce(sum({in_currency(currency)}), 0) FROM sale"  # noqa: S608
        " WHERE sale.day BETWEEN ? AND ?"
    )
    found: int = scalar(session, sql, (first.isoformat(), last.isoformat()))
    return found


def first_revenue(session: Session, first: date, last: date, currency: str) -> int:
    """The part of `revenue` from people without a card and from first visits of clients.

    What is left came from clients who had visited on an earlier day. It is found along the index
    that `revenue` has read, for each client's own sales lie on another page.
    """
    sql = (
        f"SELECT coalesce(sum({in_currency(currency)}), 0) FROM sale INDEXED BY sale_by_day"  # noqa: S608
        " WHERE day BETWEEN :first AND :last AND (client_id IS NULL OR (client_id, day) IN"
        " (SELECT id, first_visit FROM client WHERE first_visit BETWEEN :first AND :last))"
    )
    values = {"first": first.isoformat(), "last": last.isoformat()}
    found: int = scalar(session, sql, values)
    return found


def average(session: Session, first: date | None, currency: str) -> int | None:
    """The mean sale since `first` (or ever) in minor units, returns left out; None without one."""
    sql = (
        f"SELECT CAST(avg({in_currency(currency)}) + 0.5 AS INTEGER) FROM sale"  # noqa: S608
        f" WHERE {IS_VISIT} AND sale.day >= ?"
    )
    since = (first or date.min).isoformat()
    found: int | None = scalar(session, sql, (since,))
    return found


def _line_values(sale_id: SaleId, position: int, line: Line, total: Money) -> tuple[Any, ...]:
    return (
        sale_id,
        position,
        line.name,
        str(line.quantity),
        line.price.minor,
        line.discount.minor if line.discount else 0,
        total.minor,
        line.unit,
        line.sku,
        None if line.vat_rate is None else str(line.vat_rate),
        line.returns,
        line.item,
        None if line.cost is None else line.cost.minor,
        line.sale_discount.minor if line.sale_discount else 0,
        line.serial,
    )


def _line(row: Any, currency: str, *, with_vat: bool) -> Line:
    line = Line(
        name=row[0],
        quantity=Decimal(row[1]),
        price=Money(row[2], currency),
        discount=Money(row[3], currency) if row[3] else None,
        unit=row[4],
        sku=row[5],
        vat_rate=None if row[6] is None else Decimal(row[6]),
        returns=row[7],
        item=row[8],
        cost=None if row[9] is None else Money(row[9], currency),
        sale_discount=Money(row[10], currency) if row[10] else None,
        serial=row[12],
    )
    if with_vat:
        return line
    net = price_line(line).total
    return replace(line, vat_added=Money(abs(row[11]), currency) - net)
