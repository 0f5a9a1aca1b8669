"""Loyalty cards of 85.6 × 54 mm (ISO/IEC 7810, ID-1): one a page, or ten on A4 to be cut.

What is the same on all cards is drawn once and put down many times. Columns are mirrored on the
page of the backs, so that each falls behind its own front; the sheet is turned over its long edge.
"""

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.documents import codes, fonts
from kartoteka.documents.letterhead import draw_badge, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures, size_within
from kartoteka.documents.sheets import CardHolder, CodeKind, LoyaltyCardSheet
from kartoteka.documents.styles import ACCENT, INK, MM, MUTED, SOFT, WHITE, Look, Style

WIDTH, HEIGHT = 85.6 * MM, 54.0 * MM
_EDGE = 5.0 * MM
"""Free at every side of a card: a cut may miss by a millimetre or two."""
_BAND = 3.0 * MM
_FIELD = 21.0 * MM
"""The coloured upper part of a front; codes and what is written by hand want white ground."""

_SHOP = Style(13.5, bold=True, colour=WHITE, lead=15.5)
_TITLE = Style(8.0, colour=WHITE, lead=10.5)
_NAME = Style(10.5, bold=True, lead=13.0)
_NAME_LINES = {CodeKind.BARS: 2, CodeKind.SQUARES: 3}
"""A name beside the squares has less room, but may go on upwards."""
_LEVEL = Style(7.5, bold=True, colour=ACCENT, lead=10.0)
_NUMBER = Style(9.5, lead=12.0, spacing=1.0)
_BACK_TITLE = Style(14.0, bold=True, colour=ACCENT, lead=16.5)
_BACK_LINE = Style(8.75, lead=12.0)
_BACK_CONTACT = Style(7.25, colour=MUTED, lead=9.5)
_BACK_NUMBER = Style(7.25, colour=MUTED, lead=9.5)

_BADGE = 30.0
_LOGO_ROOM = (96.0, 34.0)
_BAR_HEIGHT = 25.0
_MODULES = (0.95, 0.55)
"""A bar's module in points, at most and at least (0.34 and 0.19 mm)."""
_QUIET_MODULES = 10
_QR_SIDE = 52.0
NO_PICTURES: Pictures = {}


class CardLayout(StrEnum):
    """How cards lie on paper."""

    SINGLE = "single"
    TEN = "ten"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where cards lie on a page."""

    look: Look
    columns: int
    rows: int
    left: float
    top: float

    def corner(self, place: int, *, mirrored: bool) -> tuple[float, float]:
        """The upper left corner of a place; `mirrored` is the same place seen from behind."""
        row, column = divmod(place, self.columns)
        if mirrored:
            column = self.columns - 1 - column
        return self.left + column * WIDTH, self.top + row * HEIGHT


_A4 = Look(210 * MM, 297 * MM, 1.0, 5 * MM)
_PLACES = {
    CardLayout.SINGLE: _Places(Look(WIDTH, HEIGHT, 1.0, 0.0), 1, 1, 0.0, 0.0),
    CardLayout.TEN: _Places(
        _A4, 2, 5, (_A4.real_width - 2 * WIDTH) / 2, (_A4.real_height - 5 * HEIGHT) / 2
    ),
}


def draw(
    sheet: LoyaltyCardSheet,
    layout: CardLayout,
    *,
    backs: bool = True,
    pictures: Pictures = NO_PICTURES,
) -> bytes:
    """The cards as a PDF: fronts, their backs, the next fronts… Equal sheets give equal bytes."""
    return prepare(sheet, layout, backs=backs, pictures=pictures).pdf


def prepare(
    sheet: LoyaltyCardSheet,
    layout: CardLayout,
    *,
    backs: bool = True,
    pictures: Pictures = NO_PICTURES,
) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    places = _PLACES[layout]
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(places.look, about)
    return _Run(paper, places, sheet, logo(pictures, sheet.design.logo)).draw(backs=backs)


class _Run:
    """Draws one run of cards."""

    def __init__(
        self, paper: Paper, places: _Places, sheet: LoyaltyCardSheet, picture: bytes | None
    ) -> None:
        self.paper = paper
        self.places = places
        self.sheet = sheet
        self.design = sheet.design
        self.picture = picture

    def draw(self, *, backs: bool) -> Printed:
        self.paper.art("front", self._front_art)
        self.paper.art("back", self._back_art)
        self.paper.art("marks", self._marks)
        for index, page in enumerate(self._pages()):
            if index:
                self.paper.turn_page()
            self._page(page, behind=False)
            if backs:
                self.paper.turn_page()
                self._page(page, behind=True)
        return self.paper.finish()

    def _pages(self) -> list[list[CardHolder | None]]:
        """Cards by page; None are places that stay empty."""
        size = self.places.columns * self.places.rows
        skip = self.sheet.skip % size if size > 1 else 0
        places: list[CardHolder | None] = [*[None] * skip, *self.sheet.cards]
        return [places[start : start + size] for start in range(0, max(1, len(places)), size)]

    def _page(self, page: list[CardHolder | None], *, behind: bool) -> None:
        if self.places.columns > 1:
            self.paper.stamp("marks", 0, 0)
        for place, card in enumerate(page):
            if card is None:
                continue
            x, y = self.places.corner(place, mirrored=behind)
            if behind:
                self._back(card, x, y)
            else:
                self._front(card, x, y)

    def _front_art(self) -> None:
        """The shop's name and the card's title in white on a field of the accent."""
        paper, design = self.paper, self.design
        x = _EDGE
        paper.box(0, 0, WIDTH, _FIELD, fill=ACCENT)
        if self.picture:
            width, height = size_within(self.picture, *_LOGO_ROOM)
            top = (_FIELD - height) / 2
            paper.box(x - 4, top - 4, width + 8, height + 8, radius=4, fill=WHITE)
            paper.picture(x, top, self.picture, width, height)
        else:
            width = _BADGE
            ground, letter = WHITE, ACCENT
            draw_badge(paper, x, (_FIELD - _BADGE) / 2, _BADGE, design.shop_name, ground, letter)
        name_x = x + width + 11
        room = WIDTH - _EDGE - name_x
        shop, name = _SHOP.whole(design.shop_name, room, 2)
        title = _TITLE.wrap(design.title, room, 2)
        block = len(name) * shop.lead + len(title) * _TITLE.lead
        base = max(0.0, (_FIELD - block) / 2) + 11.5
        base = paper.lines(name_x, base, name, shop)
        paper.lines(name_x, base - 2.5, title, _TITLE)

    def _front(self, card: CardHolder, x: float, y: float) -> None:
        paper = self.paper
        paper.stamp("front", x, y)
        left, right = x + _EDGE, x + WIDTH - _EDGE
        floor = y + HEIGHT - _EDGE
        taken = self._code(card.code, left, right, floor)
        room = (right - left) if self.design.code is CodeKind.BARS else right - left - taken - 10
        number = _NUMBER.fitted(card.number, room - len(card.number) * _NUMBER.spacing)
        if self.design.code is CodeKind.SQUARES:
            base = floor - 1
        else:
            base = floor - (taken + 6 if taken else 1)
        level = fonts.safe(card.level)
        if card.name:
            lines = _NAME.wrap(card.name, room, _NAME_LINES[self.design.code])
            paper.lines(left, base - 14 - (len(lines) - 1) * _NAME.lead, lines, _NAME)
        end = paper.text(left, base, card.number, number)
        if level:
            fitted = _LEVEL.fitted(level, max(1.0, left + room - end - 8))
            paper.text_right(left + room, base, level, fitted)

    def _code(self, code: str, left: float, right: float, floor: float) -> float:
        """Bars along the foot or squares in the corner; returns their height or side."""
        if self.design.code is CodeKind.SQUARES:
            return self.paper.qr(right - _QR_SIDE, floor - _QR_SIDE, code, _QR_SIDE)
        modules = codes.code_128(code)[1]
        if not modules:
            return 0.0
        module = min(_MODULES[0], (right - left) / (modules + _QUIET_MODULES))
        if module < _MODULES[1]:
            return 0.0
        self.paper.barcode(left, floor - _BAR_HEIGHT, code, module, _BAR_HEIGHT)
        return _BAR_HEIGHT

    def _back_art(self) -> None:
        """What the card gives, as large as it fits, and how to reach the shop."""
        paper, design = self.paper, self.design
        x, room = _EDGE, WIDTH - 2 * _EDGE
        paper.box(0, 0, WIDTH, _BAND, fill=ACCENT)
        contact = [
            line for text in design.contact_lines for line in _BACK_CONTACT.wrap(text, room, 2)
        ][:4]
        top = HEIGHT - _EDGE - (len(contact) + 1) * _BACK_CONTACT.lead
        paper.box(0, top - 4, WIDTH, HEIGHT - top + 4, fill=SOFT)
        y = _BAND + 24
        title = _BACK_TITLE.balance(design.back_title, room, 3)
        y = paper.lines(x, y, title, _BACK_TITLE) + 1
        for text in design.back_lines:
            lines = _BACK_LINE.wrap(text, room, 3)
            if y + (len(lines) - 1) * _BACK_LINE.lead > top - 10:
                break
            y = paper.lines(x, y, lines, _BACK_LINE) + 2
        paper.lines(x, top + _BACK_CONTACT.lead, contact, _BACK_CONTACT)

    def _back(self, card: CardHolder, x: float, y: float) -> None:
        self.paper.stamp("back", x, y)
        base = y + HEIGHT - _EDGE + 1
        self.paper.text_right(x + WIDTH - _EDGE, base, card.number, _BACK_NUMBER)

    def _marks(self) -> None:
        """Short lines outside the cards, at every edge to cut along."""
        places, paper = self.places, self.paper
        right = places.left + places.columns * WIDTH
        bottom = places.top + places.rows * HEIGHT
        for column in range(places.columns + 1):
            x = places.left + column * WIDTH
            paper.upright(x, places.top - 8 * MM, places.top - 2 * MM, 0.4, INK)
            paper.upright(x, bottom + 2 * MM, bottom + 8 * MM, 0.4, INK)
        for row in range(places.rows + 1):
            y = places.top + row * HEIGHT
            paper.rule(y, 0.4, INK, places.left - 8 * MM, places.left - 2 * MM)
            paper.rule(y, 0.4, INK, right + 2 * MM, right + 8 * MM)
