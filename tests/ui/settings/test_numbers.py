"""The owner sees the runs of paper numbers and lets them go on elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, OpenWindow
from tests.ui.looking import Looker
from tests.ui.opening import settle

from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.settings.numbers import NumbersDialog
from kartoteka.ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    window.show_page("settings")
    shown = window.open_page
    assert isinstance(shown, SettingsPage)
    qtbot.waitUntil(lambda: "invoice" in shown.numbers.buttons, timeout=PATIENCE)
    return shown


def known(qtbot: QtBot, window: MainWindow) -> dict[str, str]:
    def read(shop: Any) -> dict[str, str]:
        from kartoteka.shop import settings

        return settings.show(shop)

    seen: list[dict[str, str]] = []
    window.desk.ask(read, seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE)
    return seen[0]


def opened(qtbot: QtBot, page: SettingsPage, range_: str, **fields: str) -> NumbersDialog:
    dialog = page.numbers.open(range_)
    for name, text in fields.items():
        dialog.fields[name].clear()
        qtbot.keyClicks(dialog.fields[name], text)
    return dialog


def test_every_run_of_the_country_is_listed(page: SettingsPage) -> None:
    assert list(page.numbers.buttons) == ["receipt", "invoice", "proforma"]


def test_a_run_goes_on_where_the_owner_says(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    dialog = opened(qtbot, page, "invoice", next="0000001235", last="5000")
    assert "0000001235" in dialog.preview.text()
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        qtbot.keyClick(dialog.fields["next"], Qt.Key.Key_Return)
    values = known(qtbot, window)
    assert (values["invoice.next"], values["invoice.last"]) == ("1235", "5000")
    assert window.notices.last_undo is not None


def test_a_wrong_number_is_told_in_the_dialog_and_stays_typed(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    dialog = opened(qtbot, page, "proforma", next="20", last="19")
    dialog.finish()
    qtbot.waitUntil(lambda: not dialog.problem.isHidden(), timeout=PATIENCE)
    assert "20" in dialog.problem.text()
    assert dialog.fields["last"].text() == "19"
    assert known(qtbot, window)["proforma.next"] == "1"
    dialog.reject()


def test_a_refused_number_is_called_as_its_field(qtbot: QtBot, page: SettingsPage) -> None:
    dialog = opened(qtbot, page, "proforma", last="0")
    dialog.finish()
    qtbot.waitUntil(lambda: not dialog.problem.isHidden(), timeout=PATIENCE)
    assert "Last number" in dialog.problem.text()
    assert "proforma.last" not in dialog.problem.text()
    dialog.reject()


def test_only_what_is_free_to_choose_is_asked(page: SettingsPage) -> None:
    invoices, proformas = page.numbers.open("invoice"), page.numbers.open("proforma")
    assert list(invoices.fields) == ["next", "last"]
    assert list(proformas.fields) == ["next", "last", "prefix", "digits"]
    invoices.reject()
    proformas.reject()


def test_a_used_up_range_leads_to_the_numbers(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    window.show_page("settings", setting="shop.numbers")
    qtbot.waitUntil(lambda: page.numbers.buttons["receipt"].hasFocus(), timeout=PATIENCE)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_the_cards_and_dialogs_are_drawn_whole(
    qtbot: QtBot, open_on: OpenWindow, book_of_three: Path, tmp_path: Path, language: str, look: str
) -> None:
    window = open_on(book_of_three, language=language, mode=look)
    Image.new("RGB", (600, 200), "#0B6E69").save(tmp_path / "logo.png")
    window.show_page("settings", setting="shop.numbers")
    settle(qtbot, window)
    page = window.open_page
    assert isinstance(page, SettingsPage)
    page.logo.take(str(tmp_path / "logo.png"))
    qtbot.waitUntil(lambda: not page.logo.picture.isHidden(), timeout=PATIENCE)
    page.logo._tell("no picture " * 12)
    looker = Looker(qtbot, window, f"{language}_{look}")
    looker.draw("settings_numbers")
    for range_ in ("invoice", "proforma"):
        dialog = page.numbers.open(range_)
        dialog.fields["last"].setText("0")
        dialog.finish()
        qtbot.waitUntil(lambda shown=dialog: not shown.problem.isHidden(), timeout=PATIENCE)
        looker.draw(f"numbers_{range_}", dialog)
        dialog.reject()
    assert looker.faults == []
