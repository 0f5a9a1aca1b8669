"""A test of printing on both sides by hand: which way to turn the sheet, and is it straight."""

from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import PaperSize, TurningSheet
from kartoteka.documents.styles import ACCENT, INK, LOOKS, MM, MUTED, Style, look_of

_TITLE = Style(20.0, bold=True, lead=24.0)
_SIDE = Style(64.0, bold=True, colour=ACCENT, lead=64.0)
_STEP = Style(11.5, lead=16.5)
_NUMBER = Style(11.5, bold=True, colour=ACCENT, lead=16.5)
_NOTE = Style(8.75, colour=MUTED, lead=12.0)

_ARROW_WIDTH, _ARROW_HEIGHT = 74.0, 96.0
_INDENT = 22.0
_ARM = 5
"""Millimetres to each side of a cross."""


def draw(sheet: TurningSheet, size: PaperSize) -> bytes:
    """The test as a PDF of a front and a back; equal sheets give equal bytes."""
    return prepare(sheet, size).pdf


def prepare(sheet: TurningSheet, size: PaperSize) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(LOOKS, size), about)
    _draw_side(paper, "1", sheet.front_title, sheet.steps, sheet.ruler_note)
    paper.turn_page()
    _draw_side(paper, "2", sheet.back_title, sheet.verdicts, sheet.ruler_note)
    return paper.finish()


def _draw_side(paper: Paper, number: str, title: str, texts: tuple[str, ...], note: str) -> None:
    """An arrow to the upper edge with the side's number, what to do, crosses to hold to light."""
    middle = paper.look.width / 2
    top = paper.top + 36
    _draw_arrow(paper, middle, top)
    paper.text_centre(middle, top + _ARROW_HEIGHT + 62, number, _SIDE)
    y = top + _ARROW_HEIGHT + 106
    for line in _TITLE.balance(title, paper.room, 2):
        paper.text_centre(middle, y, line, _TITLE)
        y += _TITLE.lead
    y += 12
    room = min(paper.room - 60, 380.0)
    left = middle - room / 2
    notes = _NOTE.balance(note, paper.room - 60, 4)
    floor = paper.bottom - 20 - len(notes) * _NOTE.lead
    for place, text in enumerate(texts, start=1):
        lines = _STEP.wrap(text, room - _INDENT, 5)
        if y + (len(lines) - 1) * _STEP.lead > floor:
            break
        paper.text(left, y, str(place), _NUMBER)
        y = paper.lines(left + _INDENT, y, lines, _STEP) + 7
    base = paper.bottom - 20 - (len(notes) - 1) * _NOTE.lead
    for line in notes:
        paper.text_centre(middle, base, line, _NOTE)
        base += _NOTE.lead
    _draw_crosses(paper)


def _draw_arrow(paper: Paper, x: float, y: float) -> None:
    """An arrow that points to the upper edge."""
    half, shaft = _ARROW_WIDTH / 2, 13.0
    neck = y + _ARROW_HEIGHT * 0.46
    foot = y + _ARROW_HEIGHT
    paper.shape(
        [
            (x, y),
            (x + half, neck),
            (x + shaft, neck),
            (x + shaft, foot),
            (x - shaft, foot),
            (x - shaft, neck),
            (x - half, neck),
        ],
        ACCENT,
    )


def _draw_crosses(paper: Paper) -> None:
    """Four crosses with a mark at every millimetre, at the same places seen from both sides."""
    unit = MM / paper.look.scale
    inset = (_ARM + 1) * unit
    for x in (paper.left + inset, paper.right - inset):
        for y in (paper.top + inset, paper.bottom - inset):
            paper.rule(y, 0.5, INK, x - _ARM * unit, x + _ARM * unit)
            paper.upright(x, y - _ARM * unit, y + _ARM * unit, 0.5, INK)
            for step in range(-_ARM, _ARM + 1):
                tick = unit * (0.9 if step % 5 == 0 else 0.5)
                paper.upright(x + step * unit, y - tick, y + tick, 0.4, INK)
                paper.rule(y + step * unit, 0.4, INK, x - tick, x + tick)
