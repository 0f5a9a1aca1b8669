"""Issued papers in the window: found, shown, printed, kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.ui.looking import Looker
from tests.ui.opening import Opener, settle
from tests.ui.selling import TODAY, add_client, sell, silent

from kartoteka.domain.printing import Part
from kartoteka.shop import Shop, papers, sales, settings
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.papers import printing
from kartoteka.ui.papers.page import PapersPage
from kartoteka.ui.papers.placing import Sides
from kartoteka.ui.papers.print_dialog import PrintDialog
from kartoteka.ui.papers.turn_dialog import TurnDialog

Issued = dict[str, int]


def page_of(window: MainWindow, qtbot: QtBot, **wish: object) -> PapersPage:
    window.show_page("papers", **wish)
    settle(qtbot, window)
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    return page


@pytest.fixture
def known() -> Issued:
    return {}


@pytest.fixture
def window(open_filled: Opener, known: Issued) -> MainWindow:
    """Two receipts were issued, for Ана and Борис; a third sale has none yet."""

    def fill(shop: Shop) -> None:
        settings.change_settings(shop, {"shop.phone": "0888 123 456"})
        clients = silent(shop)
        for name, client in zip(("Ана", "Борис"), clients, strict=False):
            sale = sales.purchases(shop, client)[0].id
            known[name] = papers.issue_receipt(shop, sale).value.id
        known["client"] = add_client(shop, "Цветелина")
        known["sale"] = sell(shop, known["client"], TODAY, "48.00").id

    return open_filled(fill)


def choose_pdf_printer(
    monkeypatch: pytest.MonkeyPatch, target: Path, part: Part = Part.BOTH
) -> None:
    """Somebody presses Print in the dialog, on a printer that writes a file."""

    def opened(dialog: PrintDialog) -> None:
        printer = printing.prepared_printer(dialog._document, "paper")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(100)
        printer.setOutputFileName(str(target))
        dialog.chosen.emit(printer, part)

    monkeypatch.setattr(PrintDialog, "open", opened)


def test_a_shop_without_papers_is_told_how_they_come(open_filled: Opener, qtbot: QtBot) -> None:
    page = page_of(open_filled(), qtbot)
    assert page._whole.currentIndex() == 1
    assert page.buttons() == []
    assert not page.print_page()


def test_the_newest_paper_is_shown_front_and_back(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    assert page.table.model().rowCount() == 2
    assert page.pane.pages.pages == 2
    assert "Борис" in page.pane.pages.text()
    assert page._print.text() == "Print"


def test_a_receipt_is_issued_from_its_sale(window: MainWindow, qtbot: QtBot, known: Issued) -> None:
    page = page_of(window, qtbot, sale=known["sale"])
    assert page.table.model().rowCount() == 3
    assert "Цветелина" in page.pane.pages.text()
    assert page._print.text() == "Print"
    page_of(window, qtbot, sale=known["sale"])
    assert page.table.model().rowCount() == 3


def test_papers_are_found_by_number_and_by_client(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page._search.setText("ана")
    settle(qtbot, window)
    assert page.table.model().rowCount() == 1
    assert "Ана" in page.pane.pages.text()
    number = str(page._paper.number) if page._paper else ""
    page._search.setText(f"№ {number}")
    settle(qtbot, window)
    assert page.table.model().rowCount() == 1
    page._search.setText("nobody")
    settle(qtbot, window)
    assert page._found.currentIndex() == 1
    assert page.go_back()
    settle(qtbot, window)
    assert page.table.model().rowCount() == 2
    assert not page.go_back()


def test_the_arrows_leaf_through_the_papers(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.table.setCurrentIndex(page.table.lazy.index(1, 0))
    settle(qtbot, window)
    assert "Ана" in page.pane.pages.text()


def test_another_size_of_paper_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    before = page.pane.pages.document.pagePointSize(0)
    page.pane.sizes["a4"].click()
    settle(qtbot, window)
    assert page.pane.pages.document.pagePointSize(0).width() > before.width()


def test_the_first_print_is_the_original_and_the_next_a_counted_copy(
    window: MainWindow,
    qtbot: QtBot,
    known: Issued,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose_pdf_printer(monkeypatch, tmp_path / "printed.pdf")
    page = page_of(window, qtbot, sale=known["sale"])
    assert page.print_page()
    settle(qtbot, window)
    assert window.notices.texts[-1] == "Sent to the printer."
    assert page._print.text() == "Print a copy"
    assert page._paper is not None
    assert page._paper.copies == 0
    page.print_page()
    settle(qtbot, window)
    seen: list[papers.IssuedPaper] = []
    paper = page._paper.id
    window.desk.ask(lambda shop: papers.paper(shop, paper), seen.append)
    settle(qtbot, window)
    assert seen[0].copies == 1


def copies_of(window: MainWindow, qtbot: QtBot, paper: int) -> tuple[bool, int]:
    """Whether it was printed, and how many copies of it."""
    seen: list[papers.IssuedPaper] = []
    window.desk.ask(lambda shop: papers.paper(shop, paper), seen.append)
    settle(qtbot, window)
    return seen[0].printed, seen[0].copies


def test_a_cancelled_dialog_prints_and_counts_nothing(
    window: MainWindow, qtbot: QtBot, known: Issued
) -> None:
    page = page_of(window, qtbot, paper=known["Ана"])
    page.print_page()
    settle(qtbot, window)
    page.findChildren(PrintDialog)[-1].reject()
    settle(qtbot, window)
    assert copies_of(window, qtbot, known["Ана"]) == (False, 0)
    assert window.notices.texts == []


def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[int | None, ...], bool]]:
    """What the printer was given: the pages of each pass, and whether it turned no sheet."""
    passes: list[tuple[tuple[int | None, ...], bool]] = []

    def draw(
        _pdf: bytes, _printer: QPrinter, pages: tuple[int | None, ...], *, one_side: bool
    ) -> None:
        passes.append((pages, one_side))

    monkeypatch.setattr(printing, "draw", draw)
    return passes


def test_a_printer_without_duplex_asks_to_turn_the_sheet(
    window: MainWindow,
    qtbot: QtBot,
    known: Issued,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose_pdf_printer(monkeypatch, tmp_path / "printed.pdf")
    monkeypatch.setattr(printing, "turns_by_itself", lambda _: False)
    printed = drawn(monkeypatch)
    page = page_of(window, qtbot, sale=known["sale"])
    page.print_page()
    settle(qtbot, window)
    assert printed == [((0,), True)]
    dialog = page.findChild(TurnDialog)
    assert dialog is not None
    dialog.accept()
    settle(qtbot, window)
    assert printed == [((0,), True), ((1,), True)]


@pytest.mark.parametrize(
    ("part", "passes", "counted"),
    [
        (Part.BOTH, [((0, 1), False)], True),
        (Part.BY_HAND, [((0,), True)], True),
        (Part.FRONTS, [((0,), True)], True),
        (Part.BACKS, [((1,), True)], False),
    ],
)
def test_fronts_and_backs_may_be_printed_alone(
    window: MainWindow,
    qtbot: QtBot,
    known: Issued,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    part: Part,
    passes: list[object],
    counted: bool,
) -> None:
    choose_pdf_printer(monkeypatch, tmp_path / "printed.pdf", part)
    printed = drawn(monkeypatch)
    page = page_of(window, qtbot, paper=known["Ана"])
    page.print_page()
    settle(qtbot, window)
    assert printed == passes
    assert (page.findChild(TurnDialog) is not None) == (part is Part.BY_HAND)
    assert copies_of(window, qtbot, known["Ана"]) == (counted, 0)


def test_the_dialog_chooses_printer_and_sides_by_keys(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["Canon", "Kyocera"])
    window.around.counter.change("print.printer", "Kyocera")
    window.around.counter.change("print.sides", "fronts")
    page = page_of(window, qtbot)
    page.print_page()
    dialog = page.findChildren(PrintDialog)[-1]
    assert (dialog.printers.currentText(), dialog.part) == ("Kyocera", Part.FRONTS)
    chosen: list[tuple[object, Part]] = []
    dialog.chosen.disconnect()
    dialog.chosen.connect(lambda printer, part: chosen.append((printer, part)))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen == [("Kyocera", Part.FRONTS)]


def test_a_computer_without_a_printer_is_told_to_keep_the_pdf(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", list)
    page = page_of(window, qtbot)
    page.print_page()
    dialog = page.findChildren(PrintDialog)[-1]
    assert dialog.problem.isVisible()
    assert not dialog.go.isEnabled()
    dialog.print()
    assert dialog.isVisible()


def test_a_printer_that_takes_nothing_is_told_and_the_paper_stays_an_original(
    window: MainWindow,
    qtbot: QtBot,
    known: Issued,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    choose_pdf_printer(monkeypatch, tmp_path / "missing" / "printed.pdf")
    page = page_of(window, qtbot, sale=known["sale"])
    page.print_page()
    settle(qtbot, window)
    assert "did not accept the document" in window.notices.texts[-1]
    assert page._print.text() == "Print"


def test_a_paper_is_kept_as_a_pdf_in_the_folder_of_its_year(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window, qtbot)
    page.save()
    settle(qtbot, window)
    assert "2026" in window.notices.texts[-1]
    assert "receipt-" in window.notices.texts[-1]


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_state_of_a_paper_is_drawn_whole(
    open_filled: Opener, qtbot: QtBot, language: str
) -> None:
    def fill(shop: Shop) -> None:
        client = add_client(shop, "Александрина-Константина Хаджиконстантинова")
        papers.issue_receipt(shop, sell(shop, client, TODAY, "1234567.00").id)

    window = open_filled(fill, language=language)
    looker = Looker(qtbot, window, language)
    page = page_of(window, qtbot)
    looker.draw("papers_one")
    page.pane.sizes["a4"].click()
    looker.draw("papers_a4")
    page._search.setText("nobody")
    looker.draw("papers_none_found")
    for edge in (Sides.LONG_EDGE, Sides.SHORT_EDGE):
        dialog = TurnDialog(window.around, page, edge, sheets=3)
        dialog.show()
        looker.draw(f"papers_turn_{edge.value.partition(' ')[0]}", dialog)
        dialog.close()
    page._search.clear()
    settle(qtbot, window)
    page.print_page()
    looker.draw("papers_print", page.findChildren(PrintDialog)[-1])
    page.findChildren(PrintDialog)[-1].reject()
    assert looker.faults == []
