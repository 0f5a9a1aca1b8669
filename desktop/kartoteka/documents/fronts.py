"""Which type a front is set in: its own, or a little smaller where that saves a page."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kartoteka.documents.spreading import Row
from kartoteka.documents.styles import Look, closer_looks


class Front(Protocol):
    """A front whose rows are spread over pages."""

    parts: list[list[Row]]


AnyFront = TypeVar("AnyFront", bound=Front)


def closest(calm: Look, lay: Callable[[Look], AnyFront]) -> AnyFront:
    """The front with the fewest pages; of those the one in the largest type.

    Most papers fit on one page and are laid out once.
    """
    best = lay(calm)
    for look in closer_looks(calm)[1:]:
        if len(best.parts) == 1:
            break
        tried = lay(look)
        if len(tried.parts) < len(best.parts):
            best = tried
    return best
