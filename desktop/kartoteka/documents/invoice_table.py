"""The table of an invoice: its columns as wide as their figures, its heads, its rows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from kartoteka.documents import fonts
from kartoteka.documents.foot import SMALL
from kartoteka.documents.page import Paper
from kartoteka.documents.sheets import InvoiceForm, InvoiceSheet
from kartoteka.documents.spreading import Row
from kartoteka.documents.styles import INK, LINE, MUTED, Style

BODY = Style(9.5, lead=12.25)
_QUIET = BODY.coloured(MUTED)
_HEAD = Style(8.0, colour=MUTED, lead=10.0)

AIRS = (6.0, 4.6, 3.4, 2.6)
"""Air in a row above and below its lines: calm on one page, dense when several are needed."""
_GAP = 12.0
_PADDING = 4.0
"""Between text and the lines of a Russian table."""
_HEAD_ROOM = 48.0
"""A longer head is broken into lines before it takes room from the names."""
_LEAST_FOR_NAMES = 0.34
_NUMBER = 21.0
_GRID = 0.5


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: where its text begins and ends; figures are set to the right."""

    key: str
    head: str
    left: float
    right: float
    figures: bool


class InvoiceTable:
    """Lays out and draws the lines of one invoice on one paper."""

    def __init__(self, paper: Paper, sheet: InvoiceSheet) -> None:
        self.paper = paper
        self.sheet = sheet
        self.grid = sheet.form is InvoiceForm.RUSSIAN
        self.style = BODY
        self.head_style = _HEAD
        self.columns = self._columns()
        self.name = next(column for column in self.columns if column.key == "name")
        self.name_room = self.name.right - self.name.left
        self.head_lines = [
            self.head_style.balance(column.head, column.right - column.left, 3)
            for column in self.columns
        ]

    @property
    def heads_height(self) -> float:
        """How much room the heads take."""
        return max(len(lines) for lines in self.head_lines) * _HEAD.lead + 11

    @property
    def carried_height(self) -> float:
        """How much room a line with the sum so far takes."""
        return BODY.lead + 2 * AIRS[-1]

    def rows(self, air: float) -> list[Row]:
        """The lines of the sheet, wrapped and measured."""
        rows = []
        for index, line in enumerate(self.sheet.lines, start=1):
            name = BODY.wrap(line.name, self.name_room, 6) or [""]
            note = SMALL.wrap(line.note, self.name_room, 2)
            rows.append(
                Row(
                    number=str(index),
                    name=name,
                    note=note,
                    unit=line.unit,
                    quantity=line.quantity,
                    price=line.price,
                    vat=line.vat,
                    total=line.total,
                    carried=line.carried,
                    height=len(name) * BODY.lead + len(note) * SMALL.lead + 2 * air,
                )
            )
        return rows

    def draw_heads(self, y: float) -> float:
        """The words over the columns; returns the level of the line under them."""
        end = y + self.heads_height
        if self.grid:
            self.paper.rule(y, _GRID, INK)
        for column, lines in zip(self.columns, self.head_lines, strict=True):
            base = end - 7 - (len(lines) - 1) * _HEAD.lead
            for line in lines:
                self._set(column, base, line, self.head_style)
                base += _HEAD.lead
        self._close_row(y, end, 0.9, INK)
        return end

    def draw_row(self, row: Row, y: float) -> float:
        """One line of the table; returns where it ends."""
        height = len(row.name) * BODY.lead + len(row.note) * SMALL.lead
        base = y + (row.height - height) / 2 + 9.2
        for column in self.columns:
            if column.key == "name":
                after = self.paper.lines(column.left, base, row.name, BODY)
                self.paper.lines(column.left, after - 0.5, row.note, SMALL)
            elif column.key == "number":
                self._set(column, base, row.number, _QUIET)
            else:
                self._set(column, base, getattr(row, column.key), self.style)
        self._close_row(y, y + row.height, *((_GRID, INK) if self.grid else (0.6, LINE)))
        return y + row.height

    def draw_carried(self, y: float, amount: str) -> float:
        """The sum so far, at the end of a page and at the beginning of the next."""
        if not (amount and self.sheet.carried_label):
            return y
        base = y + AIRS[-1] + 9.2
        self.paper.text(self.name.left, base, self.sheet.carried_label, _QUIET)
        self._set(self.columns[-1], base, amount, replace(self.style, bold=True))
        end = y + self.carried_height
        if self.grid:
            self.paper.rule(end, _GRID, INK)
            for x in (self.paper.left, self.paper.right):
                self.paper.upright(x, y, end, _GRID, INK)
        return end

    def _set(self, column: _Column, base: float, text: str, style: Style) -> None:
        if not text:
            return
        if column.figures:
            self.paper.text_right(column.right, base, text, style)
        else:
            fitted = style.fitted(text, column.right - column.left)
            self.paper.text(column.left, base, text, fitted)

    def _close_row(self, top: float, bottom: float, thickness: float, colour: Color) -> None:
        self.paper.rule(bottom, thickness, colour)
        if not self.grid:
            return
        paper = self.paper
        for x in (paper.left, *(column.right + _PADDING for column in self.columns)):
            paper.upright(x, top, bottom, _GRID, INK)

    def _columns(self) -> list[_Column]:
        """Every column as wide as its widest figure; all smaller if names got no room."""
        texts = self._texts()
        gap = 2 * _PADDING if self.grid else _GAP
        edge = _PADDING if self.grid else 0.0
        widths = {key: _needed(texts[key], head) for key, head in self._heads() if key != "name"}
        widths["number"] = max(_NUMBER - gap, widths["number"])
        free = self.paper.room - 2 * edge - gap * len(widths)
        most = free - self.paper.room * _LEAST_FOR_NAMES
        shrink = min(1.0, most / sum(widths.values()))
        self.style = BODY.sized(BODY.size * shrink)
        self.head_style = _HEAD.sized(_HEAD.size * shrink)
        widths = {key: width * shrink for key, width in widths.items()}
        widths["name"] = free - sum(widths.values())
        columns, x = [], self.paper.left + edge
        for key, head in self._heads():
            figures = key not in ("number", "name", "unit")
            columns.append(_Column(key, head, x, x + widths[key], figures))
            x += widths[key] + gap
        return columns

    def _heads(self) -> list[tuple[str, str]]:
        """The columns that this paper has, in the order that its country is used to."""
        heads = self.sheet.heads
        amount = [("unit", heads.unit), ("quantity", heads.quantity)]
        if self.sheet.form is InvoiceForm.RUSSIAN:
            amount.reverse()
        wanted = [*amount, ("price", heads.price), ("vat", heads.vat), ("total", heads.total)]
        shown = [(key, head) for key, head in wanted if head]
        return [("number", heads.number), ("name", heads.name), *shown]

    def _texts(self) -> dict[str, set[str]]:
        lines = self.sheet.lines
        return {
            "number": {str(len(lines))},
            "unit": {line.unit for line in lines},
            "quantity": {line.quantity for line in lines},
            "price": {line.price for line in lines},
            "vat": {line.vat for line in lines},
            "total": {line.total for line in lines} | {line.carried for line in lines},
        }


def _needed(texts: Iterable[str], head: str) -> float:
    """The width of the widest text, or of a head broken into lines."""
    words = [_HEAD.width(fonts.safe(word)) for word in head.split(" ")]
    whole = _HEAD.width(fonts.safe(head))
    least = whole if whole <= _HEAD_ROOM else max(_HEAD_ROOM, *words)
    heavy = replace(BODY, bold=True)
    return max([least, *(heavy.width(fonts.safe(text)) for text in texts if text)]) + 0.01
