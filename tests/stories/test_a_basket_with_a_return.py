"""A scanned basket from hello to paper without the mouse, and a part of it back the next hour."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Clock, write
from tests.ui.opening import Opener, settle
from tests.ui.till.conftest import COFFEE, FILTERS, furnish, sale_page

from kartoteka.domain.sales import PaymentKind, Sale
from kartoteka.shop import closing, sales
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.sales.sale_dialog import SaleDialog
from kartoteka.ui.widgets.line_dialog import LineDialog


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or window, key)
        settle(qtbot, window)


def scan(window: MainWindow, qtbot: QtBot, code: str) -> None:
    """Fast keys and Enter into whatever has the focus."""
    clock = window.scanner._clock
    assert isinstance(clock, Clock)
    clock.step = 0.005
    target: QWidget = QApplication.focusWidget() or window
    write(target, code)
    qtbot.keyClick(target, Qt.Key.Key_Return)
    clock.step = 0.2
    settle(qtbot, window)


def test_a_seller_serves_a_client_by_keys_and_takes_a_part_back(
    open_filled: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(
        "kartoteka.ui.papers.preview.PreviewDialog.open", lambda shown: printed.append(shown._pdf)
    )
    window = open_filled(furnish)

    press(window, qtbot, Qt.Key.Key_F2)
    page = sale_page(window)
    scan(window, qtbot, "1043")
    scan(window, qtbot, COFFEE)
    scan(window, qtbot, FILTERS)
    press(window, qtbot, Qt.Key.Key_Plus)
    press(window, qtbot, Qt.Key.Key_F7)
    write(page.pay.cash, "20")
    press(window, qtbot, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bool(printed), timeout=10_000)
    assert printed[0].startswith(b"%PDF")
    assert page.state.shows_change

    press(window, qtbot, Qt.Key.Key_F9)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LineDialog)
    write(asked.field, "4")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaleDialog)
    dialog.fields[2].setText("1")
    dialog.take_back()
    settle(qtbot, window)

    answers: list[object] = []
    window.desk.ask(lambda shop: sales.sale(shop, "4"), answers.append)
    window.desk.ask(closing.day_report, answers.append)
    settle(qtbot, window)
    sold, report = answers
    assert isinstance(sold, Sale)
    assert sold.client == 1
    assert sold.total.minor == 950 + 2 * 420
    assert [payment.kind for payment in sold.payments] == [PaymentKind.CASH]
    assert sold.returned_quantities == {2: Decimal(1)}
    assert report.turnover.minor == 950 + 420  # type: ignore[attr-defined]
    assert report.expected.minor == 950 + 420  # type: ignore[attr-defined]
