"""The day turns while the window stays open."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot
from tests.ui.conftest import TODAY
from tests.ui.opening import Opener, open_filled, settle

from kartoteka.shop.changes import Changes
from kartoteka.ui.day_turn import DayTurn

__all__ = ["open_filled"]


def test_nothing_is_asked_anew_while_the_day_is_the_same(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    turn = DayTurn(window, window.desk, lambda: TODAY)
    heard: list[Changes] = []
    window.desk.changed.connect(heard.append)
    turn.look()
    settle(qtbot, window)
    assert heard == []


def test_a_new_day_makes_every_page_ask_anew_once(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    days = [TODAY]
    turn = DayTurn(window, window.desk, lambda: days[0])
    heard: list[Changes] = []
    window.desk.changed.connect(heard.append)
    days[0] = TODAY + timedelta(days=1)
    turn.look()
    turn.look()
    settle(qtbot, window)
    assert [changes.everything for changes in heard] == [True]


def test_a_clock_that_was_put_back_turns_the_day_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    days = [date(2027, 1, 1)]
    turn = DayTurn(window, window.desk, lambda: days[0])
    heard: list[Changes] = []
    window.desk.changed.connect(heard.append)
    days[0] = TODAY
    turn.look()
    settle(qtbot, window)
    assert len(heard) == 1
