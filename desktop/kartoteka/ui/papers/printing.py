"""Printing a PDF on the system's printers at their own resolution, at its true size."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from kartoteka.domain.printing import PrinterNotInstalled, PrinterRefused
from kartoteka.ui.papers.placing import POINT_MM, Sides, place, sides

FINEST = 600
"""Dots per inch; finer pages would only take memory."""
BAND = 96
"""Rows of dots that are drawn at a time."""
DUPLEX = {
    Sides.FRONT: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class Document:
    """A PDF in memory, ready to be drawn."""

    def __init__(self, pdf: bytes) -> None:
        """`pdf` is what the shop drew."""
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer()
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf = QPdfDocument()
        self.pdf.load(self._buffer)

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(self.pdf.pageCount())

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of its first page, in millimetres."""
        size = self.pdf.pagePointSize(0)
        return size.width() * POINT_MM, size.height() * POINT_MM


def printer_names() -> list[str]:
    """The printers of this computer, by the system's names."""
    return list(QPrinterInfo.availablePrinterNames())


def usual_printer() -> str:
    """The printer that the system uses when none is named; '' when it has none."""
    return str(QPrinterInfo.defaultPrinterName())


def installed_printer(name: str) -> str:
    """The printer of this name, '' for the system's usual one; raises PrinterNotInstalled."""
    wanted = name or usual_printer()
    known = printer_names()
    if not name and not wanted and known:
        return known[0]
    if wanted not in known:
        raise PrinterNotInstalled(name)
    return wanted


def prepared_printer(document: Document, title: str, name: str = "") -> QPrinter:
    """A printer set as the paper wants it: its size, no margins, both sides."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setDocName(title)
    printer.setCreator("Kartoteka")
    printer.setFullPage(True)
    width, height = document.size_mm
    size = QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setDuplex(DUPLEX[sides(document.pages, width, height)])
    return printer


def turns_by_itself(printer: QPrinter) -> bool:
    """Whether the printer prints both sides; what writes a PDF needs no turning."""
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return True
    modes = QPrinterInfo(printer).supportedDuplexModes()
    return any(mode is not QPrinter.DuplexMode.DuplexNone for mode in modes)


def draw(pdf: bytes, printer: QPrinter, pages: Sequence[int | None], *, one_side: bool) -> None:
    """Draw these pages (from 0, None: an empty one) at their true size, in the middle of the paper.

    Runs on the printers' thread, which opens the PDF anew; `one_side` keeps the printer from
    turning the sheets itself. Raises PrinterRefused.
    """
    document = Document(pdf)
    if one_side:
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName())
    try:
        for at, page in enumerate(pages):
            if at and not printer.newPage():
                raise PrinterRefused(printer.printerName())
            if page is not None:
                _draw_page(document, printer, painter, page)
    finally:
        painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise PrinterRefused(printer.printerName())


def _draw_page(document: Document, printer: QPrinter, painter: QPainter, page: int) -> None:
    """Draw a page in bands: nobody else can work in Python while one of them is drawn."""
    dots = printer.resolution()
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    size = document.pdf.pagePointSize(page)
    left, top, width, height = place(
        (size.width() * POINT_MM, size.height() * POINT_MM), (paper.width(), paper.height())
    )
    scale = dots / 25.4
    box = QRectF(left * scale, top * scale, width * scale, height * scale)
    finer = min(1.0, FINEST / dots)
    pixels = QSize(round(box.width() * finer), round(box.height() * finer))
    down = box.height() / pixels.height()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for above in range(0, pixels.height(), BAND):
        # One row more than the band, so that no hair of paper shows between two of them.
        rows = min(BAND + 1, pixels.height() - above)
        band = _band(document, page, pixels, QRect(0, above, pixels.width(), rows))
        if band is not None:
            painter.drawImage(
                QRectF(box.left(), box.top() + above * down, box.width(), rows * down),
                band,
            )


def _band(document: Document, page: int, pixels: QSize, part: QRect) -> QImage | None:
    """A part of a page of so many pixels, on white; None when nothing is on it."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(pixels)
    options.setScaledClipRect(part)
    drawn = document.pdf.render(page, part.size(), options)
    if not bytes(drawn.constBits()).strip(b"\0"):
        return None
    band = QImage(part.size(), QImage.Format.Format_RGB32)
    band.fill(Qt.GlobalColor.white)
    painter = QPainter(band)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return band


def ask_system(parent: QWidget, printer: QPrinter, then: Callable[[], Any]) -> QPrintDialog:
    """Open the system's print dialog; `then` comes when the seller pressed Print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)

    def ended(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            then()

    dialog.finished.connect(ended)
    QDialog.open(dialog)
    return dialog
