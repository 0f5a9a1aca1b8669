"""Tables of any length ask for what is painted, and keep what was ticked."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kartoteka.ui.lazy_model import PAGE
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme

MANY = 100_000


class StillDesk:
    """Keeps the questions; the test answers them."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[Any], Any], Callable[[Any], Any]]] = []

    def ask(self, fn: Callable[[Any], Any], then: Callable[[Any], Any], **_: Any) -> None:
        self.waiting.append((fn, then))

    def answer(self) -> None:
        while self.waiting:
            fn, then = self.waiting.pop(0)
            then(fn(None))


Row = tuple[int, str]


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk()


@pytest.fixture
def asked() -> list[Sequence[int]]:
    return []


@pytest.fixture
def table(
    qtbot: QtBot, desk: StillDesk, asked: list[Sequence[int]], speech: Speech, theme: Theme
) -> LazyTable[Row]:
    around = Surroundings(desk, speech, theme, SimpleNamespace(), SimpleNamespace())  # type: ignore[arg-type]

    def fetch(_shop: object, ids: Sequence[int]) -> list[Row]:
        asked.append(ids)
        return [(ref, f"client {ref}") for ref in ids if ref != 13]

    model: LazyModel[Row] = LazyModel(
        around,
        [Column(lambda _: "Name", lambda _, row: row[1], stretch=True)],
        fetch,
        lambda row: row[0],
        choosable=True,
    )
    table = LazyTable(around, model, 50)
    qtbot.addWidget(table)
    table.resize(400, 500)
    return table


def test_of_a_hundred_thousand_rows_only_the_painted_page_is_asked_for(
    table: LazyTable[Row], desk: StillDesk, asked: list[Sequence[int]]
) -> None:
    table.lazy.set_ids(range(MANY))
    table.grab()
    desk.answer()
    table.grab()

    assert [(ids[0], len(ids)) for ids in asked] == [(0, PAGE)]
    assert table.lazy.rowCount() == MANY


def test_scrolling_to_the_end_asks_for_the_last_page_only(
    table: LazyTable[Row], desk: StillDesk, asked: list[Sequence[int]]
) -> None:
    table.lazy.set_ids(range(MANY))
    table.show()
    table.scrollToBottom()
    table.grab()
    desk.answer()

    assert asked[-1][-1] == MANY - 1
    assert len(asked) <= 3


def test_an_answer_for_an_older_order_is_dropped(table: LazyTable[Row], desk: StillDesk) -> None:
    table.lazy.set_ids(range(50))
    table.grab()
    table.lazy.set_ids(range(200, 260))
    desk.answer()

    assert table.lazy.row_at(0) is None
    desk.answer()
    assert table.lazy.row_at(0) == (200, "client 200")


def test_what_was_ticked_stays_ticked_in_a_new_order(
    table: LazyTable[Row], desk: StillDesk
) -> None:
    table.lazy.set_ids([1, 2, 3])
    table.lazy.toggle(0)
    table.lazy.toggle(2)

    table.lazy.set_ids([3, 2, 1])

    assert table.lazy.chosen() == [1, 3]
    assert table.lazy.is_chosen(0)
    assert not table.lazy.is_chosen(1)


def test_space_ticks_and_enter_opens(qtbot: QtBot, table: LazyTable[Row], desk: StillDesk) -> None:
    table.lazy.set_ids([10, 11])
    table.setCurrentIndex(table.lazy.index(1, 1))

    qtbot.keyClick(table, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert table.lazy.chosen() == [11]
    assert opened.args == [11]


def test_a_click_on_the_box_ticks_without_opening(
    qtbot: QtBot, table: LazyTable[Row], desk: StillDesk
) -> None:
    table.lazy.set_ids([10, 11])
    table.show()
    where = table.visualRect(table.lazy.index(0, 0)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))

    assert table.lazy.chosen() == [10]


def test_a_row_that_is_gone_stays_empty_and_is_not_asked_for_again(
    table: LazyTable[Row], desk: StillDesk, asked: list[Sequence[int]]
) -> None:
    table.lazy.set_ids([12, 13])
    table.grab()
    desk.answer()
    table.grab()
    desk.answer()

    assert table.lazy.row_at(1) is None
    assert len(asked) == 1


def test_screen_readers_hear_the_text_and_the_tick(table: LazyTable[Row], desk: StillDesk) -> None:
    table.lazy.set_rows([(5, "Мария")])
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert table.lazy.data(table.lazy.index(0, 1), spoken) == "Мария"
    before = table.lazy.data(table.lazy.index(0, 0), spoken)
    table.lazy.toggle(0)
    assert table.lazy.data(table.lazy.index(0, 0), spoken) != before
