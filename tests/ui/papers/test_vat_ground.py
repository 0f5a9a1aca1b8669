"""A zero rate is asked for its ground in the dialogs, before anything is issued."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, settle
from tests.ui.papers.test_deeds import SHOP, Known, company, open_dialog, page_of
from tests.ui.selling import TODAY

from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.domain.vat_grounds import ZERO_RATE_GROUNDS
from kartoteka.shop import Shop, sales, settings
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.account_dialog import AccountDialog
from kartoteka.ui.papers.issue_dialog import IssueDialog
from kartoteka.ui.papers.vat_ground import VatGroundField

REGISTERED = SHOP | {
    "shop.vat_registered": "yes",
    "shop.vat_id": "BG175074752",
    "shop.vat_rate": "20",
}


@pytest.fixture
def known() -> Known:
    return {}


@pytest.fixture
def window(open_filled: Opener, known: Known) -> MainWindow:
    """A shop registered for VAT that has sold one thing abroad and one at home."""

    def fill(shop: Shop) -> None:
        settings.change_settings(shop, REGISTERED)
        known["company"] = company(shop)
        for name, rate in (("abroad", Decimal(0)), ("home", None)):
            line = Line("Мъниста", Decimal(1), Money(4800, "EUR"), vat_rate=rate)
            draft = SaleDraft(
                uuid=name, on=TODAY, lines=(line,), currency="EUR", client=known["company"]
            )
            known[name] = sales.record_sale(shop, draft).value.id

    return open_filled(fill)


def dialog_of(window: MainWindow, qtbot: QtBot, sale: int) -> IssueDialog:
    page = page_of(window, qtbot, sale=sale, kind="invoice")
    return open_dialog(page, IssueDialog)


def test_nothing_is_issued_until_the_ground_is_chosen(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    dialog = dialog_of(window, qtbot, known["abroad"])
    field = dialog.findChild(VatGroundField)
    assert field is not None
    assert field.ground == ""
    dialog.finish()
    assert not dialog.problem.isHidden()
    field.setCurrentIndex(1)
    assert dialog.problem.isHidden()
    dialog.finish()
    settle(qtbot, window)
    page = page_of(window, qtbot)
    assert page._paper is not None
    assert page._paper.shown == "0000000001"
    assert ZERO_RATE_GROUNDS[1] in page.pane.pages.text()


def test_a_taxed_sale_is_not_asked(window: MainWindow, qtbot: QtBot, known: Known) -> None:
    dialog = dialog_of(window, qtbot, known["home"])
    assert dialog.findChild(VatGroundField) is None
    dialog.reject()


def test_a_shop_at_the_zero_rate_is_asked_on_account_too(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    window.desk.change(
        lambda shop: settings.change_settings(shop, {"shop.vat_rate": "0"}), lambda _: None
    )
    settle(qtbot, window)
    page = page_of(window, qtbot, on_account=known["company"])
    dialog = open_dialog(page, AccountDialog)
    assert dialog.findChild(VatGroundField) is not None
    dialog.reject()
