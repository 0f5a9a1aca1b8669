"""Offers in the book; a deleted one stays for the papers that carry it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import col

from kartoteka.domain.offers import Offer, OfferId
from kartoteka.store.book import Session
from kartoteka.store.tables import OfferRow


def get(session: Session, offer_id: OfferId) -> Offer | None:
    """One offer, deleted or not; None when it is not in the book."""
    row = session.get(OfferRow, offer_id)
    return _offer(row) if row else None


def all_of(session: Session) -> list[Offer]:
    """Every offer that is not deleted, those that end last first."""
    rows = session.scalars(
        select(OfferRow)
        .where(col(OfferRow.deleted_at).is_(None))
        .order_by(col(OfferRow.ends).desc(), col(OfferRow.id).desc())
    )
    return [_offer(row) for row in rows]


def running(session: Session, day: date, language: str) -> list[Offer]:
    """Offers in `language` that hold on `day` (both ends inclusive), the newest first."""
    rows = session.scalars(
        select(OfferRow)
        .where(
            col(OfferRow.deleted_at).is_(None),
            col(OfferRow.language) == language,
            col(OfferRow.begins) <= day,
            col(OfferRow.ends) >= day,
        )
        .order_by(col(OfferRow.begins).desc(), col(OfferRow.id).desc())
    )
    return [_offer(row) for row in rows]


def save(session: Session, offer: Offer) -> OfferId:
    """Add (id 0) or overwrite an offer; its end is known by now."""
    row = session.get(OfferRow, offer.id) if offer.id else None
    if offer.ends is None:
        raise ValueError("an offer without an end is refused by its rules")
    if row is None:
        row = OfferRow(title="", reason="", begins=offer.begins, ends=offer.ends, language="")
    row.title = offer.title
    row.reason = offer.reason
    row.begins = offer.begins
    row.ends = offer.ends
    row.language = offer.language
    row.code = offer.code
    session.add(row)
    session.flush()
    return row.id or 0


def set_deleted(session: Session, offer_id: OfferId, at: datetime | None) -> None:
    """Delete an offer, or bring it back (`at` None)."""
    row = session.get(OfferRow, offer_id)
    if row:
        row.deleted_at = at
        session.add(row)
        session.flush()


def _offer(row: OfferRow) -> Offer:
    return Offer(
        id=row.id or 0,
        title=row.title,
        reason=row.reason,
        begins=row.begins,
        ends=row.ends,
        language=row.language,
        code=row.code,
    )
