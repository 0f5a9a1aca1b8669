"""The card in the window: every field edited in place, each edit one deed with its undo."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, settle

from kartoteka.domain.clients import Birthday, Channel, Client, Kind, Phone, Tag, TagKind
from kartoteka.domain.contacts import Outcome
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, card_bin, clients, sales
from kartoteka.ui.clients.call_dialog import CallDialog
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.clients.consent_dialog import ConsentDialog
from kartoteka.ui.clients.editors import FieldRow
from kartoteka.ui.clients.fields import Field, Place
from kartoteka.ui.clients.purge_dialog import PurgeDialog
from kartoteka.ui.main_window import MainWindow

ELA = Client(
    given="Ела",
    family="Димитрова",
    phones=(Phone("0888123456", "+359888123456"),),
    tags=(Tag(TagKind.LIKES, "зелено"),),
    card="1042",
)


def fill(shop: Shop) -> None:
    client = clients.add_client(shop, ELA).value.id
    clients.record_consent(shop, client, Channel.CALL, given=True, how="устно")
    clients.add_client(shop, Client(given="Борис", card="1043"))
    for number, day in enumerate((1, 11, 21)):
        line = Line("Чай", Decimal(2), Money(450, "EUR"))
        draft = SaleDraft(
            uuid=f"sale-{number}",
            on=date(2026, 10, day),
            lines=(line,),
            currency="EUR",
            client=client,
        )
        sales.record_sale(shop, draft)


def show_card(window: MainWindow, qtbot: QtBot, client: int = 1) -> CardPage:
    window.show_card(client)
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    return page


def row_of(page: CardPage, field: Field, index: int = 0) -> FieldRow:
    row = page.identity.row(Place(field, index))
    assert row is not None
    return row


def editor_of(row: FieldRow) -> QLineEdit:
    editor = row.focus_target
    assert isinstance(editor, QLineEdit)
    return editor


def kept(window: MainWindow, qtbot: QtBot, client: int = 1) -> Client:
    """The card as it is in the book."""
    answers: list[Client] = []
    window.desk.ask(lambda shop: clients.client(shop, client), answers.append)
    settle(qtbot, window)
    return answers[0]


def type_into(page: CardPage, qtbot: QtBot, field: Field, text: str, key: Qt.Key) -> None:
    row = row_of(page, field)
    row.open_editor()
    editor_of(row).setText(text)
    qtbot.keyClick(editor_of(row), key)


def dialog_of(kind: type[QDialog]) -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_enter_keeps_what_was_typed_and_undo_takes_it_back(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)

    type_into(page, qtbot, Field.BIRTHDAY, "5 март 1988", Qt.Key.Key_Return)
    settle(qtbot, window)
    assert kept(window, qtbot).birthday == Birthday(5, 3, 1988)
    assert not row_of(page, Field.BIRTHDAY).editing
    assert window.notices.texts == ["Ела Димитрова: saved."]

    window.undo_last()
    settle(qtbot, window)
    assert kept(window, qtbot).birthday is None
    assert page.data is not None
    assert page.data.view.client.birthday is None


def test_nothing_is_shown_until_the_card_is_there(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.show_card(1)
    page = window.page("card")
    assert isinstance(page, CardPage)
    assert not page.identity.isVisible()
    settle(qtbot, window)
    assert page.identity.isVisible()
    window.show_card(2)
    assert not page.identity.isVisible()


def test_esc_leaves_the_field_as_it_was(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    type_into(page, qtbot, Field.CARD, "9999", Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert not row_of(page, Field.CARD).editing
    assert kept(window, qtbot).card == "1042"
    assert window.open_name == "card"


def test_tab_keeps_and_opens_the_next_field(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    type_into(page, qtbot, Field.EMAIL, "ela@primer.bg", Qt.Key.Key_Tab)
    assert row_of(page, Field.BIRTHDAY).editing
    settle(qtbot, window)
    assert row_of(page, Field.BIRTHDAY).editing, "the answer of the book closed the editor"
    assert kept(window, qtbot).emails == ("ela@primer.bg",)


def test_what_cannot_be_stays_typed_with_a_sentence_beside_it(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    type_into(page, qtbot, Field.BIRTHDAY, "31.02", Qt.Key.Key_Return)
    settle(qtbot, window)
    row = row_of(page, Field.BIRTHDAY)
    assert row.editing
    assert row.typed == "31.02"
    assert row._note.text()
    assert kept(window, qtbot).birthday is None


def test_a_card_number_of_another_is_told_beside_the_field(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    type_into(page, qtbot, Field.CARD, "1043", Qt.Key.Key_Return)
    settle(qtbot, window)
    row = row_of(page, Field.CARD)
    assert row.editing
    assert row.typed == "1043"
    assert row._note.text()
    assert kept(window, qtbot).card == "1042"


def test_two_quick_edits_are_both_kept(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    type_into(page, qtbot, Field.EMAIL, "ela@primer.bg", Qt.Key.Key_Return)
    type_into(page, qtbot, Field.BIRTHDAY, "29.2", Qt.Key.Key_Return)
    settle(qtbot, window)
    card = kept(window, qtbot)
    assert (card.emails, card.birthday) == (("ela@primer.bg",), Birthday(29, 2))


def test_a_field_that_is_added_goes_when_it_stays_empty(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.identity.open(Place(Field.CITY))
    qtbot.keyClick(row_of(page, Field.CITY).focus_target, Qt.Key.Key_Escape)
    assert page.identity.row(Place(Field.CITY)) is None

    page.identity.open(Place(Field.CITY))
    editor_of(row_of(page, Field.CITY)).setText("Русе")
    qtbot.keyClick(row_of(page, Field.CITY).focus_target, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert kept(window, qtbot).address.city == "Русе"


def test_the_name_opens_as_two_fields(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.identity._name.opened.emit()
    editor_of(row_of(page, Field.GIVEN)).setText("Елица")
    qtbot.keyClick(row_of(page, Field.GIVEN).focus_target, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert kept(window, qtbot).name == "Елица Димитрова"


def test_preferences_are_added_and_removed_in_place(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.preferences.open_adder()
    page.preferences.kind.setCurrentIndex(1)
    page.preferences.text.setText("никел")
    qtbot.keyClick(page.preferences.text, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert Tag(TagKind.DISLIKES, "никел") in kept(window, qtbot).tags

    chip = page.preferences.chips.flow.itemAt(0).widget()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert kept(window, qtbot).tags == (Tag(TagKind.DISLIKES, "никел"),)


def test_notes_are_kept_by_enter(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.preferences.open_notes()
    page.preferences.notes_editor.setPlainText("Купува подаръци")
    qtbot.keyClick(page.preferences.notes_editor, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert kept(window, qtbot).notes == "Купува подаръци"


def test_the_title_of_the_window_and_the_keyboard_follow_the_card(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    for client, name in ((1, "Ела Димитрова"), (2, "Борис")):
        window.search.setFocus()
        page = show_card(window, qtbot, client)
        assert window.windowTitle().startswith(name)
        focus = window.focusWidget()
        assert focus is not None
        assert page.identity.isAncestorOf(focus)


def test_esc_leaves_an_open_preference_field_and_not_the_card(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    for part in (page.preferences.text, page.preferences.kind):
        page.preferences.open_adder()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
        settle(qtbot, window)
        assert not page.preferences.text.isVisible()
        assert page.isVisible()
    page.preferences.open_adder()
    assert page.go_back()
    assert not page.go_back()


def test_a_consent_needs_to_be_provable(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.deeds.ask_consent()
    dialog = dialog_of(ConsentDialog)
    assert isinstance(dialog, ConsentDialog)
    dialog.channels[Channel.SMS].setCurrentIndex(1)
    dialog.record.click()
    assert dialog.problem.isVisible()

    dialog.how.setText("подписана анкета")
    dialog.record.click()
    settle(qtbot, window)
    last = kept(window, qtbot).consents[-1]
    assert (last.channel, last.given, last.how) == (Channel.SMS, True, "подписана анкета")


def test_all_channels_are_decided_together_and_undone_together(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    before = kept(window, qtbot)
    page.deeds.ask_consent()
    dialog = dialog_of(ConsentDialog)
    assert isinstance(dialog, ConsentDialog)
    dialog.channels[Channel.CALL].setCurrentIndex(2)
    dialog.channels[Channel.EMAIL].setCurrentIndex(1)
    dialog.how.setText("подписана анкета")
    dialog.wording.setPlainText("Съгласен съм")
    dialog.stop.setChecked(True)
    dialog.record.click()
    settle(qtbot, window)
    now = kept(window, qtbot)
    assert [(one.channel, one.given, one.wording) for one in now.consents[1:]] == [
        (Channel.CALL, False, "Съгласен съм"),
        (Channel.EMAIL, True, "Съгласен съм"),
    ]
    assert now.do_not_contact
    assert window.notices.texts == ["Ела Димитрова: consents saved."]

    window.undo_last()
    settle(qtbot, window)
    assert kept(window, qtbot) == before


def test_do_not_contact_is_a_switch_with_undo(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.deeds.toggle_stop()
    settle(qtbot, window)
    assert kept(window, qtbot).do_not_contact
    assert page.identity.chip.text == "Do not contact"


def test_a_call_is_written_down_from_the_card(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.deeds.call()
    settle(qtbot, window)
    dialog = dialog_of(CallDialog)
    assert isinstance(dialog, CallDialog)
    assert dialog.script.text()
    assert not dialog.write.isEnabled()
    dialog.choose(Outcome.WILL_COME)
    dialog.said.setPlainText("в петък")
    dialog.write.click()
    settle(qtbot, window)
    page.history.tabs.setCurrentIndex(2)
    assert [row.detail for row in page.history._shown] == ["в петък"]


def test_a_deleted_card_goes_into_the_bin_with_undo(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.show_page("clients")
    page = show_card(window, qtbot)
    page.deeds.delete()
    settle(qtbot, window)
    assert window.open_name == "clients"
    assert window.notices.last_undo is not None

    page = show_card(window, qtbot)
    assert page.buttons() == [page.purge, page.restore]
    page.restore.click()
    settle(qtbot, window)
    assert page.buttons() == [page._more]


def test_a_card_in_the_bin_is_erased_from_its_page_and_left(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    window.show_page("clients")
    page = show_card(window, qtbot)
    page.deeds.delete()
    settle(qtbot, window)
    page = show_card(window, qtbot)
    page.purge.click()
    question = dialog_of(PurgeDialog)
    assert isinstance(question, PurgeDialog)
    question.erase.click()
    settle(qtbot, window)
    assert window.open_name == "clients"
    assert window.notices.texts[-1] == "1 card is erased for good."


def test_tabs_show_purchases_and_open_one(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    page.history.tabs.setCurrentIndex(1)
    assert [row.amount for row in page.history._shown] == ["€9.00"] * 3
    page.history._on_opened(0)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_a_new_client_is_typed_and_added_by_enter(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.new_client()
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    assert page.buttons() == [page.cancel, page.save]

    editor_of(row_of(page, Field.GIVEN)).setText("Вяра")
    editor_of(row_of(page, Field.PHONE)).setText("0888 765 432")
    qtbot.keyClick(row_of(page, Field.PHONE).focus_target, Qt.Key.Key_Return)
    settle(qtbot, window)

    assert page.client_id is not None
    card = kept(window, qtbot, page.client_id)
    assert (card.given, card.phones[0].e164) == ("Вяра", "+359888765432")
    assert page.buttons() == [page._more]


def test_a_double_enter_adds_one_card(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.new_client()
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    editor_of(row_of(page, Field.GIVEN)).setText("Вяра")
    page.save_draft()
    page.save_draft()
    settle(qtbot, window)
    answers: list[int] = []
    window.desk.ask(clients.count, answers.append)
    settle(qtbot, window)
    assert answers == [3]


def test_an_unreadable_birthday_keeps_the_draft(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.new_client()
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    editor_of(row_of(page, Field.GIVEN)).setText("Вяра")
    editor_of(row_of(page, Field.BIRTHDAY)).setText("soon")
    page.save_draft()
    settle(qtbot, window)
    assert page.client_id is None
    assert row_of(page, Field.BIRTHDAY)._note.text()
    assert row_of(page, Field.GIVEN).typed == "Вяра"


def test_a_company_asks_for_its_legal_name(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.new_client()
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    page.identity.kinds.setCurrentIndex(list(Kind).index(Kind.COMPANY))
    page.identity.kinds.activated.emit(list(Kind).index(Kind.COMPANY))
    editor_of(row_of(page, Field.COMPANY)).setText("„Лен“ ООД")
    editor_of(row_of(page, Field.TAX_ID)).setText("175074751")
    page.save_draft()
    settle(qtbot, window)
    card = kept(window, qtbot, 3)
    assert (card.kind, card.company, card.tax.tax_id) == (Kind.COMPANY, "„Лен“ ООД", "175074751")
    assert "check digit" in row_of(page, Field.TAX_ID)._note.text()


def test_a_phone_that_is_known_already_leads_to_its_card(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    window.new_client()
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    editor = editor_of(row_of(page, Field.PHONE))
    qtbot.keyClicks(editor, "088 812 3456")
    settle(qtbot, window)
    assert page.known_phone.isVisible()
    page.known_phone.link.opened.emit()
    settle(qtbot, window)
    assert page.client_id == 1
    assert not page.known_phone.isVisible()


@pytest.mark.parametrize("language", ["ru", "bg"])
def test_another_language_loses_nothing_that_is_being_typed(
    open_filled: Opener, qtbot: QtBot, language: str
) -> None:
    window = open_filled(fill)
    page = show_card(window, qtbot)
    row = row_of(page, Field.BIRTHDAY)
    row.open_editor()
    editor_of(row).setText("5.")
    window.speech.set_language(language)
    settle(qtbot, window)
    assert row_of(page, Field.BIRTHDAY).typed == "5."


def test_a_small_window_keeps_everything_within_reach(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill, size=(911, 512))
    page = show_card(window, qtbot)
    for part in (page.identity, page.history, page.side.purchase):
        assert part.isVisible()
        assert part.mapTo(page, part.rect().topRight()).x() <= page.width()


def test_the_card_shows_the_whole_name_with_its_middle_part(
    open_filled: Opener, qtbot: QtBot
) -> None:
    whole = Client(given="Анна", middle="Сергеевна", family="Иванова")
    window = open_filled(lambda shop: clients.add_client(shop, whole))
    page = show_card(window, qtbot)
    assert page.identity._name.text() == "Анна Сергеевна Иванова"


def test_back_to_a_card_that_was_erased_meanwhile_leads_to_the_list(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    window.show_page("clients")
    page = show_card(window, qtbot)
    erased = page.client_id
    assert erased is not None
    page.deeds.delete()
    settle(qtbot, window)
    show_card(window, qtbot)
    window.show_page("clients")
    settle(qtbot, window)
    window.desk.change(lambda shop: card_bin.purge_clients(shop, [erased]))
    settle(qtbot, window)
    window.notices.clear()

    window.leave()
    settle(qtbot, window)
    assert window.open_name == "clients"
    assert window.notices.texts == []
    window.leave()
    settle(qtbot, window)
    assert window.open_name == "clients"
    window.leave()
    settle(qtbot, window)
    assert window.open_name == "today"
