"""Which back a paper gets: what could stand on it, and what the owner or the seller wants."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kartoteka.domain.backs import Back, BackWish, Kept, Possible, choose_back
from kartoteka.domain.catalogue import ItemId
from kartoteka.domain.clients import ClientId
from kartoteka.domain.dates import months_later
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleId
from kartoteka.domain.till import Basket
from kartoteka.shop import Shop
from kartoteka.store import clients as stored_clients
from kartoteka.store import items as stored_items
from kartoteka.store import offers as stored_offers
from kartoteka.store import papers as stored_papers
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session


@dataclass(frozen=True, slots=True)
class Sold:
    """The lines that a paper is about, and the day from which their warranty runs."""

    on: date
    lines: tuple[Line, ...]


NOTHING_SOLD = Sold(date.min, ())


def of_basket(basket: Basket, today: date) -> Sold:
    """What a basket will be when it is sold; nothing for a return."""
    if basket.back:
        return NOTHING_SOLD
    nothing = Money(0, basket.currency)
    return Sold(
        basket.on or today,
        tuple(Line(each.name, each.quantity, nothing, item=each.item) for each in basket.lines),
    )


def possible(
    shop: Shop,
    session: Session,
    client: ClientId | None,
    language: str,
    items: Iterable[ItemId | None] = (),
    sold: Sold = NOTHING_SOLD,
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
        kept=_kept(session, sold),
        named=client is not None,
        reachable=shop.settings.shop.reachable,
        care=stored_items.care_of(session, bought) if bought else (),
    )


def for_paper(shop: Shop, client: ClientId | None, sale: SaleId | None) -> Possible:
    """What could stand on the back of a paper that is about to be issued, of a sale or without."""
    with shop.read() as session:
        person = None if client is None else stored_clients.get(session, client)
        sold = None if sale is None else stored_sales.get(session, sale)
        told = Sold(sold.on, sold.lines) if sold and not sold.is_return else NOTHING_SOLD
        items = [line.item for line in told.lines]
        language = person.language if person else ""
        language = language or shop.settings.shop.language
        return possible(shop, session, client, language, items, told)


def back_for(
    shop: Shop,
    session: Session,
    client: ClientId | None,
    language: str,
    items: Iterable[ItemId | None] = (),
    wish: BackWish | None = None,
    sold: Sold = NOTHING_SOLD,
) -> Back | None:
    """The back of a client's paper about these items; without a wish as the owner set it."""
    found = possible(shop, session, client, language, items, sold)
    return choose_back(found, shop.settings.back if wish is None else wish)


def _kept(session: Session, sold: Sold) -> tuple[Kept, ...]:
    """What is worth keeping of the lines: end of warranty, serial number, next service."""
    items = stored_items.get_many(session, {line.item for line in sold.lines if line.item})
    found = []
    for line in sold.lines:
        item = items.get(line.item or 0)
        warranty = item.warranty_months if item else None
        service = item.service_months if item else None
        if line.serial or warranty or service:
            found.append(
                Kept(
                    item=line.name,
                    serial=line.serial,
                    warranty_until=months_later(sold.on, warranty) if warranty else None,
                    service_on=months_later(sold.on, service) if service else None,
                )
            )
    return tuple(found)
