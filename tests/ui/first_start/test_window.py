"""The first start: four questions, then the ways to begin, or back to a shop that exists."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, write

from kartoteka import assemble
from kartoteka.ui.first_start.window import FirstStartWindow
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme


@pytest.fixture
def first(qtbot: QtBot, speech: Speech, theme: Theme, tmp_path: Path) -> FirstStartWindow:
    window = FirstStartWindow(speech, theme, tmp_path / "kartoteka.db")
    window.language_chosen.connect(speech.set_language)
    qtbot.addWidget(window)
    window.show()
    return window


def choose_language(window: FirstStartWindow, language: str) -> None:
    window.languages.setCurrentIndex(window.languages.findData(language))


def test_the_language_proposes_the_country_and_changes_the_words(first: FirstStartWindow) -> None:
    write(first.name, "Ела")
    choose_language(first, "bg")

    assert first.country == "bg"
    assert first.name.text() == "Ела"


def test_a_russian_shop_is_told_of_its_duty_to_notify(first: FirstStartWindow) -> None:
    first.countries.setCurrentIndex(first.countries.findData("ru"))
    assert "152" in first.note.text()

    first.countries.setCurrentIndex(first.countries.findData("bg"))
    assert "152" not in first.note.text()


def test_a_shop_needs_a_name(qtbot: QtBot, first: FirstStartWindow, tmp_path: Path) -> None:
    qtbot.keyClick(first.name, Qt.Key.Key_Return)

    assert first.missing.isVisible()
    assert not (tmp_path / "kartoteka.db").exists()


def test_the_answers_make_the_book_with_its_currency_and_language(
    qtbot: QtBot, first: FirstStartWindow, tmp_path: Path
) -> None:
    choose_language(first, "ru")
    write(first.name, "Бусина")
    write(first.phone, "+7 342 200-00-42")
    qtbot.keyClick(first.phone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.steps.currentIndex() == 1, timeout=PATIENCE)

    shop = assemble.open_shop(tmp_path / "kartoteka.db", today=TODAY)
    details = shop.settings.shop
    shop.close()
    assert (details.name, details.currency, details.language) == ("Бусина", "RUB", "ru")
    assert details.phone == "+7 342 200-00-42"


def test_the_first_client_is_one_of_the_ways_on(
    qtbot: QtBot, first: FirstStartWindow, tmp_path: Path
) -> None:
    write(first.name, "Ela")
    first.make_book()
    qtbot.waitUntil(lambda: first.steps.currentIndex() == 1, timeout=PATIENCE)

    with qtbot.waitSignal(first.book_made) as made:
        qtbot.mouseClick(first.ways["client"], Qt.MouseButton.LeftButton)

    assert made.args == [tmp_path / "kartoteka.db", "client"]


def test_the_demo_shop_is_made_in_a_book_of_its_own(
    qtbot: QtBot, first: FirstStartWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kartoteka.ui.first_start import demo

    monkeypatch.setattr(demo, "CLIENTS", 20)
    monkeypatch.setattr(demo, "PURCHASES", 60)
    with qtbot.waitSignal(first.book_made, timeout=60_000) as made:
        first.make_demo("bg")

    assert made.args == [tmp_path / "demo.db", ""]
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["demo.db"]


def test_a_book_that_takes_long_to_make_is_told(
    qtbot: QtBot, first: FirstStartWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    made = assemble.new_book

    def slow(*what: Any) -> None:
        gate.wait(PATIENCE / 1000)
        made(*what)

    monkeypatch.setattr(assemble, "new_book", slow)
    write(first.name, "Ela")
    first.make_book()
    qtbot.waitUntil(lambda: first.steps.currentIndex() == 2, timeout=PATIENCE)
    assert "Creating the card index…" in [each.text() for each in first.steps.findChildren(QLabel)]
    gate.set()
    qtbot.waitUntil(lambda: first.steps.currentIndex() == 1, timeout=PATIENCE)


def test_what_a_new_book_needs_is_loaded_while_the_name_is_typed(
    qtbot: QtBot, first: FirstStartWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = threading.Event()
    monkeypatch.setattr(assemble, "get_ready", called.set)
    qtbot.waitUntil(called.is_set, timeout=PATIENCE)


def test_the_second_step_has_the_keyboard_and_leads_straight_to_the_till(
    qtbot: QtBot, first: FirstStartWindow, tmp_path: Path
) -> None:
    write(first.name, "Ela")
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    qtbot.waitUntil(first.ways["sell"].hasFocus, timeout=PATIENCE)

    with qtbot.waitSignal(first.book_made) as made:
        qtbot.keyClick(first.ways["sell"], Qt.Key.Key_Return)

    assert made.args == [tmp_path / "kartoteka.db", "sell"]


def test_a_shop_that_exists_is_opened_where_it_lies(
    qtbot: QtBot, first: FirstStartWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Path("/a/stick/shop.db")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(shop), ""))

    with qtbot.waitSignal(first.book_made) as made:
        qtbot.mouseClick(first.ways["open"], Qt.MouseButton.LeftButton)

    assert made.args == [shop, ""]


def test_a_backup_is_put_back_before_there_is_a_book(
    qtbot: QtBot,
    first: FirstStartWindow,
    book_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backup = book_path.rename(tmp_path / "old-20261120-180000.db")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    assert not (tmp_path / "kartoteka.db").exists()

    with qtbot.waitSignal(first.book_made, timeout=PATIENCE) as made:
        qtbot.mouseClick(first.ways["restore"], Qt.MouseButton.LeftButton)

    assert made.args == [tmp_path / "kartoteka.db", ""]
    assert (tmp_path / "kartoteka.db").stat().st_size == backup.stat().st_size


def test_a_file_that_is_no_backup_is_told_and_the_questions_stay(
    qtbot: QtBot, first: FirstStartWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.db").write_text("Dear Ela")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.db"), "")
    )
    qtbot.mouseClick(first.ways["restore"], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(first.notices.texts), timeout=PATIENCE)
    assert first.steps.currentIndex() == 0
    assert not (tmp_path / "kartoteka.db").exists()


def test_a_low_step_stands_in_a_low_card(qtbot: QtBot, first: FirstStartWindow) -> None:
    high = first.steps.height()

    first.steps.setCurrentIndex(1)

    qtbot.waitUntil(lambda: first.steps.height() < high, timeout=PATIENCE)
