"""A range of numbers that is used up leads from the dialog to the numbers in Settings."""

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE
from tests.ui.opening import Opener, settle
from tests.ui.papers.test_deeds import SHOP, Known, company, open_dialog, page_of
from tests.ui.selling import TODAY, sell

from kartoteka.shop import Shop, invoices, settings
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.issue_dialog import IssueDialog
from kartoteka.ui.settings.page import SettingsPage


@pytest.fixture
def known() -> Known:
    return {}


@pytest.fixture
def window(open_filled: Opener, known: Known) -> MainWindow:
    """The last number of the invoices is given, and one more is to be issued."""

    def fill(shop: Shop) -> None:
        settings.change_settings(shop, SHOP | {"invoice.next": "5", "invoice.last": "5"})
        firm = company(shop)
        invoices.issue_invoice(shop, sell(shop, firm, TODAY, "20.00").id)
        known["sale"] = sell(shop, firm, TODAY, "48.00").id

    return open_filled(fill)


def test_the_dialog_says_so_and_leads_to_the_numbers(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    page = page_of(window, qtbot, sale=known["sale"], kind="invoice")
    dialog = open_dialog(page, IssueDialog)
    dialog.finish()
    settle(qtbot, window)
    assert "5" in dialog.problem.text()
    dialog.lacking.buttons["shop"].click()
    settle(qtbot, window)
    shown = window.open_page
    assert isinstance(shown, SettingsPage)
    wanted = shown.numbers.buttons["invoice"]
    qtbot.waitUntil(lambda: window.focusWidget() is wanted, timeout=PATIENCE)
