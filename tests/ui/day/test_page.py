"""The End of day page: sums, the count, and closing."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from tests.ui.opening import settle
from tests.ui.selling import TODAY, sell
from tests.ui.till.conftest import Till, furnish

from kartoteka.shop import Shop, closing
from kartoteka.store import journal
from kartoteka.ui.day.page import DayPage

Open = Callable[..., Till]


def sold_today(shop: Shop) -> None:
    furnish(shop)
    sell(shop, None, TODAY, "30.00")


def _closings(shop: Shop) -> int:
    with shop.read() as session:
        return len(journal.newest(session, closing.CLOSE_DAY))


def open_day(till: Open, qtbot: QtBot) -> tuple[object, DayPage]:
    window, _ = till(sold_today)
    window.show_page("day")
    settle(qtbot, window)
    page = window.page("day")
    assert isinstance(page, DayPage)
    return window, page


def test_the_day_is_summed_and_the_count_compared_while_typing(till: Open, qtbot: QtBot) -> None:
    _, page = open_day(till, qtbot)
    assert page.report is not None
    assert page.report.turnover.minor == 3000
    page.counted.setText("29")
    page._reckon()
    assert page.difference.property("tone") == "alarm"
    page.counted.setText("30")
    page._reckon()
    assert page.difference.property("tone") == "well"


def test_closing_without_a_count_is_refused(till: Open, qtbot: QtBot) -> None:
    _, page = open_day(till, qtbot)
    page.close_day()
    assert page.problem.isVisible()


def test_a_day_is_closed_once(till: Open, qtbot: QtBot) -> None:
    window, page = open_day(till, qtbot)
    page.counted.setText("30")
    page.left.setText("10")
    page.close_day()
    page.close_day()
    settle(qtbot, window)  # type: ignore[arg-type]
    assert page.report is not None
    assert page.report.closed is not None
    assert page.report.closed.left.minor == 1000
    days: list[int] = []
    page.around.desk.ask(_closings, days.append)
    settle(qtbot, window)  # type: ignore[arg-type]
    assert days == [1]
