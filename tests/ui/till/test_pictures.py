"""Draws the till in its states, three languages, light and dark, and looks at the pictures."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.clipping import cut_texts, nameless, overlapping
from tests.ui.conftest import write
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, Till

from kartoteka.domain.catalogue import Item
from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind
from kartoteka.ui.catalogue.editor import ItemDialog
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.theme import TINY
from kartoteka.ui.till.dialogs import DebtDialog
from kartoteka.ui.till.page import TillPage
from kartoteka.ui.till.presenter import Column
from kartoteka.ui.widgets.cells import PAD

SCREENS = Path(__file__).resolve().parents[3] / "build" / "screens"
SIZES = {"1366x768": (1366, 768), "150": (911, 512)}
Open = Callable[..., Till]
LONG = "Handmade necklace of amber and silver with a clasp of forty small leaves"


def faults(shown: QWidget, picture: str) -> list[str]:
    """Keep the picture, and tell what an eye would find."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    shown.grab().save(str(SCREENS / f"{picture}.png"))
    found = [*cut_texts(shown), *overlapping(shown), *nameless(shown)]
    return [f"{picture}: {text}" for text in found]


def too_wide(page: TillPage, end: str) -> list[str]:
    """The right column scrolls down and never sideways."""
    area = page.side.area
    content = area.widget()
    beyond = 0 if content is None else content.width() - area.viewport().width()
    return [f"sale_{end}: {beyond} pixels of the right column are hidden"] if beyond > 0 else []


def elided(page: TillPage, end: str) -> list[str]:
    """Every sum of the basket is seen whole."""
    found = []
    for line in page.table.lines.lines:
        for column in (Column.PRICE, Column.TOTAL):
            text = page.table.lines.text(line, column)
            room = page.table.columnWidth(column) - 2 * PAD
            bold = column is Column.TOTAL
            if page.around.theme.advance(text, TINY, bold=bold) > room:
                found.append(f"sale_{end}: {text} is cut")
    return found


def fill(window: MainWindow, page: TillPage, qtbot: QtBot) -> None:
    """A client, four lines, discounts, a warning, a note and cash."""
    page.take_client(1)
    for code in (COFFEE, COFFEE, FILTERS):
        page.take_scan(code)
    settle(qtbot, window)
    page.add(Item(name=LONG, price=Money(1_234_567_890, "EUR")), Decimal("0.125"))
    page.attempt(lambda presenter: presenter.write(1, Column.DISCOUNT, "10%"))
    page.attempt(lambda presenter: presenter.discount_sale("5%"))
    page.attempt(lambda presenter: presenter.set_details(None, "gift, wrap it"))
    settle(qtbot, window)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_the_till_is_drawn_whole(till: Open, qtbot: QtBot, language: str, look: str) -> None:
    window, page = till(language=language)
    window.theme.set_mode("dark" if look == "dark" else "light")
    fill(window, page, qtbot)
    found: list[str] = []
    for name, size in SIZES.items():
        window.resize(*size)
        settle(qtbot, window)
        QApplication.processEvents()
        end = f"{language}_{look}_{name}"
        found += too_wide(page, end) + elided(page, end)
        page.pay.ways[PaymentKind.CASH].click()
        page.pay.quick[1].click()
        found += faults(window, f"sale-cash_{end}")
        page.pay.mixed.click()
        QApplication.processEvents()
        found += faults(window, f"sale-mixed_{end}")
        page.field.setFocus()
        write(page.field.input, "r")
        settle(qtbot, window)
        window.grab().save(str(SCREENS / f"sale-drop_{end}.png"))
        page.field.leave()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_an_empty_till_is_calm(till: Open, qtbot: QtBot, language: str) -> None:
    window, page = till(language=language)
    found: list[str] = []
    for name, size in SIZES.items():
        window.resize(*size)
        settle(qtbot, window)
        QApplication.processEvents()
        found += faults(window, f"sale-empty_{language}_{name}")
        found += too_wide(page, f"{language}_{name}")
    assert not found, "\n".join(found)
    assert not page.pay._rule.isVisible()
    assert page.field.y() - page.table.geometry().bottom() < 20


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_dialogs_of_the_till_are_drawn_whole(till: Open, qtbot: QtBot, language: str) -> None:
    window, page = till(language=language)
    found: list[str] = []
    for name, dialog in (
        ("debt", DebtDialog(page.around, page, 1, "Ivan Petrov", Money(1234, "EUR"))),
        ("item", ItemDialog(page.around, page, Item(name="Tea", barcodes=("4006381333932",)))),
    ):
        dialog.open()
        settle(qtbot, window)
        QApplication.processEvents()
        found += faults(dialog, f"sale-{name}_{language}")
        dialog.close()
    page.deeds.ask_return()
    settle(qtbot, window)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    QApplication.processEvents()
    found += faults(asked, f"sale-return_{language}")
    assert not found, "\n".join(found)
