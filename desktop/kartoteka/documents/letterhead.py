"""The head of the shop's papers: its logo or a disc with its letter, its name, its lines."""

import re

from reportlab.lib.colors import Color

from kartoteka.documents import fonts
from kartoteka.documents.page import Paper
from kartoteka.documents.pictures import Pictures, size_within
from kartoteka.documents.styles import ACCENT, MUTED, WHITE, Style

NAME = Style(12.5, bold=True, lead=15.0)
LINE = Style(8.25, colour=MUTED, lead=11.5)
_BADGE = Style(12.0, bold=True, colour=WHITE)

DISC = 28.5
_LOGO_ROOM = (120.0, 38.0)
_QUOTED = re.compile(r"[«„“\"](\w)")


def initial(name: str) -> str:
    """The letter of the badge: of the name in quotes if there is one («Бусина»), else the first."""
    quoted = _QUOTED.search(name)
    letters = (quoted.group(1) if quoted else "") + name
    shown = (letter for letter in letters if letter.isalnum() and fonts.has_glyph(letter))
    return next(shown, "").upper()[:1]


def draw_letterhead(
    paper: Paper,
    name: str,
    lines: tuple[str, ...],
    picture: bytes | None = None,
    *,
    kept: float = 0.0,
) -> float:
    """Draw it at the upper margin, `kept` points free at its right; returns where it ends."""
    width, height = _mark(paper, name, picture)
    x = paper.left + width + 9
    room = paper.right - x - kept
    style, name_lines = NAME.whole(name, room, 2, cut=False)
    details = [line for text in lines for line in LINE.wrap(text, room)]
    block = len(name_lines) * style.lead + len(details) * LINE.lead
    y = paper.top + 12.5 + max(0.0, (height - block - 2) / 2 if height > DISC else 0.0)
    y = paper.lines(x, y, name_lines, style) - style.lead + 13
    after = paper.lines(x, y, details, LINE)
    return max(paper.top + height, after - LINE.lead + 3)


def _mark(paper: Paper, name: str, picture: bytes | None) -> tuple[float, float]:
    """The logo, or the disc with a letter; returns its width and height."""
    if picture:
        width, height = size_within(picture, *_LOGO_ROOM)
        paper.picture(paper.left, paper.top, picture, width, height)
        return width, height
    draw_badge(paper, paper.left, paper.top, DISC, name)
    return DISC, DISC


def draw_badge(
    paper: Paper,
    x: float,
    y: float,
    side: float,
    name: str,
    ground: Color = ACCENT,
    letter: Color = WHITE,
) -> None:
    """The disc with the letter of a name, its square's upper left corner at (x, y)."""
    radius = side / 2
    style = _BADGE.sized(_BADGE.size * side / DISC).coloured(letter)
    paper.disc(x + radius, y + radius, radius, ground)
    paper.text_centre(x + radius, y + radius + style.size * 0.358, initial(name), style)


def logo(pictures: Pictures, key: str) -> bytes | None:
    """The picture of this hash, if the paper has one and the shop still keeps it."""
    return pictures.get(key) if key else None
