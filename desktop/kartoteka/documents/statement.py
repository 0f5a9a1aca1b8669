"""The client's statement, a cabinet on paper: purchases, points, warranties, offers, contact."""

from kartoteka.documents import fonts
from kartoteka.documents.back import draw_back
from kartoteka.documents.flow import DATE, TITLE, Flow, Frame, count_pages, fill
from kartoteka.documents.fronts import closest
from kartoteka.documents.letterhead import draw_letterhead, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import PaperSize, StatementSheet
from kartoteka.documents.styles import DENSE_LOOKS, LINE, MUTED, Look, Style, look_of

_CLIENT = Style(10.5, lead=14.0)
_CLIENT_HEAVY = Style(10.5, bold=True, lead=14.0)
_CLIENT_QUIET = Style(10.5, colour=MUTED, lead=14.0)
_CONTACT = Style(9.0, lead=13.0)
_CONTACT_HEAVY = Style(9.0, bold=True, lead=13.0)
_CONTACT_QUIET = Style(9.0, colour=MUTED, lead=13.0)
_QR_SIDE = 54.0
NO_PICTURES: Pictures = {}


def draw(sheet: StatementSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> bytes:
    """The statement as a PDF on A4 or A5; equal sheets give equal bytes."""
    return prepare(sheet, size, pictures=pictures).pdf


def prepare(sheet: StatementSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    calm = look_of(DENSE_LOOKS, size)
    running = f"{sheet.title} · {sheet.client_name} · {sheet.shop_name}"
    frame, picture = Frame(running, sheet.legal, sheet.pages_label), logo(pictures, sheet.logo)

    def lay(look: Look) -> _Statement:
        return _Statement(Paper(look, about), sheet, picture, frame)

    # The last page of a statement must not hold a row or two when closer type saves it.
    chosen = closest(calm, lay)
    paper = chosen.paper
    fill(paper, frame, chosen.draw)
    if sheet.back is not None:
        paper.turn_page(calm)
        if paper.pages % 2:
            paper.turn_page()
        draw_back(paper, sheet.back)
    return paper.finish()


class _Statement:
    """Lays out and draws one statement."""

    def __init__(
        self, paper: Paper, sheet: StatementSheet, picture: bytes | None, frame: Frame
    ) -> None:
        self.paper = paper
        self.sheet = sheet
        self.picture = picture
        self.pages = count_pages(paper, frame, self.draw)

    def draw(self, flow: Flow) -> None:
        flow.y = self._head()
        flow.tiles(self.sheet.figures)
        flow.y += 10 if self.sheet.figures else 0
        for index, section in enumerate(self.sheet.sections, start=1):
            last = index == len(self.sheet.sections)
            flow.section(section, self._contact_height() + 30 if last else 0.0)
        self._contact(flow)

    def _head(self) -> float:
        paper, sheet = self.paper, self.sheet
        y = draw_letterhead(paper, sheet.shop_name, sheet.shop_lines, self.picture) + 38
        y = paper.lines(paper.left, y, TITLE.wrap(sheet.title, paper.room, 2), TITLE)
        y = paper.lines(paper.left, y - 4, DATE.wrap(sheet.date_line, paper.room, 2), DATE)
        return self._client(y + 9) + 16

    def _client(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        x = paper.left
        if sheet.client_label:
            x = paper.text(x, y, f"{sheet.client_label} ", _CLIENT)
        lines = _CLIENT_HEAVY.wrap(sheet.client_name, paper.right - x) or [""]
        y = paper.lines(x, y, lines, _CLIENT_HEAVY) - _CLIENT.lead
        if not sheet.client_note:
            return y
        end = x + _CLIENT_HEAVY.width(lines[-1])
        note = f" · {sheet.client_note}"
        if end + _CLIENT_QUIET.width(fonts.safe(note)) <= paper.right:
            paper.text(end, y, note, _CLIENT_QUIET)
            return y
        below = _CLIENT_QUIET.wrap(sheet.client_note, paper.room, 2)
        return paper.lines(paper.left, y + 14, below, _CLIENT_QUIET) - 14

    def _contact_lines(self) -> list[tuple[str, Style]]:
        sheet, paper = self.sheet, self.paper
        room = paper.room - (_QR_SIDE + 22 if sheet.contact_qr else 0)
        lines = [(line, _CONTACT) for line in _CONTACT.wrap(sheet.contact_question, room, 2)]
        for index, text in enumerate(sheet.contact_lines):
            style = _CONTACT_QUIET if index else _CONTACT_HEAVY
            lines += [(line, style) for line in style.wrap(text, room, 2)]
        return lines

    def _contact_height(self) -> float:
        qr = _QR_SIDE if self.sheet.contact_qr else 0.0
        return max(qr, len(self._contact_lines()) * _CONTACT.lead)

    def _contact(self, flow: Flow) -> None:
        """How to reach the owner, under everything."""
        sheet, paper, lines = self.sheet, self.paper, self._contact_lines()
        x = paper.left + (_QR_SIDE + 22 if sheet.contact_qr else 0)
        height = self._contact_height()
        if not height:
            return
        flow.need(height + 16)
        top = max(flow.y, flow.floor - height - 6)
        paper.rule(top - 12, 0.75, LINE)
        if sheet.contact_qr:
            paper.qr(paper.left, top, sheet.contact_qr, _QR_SIDE)
        base = top + (height - len(lines) * _CONTACT.lead) / 2 + 10
        for text, style in lines:
            paper.text(x, base, text, style)
            base += style.lead
