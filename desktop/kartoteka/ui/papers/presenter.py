"""Decides for the Papers page: which paper is shown, and whether printing it makes a copy."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kartoteka.domain.papers import PaperKind
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop.views import IssuedPaper

SIZES = ("a5", "a4")
CHOICES: dict[str, tuple[tuple[str, ...], Callable[[Words], str]]] = {
    "all": ((), lambda words: words.say("All documents")),
    "receipts": ((PaperKind.RECEIPT,), lambda words: words.say("Receipts")),
    "invoices": ((PaperKind.INVOICE,), lambda words: words.say("Invoices")),
    "proformas": ((PaperKind.PROFORMA,), lambda words: words.say("Proformas")),
    "notes": (
        (PaperKind.CREDIT_NOTE, PaperKind.DEBIT_NOTE),
        lambda words: words.say("Credit and debit notes"),
    ),
}
"""Which papers the list shows: their kinds, and the words of the choice."""


class Action(StrEnum):
    """What can be done with the paper that is shown, beside printing it."""

    INVOICE = "invoice"
    PROFORMA = "proforma"
    CREDIT = "credit"
    DEBIT = "debit"
    AMENDED = "amended"
    SALE = "sale"
    WARRANTY = "warranty"
    STRIP = "strip"
    TURNING = "turning"
    ANNUL = "annul"


ACTION_WORDS: dict[Action, Callable[[Words], str]] = {
    Action.INVOICE: lambda words: words.say("Issue an invoice…"),
    Action.PROFORMA: lambda words: words.say("Issue a proforma…"),
    Action.CREDIT: lambda words: words.say("Credit note…"),
    Action.DEBIT: lambda words: words.say("Debit note…"),
    Action.AMENDED: lambda words: words.say("Show the invoice that it changes"),
    Action.SALE: lambda words: words.say("Show the purchase"),
    Action.WARRANTY: lambda words: words.say("Warranty card…"),
    Action.STRIP: lambda words: words.say("Print on the receipt printer"),
    Action.TURNING: lambda words: words.say("Test page for printing on both sides"),
    Action.ANNUL: lambda words: words.say("Annul…"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper in the preview, on paper of a size, as the original or marked as a copy."""

    paper: int
    size: str
    copy: bool


class PapersPresenter:
    """What is shown and what Print means.

    A paper is an original until it went to a printer, whatever is printed later is marked as a
    copy.
    """

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self.text = ""
        self.choice = "all"
        self.shown: Shown | None = None

    def take(self, paper: "IssuedPaper") -> bool:
        """Show a paper; False when it is shown already, on the size that was chosen for it."""
        now = self.shown
        if now is not None and (now.paper, now.copy) == (paper.id, paper.printed):
            return False
        size = now.size if now is not None and now.paper == paper.id else paper.size
        self.shown = Shown(paper.id, size, copy=paper.printed)
        return True

    def choose_size(self, size: str) -> bool:
        """Show the same paper on another size."""
        if self.shown is None or self.shown.size == size:
            return False
        self.shown = replace(self.shown, size=size)
        return True

    def forget(self) -> None:
        """Nothing is left to show."""
        self.shown = None


def paper_title(words: Words, paper: "IssuedPaper") -> str:
    """What a paper is called in the list."""
    back = paper.kind == PaperKind.RECEIPT and paper.total.minor < 0
    return labels.paper_title(words, paper.kind, paper.shown or str(paper.number), back=back)


def paper_kind(words: Words, paper: "IssuedPaper") -> str:
    """What a paper is, for a list that has its number on the next line."""
    back = paper.kind == PaperKind.RECEIPT and paper.total.minor < 0
    return labels.paper_kind(words, paper.kind, back=back)


def number_and_client(words: Words, paper: "IssuedPaper") -> str:
    """The number as it stands on the paper, first, so that a narrow list never cuts it."""
    # Translators: a line of a list: the number of a paper and whom it is for.
    return words.say(
        "{number} · {client}",
        number=paper.shown or str(paper.number),
        client=paper_detail(words, paper),
    )


def paper_detail(words: Words, paper: "IssuedPaper") -> str:
    """For whom; without a client, nobody."""
    return paper.client_name or words.say("without a client")


def paper_day(words: Words, paper: "IssuedPaper", today: "date") -> str:
    """When it was issued, and whether it still holds or how often it was copied."""
    day = formats.date_short(words, paper.issued_on)
    if paper.issued_on == today:
        day = words.say("today")
    if paper.annulled_at is not None:
        return words.say("{day} · annulled", day=day)
    if not paper.copies:
        return day
    return words.count("{day} · {number} copy", "{day} · {number} copies", paper.copies, day=day)


def facts(words: Words, paper: "IssuedPaper") -> str:
    """The line under the title of the preview."""
    parts = [paper.client_name] if paper.client_name else []
    parts.append(formats.date_long(words, paper.issued_on))
    if paper.due_on is not None and paper.annulled_at is None:
        parts.append(words.say("due {day}", day=formats.date_short(words, paper.due_on)))
    if paper.annulled_at is not None:
        parts.append(words.say("annulled: {reason}", reason=paper.annul_reason))
    elif paper.ground:
        parts.append(paper.ground)
    return " · ".join(parts)


def kinds_of(choice: str) -> tuple[str, ...]:
    """The kinds of paper that a choice of the list shows; none means all."""
    return CHOICES[choice][0]


def actions(paper: "IssuedPaper", country: str, *, strip: bool = False) -> tuple[Action, ...]:
    """What can be done with a paper, in the order of the menu; `strip`: there is such a printer."""
    if paper.annulled_at is not None:
        return (Action.SALE, Action.TURNING) if paper.sale is not None else (Action.TURNING,)
    found = _issuable(paper, country)
    if paper.amends is not None:
        found.append(Action.AMENDED)
    if paper.sale is not None:
        found.append(Action.SALE)
    if paper.kind == PaperKind.RECEIPT and paper.total.minor > 0:
        found.append(Action.WARRANTY)
    if strip and paper.kind == PaperKind.RECEIPT:
        found.append(Action.STRIP)
    found.append(Action.TURNING)
    if paper.kind != PaperKind.RECEIPT:
        found.append(Action.ANNUL)
    return tuple(found)


def _issuable(paper: "IssuedPaper", country: str) -> list[Action]:
    """The papers that can follow this one."""
    if paper.kind == PaperKind.INVOICE:
        return [Action.CREDIT, Action.DEBIT] if country == "bg" else [Action.CREDIT]
    if paper.sale is None or paper.total.minor < 0:
        return []
    if paper.kind == PaperKind.RECEIPT:
        return [Action.INVOICE, Action.PROFORMA]
    return [Action.INVOICE] if paper.kind == PaperKind.PROFORMA else []


def print_words(words: Words, shown: Shown | None) -> str:
    """What the print button says."""
    if shown is not None and shown.copy:
        return words.say("Print a copy")
    return words.say("Print")


def size_words(size: str) -> str:
    """The name of a paper size, the same in every language."""
    return size.upper()
