"""Papers about clients, shown before they are printed: from the card and from chosen rows."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, sell

from kartoteka.domain.clients import Address, Client
from kartoteka.shop import Shop, clients
from kartoteka.shop.letters import LetterKind
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.papers.letter_dialog import LetterDialog
from kartoteka.ui.papers.preview import PreviewDialog

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
    assert "Loyalty cards, sheets of ten" in texts[2]


@pytest.mark.parametrize("paper", ["statement", "questionnaire"])
def test_a_paper_of_one_client_is_shown_first(
    window: MainWindow, qtbot: QtBot, known: Known, paper: str
) -> None:
    getattr(ClientPapers(window.around, window), paper)(known[0])
    assert "Ана" in shown(window, qtbot).pages.text()


@pytest.mark.parametrize("paper", ["loyalty_cards", "labels", "envelopes"])
def test_papers_of_chosen_clients_are_shown_first(
    window: MainWindow, qtbot: QtBot, known: Known, paper: str
) -> None:
    getattr(ClientPapers(window.around, window), paper)(tuple(known))
    dialog = shown(window, qtbot)
    assert dialog.pages.pages >= 1
    dialog.save()
    settle(qtbot, window)
    assert "2026" in window.notices.texts[-1]


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
def test_letters_are_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str, known: Known
) -> None:
    window = open_filled(lambda shop: fill_with(known, shop), language=language, size=(911, 512))
    looker = Looker(qtbot, window, language)
    ClientPapers(window.around, window).letters((known[0],))
    settle(qtbot, window)
    looker.draw("letter", window.findChildren(LetterDialog)[-1])
    assert looker.faults == []
