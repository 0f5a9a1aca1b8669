"""Postcards lying on their long side: a wish on the front; message, address and stamp behind it."""

from dataclasses import dataclass

from reportlab.lib.colors import Color

from kartoteka.documents import codes
from kartoteka.documents.letterhead import draw_badge, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures, size_within
from kartoteka.documents.sheets import PaperSize, Postcard, PostcardSheet
from kartoteka.documents.styles import (
    ACCENT,
    CARE,
    CARE_PALE,
    LINE,
    MM,
    MUTED,
    SOFT,
    WELL_PALE,
    Look,
    Style,
    look_of,
)

_WISH_SIZES = (30.0, 26.0, 22.0, 18.0, 15.0)
_WISH = Style(_WISH_SIZES[0], bold=True, lead=34.0)
_SUBTITLE = Style(11.0, colour=MUTED, lead=15.0)
_SHOP = Style(9.0, bold=True, lead=12.0)
_GREETING = Style(9.75, bold=True, lead=14.0)
_BODY = Style(9.25, lead=13.25)
_SIGNED = Style(9.75, bold=True, lead=14.0)
_TO_NAME = Style(10.5, bold=True, lead=18.0)
_TO_LINE = Style(10.0, lead=18.0)
_SENDER = Style(7.25, colour=MUTED, lead=9.5)
_CODE_LABEL = Style(7.5, colour=MUTED, lead=10.0)
_CODE = Style(11.0, bold=True, lead=13.0, spacing=0.8)
_STAMP = Style(7.0, colour=MUTED, lead=9.0)

_LOOKS = {
    PaperSize.A6: Look(148 * MM, 105 * MM, 1.0, 8 * MM),
    PaperSize.A5: Look(210 * MM, 148 * MM, 1.414, 11 * MM),
}
_DIVIDER = 0.54
_STAMP_SIZE = (21 * MM, 26 * MM)
NO_PICTURES: Pictures = {}


@dataclass(frozen=True, slots=True)
class _Bead:
    """A disc of the garland: its place as parts of width and height, its radius in points."""

    x: float
    y: float
    radius: float
    colour: Color


_GARLAND = (
    _Bead(0.60, 0.06, 9, WELL_PALE),
    _Bead(0.665, 0.135, 13, CARE_PALE),
    _Bead(0.74, 0.185, 6, ACCENT),
    _Bead(0.785, 0.27, 17, WELL_PALE),
    _Bead(0.865, 0.345, 10, CARE),
    _Bead(0.905, 0.475, 21, SOFT),
    _Bead(0.915, 0.475, 8, ACCENT),
    _Bead(0.885, 0.64, 13, CARE_PALE),
    _Bead(0.835, 0.75, 18, WELL_PALE),
    _Bead(0.765, 0.835, 7, CARE),
    _Bead(0.70, 0.895, 11, ACCENT),
    _Bead(0.625, 0.93, 5, CARE_PALE),
)


def draw(sheet: PostcardSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> bytes:
    """The postcards as a PDF on A6 or A5, each a front and a back; equal sheets, equal bytes."""
    return prepare(sheet, size, pictures=pictures).pdf


def prepare(sheet: PostcardSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(_LOOKS, size), about)
    picture = logo(pictures, sheet.logo)
    paper.art("garland", lambda: _draw_garland(paper))
    for index, card in enumerate(sheet.cards):
        if index:
            paper.turn_page()
        _draw_front(paper, sheet, card, picture)
        paper.turn_page()
        _draw_back(paper, sheet, card)
    return paper.finish()


def _draw_garland(paper: Paper) -> None:
    width, height = paper.look.width, paper.look.height
    for bead in _GARLAND:
        paper.disc(bead.x * width, bead.y * height, bead.radius, bead.colour)


def _draw_front(paper: Paper, sheet: PostcardSheet, card: Postcard, picture: bytes | None) -> None:
    """The wish, large, beside a garland of beads; the shop's name at the foot."""
    paper.stamp("garland", 0, 0)
    style, lines = _wish(card.title, paper.room * 0.64)
    subtitle = _SUBTITLE.wrap(card.subtitle, paper.room * 0.58, 3)
    height = len(lines) * style.lead + len(subtitle) * _SUBTITLE.lead
    y = paper.top + max(0.0, (paper.bottom - paper.top - 24 - height) / 2) + style.size
    y = paper.lines(paper.left, y, lines, style)
    paper.lines(paper.left, y - style.lead + _SUBTITLE.lead + 10, subtitle, _SUBTITLE)
    x = paper.left
    if picture:
        width, logo_height = size_within(picture, 70.0, 20.0)
        paper.picture(x, paper.bottom - logo_height, picture, width, logo_height)
        x += width + 8
    else:
        draw_badge(paper, x, paper.bottom - 18, 18, sheet.shop_name)
        x += 25
    shop, name = _SHOP.whole(sheet.shop_name, paper.room * 0.55 - (x - paper.left), 2, cut=False)
    paper.lines(x, paper.bottom - 6 - (len(name) - 1) * shop.lead, name, shop)


def _wish(title: str, room: float) -> tuple[Style, list[str]]:
    """The wish as large as four lines allow."""
    for size in _WISH_SIZES:
        style = _WISH.sized(size)
        lines = style.balance(title, room)
        if len(lines) <= 4 and all(style.width(line) <= room for line in lines):
            return style, lines
    style = _WISH.sized(_WISH_SIZES[-1])
    return style, style.wrap(title, room, 5)


def _draw_back(paper: Paper, sheet: PostcardSheet, card: Postcard) -> None:
    middle = paper.left + paper.room * _DIVIDER
    paper.upright(middle, paper.top, paper.bottom, 0.6, LINE)
    _draw_message(paper, sheet, card, middle - paper.left - 14)
    _draw_stamp(paper, sheet.stamp_label)
    _draw_address(paper, card, middle + 14)


def _draw_message(paper: Paper, sheet: PostcardSheet, card: Postcard, room: float) -> None:
    """Greeting, paragraphs and name; the code and the sender at the foot."""
    floor = _draw_message_foot(paper, sheet, card, room)
    lines = [(line, _GREETING) for line in _GREETING.wrap(card.greeting, room, 2)]
    for text in card.paragraphs:
        lines += [(line, _BODY) for line in _BODY.wrap(text, room)] + [("", _STAMP)]
    lines += [(line, _SIGNED) for line in _SIGNED.wrap(card.signature, room, 2)]
    y = paper.top + 9
    for text, style in lines:
        if y > floor:
            break
        paper.text(paper.left, y, text, style)
        y += style.lead * (0.5 if not text else 1.0)


def _draw_message_foot(paper: Paper, sheet: PostcardSheet, card: Postcard, room: float) -> float:
    """Returns where the message must end."""
    sender = [line for text in sheet.sender_lines for line in _SENDER.wrap(text, room, 2)]
    y = paper.bottom - len(sender) * _SENDER.lead
    paper.lines(paper.left, y + _SENDER.lead - 2, sender, _SENDER)
    if not card.code:
        return y - 6
    modules = codes.code_128(card.barcode)[1] if card.barcode else 0
    label = _CODE_LABEL.wrap(card.code_label, room, 2)
    top = y - 40
    paper.lines(paper.left, top - (len(label) - 1) * _CODE_LABEL.lead, label, _CODE_LABEL)
    end = paper.text(paper.left, top + 14, card.code, _CODE.fitted(card.code, room * 0.5))
    if modules:
        module = min(0.9, (room - (end - paper.left) - 22) / modules)
        if module > 0.5:
            paper.barcode(end + 18, top + 4, card.barcode, module, 22)
    return top - 4 - len(label) * _CODE_LABEL.lead


def _draw_stamp(paper: Paper, label: str) -> None:
    width, height = (side / paper.look.scale for side in _STAMP_SIZE)
    x = paper.right - width
    paper.box(x, paper.top, width, height, radius=2, stroke=LINE, thickness=0.8)
    if label:
        paper.text_centre(x + width / 2, paper.top + height / 2 + 2, label, _STAMP)


def _draw_address(paper: Paper, card: Postcard, x: float) -> None:
    """The address on lines, at the lower right; lines to write on when there is none."""
    room = paper.right - x
    stamp = paper.top + _STAMP_SIZE[1] / paper.look.scale + 10
    lines = _address_lines(card, room, paper.bottom - stamp)
    y = paper.bottom - sum(style.lead for _, style in lines) + lines[-1][1].lead - 6
    for text, style in lines:
        paper.text(x, y, text, style)
        paper.rule(y + 4, 0.5, LINE, x, paper.right)
        y += style.lead


def _address_lines(card: Postcard, room: float, height: float) -> list[tuple[str, Style]]:
    """Every word of the address; a long one is set closer and smaller, and nothing is cut."""
    if card.to is None:
        return [("", _TO_LINE)] * 4
    lines: list[tuple[str, Style]] = []
    for shrink in (1.0, 0.85, 0.75, 0.65, 0.55):
        name, line = _TO_NAME.sized(_TO_NAME.size * shrink), _TO_LINE.sized(_TO_LINE.size * shrink)
        lines = [(text, name) for text in name.wrap(card.to.name, room)]
        for part in (*card.to.lines, card.to.postcode, card.to.country):
            lines += [(text, line) for text in line.wrap(part, room)]
        if sum(style.lead for _, style in lines) <= height:
            break
    return lines or [("", _TO_LINE)] * 4
