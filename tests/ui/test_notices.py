"""Messages: Undo on deeds that can be taken back, advice on troubles, never more than three."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kartoteka.documents.errors import PrinterGone
from kartoteka.domain.errors import NotFound
from kartoteka.shop.changes import Changes
from kartoteka.ui.notices import LOW, MOST, Notices
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme


@pytest.fixture
def notices(qtbot: QtBot, speech: Speech, theme: Theme) -> Notices:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(800, 600)
    ground.show()
    notices = Notices(ground, speech, theme)
    column = QVBoxLayout(ground)
    column.addStretch(1)
    column.addWidget(notices.strip)
    return notices


def test_a_deed_that_can_be_taken_back_offers_undo(qtbot: QtBot, notices: Notices) -> None:
    toast = notices.done("Card deleted", Changes(undo=42))
    undo = toast.findChild(QPushButton, "toastAction")
    assert undo is not None

    with qtbot.waitSignal(notices.undo_wanted) as wanted:
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert wanted.args == [42]
    assert notices.texts == []


def test_a_deed_that_stays_offers_nothing(notices: Notices) -> None:
    toast = notices.done("Printed", Changes())

    assert toast.findChild(QPushButton, "toastAction") is None
    assert notices.take_last_undo() is None


def test_undo_goes_back_one_deed_after_another_the_newest_first(notices: Notices) -> None:
    for number in (1, 2, 3):
        notices.done(f"deed {number}", Changes(undo=number))
    notices.forget(2)

    assert [notices.take_last_undo() for _ in range(3)] == [3, 1, None]


def test_a_trouble_comes_with_advice(notices: Notices) -> None:
    toast = notices.trouble(NotFound("client", "77"))

    assert notices.texts[0]
    assert toast.accessibleDescription()


def test_never_more_than_three_at_once(notices: Notices) -> None:
    for number in range(MOST + 2):
        notices.say(f"message {number}")

    assert notices.texts == ["message 2", "message 3", "message 4"]


def test_the_same_words_stand_there_once(notices: Notices) -> None:
    for text in ("Undone.", "Saved.", "Undone."):
        notices.say(text)

    assert notices.texts == ["Saved.", "Undone."]


def test_beside_one_button_the_words_have_the_room(notices: Notices) -> None:
    toast = notices.done("2 картона са в кошчето.", Changes(undo=1))
    notices.place()
    layout = toast.layout()
    assert layout is not None
    layout.activate()

    assert toast.title.width() > toast.width() // 2


@pytest.mark.parametrize("width", [640, 800, 1170])
def test_words_and_two_buttons_are_whole_and_beside_each_other(
    notices: Notices, width: int
) -> None:
    toast = notices.done("Александра Константинопольская: записано 25,00 ₽.", Changes(undo=1))
    toast.add_action("Напечатать товарный чек", lambda: None)
    ground = notices.strip.parentWidget()
    assert ground is not None
    ground.resize(width, 600)
    QApplication.processEvents()

    buttons = toast.findChildren(QPushButton, "toastAction")
    assert len(buttons) == 2
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert toast.rect().contains(button.geometry())
        assert not button.geometry().intersects(toast.title.geometry())
    assert toast.title.height() >= toast.title.heightForWidth(toast.title.width())


def test_a_low_window_shows_the_newest_message_only(notices: Notices) -> None:
    ground = notices.strip.parentWidget()
    assert ground is not None
    ground.resize(800, LOW - 1)

    for number in range(3):
        notices.say(f"message {number}")

    assert notices.texts == ["message 2"]


def test_a_message_waits_behind_a_dialog(qtbot: QtBot, notices: Notices) -> None:
    toast = notices.done("Sale recorded", Changes(undo=1))
    dialog = QDialog(notices.strip.window())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)

    toast._on_time()
    assert notices.texts == ["Sale recorded"]

    dialog.close()
    toast._on_time()
    assert notices.texts == []


def test_what_was_said_of_a_deed_is_known_for_its_undo(notices: Notices) -> None:
    notices.done("Card deleted", Changes(undo=7))
    notices.forget(7)

    assert notices.told(7) == "Card deleted"


def test_a_newer_deed_takes_the_place_of_the_one_before(notices: Notices) -> None:
    notices.done("Ana: will come", Changes(undo=1))
    notices.say("Copied")
    notices.done("Boris: no answer", Changes(undo=2))

    assert notices.texts == ["Copied", "Boris: no answer"]


def test_a_deed_that_was_taken_back_offers_undo_no_longer(notices: Notices) -> None:
    notices.done("Boris: no answer", Changes(undo=2))

    notices.forget(2)

    assert notices.texts == []


def test_a_message_stays_while_the_keyboard_is_on_it(qtbot: QtBot, notices: Notices) -> None:
    toast = notices.done("Card deleted", Changes(undo=42))
    undo = toast.findChild(QPushButton, "toastAction")
    assert undo is not None
    undo.setFocus()
    qtbot.waitUntil(lambda: toast.has_keyboard)

    toast._on_time()
    assert notices.texts == ["Card deleted"]

    with qtbot.waitSignal(notices.left):
        qtbot.keyClick(undo, Qt.Key.Key_Space)
    assert notices.texts == []


def test_a_message_without_the_keyboard_leaves_it_where_it_is(
    qtbot: QtBot, notices: Notices
) -> None:
    toast = notices.say("Printed")

    with qtbot.assertNotEmitted(notices.left):
        toast._on_time()
    assert notices.texts == []


def test_a_click_beside_the_buttons_sends_a_message_away(qtbot: QtBot, notices: Notices) -> None:
    toast = notices.done("Saved", Changes(undo=7))
    with qtbot.assertNotEmitted(notices.undo_wanted):
        qtbot.mouseClick(toast.title, Qt.MouseButton.LeftButton)

    assert notices.texts == []
    assert notices.last_undo == 7


def test_what_is_safe_stands_before_the_advice(notices: Notices) -> None:
    told = notices.trouble(PrinterGone("usb", ""), None, "The sale is saved.")

    assert told.accessibleDescription().startswith("The sale is saved. Check the power")
