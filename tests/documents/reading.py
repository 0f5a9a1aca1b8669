"""Looks at a PDF as a reader of it does: texts, their places, fonts, pictures of pages."""

import ctypes
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import zxingcpp

MM = 72 / 25.4
PICTURES = Path(__file__).resolve().parent.parent.parent / "build" / "papers"


@dataclass(frozen=True)
class Piece:
    """A run of text in one size, in points of the page from its lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool


def texts(pdf: bytes) -> list[str]:
    """The text of every page as a reader copies it, spaces and line ends made plain."""
    return [
        re.sub(r"\s+", " ", page.get_textpage().get_text_bounded())
        for page in pypdfium2.PdfDocument(pdf)
    ]


def pieces(pdf: bytes, page: int) -> list[Piece]:
    """Every text object of a page with its box and its size."""
    document = pypdfium2.PdfDocument(pdf)
    leaf = document[page]
    textpage = leaf.get_textpage()
    found = []
    for item in leaf.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = item.get_bounds()
        text = textpage.get_text_bounded(left - 0.2, bottom - 0.2, right + 0.2, top + 0.2)
        size = (item.get_matrix().a or 1.0) * _font_size(item)
        bold = "Bold" in _font_name(item)
        found.append(Piece(text.strip(), left, bottom, right, top, size, bold))
    return found


def _font_size(item: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item.raw, size)
    return size.value


def _font_name(item: pypdfium2.PdfObject) -> str:
    font = raw.FPDFTextObj_GetFont(item.raw)
    buffer = ctypes.create_string_buffer(100)
    raw.FPDFFont_GetBaseFontName(font, buffer, 100)
    return buffer.value.decode()


def strays(pdf: bytes, page: int, margin: float) -> list[tuple[float, float, float, float]]:
    """Boxes of what is drawn nearer to the edge than `margin`; descenders may hang at the foot."""
    width, height = page_size(pdf, page)
    found = []
    for item in pypdfium2.PdfDocument(pdf)[page].get_objects():
        left, bottom, right, top = item.get_bounds()
        # The reader adds the whole thickness of a line to its box, on every side.
        slack = 0.8 if item.type == raw.FPDF_PAGEOBJ_TEXT else 2.2
        far = left < margin - slack or right > width - margin + slack
        if far or bottom < margin - slack - 4 or top > height - margin + slack:
            found.append((left, bottom, right, top))
    return found


def fold_marks(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Marks for folding: short level lines beside the text, 105 and 210 mm below the upper edge."""
    _, height = page_size(pdf, page)
    found = []
    for box in shapes(pdf, page):
        left, bottom, right, top = box
        short = left > 3 * MM and right < 9 * MM and top - bottom < 3
        below = (height - (top + bottom) / 2) / MM
        if short and min(abs(below - 105), abs(below - 210)) < 0.5:
            found.append(box)
    return found


def shapes(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """The box of every line and area of a page."""
    leaf = pypdfium2.PdfDocument(pdf)[page]
    return [item.get_bounds() for item in leaf.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height in points."""
    return pypdfium2.PdfDocument(pdf)[page].get_size()


def picture(pdf: bytes, name: str, *, scale: float = 1.6) -> list[Path]:
    """Saves every page as a picture under build/papers and returns where."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    saved = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        path = PICTURES / f"{name}_{number}.png"
        page.render(scale=scale).to_pil().save(path)
        saved.append(path)
    return saved


def places(pdf: bytes, page: int, text: str) -> list[tuple[float, float, float, float]]:
    """Where a text stands on a page: left, bottom, right, top of every place, in points."""
    textpage = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    searcher = textpage.search(text, match_case=True)
    found = []
    while (hit := searcher.get_next()) is not None:
        start, count = hit
        boxes = [textpage.get_charbox(index) for index in range(start, start + count)]
        found.append(
            (
                min(box[0] for box in boxes),
                min(box[1] for box in boxes),
                max(box[2] for box in boxes),
                max(box[3] for box in boxes),
            )
        )
    return found


def scanned(pdf: bytes, page: int, scale: float = 4) -> set[str]:
    """What an independent reader of bars and squares finds on the picture of a page."""
    image = pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil()
    return {code.text for code in zxingcpp.read_barcodes(image)}


def entangled(pdf: bytes, page: int) -> list[tuple[Piece, Piece]]:
    """Pairs of texts that lie on each other."""
    found = pieces(pdf, page)
    pairs = []
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            along = min(one.top, other.top) - max(one.bottom, other.bottom)
            if across > 1 and along > 1.2:
                pairs.append((one, other))
    return pairs
