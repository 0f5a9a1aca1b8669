"""The documents to be signed: what is asked before they are shown."""

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, sell

from kartoteka.domain.clients import Client
from kartoteka.shop import Shop, clients
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.papers.signed_dialogs import BalanceDialog, WarrantyDialog
from kartoteka.ui.widgets.buttons import IconButton

Known = list[int]


@pytest.fixture
def known() -> Known:
    return []


def fill_with(known: Known, shop: Shop) -> None:
    client = clients.add_client(shop, Client(given="Ана")).value.id
    known += [client, sell(shop, client, TODAY).id]


@pytest.fixture
def window(open_filled: Opener, known: Known) -> MainWindow:
    return open_filled(lambda shop: fill_with(known, shop))


def text(window: MainWindow, qtbot: QtBot) -> str:
    settle(qtbot, window)
    return window.findChildren(PreviewDialog)[-1].pages.text()


def test_a_balance_is_asked_for_its_period(window: MainWindow, qtbot: QtBot, known: Known) -> None:
    ClientPapers(window.around, window).balance(known[0])
    settle(qtbot, window)
    dialog = window.findChildren(BalanceDialog)[-1]
    assert dialog.to.date() == QDate(TODAY.year, TODAY.month, TODAY.day)
    dialog.since.setDate(QDate(2021, 3, 1))
    dialog.preview()
    assert "2021" in text(window, qtbot)


def test_a_period_that_ends_before_it_begins_is_refused_in_the_dialog(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    ClientPapers(window.around, window).balance(known[0])
    settle(qtbot, window)
    dialog = window.findChildren(BalanceDialog)[-1]
    dialog.since.setDate(dialog.to.date().addDays(1))
    dialog.preview()
    settle(qtbot, window)
    assert dialog.problem.isVisible()
    assert window.findChildren(PreviewDialog) == []


def test_a_warranty_card_is_asked_for_serial_number_and_months(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    dialog = WarrantyDialog(window.around, window, known[1])
    dialog.open()
    settle(qtbot, window)
    dialog.preview()
    settle(qtbot, window)
    assert dialog.problem.isVisible(), "no item of the sale has a warranty of its own"
    dialog.serial.setText("SN-77")
    dialog.months.setValue(18)
    dialog.preview()
    shown = text(window, qtbot)
    assert "SN-77" in shown
    assert "18" in shown


def test_a_preview_is_zoomed_by_buttons_and_keys(
    window: MainWindow, qtbot: QtBot, known: Known
) -> None:
    ClientPapers(window.around, window).statement(known[0])
    settle(qtbot, window)
    preview = window.findChildren(PreviewDialog)[-1]
    scroll = preview.pages.verticalScrollBar()
    assert scroll.maximum() == 0
    nearer = next(
        each for each in preview.findChildren(IconButton) if each.accessibleName() == "Zoom in"
    )
    nearer.click()
    assert scroll.maximum() > 0
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert scroll.maximum() == 0


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_the_dialogs_are_drawn_whole(
    open_filled: Opener, qtbot: QtBot, known: Known, language: str
) -> None:
    window = open_filled(lambda shop: fill_with(known, shop), language=language, size=(911, 512))
    looker = Looker(qtbot, window, language)
    for name, dialog in (
        ("balance", BalanceDialog(window.around, window, known[0], TODAY)),
        ("warranty", WarrantyDialog(window.around, window, known[1])),
    ):
        dialog.open()
        settle(qtbot, window)
        looker.draw(name, dialog)
        dialog.reject()
