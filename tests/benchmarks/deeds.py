"""The deeds on a book of 100 000 clients and 1 000 000 purchases, each beside its floor."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from tests.benchmarks.measured import Measured, milliseconds

from kartoteka import assemble
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, imports, quiet, sales

TODAY = date(2026, 11, 21)
ROUNDS = 60


def measure(book: Path) -> Iterator[Measured]:
    """The quiet list, recording a sale, importing clients."""
    shop = assemble.open_shop(book, today=TODAY)
    try:
        quiet.refresh_rhythm(shop)
        yield quiet_list(shop)
    finally:
        shop.close()
    with TemporaryDirectory(dir=book.parent) as folder:
        yield recorded_sale(book, Path(folder))
    with TemporaryDirectory(dir=book.parent) as folder:
        yield imported_clients(Path(folder))


def quiet_list(shop: Shop) -> Measured:
    """All ids in their order and the first page of lines."""

    def ask() -> None:
        quiet.quiet_lines(shop, quiet.quiet_ids(shop)[:100])

    return Measured("quiet list", median(milliseconds(ask) for _ in range(9)), 100, "ms")


def recorded_sale(book: Path, folder: Path) -> Measured:
    """A sale of two lines against three inserts in one bare transaction with FULL sync."""
    copy = Path(shutil.copyfile(book, folder / "sales.db"))
    shop = assemble.open_shop(copy, today=TODAY)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("pragma journal_mode = wal")
    bare.execute("pragma synchronous = full")
    bare.execute("create table sale (uuid text unique, client int, day text, total int)")
    ours, floor = [], []
    try:
        ids = quiet.quiet_ids(shop)
        for turn in range(ROUNDS):
            draft = draft_for(ids[turn % len(ids)])
            ours.append(milliseconds(lambda draft=draft: sales.record_sale(shop, draft)))
            floor.append(milliseconds(lambda: bare_sale(bare)))
    finally:
        shop.close()
        bare.close()
    return Measured("recording a sale", median(ours), 3, "ms", median(floor))


def draft_for(client: int) -> SaleDraft:
    """Two lines, as at a counter."""
    lines = tuple(
        Line(name=name, quantity=Decimal(1), price=Money(1250, "EUR")) for name in ("Cup", "Tea")
    )
    return SaleDraft(uuid=str(uuid4()), on=TODAY, lines=lines, currency="EUR", client=client)


def bare_sale(bare: sqlite3.Connection) -> None:
    """What no program can do without: one transaction on the disk."""
    bare.execute("begin immediate")
    for _ in range(3):
        row = (str(uuid4()), 1, "2026-11-21", 1250)
        bare.execute("insert into sale values (?, ?, ?, ?)", row)
    bare.execute("commit")


def imported_clients(folder: Path, rows: int = 100_000) -> Measured:
    """Clients from CSV against reading the file and a bare executemany."""
    table = folder / "clients.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["family", "given", "phone", "email", "birthday"])
        for row in range(rows):
            phone = f"+35988{row:07}"
            writer.writerow([f"Иванов{row}", "Иван", phone, f"i{row}@example.com", "05.03.1988"])
    floor = milliseconds(lambda: bare_import(table, folder / "bare.db"))
    book = folder / "shop.db"
    assemble.new_book(book, "Shop", "bg")
    shop = assemble.open_shop(book, today=TODAY)
    try:
        ours = milliseconds(lambda: imports.import_file(shop, table, imports.CLIENTS))
    finally:
        shop.close()
    return Measured("importing 100 000 clients", ours, 6, "ms", floor)


def bare_import(table: Path, path: Path) -> None:
    """Read the file, put its cells into one table."""
    bare = sqlite3.connect(path)
    bare.execute("create table client (family, given, phone, email, birthday)")
    with table.open(encoding="utf-8", newline="") as file:
        bare.executemany("insert into client values (?, ?, ?, ?, ?)", csv.reader(file))
    bare.commit()
    bare.close()
