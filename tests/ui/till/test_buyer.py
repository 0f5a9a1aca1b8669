"""Who buys at the till: from a card, by search, or added in two keys; and what undo means after."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import write
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE
from tests.ui.till.test_page import Open, asked, recorded, scan

from kartoteka.domain.sales import PaymentKind
from kartoteka.shop import card_bin, clients
from kartoteka.shop import till as shop_till
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.till.dialogs import DetailsDialog
from kartoteka.ui.till.page import TillPage


def buyer_of(page: TillPage) -> int | None:
    assert page.presenter is not None
    return page.presenter.basket.client


def type_and_enter(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.begin_search()
    write(window.search.input, text)
    settle(qtbot, window)
    qtbot.keyClick(window.search.input, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_f2_on_a_card_opens_the_till_with_that_client(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    window.show_card(1)
    settle(qtbot, window)
    window.sell()
    settle(qtbot, window)
    assert window.open_name == "sale"
    assert buyer_of(page) == 1


def test_the_sale_button_of_a_card_is_the_same_door_as_f2(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    window.show_card(1)
    settle(qtbot, window)
    card = window.page("card")
    assert isinstance(card, CardPage)
    card.side.purchase.click()
    settle(qtbot, window)
    assert window.open_name == "sale"
    assert buyer_of(page) == 1


def test_a_basket_begun_for_somebody_else_waits_and_keeps_its_client(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    scan(window, qtbot, "1043")
    scan(window, qtbot, COFFEE)
    type_and_enter(window, qtbot, "Росица")
    assert page.presenter is not None
    assert page.presenter.is_empty
    held = asked(window, qtbot, shop_till.held_sales)
    assert [one.basket.client for one in held] == [1]
    assert buyer_of(page) not in (None, 1)


def test_an_earlier_purchase_is_entered_at_the_till_with_its_day_asked_first(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    window.sell(1, earlier=True)
    settle(qtbot, window)
    assert page.findChildren(DetailsDialog)
    assert buyer_of(page) == 1


def test_an_unknown_name_becomes_a_client_in_two_keys_and_buys(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    type_and_enter(window, qtbot, "Росица")
    client = buyer_of(page)
    assert client is not None
    assert asked(window, qtbot, lambda shop: clients.client(shop, client).given) == "Росица"
    assert page.presenter is not None
    assert len(page.presenter.basket.lines) == 1
    assert window.search.input.text() == ""


def test_an_unknown_phone_becomes_the_phone_of_a_new_client(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    type_and_enter(window, qtbot, "0888 777 666")
    client = buyer_of(page)
    assert client is not None
    known = asked(window, qtbot, lambda shop: clients.client(shop, client))
    assert known.phones[0].e164 == "+359888777666"
    assert known.given == ""


def test_a_client_added_on_a_card_from_the_till_comes_back_and_buys(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    window.search.begin("Росица")
    window.new_client()
    settle(qtbot, window)
    card = window.page("card")
    assert isinstance(card, CardPage)
    assert card.identity.client.given == "Росица"
    card.save_draft()
    settle(qtbot, window)
    assert window.open_name == "sale"
    assert buyer_of(page) not in (None, 1)
    assert page.presenter is not None
    assert len(page.presenter.basket.lines) == 1


def test_what_was_searched_does_not_stay_on_the_next_page(till: Open, qtbot: QtBot) -> None:
    window, _ = till()
    window.search.begin("Иван")
    window.show_page("clients")
    settle(qtbot, window)
    assert window.search.input.text() == ""


def test_ctrl_z_after_a_sale_takes_the_sale_back_though_a_text_was_typed_before(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    page.field.setFocus()
    qtbot.keyClicks(page.field.input, "Gift box 4.50")
    settle(qtbot, window)
    qtbot.keyClick(page.field.input, Qt.Key.Key_Return)
    settle(qtbot, window)
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert recorded(window, qtbot, 4).total.minor == 450
    assert not page.field.input.isUndoAvailable()
    window.undo_last()
    settle(qtbot, window)
    assert page.field.input.text() == ""
    assert recorded(window, qtbot, 4).returned_quantities == {1: 1}


def test_paying_in_several_ways_is_no_sale_until_something_is_entered(
    till: Open, qtbot: QtBot
) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.pay.mixed.click()
    page.deeds.finish()
    settle(qtbot, window)
    assert page.presenter is not None
    assert not page.presenter.is_empty
    assert page.pay.problem.text() != ""
    page.pay.fields[PaymentKind.CARD].setText("9.50")
    page.pay._on_parts()
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert [part.kind for part in recorded(window, qtbot, 4).payments] == [PaymentKind.CARD]


def test_ctrl_p_at_the_till_takes_no_number(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    window.print_open_page()
    settle(qtbot, window)
    assert page.presenter is not None
    assert not page.presenter.is_empty
    assert "F12" in window.notices.texts[-1]


def test_the_button_says_how_many_sales_are_on_hold(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, COFFEE)
    page.deeds.hold_or_resume()
    settle(qtbot, window)
    assert page._hold.text() == "1 sale on hold"
    scan(window, qtbot, COFFEE)
    assert page._hold.text() == "Hold (1)"


def test_a_client_erased_while_they_are_served_buys_nothing(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    scan(window, qtbot, "1043")
    scan(window, qtbot, COFFEE)
    for erase in (card_bin.delete_clients, card_bin.purge_clients):
        window.desk.change(lambda shop, erase=erase: erase(shop, [1]))
    settle(qtbot, window)
    assert buyer_of(page) is None
    window.undo_last()
    settle(qtbot, window)
    assert buyer_of(page) is None
