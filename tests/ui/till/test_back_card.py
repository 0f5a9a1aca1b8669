"""The till says what the back of the receipt will hold, and the receipt holds just that."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.documents.reading import texts
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, Till, furnish

from kartoteka.domain.backs import BackWish
from kartoteka.domain.catalogue import Item
from kartoteka.domain.money import Money
from kartoteka.shop import Shop, catalogue, offers
from kartoteka.ui.till.page import TillPage

Open = Callable[..., Till]
ADVICE = "Keep it dry."


@pytest.fixture(autouse=True)
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """No printer: what would be printed."""
    given: list[bytes] = []
    monkeypatch.setattr(
        "kartoteka.ui.papers.preview.PreviewDialog.open", lambda shown: given.append(shown._pdf)
    )
    return given


def with_advice(shop: Shop) -> None:
    furnish(shop)
    kettle = Item(name="Kettle", barcodes=("77",), price=Money(3000, "EUR"), care=ADVICE)
    catalogue.add_item(shop, kettle)


def without_offer(shop: Shop) -> None:
    with_advice(shop)
    offers.delete_offer(shop, offers.offers(shop)[0].id)


def take(qtbot: QtBot, till: Till, code: str) -> TillPage:
    window, page = till
    page.take_scan(code)
    settle(qtbot, window)
    return page


def shown(page: TillPage) -> str:
    return " ".join(line.text() for line in page.back.lines if line.text())


def choose(page: TillPage, wish: BackWish) -> None:
    box = page.back.choice
    box.setCurrentIndex(box.findData(wish.value))
    box.activated.emit(box.currentIndex())


def finish(qtbot: QtBot, till: Till) -> None:
    till[1].deeds.finish()
    settle(qtbot, till[0])


def test_a_running_offer_is_announced(till: Open, qtbot: QtBot) -> None:
    opened = till()
    settle(qtbot, opened[0])
    assert "Descale your machine" in shown(opened[1])
    assert opened[1].back.choice.currentData() == "offer"


def test_without_an_offer_the_advice_for_the_basket_is_printed(
    till: Open, qtbot: QtBot, printed: list[bytes]
) -> None:
    opened = till(without_offer)
    page = take(qtbot, opened, COFFEE)
    assert "What did you like" in shown(page)
    take(qtbot, opened, "77")
    assert shown(page) == f"Kettle {ADVICE}"
    finish(qtbot, opened)
    assert ADVICE in texts(printed[0])[1]


def test_the_seller_chooses_the_back_of_this_sale(
    till: Open, qtbot: QtBot, printed: list[bytes]
) -> None:
    opened = till(with_advice)
    page = take(qtbot, opened, "77")
    assert "Descale your machine" in shown(page)
    choose(page, BackWish.CARE)
    assert shown(page) == f"Kettle {ADVICE}"
    finish(qtbot, opened)
    assert ADVICE in texts(printed[0])[1]
    take(qtbot, opened, COFFEE)
    assert "Descale your machine" in shown(page)
    choose(page, BackWish.NOTHING)
    assert shown(page) == "Only the front is printed."
    finish(qtbot, opened)
    assert len(texts(printed[1])) == 1
