"""Offers for the back of a paper: kept with a reason and an end."""

import json
from dataclasses import asdict, replace
from datetime import date

from kartoteka.domain.errors import NotFound
from kartoteka.domain.offers import Offer, OfferId, check_offer, is_running
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import journal
from kartoteka.store import offers as stored
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

SAVE_OFFER = "save_offer"
DELETE_OFFER = "delete_offer"


def offers(shop: Shop) -> list[Offer]:
    """All offers: running first, then coming, then ended."""
    today = shop.today()
    with shop.read() as session:
        kept = stored.all_of(session)

    def rank(offer: Offer) -> int:
        return 0 if is_running(offer, today) else 1 if offer.begins > today else 2

    return sorted(kept, key=rank)


def offer(shop: Shop, offer_id: OfferId) -> Offer:
    """One offer; raises NotFound."""
    with shop.read() as session:
        return _offer(session, offer_id)


def save_offer(shop: Shop, offer: Offer) -> Done[Offer]:
    """Add (id 0) or change an offer; raises the rules of `domain.offers.check_offer`, NotFound."""
    tidy = replace(
        offer,
        title=offer.title.strip(),
        reason=offer.reason.strip(),
        code=offer.code.strip().upper(),
    )
    check_offer(tidy, shop.today())
    with shop.change() as session:
        before = _offer(session, offer.id) if offer.id else None
        saved = replace(tidy, id=stored.save(session, tidy))
        detail = json.dumps(
            {"offer": saved.id, "before": before and asdict(before)}, default=date.isoformat
        )
        undo = journal.write(session, shop.now(), shop.seller, SAVE_OFFER, None, detail)
    return Done(saved, Changes(lists=True, undo=undo))


def delete_offer(shop: Shop, offer_id: OfferId) -> Done[None]:
    """Take an offer out of the list; papers keep it. Raises NotFound."""
    with shop.change() as session:
        _offer(session, offer_id)
        stored.set_deleted(session, offer_id, shop.now())
        detail = json.dumps({"offer": offer_id})
        undo = journal.write(session, shop.now(), shop.seller, DELETE_OFFER, None, detail)
    return Done(None, Changes(lists=True, undo=undo))


def take_back_saving(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Put an offer back as it was, or delete the one that was added."""
    detail = json.loads(entry.detail)
    before = detail["before"]
    if before is None:
        stored.set_deleted(session, detail["offer"], entry.at)
    else:
        days = {name: date.fromisoformat(before[name]) for name in ("begins", "ends")}
        stored.save(session, Offer(**{**before, **days}))
    return Changes(lists=True)


def take_back_deleting(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Bring a deleted offer back."""
    stored.set_deleted(session, json.loads(entry.detail)["offer"], None)
    return Changes(lists=True)


def _offer(session: Session, offer_id: OfferId) -> Offer:
    found = stored.get(session, offer_id)
    if found is None:
        raise NotFound("offer", str(offer_id))
    return found
