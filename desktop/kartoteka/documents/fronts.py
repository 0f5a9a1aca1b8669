"""Which type a front is set in: its own, or a little smaller where that saves a page."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kartoteka.documents.styles import Look, closer_looks


class Front(Protocol):
    """A front that knows how many pages it takes."""

    pages: int


AnyFront = TypeVar("AnyFront", bound=Front)


def closest(calm: Look, lay: Callable[[Look], AnyFront]) -> AnyFront:
    """The front with the fewest pages; of those the one in the largest type.

    Most papers fit on one page and are laid out once.
    """
    best = lay(calm)
    for look in closer_looks(calm)[1:]:
        if best.pages == 1:
            break
        tried = lay(look)
        if tried.pages < best.pages:
            best = tried
    return best
