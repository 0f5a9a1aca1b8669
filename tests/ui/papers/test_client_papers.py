"""Papers about clients, shown before they are printed: from the card and from chosen rows."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.documents.reading import texts
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, sell

from kartoteka.domain.clients import Address, Client
from kartoteka.domain.consents import ConsentKind
from kartoteka.domain.offers import Offer
from kartoteka.domain.settings import Settings
from kartoteka.shop import Shop, clients, offers, printing
from kartoteka.shop.letters import LetterKind
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.papers.label_dialog import LabelDialog
from kartoteka.ui.papers.letter_dialog import LetterDialog
from kartoteka.ui.papers.mail_dialogs import CardsDialog, EnvelopeDialog
from kartoteka.ui.papers.page import PapersPage
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.papers.setup_dialog import SetupDialog

Known = list[int]


def fill_with(known: Known, shop: Shop) -> None:
    for at, name in enumerate(("Ана", "Борис")):
        card = Client(given=name, card=str(1042 + at), address=Address("ул. Шипка 5", "Варна"))
        known.append(clients.add_client(shop, card).value.id)
        sell(shop, known[-1], TODAY)


@pytest.fixture
def known() -> Known:
    return []


@pytest.fixture
def window(open_filled: Opener, known: Known) -> MainWindow:
    return open_filled(lambda shop: fill_with(known, shop))


def shown(window: MainWindow, qtbot: QtBot) -> PreviewDialog:
    settle(qtbot, window)
    assert window.notices.texts == []
    return window.findChildren(PreviewDialog)[-1]


def test_one_client_has_more_papers_than_many(window: MainWindow, known: Known) -> None:
    menus = {count: QMenu() for count in (1, 2)}
    for count, menu in menus.items():
        ClientPapers(window.around, window).fill(menu, known[:count])
    texts = {
        count: [action.text() for action in menu.actions() if action.text()]
        for count, menu in menus.items()
    }
    assert "Statement" in texts[1]
    assert "Statement" not in texts[2]
    assert "Loyalty cards…" in texts[2]


@pytest.mark.parametrize("paper", ["statement", "questionnaire"])
def test_a_paper_of_one_client_is_shown_first(
    window: MainWindow, qtbot: QtBot, known: Known, paper: str
) -> None:
    getattr(ClientPapers(window.around, window), paper)(known[0])
    assert "Ана" in shown(window, qtbot).pages.text()


DIALOGS: dict[str, type[SetupDialog]] = {
    "loyalty_cards": CardsDialog,
    "labels": LabelDialog,
    "envelopes": EnvelopeDialog,
}


def setup(window: MainWindow, qtbot: QtBot, paper: str, chosen: Known) -> SetupDialog:
    """The dialog that is asked before a paper is shown."""
    getattr(ClientPapers(window.around, window), paper)(tuple(chosen))
    settle(qtbot, window)
    return window.findChildren(DIALOGS[paper])[-1]


def settings_of(window: MainWindow, qtbot: QtBot) -> Settings:
    found: list[Settings] = []
    window.desk.ask(lambda shop: shop.settings, found.append)
    settle(qtbot, window)
    return found[0]


@pytest.mark.parametrize("paper", list(DIALOGS))
def test_papers_of_chosen_clients_are_shown_first(
    window: MainWindow, qtbot: QtBot, known: Known, paper: str
) -> None:
    setup(window, qtbot, paper, known).preview()
    dialog = shown(window, qtbot)
    assert dialog.pages.pages >= 1
    dialog.save()
    settle(qtbot, window)
    assert "2026" in window.notices.texts[-1]


def test_a_sheet_of_labels_that_was_used_begins_later_and_stays_set(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    dialog = setup(window, qtbot, "labels", known)
    assert isinstance(dialog, LabelDialog)
    dialog.sheet.setCurrentIndex(dialog.sheet.findData("2x7"))
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())
    assert "99.1 × 38.1" in dialog.measured.text()
    dialog.picture.chosen.emit(14)
    assert dialog.start.value() == 14
    dialog.preview()
    assert shown(window, qtbot).pages.pages == 2
    kept = settings_of(window, qtbot).labels
    assert (kept.columns, kept.rows, str(kept.gap_across)) == (2, 7, "2.50")
    again = setup(window, qtbot, "labels", known)
    assert isinstance(again, LabelDialog)
    assert (again.sheet.currentData(), again.start.value()) == ("2x7", 1)


def test_labels_that_are_too_small_are_told_in_the_dialog(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    dialog = setup(window, qtbot, "labels", known)
    assert isinstance(dialog, LabelDialog)
    dialog.fields["rows"].setValue(24)
    dialog.fields["top"].setValue(100)
    assert dialog.sheet.currentData() == "own"
    dialog.preview()
    settle(qtbot, window)
    assert dialog.problem.text()
    assert settings_of(window, qtbot).labels.rows == 8


def test_cards_are_scanned_as_chosen_and_begin_at_a_place(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    dialog = setup(window, qtbot, "loyalty_cards", known)
    assert isinstance(dialog, CardsDialog)
    dialog.code.setCurrentIndex(dialog.code.findData("squares"))
    dialog.start.setValue(10)
    dialog.preview()
    assert shown(window, qtbot).pages.pages == 4
    assert settings_of(window, qtbot).card_code == "squares"


def test_clients_who_cannot_have_a_paper_are_left_out_and_told(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    bare = Client(given="Вера", company="")
    window.desk.change(
        lambda shop: clients.add_client(shop, bare), lambda d: known.append(d.value.id)
    )
    settle(qtbot, window)
    for paper in DIALOGS:
        dialog = setup(window, qtbot, paper, known)
        assert dialog.left_out.text().startswith("1 client without")
        assert dialog.go.isEnabled()
        alone = setup(window, qtbot, paper, known[-1:])
        assert not alone.go.isEnabled()


def test_blank_forms_come_from_the_papers_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("papers")
    settle(qtbot, window)
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    texts = [action.text() for action in page.more.menu_of_forms().actions() if action.text()]
    assert texts[:2] == ["Questionnaire, blank", "Consent to marketing messages"]
    page.more._papers.consent(None, ConsentKind.DATA)
    assert shown(window, qtbot).pages.pages == 1


def test_an_edited_letter_goes_to_every_chosen_client(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    ClientPapers(window.around, window).letters(tuple(known))
    settle(qtbot, window)
    dialog = window.findChildren(LetterDialog)[-1]
    dialog.occasion.setCurrentIndex(dialog.occasion.findData(str(LetterKind.THANKS)))
    dialog.ask_text()
    settle(qtbot, window)
    dialog.body.setPlainText("Благодарим Ви, {name}!")
    dialog.preview()
    preview = shown(window, qtbot)
    assert preview.pages.pages >= 2
    assert "Благодарим Ви, Ана" in preview.pages.text()


def test_the_last_edited_text_is_begun_with_until_the_original_is_wanted(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    def begun() -> LetterDialog:
        ClientPapers(window.around, window).letters(tuple(known))
        settle(qtbot, window)
        return window.findChildren(LetterDialog)[-1]

    dialog = begun()
    original = dialog.body.toPlainText()
    assert not dialog.back.isVisible()
    dialog.body.setPlainText("Честит празник, {name}!")
    dialog.preview()
    shown(window, qtbot).reject()
    dialog.reject()

    dialog = begun()
    assert dialog.body.toPlainText() == "Честит празник, {name}!"
    assert dialog.back.isVisible()
    dialog.back.click()
    settle(qtbot, window)
    assert dialog.body.toPlainText() == original
    assert not dialog.back.isVisible()
    dialog.reject()

    assert begun().body.toPlainText() == original


def test_a_field_that_no_card_has_is_told(window: MainWindow, qtbot: QtBot, known: Known) -> None:
    ClientPapers(window.around, window).letters(tuple(known))
    settle(qtbot, window)
    dialog = window.findChildren(LetterDialog)[-1]
    dialog.body.setPlainText("{shoe_size}")
    dialog.preview()
    settle(qtbot, window)
    assert "shoe_size" in window.notices.texts[-1]
    assert dialog.body.toPlainText() == "{shoe_size}"


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_letters_labels_envelopes_and_cards_are_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str, known: Known
) -> None:
    window = open_filled(lambda shop: fill_with(known, shop), language=language, size=(911, 512))
    looker = Looker(qtbot, window, language)
    ClientPapers(window.around, window).letters((known[0],))
    settle(qtbot, window)
    looker.draw("letter", window.findChildren(LetterDialog)[-1])
    bare = Client(given="Вера")
    window.desk.change(
        lambda shop: clients.add_client(shop, bare), lambda done: known.append(done.value.id)
    )
    settle(qtbot, window)
    for paper in DIALOGS:
        looker.draw(f"setup_{paper}", setup(window, qtbot, paper, known))
    assert looker.faults == []


def test_an_offer_counts_as_shown_when_its_letter_is_saved_and_not_when_it_is_looked_at(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    today = TODAY
    chain = Offer(
        title="Верижка", reason="Ново", begins=today, ends=today, language="bg", code="CH7K"
    )
    window.desk.change(lambda shop: offers.save_offer(shop, chain))
    ClientPapers(window.around, window).letters((known[0],))
    settle(qtbot, window)
    dialog = window.findChildren(LetterDialog)[-1]
    dialog.preview()
    preview = shown(window, qtbot)
    assert "Верижка" in preview.pages.text()

    def seen() -> list[bool]:
        found: list[bool] = []

        def draw(shop: Shop) -> bytes:
            return printing.letters_to(shop, [known[0]], LetterKind.THANKS).pdf

        window.desk.ask(draw, lambda pdf: found.append("Верижка" in " ".join(texts(pdf))))
        settle(qtbot, window)
        return found

    assert seen() == [True]
    for _ in range(2):
        preview.save()
        settle(qtbot, window)
    assert seen() == [False]
