"""Calling through a list in the window."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, silent

from kartoteka.domain.contacts import Outcome
from kartoteka.shop import Shop, calls
from kartoteka.ui.calls.page import CallsPage
from kartoteka.ui.calls.skipped import SkippedDialog
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers.preview import PreviewDialog

Made = list[calls.CallList]


def opened(window: MainWindow, qtbot: QtBot, **wish: object) -> CallsPage:
    window.show_page("calls", **wish)
    settle(qtbot, window)
    page = window.page("calls")
    assert isinstance(page, CallsPage)
    return page


def read(window: MainWindow, qtbot: QtBot, list_id: int) -> calls.CallList:
    answers: Made = []
    window.desk.ask(lambda shop: calls.call_list(shop, list_id), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """A key for the widget that has the focus, slower than a scanner."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)
    qtbot.waitUntil(lambda: not window.scanner._held)
    settle(qtbot, window)


@pytest.fixture
def made() -> Made:
    return []


@pytest.fixture
def window(open_filled: Opener, made: Made) -> MainWindow:
    """Ана, Борис and Вяра are on a list; Георги has no phone and was left out."""

    def fill(shop: Shop) -> None:
        made.append(calls.make_call_list(shop, silent(shop)).value)

    return open_filled(fill)


def test_a_shop_without_lists_is_told_how_to_make_one(open_filled: Opener, qtbot: QtBot) -> None:
    page = opened(open_filled(), qtbot)
    assert page.lists._stack.currentIndex() == 1
    assert not page.print_page()
    assert page.buttons() == []


def test_the_lists_tell_how_far_they_are(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    model = page.lists.table.model()
    assert model.index(0, 0).data() == "Today’s call list"
    assert model.index(0, 2).data() == "0 of 3 done"
    assert page.lists._subtitle.text() == "3 calls waiting"
    qtbot.waitUntil(lambda: window.rail.buttons["calls"]._badge == 3)


def test_calling_starts_from_the_calls_page(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    assert page.lists.start.isVisible()
    press(qtbot, window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.buttons() != [])
    shown = page.list.presenter.list
    assert shown is not None
    assert len(shown.lines) == 3


def test_clients_for_a_list_are_chosen_from_the_calls_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    qtbot.mouseClick(page.lists.choose, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.open_page is window.page("clients")


def test_enter_opens_a_list_and_esc_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page._stack.currentWidget() is page.list
    assert page.buttons() != []
    assert page.go_back()
    assert page._stack.currentWidget() is page.lists


def test_one_key_writes_a_call_down_and_the_next_follows(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    first = page.list.presenter.current
    press(qtbot, window, Qt.Key.Key_1)
    kept = read(window, qtbot, made[0].id)
    assert [line.outcome for line in kept.lines] == [Outcome.WILL_COME, None, None]
    assert page.list.presenter.current != first
    assert page.list.panel.name.text() == kept.lines[1].name
    assert window.notices.texts == [f"{kept.lines[0].name}: will come"]
    qtbot.waitUntil(lambda: window.rail.buttons["calls"]._badge == 2)


def test_a_written_call_can_be_taken_back(window: MainWindow, qtbot: QtBot, made: Made) -> None:
    opened(window, qtbot, call_list=made[0].id)
    press(qtbot, window, Qt.Key.Key_3)
    window.undo_last()
    settle(qtbot, window)
    assert read(window, qtbot, made[0].id).lines[0].outcome is None


def test_a_call_back_waits_for_its_day(window: MainWindow, qtbot: QtBot, made: Made) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    press(qtbot, window, Qt.Key.Key_2)
    panel = page.list.panel
    assert panel.day.isVisible()
    assert read(window, qtbot, made[0].id).lines[0].outcome is None
    panel.day.setDate(panel.day.date().addDays(3))
    qtbot.keyClick(panel.day, Qt.Key.Key_Return)
    settle(qtbot, window)
    kept = read(window, qtbot, made[0].id).lines[0]
    assert kept.outcome is Outcome.CALL_BACK
    assert kept.call_back_on == TODAY + timedelta(days=4)


def test_esc_leaves_a_half_entered_outcome_before_the_list(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    press(qtbot, window, Qt.Key.Key_2)
    assert page.go_back()
    assert page._stack.currentWidget() is page.list
    assert not page.list.panel.day.isVisible()
    assert page.go_back()
    assert page._stack.currentWidget() is page.lists


def test_digits_are_text_where_text_is_written(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    said = page.list.panel.said
    said.setFocus()
    press(qtbot, window, Qt.Key.Key_1)
    assert said.toPlainText() == "1"
    assert read(window, qtbot, made[0].id).lines[0].outcome is None
    qtbot.keyClick(said, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    kept = read(window, qtbot, made[0].id).lines[0]
    assert (kept.outcome, kept.said) == (Outcome.ALL_WELL, "1")


def test_those_left_out_are_told_with_the_reason(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id, skipped=made[0].skipped)
    strip = page.list.skipped
    assert strip.isVisible()
    assert "Георги" in strip.text.text()
    assert "has no phone number" in strip.text.text()
    strip.all.click()
    dialog = page.findChild(SkippedDialog)
    assert dialog is not None
    assert dialog.table.model().index(0, 0).data() == "Георги: has no phone number"
    dialog.reject()
    page.leave_list()
    page.open_list(made[0].id)
    assert not strip.isVisible()


def test_the_script_and_the_silence_stand_beside_the_number(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    panel = page.list.panel
    assert panel.phone.text().startswith("+359 88 800 000")
    assert "чай" in panel._script.text()
    assert panel.rhythm.isVisible()


def test_the_list_is_shown_as_it_will_be_printed(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    assert page.print_page()
    settle(qtbot, window)
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    assert dialog.pages.pages >= 1
    assert "Борис" in dialog.pages.text()
    dialog.save()
    settle(qtbot, window)
    assert "call-list-2026-11-21" in window.notices.texts[-1]
    dialog.reject()


def test_a_promise_that_is_due_opens_its_call(open_filled: Opener, qtbot: QtBot) -> None:
    made: Made = []

    def fill(shop: Shop) -> None:
        made.append(calls.make_call_list(shop, silent(shop)).value)
        last = made[0].lines[2].id
        calls.record_outcome(shop, last, Outcome.CALL_BACK, "следобед", date(2026, 11, 21))

    window = open_filled(fill)
    page = opened(window, qtbot)
    assert page.lists._promise_card.isVisible()
    page.lists.promises.opened.emit(made[0].lines[2].id)
    settle(qtbot, window)
    assert page.list.presenter.answer.said == "следобед"


def test_the_language_may_change_in_the_middle_of_a_call(
    window: MainWindow, qtbot: QtBot, made: Made
) -> None:
    page = opened(window, qtbot, call_list=made[0].id)
    page.list.panel.said.setPlainText("идва в петък")
    window.speech.set_language("bg")
    settle(qtbot, window)
    assert page.list.panel.said.toPlainText() == "идва в петък"


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_state_of_a_call_is_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str
) -> None:
    made: Made = []

    def fill(shop: Shop) -> None:
        made.append(calls.make_call_list(shop, silent(shop)).value)
        calls.record_outcome(shop, made[0].lines[0].id, Outcome.DO_NOT_CALL)

    window = open_filled(fill, language=language)
    looker = Looker(qtbot, window, language)
    page = opened(window, qtbot, call_list=made[0].id, skipped=made[0].skipped)
    looker.draw("calls_list")
    page.list.choose(Outcome.CALL_BACK)
    looker.draw("calls_call_back")
    page.print_page()
    settle(qtbot, window)
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    looker.draw("calls_preview", dialog)
    dialog.reject()
    assert looker.faults == []
