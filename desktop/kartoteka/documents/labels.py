"""Address labels on sheets of stickers: three by eight, or any grid, some places already used."""

from decimal import Decimal

from kartoteka.documents.errors import LabelsTooSmall
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import Address, LabelGrid, LabelSheet
from kartoteka.documents.styles import LINE, MM, Look, Style

_NAME = Style(11.0, bold=True, lead=13.5)
_LINE = Style(10.0, lead=12.5)
_SHRINK = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45)
_INSET = 4.5
"""Free at every side of a label, in millimetres: printers and sheets are never quite straight."""
_LEAST_WIDTH, _LEAST_HEIGHT = 25.0, 12.0


def draw(sheet: LabelSheet) -> bytes:
    """The labels as a PDF; equal sheets give equal bytes. Raises LabelsTooSmall."""
    return prepare(sheet).pdf


def prepare(sheet: LabelSheet) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    grid = sheet.grid
    width, height = label_size(grid)
    look = Look(grid.page_width * MM, grid.page_height * MM, 1.0, 0.0)
    paper = Paper(look, About(sheet.document_title, sheet.author, sheet.language, sheet.made))
    places = grid.columns * grid.rows
    used = sheet.skip % places
    for index, address in enumerate(sheet.labels, start=used):
        if index > used and index % places == 0:
            paper.turn_page()
        row, column = divmod(index % places, grid.columns)
        x = (grid.left + column * (width + grid.gap_across)) * MM
        y = (grid.top + row * (height + grid.gap_down)) * MM
        if sheet.outlines:
            paper.box(x, y, width * MM, height * MM, radius=4, stroke=LINE, thickness=0.4)
        _draw_label(paper, address, x, y, width * MM, height * MM)
    return paper.finish()


def label_size(grid: LabelGrid) -> tuple[float, float]:
    """Width and height of a label in millimetres; raises LabelsTooSmall."""
    if grid.columns < 1 or grid.rows < 1:
        raise LabelsTooSmall(Decimal(0), Decimal(0))
    across = grid.page_width - grid.left - grid.right - (grid.columns - 1) * grid.gap_across
    down = grid.page_height - grid.top - grid.bottom - (grid.rows - 1) * grid.gap_down
    width, height = across / grid.columns, down / grid.rows
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        raise LabelsTooSmall(Decimal(f"{max(width, 0):.1f}"), Decimal(f"{max(height, 0):.1f}"))
    return width, height


def _draw_label(
    paper: Paper, address: Address, x: float, y: float, width: float, height: float
) -> None:
    """The address in the largest type that fits, in the middle of the label's height."""
    inset = min(_INSET * MM, width * 0.08, height * 0.12)
    room = width - 2 * inset
    lines: list[tuple[str, Style]] = []
    for shrink in _SHRINK:
        lines = _lines(address, shrink, room)
        if sum(style.lead for _, style in lines) <= height - 2 * inset:
            break
    else:
        lines = lines[: max(1, int((height - 2 * inset) / lines[-1][1].lead))] if lines else []
    total = sum(style.lead for _, style in lines)
    base = y + (height - total) / 2
    for text, style in lines:
        paper.text(x + inset, base + style.lead * 0.8, text, style)
        base += style.lead


def _lines(address: Address, shrink: float, room: float) -> list[tuple[str, Style]]:
    name, line = _NAME.sized(_NAME.size * shrink), _LINE.sized(_LINE.size * shrink)
    lines = [(text, name) for text in name.wrap(address.name, room)]
    for text in (*address.lines, address.postcode, address.country):
        lines += [(part, line) for part in line.wrap(text, room)]
    return lines
