"""From F12 to paper: each way of a counter, the drawer, and printers that fail."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.opening import settle
from tests.ui.till.conftest import COFFEE, FILTERS, Till, figures

from kartoteka.domain.sales import PaymentKind
from kartoteka.shop import Shop, papers, sales, strips
from kartoteka.store import journal
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers import printing
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.papers.print_dialog import PrintDialog
from kartoteka.ui.papers.turn_dialog import TurnDialog
from kartoteka.ui.sales.sale_dialog import SaleDialog
from kartoteka.ui.till.dialogs import DebtDialog
from kartoteka.ui.till.page import TillPage

Open = Callable[..., Till]
KICK, RASTER, CUT = b"\x1bp\x00", b"\x1dv0\x00", b"\x1dV\x00"


@dataclass
class Roll:
    """A strip printer on this machine: what each connection sent."""

    server: socket.socket
    jobs: list[bytes] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"network:127.0.0.1:{self.server.getsockname()[1]}"

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            got = bytearray()
            with connection:
                while data := connection.recv(65536):
                    got.extend(data)
                    if data.startswith(b"\x10\x04"):
                        connection.sendall(b"\x12")
            self.jobs.append(bytes(got))


@pytest.fixture
def roll() -> Iterator[Roll]:
    printer = Roll(socket.create_server(("127.0.0.1", 0)))
    thread = threading.Thread(target=printer.serve)
    thread.start()
    yield printer
    printer.server.shutdown(socket.SHUT_RDWR)
    printer.server.close()
    thread.join(10)


def set_ways(window: MainWindow, **ways: str) -> None:
    for name, value in ways.items():
        window.around.counter.change(f"print.{name}", value)


def sell(window: MainWindow, page: TillPage, qtbot: QtBot, code: str = COFFEE) -> None:
    """Scan one item and press F12 twice, as an impatient finger does."""
    page.take_scan(code)
    settle(qtbot, window)
    page.field.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.field.input, Qt.Key.Key_F12)
    settle(qtbot, window)


def receipts(window: MainWindow, qtbot: QtBot) -> list[papers.IssuedPaper]:
    found: list[list[papers.IssuedPaper]] = []
    window.desk.ask(papers.papers, found.append)
    settle(qtbot, window)
    return found[0]


def enter(qtbot: QtBot) -> None:
    """Press Enter in the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def press(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Press the button of a message."""
    buttons = [b for b in window.findChildren(QPushButton, "toastAction") if b.text() == words]
    qtbot.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    settle(qtbot, window)


@pytest.fixture
def pdf_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The system's only printer, which writes a file."""
    target = tmp_path / "printed.pdf"
    real = printing.prepared_printer

    def prepared(document: printing.Document, title: str, name: str = "") -> QPrinter:
        printer = real(document, title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(100)
        printer.setOutputFileName(str(target))
        return printer

    monkeypatch.setattr(printing, "printer_names", lambda: ["Canon"])
    monkeypatch.setattr(printing, "prepared_printer", prepared)
    return target


def test_a_receipt_is_shown_first_and_printed_by_its_key(
    till: Open, qtbot: QtBot, pdf_printer: Path
) -> None:
    window, page = till()
    sell(window, page, qtbot)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    assert "COPY" not in shown.pages.text()
    enter(qtbot)
    assert isinstance(QApplication.activeModalWidget(), PrintDialog)
    enter(qtbot)
    settle(qtbot, window)
    assert pdf_printer.exists()
    assert QApplication.activeModalWidget() is None
    (paper,) = receipts(window, qtbot)
    assert (paper.printed, paper.copies) == (True, 0)


def test_a_receipt_is_printed_at_once_and_once(till: Open, qtbot: QtBot, pdf_printer: Path) -> None:
    window, page = till()
    set_ways(window, after_sale="printer", printer="Canon")
    sell(window, page, qtbot)
    printed = pypdfium2.PdfDocument(pdf_printer)
    assert len(printed) == 2
    printed.close()
    (paper,) = receipts(window, qtbot)
    assert (paper.printed, paper.copies) == (True, 0)
    assert window.notices.texts[-1] == "Sent to the printer."
    assert page.field.input.hasFocus()


def test_sheets_turned_by_hand_ask_to_turn_the_stack(
    till: Open, qtbot: QtBot, pdf_printer: Path
) -> None:
    window, page = till()
    set_ways(window, after_sale="printer", sides="by hand")
    sell(window, page, qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TurnDialog)
    pdf_printer.unlink()
    enter(qtbot)
    settle(qtbot, window)
    assert pdf_printer.exists()


def test_a_printer_that_is_not_there_any_more_costs_no_sale(
    till: Open, qtbot: QtBot, pdf_printer: Path
) -> None:
    window, page = till()
    set_ways(window, after_sale="printer", printer="Epson")
    sell(window, page, qtbot)
    assert "“Epson”" in window.notices.texts[-1]
    (paper,) = receipts(window, qtbot)
    assert not paper.printed
    set_ways(window, printer="")
    page.deeds.afterwards.receipt(paper.sale or 0)
    settle(qtbot, window)
    assert pdf_printer.exists()
    assert receipts(window, qtbot)[0].printed


def test_a_strip_is_printed_and_the_next_one_is_a_copy(
    till: Open, qtbot: QtBot, roll: Roll
) -> None:
    window, page = till()
    set_ways(window, after_sale="strip", strip=roll.address, strip_width="58")
    sell(window, page, qtbot)
    assert len(roll.jobs) == 1
    assert RASTER in roll.jobs[0]
    assert roll.jobs[0].endswith(CUT)
    (paper,) = receipts(window, qtbot)
    assert (paper.printed, paper.copies) == (True, 0)
    page.deeds.afterwards.receipt(paper.sale or 0)
    settle(qtbot, window)
    assert len(roll.jobs) == 2
    assert roll.jobs[0] != roll.jobs[1]
    assert receipts(window, qtbot)[0].copies == 1
    assert page.field.input.hasFocus()


def test_a_strip_printer_that_is_gone_costs_no_sale_and_prints_the_original_later(
    till: Open, qtbot: QtBot, roll: Roll, tmp_path: Path
) -> None:
    window, page = till()
    set_ways(window, after_sale="strip", strip=f"file:{tmp_path / 'missing' / 'lp0'}")
    sell(window, page, qtbot)
    assert "does not answer" in window.notices.texts[-1]
    (paper,) = receipts(window, qtbot)
    assert not paper.printed
    set_ways(window, strip=roll.address)
    press(window, qtbot, "Print again")
    assert len(roll.jobs) == 1
    assert receipts(window, qtbot)[0].printed


def test_a_counter_without_a_strip_printer_is_led_to_the_setting(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    set_ways(window, after_sale="strip")
    sell(window, page, qtbot)
    assert "no receipt printer" in window.notices.texts[-1]
    press(window, qtbot, "Settings")
    assert window.open_name == "settings"
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget().accessibleName() == "Receipt printer"


def test_a_counter_that_prints_nothing_offers_to(till: Open, qtbot: QtBot) -> None:
    window, page = till()
    set_ways(window, after_sale="nothing")
    sell(window, page, qtbot)
    assert receipts(window, qtbot) == []
    press(window, qtbot, "Print")
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    shown.reject()


@pytest.mark.parametrize(
    ("way", "drawer", "opens"),
    [
        (PaymentKind.CASH, "yes", True),
        (PaymentKind.CASH, "no", False),
        (PaymentKind.CARD, "yes", False),
    ],
)
def test_cash_opens_the_drawer_if_the_counter_is_set_so(
    till: Open, qtbot: QtBot, roll: Roll, way: PaymentKind, drawer: str, opens: bool
) -> None:
    window, page = till()
    set_ways(window, after_sale="strip", strip=roll.address, drawer=drawer)
    page.take_scan(COFFEE)
    settle(qtbot, window)
    page.pay.ways[way].click()
    page.deeds.finish()
    settle(qtbot, window)
    assert [KICK in job for job in roll.jobs] == ([True, False] if opens else [False])


def test_money_given_back_and_debts_open_the_drawer_too(
    till: Open, qtbot: QtBot, roll: Roll
) -> None:
    window, page = till()
    set_ways(window, strip=roll.address, drawer="yes")
    SaleDialog.begin(page.around, page, 3)
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaleDialog)
    dialog.fields[1].setText("1")
    dialog.take_back()
    settle(qtbot, window)
    assert len(roll.jobs) == 1
    page.take_client(1)
    page.take_scan(COFFEE)
    settle(qtbot, window)
    page.pay.ways[PaymentKind.ACCOUNT].click()
    page.deeds.finish(paper=False)
    settle(qtbot, window)
    assert len(roll.jobs) == 1
    window.sell(1)
    settle(qtbot, window)
    page.deeds.pay_debt()
    debt = QApplication.activeModalWidget()
    assert isinstance(debt, DebtDialog)
    debt.finish()
    settle(qtbot, window)
    assert len(roll.jobs) == 2
    assert all(job.startswith(KICK) for job in roll.jobs)


def test_the_drawer_is_opened_by_a_key_and_the_journal_tells(
    till: Open, qtbot: QtBot, roll: Roll
) -> None:
    window, page = till()
    set_ways(window, strip=roll.address)
    page.field.setFocus()
    qtbot.keyClick(page.field.input, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert roll.jobs == [roll.jobs[0]]
    assert roll.jobs[0].startswith(KICK)

    def entries(shop: Shop) -> list[journal.Entry]:
        with shop.read() as session:
            return journal.newest(session, strips.OPEN_DRAWER)

    found: list[list[journal.Entry]] = []
    window.desk.ask(entries, found.append)
    settle(qtbot, window)
    assert len(found[0]) == 1


def test_a_printer_that_hangs_keeps_nobody_waiting(
    till: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = till()
    hangs = threading.Event()
    monkeypatch.setattr(strips, "send", lambda _strip, _address: hangs.wait(20))
    set_ways(window, after_sale="strip", strip="dummy")
    page.take_scan(COFFEE)
    settle(qtbot, window)
    page.deeds.finish()
    qtbot.waitUntil(lambda: page.presenter is not None and page.presenter.is_empty, timeout=9000)
    page.take_scan(FILTERS)
    qtbot.waitUntil(lambda: len(figures(page)) == 1, timeout=9000)
    qtbot.waitUntil(lambda: not window.around.counter.is_idle, timeout=9000)
    hangs.set()
    settle(qtbot, window)
    found: list[int] = []
    window.desk.ask(lambda shop: sales.sale(shop, "4").total.minor, found.append)
    settle(qtbot, window)
    assert found == [950]
    assert receipts(window, qtbot)[0].printed
