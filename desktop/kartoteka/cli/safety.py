"""Copying the book, putting a copy back, and looking whether the book is sound."""

from collections.abc import Callable
from typing import Any

from kartoteka.cli.call import DONE, NO_BOOK, Call
from kartoteka.cli.output import tell
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.shop import safety
from kartoteka.shop.safety import CheckReport, ProblemKind


def backup(call: Call) -> int:
    """Copy the book into a folder; the copy is read back before this tells it is done."""
    with call.shop() as shop:
        path = safety.back_up(shop, call.options.folder)
    call.out.said(call.words.say("Backup made and checked: {path}", path=path), {"backup": path})
    return DONE


def restore(call: Call) -> int:
    """Put a backup in the book's place; the replaced book is kept beside it."""
    kept = safety.restore(call.options.file, call.book)
    call.out.said(
        call.words.say("The card index was restored from {path}", path=call.book),
        {"book": call.book, "replaced": kept},
    )
    return DONE


def check(call: Call) -> int:
    """Look at everything; exit code 5 when the book is not sound."""
    with call.shop() as shop:
        report = safety.check(shop)
    if call.options.format == "table":
        _tell(report, call.words)
    else:
        call.out.one(_record(report))
    return DONE if report.ok else NO_BOOK


def _tell(report: CheckReport, words: Words) -> None:
    for problem in report.problems:
        tell(_SENTENCES[problem.kind](words, problem.ref))
    if report.ok:
        tell(
            words.say(
                "No problems found. Clients: {clients}, sales: {sales}.",
                clients=formats.number(words, report.clients),
                sales=formats.number(words, report.sales),
            )
        )
    else:
        tell(words.say("The card index is damaged; restore a backup."))


def _record(report: CheckReport) -> dict[str, Any]:
    return {
        "ok": report.ok,
        "problems": [{"kind": found.kind, "ref": found.ref} for found in report.problems],
        "clients": report.clients,
        "sales": report.sales,
    }


_SENTENCES: dict[ProblemKind, Callable[[Words, str], str]] = {
    ProblemKind.FILE: lambda words, ref: words.say("The file is damaged: {detail}", detail=ref),
    ProblemKind.NUMBER_GAP: lambda words, ref: words.say(
        "Receipt numbers are missing: {numbers}", numbers=ref
    ),
    ProblemKind.NUMBER_REPEAT: lambda words, ref: words.say(
        "Two receipts have the number {number}.", number=ref
    ),
    ProblemKind.FIGURES: lambda words, ref: words.say(
        "The totals of client {id} do not match their purchases.", id=ref
    ),
    ProblemKind.TOTAL: lambda words, ref: words.say(
        "The total of sale {id} does not match its lines or payments.", id=ref
    ),
    ProblemKind.PAPER_GAP: lambda words, ref: words.say(
        "Document numbers are missing: {numbers}", numbers=ref
    ),
    ProblemKind.PAPER_REPEAT: lambda words, ref: words.say(
        "Two documents have the number {number}.", number=ref
    ),
    ProblemKind.PAPER_CHANGED: lambda words, ref: words.say(
        "Document {number} has changed since it was issued.", number=ref
    ),
    ProblemKind.SEARCH: lambda words, ref: words.say(
        "Client {id} cannot be found by searching.", id=ref
    ),
}
