"""Files of others in the window: looked at, read in another way, imported, taken back."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import add_client

from kartoteka.shop import Shop, clients
from kartoteka.ui.imports.export_dialog import ExportDialog
from kartoteka.ui.imports.page import ImportsPage
from kartoteka.ui.main_window import MainWindow

DATA = Path(__file__).resolve().parents[2] / "data"
RUSSIAN = (
    "ФИО;Телефон;Дата рождения;Любит\r\n"
    "Кузнецова Ольга;8 (912) 345-67-89;05.03.1988;зелёный\r\n"
    "Малышев Сергей;9031112233;5 марта;\r\n"
    "Ли Анна;+7 916 700-10-20;32.13.1990;серебро\r\n"
)


@pytest.fixture
def window(open_filled: Opener) -> MainWindow:
    return open_filled()


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    """A list as a Russian Excel saves it; its third birthday cannot be."""
    path = tmp_path / "клиенты.csv"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    return path


def page_of(window: MainWindow, qtbot: QtBot, **wish: object) -> ImportsPage:
    window.show_page("imports", **wish)
    settle(qtbot, window)
    page = window.page("imports")
    assert isinstance(page, ImportsPage)
    return page


def names(window: MainWindow, qtbot: QtBot) -> list[str]:
    found: list[Sequence[str]] = []

    def read(shop: Shop) -> list[str]:
        ids = clients.find_ids(shop, clients.Filter())
        return [line.name for line in clients.lines(shop, ids)]

    window.desk.ask(read, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return list(found[0])


def fields(page: ImportsPage) -> list[str]:
    return [str(box.currentData()) for box in page.table.columns.boxes]


def choose(box: object, value: str) -> None:
    """Choose a value in a box as a person does."""
    at = box.findData(value)  # type: ignore[attr-defined]
    box.setCurrentIndex(at)  # type: ignore[attr-defined]
    box.activated.emit(at)  # type: ignore[attr-defined]


def test_a_list_from_excel_is_read_without_touching_a_column(
    window: MainWindow, qtbot: QtBot, russian: Path
) -> None:
    page = page_of(window, qtbot, path=russian)
    assert fields(page) == ["name", "phone", "birthday", "likes"]
    assert page.table.encoding.currentText() == "Windows-1251"
    assert page.table.delimiter.currentData() == ";"
    tabs = page.table.outcome.tabs
    assert [tabs.tabText(at) for at in (0, 2)] == ["Rows not imported", "Kept as notes  1"]
    tabs.setCurrentIndex(2)
    assert "32.13.1990" in page.table.outcome.table.model().index(0, 1).data()
    assert names(window, qtbot) == []

    page.bring_in()
    settle(qtbot, window)
    assert names(window, qtbot) == ["Ольга Кузнецова", "Анна Ли", "Сергей Малышев"]
    assert page.result.sentence.text() == "3 new cards were imported."
    assert "32.13.1990" in page.result.refused.text()
    assert not page.result.open_refused.isVisible()


def test_an_import_is_taken_back_by_one_button(
    window: MainWindow, qtbot: QtBot, russian: Path
) -> None:
    page = page_of(window, qtbot, path=russian)
    page.bring_in()
    settle(qtbot, window)
    page.result.undo.click()
    settle(qtbot, window)
    assert names(window, qtbot) == []
    assert "The import is undone." in window.notices.texts
    assert page.start.table.model().index(0, 0).data().endswith("undone")
    assert not page.start.take_back.isEnabled()


def test_ctrl_z_takes_an_import_back(window: MainWindow, qtbot: QtBot, russian: Path) -> None:
    page = page_of(window, qtbot, path=russian)
    page.bring_in()
    settle(qtbot, window)
    window.undo_last()
    settle(qtbot, window)
    assert names(window, qtbot) == []


def test_an_earlier_import_is_taken_back_later(
    window: MainWindow, qtbot: QtBot, russian: Path
) -> None:
    page = page_of(window, qtbot, path=russian)
    page.bring_in()
    settle(qtbot, window)
    page.close_file()
    settle(qtbot, window)
    assert page.start.take_back.isEnabled()
    page.start.take_back.click()
    settle(qtbot, window)
    assert names(window, qtbot) == []


def test_the_file_with_refused_rows_is_opened(
    window: MainWindow, qtbot: QtBot, russian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    russian.write_bytes(f"{RUSSIAN};;05.03.1990;\n".encode("cp1251"))
    page = page_of(window, qtbot, path=russian)
    page.bring_in()
    settle(qtbot, window)
    page.result.open_refused.click()
    assert "05.03.1990" in Path(opened[0]).read_text("utf-8-sig")


def test_a_column_is_read_as_something_else(
    window: MainWindow, qtbot: QtBot, russian: Path
) -> None:
    page = page_of(window, qtbot, path=russian)
    choose(page.table.columns.boxes[2], "notes")
    settle(qtbot, window)
    assert fields(page) == ["name", "phone", "notes", "likes"]
    page.bring_in()
    settle(qtbot, window)
    assert len(names(window, qtbot)) == 3


def test_other_letters_are_tried(window: MainWindow, qtbot: QtBot, russian: Path) -> None:
    page = page_of(window, qtbot, path=russian)
    choose(page.table.encoding, "koi8_r")
    settle(qtbot, window)
    assert page.presenter.look is not None
    assert page.presenter.look.columns[0].name != "ФИО"
    choose(page.table.encoding, "cp1251")
    settle(qtbot, window)
    assert fields(page)[0] == "name"


def test_letters_that_cannot_be_are_told_and_the_file_stays(
    window: MainWindow, qtbot: QtBot, russian: Path
) -> None:
    page = page_of(window, qtbot, path=russian)
    choose(page.table.encoding, "utf-8-sig")
    settle(qtbot, window)
    assert "cannot be read as" in window.notices.texts[-1]
    assert fields(page) == ["name", "phone", "birthday", "likes"]


def test_a_file_that_says_nothing_asks_what_its_columns_are(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "unknown.csv"
    path.write_text("one;two\nОльга;1\nСергей;2\n")
    page = page_of(window, qtbot, path=path)
    assert page.table._missing.isVisible()
    assert not page.table.go.isEnabled()
    choose(page.table.columns.boxes[0], "name")
    settle(qtbot, window)
    assert not page.table._missing.isVisible()
    assert page.table.go.isEnabled()


def test_purchases_are_told_by_their_columns_and_imported(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot, path=DATA / "cdnow_sample.csv")
    assert page.presenter.kind == "purchases"
    assert fields(page) == ["client", "date", "quantity", "amount"]
    page.bring_in()
    settle(qtbot, window)
    assert "purchases were imported" in page.result.sentence.text()


def test_amounts_from_before_the_euro_are_asked_about_and_leva_is_what_papers_were_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Клиент;Дата;Сума\nАна Колева;01.12.2025;19,56\n")
    page = page_of(window, qtbot, path=path)
    question = page.table.old_currency
    assert question.isVisible()
    assert question.buttons["BGN"].isChecked()
    assert page.presenter.old_currency == "BGN"
    question.buttons["EUR"].click()
    assert page.presenter.old_currency == "EUR"
    question.buttons["BGN"].click()
    page.bring_in()
    settle(qtbot, window)

    totals: list[str] = []

    def total(shop: Shop) -> str:
        return str(clients.card(shop, clients.find(shop, "Колева")[0]).total)

    window.desk.ask(total, totals.append)
    settle(qtbot, window)
    assert totals == ["10.00"]


def test_nothing_is_asked_about_amounts_that_are_all_of_this_year(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Клиент;Дата;Сума\nАна;01.02.2026;19,56\n")
    page = page_of(window, qtbot, path=path)
    assert not page.table.old_currency.isVisible()
    assert page.presenter.old_currency == ""


def test_a_wrong_file_is_told_and_another_can_be_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    page = page_of(window, qtbot, path=picture)
    assert "is not a table" in window.notices.texts[-1]
    assert page._stack.currentWidget() is page.start


def test_stopping_changes_nothing(window: MainWindow, qtbot: QtBot, russian: Path) -> None:
    page = page_of(window, qtbot, path=russian)
    gate = threading.Event()
    window.desk.ask(lambda _: gate.wait(), lambda _: None)
    page.bring_in()
    page.table.stop_wanted.emit()
    gate.set()
    settle(qtbot, window)
    assert names(window, qtbot) == []
    assert window.notices.texts == ["Stopped. Nothing was changed."]
    assert page._stack.currentWidget() is page.table


def test_esc_puts_the_file_away(window: MainWindow, qtbot: QtBot, russian: Path) -> None:
    page = page_of(window, qtbot, path=russian)
    assert page.go_back()
    assert page._stack.currentWidget() is page.start
    assert not page.go_back()


def test_a_file_is_dropped_onto_the_page(window: MainWindow, qtbot: QtBot, russian: Path) -> None:
    page = page_of(window, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(russian))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, no_keys)
    page.dragEnterEvent(over)
    assert over.isAccepted()
    page.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, no_keys))
    settle(qtbot, window)
    assert page._stack.currentWidget() is page.table


def test_rows_that_resemble_somebody_are_shown(
    open_filled: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_filled(lambda shop: add_client(shop, "Ана", "+359888123456"))
    path = tmp_path / "list.csv"
    path.write_text("име;телефон\nБорис;0888123456\n")
    page = page_of(window, qtbot, path=path)
    assert page.table.outcome.tabs.currentIndex() == 1
    assert "has the phone of Ана" in page.table.outcome.table.model().index(0, 1).data()


def test_everything_is_written_to_a_file(open_filled: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_filled(lambda shop: add_client(shop, "Ана", "+359888123456"))
    page = page_of(window, qtbot)
    dialog = ExportDialog(window.around, page)
    dialog.endings["vcf"].setChecked(True)
    dialog.kinds["purchases"].setChecked(True)
    assert not dialog.endings["vcf"].isEnabled()
    assert dialog.ending == "xlsx"
    dialog.kinds["clients"].setChecked(True)
    dialog.endings["csv"].setChecked(True)
    dialog.write(tmp_path / "out")
    settle(qtbot, window)
    assert "Ана" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert window.notices.texts == ["1 row saved to out.csv"]


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_state_of_an_import_is_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str, russian: Path, tmp_path: Path
) -> None:
    window = open_filled(lambda shop: add_client(shop, "Ана", "+79031112233"), language=language)
    looker = Looker(qtbot, window, language)
    page = page_of(window, qtbot, path=russian)
    looker.draw("imports_table")
    page.bring_in()
    settle(qtbot, window)
    looker.draw("imports_done")
    page.close_file()
    looker.draw("imports_earlier")
    till = tmp_path / "till.csv"
    till.write_text("Клиент;Дата;Сума\nАна;01.12.2025;19,56\n")
    page.open_file(till)
    settle(qtbot, window)
    looker.draw("imports_old_currency")
    unknown = tmp_path / "unknown.csv"
    unknown.write_text("a1;b2\n1;2\n")
    page.open_file(unknown)
    looker.draw("imports_unknown")
    dialog = ExportDialog(window.around, page)
    dialog.show()
    looker.draw("imports_export", dialog)
    dialog.close()
    assert looker.faults == []
