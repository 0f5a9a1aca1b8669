"""The logo is chosen from a file, shown, and taken off again."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE

from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.settings.logo import LogoRow
from kartoteka.ui.settings.page import SettingsPage


@pytest.fixture
def row(qtbot: QtBot, window: MainWindow) -> LogoRow:
    window.show_page("settings")
    qtbot.waitUntil(lambda: window.desk.is_idle, timeout=PATIENCE)
    shown = window.open_page
    assert isinstance(shown, SettingsPage)
    return shown.logo


def test_a_chosen_logo_is_shown_and_can_be_removed(
    qtbot: QtBot, window: MainWindow, row: LogoRow, tmp_path: Path
) -> None:
    Image.new("RGB", (300, 100), "#0B6E69").save(tmp_path / "logo.png")
    assert row.remove.isHidden()
    row.take(str(tmp_path / "logo.png"))
    qtbot.waitUntil(lambda: not row.picture.isHidden(), timeout=PATIENCE)
    assert not row.picture.pixmap().isNull()
    assert window.notices.last_undo is not None
    row.remove.click()
    qtbot.waitUntil(lambda: row.picture.isHidden(), timeout=PATIENCE)


def test_a_file_that_is_no_picture_is_told_beside_it(
    qtbot: QtBot, row: LogoRow, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_text("Dear Sir")
    row.take(str(tmp_path / "logo.png"))
    qtbot.waitUntil(lambda: bool(row.note), timeout=PATIENCE)
    assert row.picture.isHidden()
