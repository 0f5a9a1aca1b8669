"""A damaged book offers its last good backup, and the backup comes back in two clicks."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE

from kartoteka.store.errors import BookBusy, BookDamaged, BookMissing
from kartoteka.ui.first_start.trouble import TroubleWindow
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme


def test_the_last_good_backup_comes_back(
    qtbot: QtBot, speech: Speech, theme: Theme, book_path: Path
) -> None:
    backup = Path(shutil.copyfile(book_path, book_path.with_name("kartoteka-20261120-180000.db")))
    book_path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    window = TroubleWindow(speech, theme, book_path, BookDamaged(book_path, "bad", (backup,)))
    qtbot.addWidget(window)
    window.show()

    with qtbot.waitSignal(window.book_wanted, timeout=PATIENCE) as wanted:
        qtbot.mouseClick(window.restore_buttons[0], Qt.MouseButton.LeftButton)

    assert wanted.args == [book_path]
    assert book_path.read_bytes()[:5000] != b"\xff" * 5000
    assert book_path.stat().st_size == backup.stat().st_size


def test_a_backup_that_is_gone_is_told_and_the_way_stays_open(
    qtbot: QtBot, speech: Speech, theme: Theme, book_path: Path
) -> None:
    gone = book_path.with_name("gone.db")
    window = TroubleWindow(speech, theme, book_path, BookDamaged(book_path, "bad", (gone,)))
    qtbot.addWidget(window)
    window.show()

    window.restore(gone)

    qtbot.waitUntil(lambda: bool(window.notices.texts), timeout=PATIENCE)
    assert window.card.isEnabled()


def test_a_busy_book_offers_no_backup(
    qtbot: QtBot, speech: Speech, theme: Theme, book_path: Path
) -> None:
    window = TroubleWindow(speech, theme, book_path, BookBusy(book_path, 4711))
    qtbot.addWidget(window)

    assert window.restore_buttons == []
    with qtbot.waitSignal(window.quit_wanted):
        qtbot.mouseClick(window.leave, Qt.MouseButton.LeftButton)


def test_a_book_that_is_gone_is_named_and_its_latest_backup_comes_back(
    qtbot: QtBot, speech: Speech, theme: Theme, book_path: Path
) -> None:
    backup = book_path.rename(book_path.with_name("kartoteka-20261120-180000.db"))
    window = TroubleWindow(speech, theme, book_path, BookMissing(book_path, (backup,)))
    qtbot.addWidget(window)
    window.show()
    texts = "".join(each.text() for each in window.findChildren(QLabel)).replace("\u200b", "")
    assert str(book_path) in texts

    with qtbot.waitSignal(window.book_wanted, timeout=PATIENCE) as wanted:
        qtbot.mouseClick(window.restore_buttons[0], Qt.MouseButton.LeftButton)

    assert wanted.args == [book_path]
    assert book_path.exists()
