"""Everything in the book read in order, some at a time, for writing it out."""

from collections.abc import Iterator, Sequence
from typing import Any

from kartoteka.domain.clients import Client, ClientId
from kartoteka.store import clients
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar

_AT_ONCE = 500
_PURCHASES = """
SELECT sale.id, sale.number, sale.day, sale.client_id, sale.currency, sale.note, sale.returns_id,
       sale_line.name, sale_line.quantity, sale_line.unit, sale_line.sku, sale_line.price_minor,
       sale_line.discount_minor + sale_line.sale_discount_minor, sale_line.total_minor,
       (SELECT kind FROM payment WHERE payment.sale_id = sale.id ORDER BY position LIMIT 1),
       client.family, client.given, client.middle, client.company, client.kind, client.card,
       sale.uuid
FROM sale JOIN sale_line ON sale_line.sale_id = sale.id
LEFT JOIN client ON client.id = sale.client_id
WHERE sale.id > ? AND sale.id <= ? AND sale.voided_at IS NULL
ORDER BY sale.id, sale_line.position
"""
_SALES_AT_ONCE = 2000


def every_client(session: Session, ids: Sequence[ClientId]) -> Iterator[Client]:
    """These cards in their order; those that are gone are left out."""
    for start in range(0, len(ids), _AT_ONCE):
        page = list(ids[start : start + _AT_ONCE])
        cards = clients.get_many(session, page)
        yield from (cards[each] for each in page if each in cards)


def lines(session: Session) -> int:
    """How many lines `every_line` reads at most, voided sales among them."""
    return int(scalar(session, "SELECT count(*) FROM sale_line"))


def every_line(session: Session) -> Iterator[Any]:
    """Every line of every sale with its sale and client, in the order of `_PURCHASES`.

    Voided sales are left out.
    """
    raw = direct(session)
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM sale").fetchone()
    for start in range(0, last, _SALES_AT_ONCE):
        yield from raw.execute(_PURCHASES, (start, start + _SALES_AT_ONCE)).fetchall()
