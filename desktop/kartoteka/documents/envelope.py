"""Envelopes C5, C6 and DL, with sender and address where the country's post looks for them."""

from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import Address, Envelope, EnvelopeSheet, EnvelopeSize, Placement
from kartoteka.documents.styles import INK, LINE, MM, MUTED, Look, Style

_SENDER_NAME = Style(8.75, bold=True, lead=11.5)
_SENDER_LINE = Style(8.75, lead=11.5)
_TO_NAME = Style(12.5, bold=True, lead=17.0)
_TO_LINE = Style(12.0, lead=17.0)
_POSTCODE = Style(15.0, bold=True, lead=20.0, spacing=2.0)
_LABEL = Style(7.0, colour=MUTED, lead=9.0)

_SIZES = {
    EnvelopeSize.C5: (229, 162),
    EnvelopeSize.C6: (162, 114),
    EnvelopeSize.DL: (220, 110),
}
_MARGIN = 10 * MM
_TO_LEFT = 0.47
"""The address begins at this part of the width."""
_TO_BOTTOM = 0.14
"""Free under the address, as a part of the height: sorting machines print there."""
_LABEL_ROOM = 44.0

# The index in figures of nine strokes that Russian sorting machines read (ГОСТ Р 51506-99):
# corners of a field one wide and two high, counted from the upper left.
_FIGURES = {
    "0": [[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)]],
    "1": [[(0, 1), (1, 0), (1, 2)]],
    "2": [[(0, 0), (1, 0), (1, 1), (0, 2), (1, 2)]],
    "3": [[(0, 0), (1, 0), (0, 1), (1, 1), (0, 2)]],
    "4": [[(0, 0), (0, 1), (1, 1)], [(1, 0), (1, 2)]],
    "5": [[(1, 0), (0, 0), (0, 1), (1, 1), (1, 2), (0, 2)]],
    "6": [[(1, 0), (0, 1), (1, 1), (1, 2), (0, 2), (0, 1)]],
    "7": [[(0, 0), (1, 0), (0, 1), (0, 2)]],
    "8": [[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)], [(0, 1), (1, 1)]],
    "9": [[(1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 2)]],
}
_FIGURE, _FIGURE_STEP, _STROKE = 5 * MM, 9 * MM, 0.65 * MM
_INDEX_LENGTH = 6


def draw(sheet: EnvelopeSheet) -> bytes:
    """The envelopes as a PDF, one a page; equal sheets give equal bytes."""
    return prepare(sheet).pdf


def prepare(sheet: EnvelopeSheet) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    width, height = _SIZES[sheet.size]
    look = Look(width * MM, height * MM, 1.0, _MARGIN)
    paper = Paper(look, About(sheet.document_title, sheet.author, sheet.language, sheet.made))
    russian = sheet.placement is Placement.RUSSIAN
    for index, envelope in enumerate(sheet.envelopes):
        if index:
            paper.turn_page()
        if russian:
            _draw_russian(paper, envelope)
        else:
            _draw_plain(paper, envelope)
    return paper.finish()


def _draw_plain(paper: Paper, envelope: Envelope) -> None:
    """Sender at the upper left, address at the lower right, no labels (Български пощи)."""
    room = paper.room * 0.42
    _set(paper, paper.left, paper.top, _block(envelope.sender, _SENDER_NAME, _SENDER_LINE, room))
    x = paper.look.width * _TO_LEFT
    lines = _block(envelope.to, _TO_NAME, _TO_LINE, paper.right - x)
    height = sum(style.lead for _, style in lines)
    floor = paper.look.height * (1 - _TO_BOTTOM)
    _set(paper, x, floor - height, lines)


def _block(address: Address, name: Style, line: Style, room: float) -> list[tuple[str, Style]]:
    style, words = name.whole(address.name, room, 2, cut=False)
    lines = [(text, style) for text in words]
    town = [address.postcode] if address.postcode else []
    for part in (*address.lines, *town, address.country):
        style, words = line.whole(part, room, 2, cut=False)
        lines += [(text, style) for text in words]
    return lines


def _set(paper: Paper, x: float, y: float, lines: list[tuple[str, Style]]) -> float:
    for text, style in lines:
        paper.text(x, y + style.lead * 0.8, text, style)
        y += style.lead
    return y


def _draw_russian(paper: Paper, envelope: Envelope) -> None:
    """«От кого, откуда» at the upper left, «кому, куда, индекс» at the lower right, on lines."""
    room = paper.room * 0.45
    _ruled(paper, paper.left, paper.top, room, envelope.sender, _SENDER_NAME, _SENDER_LINE)
    x = paper.look.width * _TO_LEFT
    with paper.measuring():
        height = _ruled(paper, x, 0.0, paper.right - x, envelope.to, _TO_NAME, _TO_LINE)
    floor = paper.look.height * (1 - _TO_BOTTOM)
    _ruled(paper, x, floor - height, paper.right - x, envelope.to, _TO_NAME, _TO_LINE)
    _draw_index(paper, envelope.to.postcode)


def _ruled(
    paper: Paper, x: float, y: float, room: float, address: Address, name: Style, line: Style
) -> float:
    """Labels at the left, words on thin lines; returns where they end."""
    inner = room - _LABEL_ROOM
    parts = [(address.name_label, address.name, name)]
    for index, text in enumerate((*address.lines, address.country)):
        parts.append((address.lines_label if not index else "", text, line))
    for label, text, wanted in parts:
        style, words = wanted.whole(text, inner, 2, cut=False)
        for place, part in enumerate(words):
            base = y + style.lead * 0.8
            if label and not place:
                paper.text(x, base, label, _LABEL.fitted(label, _LABEL_ROOM - 4))
            paper.text(x + _LABEL_ROOM, base, part, style)
            paper.rule(base + 3, 0.4, LINE, x + _LABEL_ROOM, x + room)
            y += style.lead
    if address.postcode:
        style = _POSTCODE if line is _TO_LINE else line
        base = y + style.lead
        label = address.postcode_label
        paper.text(x, base, label, _LABEL.fitted(label, _LABEL_ROOM - 4) if label else _LABEL)
        paper.text(x + _LABEL_ROOM, base, address.postcode, style)
        y = base + 4
    return y


def _draw_index(paper: Paper, postcode: str) -> None:
    """Six figures for the sorting machine at the lower left."""
    if len(postcode) != _INDEX_LENGTH or not set(postcode) <= set(_FIGURES):
        return
    x, y = _MARGIN, paper.look.height - 12 * MM - 2 * _FIGURE
    for figure in postcode:
        for stroke in _FIGURES[figure]:
            points = [(x + column * _FIGURE, y + row * _FIGURE) for column, row in stroke]
            paper.path(points, _STROKE, INK)
        x += _FIGURE_STEP
