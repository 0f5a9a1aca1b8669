"""Settings are kept at once, taken back with Undo, and refused beside their field."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, write

from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.settings.page import SettingsPage
from kartoteka.ui.widgets.card_frame import CardFrame


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    window.show_page("settings")
    settle(qtbot, window)
    shown = window.open_page
    assert isinstance(shown, SettingsPage)
    return shown


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.desk.is_idle, timeout=PATIENCE)


def enter(qtbot: QtBot, page: SettingsPage, key: str, text: str) -> None:
    field = page.row(key).control
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    write(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def stored(qtbot: QtBot, window: MainWindow, read: Any) -> Any:
    seen: list[Any] = []
    window.desk.ask(lambda shop: read(shop.settings), seen.append)
    settle(qtbot, window)
    return seen[0]


def test_a_setting_is_kept_as_soon_as_it_is_entered(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    enter(qtbot, page, "shop.phone", "02 987 65 43")
    settle(qtbot, window)

    assert stored(qtbot, window, lambda settings: settings.shop.phone) == "02 987 65 43"
    assert window.notices.last_undo is not None


def test_a_mistyped_number_is_refused_beside_its_field_and_stays_typed(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    enter(qtbot, page, "shop.tax_id", "123456789")
    qtbot.waitUntil(lambda: bool(page.row("shop.tax_id").note), timeout=PATIENCE)

    assert "shop.tax_id" not in page.row("shop.tax_id").note
    assert page.row("shop.tax_id").control.value() == "123456789"
    assert stored(qtbot, window, lambda settings: settings.shop.tax_id) == ""
    assert window.notices.texts == []


def test_a_right_number_clears_the_warning(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    enter(qtbot, page, "shop.tax_id", "123456789")
    qtbot.waitUntil(lambda: bool(page.row("shop.tax_id").note), timeout=PATIENCE)
    enter(qtbot, page, "shop.tax_id", "121817309")
    qtbot.waitUntil(lambda: not page.row("shop.tax_id").note, timeout=PATIENCE)

    assert stored(qtbot, window, lambda settings: settings.shop.tax_id) == "121817309"


def test_only_the_numbers_of_the_country_are_asked_for(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    def visible() -> set[str]:
        return {row.field.key for row in page.rows if not row.isHidden()}

    assert {"shop.iban", "shop.vat_id"} <= visible()
    assert "shop.kpp" not in visible()

    page.row("shop.country").enter("ru")
    qtbot.waitUntil(lambda: "shop.kpp" in visible(), timeout=PATIENCE)

    assert "shop.iban" not in visible()


def test_the_self_employed_of_russia_are_reminded_of_their_app(page: SettingsPage) -> None:
    hints = {
        label.text()
        for row in page.rows
        if row.field.key == "shop.tax_id" and row.field.is_for("ru")
        for label in row.findChildren(QLabel)
    }
    assert any("“Мой налог”" in hint for hint in hints)


def test_factors_of_rhythm_must_grow(qtbot: QtBot, window: MainWindow, page: SettingsPage) -> None:
    enter(qtbot, page, "rhythm.quiet_after", "1")

    qtbot.waitUntil(lambda: bool(page.row("rhythm.quiet_after").note), timeout=PATIENCE)
    assert stored(qtbot, window, lambda settings: settings.rhythm.quiet_after) == 3.0


def test_the_window_changes_its_language_at_once(window: MainWindow, page: SettingsPage) -> None:
    page.language.enter("ru")

    assert window.speech.language == "ru"
    assert page.language.control.value() == "ru"


def test_a_backup_is_made_and_listed(qtbot: QtBot, window: MainWindow, page: SettingsPage) -> None:
    page.backups.now.click()

    qtbot.waitUntil(lambda: bool(page.backups.copies), timeout=PATIENCE)
    path, _ = page.backups.copies[0]
    assert path.exists()
    assert window.notices.texts


def test_each_section_is_called_as_the_head_of_its_card(page: SettingsPage) -> None:
    heads = [
        label.text()
        for card in page.findChildren(CardFrame)
        for label in card.findChildren(QLabel)
        if label.property("look") == "head"
    ]

    assert len(page.sections.buttons) == 11
    assert sorted(each.text() for each in page.sections.buttons) == sorted(heads)


def test_a_section_is_brought_into_sight_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    rhythm = page.row("rhythm.kind").control
    button = next(each for each in page.sections.buttons if each.text() == "Rhythm")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not rhythm.visibleRegion().isEmpty()
    assert window.focusWidget() is not button
