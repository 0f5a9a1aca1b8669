"""The end of a day on paper: sums by kind of payment, cash counted against expected."""

from kartoteka.documents import fonts
from kartoteka.documents.flow import DATE, TITLE, Flow, Frame, fill
from kartoteka.documents.foot import draw_signatures
from kartoteka.documents.letterhead import draw_letterhead
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import DayReportSheet, PaperSize
from kartoteka.documents.styles import ALARM, DENSE_LOOKS, INK, WELL, Style, look_of

_SELLER = Style(9.5, lead=13.0)
_DIFFERENCE_LABEL = Style(11.5, bold=True, lead=14.0)
_DIFFERENCE = Style(16.0, bold=True, lead=20.0)
_DIFFERENCE_WORDS = Style(9.25, lead=12.5)
_NOTE = Style(9.25, lead=13.0)
_CASH_SHARE = 0.6


def draw(sheet: DayReportSheet, size: PaperSize) -> bytes:
    """The report as a PDF on A4 or A5; equal sheets give equal bytes."""
    return prepare(sheet, size).pdf


def prepare(sheet: DayReportSheet, size: PaperSize) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(DENSE_LOOKS, size), about)
    running = f"{sheet.title} · {sheet.date_line} · {sheet.shop_name}"
    frame = Frame(running, sheet.legal, sheet.pages_label)
    fill(paper, frame, _Report(paper, sheet).draw)
    return paper.finish()


class _Report:
    """Lays out and draws one report."""

    def __init__(self, paper: Paper, sheet: DayReportSheet) -> None:
        self.paper = paper
        self.sheet = sheet

    def draw(self, flow: Flow) -> None:
        flow.y = self._head()
        flow.tiles(self.sheet.figures)
        flow.y += 10 if self.sheet.figures else 0
        for section in self.sheet.sections:
            flow.section(section)
        self._cash(flow)
        for text in self.sheet.notes:
            flow.lines(text, _NOTE, 6)
        self._signatures(flow)

    def _head(self) -> float:
        paper, sheet = self.paper, self.sheet
        y = draw_letterhead(paper, sheet.shop_name, sheet.shop_lines) + 38
        y = paper.lines(paper.left, y, TITLE.wrap(sheet.title, paper.room, 2), TITLE)
        y = paper.lines(paper.left, y - 4, DATE.wrap(sheet.date_line, paper.room, 2), DATE)
        seller = _SELLER.wrap(sheet.seller_line, paper.room, 2)
        return paper.lines(paper.left, y + 3, seller, _SELLER) + 4

    def _cash(self, flow: Flow) -> None:
        """Opening, in, out, expected, counted; the difference in words and colour."""
        sheet, paper = self.sheet, self.paper
        if not sheet.cash:
            return
        flow.need(len(sheet.cash) * 15.5 + 80)
        flow.heading(sheet.cash_title)
        left = paper.right - paper.room * _CASH_SHARE
        flow.amounts(sheet.cash, left)
        if sheet.difference is not None:
            self._difference(flow, left)
        flow.y += 18

    def _difference(self, flow: Flow, left: float) -> None:
        difference, paper = self.sheet.difference, self.paper
        if difference is None:
            return
        colour = WELL if self.sheet.difference_fits else ALARM
        flow.y += 9
        paper.rule(flow.y, 1.5, INK, left, paper.right)
        base = flow.y + 21
        amount = fonts.safe(difference.amount)
        figure = _DIFFERENCE.coloured(colour).fitted(amount, (paper.right - left) * 0.7)
        paper.text_right(paper.right, base, amount, figure)
        room = paper.right - left - figure.width(amount) - 10
        label = _DIFFERENCE_LABEL.fitted(difference.label, room)
        paper.text(left, base, difference.label, label)
        words = _DIFFERENCE_WORDS.wrap(self.sheet.difference_words, paper.right - left, 3)
        end = paper.lines(left, base + 17, words, _DIFFERENCE_WORDS)
        flow.y = end - _DIFFERENCE_WORDS.lead

    def _signatures(self, flow: Flow) -> None:
        signatures = self.sheet.signatures
        if not signatures:
            return
        with self.paper.measuring():
            height = draw_signatures(self.paper, 0.0, signatures)
        flow.need(height + 30)
        draw_signatures(self.paper, max(flow.y + 24, flow.floor - height - 6), signatures)
