"""The till with 50 000 items: a scan, a typed fragment, and finishing beside its floor."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.deeds import bare_sale
from tests.benchmarks.measured import Measured, milliseconds, percentile
from tests.benchmarks.window import run

from kartoteka import assemble
from kartoteka.domain.catalogue import Item
from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.till import Basket, add_item
from kartoteka.shop import Shop, catalogue, clients, till
from kartoteka.store import items as stored

TODAY = date(2026, 11, 21)
BOOK = "till.db"
ITEMS = 50_000
CLIENTS = 20
ROUNDS = 80
WORDS = ("Coffee", "Кафе", "сребро", "Мыло", "лаванда", "Ring", "gold", "Чаша", "синя", "250 ml")
SCANS = """
import json, os, time
from datetime import date
from pathlib import Path
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kartoteka.shop import till
from kartoteka.ui.app import open_window

class Painted(QObject):
    lines = 0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.lines = page.table.lines.rowCount()
        return False

def settle():
    while not window.desk.is_idle:
        QApplication.processEvents()

window = open_window(Path({book!r}), language="bg", today=date(2026, 11, 21))
window.show()
while not window.open_name:
    QApplication.processEvents()
window.show_page("sale")
page = window.page("sale")
settle()
painted = Painted()
page.table.viewport().installEventFilter(painted)
times = []
for turn, code in enumerate({codes!r}):
    if turn % 20 == 0:
        window.desk.ask(till.new_basket, page.begin)
    settle()
    QTest.qWait(40)
    wanted, begin = page.table.lines.rowCount() + 1, time.perf_counter()
    QTest.keyClicks(QApplication.focusWidget(), code)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    while painted.lines < wanted:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    times.append((time.perf_counter() - begin) * 1000)
print(json.dumps(times))
window.desk.close(lambda shop: shop.close())
window.desk.wait_closed()
os._exit(0)
"""
FRAGMENTS = ("к", "ко", "каф", "coff", "кафе чаша", "ring 49", "SK-0123", "лав 250", "сребро г")


def measure(folder: Path) -> Iterator[Measured]:
    """Search, finish, scan."""
    with TemporaryDirectory(dir=folder) as scratch:
        shop = open_shop(Path(scratch))
        try:
            yield typed(shop)
            yield finished(shop, Path(scratch))
        finally:
            shop.close()
        yield scanned(Path(scratch))


def open_shop(folder: Path) -> Shop:
    """A shop with the large catalogue and one client."""
    book = folder / BOOK
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


def scanned(folder: Path) -> Measured:
    """From the first key of a scanner on the Sale page until Qt has painted the item's line."""
    codes = [code(turn * 311 % ITEMS) for turn in range(ROUNDS)]
    times = json.loads(run(SCANS.format(book=str(folder / BOOK), codes=codes))[1])
    return Measured("scan to painted line, 50 000 items, p95", percentile(times, 0.95), 50, "ms")


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
