"""Baskets that wait, and the one on the screen, kept so that a power cut loses no scanned item."""

from dataclasses import dataclass
from datetime import datetime

from kartoteka.domain.clients import ClientId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.moments import moment_of, moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One kept basket; `basket` is the text that `basket_text` made."""

    uuid: str
    at: datetime
    seller: str
    client: ClientId | None
    title: str
    basket: str
    is_open: bool


_KEEP = """
INSERT INTO held_sale (uuid, at, seller, client_id, title, basket, is_open)
VALUES (?, ?, ?, (SELECT id FROM client WHERE id = ?), ?, ?, ?)
ON CONFLICT (uuid) DO UPDATE SET at = excluded.at, seller = excluded.seller,
    client_id = excluded.client_id, title = excluded.title, basket = excluded.basket,
    is_open = excluded.is_open
"""
_ROWS = "SELECT uuid, at, seller, client_id, title, basket, is_open FROM held_sale"


def keep(session: Session, row: HeldRow) -> None:
    """Keep a basket, over what was kept of it before; without a client who is erased meanwhile."""
    values = (
        row.uuid,
        moment_text(row.at),
        row.seller,
        row.client,
        row.title,
        row.basket,
        int(row.is_open),
    )
    direct(session).execute(_KEEP, values)


def forget(session: Session, uuid: str) -> None:
    """The basket is a sale now, or nothing."""
    direct(session).execute("DELETE FROM held_sale WHERE uuid = ?", (uuid,))


def get(session: Session, uuid: str) -> HeldRow | None:
    """One kept basket."""
    row = direct(session).execute(f"{_ROWS} WHERE uuid = ?", (uuid,)).fetchone()
    return None if row is None else _read(row)


def waiting(session: Session) -> list[HeldRow]:
    """Held baskets, the one that waits longest first."""
    rows = direct(session).execute(f"{_ROWS} WHERE NOT is_open ORDER BY at, id").fetchall()
    return [_read(row) for row in rows]


def open_ones(session: Session) -> list[HeldRow]:
    """Baskets that were on the screen, the newest first."""
    rows = direct(session).execute(f"{_ROWS} WHERE is_open ORDER BY at DESC, id DESC").fetchall()
    return [_read(row) for row in rows]


def set_aside(session: Session, but: str) -> None:
    """Let every basket on the screen wait, but the one of this uuid."""
    sql = "UPDATE held_sale SET is_open = 0 WHERE is_open AND uuid <> ?"
    direct(session).execute(sql, (but,))


def _read(row: tuple[str, str, str, int | None, str, str, int]) -> HeldRow:
    uuid, at, seller, client, title, basket, is_open = row
    return HeldRow(
        uuid=uuid,
        at=moment_of(at),
        seller=seller,
        client=client,
        title=title,
        basket=basket,
        is_open=bool(is_open),
    )
