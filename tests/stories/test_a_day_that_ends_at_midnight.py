"""A window that stays open over midnight: sales, Today, the rhythm and the end of the day."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY
from tests.ui.opening import Opener, open_filled, settle
from tests.ui.selling import add_client, sell

from kartoteka.domain.sales import Sale
from kartoteka.domain.typed import Wanted
from kartoteka.shop import Shop, closing, sales
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.day.page import DayPage
from kartoteka.ui.day_turn import DayTurn
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.till.page import TillPage
from kartoteka.ui.today.page import TodayPage

__all__ = ["open_filled"]

TOMORROW = TODAY + timedelta(days=1)


class Calendar:
    """The day of the shop, turned by the test."""

    def __init__(self) -> None:
        self.today = TODAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    turned = Calendar()
    monkeypatch.setattr(Shop, "today", lambda _shop: turned.today)
    monkeypatch.setattr(Shop, "now", lambda _shop: datetime.combine(turned.today, time(23, 59)))
    return turned


def a_regular(shop: Shop) -> None:
    """Came every ten days; the last time 30 days ago."""
    client = add_client(shop, "Иван", "+359887001122")
    for ago in (60, 50, 40, 30):
        sell(shop, client, TODAY - timedelta(days=ago), "10.00")


def till_of(window: MainWindow, qtbot: QtBot) -> TillPage:
    window.show_page("sale")
    settle(qtbot, window)
    page = window.page("sale")
    assert isinstance(page, TillPage)
    return page


def put_in(page: TillPage, text: str) -> None:
    page.attempt(lambda basket: basket.add_free(Wanted(Decimal(1), text)))


def asked_sale(window: MainWindow, qtbot: QtBot, number: int) -> Sale:
    found: list[Sale] = []
    window.desk.ask(lambda shop: sales.sale(shop, str(number)), found.append)
    settle(qtbot, window)
    return found[0]


def test_sales_after_midnight_are_of_the_new_day_and_every_page_tells_the_new_day(
    open_filled: Opener, qtbot: QtBot, calendar: Calendar
) -> None:
    window = open_filled(a_regular)
    turn = DayTurn(window, window.desk, calendar)
    page = till_of(window, qtbot)
    put_in(page, "Tea 5")
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    put_in(page, "Honey 7")
    window.show_page("today")
    settle(qtbot, window)
    today = window.page("today")
    assert isinstance(today, TodayPage)
    assert today._view is not None
    assert today._view.on == TODAY
    window.show_card(1)
    settle(qtbot, window)
    card = window.page("card")
    assert isinstance(card, CardPage)
    assert card.data is not None
    assert card.data.view.rhythm.silent_days == 30

    calendar.today = TOMORROW
    turn.look()
    settle(qtbot, window)

    assert card.data.view.rhythm.silent_days == 31
    window.show_page("today")
    settle(qtbot, window)
    assert today._view.on == TOMORROW
    page = till_of(window, qtbot)
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert [asked_sale(window, qtbot, number).on for number in (5, 6)] == [TODAY, TOMORROW]
    window.show_page("day")
    settle(qtbot, window)
    day = window.page("day")
    assert isinstance(day, DayPage)
    assert day.report is not None
    assert day.report.on == TOMORROW


def test_a_sale_finished_at_midnight_before_the_window_has_noticed_is_of_the_new_day(
    open_filled: Opener, qtbot: QtBot, calendar: Calendar
) -> None:
    window = open_filled(a_regular)
    page = till_of(window, qtbot)
    put_in(page, "Tea 5")
    calendar.today = TOMORROW
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert asked_sale(window, qtbot, 5).on == TOMORROW
    counted: list[int] = []
    window.desk.ask(lambda shop: closing.day_report(shop).sales, counted.append)
    settle(qtbot, window)
    assert counted == [1]
