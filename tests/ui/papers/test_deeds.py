"""Invoices, proformas, notes and annulled papers, from the window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, add_client, sell

from kartoteka.domain.clients import Address, Client, Kind, TaxNumbers
from kartoteka.domain.money import Money
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, clients, invoices, papers, sales, settings
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.account_dialog import AccountDialog
from kartoteka.ui.papers.issue_dialog import AnnulDialog, IssueDialog
from kartoteka.ui.papers.note_dialog import CreditDialog, DebitDialog
from kartoteka.ui.papers.page import PapersPage
from kartoteka.ui.papers.paper_dialog import PaperDialog
from kartoteka.ui.papers.presenter import Action
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.sales.presenter import Column

D = TypeVar("D", bound=PaperDialog)
Known = dict[str, int]
SHOP = {
    "shop.address": "София, ул. „Шипка“ 5",
    "shop.tax_id": "175074752",
    "shop.responsible": "Мария Иванова",
}


def company(shop: Shop, name: str = "Цветен двор ООД") -> int:
    """A company whose card has all that an invoice must say."""
    card = Client(
        kind=Kind.COMPANY,
        company=name,
        address=Address(street="бул. Витоша 1", city="София"),
        tax=TaxNumbers(tax_id="831641791"),
    )
    return clients.add_client(shop, card).value.id


@pytest.fixture
def known() -> Known:
    return {}


@pytest.fixture
def window(open_filled: Opener, known: Known) -> MainWindow:
    """A complete shop, a company, a sale with its receipt."""

    def fill(shop: Shop) -> None:
        settings.change_settings(shop, SHOP)
        known["company"] = company(shop)
        known["sale"] = sell(shop, known["company"], TODAY, "48.00").id
        papers.issue_receipt(shop, known["sale"])

    return open_filled(fill)


def page_of(window: MainWindow, qtbot: QtBot, **wish: object) -> PapersPage:
    window.show_page("papers", **wish)
    settle(qtbot, window)
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    return page


def open_dialog(page: PapersPage, kind: type[D]) -> D:
    found = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    assert found, kind.__name__
    return found[-1]


def act(window: MainWindow, qtbot: QtBot, action: Action) -> PapersPage:
    page = page_of(window, qtbot)
    assert page._paper is not None
    page.deeds.do(action, page._paper)
    settle(qtbot, window)
    return page


def issue_invoice(window: MainWindow, qtbot: QtBot, known: Known) -> PapersPage:
    page = page_of(window, qtbot, sale=known["sale"], kind="invoice")
    open_dialog(page, IssueDialog).finish()
    settle(qtbot, window)
    return page


def test_a_receipt_becomes_an_invoice_with_a_day_to_pay_by(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = act(window, qtbot, Action.INVOICE)
    dialog = open_dialog(page, IssueDialog)
    dialog.due.set_text("05.12.2026")
    dialog.finish()
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert (page._paper.kind, page._paper.shown) == (PaperKind.INVOICE, "0000000001")
    assert "ФАКТУРА" in page.pane.pages.text().upper()
    assert page._print.text() == "Print"
    assert "Invoice No. 0000000001" in window.notices.texts[-1]


def test_the_back_of_an_invoice_is_told_and_chosen(window: MainWindow, qtbot: QtBot) -> None:
    page = act(window, qtbot, Action.INVOICE)
    dialog = open_dialog(page, IssueDialog)
    settle(qtbot, window)
    assert dialog.back.currentData() == "feedback"
    dialog.back.setCurrentIndex(dialog.back.findData("none"))
    dialog.back.activated.emit(dialog.back.currentIndex())
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.pages == 1


def test_a_sale_in_leva_is_shown_as_the_paper_will_have_it(
    open_filled: Opener, qtbot: QtBot, known: Known
) -> None:
    def fill(shop: Shop) -> None:
        settings.change_settings(shop, SHOP)
        leva = SaleDraft(
            uuid="old",
            on=date(2025, 12, 15),
            lines=(Line("Ваза", Decimal(1), Money.of("49.90", "BGN")),),
            currency="BGN",
            client=company(shop),
        )
        known["sale"] = sales.record_sale(shop, leva).value.id

    window = open_filled(fill)
    page = page_of(window, qtbot, sale=known["sale"], kind="invoice")
    dialog = open_dialog(page, IssueDialog)
    assert "BGN49.90 = €25.51" in dialog._summary.text().replace("\u00a0", "")
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.total == Money.of("25.51", "EUR")


def test_a_day_that_is_none_is_told_and_no_number_is_taken(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = act(window, qtbot, Action.PROFORMA)
    dialog = open_dialog(page, IssueDialog)
    dialog.due.set_text("someday")
    dialog.finish()
    settle(qtbot, window)
    assert "dd.mm.yyyy" in dialog.problem.text()
    assert page.table.model().rowCount() == 1


def test_what_is_missing_is_named_and_filled_in_before_a_number_is_taken(
    open_filled: Opener, qtbot: QtBot, known: Known
) -> None:
    def fill(shop: Shop) -> None:
        known["client"] = add_client(shop, "Ана")
        papers.issue_receipt(shop, sell(shop, known["client"], TODAY).id)

    window = open_filled(fill)
    page = act(window, qtbot, Action.INVOICE)
    dialog = open_dialog(page, IssueDialog)
    lacking = {(each.of, each.field) for each in dialog.lacking.missing}
    assert lacking == {("shop", "address"), ("shop", "tax_id"), ("client", "address")}
    assert "the shop's address" in dialog.lacking._texts["shop"].text()
    dialog.finish()
    settle(qtbot, window)
    assert page.table.model().rowCount() == 1
    dialog.lacking.buttons["shop"].click()
    settle(qtbot, window)
    assert window.open_name == "settings"
    assert not dialog.isVisible()
    window.desk.change(lambda shop: settings.change_settings(shop, SHOP))
    page_of(window, qtbot)
    assert dialog.isVisible()
    assert {each.of for each in dialog.lacking.missing} == {"client"}
    dialog.lacking.buttons["client"].click()
    settle(qtbot, window)
    assert window.open_name == "card"

    def fill_in(shop: Shop) -> Any:
        card = clients.client(shop, known["client"])
        return clients.edit_client(shop, replace(card, address=Address(city="Варна")))

    window.desk.change(fill_in)
    page_of(window, qtbot)
    assert dialog.lacking.missing == ()
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.kind == PaperKind.INVOICE


def test_a_part_of_an_invoice_is_credited(window: MainWindow, qtbot: QtBot, known: Known) -> None:
    issue_invoice(window, qtbot, known)
    page = act(window, qtbot, Action.CREDIT)
    dialog = open_dialog(page, CreditDialog)
    dialog.finish()
    assert "reason" in dialog.problem.text()
    dialog.ground.setText("върната стока")
    dialog.fields[1].setText("7")
    dialog.finish()
    assert "between zero" in dialog.problem.text()
    dialog.fields[1].setText("0.5")
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.kind == PaperKind.CREDIT_NOTE
    assert page._paper.total.minor == 2400
    page.deeds.do(Action.AMENDED, page._paper)
    settle(qtbot, window)
    assert page._paper.kind == PaperKind.INVOICE


def test_a_lower_price_is_credited_without_goods(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    issue_invoice(window, qtbot, known)
    page = act(window, qtbot, Action.CREDIT)
    dialog = open_dialog(page, CreditDialog)
    dialog.ground.setText("отстъпка")
    dialog.ways[1].click()
    dialog.finish()
    assert "reduced" in dialog.problem.text()
    dialog.amount.setText("8,00")
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.total.minor == 800


def test_a_debit_note_adds_what_was_left_out(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    issue_invoice(window, qtbot, known)
    page = act(window, qtbot, Action.DEBIT)
    dialog = open_dialog(page, DebitDialog)
    dialog.ground.setText("пропуснат транспорт")
    dialog.lines.fields(0)[Column.NAME].setText("Транспорт")
    dialog.lines.fields(0)[Column.PRICE].setText("6")
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert (page._paper.kind, page._paper.total.minor) == (PaperKind.DEBIT_NOTE, 600)


def test_an_annulled_invoice_stays_in_the_list(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    issue_invoice(window, qtbot, known)
    page = act(window, qtbot, Action.ANNUL)
    dialog = open_dialog(page, AnnulDialog)
    dialog.finish()
    assert dialog.isVisible()
    dialog.reason.setText("сгрешен получател")
    dialog.finish()
    settle(qtbot, window)
    assert page.table.model().rowCount() == 2
    assert page._paper is not None
    assert page._paper.annulled_at is not None
    assert "annulled" in page._day(window.speech.words, page._paper)
    assert "сгрешен получател" in page.pane._facts.text()


def test_a_company_is_invoiced_on_account(window: MainWindow, qtbot: QtBot, known: Known) -> None:
    page = page_of(window, qtbot, on_account=known["company"])
    dialog = open_dialog(page, AccountDialog)
    dialog.finish()
    settle(qtbot, window)
    assert dialog.problem.text()
    dialog.lines.fields(0)[Column.NAME].setText("Аранжировка")
    dialog.lines.fields(0)[Column.PRICE].setText("120")
    dialog._on_edited()
    assert "120" in dialog.total.text()
    dialog.finish()
    settle(qtbot, window)
    assert page._paper is not None
    assert (page._paper.kind, page._paper.total.minor) == (PaperKind.INVOICE, 12000)


def test_a_proforma_on_account_sells_nothing(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    page = page_of(window, qtbot, on_account=known["company"])
    dialog = open_dialog(page, AccountDialog)
    dialog.lines.fields(0)[Column.NAME].setText("Аранжировка")
    dialog.lines.fields(0)[Column.PRICE].setText("120")
    dialog.finish_proforma()
    settle(qtbot, window)
    assert page._paper is not None
    assert page._paper.kind == PaperKind.PROFORMA
    assert page._paper.sale is None


def test_the_list_shows_one_kind_and_escape_shows_all(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    page = issue_invoice(window, qtbot, known)
    for choice, rows in (("invoices", 1), ("notes", 0), ("receipts", 1)):
        page._on_choice(choice)
        settle(qtbot, window)
        assert page.table.model().rowCount() == rows
        assert page._whole.currentIndex() == 0
    assert page.go_back()
    settle(qtbot, window)
    assert page.table.model().rowCount() == 2


def test_the_menu_offers_what_the_law_allows(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    page = issue_invoice(window, qtbot, known)
    assert page._paper is not None
    texts = [action.text() for action in page.deeds.menu(page._paper, "bg").actions()]
    assert "Debit note…" in texts
    texts = [action.text() for action in page.deeds.menu(page._paper, "ru").actions()]
    assert "Debit note…" not in texts
    assert "Credit note…" in texts


def test_a_receipt_goes_to_the_strip_printer_that_is_set(
    open_filled: Opener, qtbot: QtBot, known: Known
) -> None:
    def fill(shop: Shop) -> None:
        papers.issue_receipt(shop, sell(shop, add_client(shop, "Ана"), TODAY).id)

    window = open_filled(fill)
    window.around.counter.change("print.strip", "dummy")
    page = act(window, qtbot, Action.STRIP)
    settle(qtbot, window)
    assert window.notices.texts[-1] == "Sent to the receipt printer."
    assert page._print.text() == "Print a copy"
    page.deeds.do(Action.TURNING, page._paper)  # type: ignore[arg-type]
    settle(qtbot, window)
    assert page.findChildren(PreviewDialog)[-1].pages.pages == 2


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_dialog_of_papers_is_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str, known: Known
) -> None:
    def fill(shop: Shop) -> None:
        settings.change_settings(shop, SHOP)
        long = "Цветна градина и озеленителни услуги „Константинови и синове“ ООД"
        known["company"] = company(shop, long)
        sale = sell(shop, known["company"], TODAY, "1234567.00").id
        known["invoice"] = invoices.issue_invoice(shop, sale).value.id
        papers.issue_receipt(shop, sell(shop, add_client(shop, "Ана"), TODAY).id)

    window = open_filled(fill, language=language)
    window.resize(911, 512)
    looker = Looker(qtbot, window, language)
    page = act(window, qtbot, Action.INVOICE)
    looker.draw("paper_lacking", open_dialog(page, IssueDialog))
    open_dialog(page, IssueDialog).reject()
    page_of(window, qtbot, paper=known["invoice"])
    for action, kind in (
        (Action.CREDIT, CreditDialog),
        (Action.DEBIT, DebitDialog),
        (Action.ANNUL, AnnulDialog),
    ):
        act(window, qtbot, action)
        dialog: PaperDialog = open_dialog(page, kind)
        dialog.finish()
        looker.draw(f"paper_{action}", dialog)
        dialog.reject()
    page_of(window, qtbot, on_account=known["company"])
    looker.draw("paper_account", open_dialog(page, AccountDialog))
    open_dialog(page, AccountDialog).reject()
    looker.draw("papers_kinds")
    assert looker.faults == []
