"""A made-up shop whose clients behave like people."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.offers import Offer
from kartoteka.domain.settings import changed
from kartoteka.shop import Shop, papers, quiet
from kartoteka.shop.demo import calls as past_calls
from kartoteka.shop.demo.goods import catalogue_of
from kartoteka.shop.demo.history import Histories, rows_of
from kartoteka.shop.demo.people import People
from kartoteka.shop.demo.world import World, world_of
from kartoteka.store import bulk, numbers, sale_finding
from kartoteka.store import clients as stored_clients
from kartoteka.store import items as stored_items
from kartoteka.store import offers as stored_offers
from kartoteka.store import quiet as stored_quiet
from kartoteka.store import sales as stored_sales
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Session

__all__ = ["BookNotEmpty", "make_demo"]

CARDS_AT_ONCE = 5000
SALES_AT_ONCE = 50000
_CARD_TABLES = ("client", "phone", "email", "consent", "tag", "contact_person", "messenger")

Progress = Callable[[float], None]


@dataclass(eq=False)
class BookNotEmpty(RuleBroken):
    """A demo shop was to be made in a book that has `clients` cards."""

    clients: int


RECEIPTS = 12
"""How many of the last sales have a receipt."""


def make_demo(
    shop: Shop,
    *,
    clients: int = 2400,
    purchases: int = 24000,
    seed: int = 1,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Fill an empty book (made by assemble.new_book for its country) with a made-up shop.

    `progress` is told the share done, 0–1. The same seed and day make the same shop.
    Raises BookNotEmpty when there are clients already.
    """
    tell = progress or _quietly
    with shop.read() as session:
        known = stored_quiet.cards(session)
    if known:
        raise BookNotEmpty(known)
    chance = random.Random(seed)
    world = world_of(shop.settings.shop.country)
    _furnish(shop, world, today)
    currency = shop.settings.shop.currency
    histories = Histories(world, chance, clients, purchases, today)
    tell(0.05)
    with shop.change() as session, bulk.indexed_afterwards(session, *_CARD_TABLES):
        with bulk.indexed_afterwards(session, "sale", "payment"):
            _add_cards(session, People(world, chance, histories, today), clients, tell)
            _add_sales(session, world, chance, histories, currency, tell)
        for call_day, calls in past_calls.mornings(world, chance, histories, today):
            past_calls.keep(session, world, call_day, calls)
        quiet.refresh_rhythm(shop, force=True)
    _print_receipts(shop)
    tell(1.0)


def _print_receipts(shop: Shop) -> None:
    """The last few sales have their receipts, so that the page of documents shows what it is."""
    with shop.read() as session:
        last = sale_finding.newest(session, RECEIPTS)
    for sale in reversed(last):
        papers.issue_receipt(shop, sale)


def _quietly(_share: float) -> None:
    return


def _furnish(shop: Shop, world: World, today: date) -> None:
    """The shop's own details, its catalogue and its offers."""
    settings = changed(shop.settings, world.shop)
    offers = [
        Offer(
            title=offer.title,
            reason=offer.reason,
            begins=today + timedelta(days=offer.begins),
            ends=today + timedelta(days=offer.ends),
            language=world.language,
            code=offer.code,
        )
        for offer in world.offers
    ]
    with shop.change() as session:
        stored_settings.save(session, settings)
        currency = settings.shop.currency
        stored_items.add(session, catalogue_of(world, currency), today, currency)
        for offer in offers:
            stored_offers.save(session, offer)
        for source in world.sources:
            stored_clients.save_source(session, source)
    shop.refresh_settings()


def _add_cards(session: Session, people: People, number: int, tell: Progress) -> None:
    for start in range(0, number, CARDS_AT_ONCE):
        cards = [people.card(at) for at in range(start, min(start + CARDS_AT_ONCE, number))]
        stored_clients.add_many(session, cards)
        tell(0.05 + 0.35 * (start + len(cards)) / number)


def _add_sales(
    session: Session,
    world: World,
    chance: random.Random,
    histories: Histories,
    currency: str,
    tell: Progress,
) -> None:
    total = len(histories.events)
    done = 0
    for rows in rows_of(world, chance, histories, currency, SALES_AT_ONCE):
        stored_sales.add_many(session, rows)
        numbers.skip_to(session, numbers.RECEIPTS, rows.sales[-1][0] + 1)
        done += len(rows.sales)
        tell(0.4 + 0.5 * min(done / total, 1.0))
