"""Offers for the back of a paper: kept with a reason and an end."""

from kartoteka.shop.changes import Done

from kartoteka.domain.offers import Offer, OfferId
from kartoteka.shop import Shop


def offers(shop: Shop) -> list[Offer]:
    """All offers: running first, then coming, then ended."""
    raise NotImplementedError


def offer(shop: Shop, offer_id: OfferId) -> Offer:
    """One offer; raises NotFound."""
    raise NotImplementedError


def save_offer(shop: Shop, offer: Offer) -> Done[Offer]:
    """Add (id 0) or change an offer; the rules of domain.offers hold."""
    raise NotImplementedError


def delete_offer(shop: Shop, offer_id: OfferId) -> Done[None]:
    """Take an offer out of the list; papers keep it."""
    raise NotImplementedError
