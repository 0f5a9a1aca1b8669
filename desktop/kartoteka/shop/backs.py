"""Which back a paper gets: what could stand on it, and what the owner or the seller wants."""

from collections.abc import Iterable

from kartoteka.domain.backs import Back, BackWish, Possible, choose_back
from kartoteka.domain.catalogue import ItemId
from kartoteka.domain.clients import ClientId
from kartoteka.domain.sales import SaleId
from kartoteka.shop import Shop
from kartoteka.store import clients as stored_clients
from kartoteka.store import items as stored_items
from kartoteka.store import offers as stored_offers
from kartoteka.store import papers as stored_papers
from kartoteka.store import sales as stored_sales
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
        named=client is not None,
        care=stored_items.care_of(session, bought) if bought else (),
    )


def for_paper(shop: Shop, client: ClientId | None, sale: SaleId | None) -> Possible:
    """What could stand on the back of a paper that is about to be issued, of a sale or without."""
    with shop.read() as session:
        person = None if client is None else stored_clients.get(session, client)
        sold = None if sale is None else stored_sales.get(session, sale)
        items = [line.item for line in sold.lines] if sold and not sold.is_return else []
        language = person.language if person else ""
        return possible(shop, session, client, language or shop.settings.shop.language, items)


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
