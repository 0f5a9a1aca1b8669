"""How papers for many clients lie on their sheets: stickers, envelopes, cards."""

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.errors import BadValue

CARDS_ON_A_SHEET = 10
A4 = (210.0, 297.0)
"""Millimetres across and down."""
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A sheet of stickers on A4: margins and gaps in millimetres; labels share what is left.

    The default is the common 3 × 8 of 70 × 37 mm, the whole sheet without margins.
    """

    columns: int = 3
    rows: int = 8
    left: Decimal = _NONE
    top: Decimal = _NONE
    right: Decimal = _NONE
    bottom: Decimal = _NONE
    gap_across: Decimal = _NONE
    gap_down: Decimal = _NONE

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of one label in millimetres; not above zero when nothing is left."""
        across = self.left + self.right + (self.columns - 1) * self.gap_across
        down = self.top + self.bottom + (self.rows - 1) * self.gap_down
        return (A4[0] - float(across)) / self.columns, (A4[1] - float(down)) / self.rows

    @property
    def places(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows


MEASURES = tuple(field.name for field in fields(Labels))


class EnvelopeSize(StrEnum):
    """Envelopes lying on their long side: 229 × 162, 162 × 114, 220 × 110 mm."""

    C5 = "c5"
    C6 = "c6"
    DL = "dl"


class CodeKind(StrEnum):
    """What a scanner reads: bars (Code 128) or squares (QR)."""

    BARS = "bars"
    SQUARES = "squares"


def used_before(start: int, places: int) -> int:
    """The places to leave empty so that the first one printed is `start` (from 1).

    Raises BadValue when the sheet has no such place.
    """
    if start < 1:
        raise BadValue("start", str(start), "not positive")
    if start > places:
        raise BadValue("start", str(start), "too large")
    return start - 1
