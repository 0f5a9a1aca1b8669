"""The invoice and its kin: ФАКТУРА and its notes, проформа, счет на оплату, and a plain one.

A back falls behind the sheet with the total; where it would take a sheet of its own, it goes into
the free room under the total (see `spreading`).
"""

from dataclasses import replace

from kartoteka.documents import codes, fonts
from kartoteka.documents.back import draw_back, draw_slip
from kartoteka.documents.foot import SMALL, draw_legal, draw_page_number, draw_signatures
from kartoteka.documents.fronts import closest
from kartoteka.documents.invoice_head import InvoiceHead
from kartoteka.documents.invoice_table import AIRS, InvoiceTable
from kartoteka.documents.letterhead import logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import InvoiceForm, InvoiceSheet, PaperSize, PayCode
from kartoteka.documents.spreading import Rooms, Row, spread, spread_with_back
from kartoteka.documents.styles import DENSE_LOOKS, INK, MM, MUTED, SOFT, Look, Style, look_of

_SUM = Style(9.0, lead=15.5)
_TOTAL_LABEL = Style(12.5, bold=True, lead=15.0)
_TOTAL = Style(20.5, bold=True, lead=24.0)
_WORDS = Style(9.25, lead=13.0)
_WORDS_HEAVY = Style(9.25, bold=True, lead=13.0)
_BELOW = Style(9.0, lead=13.0)
_NOTE = Style(9.0, lead=12.5)
_PAY_TITLE = Style(9.0, bold=True, lead=12.0)
_PAY_NOTE = Style(8.25, colour=MUTED, lead=11.0)
_STAMP_PLACE = Style(8.75, colour=MUTED, lead=12.0)

_MODULE = 0.42 * MM
"""A QR module on paper, at least: cameras of old telephones need that much."""
_QR_SIDES = (26 * MM, 37 * MM)
_QUIET = 6.0
_SUMS_SHARE = 0.56
_MOST_LINES = 6
"""Of every text under the table; fewer when all of them together would not fit on a page."""
NO_PICTURES: Pictures = {}


def draw(
    sheet: InvoiceSheet,
    size: PaperSize,
    *,
    copy: bool = False,
    annulled: bool = False,
    pictures: Pictures = NO_PICTURES,
) -> bytes:
    """The invoice as a PDF on A4 or A5; equal sheets give equal bytes.

    `copy` marks a reprint instead of the original, `annulled` a paper that no longer holds.
    """
    return prepare(sheet, size, copy=copy, annulled=annulled, pictures=pictures).pdf


def prepare(
    sheet: InvoiceSheet,
    size: PaperSize,
    *,
    copy: bool = False,
    annulled: bool = False,
    pictures: Pictures = NO_PICTURES,
) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.issued)
    stamps = [sheet.copy_stamp if copy else sheet.stamp]
    stamps.append(sheet.annulled_stamp if annulled else sheet.paid_stamp)
    shown = [stamp for stamp in stamps if stamp]
    picture = logo(pictures, sheet.logo)
    calm = look_of(DENSE_LOOKS, size)

    def front(look: Look) -> _Front:
        paper = Paper(look, about)
        return _Front(paper, sheet, InvoiceHead(paper, sheet, shown, picture))

    chosen = closest(calm, front)
    chosen.draw()
    paper = chosen.paper
    if sheet.back is not None and not chosen.slip:
        paper.turn_page(calm)
        if paper.pages % 2:
            paper.turn_page()
        draw_back(paper, sheet.back)
    return paper.finish()


class _Front:
    """Lays out and draws the front of one invoice on one paper."""

    def __init__(self, paper: Paper, sheet: InvoiceSheet, head: InvoiceHead) -> None:
        self.paper = paper
        self.sheet = sheet
        self.head = head
        self.table = InvoiceTable(paper, sheet)
        self.sums_x = paper.right - paper.room * _SUMS_SHARE
        self.russian = sheet.form is InvoiceForm.RUSSIAN
        self.most = _MOST_LINES
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
            self.head.draw_ground()
            y = self.head.draw() if page == 1 else self.head.draw_again()
            if rows or page > 1:
                y = self.table.draw_heads(y)
            if page > 1 and parts[page - 2]:
                y = self.table.draw_carried(y, parts[page - 2][-1].carried)
            for row in rows:
                y = self.table.draw_row(row, y)
            if page < len(parts):
                self.table.draw_carried(y, rows[-1].carried if rows else "")
            else:
                self._close(y)
            if len(parts) > 1:
                draw_page_number(self.paper, self.sheet.pages_label, page, len(parts))

    def _parts(self) -> list[list[Row]]:
        """The rows of every page; dense rows only where calm ones need a page more."""
        bottom = self.paper.bottom - self.table.heads_height
        carried = self.table.carried_height
        with self.paper.measuring():
            rooms = Rooms(
                first=bottom - self.head.draw(),
                further=bottom - self.head.draw_again() - carried,
                carried=carried + SMALL.lead,
                tail=self._close(0.0),
            )
            while rooms.tail > rooms.further and self.most > 1:
                self.most -= 1
                rooms = replace(rooms, tail=self._close(0.0))
            slip = self._slip(0.0)
        tables = [self.table.rows(air) for air in AIRS]
        if max((row.height for row in tables[-1]), default=0.0) < rooms.first - rooms.carried:
            return self._spread(tables, rooms, slip, 0)
        # A head that leaves no room for a row has the first page for itself.
        return [[], *self._spread(tables, replace(rooms, first=rooms.further), slip, 1)]

    def _spread(
        self, tables: list[list[Row]], rooms: Rooms, slip: float, before: int
    ) -> list[list[Row]]:
        if self.sheet.back is None:
            return spread(tables, rooms, odd=False)
        parts, self.slip = spread_with_back(tables, rooms, slip, before)
        return parts

    def _slip(self, y: float) -> float:
        """The back in the free room of this front; returns where it ends."""
        return y if self.sheet.back is None else draw_slip(self.paper, self.sheet.back, y + 8) + 8

    def _close(self, y: float) -> float:
        """All that follows the table; returns the height that it needs."""
        start = y
        y = max(self._sums(y + 10), self._pay_code(y + 14)) + 20
        y = self._words(y)
        for text in self.sheet.below:
            y = self._set(y, _BELOW.wrap(text, self.paper.room, self.most), _BELOW)
        y = self._notes(y)
        if self.russian:
            y = self._signatures(y + 4)
            y = self._slip(y + 6) if self.slip else y
            return y - start + 10 + self._legal()
        y = self._slip(y) if self.slip else y
        return y - start + 14 + self._foot()

    def _set(self, y: float, lines: list[str], style: Style) -> float:
        return self.paper.lines(self.paper.left, y, lines, style)

    def _sums(self, y: float) -> float:
        """Tax base, VAT and the total at the right; returns where they end."""
        paper, sheet = self.paper, self.sheet
        for line in sheet.sums:
            y += _SUM.lead
            amount = fonts.safe(line.amount)
            room = paper.right - self.sums_x - _SUM.width(amount) - 10
            label = _SUM.wrap(line.label, room, 2)
            ends = paper.lines(self.sums_x, y, label, _SUM) - _SUM.lead
            paper.text_right(paper.right, ends, amount, _SUM)
            y = ends
        return self._total(y + 9)

    def _total(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        room = paper.right - self.sums_x
        paper.rule(y, 1.5, INK, self.sums_x, paper.right)
        figure = _TOTAL.fitted(sheet.total, room)
        beside = room - figure.width(fonts.safe(sheet.total)) - 12
        label = _TOTAL_LABEL.fitted(sheet.total_label, max(beside, 1.0))
        base = y + 25
        if label.size < 9.0:
            paper.text(
                self.sums_x, y + 17, sheet.total_label, _TOTAL_LABEL.fitted(sheet.total_label, room)
            )
            base += 17
        else:
            paper.text(self.sums_x, base, sheet.total_label, label)
        paper.text_right(paper.right, base, sheet.total, figure)
        return self._settled(base + 4)

    def _settled(self, y: float) -> float:
        """What was paid and what is left of the total."""
        for index, line in enumerate(self.sheet.settled, start=1):
            y += _SUM.lead
            style = replace(_SUM, bold=index == len(self.sheet.settled))
            self.paper.text(self.sums_x, y, line.label, style)
            self.paper.text_right(self.paper.right, y, line.amount, style)
        return y

    def _pay_code(self, y: float) -> float:
        """The QR that a bank app reads, and words beside it; returns where it ends."""
        code = self.sheet.pay_code
        modules = codes.qr(code.payload)[1] if code and code.payload else 0
        if code is None or not modules:
            return y
        paper, scale = self.paper, self.paper.look.scale
        least, most = (side / scale for side in _QR_SIDES)
        side = min(max(modules * _MODULE / scale, least), most)
        paper.qr(paper.left, y, code.payload, side)
        return max(y + side, self._pay_words(code, paper.left + side + 10, y + 9))

    def _pay_words(self, code: PayCode, x: float, y: float) -> float:
        room = self.sums_x - x - 10
        if room < 40:
            return y
        y = self.paper.lines(x, y, _PAY_TITLE.wrap(code.title, room, 4), _PAY_TITLE)
        y = self.paper.lines(x, y, _PAY_NOTE.wrap(code.note, room, 6), _PAY_NOTE)
        return y - _PAY_NOTE.lead

    def _words(self, y: float) -> float:
        """'Всего наименований…' and the amount in words."""
        paper, sheet = self.paper, self.sheet
        y = self._set(y, _WORDS.wrap(sheet.counted, paper.room, self.most), _WORDS)
        if sheet.in_words:
            x = paper.left
            if sheet.in_words_label:
                x = paper.text(x, y, f"{sheet.in_words_label} ", _WORDS)
            lines = _WORDS_HEAVY.wrap(sheet.in_words, paper.right - x, self.most)
            y = paper.lines(x, y, lines, _WORDS_HEAVY)
        return y + 5

    def _notes(self, y: float) -> float:
        """The soft box."""
        inset = 10.5
        room = self.paper.room - 2 * inset
        lines = [line for text in self.sheet.notes for line in _NOTE.wrap(text, room, self.most)]
        if not lines:
            return y
        height = len(lines) * _NOTE.lead + 13
        self.paper.box(self.paper.left, y, self.paper.room, height, radius=5, fill=SOFT)
        self.paper.lines(self.paper.left + inset, y + 16, lines, _NOTE)
        return y + height + 8

    def _signatures(self, y: float) -> float:
        """Lines to sign on under a heavy rule, with the place for the stamp."""
        paper, sheet = self.paper, self.sheet
        if not sheet.signatures:
            return y
        paper.rule(y, 1.5, INK)
        y = draw_signatures(paper, y + 28, sheet.signatures)
        if sheet.stamp_place:
            y += 18
            paper.text(paper.left, y, sheet.stamp_place, _STAMP_PLACE)
        return y

    def _legal(self) -> float:
        return self.paper.bottom - draw_legal(self.paper, self.sheet.legal)

    def _foot(self) -> float:
        """Signatures and legal notes, set from the bottom upwards; returns their height."""
        paper, sheet = self.paper, self.sheet
        height = self._legal()
        if not sheet.signatures:
            return height
        with paper.measuring():
            needed = draw_signatures(paper, 0.0, sheet.signatures)
        height += needed + (6 if height else 12)
        draw_signatures(paper, paper.bottom - height, sheet.signatures)
        return height + 14
