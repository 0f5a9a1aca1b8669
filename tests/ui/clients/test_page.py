"""The list of clients in the window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, settle

from kartoteka.domain.clients import Birthday, Channel, Client, Phone, Tag, TagKind
from kartoteka.domain.lists import Order
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import State
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, clients, sales
from kartoteka.ui.clients.page import ClientsPage
from kartoteka.ui.clients.purge_dialog import PurgeDialog
from kartoteka.ui.main_window import MainWindow

NAMES = ("Ана", "Борис", "Вяра", "Георги", "Дана")


def fill(shop: Shop) -> None:
    """Five clients; the first two bought often and are silent, Борис for more money."""
    number = 0
    for place, name in enumerate(NAMES):
        card = Client(
            given=name,
            phones=(Phone(f"088800000{place}", f"+35988800000{place}"),),
            birthday=Birthday(25, 11) if name == "Вяра" else None,
            tags=(Tag(TagKind.LIKES, "зелено"),) if name == "Дана" else (),
        )
        client = clients.add_client(shop, card).value.id
        clients.record_consent(shop, client, Channel.CALL, given=True, how="устно")
        for day in (1, 8, 15) if place < 2 else ():
            number += 1
            price = Money(1000 * (1 + place * 4), "EUR")
            draft = SaleDraft(
                uuid=f"sale-{number}",
                on=date(2026, 9, day),
                lines=(Line("Чай", Decimal(1), price),),
                currency="EUR",
                client=client,
            )
            sales.record_sale(shop, draft)


def page_of(window: MainWindow, qtbot: QtBot, **wish: object) -> ClientsPage:
    window.show_page("clients", **wish)
    settle(qtbot, window)
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    return page


def names(page: ClientsPage, window: MainWindow, qtbot: QtBot) -> list[str]:
    model = page.table.lazy
    for row in range(len(model.ids())):
        model.row_at(row)
    settle(qtbot, window)
    rows = [model.row_at(row) for row in range(len(model.ids()))]
    return [row.line.name for row in rows if row is not None]


def test_an_empty_book_says_what_will_be_here_and_offers_the_first_card(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled()
    page = page_of(window, qtbot)
    assert page._stack.currentIndex() == 1
    assert not page.filters.isVisible()


def test_all_clients_stand_in_the_order_of_their_names(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    assert names(page, window, qtbot) == list(NAMES)


def test_the_quiet_are_ordered_by_what_their_silence_costs(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot, state=State.QUIET)

    assert page.presenter.order is Order.AT_RISK
    assert names(page, window, qtbot) == ["Борис", "Ана"]
    assert page.filters.state_chips[State.QUIET].isChecked()


def test_chips_and_lists_narrow_the_list_and_one_button_shows_all_again(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)

    page.filters.birthdays.click()
    settle(qtbot, window)
    assert names(page, window, qtbot) == ["Вяра"]

    page.filters.tags.setCurrentIndex(1)
    page.filters.tags.activated.emit(1)
    settle(qtbot, window)
    assert page._stack.currentIndex() == 2

    window.leave()
    settle(qtbot, window)
    assert names(page, window, qtbot) == list(NAMES)


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_round(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    head = page.table.horizontalHeader()
    assert page.table.lazy.headerData(1, Qt.Orientation.Horizontal) == "Client ↑"

    for section, expected in ((1, [*reversed(NAMES)]), (6, ["Борис", "Ана"])):
        middle = QPoint(head.sectionViewportPosition(section) + 20, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        settle(qtbot, window)
        assert names(page, window, qtbot)[: len(expected)] == expected
    assert page.table.lazy.headerData(6, Qt.Orientation.Horizontal) == "Total ↓"
    assert page.filters.orders.currentData() == Order.TOTAL

    at = page.filters.orders.currentIndex()
    page.filters.orders.activated.emit(at)
    settle(qtbot, window)
    assert names(page, window, qtbot)[-2:] == ["Ана", "Борис"]


def test_one_click_on_the_name_or_the_chevron_opens_the_card(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    table, opened = page.table, list[int]()
    names(page, window, qtbot)
    table.opened.disconnect()
    table.opened.connect(opened.append)
    last = table.model().columnCount() - 1
    for column in (1, 2, last):
        place = table.visualRect(table.model().index(1, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.wait(QApplication.doubleClickInterval() + 20)
    assert opened == [table.lazy.id_at(1)] * 2


def test_the_second_half_of_a_double_click_touches_nothing_on_the_card(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    names(page, window, qtbot)
    opened: list[int] = []
    page.table.opened.connect(opened.append)
    place = page.table.visualRect(page.table.model().index(0, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)
    assert len(opened) == 1


def test_space_shift_and_ctrl_a_choose_rows(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    table, ids = page.table, list(page.table.lazy.ids())
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: table.lazy.chosen() == ids[:1])

    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(table.lazy.chosen()) == sorted(ids[:3])

    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert sorted(table.lazy.chosen()) == sorted(ids)
    assert page.choice.call_list.isVisible()

    assert page.go_back()
    assert table.lazy.chosen() == []


def test_shift_with_a_click_chooses_all_between(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    table, ids = page.table, list(page.table.lazy.ids())

    def click(row: int, *, shift: bool) -> None:
        spot = table.visualRect(table.model().index(row, 0)).center()
        keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, spot)

    click(3, shift=False)
    click(1, shift=True)
    assert sorted(table.lazy.chosen()) == sorted(ids[1:4])


def test_the_chosen_become_a_call_list_in_the_order_of_the_list(
    open_filled: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot, state=State.QUIET)
    shown: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(window, "show_page", lambda name, **wish: shown.append((name, wish)))

    page.table.choose_all()
    page.choice.call_list.click()
    page.choice.call_list.click()
    settle(qtbot, window)

    assert window.notices.texts == ["Call list made: 2 clients"]
    assert [(name, wish["call_list"]) for name, wish in shown] == [("calls", 1)]


def test_the_bin_takes_cards_and_gives_them_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)

    page.table.lazy.toggle(0)
    page.choice.bin.click()
    settle(qtbot, window)
    assert names(page, window, qtbot) == list(NAMES[1:])

    page.filters.bin.click()
    settle(qtbot, window)
    assert names(page, window, qtbot) == ["Ана"]

    page.table.lazy.toggle(0)
    page.choice.restore.click()
    settle(qtbot, window)
    assert window.notices.last_undo is not None
    assert page.table.lazy.ids() is not None


def test_many_cards_go_into_the_bin_with_one_toast_that_takes_all_back(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    page.table.choose_all()
    page.choice.bin.click()
    settle(qtbot, window)
    assert page.table.lazy.ids() is not None
    assert window.notices.texts == ["5 cards are in the bin."]
    assert names(page, window, qtbot) == []

    undo = window.notices._toasts[0].findChild(QPushButton, "toastAction")
    assert undo is not None
    undo.click()
    settle(qtbot, window)
    assert names(page, window, qtbot) == list(NAMES)


def test_ctrl_z_goes_back_step_by_step_and_many_cards_are_one_step(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    for rows in ((0,), (0, 1, 2)):
        for row in rows:
            page.table.lazy.toggle(row)
        page.choice.bin.click()
        settle(qtbot, window)
    assert names(page, window, qtbot) == list(NAMES[4:])
    for left in (NAMES[1:], NAMES):
        window.undo_last()
        settle(qtbot, window)
        assert names(page, window, qtbot) == list(left)


def test_cards_in_the_bin_are_erased_for_good_only_after_a_question(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    page.table.choose_all()
    page.choice.bin.click()
    settle(qtbot, window)
    page.filters.bin.click()
    settle(qtbot, window)
    page.table.lazy.toggle(0)
    page.table.lazy.toggle(1)
    assert page.choice.purge.isVisible()
    page.choice.purge.click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, PurgeDialog)
    assert question.focusWidget() is question.keep
    question.keep.click()
    settle(qtbot, window)
    assert names(page, window, qtbot) == list(NAMES)

    page.choice.purge.click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, PurgeDialog)
    question.erase.click()
    settle(qtbot, window)
    assert window.notices.texts[-1] == "2 cards are erased for good."
    assert names(page, window, qtbot) == list(NAMES[2:])
    assert page.table.lazy.chosen() == []


def test_the_chosen_are_written_to_a_file(
    open_filled: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    file = tmp_path / "chosen.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page.table.lazy.toggle(1)
    page.choice.export.click()
    settle(qtbot, window)
    assert window.notices.texts == ["1 client saved to chosen.csv"]
    text = file.read_text(encoding="utf-8-sig")
    assert "Борис" in text
    assert "Вяра" not in text


def test_a_change_elsewhere_is_seen_at_once(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    first = page.table.lazy.ids()[0]

    def rename(shop: Shop) -> object:
        card = clients.client(shop, first)
        return clients.edit_client(shop, replace(card, given="Яна"))

    window.desk.change(rename)  # type: ignore[arg-type]
    settle(qtbot, window)
    assert names(page, window, qtbot)[-1] == "Яна"


def test_texts_follow_the_language(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    before = page.filters.orders.count()
    window.speech.set_language("bg")
    settle(qtbot, window)
    assert page.filters.orders.count() == before
    assert page.title(window.speech.words)
