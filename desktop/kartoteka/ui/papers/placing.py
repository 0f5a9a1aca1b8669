"""Decides how pages go onto the paper of a printer: which edge to turn, where a page lies."""

from enum import StrEnum

from kartoteka.domain.printing import Part

POINT_MM = 25.4 / 72
"""Millimetres in a typographic point."""
SLACK = 1.0
"""Millimetres by which a printer's A5 may differ from ours without scaling."""


class Sides(StrEnum):
    """Which sides of a sheet are printed, and around which edge it is turned."""

    FRONT = "front"
    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


def sides(pages: int, width: float, height: float) -> Sides:
    """One page needs no turning; an upright sheet turns like a book, a wide one like a calendar.

    Then the top of the back is behind the top of the front.
    """
    if pages < 2:
        return Sides.FRONT
    return Sides.LONG_EDGE if height >= width else Sides.SHORT_EDGE


def place(
    page: tuple[float, float], paper: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Left, top, width and height of a page on the paper, all in millimetres.

    At its true size and in the middle, so that the back falls behind the front whichever way the
    sheet is turned; made smaller only where it would not fit.
    """
    scale = 1.0
    if page[0] > paper[0] + SLACK or page[1] > paper[1] + SLACK:
        scale = min(paper[0] / page[0], paper[1] / page[1])
    width, height = page[0] * scale, page[1] * scale
    return (paper[0] - width) / 2, (paper[1] - height) / 2, width, height


def passes(
    pages: int, part: Part = Part.BOTH, *, turns_by_itself: bool, last_first: bool = False
) -> tuple[tuple[int | None, ...], ...]:
    """Which pages go through the printer in one go, counted from 0; None is an empty side.

    A printer that cannot turn the sheet prints the fronts, then, after somebody has turned the
    stack, the backs: that of the first sheet first, or (`last_first`) that of the last one. A last
    sheet without a back goes through empty, or the backs would fall behind the wrong fronts.
    """
    everything = tuple(range(pages))
    fronts = everything[0::2]
    backs: tuple[int | None, ...] = everything[1::2]
    if last_first:
        backs = ((None,) if len(backs) < len(fronts) else ()) + backs[::-1]
    if part is Part.FRONTS:
        return (fronts,)
    if pages < 2:
        return () if part is Part.BACKS else (everything,)
    if part is Part.BACKS:
        return (backs,)
    if turns_by_itself and part is Part.BOTH:
        return (everything,)
    return fronts, backs
