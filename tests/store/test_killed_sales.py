"""A hundred power cuts while the shop sells: no acknowledged sale is lost, no number is missing."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.conftest import TODAY

import kartoteka
from kartoteka import assemble
from kartoteka.domain.clients import Client
from kartoteka.shop import Shop, clients, safety, sales

SOURCE = Path(kartoteka.__file__).parents[1]
ROUNDS = 100
AT_ONCE = 2
"""Books that are sold into at the same time, each in a process of its own."""

Sold = list[tuple[str, int]]
"""Acknowledged sales: the uuid and the receipt's number."""

SELLER = """
import os
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from kartoteka import assemble
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import sales

def sell(book, today, name):
    print(os.getpid(), flush=True)
    shop = assemble.open_shop(Path(book), today=date.fromisoformat(today))
    line = Line("Colour, cut", Decimal(2), Money(1250, "EUR"), Money(50, "EUR"))
    for turn in range(10**6):
        uuid = f"{name}-{turn}"
        draft = SaleDraft(uuid=uuid, on=shop.today(), lines=(line, line), currency="EUR", client=1)
        print(uuid, sales.record_sale(shop, draft).value.number, flush=True)

for name in sys.stdin:
    child = os.fork()
    if not child:
        sell(sys.argv[1], sys.argv[2], name.strip())
    os.waitpid(child, 0)
    print("over", flush=True)
"""
"""Sells in a fork of its own for each name that it reads, so that nothing is imported twice."""


def sold_until_killed(seller: subprocess.Popen[str], name: str, sales_before: int) -> Sold:
    """Have the seller sell, and kill it in the middle of the sale after so many."""
    assert seller.stdin is not None
    assert seller.stdout is not None
    print(name, file=seller.stdin, flush=True)
    said: Sold = []
    process = int(seller.stdout.readline())
    for line in seller.stdout:
        if line == "over\n":
            break
        uuid, number = line.split()
        said.append((uuid, int(number)))
        if len(said) == sales_before:
            os.kill(process, signal.SIGKILL)
    return said


def sell_and_kill(book: Path, rounds: int, seed: int, troubles: list[str]) -> None:
    """Rounds of selling on one book, each ended by a kill; then everything must be there."""
    chance = random.Random(seed)
    acknowledged: Sold = []
    with subprocess.Popen(
        [sys.executable, "-c", SELLER, str(book), TODAY.isoformat()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(SOURCE), "PATH": ""},
    ) as seller:
        for turn in range(rounds):
            acknowledged += sold_until_killed(seller, f"{seed}-{turn}", chance.randint(1, 12))
    shop = assemble.open_shop(book, today=TODAY)
    try:
        troubles += missing(shop, acknowledged, rounds)
        report = safety.check(shop)
        troubles += [f"{problem.kind}: {problem.ref}" for problem in report.problems]
    finally:
        shop.close()


def missing(shop: Shop, acknowledged: Sold, rounds: int) -> list[str]:
    """What is wrong with the sales that are in the book."""
    kept = {sale.number: sale for sale in sales.purchases(shop, 1)}
    troubles = [
        f"{uuid} is lost"
        for uuid, number in acknowledged
        if sales.sale(shop, uuid).number != number or number not in kept
    ]
    if sorted(number or 0 for number in kept) != list(range(1, len(kept) + 1)):
        troubles.append(f"numbers have gaps: {sorted(number or 0 for number in kept)}")
    if len(kept) > len(acknowledged) + rounds:
        troubles.append("a kill left more than the one sale that was being recorded")
    if len(acknowledged) < rounds:
        troubles.append("nothing was sold")
    return troubles


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks and kills")
def test_no_acknowledged_sale_is_lost_in_a_hundred_power_cuts(
    book_path: Path, tmp_path: Path
) -> None:
    shop = assemble.open_shop(book_path, today=TODAY)
    clients.add_client(shop, Client(given="Ивелина", family="Колева"))
    shop.close()
    troubles: list[str] = []
    threads = []
    for seed in range(AT_ONCE):
        book = tmp_path / f"{seed}.db"
        book.write_bytes(book_path.read_bytes())
        rounds = ROUNDS // AT_ONCE
        threads.append(threading.Thread(target=sell_and_kill, args=(book, rounds, seed, troubles)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
