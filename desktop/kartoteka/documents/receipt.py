"""The receipt: товарный чек, стокова разписка; its front on one page or more, its back behind.

A back falls behind the sheet with the total; where it would take a sheet of its own, it goes into
the free room under the total (see `spreading`).
"""

from dataclasses import dataclass, replace

from kartoteka.documents import fonts
from kartoteka.documents.back import draw_back, draw_slip
from kartoteka.documents.foot import (
    SMALL,
    draw_legal,
    draw_page_number,
    draw_signature_inline,
    draw_stamp,
    legal_height,
)
from kartoteka.documents.fronts import closest
from kartoteka.documents.letterhead import draw_letterhead, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import PaperSize, ReceiptSheet
from kartoteka.documents.spreading import Rooms, Row, spread, spread_with_back
from kartoteka.documents.styles import ACCENT, INK, LINE, LOOKS, MUTED, SOFT, Style, look_of

_TITLE = Style(17.5, bold=True, lead=21.0)
_DATE = Style(12.0, colour=MUTED, lead=16.0)
_BODY = Style(9.75, lead=12.5)
_BODY_HEAVY = Style(9.75, bold=True, lead=12.5)
_BODY_QUIET = Style(9.75, colour=MUTED, lead=12.5)
_HEAD = Style(8.25, colour=MUTED, lead=11.0)
_TOTAL_LABEL = Style(11.5, lead=14.0)
_TOTAL = Style(20.5, bold=True, lead=24.0)
_NOTE = Style(9.25, lead=13.0)
_STAMP = Style(7.75, bold=True, lead=10.0, spacing=0.5)
_COPY = Style(7.75, bold=True, colour=ACCENT, lead=10.0, spacing=0.8)

_CALM, _CLOSER, _DENSE = 6.0, 4.6, 3.4
"""Air in a row above and below its lines: calm on one page, dense when several are needed."""
_HEADS_HEIGHT = 20.0
_COLUMN_GAP = 15.0
_NUMBER_ROOM = 21.0
_SIGNATURE_ROOM = 62.0
_PAY_SIDE = 58.0
NO_PICTURES: Pictures = {}


def draw(
    sheet: ReceiptSheet, size: PaperSize, *, copy: bool = False, pictures: Pictures = NO_PICTURES
) -> bytes:
    """The receipt as a PDF; `copy` marks a reprint. Equal sheets give equal bytes."""
    return prepare(sheet, size, copy=copy, pictures=pictures).pdf


def prepare(
    sheet: ReceiptSheet, size: PaperSize, *, copy: bool = False, pictures: Pictures = NO_PICTURES
) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    if size.is_strip:
        from kartoteka.documents import strip  # most papers are no strips

        return strip.prepare(sheet, size, copy=copy, pictures=pictures)
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.issued)
    picture = logo(pictures, sheet.logo)
    calm = look_of(LOOKS, size)
    front = closest(calm, lambda look: _Front(Paper(look, about), sheet, copy, picture))
    front.draw()
    paper = front.paper
    if sheet.back is not None and not front.slip:
        paper.turn_page(calm)
        if paper.pages % 2:
            paper.turn_page()
        draw_back(paper, sheet.back)
    return paper.finish()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Right edges of the figures, and the room that they leave for names."""

    quantity: float
    price: float
    total: float
    name_x: float
    name_room: float
    figures: Style


class _Front:
    """Lays out and draws the front of one receipt on one paper."""

    def __init__(
        self, paper: Paper, sheet: ReceiptSheet, copy: bool, picture: bytes | None
    ) -> None:
        self.paper = paper
        self.sheet = sheet
        self.copy = copy
        self.picture = picture
        self.columns = self._columns()
        self.slip = False
        """Whether the back is set into this front."""
        self.parts = self._parts()
        self.pages = len(self.parts)

    def draw(self) -> None:
        """Draw every page of it."""
        parts = self.parts
        for page, rows in enumerate(parts, start=1):
            if page > 1:
                self.paper.turn_page()
            y = self._head() if page == 1 else self._head_again()
            y = self._heads(y)
            if page > 1 and parts[page - 2]:
                y = self._carried(y, parts[page - 2][-1].carried)
            for row in rows:
                y = self._row(row, y)
            if page < len(parts):
                self._carried(y, rows[-1].carried if rows else "")
            else:
                self._close(y)
            if len(parts) > 1:
                draw_page_number(self.paper, self.sheet.pages_label, page, len(parts))

    def _parts(self) -> list[list[Row]]:
        """The rows of every page; dense rows only where calm ones need a page more."""
        bottom = self.paper.bottom - _HEADS_HEIGHT
        carried = _BODY.lead + 2 * _DENSE
        with self.paper.measuring():
            rooms = Rooms(
                first=bottom - self._head(),
                further=bottom - self._head_again() - carried,
                carried=carried + SMALL.lead,
                tail=self._close(0.0),
            )
            slip = self._slip(0.0)
        tables = [self._rows(air) for air in (_CALM, _CLOSER, _DENSE)]
        if self.sheet.back is None:
            return spread(tables, rooms, odd=False)
        parts, self.slip = spread_with_back(tables, rooms, slip)
        return parts

    def _slip(self, y: float) -> float:
        """The back in the free room of this front; returns where it ends."""
        return y if self.sheet.back is None else draw_slip(self.paper, self.sheet.back, y + 8) + 8

    def _rows(self, air: float) -> list[Row]:
        room = self.columns.name_room
        rows = []
        for index, line in enumerate(self.sheet.lines, start=1):
            name = _BODY.wrap(line.name, room, 6) or [""]
            note = SMALL.wrap(line.note, room, 2)
            rows.append(
                Row(
                    number=str(index),
                    name=name,
                    note=note,
                    quantity=line.quantity,
                    price=line.price,
                    total=line.total,
                    carried=line.carried,
                    height=len(name) * _BODY.lead + len(note) * SMALL.lead + 2 * air,
                )
            )
        return rows

    def _reductions(self, y: float) -> float:
        """What was taken off; it always stands right above the total."""
        for reduction in self.sheet.reductions:
            name = _BODY.wrap(reduction.label, self.columns.name_room, 3)
            height = len(name) * _BODY.lead + 2 * _CLOSER
            y = self._row(Row(name=name, total=reduction.amount, height=height, quiet=True), y)
        return y

    def _columns(self) -> _Columns:
        """Every figure column as wide as its widest figure; all smaller if names got no room."""
        sheet, heads, paper = self.sheet, self.sheet.heads, self.paper
        amounts = [line.total for line in sheet.lines]
        amounts += [line.carried for line in sheet.lines]
        amounts += [reduction.amount for reduction in sheet.reductions]
        widths = [
            _widest([line.quantity for line in sheet.lines], heads.quantity),
            _widest([line.price for line in sheet.lines], heads.price),
            _widest(amounts, heads.total),
        ]
        most = paper.room * 0.62
        needed = sum(widths) + 3 * _COLUMN_GAP
        shrink = min(1.0, (most - 3 * _COLUMN_GAP) / sum(widths)) if needed > most else 1.0
        widths = [width * shrink for width in widths]
        total = paper.right
        price = total - widths[2] - _COLUMN_GAP
        quantity = price - widths[1] - _COLUMN_GAP
        name_x = paper.left + _NUMBER_ROOM
        name_room = quantity - widths[0] - _COLUMN_GAP - name_x
        return _Columns(quantity, price, total, name_x, name_room, _BODY.sized(_BODY.size * shrink))

    def _head(self) -> float:
        """Shop, title, date and client; returns where the table may begin."""
        y = self._shop()
        y = self._set(y + 41, _TITLE.wrap(self.sheet.title, self.paper.room, 3), _TITLE)
        y -= _TITLE.lead
        if self.sheet.number_line:
            number = _DATE.wrap(self.sheet.number_line, self.paper.room, 2)
            y = self._set(y + 18, number, _DATE) - _DATE.lead
        y = self._date(y + 19)
        return self._client(y) + 12

    def _set(self, y: float, lines: list[str], style: Style) -> float:
        return self.paper.lines(self.paper.left, y, lines, style)

    def _shop(self) -> float:
        paper, sheet = self.paper, self.sheet
        kept = 0.0
        if self.copy and sheet.copy_stamp:
            kept = draw_stamp(paper, paper.right, paper.top + 2, sheet.copy_stamp, _COPY) + 10
        return draw_letterhead(paper, sheet.shop_name, sheet.shop_lines, self.picture, kept=kept)

    def _date(self, y: float) -> float:
        """The date, and the stamp on the same line if it fits, else under it."""
        sheet, paper = self.sheet, self.paper
        date_style = _DATE.fitted(sheet.date_line, paper.room)
        ends = paper.text(paper.left, y, sheet.date_line, date_style)
        if not sheet.stamp:
            return y
        style = _STAMP.fitted(sheet.stamp, paper.room - 30)
        if ends + style.width(sheet.stamp) + 30 > paper.right:
            y += 20
        draw_stamp(paper, paper.right, y - 12, sheet.stamp, style)
        return y

    def _client(self, y: float) -> float:
        sheet, paper = self.sheet, self.paper
        if not sheet.client_name:
            return y
        y += 24
        x = paper.left
        if sheet.client_label:
            x = paper.text(x, y, f"{sheet.client_label} ", _BODY)
        lines = _BODY_HEAVY.wrap(sheet.client_name, paper.right - x) or [""]
        ends = x + _BODY_HEAVY.width(lines[-1])
        y = paper.lines(x, y, lines, _BODY_HEAVY) - _BODY.lead
        note = f" · {sheet.client_note}" if sheet.client_note else ""
        if not note:
            return y
        if ends + _BODY_QUIET.width(fonts.safe(note)) <= paper.right:
            paper.text(ends, y, note, _BODY_QUIET)
            return y
        below = _BODY_QUIET.wrap(sheet.client_note, paper.room, 2)
        return self._set(y + _BODY.lead, below, _BODY_QUIET) - _BODY.lead

    def _head_again(self) -> float:
        """The short head of a further page; returns where the table may begin."""
        y = self.paper.top + 9
        text = f"{self.sheet.title} · {self.sheet.shop_name}"
        style = replace(SMALL, bold=True)
        self.paper.lines(self.paper.left, y, style.wrap(text, self.paper.room, 1), style)
        return y + 8

    def _heads(self, y: float) -> float:
        """The words over the columns; returns the level of the line under them."""
        paper, columns, heads = self.paper, self.columns, self.sheet.heads
        y += 13
        number = _HEAD.fitted(heads.number, _NUMBER_ROOM - 3)
        paper.text(paper.left, y, heads.number, number)
        paper.text(columns.name_x, y, heads.name, _HEAD.fitted(heads.name, columns.name_room))
        style = _HEAD.sized(_HEAD.size * columns.figures.size / _BODY.size)
        for x, text in (
            (columns.quantity, heads.quantity),
            (columns.price, heads.price),
            (columns.total, heads.total),
        ):
            paper.text_right(x, y, text, style)
        paper.rule(y + 7, 0.9, INK)
        return y + 7

    def _row(self, row: Row, y: float) -> float:
        paper, columns = self.paper, self.columns
        text_height = len(row.name) * _BODY.lead + len(row.note) * SMALL.lead
        base = y + (row.height - text_height) / 2 + 9.4
        style = _BODY_QUIET if row.quiet else _BODY
        if row.number:
            paper.text(paper.left, base, row.number, _BODY_QUIET)
        after = paper.lines(columns.name_x, base, row.name, style)
        paper.lines(columns.name_x, after - 0.5, row.note, SMALL)
        for x, text in (
            (columns.quantity, row.quantity),
            (columns.price, row.price),
            (columns.total, row.total),
        ):
            if text:
                paper.text_right(x, base, text, columns.figures)
        paper.rule(y + row.height, 0.6, LINE)
        return y + row.height

    def _carried(self, y: float, amount: str) -> float:
        """The sum so far, at the end of a page and at the beginning of the next."""
        if not (amount and self.sheet.carried_label):
            return y
        base = y + _DENSE + 9.4
        figures = replace(self.columns.figures, bold=True)
        self.paper.text(self.columns.name_x, base, self.sheet.carried_label, _BODY_QUIET)
        self.paper.text_right(self.columns.total, base, amount, figures)
        return y + _BODY.lead + 2 * _DENSE

    def _close(self, y: float) -> float:
        """Reductions, total, words, notes, foot; returns the height that all of it needs."""
        start = y
        y = self._reductions(y)
        y = self._total(y + 13)
        for text in (self.sheet.in_words, *self.sheet.below_total):
            y = self._set(y, SMALL.wrap(text, self.paper.room, 4), SMALL)
        y = self._pay_code(self._notes(y))
        y = self._slip(y) if self.slip else y
        return y - start + 20 + self._foot()

    def _total(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        figure = _TOTAL.fitted(sheet.total, paper.room * 0.66)
        label_room = paper.room - figure.width(fonts.safe(sheet.total)) - 20
        label = _TOTAL_LABEL.wrap(sheet.total_label, label_room, 2)
        base = y + 29
        paper.rule(y, 1.5, INK)
        paper.lines(paper.left, base - (len(label) - 1) * 8, label, _TOTAL_LABEL)
        paper.text_right(paper.right, base, sheet.total, figure)
        return base + 18

    def _notes(self, y: float) -> float:
        """The soft box."""
        inset = 10.5
        room = self.paper.room - 2 * inset
        lines = [line for text in self.sheet.notes for line in _NOTE.wrap(text, room, 5)]
        if not lines:
            return y
        top = y + 1
        height = len(lines) * _NOTE.lead + 14
        self.paper.box(self.paper.left, top, self.paper.room, height, radius=5, fill=SOFT)
        self.paper.lines(self.paper.left + inset, top + 17, lines, _NOTE)
        return top + height

    def _pay_code(self, y: float) -> float:
        """The code that opens the page for paying, and words beside it."""
        code = self.sheet.pay_code
        if code is None or not self.paper.qr(self.paper.left, y + 10, code.payload, _PAY_SIDE):
            return y
        x = self.paper.left + _PAY_SIDE + 14
        middle = y + 10 + _PAY_SIDE / 2
        self.paper.text(x, middle - 3, code.title, _BODY_HEAVY)
        self.paper.text(x, middle + 10, code.note, SMALL)
        return y + 10 + _PAY_SIDE

    def _foot(self) -> float:
        """Signature and legal notes, set from the bottom upwards; returns their height."""
        paper, sheet = self.paper, self.sheet
        height = legal_height(paper, sheet.legal)
        draw_legal(paper, sheet.legal)
        if sheet.signature_label:
            height += 15 if height else 2
            level = paper.bottom - height
            draw_signature_inline(
                paper, level, sheet.signature_label, sheet.signature_name, _SIGNATURE_ROOM
            )
            height += 14
        return height


def _widest(figures: list[str], head: str) -> float:
    widths = [_BODY_HEAVY.width(fonts.safe(text)) for text in {*figures} if text]
    return max([_HEAD.width(fonts.safe(head)), *widths])
