"""Sales found by what other programs called them, and the last ones."""

from datetime import date

from kartoteka.domain.money import Money
from kartoteka.domain.sales import SaleId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

EARLIER = "№ "
"""How the note of an imported sale begins that had a number in another program."""


def newest(session: Session, limit: int) -> list[SaleId]:
    """The last sales that count, the newest first."""
    sql = "SELECT id FROM sale WHERE voided_at IS NULL ORDER BY id DESC LIMIT ?"
    return [row[0] for row in direct(session).execute(sql, (limit,))]


def recent(session: Session, limit: int) -> list[tuple[SaleId, int, date, Money, str]]:
    """Id, number, day, total and the client's name of the newest sales that stand."""
    sql = (
        "SELECT sale.id, sale.number, sale.day, sale.total_minor, sale.currency,"
        " CASE client.kind WHEN 'company' THEN client.company"
        " ELSE trim(client.given || ' ' || client.family) END"
        " FROM sale LEFT JOIN client ON client.id = sale.client_id"
        " WHERE sale.number IS NOT NULL AND sale.returns_id IS NULL AND sale.voided_at IS NULL"
        " AND sale.total_minor >= 0 ORDER BY sale.id DESC LIMIT ?"
    )
    rows = direct(session).execute(sql, (limit,))
    return [
        (sale, number, date.fromisoformat(day), Money(minor, currency), name or "")
        for sale, number, day, minor, currency, name in rows
    ]


def id_of_earlier_number(session: Session, number: str) -> SaleId | None:
    """The one imported sale that had this receipt number in the program it comes from."""
    sql = (
        "SELECT id FROM sale WHERE import_id IS NOT NULL"
        " AND (note = :note OR substr(note, 1, length(:note) + 1) = :note || ';') LIMIT 2"
    )
    found = direct(session).execute(sql, {"note": f"{EARLIER}{number}"}).fetchall()
    return found[0][0] if len(found) == 1 else None
