"""Safety: backups, checks, closing, and taking back what a deed did."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kartoteka.domain.errors import NotFound, RuleBroken
from kartoteka.domain.watching import UNWATCHED, Stopped, Watch
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import backup, checks, copying, integrity, journal
from kartoteka.store.book import Session
from kartoteka.store.driver import translated
from kartoteka.store.errors import BackupMissing, BookDamaged, StoreTrouble
from kartoteka.store.journal import Entry


@dataclass(eq=False)
class AlreadyUndone(RuleBroken):
    """The deed was taken back before."""

    deed: str


@dataclass(eq=False)
class CannotUndo(RuleBroken):
    """There is no way back from this deed."""

    deed: str


class ProblemKind(StrEnum):
    """What a check of the book can find."""

    FILE = "file"
    NUMBER_GAP = "number_gap"
    NUMBER_REPEAT = "number_repeat"
    FIGURES = "figures"
    TOTAL = "total"
    SEARCH = "search"
    PAPER_GAP = "paper_gap"
    PAPER_REPEAT = "paper_repeat"
    PAPER_CHANGED = "paper_changed"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `ref` is a number, a range '5-7', a client's or sale's id, or SQLite's text."""

    kind: ProblemKind
    ref: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a look through the whole book found."""

    problems: tuple[Problem, ...]
    clients: int
    sales: int

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Closing:
    """How the shop was closed: the copy that was made, and why one was not made as asked.

    Neither: the newest copy has everything, or the owner did not wait for another.
    """

    backup: Path | None
    trouble: StoreTrouble | None


def backup_folder(shop: Shop) -> Path:
    """Where automatic copies go: the owner's folder, else one beside the book."""
    chosen = shop.settings.backup_folder
    return Path(chosen) if chosen else copying.default_folder(shop.book.path)


def back_up(shop: Shop, folder: Path | None = None) -> Path:
    """Copy the book into `folder` (else the one of automatic copies) and verify the copy.

    Raises DiskFull, BookReadOnly, DiskTrouble, BackupDamaged; the book itself is never at risk.
    Progress is told to the shop's watch.
    """
    return backup.copy(shop.book, folder or backup_folder(shop), shop.now())


def backups(shop: Shop) -> tuple[backup.Backup, ...]:
    """The copies of this book in the folder of automatic copies, newest first."""
    return backup.backups(backup_folder(shop), shop.book.path)


def automatic_backup(shop: Shop, spare: Path | None = None) -> Path | None:
    """Copy the book when it changed since the newest copy, and thin out old copies by age.

    `spare` stays whatever its age. None: the newest copy has everything. Raises what `back_up`
    raises.
    """
    folder, book = backup_folder(shop), shop.book
    known = backup.backups(folder, book.path)
    if known and not book.newer_than(known[0].path):
        return None
    made = backup.copy(book, folder, shop.now())
    backup.rotate(folder, book.path, spare)
    return made


def close(shop: Shop, spare: Path | None = None, watch: Watch = UNWATCHED) -> Closing:
    """Make the automatic copy and close the book, which is closed even when copying fails.

    `spare` is an older copy that is about to be put back: thinning out leaves it. When the
    owner's folder cannot be written (a stick was pulled), the copy goes beside the book. `watch`
    sees how far the copy is, and may pass it over.
    """
    try:
        with shop.watched(watch):
            made, trouble = _last_copy(shop, spare)
    except BaseException:
        shop.close()
        raise
    try:
        shop.close()
    except StoreTrouble as failed:
        trouble = failed
    return Closing(made, trouble)


def _last_copy(shop: Shop, spare: Path | None) -> tuple[Path | None, StoreTrouble | None]:
    try:
        return automatic_backup(shop, spare), None
    except Stopped:
        return None, None
    except StoreTrouble as trouble:
        if shop.settings.backup_folder:
            with suppress(StoreTrouble, Stopped):
                return _copy_beside(shop, spare), trouble
        return None, trouble


def _copy_beside(shop: Shop, spare: Path | None) -> Path:
    folder = copying.default_folder(shop.book.path)
    made = backup.copy(shop.book, folder, shop.now())
    backup.rotate(folder, shop.book.path, spare)
    return made


def restore(copy: Path, book_path: Path) -> Path | None:
    """Put a copy in the place of the closed book; returns where the replaced file is kept.

    Raises BackupMissing, BackupDamaged, NotABook, BookTooNew, BookBusy: the book is untouched.
    """
    if copy.absolute() == book_path.absolute():
        raise BackupMissing(copy)
    return backup.restore(copy, book_path)


def check(shop: Shop) -> CheckReport:
    """Look through the file and ask whether the book agrees with itself. Changes nothing.

    Where damage keeps the book from being read, the report has the damage alone.
    """
    damage = _damage(shop)
    try:
        return _agreement(shop, damage)
    except BookDamaged:
        if not damage:
            raise
        return CheckReport(tuple(damage), clients=0, sales=0)


def _damage(shop: Shop) -> list[Problem]:
    try:
        with shop.book.held() as raw, translated(shop.book.path):
            return [Problem(ProblemKind.FILE, text) for text in integrity.problems(raw)]
    except BookDamaged as damaged:
        return [Problem(ProblemKind.FILE, damaged.detail)]


def _agreement(shop: Shop, damage: list[Problem]) -> CheckReport:
    found = list(damage)
    with shop.book.held() as raw, translated(shop.book.path):
        counts = integrity.counts(raw)
    with shop.read() as session:
        found += _number_problems(session)
        currency = shop.settings.shop.currency
        for kind, ids in (
            (ProblemKind.FIGURES, checks.wrong_figures(session, currency)),
            (ProblemKind.TOTAL, checks.wrong_totals(session)),
            (ProblemKind.SEARCH, checks.unsearchable(session)),
        ):
            found += [Problem(kind, str(ref)) for ref in ids]
    found += _paper_problems(shop)
    return CheckReport(tuple(found), clients=counts["client"], sales=counts["sale"])


def undo(shop: Shop, journal_id: int) -> Done[None]:
    """Take back the deed that wrote this entry of the journal, also after a restart.

    Raises NotFound, AlreadyUndone, CannotUndo, and what the deed's own inverse refuses.
    """
    with shop.keeping_settings(), shop.change() as session:
        entry = journal.entry(session, journal_id)
        if entry is None:
            raise NotFound("deed", str(journal_id))
        if entry.undone_at is not None:
            raise AlreadyUndone(entry.deed)
        inverse = _inverses().get(entry.deed)
        if inverse is None or entry.detail == journal.ERASED:
            raise CannotUndo(entry.deed)
        changes = inverse(shop, session, entry)
        journal.mark_undone(session, shop.now(), journal_id)
    return Done(None, changes)


Inverse = Callable[[Shop, Session, Entry], Changes]
"""Takes back what the entry tells, inside the transaction of `undo`; may call other deeds."""


def _inverses() -> dict[str, Inverse]:
    """Deed → its inverse; a deed that is not here cannot be taken back.

    All deeds together are slow to import, and the window asks for backups long before an undo.
    """
    from kartoteka.shop import (
        calls,
        card_bin,
        catalogue,
        clients,
        closing,
        debts,
        imports,
        offers,
        sales,
        till,
    )
    from kartoteka.shop import settings as shop_settings

    return {
        calls.MAKE_LIST: calls.take_back_list,
        calls.RECORD_OUTCOME: calls.take_back_outcome,
        calls.RECORD_CALL: calls.take_back_call,
        offers.DELETE_OFFER: offers.take_back_deleting,
        offers.SAVE_OFFER: offers.take_back_saving,
        sales.RECORD_SALE: _take_back_sale,
        till.VOID_SALE: till.take_back_void,
        till.DROP_HELD: till.take_back_drop,
        debts.PAY_DEBT: debts.take_back_payment,
        closing.CLOSE_DAY: closing.take_back_closing,
        catalogue.ADD_ITEM: catalogue.take_back_add,
        catalogue.EDIT_ITEM: catalogue.take_back_edit,
        catalogue.DELETE_ITEMS: catalogue.take_back_delete,
        shop_settings.CHANGE_SETTINGS: shop_settings.take_back_settings,
        clients.ADD_CLIENT: clients.take_back_add,
        clients.EDIT_CLIENT: clients.take_back_edit,
        card_bin.DELETE_CLIENT: card_bin.take_back_deleting,
        card_bin.DELETE_CLIENTS: card_bin.take_back_deleting,
        card_bin.RESTORE_CLIENT: card_bin.take_back_restoring,
        card_bin.RESTORE_CLIENTS: card_bin.take_back_restoring,
        clients.SAVE_SOURCE: clients.take_back_source,
        imports.IMPORT: imports.take_back_import,
    }


def _take_back_sale(shop: Shop, _session: Session, entry: Entry) -> Changes:
    from kartoteka.shop import sales

    return sales.undo_sale(shop, entry.detail).changes


def _paper_problems(shop: Shop) -> list[Problem]:
    from kartoteka.shop.paper_check import check_papers

    report = check_papers(shop)
    return [
        Problem(kind, ref)
        for kind, refs in (
            (ProblemKind.PAPER_GAP, report.gaps),
            (ProblemKind.PAPER_REPEAT, report.repeats),
            (ProblemKind.PAPER_CHANGED, report.changed),
        )
        for ref in refs
    ]


def _number_problems(session: Session) -> list[Problem]:
    numbers = checks.receipt_numbers(session)
    gaps = [f"{first}-{last}" if first < last else str(first) for first, last in numbers.gaps]
    return [Problem(ProblemKind.NUMBER_GAP, gap) for gap in gaps] + [
        Problem(ProblemKind.NUMBER_REPEAT, str(number)) for number in numbers.repeats
    ]
