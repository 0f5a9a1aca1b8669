"""The foot of papers: lines to sign on, legal notes, the number of the page."""

from dataclasses import replace

from kartoteka.documents import fonts
from kartoteka.documents.page import Paper
from kartoteka.documents.sheets import Signature
from kartoteka.documents.styles import INK, MUTED, Style

SMALL = Style(8.25, colour=MUTED, lead=11.5)
_SIGN = Style(8.75, lead=12.0)
_SIGN_NAME = Style(8.25, colour=MUTED, lead=11.0)
_PAGE_ROOM = 60.0
_SIGN_GAP = 13.0


def legal_height(paper: Paper, legal: tuple[str, ...]) -> float:
    """How much room the legal notes take at the foot."""
    return len(_legal(paper, legal)) * SMALL.lead


def draw_legal(paper: Paper, legal: tuple[str, ...]) -> float:
    """Set legal notes from the lower margin upwards; returns the level above them."""
    lines = _legal(paper, legal)
    top = paper.bottom - len(lines) * SMALL.lead
    paper.lines(paper.left, top + SMALL.lead - 1, lines, SMALL)
    return top


def _legal(paper: Paper, legal: tuple[str, ...]) -> list[str]:
    return [line for text in legal for line in SMALL.wrap(text, paper.room - _PAGE_ROOM, 4)]


def draw_page_number(paper: Paper, label: str, page: int, pages: int) -> None:
    """'page 1 of 3' at the lower right; `label` holds {page} and {pages}."""
    text = label.replace("{page}", str(page)).replace("{pages}", str(pages))
    paper.text_right(paper.right, paper.bottom - 1, text, SMALL)


def draw_signatures(
    paper: Paper, y: float, signatures: tuple[Signature, ...], *, line: float = 96.0
) -> float:
    """Lines to sign on side by side, two in a row, names under them; returns where they end."""
    if not signatures:
        return y
    half = (paper.room - _SIGN_GAP) / 2
    for index, signature in enumerate(signatures):
        right = index % 2
        x = paper.left + right * (half + _SIGN_GAP)
        if right == 0 and index:
            y += _SIGN.lead + _SIGN_NAME.lead + 12
        _draw_signature(paper, x, y, signature, half, line)
    named = any(signature.name for signature in signatures[-2:])
    return y + (_SIGN_NAME.lead + 4 if named else 4)


def _draw_signature(
    paper: Paper, x: float, y: float, signature: Signature, room: float, line: float
) -> None:
    label = _SIGN.fitted(signature.label, room * 0.6)
    ends = paper.text(x, y, f"{signature.label} ", label)
    paper.rule(y + 1.5, 0.7, INK, ends, min(ends + line, x + room))
    name = _SIGN_NAME.fitted(signature.name, room - (ends - x))
    paper.text(ends, y + 1.5 + _SIGN_NAME.lead, signature.name, name)


def draw_signature_inline(paper: Paper, y: float, label: str, name: str, line: float) -> None:
    """One line to sign on with the name after it: 'Продавец ______ / Кузнецова О. П. /'."""
    x = paper.text(paper.left, y, f"{label} ", _SIGN)
    paper.rule(y + 1.5, 0.7, INK, x, x + line)
    if name:
        x += line + 5
        quiet = replace(_SIGN, colour=MUTED)
        text = f"/ {name} /"
        paper.text(x, y, text, quiet.fitted(text, paper.right - x))


def draw_stamp(paper: Paper, right: float, y: float, text: str, style: Style) -> float:
    """A framed word that ends at `right`, its upper edge at `y`; returns its width."""
    width = style.width(fonts.safe(text)) + 13
    x = right - width
    paper.box(x, y, width, 16, radius=2.5, stroke=style.colour)
    paper.text(x + 6.5 + style.spacing / 2, y + 10.8, text, style)
    return width
