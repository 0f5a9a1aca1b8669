"""Papers that both sides sign: facts, tables, the sentence that is agreed, two signatures."""

from kartoteka.documents.flow import DATE, TITLE, Flow, Frame, fill
from kartoteka.documents.letterhead import draw_letterhead, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import PaperSize, Signature, SignedPage, SignedSheet
from kartoteka.documents.styles import DENSE_LOOKS, INK, LINE, MUTED, Style, look_of

_LABEL = Style(9.0, colour=MUTED, lead=12.0)
_VALUE = Style(10.0, bold=True, lead=13.0)
_STATEMENT = Style(11.0, bold=True, lead=15.0)
_TEXT = Style(9.25, lead=13.0)
_SIGNED = Style(8.5, colour=MUTED, lead=11.0)
_LABEL_SHARE = 0.3
_AIR = 4.0
_HAND = 34.0
"""Room to write a name over the line."""
NO_PICTURES: Pictures = {}


def prepare(sheet: SignedSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> Printed:
    """The papers as a PDF on A4 or A5, with the number of pages."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(DENSE_LOOKS, size), about)
    picture = logo(pictures, sheet.logo)
    for place, page in enumerate(sheet.pages):
        if place:
            paper.turn_page()
        running = f"{page.title} · {sheet.shop_name}"
        drawn = _Signed(paper, sheet, page, picture)
        fill(paper, Frame(running, (), sheet.pages_label), drawn.draw)
    return paper.finish()


class _Signed:
    """Lays out and draws one of them."""

    def __init__(
        self, paper: Paper, sheet: SignedSheet, page: SignedPage, picture: bytes | None
    ) -> None:
        self.paper, self.sheet, self.page, self.picture = paper, sheet, page, picture

    def draw(self, flow: Flow) -> None:
        paper, page = self.paper, self.page
        y = draw_letterhead(paper, self.sheet.shop_name, self.sheet.shop_lines, self.picture) + 38
        y = paper.lines(paper.left, y, TITLE.wrap(page.title, paper.room, 2), TITLE)
        flow.y = paper.lines(paper.left, y - 4, DATE.wrap(page.date_line, paper.room, 2), DATE) + 2
        self._facts(flow)
        for section in page.sections:
            flow.section(section)
        flow.lines(page.statement, _STATEMENT)
        flow.y += 8 if page.statement else 0
        for text in page.paragraphs:
            flow.lines(text, _TEXT)
            flow.y += 5
        self._signatures(flow)

    def _facts(self, flow: Flow) -> None:
        paper = self.paper
        x = paper.left + paper.room * _LABEL_SHARE
        for fact in self.page.facts:
            label = _LABEL.wrap(fact.label, x - paper.left - 10, 3)
            value = _VALUE.wrap(fact.amount, paper.right - x) or [""]
            height = max(len(label) * _LABEL.lead, len(value) * _VALUE.lead) + 2 * _AIR
            flow.need(height)
            base = flow.y + _AIR + 10
            paper.lines(paper.left, base, label, _LABEL)
            paper.lines(x, base, value, _VALUE)
            flow.y += height
            paper.rule(flow.y, 0.6, LINE)
        flow.y += 14 if self.page.facts else 0

    def _signatures(self, flow: Flow) -> None:
        """Side by side, kept together at the end."""
        signed = self.page.signatures
        if not signed:
            return
        flow.need(_HAND + 40)
        gap = 26.0
        width = (self.paper.room - gap * (len(signed) - 1)) / len(signed)
        level = flow.y + _HAND + 10
        for place, one in enumerate(signed):
            self._signature(one, self.paper.left + place * (width + gap), level, width)
        flow.y = level + 34

    def _signature(self, one: Signature, x: float, level: float, width: float) -> None:
        paper = self.paper
        paper.rule(level, 0.8, INK, x, x + width)
        below = paper.lines(x, level + 12, _SIGNED.wrap(one.label, width, 2), _SIGNED)
        paper.lines(x, below, _SIGNED.wrap(one.name, width, 2), _SIGNED)
