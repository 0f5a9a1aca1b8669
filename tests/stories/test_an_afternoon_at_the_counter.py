"""A seller's afternoon: a new client, a purchase, a mistake taken back, a call to the quiet."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.conftest import write
from tests.ui.opening import Opener, settle

from kartoteka.domain.clients import Birthday, Channel, Client, Phone, Tag, TagKind
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import State
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.domain.typed import Wanted
from kartoteka.shop import Shop, calls, clients, sales
from kartoteka.shop.views import CallListLine
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.clients.fields import Field, Place
from kartoteka.ui.clients.page import ClientsPage
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.till.page import TillPage


def a_quiet_regular(shop: Shop) -> None:
    """Елена came every week until September and never since."""
    card = Client(given="Елена", phones=(Phone("0888111222", "+359888111222"),))
    client = clients.add_client(shop, card).value.id
    clients.record_consent(shop, client, Channel.CALL, given=True, how="устно")
    for number, day in enumerate((1, 8, 15, 22)):
        line = Line("Чай", Decimal(1), Money(900, "EUR"))
        draft = SaleDraft(
            uuid=f"tea-{number}",
            on=date(2026, 9, day),
            lines=(line,),
            currency="EUR",
            client=client,
        )
        sales.record_sale(shop, draft)


def type_field(page: CardPage, qtbot: QtBot, field: Field, text: str, key: Qt.Key) -> None:
    row = page.identity.row(Place(field))
    assert row is not None
    row.open_editor()
    editor = row.focus_target
    assert isinstance(editor, QLineEdit)
    write(editor, text)
    qtbot.keyClick(editor, key)


def card_page(window: MainWindow) -> CardPage:
    page = window.page("card")
    assert isinstance(page, CardPage)
    return page


def test_a_first_time_buyer_gets_a_card_and_the_purchase_stands_on_it(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(a_quiet_regular)
    window.new_client()
    settle(qtbot, window)
    page = card_page(window)
    type_field(page, qtbot, Field.GIVEN, "Ивайло", Qt.Key.Key_Tab)
    type_field(page, qtbot, Field.PHONE, "0887 000 111", Qt.Key.Key_Tab)
    type_field(page, qtbot, Field.BIRTHDAY, "5 март", Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.data is not None
    assert page.data.view.client.birthday == Birthday(5, 3)

    page.preferences.open_adder()
    write(page.preferences.text, "без захар")
    qtbot.keyClick(page.preferences.text, Qt.Key.Key_Return)
    settle(qtbot, window)

    page.side.purchase.click()
    settle(qtbot, window)
    till = window.page("sale")
    assert isinstance(till, TillPage)
    till.attempt(lambda basket: basket.add_free(Wanted(Decimal(1), "Кафе Етиопия 9,50")))
    till.deeds.finish(paper=False)
    settle(qtbot, window)
    window.show_card(page.client_id or 0)
    settle(qtbot, window)

    assert page.data.view.total == Money(950, "EUR")
    assert page.data.view.rhythm.state is State.NEW
    assert page.data.view.client.tags == (Tag(TagKind.LIKES, "без захар"),)
    assert page.history._shown[0].title == "Кафе Етиопия"


def test_a_wrong_edit_is_taken_back_with_ctrl_z(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(a_quiet_regular)
    window.show_card(1)
    settle(qtbot, window)
    page = card_page(window)
    type_field(page, qtbot, Field.PHONE, "0899 999 999", Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.data is not None
    assert page.data.view.client.phones[0].e164 == "+359899999999"

    window.undo_last()
    settle(qtbot, window)
    assert page.data.view.client.phones[0].e164 == "+359888111222"


def test_the_quiet_regular_is_found_put_on_a_call_list_and_is_quiet_no_more_after_buying(
    open_filled: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_filled(a_quiet_regular)
    window.show_page("clients", state=State.QUIET)
    settle(qtbot, window)
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    assert list(page.table.lazy.ids()) == [1]

    shown: list[str] = []
    monkeypatch.setattr(window, "show_page", lambda name, **_: shown.append(name))
    page.table.choose_all()
    page.choice.call_list.click()
    settle(qtbot, window)
    monkeypatch.undo()
    assert shown == ["calls"]
    lists: list[list[CallListLine]] = []
    window.desk.ask(calls.call_lists, lists.append)
    settle(qtbot, window)
    assert [(made.calls, made.done) for made in lists[0]] == [(1, 0)]

    window.sell(1)
    settle(qtbot, window)
    till = window.page("sale")
    assert isinstance(till, TillPage)
    till.attempt(lambda basket: basket.add_free(Wanted(Decimal(1), "Чай 9")))
    till.deeds.finish(paper=False)
    settle(qtbot, window)
    window.show_page("clients")
    settle(qtbot, window)
    assert list(page.table.lazy.ids()) == []


def test_switching_the_language_in_the_middle_of_a_purchase_keeps_what_is_typed(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(a_quiet_regular)
    window.sell(1)
    settle(qtbot, window)
    till = window.page("sale")
    assert isinstance(till, TillPage)
    till.attempt(lambda basket: basket.add_free(Wanted(Decimal(1), "Чай 9")))
    till.field.input.setText("Кан")
    window.speech.set_language("ru")
    assert till.presenter is not None
    assert [line.name for line in till.presenter.basket.lines] == ["Чай"]
    assert till.field.input.text() == "Кан"
    assert till.pay.total.text() == "9,00\u00a0€"
