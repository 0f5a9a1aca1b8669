"""Copying the book, putting a copy back, and looking whether the book is sound."""

from kartoteka.cli.call import DONE, NO_BOOK, Call
from kartoteka.cli.output import tell
from kartoteka.shop import safety


def backup(call: Call) -> int:
    """Copy the book into a folder; the copy is read back before this tells it is done."""
    with call.shop() as shop:
        path = safety.back_up(shop, call.options.folder)
    call.out.said(call.words.say("The copy is sound: {path}", path=path), {"backup": path})
    return DONE


def restore(call: Call) -> int:
    """Put a backup in the book's place; the replaced book is kept beside it."""
    kept = safety.restore(call.options.file, call.book)
    call.out.said(
        call.words.say("The backup is in the book's place: {path}", path=call.book),
        {"book": call.book, "replaced": kept},
    )
    return DONE


def check(call: Call) -> int:
    """Look at everything; exit code 5 when the book is not sound."""
    with call.shop() as shop:
        report = safety.check(shop)
    call.out.one({"ok": report.ok, "problems": list(report.problems)})
    if report.ok:
        return DONE
    tell(call.words.say("The book is not sound; restore a backup."))
    return NO_BOOK
