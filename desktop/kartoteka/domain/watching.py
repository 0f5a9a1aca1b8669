"""Long work and whoever looks at it: it tells how far it is, and may be stopped."""

from collections.abc import Callable
from dataclasses import dataclass


class Stopped(Exception):  # noqa: N818 - what the user wanted, no fault
    """The user stopped long work; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Somebody who sees the progress of long work and can stop it."""

    progress: Callable[[int, int], object]
    """Called with what is done and what there is to do; 0 means: not known."""
    stopped: Callable[[], bool]
    """Asked between two steps, and some times a second inside a long one."""

    def tell(self, done: int, whole: int) -> None:
        """So much is done; raises Stopped when nobody wants the rest."""
        if self.stopped():
            raise Stopped
        self.progress(done, whole)


def _nowhere(_done: int, _whole: int) -> None:
    """Nobody looks."""


def _never() -> bool:
    return False


UNWATCHED = Watch(_nowhere, _never)
