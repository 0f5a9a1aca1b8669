"""The till by its keys alone: figures, ways of paying, items without a mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import write
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, TODAY, figures
from tests.ui.till.test_page import Open, scan, type_item

from kartoteka.domain.catalogue import Item, ItemKind, ItemLine, Suggestion, Why
from kartoteka.domain.sales import PaymentKind
from kartoteka.shop import catalogue
from kartoteka.ui.catalogue.editor import ItemDialog
from kartoteka.ui.keys_sheet import KeysSheet
from kartoteka.ui.till.basket_table import ROW
from kartoteka.ui.till.dialogs import DetailsDialog
from kartoteka.ui.till.presenter import Column


def focused() -> QWidget:
    """Where the next key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key wherever the keyboard is."""
    qtbot.keyClick(focused(), key)


def test_a_figure_on_a_line_opens_its_quantity_and_stays_there(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    press(qtbot, Qt.Key.Key_Up)
    assert focused() is page.table

    write(focused(), "2")
    window.scanner.release()
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.parent() is page.table.viewport()
    write(editor, ",5")
    press(qtbot, Qt.Key.Key_Return)

    assert figures(page)[0][2] == 2375
    assert focused() is page.field.input
    assert window.search.input.text() == ""


def test_a_message_gives_the_keyboard_back_to_the_item_field(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    toast = window.notices.say("Printed", ("Again", lambda: None))
    button = toast.findChild(QPushButton, "toastAction")
    assert button is not None
    button.setFocus()

    press(qtbot, Qt.Key.Key_Space)
    window.scanner.release()

    assert focused() is page.field.input


def test_what_was_wrong_is_not_said_any_longer_when_it_is_put_right(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    type_item(window, page, qtbot, "Engraving")
    press(qtbot, Qt.Key.Key_F12)
    settle(qtbot, window)
    assert page.pay.problem.isVisible()

    write(focused(), "2")
    press(qtbot, Qt.Key.Key_Return)

    assert not page.pay.problem.isVisible()


def test_arrows_walk_from_the_field_to_the_newest_line_and_back(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    scan(window, qtbot, FILTERS)

    press(qtbot, Qt.Key.Key_Up)
    assert (focused(), page.table.row) == (page.table, 1)
    press(qtbot, Qt.Key.Key_Up)
    assert page.table.row == 0
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert focused() is page.field.input


def test_a_scanned_line_is_seen_at_once_and_goes_with_the_sale(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    for code, lines in ((COFFEE, 1), (FILTERS, 2)):
        scan(window, qtbot, code)
        qtbot.waitUntil(lambda high=ROW * lines: page.table.viewport().height() >= high)
    page.remove(1)
    qtbot.waitUntil(lambda: page.table.viewport().height() < 2 * ROW)


def test_a_payment_that_cannot_be_read_is_marked_and_the_sale_waits(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till(language="ru")
    scan(window, qtbot, COFFEE)
    page.pay.mixed.click()
    cash, card = page.pay.fields[PaymentKind.CASH], page.pay.fields[PaymentKind.CARD]
    write(cash, "20")
    write(card, "1O")

    press(qtbot, Qt.Key.Key_F12)
    settle(qtbot, window)

    assert len(figures(page)) == 1
    assert (cash.property("wrong"), card.property("wrong")) == (False, True)
    assert "payment" not in page.pay.problem.text()
    card.setText("")
    write(card, "5")
    assert page.pay.wrong is None
    assert not page.pay.problem.isVisible()


def test_a_debtor_is_named_whole(till: Open, qtbot: QtBot) -> None:
    window, page = till(language="bg")
    scan(window, qtbot, "1043")
    scan(window, qtbot, COFFEE)
    page.pay.ways[PaymentKind.ACCOUNT].click()
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    for size in ((1366, 768), (911, 512)):
        window.resize(*size)
        scan(window, qtbot, "1043")
        strip = page.strip
        assert strip.pay.isVisible()
        qtbot.waitUntil(lambda name=strip._name: name.width() >= name.sizeHint().width())
        assert strip._chips[0].isVisible()


def test_ways_of_paying_follow_each_other_on_one_key(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    chosen = []
    for _ in range(6):
        page.pay.next_way()
        assert page.presenter is not None
        chosen.append(None if page.presenter.is_mixed else page.presenter.rest)
    assert chosen == [*list(PaymentKind)[1:], None, PaymentKind.CASH, PaymentKind.CARD]


def test_an_unknown_code_is_added_by_a_key_and_sold(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, "4006381333931")
    press(qtbot, Qt.Key.Key_Insert)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ItemDialog)
    assert dialog.fields["barcodes"].text() == "4006381333931"
    dialog.fields["name"].setText("Marker")
    dialog.fields["price"].setText("2")
    dialog.save()
    settle(qtbot, window)
    assert [line[0] for line in figures(page)] == ["Marker"]


def test_the_menu_opens_by_a_key_and_leads_to_the_catalogue(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    press(qtbot, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().isEnabled()

    while menu.activeAction().text() != "Catalogue":
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert window.open_name == "catalogue"
    told = dict(page.key_lines(window.speech.words))
    assert {"F10", "Ins", "Shift+F7"} <= set(told)


def test_an_earlier_day_and_a_note_are_taken_over_by_enter(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.deeds.ask_details()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DetailsDialog)
    qtbot.keyClick(dialog.day, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert page.presenter is not None
    assert page.presenter.basket.on == TODAY - timedelta(days=1)

    page.deeds.ask_details()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DetailsDialog)
    write(dialog.note, "from the fair")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert page.presenter.basket.note == "from the fair"
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_the_sheet_of_keys_fits_a_low_screen(till: Open, qtbot: QtBot, language: str) -> None:
    window, _ = till(language=language, size=(911, 512))
    window.show_keys()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeysSheet)
    QApplication.processEvents()
    assert sheet.height() <= 512
    assert sheet.width() <= 911


def test_a_low_window_shows_lines_before_proposals(till: Open, qtbot: QtBot) -> None:
    window, page = till(size=(911, 512))
    mug = ItemLine(1, ItemKind.GOODS, "Mug", "", "", None, "", None, None)
    found = Suggestion(mug, Why.GOES_WITH, of="Tea")
    page.proposals.show_proposals((found, found, found))
    assert len(page.proposals.shown) == 1
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: len(page.proposals.shown) == 3)


def test_an_empty_catalogue_tells_how_to_sell_all_the_same(till: Open, qtbot: QtBot) -> None:
    window, page = till(lambda _: None)
    assert "Gift box 4.50" in page.field.input.placeholderText()
    window.desk.change(lambda shop: catalogue.add_item(shop, Item(name="Mug")), lambda done: None)
    settle(qtbot, window)
    assert "Gift box" not in page.field.input.placeholderText()


def test_a_figure_to_be_changed_has_the_sign_of_the_language(till: Open, qtbot: QtBot) -> None:
    window, page = till(language="bg")
    scan(window, qtbot, COFFEE)
    press(qtbot, Qt.Key.Key_Up)
    page.table.edit_cell(0, Column.PRICE)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "9,5"
    press(qtbot, Qt.Key.Key_Return)
    assert figures(page)[0][2] == 950
    page.pay.quick[0].click()
    assert page.pay.cash.text() == "9,5"
