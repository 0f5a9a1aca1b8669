"""A shop moves in: its lists are brought in, the quiet are called, one comes back and buys."""

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, settle
from tests.ui.papers.test_page import choose_pdf_printer

from kartoteka.domain.contacts import Outcome
from kartoteka.domain.offers import Offer
from kartoteka.domain.rhythm import State
from kartoteka.domain.typed import Wanted
from kartoteka.shop import Shop, clients, imports, offers, safety, sales
from kartoteka.ui.calls.page import CallsPage
from kartoteka.ui.clients.page import ClientsPage
from kartoteka.ui.imports.page import ImportsPage
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.offers.page import OffersPage
from kartoteka.ui.papers.page import PapersPage
from kartoteka.ui.till.page import TillPage

TODAY = date(2026, 11, 21)
CLIENTS = 40


def lists_of_the_old_program(folder: Path) -> tuple[Path, Path]:
    """Clients as Excel saves them, and what they bought: weekly; every fourth stopped in summer."""
    chance = random.Random(7)
    people = ["Имена;Телефон;Рожден ден"]
    bought = ["Клиент;Телефон;Дата;Сума"]
    for number in range(CLIENTS):
        name, phone = f"Мария Иванова {number:02}", f"0888 12 {number:02} 00"
        people.append(f"{name};{phone};{number % 28 + 1}.03.1988")
        last = TODAY - timedelta(days=120 if number % 4 == 0 else chance.randint(0, 6))
        for week in range(10):
            day = last - timedelta(days=7 * week + chance.randint(0, 1))
            bought.append(f"{name};{phone};{day:%d.%m.%Y};{chance.randint(5, 40)},50")
    clients, purchases = folder / "клиенти.csv", folder / "продажби.csv"
    clients.write_bytes("\r\n".join(people).encode("cp1251"))
    purchases.write_bytes("\r\n".join(bought).encode("cp1251"))
    return clients, purchases


def bring_in(window: MainWindow, qtbot: QtBot, path: Path) -> ImportsPage:
    window.show_page("imports", path=path)
    settle(qtbot, window)
    page = window.page("imports")
    assert isinstance(page, ImportsPage)
    page.bring_in()
    settle(qtbot, window)
    return page


def calls_page(window: MainWindow) -> CallsPage:
    page = window.page("calls")
    assert isinstance(page, CallsPage)
    return page


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)
    qtbot.waitUntil(lambda: not window.scanner._held)
    settle(qtbot, window)


def quiet_called(window: MainWindow, qtbot: QtBot) -> CallsPage:
    """From the list of the quiet to the first call in hand."""
    window.show_page("clients", state=State.QUIET)
    settle(qtbot, window)
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    assert len(page.table.lazy.ids()) == CLIENTS // 4
    page.table.choose_all()
    page.make_call_list()
    settle(qtbot, window)
    return calls_page(window)


def test_from_the_old_lists_to_a_receipt_with_an_offer_on_its_back(
    open_filled: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_filled()
    people, bought = lists_of_the_old_program(tmp_path)
    assert "40 new cards" in bring_in(window, qtbot, people).result.sentence.text()
    page = bring_in(window, qtbot, bought)
    assert "400 purchases" in page.result.sentence.text()
    assert page.result.refused.text() == ""

    calling = quiet_called(window, qtbot)
    assert calling.list.presenter.progress == (0, CLIENTS // 4)
    assert "silent for 12" in calling.list.panel._reason.text()
    press(window, qtbot, Qt.Key.Key_1)
    press(window, qtbot, Qt.Key.Key_3)
    assert calling.list.presenter.progress == (2, CLIENTS // 4)
    came = calling.list.presenter.list
    assert came is not None
    assert came.lines[0].outcome is Outcome.WILL_COME

    promise_tea(window, qtbot)
    sold = sell_tea(window, qtbot, came.lines[0].client)
    window.show_page("papers", sale=sold)
    settle(qtbot, window)
    papers = window.page("papers")
    assert isinstance(papers, PapersPage)
    text = " ".join(papers.pane.pages.text().split())
    assert "9,50 €" in text
    assert "Втори чай на половин" in text
    assert "12 декември 2026" in text
    choose_pdf_printer(monkeypatch, tmp_path / "receipt.pdf")
    assert papers.print_page()
    settle(qtbot, window)
    assert (tmp_path / "receipt.pdf").stat().st_size > 1000

    window.show_page("clients", state=State.QUIET)
    settle(qtbot, window)
    listed = window.page("clients")
    assert isinstance(listed, ClientsPage)
    assert len(listed.table.lazy.ids()) == CLIENTS // 4 - 1
    assert sound(window, qtbot)


def test_wrong_files_are_taken_back_whole_on_another_day(
    open_filled: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    people, bought = lists_of_the_old_program(tmp_path)

    def yesterday(shop: Shop) -> None:
        imports.import_file(shop, people, imports.CLIENTS)
        imports.import_file(shop, bought, imports.PURCHASES)

    window = open_filled(yesterday)
    window.show_page("imports")
    settle(qtbot, window)
    page = window.page("imports")
    assert isinstance(page, ImportsPage)
    assert page.start.table.model().rowCount() == 2
    for row in range(2):
        page.start.table.setCurrentIndex(page.start.table.lazy.index(row, 0))
        page.start.take_back.click()
        settle(qtbot, window)
    counts: list[int] = []
    window.desk.ask(clients.count, counts.append)
    settle(qtbot, window)
    assert counts == [0]
    assert sound(window, qtbot)


def test_the_afternoon_in_another_language_and_the_offer_of_last_year(
    open_filled: Opener, qtbot: QtBot
) -> None:
    """An offer that has ended asks for a new last day, in the words of the language chosen now."""

    def fill(shop: Shop) -> None:
        kept = Offer(title="Чай", reason="Есен е", begins=TODAY, ends=TODAY, language="bg", code="")
        offers.save_offer(shop, kept)
        shop._today = TODAY + timedelta(days=1)

    window = open_filled(fill)
    window.show_page("offers")
    settle(qtbot, window)
    page = window.page("offers")
    assert isinstance(page, OffersPage)
    press(window, qtbot, Qt.Key.Key_Return)
    page.form.ends.set_text("1.11.2026")
    told = [note.text() for note in page.form._notes.values()]
    window.speech.set_language("ru")
    assert [note.text() for note in page.form._notes.values()] != told
    assert page.form.ends.text == "1.11.2026"


def promise_tea(window: MainWindow, qtbot: QtBot) -> None:
    """An offer for the backs, until 12 December."""
    window.show_page("offers", new=True)
    settle(qtbot, window)
    page = window.page("offers")
    assert isinstance(page, OffersPage)
    page.form.title.setText("Втори чай на половин цена")
    page.form.reason.setPlainText("Новата реколта пристигна")
    page.form.ends.set_text("12.12.2026")
    page.form.save()
    settle(qtbot, window)


def sell_tea(window: MainWindow, qtbot: QtBot, client: int) -> int:
    """From the card to the recorded sale; answers its id."""
    window.show_card(client)
    settle(qtbot, window)
    window.sell()
    settle(qtbot, window)
    till = window.page("sale")
    assert isinstance(till, TillPage)
    till.attempt(lambda basket: basket.add_free(Wanted(Decimal(1), "Чай 9,50")))
    till.deeds.finish(paper=False)
    settle(qtbot, window)
    found: list[int] = []
    window.desk.ask(lambda shop: sales.purchases(shop, client)[0].id, found.append)
    settle(qtbot, window)
    return found[0]


def sound(window: MainWindow, qtbot: QtBot) -> bool:
    """Whether the book's own check finds nothing."""
    found: list[bool] = []
    window.desk.ask(lambda shop: safety.check(shop).ok, found.append)
    settle(qtbot, window)
    return found[0]
