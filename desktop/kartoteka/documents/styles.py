"""The millimetres, colours and types of every paper, each said once.

Papers are laid out in the points of an A5 page; on A4 the same layout has more room and everything
is a little larger. Side margins are equal, so that a back printed by turning the sheet over its
upright edge falls exactly behind its front.
"""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor

from kartoteka.documents import fonts
from kartoteka.documents.errors import SizeNotMade
from kartoteka.documents.fonts import BOLD, REGULAR
from kartoteka.documents.sheets import PaperSize

MM = 72 / 25.4

INK = HexColor("#1E2530")
MUTED = HexColor("#5F6774")
"""A shade darker than on the screen: small print on paper must be read by everybody."""
LINE = HexColor("#DDD9CF")
ACCENT = HexColor("#0B6E69")
SOFT = HexColor("#F5F3EE")
WHITE = HexColor("#FFFFFF")
WELL, WELL_PALE = HexColor("#2F7D4F"), HexColor("#E5F2EA")
CARE, CARE_PALE = HexColor("#A86A00"), HexColor("#FBF0DA")
ALARM, ALARM_PALE = HexColor("#B23A1E"), HexColor("#FAE6E0")


_SHRINKS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
"""Tried one after another where a text must stand whole."""


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet of paper: its real size in points, and how much larger than A5 things are drawn."""

    real_width: float
    real_height: float
    scale: float
    real_margin: float

    @property
    def width(self) -> float:
        """Width in layout points."""
        return self.real_width / self.scale

    @property
    def height(self) -> float:
        """Height in layout points."""
        return self.real_height / self.scale

    @property
    def margin(self) -> float:
        """Free on every side, in layout points; printers reach that far."""
        return self.real_margin / self.scale


LOOKS = {
    PaperSize.A6: Look(105 * MM, 148 * MM, 0.86, 8 * MM),
    PaperSize.A5: Look(148 * MM, 210 * MM, 1.0, 11 * MM),
    PaperSize.A4: Look(210 * MM, 297 * MM, 1.16, 17 * MM),
}
DENSE_LOOKS = {
    PaperSize.A5: Look(148 * MM, 210 * MM, 0.86, 11 * MM),
    PaperSize.A4: LOOKS[PaperSize.A4],
}
"""Invoices, forms and reports say more than a receipt: on A5 everything is a little smaller."""
_CLOSER = (1.0, 0.93, 0.86, 0.8)
"""How much smaller a front may be set before it takes another page."""
_LEAST_SCALE = 0.78
"""Small print would be too small for old eyes below it."""
LIST_LOOK = Look(210 * MM, 297 * MM, 1.0, 15 * MM)
"""A call list is read from a hand's distance: A4 in its own points."""


def look_of(looks: dict[PaperSize, Look], size: PaperSize) -> Look:
    """The look in this size; raises SizeNotMade for one that such a paper is not made in."""
    if size not in looks:
        raise SizeNotMade(size.value, tuple(made.value for made in looks))
    return looks[size]


def closer_looks(look: Look) -> tuple[Look, ...]:
    """The same paper with its own type first, then a little smaller step by step."""
    scales = (look.scale * each for each in _CLOSER)
    return tuple(replace(look, scale=scale) for scale in scales if scale >= _LEAST_SCALE)


@dataclass(frozen=True, slots=True)
class Style:
    """One of the few ways in which text is set; `lead` is the distance of its baselines."""

    size: float
    bold: bool = False
    colour: Color = INK
    lead: float = 0.0
    spacing: float = 0.0

    @property
    def font(self) -> str:
        """The face's name in ReportLab."""
        return BOLD if self.bold else REGULAR

    def sized(self, size: float) -> "Style":
        """The same style in another size."""
        return Style(size, self.bold, self.colour, self.lead * size / self.size, self.spacing)

    def coloured(self, colour: Color) -> "Style":
        """The same style in another colour."""
        return replace(self, colour=colour)

    def width(self, text: str) -> float:
        """How wide a safe text is in this style."""
        return fonts.width(text, self.font, self.size) + self.spacing * len(text)

    def wrap(self, text: str, room: float, limit: int = 0) -> list[str]:
        """The text in safe lines no wider than `room`, at most `limit` of them."""
        return fonts.wrap(text, self.font, self.size, room, limit) if text else []

    def balance(self, text: str, room: float, limit: int = 0) -> list[str]:
        """Like `wrap`, in as few lines, but none of them much longer than the others."""
        lines = self.wrap(text, room, limit)
        fewest = len(lines)
        longest = max((self.width(word) for word in fonts.safe(text).split(" ")), default=0.0)
        while fewest > 1 and room - self.size * 0.4 > longest:
            room -= self.size * 0.4
            tighter = self.wrap(text, room)
            if len(tighter) > fewest:
                break
            lines = tighter
        return lines

    def whole(
        self, text: str, room: float, limit: int, *, cut: bool = True
    ) -> tuple["Style", list[str]]:
        """The text on so many lines, set smaller where it needs more; its lead stays.

        What is still too long is cut, or with `cut` False takes the lines that it needs.
        """
        style = self
        for shrink in _SHRINKS:
            style = replace(self.sized(self.size * shrink), lead=self.lead)
            lines = style.wrap(text, room)
            if len(lines) <= limit and all(style.width(line) <= room for line in lines):
                return style, lines
        return style, style.wrap(text, room, limit if cut else 0)

    def fitted(self, text: str, room: float) -> "Style":
        """This style, smaller if the text would not fit on one line."""
        return self.sized(fonts.fit_size(fonts.safe(text), self.font, self.size, room))
