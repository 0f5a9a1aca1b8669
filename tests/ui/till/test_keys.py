"""The till by its keys alone: figures, ways of paying, items without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import write
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, figures
from tests.ui.till.test_page import Open, scan, type_item

from kartoteka.domain.sales import PaymentKind
from kartoteka.ui.till.basket_table import ROW


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
