"""The Sale page: by keys and by scanner, from the first item to the recorded sale."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Clock, write
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, Till, figures, furnish

from kartoteka.domain.sales import PaymentKind, Sale
from kartoteka.shop import Shop, debts, sales, settings
from kartoteka.shop import till as shop_till
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.sales.sale_dialog import SaleDialog
from kartoteka.ui.till.dialogs import DebtDialog, HeldDialog
from kartoteka.ui.till.page import TillPage
from kartoteka.ui.till.presenter import Column
from kartoteka.ui.till.returns import ReturnDialog
from kartoteka.ui.widgets.line_dialog import LineDialog

Open = Callable[..., Till]


@pytest.fixture(autouse=True)
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """No printer: what would be printed."""
    given: list[bytes] = []
    monkeypatch.setattr(
        "kartoteka.ui.papers.preview.PreviewDialog.open", lambda shown: given.append(shown._pdf)
    )
    return given


def asked(window: MainWindow, qtbot: QtBot, question: Callable[[Shop], object]) -> object:
    """What the shop answers."""
    answers: list[object] = []
    window.desk.ask(question, answers.append)
    settle(qtbot, window)
    return answers[0]


def recorded(window: MainWindow, qtbot: QtBot, number: int) -> Sale:
    answer = asked(window, qtbot, lambda shop: sales.sale(shop, str(number)))
    assert isinstance(answer, Sale)
    return answer


def scan(window: MainWindow, qtbot: QtBot, code: str) -> None:
    """A scanner types fast into whatever has the focus."""
    clock = window.scanner._clock
    assert isinstance(clock, Clock)
    clock.step = 0.005
    target = QApplication.focusWidget() or window
    write(target, code)
    qtbot.keyClick(target, Qt.Key.Key_Return)
    clock.step = 0.2
    settle(qtbot, window)


def type_item(window: MainWindow, page: TillPage, qtbot: QtBot, text: str) -> None:
    page.field.setFocus()
    write(page.field.input, text)
    settle(qtbot, window)
    qtbot.keyClick(page.field.input, Qt.Key.Key_Return)
    settle(qtbot, window)


def active_dialog(kind: type[QDialog]) -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_a_fragment_and_enter_put_an_item_into_the_basket(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    type_item(window, page, qtbot, "3*ethio")
    assert figures(page) == [("Coffee beans Ethiopia 250 g", Decimal(3), 2850)]
    assert page.pay.total.text() == "28,50\N{NO-BREAK SPACE}€" or "28.50" in page.pay.total.text()


def test_a_scan_adds_the_item_wherever_the_focus_is(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    window.search.input.setFocus()
    scan(window, qtbot, COFFEE)
    scan(window, qtbot, f"{COFFEE}")
    scan(window, qtbot, FILTERS)
    assert [(name, count) for name, count, _ in figures(page)] == [
        ("Coffee beans Ethiopia 250 g", Decimal(2)),
        ("Paper filters No. 4", Decimal(1)),
    ]
    assert window.search.input.text() == ""


def test_a_scan_changes_its_own_line_only(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    scan(window, qtbot, FILTERS)
    told: list[tuple[int, int]] = []
    page.table.lines.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    scan(window, qtbot, FILTERS)

    assert told == [(1, 1)]


def test_a_scanned_card_names_the_client(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, "1043")
    assert page.presenter is not None
    assert page.presenter.basket.client == 1
    assert page.beside is not None
    assert page.beside.buyer is not None


def test_an_unknown_code_gets_a_sentence_and_a_way_to_add_it(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, "4006381333931")
    assert page.presenter is not None
    assert page.presenter.is_empty
    assert any("4006381333931" in text for text in window.notices.texts)


def test_f12_twice_records_one_sale_and_prints_its_receipt(
    till: Open, qtbot: QtBot, printed: list[bytes]
) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    qtbot.keyClick(page.field.input, Qt.Key.Key_F12)
    qtbot.keyClick(page.field.input, Qt.Key.Key_F12)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: bool(printed), timeout=10_000)
    assert recorded(window, qtbot, 4).total.minor == 950
    assert page.presenter is not None
    assert page.presenter.is_empty
    assert len(printed) == 1
    report = asked(window, qtbot, lambda shop: len(sales.purchases(shop, 1)))
    assert report == 3


def test_cash_handed_over_shows_the_change_until_the_next_item(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    qtbot.keyClick(page, Qt.Key.Key_F7)
    write(page.pay.cash, "20")
    assert "10,50" in page.pay.change.text() or "10.50" in page.pay.change.text()
    qtbot.keyClick(page.pay.cash, Qt.Key.Key_F12)
    settle(qtbot, window)
    assert page.state.shows_change
    scan(window, qtbot, FILTERS)
    assert not page.state.shows_change


def test_short_cash_is_refused_and_the_sale_is_still_there(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.pay.cash.setText("5")
    page.pay._on_cash("5")
    page.deeds.finish()
    settle(qtbot, window)
    assert page.presenter is not None
    assert not page.presenter.is_empty
    assert page.pay.problem.text()


def test_a_mixed_payment_is_recorded_by_its_parts(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.pay.mixed.click()
    write(page.pay.fields[PaymentKind.CASH], "5")
    write(page.pay.fields[PaymentKind.CARD], "4,50")
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    kinds = {payment.kind: payment.amount.minor for payment in recorded(window, qtbot, 4).payments}
    assert kinds == {PaymentKind.CASH: 500, PaymentKind.CARD: 450}


def test_a_free_line_waits_for_its_price(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    type_item(window, page, qtbot, "Gift box")
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not page.field.input
    write(editor, "4.50")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert figures(page) == [("Gift box", Decimal(1), 450)]
    type_item(window, page, qtbot, "Ribbon 1.20")
    assert figures(page)[1] == ("Ribbon", Decimal(1), 120)


def test_f4_discounts_the_line_in_its_cell(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, FILTERS)
    qtbot.keyClick(page.field.input, Qt.Key.Key_F4)
    editor = QApplication.focusWidget()
    assert editor is not None
    write(editor, "10%")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert figures(page)[0][2] == 378
    assert page.back.warnings.text()


def test_a_discount_below_the_owners_margin_is_warned_of(till: Open, qtbot: QtBot) -> None:
    def fill(shop: Shop) -> None:
        furnish(shop)
        settings.change_settings(shop, {"till.least_margin": "45"})

    window, page = till(fill)
    scan(window, qtbot, COFFEE)
    assert not page.back.warnings.text()
    qtbot.keyClick(page.field.input, Qt.Key.Key_F4)
    editor = QApplication.focusWidget()
    assert editor is not None
    write(editor, "10%")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (
        page.back.warnings.text()
        == "Coffee beans Ethiopia 250 g: margin 43.8%, your minimum is 45%."
    )


def test_shift_f4_discounts_the_whole_sale(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.deeds.ask_sale_discount()
    dialog = active_dialog(LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.field.setText("150%")
    dialog.finish()
    assert dialog.problem.isVisible()
    dialog.field.setText("50%")
    dialog.finish()
    assert page.presenter is not None
    assert page.presenter.sums().total.minor == 475


def test_delete_removes_a_line_and_undo_puts_it_back(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    qtbot.keyClick(page.field.input, Qt.Key.Key_Plus)
    assert figures(page)[0][1] == 2
    qtbot.keyClick(page.field.input, Qt.Key.Key_Delete)
    assert figures(page) == []
    window.undo_last()
    assert figures(page)[0][1] == 2


def test_a_proposal_is_added_by_its_key(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    settle(qtbot, window)
    assert [found.item.name for found in page.proposals.shown] == ["Paper filters No. 4"]
    page.proposals.take(0)
    assert len(figures(page)) == 2


def test_f8_holds_and_resumes(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.deeds.hold_or_resume()
    settle(qtbot, window)
    assert figures(page) == []
    page.deeds.hold_or_resume()
    settle(qtbot, window)
    dialog = active_dialog(HeldDialog)
    assert isinstance(dialog, HeldDialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(figures(page)) == 1


def test_f9_finds_the_sale_by_its_number(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    page.deeds.ask_return()
    settle(qtbot, window)
    dialog = active_dialog(ReturnDialog)
    assert isinstance(dialog, ReturnDialog)
    dialog.field.setText("999")
    dialog.finish()
    settle(qtbot, window)
    assert dialog.problem.isVisible()
    dialog.field.setText("1")
    dialog.finish()
    settle(qtbot, window)
    active_dialog(SaleDialog).close()


def test_f9_has_the_last_sales_at_hand(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    page.deeds.ask_return()
    settle(qtbot, window)
    dialog = active_dialog(ReturnDialog)
    assert isinstance(dialog, ReturnDialog)
    assert dialog.recent.item(0).text().startswith("No. 3, 15\u00a0Nov")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.recent, Qt.Key.Key_Return)
    settle(qtbot, window)
    active_dialog(SaleDialog).close()


def test_goods_come_back_without_a_sale(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    page.attempt(lambda presenter: presenter.turn_back(True))
    scan(window, qtbot, COFFEE)
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert recorded(window, qtbot, 4).total.minor == -950


def test_a_debt_is_made_and_paid(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, "1043")
    scan(window, qtbot, COFFEE)
    page.pay.ways[PaymentKind.ACCOUNT].click()
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    window.sell(1)
    settle(qtbot, window)
    page.deeds.pay_debt()
    dialog = active_dialog(DebtDialog)
    assert isinstance(dialog, DebtDialog)
    dialog.finish()
    settle(qtbot, window)
    owed = asked(window, qtbot, lambda shop: debts.debt_of(shop, 1).minor)
    assert owed == 0


def test_on_account_needs_a_client(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.pay.ways[PaymentKind.ACCOUNT].click()
    page.deeds.finish()
    settle(qtbot, window)
    assert not page.presenter or not page.presenter.is_empty


def test_a_cell_with_nonsense_keeps_the_line(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    for text in ("0", "1000000", "abc", "3800123450011"):
        page._on_written(0, Column.QUANTITY, text)
    assert figures(page)[0][1] == 1
    assert window.notices.texts


def test_the_basket_is_kept_with_every_change(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    kept = asked(window, qtbot, shop_till.open_basket)
    assert page.presenter is not None
    assert kept == page.presenter.basket
    page.remove(0)
    settle(qtbot, window)
    assert asked(window, qtbot, shop_till.open_basket) is None


def test_a_sale_is_declared_void_only_with_a_reason(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    SaleDialog.begin(page.around, page, 3)
    settle(qtbot, window)
    dialog = active_dialog(SaleDialog)
    assert isinstance(dialog, SaleDialog)
    dialog.ask_void()
    asked_why = active_dialog(LineDialog)
    assert isinstance(asked_why, LineDialog)
    asked_why.finish()
    settle(qtbot, window)
    assert asked_why.problem.isVisible()
    asked_why.field.setText("wrong client")
    asked_why.finish()
    settle(qtbot, window)
    assert recorded(window, qtbot, 3).void_reason == "wrong client"


def test_a_debt_stands_on_the_card_and_is_paid_there(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    page.take_client(1)
    scan(window, qtbot, COFFEE)
    page.pay.ways[PaymentKind.ACCOUNT].click()
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    window.show_card(1)
    settle(qtbot, window)
    card = window.page("card")
    assert isinstance(card, CardPage)
    assert card.side.debt.isVisible()
    card.side.debt.pay.click()
    dialog = active_dialog(DebtDialog)
    assert isinstance(dialog, DebtDialog)
    dialog.field.setText("100")
    dialog.finish()
    settle(qtbot, window)
    assert dialog.problem.isVisible()
    dialog.field.setText("9.50")
    dialog.finish()
    settle(qtbot, window)
    assert not card.side.debt.isVisible()
