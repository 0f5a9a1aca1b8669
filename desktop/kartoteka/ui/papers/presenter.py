"""Decides for the Papers page: which paper is shown, and whether printing it makes a copy."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop.views import IssuedPaper

SIZES = ("a5", "a4")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper in the preview, on paper of a size, as the original or marked as a copy."""

    paper: int
    size: str
    copy: bool


class PapersPresenter:
    """What is shown and what Print means.

    A paper is an original until it went to the printer in the session that issued it; whatever is
    printed later is marked as a copy.
    """

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self.text = ""
        self.shown: Shown | None = None
        self._originals: set[int] = set()

    def issued(self, paper: int, *, now: bool) -> None:
        """A receipt was asked for; `now`: it was issued by that, so its original is to print."""
        if now:
            self._originals.add(paper)

    def take(self, paper: "IssuedPaper") -> bool:
        """Show a paper; False when it is shown already, on the size that was chosen for it."""
        copy = paper.id not in self._originals
        if self.shown is not None and self.shown.paper == paper.id and self.shown.copy == copy:
            return False
        size = self.shown.size if self.shown and self.shown.paper == paper.id else paper.size
        self.shown = Shown(paper.id, size, copy)
        return True

    def choose_size(self, size: str) -> bool:
        """Show the same paper on another size."""
        if self.shown is None or self.shown.size == size:
            return False
        self.shown = replace(self.shown, size=size)
        return True

    def printed(self) -> None:
        """What is shown went to the printer."""
        if self.shown is not None:
            self._originals.discard(self.shown.paper)
            self.shown = replace(self.shown, copy=True)

    def print_again(self) -> None:
        """The original did not come out well: it may be printed once more as it is."""
        if self.shown is not None:
            self._originals.add(self.shown.paper)
            self.shown = replace(self.shown, copy=False)

    def forget(self) -> None:
        """Nothing is left to show."""
        self.shown = None


def paper_title(words: Words, paper: "IssuedPaper") -> str:
    """What a paper is called in the list."""
    number = formats.number(words, paper.number)
    if paper.total.minor < 0:
        return words.say("Return No. {number}", number=number)
    return words.say("Receipt No. {number}", number=number)


def paper_detail(words: Words, paper: "IssuedPaper") -> str:
    """For whom; without a client, nobody."""
    return paper.client_name or words.say("without a client")


def paper_day(words: Words, paper: "IssuedPaper", today: "date") -> str:
    """When it was issued, and how often it was copied."""
    day = formats.date_short(words, paper.issued_on)
    if paper.issued_on == today:
        day = words.say("today")
    if not paper.copies:
        return day
    return words.count("{day} · {number} copy", "{day} · {number} copies", paper.copies, day=day)


def facts(words: Words, paper: "IssuedPaper") -> str:
    """The line under the title of the preview."""
    day = formats.date_long(words, paper.issued_on)
    if not paper.client_name:
        return day
    return words.say("{client} · {date}", client=paper.client_name, date=day)


def print_words(words: Words, shown: Shown | None) -> str:
    """What the print button says."""
    if shown is not None and shown.copy:
        return words.say("Print a copy")
    return words.say("Print")


def size_words(size: str) -> str:
    """The name of a paper size, the same in every language."""
    return size.upper()
