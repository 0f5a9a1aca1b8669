"""The power goes in the middle of a busy hour: no scanned item and no sale is lost or doubled."""

from pathlib import Path

import pytest
from tests.conftest import TODAY
from tests.stories.killing import said_until_killed

from kartoteka import assemble
from kartoteka.domain.money import Money
from kartoteka.shop import Shop, closing, safety, sales, till

SELLER = """
import sys
from datetime import date
from pathlib import Path
from kartoteka import assemble
from kartoteka.domain.money import Money
from kartoteka.domain.till import add_free_line
from kartoteka.shop import till

shop = assemble.open_shop(Path(sys.argv[1]), today=date(2026, 11, 21))
for number in range(10**6):
    basket = till.new_basket(shop)
    for item in range(3):
        basket = add_free_line(basket, f"item {item}", Money(100, "EUR"))
        till.keep_open_basket(shop, basket)
        print("kept", basket.uuid, item + 1, flush=True)
    if number % 5 == 4:
        till.hold(shop, basket)
        print("held", basket.uuid, flush=True)
        continue
    done = till.finish(shop, basket).value
    print("sold", basket.uuid, done.number, flush=True)
    if number % 7 == 6:
        till.void_sale(shop, done.id, "slip")
"""


@pytest.mark.parametrize("lines", [1, 3, 4, 18, 37, 61])
def test_a_killed_till_goes_on_where_it_was(book_path: Path, lines: int) -> None:
    said = said_until_killed(SELLER, str(book_path), lines=lines)
    shop = assemble.open_shop(book_path, today=TODAY)
    try:
        assert safety.check(shop).ok
        for what, uuid, *rest in said:
            if what == "sold":
                assert sales.sale(shop, uuid).number == int(rest[0])
        held = {one.uuid for one in till.held_sales(shop)}
        assert {words[1] for words in said if words[0] == "held"} <= held
        _go_on(shop, said, held)
    finally:
        shop.close()


def _go_on(shop: Shop, said: list[list[str]], held: set[str]) -> None:
    """The last basket is on the screen, waits, or is a sale; finished, it is one sale."""
    uuid = said[-1][1]
    basket = till.open_basket(shop)
    if basket is None:
        assert uuid in held or sales.sale(shop, uuid).total == Money(300, "EUR")
        return
    if basket.uuid == uuid:
        scanned = max((int(words[2]) for words in said if words[:2] == ["kept", uuid]), default=0)
        assert len(basket.lines) >= scanned
    before = closing.day_report(shop).sales
    first = till.finish(shop, basket).value
    assert till.finish(shop, basket).value == first
    assert closing.day_report(shop).sales == before + 1
    assert till.open_basket(shop) is None
