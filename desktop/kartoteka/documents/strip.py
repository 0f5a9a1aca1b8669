"""The receipt on a strip of 80 or 58 mm: as dots for a thermal printer, or as a page of a PDF.

Both are laid out by the same code in points of the printed width; a strip is as long as what is on
it, and the offer follows under a line to cut along.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PIL import Image
from reportlab.lib.colors import Color

from kartoteka.documents import codes, fonts
from kartoteka.documents.dots import DOTS_PER_POINT, DotPaper
from kartoteka.documents.letterhead import logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures, size_within
from kartoteka.documents.sheets import BackSheet, PaperSize, ReceiptSheet
from kartoteka.documents.styles import INK, MM, Look, Style

_SHOP = Style(11.5, bold=True, lead=13.5)
_SMALL = Style(7.5, lead=9.5)
_TITLE = Style(11.0, bold=True, lead=13.0)
_BODY = Style(8.5, lead=10.75)
_HEAVY = Style(8.5, bold=True, lead=10.75)
_STAMP = Style(8.5, bold=True, lead=10.0, spacing=0.3)
_TOTAL_LABEL = Style(10.5, bold=True, lead=13.0)
_TOTAL = Style(17.0, bold=True, lead=20.0)
_PROMISE = Style(14.0, bold=True, lead=16.5)
_VALUE = Style(11.0, bold=True, lead=13.5)

SCISSORS = "✂"
_DASH, _DASH_GAP = 5.0, 3.5
_BAR_HEIGHT = 34.0
_QUIET_MODULES = 10
_QR_DOTS = 190
_LONGEST = 20_000.0
NO_PICTURES: Pictures = {}


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll of paper: its width and its printed width in dots of an eighth of a millimetre."""

    width: float
    dots: int

    @property
    def margin(self) -> float:
        """Free at each side, in points."""
        return (self.width * MM - self.dots / DOTS_PER_POINT) / 2


ROLLS = {PaperSize.STRIP_80: Roll(80, 576), PaperSize.STRIP_58: Roll(58, 384)}


class Surface(Protocol):
    """What a strip is drawn on: the page of a PDF or dots."""

    left: float
    right: float

    def text(self, x: float, y: float, text: str, style: Style) -> float: ...
    def text_right(self, x: float, y: float, text: str, style: Style) -> None: ...
    def text_centre(self, x: float, y: float, text: str, style: Style) -> None: ...
    def rule(
        self, y: float, thickness: float, _colour: Color, /, x0: float = 0, x1: float = 0
    ) -> None: ...
    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0.0,
        stroke: Color | None = None,
    ) -> None: ...
    def barcode(self, x: float, y: float, text: str, module: float, height: float) -> float: ...
    def qr(self, x: float, y: float, text: str, side: float) -> float: ...
    def picture(self, x: float, y: float, data: bytes, width: float, height: float) -> None: ...


def image(
    sheet: ReceiptSheet, size: PaperSize, *, copy: bool = False, pictures: Pictures = NO_PICTURES
) -> Image.Image:
    """The strip in black and white, 576 or 384 dots wide, ready for `print_strip`."""
    roll = ROLLS[size]
    strip = _Strip(sheet, copy, logo(pictures, sheet.logo))
    dots = DotPaper(roll.dots, _length(strip, roll, sheet) + 4)
    strip.draw(dots, 2.0)
    return dots.finish()


def prepare(
    sheet: ReceiptSheet, size: PaperSize, *, copy: bool = False, pictures: Pictures = NO_PICTURES
) -> Printed:
    """The strip as a PDF of one page, as long as it needs to be."""
    roll = ROLLS[size]
    strip = _Strip(sheet, copy, logo(pictures, sheet.logo))
    height = _length(strip, roll, sheet) + 2 * roll.margin
    paper = Paper(_look(roll, height), _about(sheet))
    strip.draw(paper, roll.margin)
    return paper.finish()


def _look(roll: Roll, height: float) -> Look:
    return Look(roll.width * MM, height, 1.0, roll.margin)


def _about(sheet: ReceiptSheet) -> About:
    return About(sheet.document_title, sheet.author, sheet.language, sheet.issued)


def _length(strip: "_Strip", roll: Roll, sheet: ReceiptSheet) -> float:
    trial = Paper(_look(roll, _LONGEST), _about(sheet))
    with trial.measuring():
        return strip.draw(trial, 0.0)


class _Strip:
    """Lays out one receipt downwards."""

    def __init__(self, sheet: ReceiptSheet, copy: bool, picture: bytes | None) -> None:
        self.sheet = sheet
        self.copy = copy
        self.picture = picture

    def draw(self, paper: Surface, top: float) -> float:
        """Draw it from `top` on; returns where it ends."""
        self.paper = paper
        self.room = paper.right - paper.left
        self.middle = (paper.left + paper.right) / 2
        y = self._lines(self._head(top))
        y = self._total(y)
        y = self._foot(y)
        if self.sheet.back is not None:
            y = self._back(self.sheet.back, self._cut_line(y + 12))
        return y

    def _left(self, y: float, text: str, style: Style) -> float:
        """A text down the left edge; `y` is where it begins, the return value where it ends."""
        for line in style.wrap(text, self.room):
            self.paper.text(self.paper.left, y + style.lead * 0.8, line, style)
            y += style.lead
        return y

    def _centred(self, y: float, texts: Iterable[str], style: Style) -> float:
        for text in texts:
            for line in style.wrap(text, self.room):
                self.paper.text_centre(self.middle, y + style.lead * 0.8, line, style)
                y += style.lead
        return y

    def _pair(self, y: float, left: str, right: str, style: Style) -> float:
        """Words at the left, a figure at the right of their last line."""
        figure = fonts.safe(right)
        room = max(self.room - style.width(figure) - 6, self.room * 0.4)
        lines = style.wrap(left, room) or [""]
        for line in lines:
            self.paper.text(self.paper.left, y + style.lead * 0.8, line, style)
            y += style.lead
        base = y - style.lead * 0.2
        self.paper.text_right(self.paper.right, base, figure, style.fitted(figure, self.room * 0.6))
        return y

    def _rule(self, y: float, thickness: float = 0.75) -> float:
        self.paper.rule(y + 4, thickness, INK, self.paper.left, self.paper.right)
        return y + 8

    def _head(self, y: float) -> float:
        sheet = self.sheet
        if self.picture:
            width, height = size_within(self.picture, self.room * 0.7, 60.0)
            self.paper.picture(self.middle - width / 2, y, self.picture, width, height)
            y += height + 6
        y = self._centred(y, [sheet.shop_name], _SHOP)
        y = self._centred(y + 1, sheet.shop_lines, _SMALL)
        y = self._rule(y + 2)
        y = self._left(y, sheet.title, _TITLE)
        y = self._left(y, sheet.number_line, _BODY)
        y = self._left(y, sheet.date_line, _BODY)
        for stamp in (sheet.stamp, sheet.copy_stamp if self.copy else ""):
            y = self._stamp(y, stamp)
        if sheet.client_name:
            note = f" · {sheet.client_note}" if sheet.client_note else ""
            y = self._left(y + 2, f"{sheet.client_label} {sheet.client_name}{note}".strip(), _BODY)
        return self._rule(y)

    def _stamp(self, y: float, text: str) -> float:
        if not text:
            return y
        style = _STAMP.fitted(text, self.room - 14 - len(text) * _STAMP.spacing)
        width = style.width(fonts.safe(text)) + 12
        self.paper.box(self.middle - width / 2, y + 4, width, 15, radius=2.5, stroke=INK)
        self.paper.text(self.middle - width / 2 + 6, y + 14.5, text, style)
        return y + 23

    def _lines(self, y: float) -> float:
        for line in self.sheet.lines:
            y = self._left(y, line.name, _BODY)
            amount = f"{line.quantity} × {line.price}" if line.price else line.quantity
            y = self._pair(y, amount, line.total, _BODY)
            y = self._left(y, line.note, _SMALL) + 2.5
        for reduction in self.sheet.reductions:
            y = self._pair(y, reduction.label, reduction.amount, _BODY) + 1.5
        return y

    def _total(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        y = self._rule(y, 1.5)
        figure = _TOTAL.fitted(sheet.total, self.room * 0.8)
        beside = self.room - figure.width(fonts.safe(sheet.total)) - 8
        label = _TOTAL_LABEL.wrap(sheet.total_label, beside, 2) if beside > 30 else []
        if len(label) != 1:
            y = self._left(y, sheet.total_label, _TOTAL_LABEL)
            label = []
        for line in label:
            paper.text(paper.left, y + 16, line, _TOTAL_LABEL)
        paper.text_right(paper.right, y + 16, sheet.total, figure)
        y += _TOTAL.lead + 2
        for text in (sheet.in_words, *sheet.below_total):
            y = self._left(y, text, _SMALL)
        return y

    def _foot(self, y: float) -> float:
        sheet = self.sheet
        if sheet.notes:
            y = self._rule(y + 2)
        for text in sheet.notes:
            y = self._left(y, text, _BODY)
        if sheet.pay_code:
            code = sheet.pay_code
            y = self._centred(self._square(code.payload, y) + 8, (code.title, code.note), _SMALL)
        signed = f"{sheet.signature_label} {sheet.signature_name}".strip()
        y = self._left(y + 6, signed, _SMALL)
        return self._centred(y + 3, sheet.legal, _SMALL)

    def _cut_line(self, y: float) -> float:
        """Dashes across the strip with scissors at the left; returns where the offer begins."""
        paper = self.paper
        x = paper.text(paper.left, y + 3.2, SCISSORS, _TITLE) + 3
        while x < paper.right:
            paper.rule(y, 0.75, INK, x, min(x + _DASH, paper.right))
            x += _DASH + _DASH_GAP
        return y + 12

    def _back(self, back: BackSheet, y: float) -> float:
        y = self._left(y, back.title, _PROMISE) + 3
        for text in (back.reason, back.details, *back.tips):
            y = self._left(y, text, _BODY)
        if back.until:
            y = self._left(self._left(y + 5, back.until_label, _SMALL), back.until, _VALUE)
        if back.code:
            y = self._left(self._left(y + 3, back.code_label, _SMALL), back.code, _VALUE)
        y = self._bars(back.barcode, y + 3)
        if back.contact_question or back.contact_lines or back.contact_qr:
            y = self._contact(back, self._rule(y + 3))
        return y

    def _bars(self, text: str, y: float) -> float:
        """The code as bars of two or three dots; none when the strip is too narrow for them."""
        bars, modules = codes.code_128(text)
        width = self.room * DOTS_PER_POINT
        fits = [dots for dots in (3, 2) if (modules + 2 * _QUIET_MODULES) * dots <= width]
        if not bars or not fits:
            return y
        module = fits[0] / DOTS_PER_POINT
        x = self.paper.left + _QUIET_MODULES * module
        self.paper.barcode(x, y, text, module, _BAR_HEIGHT)
        return y + _BAR_HEIGHT + 4

    def _contact(self, back: BackSheet, y: float) -> float:
        y = self._left(y, back.contact_question, _BODY)
        for index, text in enumerate(back.contact_lines):
            y = self._left(y, text, _BODY if index else _HEAVY)
        return self._square(back.contact_qr, y)

    def _square(self, text: str, y: float) -> float:
        """A code that a phone reads, in the middle; returns where it ends."""
        modules = codes.qr(text)[1] if text else 0
        if not modules:
            return y
        side = max(3, _QR_DOTS // modules) * modules / DOTS_PER_POINT
        side = min(side, self.room // (modules / DOTS_PER_POINT) * (modules / DOTS_PER_POINT))
        self.paper.qr(self.middle - side / 2, y + 8, text, side)
        return y + 8 + side + 6
