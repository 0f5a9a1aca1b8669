"""How long a receipt with its back takes, against the same text on a bare ReportLab canvas."""

from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas
from tests.documents import samples
from tests.documents.reading import Piece, page_size, pieces

from kartoteka.documents import fonts, receipt
from kartoteka.documents.sheets import PaperSize

BAR = 2.0
"""A receipt may take this many times its floor."""


def measure(rounds: int = 40) -> tuple[float, float]:
    """Seconds of our receipt and of its floor, both warm, taken in turns; medians."""
    pdf = receipt.draw(samples.RUSSIAN, PaperSize.A5)
    size = page_size(pdf, 0)
    pages = [pieces(pdf, page) for page in range(2)]
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_seconds(lambda: receipt.draw(samples.RUSSIAN, PaperSize.A5)))
        floor.append(_seconds(lambda: _bare(pages, size)))
    return median(ours), median(floor)


def _bare(pages: list[list[Piece]], size: tuple[float, float]) -> bytes:
    """The same words in the same places and faces, and nothing else."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, initialFontName=fonts.REGULAR, pageCompression=1)
    for page in pages:
        for piece in page:
            canvas.setFont(fonts.BOLD if piece.bold else fonts.REGULAR, piece.size)
            canvas.drawString(piece.left, piece.bottom, piece.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin
