"""The Catalogue page and the editor of an item."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, Till

from kartoteka.domain.catalogue import Bond, Item
from kartoteka.shop import catalogue
from kartoteka.ui.catalogue.editor import ItemDialog
from kartoteka.ui.catalogue.page import CataloguePage
from kartoteka.ui.main_window import MainWindow

Open = Callable[..., Till]


def catalogue_page(window: MainWindow, qtbot: QtBot) -> CataloguePage:
    window.show_page("catalogue")
    settle(qtbot, window)
    page = window.page("catalogue")
    assert isinstance(page, CataloguePage)
    return page


def editor() -> ItemDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ItemDialog)
    return dialog


def item(window: MainWindow, qtbot: QtBot, code: str) -> Item | None:
    found: list[Item | None] = []
    window.desk.ask(lambda shop: catalogue.by_code(shop, code), found.append)
    settle(qtbot, window)
    return found[0]


def test_a_search_finds_items_by_name_and_code(till: Open, qtbot: QtBot) -> None:
    window, _ = till()
    page = catalogue_page(window, qtbot)
    assert len(page.table.lazy.ids()) == 3
    page.search.setText("filters")
    settle(qtbot, window)
    assert len(page.table.lazy.ids()) == 1
    page.take_scan(COFFEE)
    settle(qtbot, window)
    assert list(page.table.lazy.ids()) == [2]


def test_a_new_item_is_typed_and_saved(till: Open, qtbot: QtBot) -> None:
    window, _ = till()
    page = catalogue_page(window, qtbot)
    page.edit(None)
    settle(qtbot, window)
    dialog = editor()
    dialog.fields["name"].setText("Mug")
    dialog.fields["price"].setText("7,50")
    dialog.care.setPlainText("Wash by hand.\nDry at once.")
    dialog.take_scan("4006381333932")
    assert dialog.doubt.isVisible()
    dialog.goes_with.field.chosen.emit(catalogue_line(window, qtbot), 1)
    dialog.save()
    settle(qtbot, window)
    kept = item(window, qtbot, "4006381333932")
    assert kept is not None
    assert kept.price is not None
    assert kept.price.minor == 750
    assert kept.care == "Wash by hand.\nDry at once."
    assert [bond.bond for bond in kept.goes_with] == [Bond.ACCESSORY]


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_the_editor_is_as_wide_as_its_fields(till: Open, qtbot: QtBot, language: str) -> None:
    window, _ = till(language=language, size=(911, 512))
    page = catalogue_page(window, qtbot)
    page.edit(2)
    settle(qtbot, window)
    dialog = editor()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert dialog.goes_with.bonds
    assert area.horizontalScrollBar().maximum() == 0
    assert dialog.height() <= window.height()
    dialog.close()


def catalogue_line(window: MainWindow, qtbot: QtBot) -> object:
    found: list[object] = []
    window.desk.ask(lambda shop: catalogue.lines(shop, [1])[0], found.append)
    settle(qtbot, window)
    return found[0]


def test_a_wrong_price_stands_under_the_fields_and_nothing_is_lost(
    till: Open, qtbot: QtBot
) -> None:
    window, _ = till()
    catalogue_page(window, qtbot).edit(2)
    settle(qtbot, window)
    dialog = editor()
    dialog.fields["price"].setText("a lot")
    dialog.save()
    assert dialog.problem.isVisible()
    assert dialog.fields["price"].property("wrong") is True
    dialog.fields["price"].setText("9.90")
    dialog.save()
    settle(qtbot, window)
    kept = item(window, qtbot, COFFEE)
    assert kept is not None
    assert kept.price is not None
    assert kept.price.minor == 990
    assert kept.goes_with


def test_a_deleted_item_comes_back_by_undo(till: Open, qtbot: QtBot) -> None:
    window, _ = till()
    page = catalogue_page(window, qtbot)
    page.table.setFocus()
    page.delete()
    settle(qtbot, window)
    assert len(page.table.lazy.ids()) == 2
    window.undo_last()
    settle(qtbot, window)
    assert len(page.table.lazy.ids()) == 3
