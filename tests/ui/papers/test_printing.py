"""What a printer is given: the true size, both sides, every page."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.ui.selling import silent

from kartoteka.domain.printing import PrinterNotInstalled, PrinterRefused
from kartoteka.shop import Shop, papers, sales, settings
from kartoteka.ui.papers import printing
from kartoteka.ui.papers.placing import Sides
from kartoteka.ui.papers.printing import Document

POINT_MM = 25.4 / 72


@pytest.fixture
def receipt(qapp: object, shop: Shop) -> bytes:
    """A receipt with its back on A5."""
    settings.change_settings(shop, {"shop.phone": "0888 123 456"})
    client = silent(shop)[0]
    sale = sales.purchases(shop, client)[0].id
    issued = papers.issue_receipt(shop, sale, "a5").value
    return papers.paper_pdf(shop, issued.id)


def test_the_printer_is_set_as_the_paper_wants_it(receipt: bytes) -> None:
    document = Document(receipt)
    printer = printing.prepared_printer(document, "Receipt No. 1")
    assert document.pages == 2
    assert document.size_mm == pytest.approx((148, 210), abs=0.5)
    assert printing.DUPLEX[Sides.LONG_EDGE] is QPrinter.DuplexMode.DuplexLongSide
    assert printer.docName() == "Receipt No. 1"
    assert printer.fullPage()


def test_both_sides_are_printed_at_their_true_size(
    qtbot: QtBot, receipt: bytes, tmp_path: Path
) -> None:
    document = Document(receipt)
    printer = printing.prepared_printer(document, "Receipt")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    assert printing.turns_by_itself(printer)
    printing.draw(receipt, printer, (0, 1), one_side=False)
    printed = pypdfium2.PdfDocument(target)
    try:
        assert len(printed) == 2
        width, height = printed[0].get_size()
        assert (width * POINT_MM, height * POINT_MM) == pytest.approx((148, 210), abs=1)
        picture = printed[0].render(scale=1).to_pil().convert("L")
        assert picture.getextrema()[0] < 100
    finally:
        printed.close()


def test_an_empty_side_is_printed_where_a_sheet_has_no_back(receipt: bytes, tmp_path: Path) -> None:
    printer = printing.prepared_printer(Document(receipt), "Receipt")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(100)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    printing.draw(receipt, printer, (None, 1), one_side=True)
    printed = pypdfium2.PdfDocument(target)
    try:
        inks = [page.render(scale=0.3).to_pil().convert("L").getextrema()[0] for page in printed]
    finally:
        printed.close()
    assert inks[0] == 255
    assert inks[1] < 200


def test_a_place_that_cannot_be_written_is_told(receipt: bytes, tmp_path: Path) -> None:
    printer = printing.prepared_printer(Document(receipt), "Receipt")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(PrinterRefused):
        printing.draw(receipt, printer, (0,), one_side=True)


def test_a_printer_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["Canon", "Kyocera"])
    monkeypatch.setattr(printing, "usual_printer", lambda: "")
    assert printing.installed_printer("Kyocera") == "Kyocera"
    assert printing.installed_printer("") == "Canon"
    with pytest.raises(PrinterNotInstalled):
        printing.installed_printer("Epson")
    monkeypatch.setattr(printing, "printer_names", list)
    with pytest.raises(PrinterNotInstalled):
        printing.installed_printer("")
