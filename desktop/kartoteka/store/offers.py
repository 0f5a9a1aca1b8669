"""Offers in the book; a deleted one stays for the papers that carry it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.offers import Offer, OfferId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.moments import moment_text

_SELECT = "SELECT id, title, reason, begins, ends, language, code FROM offer"
_RUNNING = f"""
{_SELECT} WHERE deleted_at IS NULL AND language = :language AND begins <= :day AND ends >= :day
ORDER BY begins DESC, id DESC
"""
_SAVE = """
INSERT INTO offer (id, title, reason, begins, ends, language, code)
VALUES (:id, :title, :reason, :begins, :ends, :language, :code)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, reason = excluded.reason,
    begins = excluded.begins, ends = excluded.ends, language = excluded.language,
    code = excluded.code
RETURNING id
"""


def get(session: Session, offer_id: OfferId) -> Offer | None:
    """One offer, deleted or not; None when it is not in the book."""
    row = direct(session).execute(f"{_SELECT} WHERE id = ?", (offer_id,)).fetchone()
    return _offer(row) if row else None


def all_of(session: Session) -> list[Offer]:
    """Every offer that is not deleted, those that end last first."""
    sql = f"{_SELECT} WHERE deleted_at IS NULL ORDER BY ends DESC, id DESC"
    return [_offer(row) for row in direct(session).execute(sql)]


def running(session: Session, day: date, language: str) -> list[Offer]:
    """Offers in `language` that hold on `day` (both ends inclusive), the newest first."""
    values = {"language": language, "day": day.isoformat()}
    return [_offer(row) for row in direct(session).execute(_RUNNING, values)]


def save(session: Session, offer: Offer) -> OfferId:
    """Add (id 0) or overwrite an offer; its end is known by now."""
    if offer.ends is None:
        raise ValueError("an offer without an end is refused by its rules")
    values = {
        "id": offer.id or None,
        "title": offer.title,
        "reason": offer.reason,
        "begins": offer.begins.isoformat(),
        "ends": offer.ends.isoformat(),
        "language": offer.language,
        "code": offer.code,
    }
    kept: OfferId = scalar(session, _SAVE, values)
    return kept


def set_deleted(session: Session, offer_id: OfferId, at: datetime | None) -> None:
    """Delete an offer, or bring it back (`at` None)."""
    values = (None if at is None else moment_text(at), offer_id)
    direct(session).execute("UPDATE offer SET deleted_at = ? WHERE id = ?", values)


def keep_shown(session: Session, offer_id: OfferId, client: ClientId, at: datetime) -> None:
    """A letter or a postcard shows this offer to a client; papers with a number keep theirs."""
    sql = "INSERT OR IGNORE INTO offer_shown (client_id, offer_id, at) VALUES (?, ?, ?)"
    direct(session).execute(sql, (client, offer_id, moment_text(at)))


def _offer(row: Sequence[Any]) -> Offer:
    return Offer(
        id=row[0],
        title=row[1],
        reason=row[2],
        begins=date.fromisoformat(row[3]),
        ends=date.fromisoformat(row[4]),
        language=row[5],
        code=row[6],
    )
