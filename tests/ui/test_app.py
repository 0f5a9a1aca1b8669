"""From no book to a closed one: what the program does around its windows."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, Clock, close, write

from kartoteka.ui.app import Program, application
from kartoteka.ui.first_start.trouble import TroubleWindow
from kartoteka.ui.first_start.window import FirstStartWindow
from kartoteka.ui.leaving import ClosingDialog
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.preferences import PreferencesFile


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    app = application()
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, PreferencesFile(None), language="en", today=TODAY)
    program.calm = True
    yield program
    window = program.window
    if isinstance(window, MainWindow):
        close(qtbot, window)
    elif window is not None:
        window.close()
    app.setQuitOnLastWindowClosed(True)


def opened(qtbot: QtBot, program: Program) -> MainWindow:
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and program.window.open_name == "today",
        timeout=PATIENCE,
    )
    assert isinstance(program.window, MainWindow)
    return program.window


def test_without_a_book_the_first_start_asks(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.open_book(tmp_path / "none.db")

    qtbot.waitUntil(lambda: isinstance(program.window, FirstStartWindow), timeout=PATIENCE)


def test_a_name_typed_very_fast_at_the_first_start_is_no_scan(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    clock.step = 0.004
    program = Program(application(), PreferencesFile(None), language="en", today=TODAY, clock=clock)
    program.calm = True
    program.open_book(tmp_path / "none.db")
    qtbot.waitUntil(lambda: isinstance(program.window, FirstStartWindow), timeout=PATIENCE)
    window = program.window
    assert isinstance(window, FirstStartWindow)
    qtbot.waitUntil(window.name.hasFocus, timeout=PATIENCE)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    write(window.name, "Bead")

    assert window.name.text() == "Bead"
    window.close()


def test_a_book_that_is_gone_is_offered_back_and_never_begun_anew_in_silence(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    program.open_book(book_path)
    opened(qtbot, program).close()
    qtbot.waitUntil(
        lambda: bool(list(book_path.with_name("kartoteka-backups").glob("*.db"))),
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: program.window is not None and not program.window.isVisible())
    book_path.unlink()

    program.open_book(book_path)
    qtbot.waitUntil(lambda: isinstance(program.window, TroubleWindow), timeout=PATIENCE)
    trouble = program.window
    assert isinstance(trouble, TroubleWindow)
    assert len(trouble.backups) == 1

    trouble.restore(trouble.backups[0])
    opened(qtbot, program)


def test_a_book_on_a_stick_that_is_out_is_named_without_a_backup_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kept = PreferencesFile(None)
    kept.change(book=str(tmp_path / "stick" / "shop.db"))
    program = Program(application(), kept, language="en", today=TODAY)
    program.calm = True

    program.open_own()

    qtbot.waitUntil(lambda: isinstance(program.window, TroubleWindow), timeout=PATIENCE)
    trouble = program.window
    assert isinstance(trouble, TroubleWindow)
    qtbot.addWidget(trouble)
    anew = [each for each in trouble.findChildren(QPushButton) if each.text() == "Begin a new shop"]
    trouble.new_wanted.disconnect()  # it would begin one where this computer's user has theirs
    with qtbot.waitSignal(trouble.new_wanted):
        anew[0].click()


def test_the_demo_shop_says_over_every_page_that_it_is_one(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    program.open_book(book_path.rename(book_path.with_name("demo.db")))
    window = opened(qtbot, program)
    assert window.demo_strip.isVisible()
    assert "demo shop" in window.windowTitle()

    window.other_shop_wanted.disconnect()  # it would open the book of this computer's user
    with qtbot.waitSignal(window.other_shop_wanted):
        window.demo_strip.go.click()


def test_the_own_shop_has_no_strip(qtbot: QtBot, program: Program, book_path: Path) -> None:
    program.open_book(book_path)
    window = opened(qtbot, program)
    assert not window.demo_strip.isVisible()
    assert not window.in_demo


def test_a_made_book_opens_and_begins_with_a_client(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    program.open_book(book_path.with_name("none.db"))
    qtbot.waitUntil(lambda: isinstance(program.window, FirstStartWindow), timeout=PATIENCE)
    first = program.window
    assert isinstance(first, FirstStartWindow)

    first.book_made.emit(book_path, "client")
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and program.window.open_name == "card",
        timeout=PATIENCE,
    )


def test_a_damaged_book_leads_to_its_backups(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    book_path.write_bytes(b"not a book at all" * 100)

    program.open_book(book_path)

    qtbot.waitUntil(lambda: isinstance(program.window, TroubleWindow), timeout=PATIENCE)


def test_closing_makes_the_backup_first(qtbot: QtBot, program: Program, book_path: Path) -> None:
    program.open_book(book_path)
    window = opened(qtbot, program)

    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)

    assert list(book_path.with_name("kartoteka-backups").glob("*.db"))


def test_a_copy_that_takes_long_is_passed_over_by_the_one_button(
    qtbot: QtBot, program: Program, book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kartoteka.shop import safety

    pressed = threading.Event()
    close_it = safety.close

    def slow(*what: Any) -> object:
        pressed.wait(PATIENCE / 1000)
        return close_it(*what)

    monkeypatch.setattr(safety, "close", slow)
    program.open_book(book_path)
    window = opened(qtbot, program)
    window.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(ClosingDialog)), timeout=PATIENCE)
    (dialog,) = window.findChildren(ClosingDialog)
    dialog.go.click()
    pressed.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)

    assert list(book_path.with_name("kartoteka-backups").glob("*")) == []


def test_a_backup_put_back_opens_as_the_book(
    qtbot: QtBot, program: Program, book_path: Path
) -> None:
    from kartoteka.shop import safety, settings

    program.open_book(book_path)
    window = opened(qtbot, program)
    copies: list[Path] = []
    window.desk.ask(lambda shop: safety.back_up(shop), copies.append)
    qtbot.waitUntil(lambda: bool(copies), timeout=PATIENCE)
    morning = copies[0].rename(copies[0].with_name("kartoteka-20261121-000000.db"))
    window.desk.change(lambda shop: settings.change_settings(shop, {"shop.phone": "1"}))

    window.restore(morning)
    qtbot.waitUntil(lambda: program.window is not window, timeout=PATIENCE)
    again = opened(qtbot, program)

    phones: list[str] = []
    again.desk.ask(lambda shop: shop.settings.shop.phone, phones.append)
    qtbot.waitUntil(lambda: bool(phones), timeout=PATIENCE)
    assert phones == [""]
    QApplication.processEvents()
