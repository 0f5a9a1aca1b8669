"""A small shop with a catalogue, open on the Sale page."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, open_filled, settle
from tests.ui.selling import add_client, sell

from kartoteka.domain.catalogue import Bond, GoesWith, Item
from kartoteka.domain.money import Money
from kartoteka.domain.offers import Offer
from kartoteka.shop import Shop, catalogue, clients, offers, settings
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.till.page import TillPage

__all__ = ["open_filled"]

TODAY = date(2026, 11, 21)
COFFEE, FILTERS = "3800123450011", "3800123450028"
Till = tuple[MainWindow, TillPage]


def furnish(shop: Shop) -> None:
    """Coffee, filters that go with it, a service without a price, a regular and an offer."""
    facts = {"shop.vat_registered": "yes", "shop.vat_rate": "20", "shop.phone": "0888 123 456"}
    settings.change_settings(shop, facts)
    filters = catalogue.add_item(
        shop,
        Item(
            name="Paper filters No. 4",
            sku="F-4",
            barcodes=(FILTERS,),
            price=Money(420, "EUR"),
            cost=Money(340, "EUR"),
        ),
    ).value
    catalogue.add_item(
        shop,
        Item(
            name="Coffee beans Ethiopia 250 g",
            sku="C-1",
            barcodes=(COFFEE,),
            price=Money(950, "EUR"),
            cost=Money(400, "EUR"),
            goes_with=(GoesWith(filters.id, Bond.CONSUMABLE),),
        ),
    )
    catalogue.add_item(shop, Item(name="Grinding by hand", sku="G"))
    client = add_client(shop, "Иван", "+359887001122", card="1043")
    for day in (1, 8, 15):
        sell(shop, client, date(2026, 11, day), f"{day}.00")
    assert clients.by_card(shop, "1043") == client
    offers.save_offer(
        shop,
        Offer(
            title="Descale your machine before winter",
            reason="it protects the warranty.",
            begins=date(2026, 11, 1),
            ends=date(2026, 12, 5),
            language=shop.settings.shop.language,
            code="IP-7F3",
        ),
    )


def sale_page(window: MainWindow) -> TillPage:
    """The Sale page of a window."""
    page = window.page("sale")
    assert isinstance(page, TillPage)
    return page


@pytest.fixture
def till(open_filled: Opener, qtbot: QtBot) -> Callable[..., Till]:
    """Open the window on the furnished shop and go to the till."""

    def opened(fill: Callable[[Shop], None] = furnish, **more: object) -> Till:
        window = open_filled(fill, **more)
        window.show_page("sale")
        settle(qtbot, window)
        return window, sale_page(window)

    return opened


def figures(page: TillPage) -> list[tuple[str, Decimal, int]]:
    """Name, quantity and cents of each line."""
    assert page.presenter is not None
    return [
        (line.line.name, line.line.quantity, line.total.minor)
        for line in page.presenter.sums().lines
    ]
