"""Recording a purchase and taking goods back through the dialogs."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import write
from tests.ui.opening import Opener, settle

from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, PaymentKind, Sale, SaleDraft
from kartoteka.shop import Shop, clients, sales
from kartoteka.shop.views import PurchaseLine
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.sales.dialogs import PurchaseDialog
from kartoteka.ui.sales.presenter import Column
from kartoteka.ui.sales.sale_dialog import SaleDialog, left_of, read_quantities
from kartoteka.ui.widgets.client_picker import ClientPicker


def fill(shop: Shop) -> None:
    client = clients.add_client(shop, Client(given="Ела")).value.id
    draft = SaleDraft(
        uuid="first",
        on=date(2026, 10, 1),
        lines=(
            Line("Чай", Decimal(3), Money(450, "EUR")),
            Line("Чаша", Decimal(1), Money(1200, "EUR"), Money(200, "EUR")),
        ),
        currency="EUR",
        client=client,
    )
    sales.record_sale(shop, draft)


def purchases(window: MainWindow, qtbot: QtBot) -> list[PurchaseLine]:
    answers: list[list[PurchaseLine]] = []
    window.desk.ask(lambda shop: sales.purchases(shop, 1), answers.append)
    settle(qtbot, window)
    return answers[0]


def purchase_dialog(window: MainWindow, qtbot: QtBot) -> PurchaseDialog:
    window.record_purchase(1)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PurchaseDialog)
    return dialog


def type_line(dialog: PurchaseDialog, qtbot: QtBot, row: int, *texts: str) -> None:
    for column, text in zip(Column, texts, strict=False):
        field = dialog.lines.fields(row)[column]
        field.clear()
        qtbot.keyClicks(field, text)


def sale_dialog(window: MainWindow, qtbot: QtBot) -> SaleDialog:
    SaleDialog.begin(window.around, window, 1)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaleDialog)
    return dialog


def test_the_total_follows_the_typing(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    type_line(dialog, qtbot, 0, "Beans", "2", "9.50")
    assert dialog.total.text() == "€19.00"
    type_line(dialog, qtbot, 1, "Filters", "1", "4,20", "10%")
    assert dialog.total.text() == "€22.78"
    assert len(dialog.lines) == 3
    dialog.reject()


def test_enter_walks_from_name_to_price_to_the_next_line(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    first = dialog.lines.fields(0)
    qtbot.keyClicks(first[Column.NAME], "Beans")
    qtbot.keyClick(first[Column.NAME], Qt.Key.Key_Return)
    assert dialog.focusWidget() is first[Column.PRICE]
    qtbot.keyClicks(first[Column.PRICE], "9.50")
    qtbot.keyClick(first[Column.PRICE], Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.lines.fields(1)[Column.NAME]
    dialog.reject()


def test_a_double_press_records_one_purchase(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    type_line(dialog, qtbot, 0, "Beans", "2", "9.50")
    dialog.day.setDate(QDate(2026, 11, 20))
    dialog.payments[PaymentKind.CARD].click()
    dialog.finish()
    dialog.finish()
    settle(qtbot, window)

    newest = purchases(window, qtbot)
    assert len(newest) == 2
    assert (newest[0].on, newest[0].total) == (date(2026, 11, 20), Money(1900, "EUR"))
    assert window.notices.texts == ["Ела: €19.00 recorded."]
    assert QApplication.activeModalWidget() is None


def test_undo_of_a_purchase_takes_it_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    type_line(dialog, qtbot, 0, "Beans", "2", "9.50")
    dialog.finish()
    settle(qtbot, window)
    window.undo_last()
    settle(qtbot, window)
    assert sum(line.total.minor for line in purchases(window, qtbot)) == 2350


def test_what_is_wrong_is_told_when_it_is_to_be_recorded(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    dialog.finish()
    assert dialog.problem.isVisible()

    type_line(dialog, qtbot, 0, "Beans", "2", "much")
    dialog.finish()
    settle(qtbot, window)
    assert dialog.lines._rows[0].problem.isVisible()
    assert dialog.focusWidget() is dialog.lines.fields(0)[Column.PRICE]
    assert dialog.lines.fields(0)[Column.PRICE].text() == "much"
    assert len(purchases(window, qtbot)) == 1
    dialog.reject()


def test_a_line_is_removed(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = purchase_dialog(window, qtbot)
    type_line(dialog, qtbot, 0, "Beans", "2", "9.50")
    type_line(dialog, qtbot, 1, "Filters", "1", "4.20")
    dialog.lines._rows[0].remove.click()
    assert dialog.total.text() == "€4.20"
    assert dialog.lines.texts()[0].name == "Filters"
    dialog.reject()


def test_without_a_client_the_seller_chooses_one_first(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.record_purchase()
    settle(qtbot, window)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, ClientPicker)
    write(picker.input, "ел")
    settle(qtbot, window)
    qtbot.keyClick(picker.input, Qt.Key.Key_Return)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PurchaseDialog)
    dialog.reject()


def test_a_part_of_a_purchase_is_taken_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = sale_dialog(window, qtbot)
    dialog.fields[1].setText("2")
    dialog.take_back()
    dialog.take_back()
    settle(qtbot, window)
    newest = purchases(window, qtbot)
    assert len(newest) == 2
    assert min(line.total.minor for line in newest) == -900
    assert window.notices.texts == ["€9.00 refunded."]

    again = sale_dialog(window, qtbot)
    assert again.fields[1].placeholderText() == "of 1"
    again.reject()


def test_all_that_is_left_is_taken_back_with_one_button(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = sale_dialog(window, qtbot)
    dialog.all_button.click()
    dialog.return_button.click()
    settle(qtbot, window)
    assert sum(line.total.minor for line in purchases(window, qtbot)) == 0
    again = sale_dialog(window, qtbot)
    assert not again.fields
    assert not again.return_button.isVisible()
    again.reject()


def test_more_than_was_bought_does_not_come_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = sale_dialog(window, qtbot)
    dialog.fields[1].setText("4")
    assert not dialog.return_button.isEnabled()
    assert dialog.problem.isVisible()
    dialog.take_back()
    settle(qtbot, window)
    assert len(purchases(window, qtbot)) == 1
    dialog.reject()


def test_the_sum_to_give_back_follows_what_is_typed(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    dialog = sale_dialog(window, qtbot)
    assert dialog.given_back.text() == "To refund: €0.00"
    dialog.fields[1].setText("1")
    assert dialog.given_back.text() == "To refund: €4.50"
    dialog.fields[1].setText("4")
    assert dialog.given_back.text() == "To refund: €0.00"
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "taken", "wrong"),
    [
        ({1: "2"}, {1: Decimal(2)}, set()),
        ({1: "0"}, {}, set()),
        ({1: ""}, {}, set()),
        ({1: "0,5", 2: "x"}, {1: Decimal("0.5")}, {2}),
        ({1: "-1"}, {}, {1}),
        ({1: "3.1"}, {}, {1}),
    ],
)
def test_quantities_are_read_within_what_is_left(
    typed: dict[int, str], taken: dict[int, Decimal], wrong: set[int]
) -> None:
    assert read_quantities(typed, {1: Decimal(3), 2: Decimal(1)}) == (taken, wrong)


def test_what_came_back_before_is_no_longer_left(shop: Shop) -> None:
    fill(shop)
    draft = sales.return_draft(shop, "first", {1: Decimal(1)}, uuid="back")
    sales.record_return(shop, draft)
    sold: Sale = sales.sale(shop, "first")
    assert left_of(sold) == {1: Decimal(2), 2: Decimal(1)}
