"""The till with 50 000 items: a scan, a typed fragment, and finishing beside its floor."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.deeds import bare_sale
from tests.benchmarks.measured import Measured, milliseconds, percentile

from kartoteka import assemble
from kartoteka.domain.catalogue import Item
from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.till import Basket, add_item
from kartoteka.shop import Shop, catalogue, clients, till
from kartoteka.store import items as stored

TODAY = date(2026, 11, 21)
ITEMS = 50_000
CLIENTS = 20
ROUNDS = 80
WORDS = ("Coffee", "Кафе", "сребро", "Мыло", "лаванда", "Ring", "gold", "Чаша", "синя", "250 ml")
FRAGMENTS = ("к", "ко", "каф", "coff", "кафе чаша", "ring 49", "SK-0123", "лав 250", "сребро г")


def measure(folder: Path) -> Iterator[Measured]:
    """Scan, search, keep the open basket, finish."""
    with TemporaryDirectory(dir=folder) as scratch:
        shop = open_shop(Path(scratch))
        try:
            yield scanned(shop)
            yield typed(shop)
            yield finished(shop, Path(scratch))
        finally:
            shop.close()


def open_shop(folder: Path) -> Shop:
    """A shop with the large catalogue and one client."""
    book = folder / "till.db"
    assemble.new_book(book, "Shop", "bg")
    shop = assemble.open_shop(book, today=TODAY)
    made = [
        Item(
            name=f"{WORDS[n % 10]} {WORDS[n // 10 % 10]} {WORDS[n // 100 % 10]} {n}",
            sku=f"SK-{n:06}",
            barcodes=(code(n),),
            price=Money(100 + n % 900, "EUR"),
            cost=Money(60, "EUR"),
            lasts_days=30 if n % 7 == 0 else None,
        )
        for n in range(ITEMS)
    ]
    with shop.change() as session:
        stored.add(session, made, TODAY, "EUR")
    for number in range(CLIENTS):
        clients.add_client(shop, Client(given=f"Olga {number}"))
    return shop


def code(number: int) -> str:
    """A code of thirteen digits."""
    return f"{3_800_000_000_000 + number * 37}"


def scanned(shop: Shop) -> Measured:
    """The code of an item to the sums of the basket with it, its line kept on the disk."""
    basket = till.new_basket(shop, 1)
    times = []
    for turn in range(ROUNDS * 2):

        def scan(number: int = turn * 311 % ITEMS) -> None:
            nonlocal basket
            item = catalogue.by_code(shop, code(number))
            assert item is not None
            basket = add_item(basket, item)
            till.reckon(shop, basket)
            till.keep_open_basket(shop, basket)

        times.append(milliseconds(scan))
        if turn % 20 == 19:
            basket = till.new_basket(shop, 1)
    return Measured("scan to sums, 50 000 items, p95", percentile(times, 0.95), 40, "ms")


def typed(shop: Shop) -> Measured:
    """A fragment to the lines under the field."""
    times = [
        milliseconds(lambda each=each: catalogue.find_lines(shop, each))
        for _ in range(12)
        for each in FRAGMENTS
    ]
    return Measured("item by fragment, 50 000 items, p95", percentile(times, 0.95), 40, "ms")


def finished(shop: Shop, folder: Path) -> Measured:
    """A basket of three items with a client, against one bare transaction with FULL sync."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("pragma journal_mode = wal")
    bare.execute("pragma synchronous = full")
    bare.execute("create table sale (uuid text unique, client int, day text, total int)")
    ours, floor = [], []
    for turn in range(ROUNDS):
        basket = full(shop, turn)
        ours.append(milliseconds(lambda basket=basket: till.finish(shop, basket, PaymentKind.CARD)))
        floor.append(milliseconds(lambda: bare_sale(bare)))
    bare.close()
    return Measured("finish to saved sale", median(ours), 3, "ms", median(floor))


def full(shop: Shop, turn: int) -> Basket:
    """Three items of the catalogue."""
    basket = till.new_basket(shop, 1 + turn % CLIENTS)
    for number in range(3):
        item = catalogue.by_code(shop, code((turn * 97 + number) % ITEMS))
        assert item is not None
        basket = add_item(basket, item)
    return basket
