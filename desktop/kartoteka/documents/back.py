"""The back of a paper: one promise, some care advice, or the way to the owner; never prices."""

from dataclasses import dataclass

from kartoteka.documents import fonts
from kartoteka.documents.page import About, Paper
from kartoteka.documents.sheets import BackKind, BackSheet, PaperSize
from kartoteka.documents.styles import ACCENT, LINE, LOOKS, MUTED, Style, look_of

_PROMISE_SIZES = (26.0, 23.0, 20.5, 18.5, 17.0)
_PROMISE = Style(_PROMISE_SIZES[0], bold=True, lead=29.5)
_REASON = Style(11.25, lead=17.5)
_SMALLER_REASON = Style(9.5, lead=14.0)
_LABEL = Style(8.25, colour=MUTED, lead=11.0)
_VALUE = Style(14.5, bold=True, lead=18.0)
_CODE = Style(14.5, bold=True, lead=18.0, spacing=1.0)
_TIP = Style(12.5, lead=18.0)
_TIP_NUMBER = Style(12.5, bold=True, colour=ACCENT, lead=18.0)
_ONLY_TIP = Style(15.5, lead=22.5)
_CALL = Style(15.0, bold=True, lead=19.0)
_CALL_QUIET = Style(10.5, colour=MUTED, lead=15.0)
_CONTACT = Style(8.75, lead=13.5)
_CONTACT_HEAVY = Style(8.75, bold=True, lead=13.5)
_CONTACT_QUIET = Style(8.75, colour=MUTED, lead=13.5)

_SLIP = Style(15.0, bold=True, lead=18.0)
_SLIP_VALUE = Style(11.0, bold=True, lead=14.0)

_QR_SIDE = 56.0
_LARGE_QR_SIDE = 104.0
_TIP_INDENT = 20.0
_QUIET = 14.0
"""Free around the bars and the squares, or scanners do not find them."""
_BAR_HEIGHT = 26.0
_TERMS_HEIGHT = 36.0


@dataclass(frozen=True, slots=True)
class _Promise:
    """The title in the size that leaves room for the rest."""

    style: Style
    lines: list[str]

    @property
    def height(self) -> float:
        return self.style.lead * len(self.lines)


def draw(sheet: BackSheet, size: PaperSize, about: About) -> bytes:
    """A back alone, as a PDF of one page: how an offer will look."""
    paper = Paper(look_of(LOOKS, size), about)
    draw_back(paper, sheet)
    return paper.finish().pdf


def draw_back(paper: Paper, sheet: BackSheet) -> None:
    """Draw the back on the paper's current page."""
    paper.box(paper.left, paper.top, 48, 4.5, radius=2.25, fill=ACCENT)
    invites = sheet.kind is BackKind.FEEDBACK
    floor = paper.bottom if invites else _draw_contact(paper, sheet)
    promise = _promise(sheet.title, paper.room * 0.9)
    y = paper.top + 22 + promise.style.size
    y = paper.lines(paper.left, y, promise.lines, promise.style)
    needed = _TERMS_HEIGHT + _BAR_HEIGHT + 20 if sheet.until or sheet.code else 0
    needed += _LARGE_QR_SIDE + 30 if invites else 0
    y = _draw_reason(paper, sheet, y - promise.style.lead + 33, floor - needed)
    y = _draw_tips(paper, sheet.tips, y + 10, floor - needed)
    if invites:
        _draw_invitation(paper, sheet, y + 14)
    _draw_terms(paper, sheet, y + 18)


def draw_slip(paper: Paper, sheet: BackSheet, y: float) -> float:
    """The back in the free room of a front, where it would take a sheet of its own.

    Begins at `y`; returns where it ends.
    """
    paper.rule(y, 0.75, LINE)
    paper.box(paper.left, y + 10, 30, 3, radius=1.5, fill=ACCENT)
    drawn = paper.qr(paper.right - _QR_SIDE, y + 10, sheet.contact_qr, _QR_SIDE)
    least = y + 10 + drawn
    room = paper.room - (_QR_SIDE + 18 if drawn else 0)
    y = paper.lines(paper.left, y + 31, _SLIP.wrap(sheet.title, room, 3), _SLIP) - 2
    for text in (sheet.reason, sheet.details, *sheet.tips):
        y = paper.lines(paper.left, y, _CONTACT.wrap(text, room, 4), _CONTACT)
    if sheet.until or sheet.code:
        y = _slip_terms(paper, sheet, y + 4)
    y = paper.lines(paper.left, y, _CONTACT.wrap(sheet.contact_question, room, 2), _CONTACT)
    for index, text in enumerate(sheet.contact_lines[:4]):
        style = _CONTACT_QUIET if index else _CONTACT_HEAVY
        y = paper.lines(paper.left, y, style.wrap(text, room, 2), style)
    return max(y - _CONTACT.lead + 4, least)


def _slip_terms(paper: Paper, sheet: BackSheet, y: float) -> float:
    """Until when, the code and its bars in one row; returns the next level."""
    x, bars = paper.left, 0.0
    if sheet.until:
        half = paper.room * 0.45
        ends = paper.text(x, y, sheet.until_label, _LABEL.fitted(sheet.until_label, half))
        value = _SLIP_VALUE.fitted(sheet.until, half)
        x = max(ends, paper.text(x, y + 13, sheet.until, value)) + 18
    if sheet.code:
        room = paper.right - x - (_QR_SIDE + 18)
        ends = paper.text(x, y, sheet.code_label, _LABEL.fitted(sheet.code_label, room))
        x = max(ends, paper.text(x, y + 13, sheet.code, _SLIP_VALUE.fitted(sheet.code, room))) + 18
    if sheet.barcode:
        modules = 11 * (len(sheet.barcode) + 3) + 2
        beside = paper.right - _QR_SIDE - 2 * _QUIET - x
        level = y - 8 if beside >= modules else y + 20
        left = x + _QUIET if beside >= modules else paper.left
        paper.barcode(left, level, sheet.barcode, 1.0, _BAR_HEIGHT)
        bars = level + _BAR_HEIGHT + 12 - y
    return y + max(28.0, bars)


def _promise(title: str, room: float) -> _Promise:
    """The title as large as four lines and its longest word allow; a whole story is cut."""
    words = fonts.safe(title).split()
    for size in _PROMISE_SIZES:
        style = _PROMISE.sized(size)
        lines = style.balance(title, room)
        if len(lines) <= 4 and all(style.width(word) <= room for word in words):
            return _Promise(style, lines)
    style = _PROMISE.sized(_PROMISE_SIZES[-1])
    return _Promise(style, style.wrap(title, room, 6))


def _draw_reason(paper: Paper, sheet: BackSheet, y: float, floor: float) -> float:
    room = min(paper.room * 0.86, 380.0)
    text = "\n".join(part for part in (sheet.reason, sheet.details) if part)
    style = _REASON
    if len(style.wrap(text, room)) * style.lead > floor - y:
        style = _SMALLER_REASON
    limit = max(1, int((floor - y) // style.lead))
    return paper.lines(paper.left, y, style.wrap(text, room, limit), style)


def _draw_tips(paper: Paper, tips: tuple[str, ...], y: float, floor: float) -> float:
    """Advice in large type, numbered if there are several; one that does not fit is left out."""
    if len(tips) == 1:
        return _draw_only_tip(paper, tips[0], y, floor)
    room = min(paper.room * 0.9, 400.0) - _TIP_INDENT
    for number, tip in enumerate(tips, start=1):
        lines = _TIP.wrap(tip, room)
        if y + (len(lines) - 1) * _TIP.lead > floor:
            break
        paper.text(paper.left, y, str(number), _TIP_NUMBER)
        y = paper.lines(paper.left + _TIP_INDENT, y, lines, _TIP) + 6
    return y


def _draw_only_tip(paper: Paper, tip: str, y: float, floor: float) -> float:
    """One piece of advice needs no number and has the room to be large."""
    room = min(paper.room * 0.9, 400.0)
    lines = _ONLY_TIP.wrap(tip, room)
    style = _ONLY_TIP if y + (len(lines) - 1) * _ONLY_TIP.lead <= floor else _TIP
    return paper.lines(paper.left, y + 4, style.wrap(tip, room), style) + 6


def _draw_invitation(paper: Paper, sheet: BackSheet, y: float) -> None:
    """The owner's telephone, large, and the code that dials it."""
    side = min(_LARGE_QR_SIDE, paper.bottom - y - 10)
    drawn = paper.qr(paper.left, y, sheet.contact_qr, side) if sheet.contact_qr else 0.0
    x = paper.left + (drawn + 22 if drawn else 0)
    room = paper.right - x
    lines = [(line, _CALL_QUIET) for line in _CALL_QUIET.wrap(sheet.contact_question, room, 2)]
    for index, text in enumerate(sheet.contact_lines[:4]):
        style = _CALL_QUIET if index else _CALL
        lines += [(line, style) for line in style.wrap(text, room, 2)]
    height = sum(style.lead for _, style in lines)
    base = y + max(0.0, (drawn - height) / 2) + 13
    for text, style in lines:
        paper.text(x, base, text, style)
        base += style.lead


def _draw_terms(paper: Paper, sheet: BackSheet, y: float) -> None:
    """Until when and by which code, side by side; the code again as bars for the scanner."""
    x = paper.left
    if sheet.until:
        value = _VALUE.fitted(sheet.until, paper.room * 0.55)
        label = _LABEL.fitted(sheet.until_label, paper.room * 0.55)
        ends = paper.text(x, y, sheet.until_label, label)
        x = max(ends, paper.text(x, y + 17, sheet.until, value)) + 26
    if sheet.code:
        code = _CODE.fitted(sheet.code, paper.right - x - len(sheet.code) * _CODE.spacing)
        paper.text(x, y, sheet.code_label, _LABEL.fitted(sheet.code_label, paper.right - x))
        paper.text(x, y + 17, sheet.code, code)
    if sheet.barcode:
        modules = 11 * (len(sheet.barcode) + 3) + 2
        module = min(1.25, (paper.room - 2 * _QUIET) / modules)
        paper.barcode(paper.left, y + 32, sheet.barcode, module, _BAR_HEIGHT)


def _draw_contact(paper: Paper, sheet: BackSheet) -> float:
    """The owner's contact at the foot; returns where the free space above it ends."""
    if not (sheet.contact_question or sheet.contact_lines or sheet.contact_qr):
        return paper.bottom
    x = paper.left + (_QR_SIDE + 27 if sheet.contact_qr else 0)
    room = paper.right - x
    lines = [(line, _CONTACT) for line in _CONTACT.wrap(sheet.contact_question, room, 2)]
    for index, text in enumerate(sheet.contact_lines[:4]):
        style = _CONTACT_QUIET if index else _CONTACT_HEAVY
        lines += [(line, style) for line in style.wrap(text, room, 2)]
    height = max(_QR_SIDE if sheet.contact_qr else 0.0, len(lines) * _CONTACT.lead)
    top = paper.bottom - height
    paper.rule(top - 17, 0.75, LINE)
    if sheet.contact_qr:
        paper.qr(paper.left, top, sheet.contact_qr, _QR_SIDE)
    y = top + (height - len(lines) * _CONTACT.lead) / 2 + _CONTACT.size + 1
    for text, style in lines:
        paper.text(x, y, text, style)
        y += style.lead
    return top - 30
