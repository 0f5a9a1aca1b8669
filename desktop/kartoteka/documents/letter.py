"""Letters on the shop's paper: birthday, thanks, win-back; finished paragraphs over pages."""

from dataclasses import dataclass

from kartoteka.documents.back import draw_back
from kartoteka.documents.foot import SMALL, draw_page_number
from kartoteka.documents.letterhead import draw_letterhead, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import Letter, LetterSheet, PaperSize
from kartoteka.documents.styles import ACCENT, LOOKS, MM, MUTED, SOFT, Style, look_of

_TO_NAME = Style(9.75, bold=True, lead=13.5)
_TO_LINE = Style(9.75, lead=13.5)
_DATE = Style(9.75, colour=MUTED, lead=13.5)
_TITLE = Style(23.0, bold=True, lead=27.0)
_GREETING = Style(10.5, bold=True, lead=16.5)
_BODY = Style(10.5, lead=16.5)
_SIGNED = Style(13.0, bold=True, colour=ACCENT, lead=17.0)
_SIGNED_NOTE = Style(9.0, colour=MUTED, lead=13.0)
_POSTSCRIPT = Style(10.0, lead=15.0)

_AFTER_PARAGRAPH = 9.0
_SIGNATURE_ROOM = 26.0
NO_PICTURES: Pictures = {}


def draw(sheet: LetterSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> bytes:
    """The letters as a PDF on A4, A5 or A6; equal sheets give equal bytes."""
    return prepare(sheet, size, pictures=pictures).pdf


def prepare(sheet: LetterSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> Printed:
    """Like `draw`, with the number of pages beside the bytes.

    Single pages follow each other; as soon as one letter has a back or a second page, every
    letter begins on the front of a sheet.
    """
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(LOOKS, size), about)
    picture = logo(pictures, sheet.logo)
    drawers = [_Letter(paper, sheet, letter, picture) for letter in sheet.letters]
    pages = [drawer.count() for drawer in drawers]
    on_sheets = any(
        count > 1 or drawer.letter.back for drawer, count in zip(drawers, pages, strict=True)
    )
    for index, (drawer, count) in enumerate(zip(drawers, pages, strict=True)):
        if index:
            paper.turn_page()
            if on_sheets and paper.pages % 2 == 0:
                paper.turn_page()
        drawer.draw(count)
        if drawer.letter.back is not None:
            paper.turn_page()
            if paper.pages % 2:
                paper.turn_page()
            draw_back(paper, drawer.letter.back)
    return paper.finish()


_FOLDED_FROM = 290 * MM
"""Only A4 is folded twice; smaller sheets lie in their envelopes as they are."""
_WINDOW_LEFT, _WINDOW_TOP, _WINDOW_WIDTH = 24 * MM, 52 * MM, 76 * MM
"""Where the window of a long envelope (DL) shows the address: 20 mm from the left, 45 mm down."""


_FOLDS = (105 * MM, 210 * MM)
_FOLD_MARK = (4 * MM, 8 * MM)
"""A4 folded at 105 and 210 mm (DIN 5008, form B); marks stand where no text does."""
_LARGER = (13.0, 12.0, 11.25)
_SHORT = 0.82
"""A letter that ends above this part of its page is short."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that stay together, with the air before them."""

    lines: list[str]
    style: Style
    before: float = 0.0


class _Letter:
    """Lays out and draws one letter."""

    def __init__(
        self, paper: Paper, sheet: LetterSheet, letter: Letter, picture: bytes | None
    ) -> None:
        self.paper = paper
        self.sheet = sheet
        self.letter = letter
        self.picture = picture
        self.floor = paper.bottom - self._foot_height()
        self.pages = 1
        self.size = _BODY.size

    def count(self) -> int:
        """How many pages it takes; a short letter is set larger, so that it is no lost note."""
        with self.paper.measuring():
            for self.size in (*_LARGER, _BODY.size):
                ends = self.draw(1)
                if self.pages == 1 and ends < self.floor * _SHORT:
                    break
        return self.pages

    def draw(self, pages: int) -> float:
        """Draw it; `pages` is what `count` said. Returns where it ends on its last page."""
        self.page, self.total = 1, pages
        self._fold_marks()
        y = self._head()
        for piece in self._pieces():
            y = self._flow(piece, y)
        y = self._closing(y)
        y = self._postscript(y)
        self._foot()
        self.pages = self.page
        return y

    def _fold_marks(self) -> None:
        """Where A4 is folded for a long envelope, so that the address lies in its window."""
        paper = self.paper
        if self.letter.to is None or paper.look.real_height <= _FOLDED_FROM:
            return
        for fold in _FOLDS:
            x0, x1 = (each / paper.look.scale for each in _FOLD_MARK)
            paper.rule(fold / paper.look.scale, 0.4, MUTED, x0, x1)

    def _head(self) -> float:
        """Letterhead, address, date, title; returns the level of the first line."""
        paper, letter = self.paper, self.letter
        y = draw_letterhead(paper, self.sheet.shop_name, self.sheet.shop_lines, self.picture) + 30
        x, room = paper.left, paper.room * 0.6
        if letter.to is not None and paper.look.real_height > _FOLDED_FROM:
            y = max(y, _WINDOW_TOP / paper.look.scale)
            room = min(room, _WINDOW_WIDTH / paper.look.scale)
            x = _WINDOW_LEFT / paper.look.scale
        base = ends = y
        if letter.to is not None:
            ends = paper.lines(x, base, _TO_NAME.wrap(letter.to.name, room), _TO_NAME)
            for text in (*letter.to.lines, letter.to.postcode, letter.to.country):
                ends = paper.lines(x, ends, _TO_LINE.wrap(text, room), _TO_LINE)
        if letter.date_line:
            date_line = _DATE.fitted(letter.date_line, paper.room - room - 10)
            paper.text_right(paper.right, base, letter.date_line, date_line)
            ends = max(ends, base + _DATE.lead)
        y = ends + 24 if ends > y else y
        if letter.title:
            title = _TITLE.balance(letter.title, paper.room, 3)
            y = paper.lines(paper.left, y + 8, title, _TITLE) + 4
        return y

    def _pieces(self) -> list[_Piece]:
        room = min(self.paper.room, 440.0)
        pieces = []
        greeting, body = _GREETING.sized(self.size), _BODY.sized(self.size)
        if self.letter.greeting:
            pieces.append(_Piece(greeting.wrap(self.letter.greeting, room), greeting))
        for text in self.letter.paragraphs:
            before = _AFTER_PARAGRAPH if pieces else 0.0
            pieces.append(_Piece(body.wrap(text, room), body, before))
        return pieces

    def _flow(self, piece: _Piece, y: float) -> float:
        """A paragraph, over the end of the page if need be, never with a single line on one."""
        y += piece.before
        left = list(piece.lines)
        while left:
            fits = max(0, int((self.floor - y) // piece.style.lead) + 1)
            if fits >= len(left):
                return self.paper.lines(self.paper.left, y, left, piece.style)
            taken = min(fits, len(left) - 2)
            if taken >= 2:
                self.paper.lines(self.paper.left, y, left[:taken], piece.style)
                left = left[taken:]
            y = self._next_page()
        return y

    def _next_page(self) -> float:
        self._foot()
        self.paper.turn_page()
        self.page += 1
        return self.paper.top + 12

    def _closing(self, y: float) -> float:
        paper, letter = self.paper, self.letter
        if not (letter.closing or letter.signature):
            return y
        y += 10
        needed = _BODY.lead + _SIGNATURE_ROOM + _SIGNED.lead + _SIGNED_NOTE.lead
        if y + needed > self.floor:
            y = self._next_page()
        body = _BODY.sized(self.size)
        y = paper.lines(paper.left, y, body.wrap(letter.closing, paper.room, 2), body)
        y += _SIGNATURE_ROOM if letter.closing else 0.0
        y = paper.lines(paper.left, y, _SIGNED.wrap(letter.signature, paper.room), _SIGNED)
        note = _SIGNED_NOTE.wrap(letter.signature_note, paper.room, 2)
        return paper.lines(paper.left, y - 1, note, _SIGNED_NOTE)

    def _postscript(self, y: float) -> float:
        """What everybody reads, in the soft box."""
        paper = self.paper
        lines = _POSTSCRIPT.wrap(self.letter.postscript, paper.room - 28, 8)
        if not lines:
            return y
        height = len(lines) * _POSTSCRIPT.lead + 16
        if y + height > self.floor + _POSTSCRIPT.lead:
            y = self._next_page()
        paper.box(paper.left, y, paper.room, height, radius=5, fill=SOFT)
        paper.box(paper.left, y, 3, height, radius=1.5, fill=ACCENT)
        paper.lines(paper.left + 15, y + 19, lines, _POSTSCRIPT)
        return y + height

    def _foot_height(self) -> float:
        return max(2, len(self._foot_lines())) * SMALL.lead

    def _foot_lines(self) -> list[str]:
        room = self.paper.room - 60
        return [line for text in self.sheet.foot_lines for line in SMALL.wrap(text, room, 2)]

    def _foot(self) -> None:
        paper, lines = self.paper, self._foot_lines()
        paper.lines(paper.left, paper.bottom - (len(lines) - 1) * SMALL.lead - 1, lines, SMALL)
        if self.total > 1:
            draw_page_number(paper, self.sheet.pages_label, self.page, self.total)
