"""Offers in the window: written, refused, saved, taken back."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle

from kartoteka.domain.offers import Offer
from kartoteka.shop import Shop, offers
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.offers.page import OffersPage
from kartoteka.ui.offers.presenter import Field


def fill(shop: Shop) -> None:
    """One offer runs."""
    offers.save_offer(
        shop,
        Offer(
            title="Втори пакет на половин цена",
            reason="Новата реколта пристигна",
            begins=date(2026, 11, 1),
            ends=date(2026, 12, 12),
            language="bg",
            code="ET-5N8C",
        ),
    )


def page_of(window: MainWindow, qtbot: QtBot, **wish: object) -> OffersPage:
    window.show_page("offers", **wish)
    settle(qtbot, window)
    page = window.page("offers")
    assert isinstance(page, OffersPage)
    return page


def kept(window: MainWindow, qtbot: QtBot) -> list[Offer]:
    answers: list[list[Offer]] = []
    window.desk.ask(offers.offers, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def write_offer(page: OffersPage) -> None:
    form = page.form
    form.title.setText("Филтър за вашия чайник")
    form.reason.setPlainText("Чайникът ви е на година")
    form.ends.set_text("5.12.2026")


def test_a_shop_without_offers_is_told_what_the_back_is_for(
    open_filled: Opener, qtbot: QtBot
) -> None:
    page = page_of(open_filled(), qtbot)
    assert page._faces.currentIndex() == 1
    assert not page.go_back()


def test_a_new_offer_is_saved_and_can_be_taken_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    page = page_of(window, qtbot, new=True)
    write_offer(page)
    page.form.save()
    settle(qtbot, window)
    assert [offer.title for offer in kept(window, qtbot)] == ["Филтър за вашия чайник"]
    assert page._stack.currentIndex() == 0
    assert page.table.model().rowCount() == 1
    window.undo_last()
    settle(qtbot, window)
    assert kept(window, qtbot) == []
    assert page._faces.currentIndex() == 1


def test_the_rules_are_told_while_one_writes(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    page = page_of(window, qtbot, new=True)
    form = page.form
    form.title.setText("Специална оферта")
    assert "says nothing" in form._notes[Field.TITLE].text()
    form.title.setText("Филтър за чайник")
    assert "says nothing" not in form._notes[Field.TITLE].text()
    form.save()
    assert "no reason" in form._notes[Field.REASON].text()
    assert "no end" in form._notes[Field.ENDS].text()
    assert form.reason.hasFocus()
    assert kept(window, qtbot) == []


def test_the_back_is_drawn_while_one_writes(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    page = page_of(window, qtbot, new=True)
    write_offer(page)
    page.form.draw_back()
    settle(qtbot, window)
    assert "Филтър за" in page.form.pages.text()
    assert "5 декември 2026" in page.form.pages.text().replace("\u00a0", " ")


def test_enter_opens_an_offer_and_esc_leaves_it_unchanged(
    open_filled: Opener, qtbot: QtBot
) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.form.title.text() == "Втори пакет на половин цена"
    assert page.form.ends.text == "12.12.2026"
    assert page.go_back()
    assert page._stack.currentIndex() == 0
    assert window.notices.texts == []


def test_what_was_written_and_not_saved_can_be_had_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    page = page_of(window, qtbot, new=True)
    write_offer(page)
    page.leave_form()
    assert window.notices.texts == ["The offer was not saved."]
    action = next(
        button
        for toast in window.notices._toasts
        for button in toast.findChildren(QPushButton)
        if button.objectName() == "toastAction"
    )
    action.click()
    assert page.form.title.text() == "Филтър за вашия чайник"


def test_an_offer_is_deleted_by_its_key_and_comes_back(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled(fill)
    page = page_of(window, qtbot)
    page._on_delete_key()
    settle(qtbot, window)
    assert kept(window, qtbot) == []
    window.undo_last()
    settle(qtbot, window)
    assert len(kept(window, qtbot)) == 1


def test_a_day_is_chosen_in_the_calendar(open_filled: Opener, qtbot: QtBot) -> None:
    page = page_of(open_filled(), qtbot, new=True)
    page.form.ends.open_calendar()
    calendar = page.form.ends.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.activated.emit(QDate(2026, 12, 24))
    assert page.form.ends.text == "24.12.2026"


def test_a_length_sets_the_last_day(open_filled: Opener, qtbot: QtBot) -> None:
    page = page_of(open_filled(), qtbot, new=True)
    page.form._span_setter(14)()
    assert page.form.ends.text == "05.12.2026"


def test_the_language_changes_and_what_is_typed_stays(open_filled: Opener, qtbot: QtBot) -> None:
    window = open_filled()
    page = page_of(window, qtbot, new=True)
    write_offer(page)
    window.speech.set_language("ru")
    assert page.form.title.text() == "Филтър за вашия чайник"
    assert page.form.ends.text == "5.12.2026"


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_state_of_an_offer_is_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str
) -> None:
    window = open_filled(fill, language=language)
    looker = Looker(qtbot, window, language)
    page = page_of(window, qtbot, new=True)
    looker.draw("offers_new")
    page.form.title.setText("Специальное предложение " + "в честь чего-то длинного " * 4)
    page.form.begins.set_text("?")
    page.form.ends.set_text("1.1.2020")
    page.form.save()
    looker.draw("offers_refused")
    assert looker.faults == []
