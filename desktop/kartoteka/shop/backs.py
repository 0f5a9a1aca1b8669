"""Which back a paper gets: what could stand on it, and what the owner or the seller wants."""

from collections.abc import Iterable

from kartoteka.domain.backs import Back, BackWish, Possible, choose_back
from kartoteka.domain.catalogue import ItemId
from kartoteka.domain.clients import ClientId
from kartoteka.shop import Shop
from kartoteka.store import items as stored_items
from kartoteka.store import offers as stored_offers
from kartoteka.store import papers as stored_papers
from kartoteka.store.book import Session


def possible(
    shop: Shop,
    session: Session,
    client: ClientId | None,
    language: str,
    items: Iterable[ItemId | None] = (),
) -> Possible:
    """What could stand on the back of a client's paper in `language` about these items.

    Care advice is written in the shop's language and is not for papers in another one.
    """
    own = language == shop.settings.shop.language
    bought = [item for item in items if item is not None] if own else []
    shown = stored_papers.offers_shown(session, client) if client is not None else frozenset()
    return Possible(
        offers=stored_offers.running(session, shop.today(), language),
        shown=shown,
        care=stored_items.care_of(session, bought) if bought else (),
    )


def back_for(
    shop: Shop,
    session: Session,
    client: ClientId | None,
    language: str,
    items: Iterable[ItemId | None] = (),
    wish: BackWish | None = None,
) -> Back | None:
    """The back of a client's paper about these items; without a wish as the owner set it."""
    found = possible(shop, session, client, language, items)
    return choose_back(found, shop.settings.back if wish is None else wish)
