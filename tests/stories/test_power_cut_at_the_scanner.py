"""The power goes in the middle of a scanned basket with a return, and the till is opened again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.conftest import TODAY
from tests.stories.killing import said_until_killed
from tests.ui.conftest import OpenWindow
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, furnish, sale_page

from kartoteka import assemble
from kartoteka.domain.sales import Sale
from kartoteka.shop import Shop, paper_check, papers, safety, sales, till
from kartoteka.ui.main_window import MainWindow

CASHIER = """
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from kartoteka import assemble
from kartoteka.domain import till as basket_of
from kartoteka.shop import catalogue, papers, sales, till

shop = assemble.open_shop(Path(sys.argv[1]), today=date(2026, 11, 21))

def scan(basket, code):
    basket = basket_of.add_item(basket, catalogue.by_code(shop, code))
    till.keep_open_basket(shop, basket)
    print("kept", basket.uuid, sum(line.quantity for line in basket.lines), flush=True)
    return basket

def issue(sale):
    paper = papers.issue_receipt(shop, sale.id).value
    print("paper", paper.id, paper.number, flush=True)
    papers.count_print(shop, paper.id, copy=False)
    print("printed", paper.id, flush=True)

while True:
    basket = till.new_basket(shop, client=1)
    for code in sys.argv[2:]:
        basket = scan(basket, code)
    sold = till.finish(shop, basket).value
    print("sold", sold.uuid, sold.number, flush=True)
    issue(sold)
    back = sales.return_draft(shop, sold.id, {1: Decimal(1)}, uuid=sold.uuid + "-back")
    back = sales.record_return(shop, back).value
    print("sold", back.uuid, back.number, flush=True)
    issue(back)
    free = replace(till.new_basket(shop), back=True)
    free = till.finish(shop, scan(free, sys.argv[2])).value
    print("sold", free.uuid, free.number, flush=True)
"""
SCANS = (COFFEE, FILTERS, COFFEE)


@pytest.fixture
def till_book(book_path: Path) -> Path:
    """A furnished shop; three sales were recorded before."""
    shop = assemble.open_shop(book_path, today=TODAY)
    furnish(shop)
    shop.close()
    return book_path


@pytest.mark.parametrize(
    ("lines", "later"),
    [(2, 0.0), (3, 0.004), (5, 0.001), (6, 0.003), (9, 0.001), (21, 0.002)],
)
def test_no_scan_sale_return_or_print_is_lost(till_book: Path, lines: int, later: float) -> None:
    said = said_until_killed(CASHIER, str(till_book), *SCANS, lines=lines, later=later)
    shop = assemble.open_shop(till_book, today=TODAY)
    try:
        assert safety.check(shop).ok
        checked = paper_check.check_papers(shop)
        assert (checked.gaps, checked.repeats, checked.changed) == ((), (), ())
        _look_at_sales(shop, said)
        for words in said:
            if words[0] == "paper":
                assert papers.paper(shop, int(words[1])).number == int(words[2])
            elif words[0] == "printed":
                assert papers.paper(shop, int(words[1])).printed
    finally:
        shop.close()


def _look_at_sales(shop: Shop, said: list[list[str]]) -> None:
    """Every sale that was told is there, the numbers have no gap, nothing came back twice."""
    told = {words[1]: int(words[2]) for words in said if words[0] == "sold"}
    for uuid, number in told.items():
        assert sales.sale(shop, uuid).number == number
    last = max(told.values(), default=3)
    numbered: list[Sale] = [sales.sale(shop, str(number)) for number in range(1, last + 1)]
    assert [sale.number for sale in numbered] == list(range(1, last + 1))
    for sale in numbered:
        for position, back in sale.returned_quantities.items():
            assert back <= sale.lines[position - 1].quantity


@pytest.mark.parametrize("lines", [2, 10])
def test_the_open_basket_is_on_the_screen_again_and_becomes_one_sale(
    till_book: Path, open_on: OpenWindow, qtbot: QtBot, lines: int
) -> None:
    said = said_until_killed(CASHIER, str(till_book), *SCANS, lines=lines)
    kept = [words for words in said if words[0] == "kept"]
    window = open_on(till_book)
    window.around.counter.change("print.after_sale", "nothing")
    window.show_page("sale")
    settle(qtbot, window)
    page = sale_page(window)
    assert page.presenter is not None
    basket = page.presenter.basket
    if lines == 2:
        assert basket.uuid == kept[0][1]
        assert sum(line.quantity for line in basket.lines) >= 2
    page.take_scan(FILTERS)
    settle(qtbot, window)
    for _ in range(2):
        qtbot.keyClick(page.field.input, Qt.Key.Key_F12)
    settle(qtbot, window)
    assert page.presenter.is_empty
    uuid = basket.uuid
    assert _ask(window, qtbot, lambda shop: sales.sale(shop, uuid).uuid) == uuid
    assert _ask(window, qtbot, till.open_basket) is None


def _ask(window: MainWindow, qtbot: QtBot, question: object) -> object:
    answers: list[object] = []
    window.desk.ask(question, answers.append)  # type: ignore[arg-type]
    settle(qtbot, window)
    return answers[0]
