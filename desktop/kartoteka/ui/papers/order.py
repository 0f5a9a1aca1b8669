"""What a run through the printer is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kartoteka.domain.printing import Part
from kartoteka.ui.page import Surroundings

Give = Callable[[bytes], Any]
AskPdf = Callable[[Part, Give], Any]


@dataclass(frozen=True, slots=True)
class Order:
    """Something to print: what its pages look like, where the bytes come from, and what then."""

    title: str
    """What the printer's queue calls it."""
    shown: bytes
    """Pages of the same size and number as those that will be printed."""
    ask_pdf: AskPdf
    """Gives the bytes of a part once somebody wants it printed: a copy is marked only then."""
    printed: Callable[[Part], Any]
    """The part went to the printer; of both sides turned by hand, the fronts count as it."""
    comfort: str = ""
    """A sentence about what is safe, said when the printer refuses."""


def plain_order(around: Surroundings, title: str, pdf: bytes) -> Order:
    """A paper that is not counted, such as a letter or a test page."""

    def printed(_part: Part) -> None:
        around.notices.say(around.words.say("Sent to the printer."))

    return Order(title, pdf, lambda _part, give: give(pdf), printed)
