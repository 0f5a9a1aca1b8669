"""Copies of the book: made while it is open, verified, kept by age, and put back."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from kartoteka.store import copying, disk, driver, integrity, migrations
from kartoteka.store.book import Book
from kartoteka.store.driver import translated
from kartoteka.store.errors import (
    BackupDamaged,
    BackupMissing,
    BookDamaged,
    BookMissing,
    BookTooNew,
    StoreTrouble,
)
from kartoteka.store.header import index_of, log_of, read_header
from kartoteka.store.lock import BookLock

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many daily, weekly and monthly copies are kept: about nine months back."""

_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy in a folder of backups."""

    path: Path
    made_at: datetime
    """Local time."""


def copy(book: Book, folder: Path, now: datetime) -> Path:
    """Copy an open book into `folder` and verify the copy; raises DiskFull or DiskTrouble.

    The copy appears under its name only when it is whole and on the disk.
    """
    with copying.in_folder(folder):
        target = copying.free(folder / f"{book.path.stem}-{now.strftime(_STAMP)}.db")
        with book.held() as raw:
            copying.copy_file(raw, target, book.password, book.watch)
    return target


def backups(folder: Path, book_path: Path) -> tuple[Backup, ...]:
    """The copies of this book in a folder, newest first; none when the folder is not there."""
    found = []
    with translated(folder):
        if folder.is_dir():
            for path in folder.iterdir():
                made_at = _made_at(path, book_path.stem)
                if made_at is not None:
                    found.append(Backup(path, made_at))
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path), reverse=True))


def rotate(folder: Path, book_path: Path, spare: Path | None = None) -> tuple[Path, ...]:
    """Delete the copies that are no longer worth their room; returns what was deleted.

    Only dated copies of this book are touched, never another file, and never `spare`.
    """
    dated = [backup for backup in backups(folder, book_path) if _stamp_of(backup, book_path)]
    kept = worth_keeping([backup.made_at for backup in dated])
    gone = tuple(
        backup.path for backup in dated if backup.made_at not in kept and backup.path != spare
    )
    with translated(folder):
        for path in gone:
            path.unlink(missing_ok=True)
    return gone


def worth_keeping(moments: list[datetime]) -> set[datetime]:
    """The newest of each of the last 12 days, 10 weeks and 9 months that have a copy.

    Days without a copy do not count, so a shop that was closed in summer keeps its spring.
    """
    newest_first = sorted(moments, reverse=True)
    days: dict[date, datetime] = {}
    weeks: dict[tuple[int, int], datetime] = {}
    months: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        year, week, _ = moment.isocalendar()
        days.setdefault(moment.date(), moment)
        weeks.setdefault((year, week), moment)
        months.setdefault((moment.year, moment.month), moment)
    return {
        *list(days.values())[:DAYS],
        *list(weeks.values())[:WEEKS],
        *list(months.values())[:MONTHS],
    }


def verify(path: Path, password: str | None = None) -> None:
    """Look through a whole copy without changing it.

    Raises BackupMissing, NotABook, BackupDamaged, and BookTooNew for a newer program's copy.
    """
    try:
        if password is None:
            read_header(path)
        with translated(path):
            raw = driver.connect(path, password, mode=_untouched(path))
            try:
                found = integrity.problems(raw)
                schema = integrity.schema_of(raw, path)
            finally:
                raw.close()
    except BookMissing:
        raise BackupMissing(path) from None
    except BookDamaged as damage:
        raise BackupDamaged(path, damage.detail) from damage
    if found:
        raise BackupDamaged(path, found[0])
    if schema > migrations.HEAD:
        raise BookTooNew(path, schema, migrations.HEAD)


def restore(backup: Path, book_path: Path, password: str | None = None) -> Path | None:
    """Put a verified copy in the place of the closed book; returns where the replaced file lies.

    Raises what `verify` raises, with the book untouched, and BookBusy while somebody has it open.
    None: there was no book.
    """
    verify(backup, password)
    with translated(book_path):
        book_path.parent.mkdir(parents=True, exist_ok=True)
        lock = BookLock(book_path)
        try:
            new = book_path.with_name(book_path.name + ".restoring")
            new.unlink(missing_ok=True)
            source = driver.connect(backup, password, mode=_untouched(backup))
            try:
                copying.copy_file(source, new, password)
            finally:
                source.close()
            kept = _set_aside(book_path)
            new.replace(book_path)
            disk.settle(book_path.parent)
        except BaseException:
            lock.release(cleanly=not lock.was_left_open)
            raise
        lock.release(cleanly=True)
    return kept


def good_backups(book_path: Path) -> tuple[Path, ...]:
    """Copies that may replace a damaged book, newest first; the first was looked through."""
    folders = {copying.default_folder(book_path), _folder_in_settings(book_path)} - {None}
    found: list[Backup] = []
    for folder in folders:
        if folder is not None:
            found += backups(folder, book_path)
    paths = [backup.path for backup in sorted(found, key=lambda b: b.made_at, reverse=True)]
    for position, path in enumerate(paths):
        try:
            verify(path)
        except StoreTrouble:
            continue
        return tuple(paths[position:])
    return ()


def _set_aside(book_path: Path) -> Path | None:
    """Keep the file that is about to be replaced, with its log, beside the book."""
    if not book_path.exists():
        return None
    kept = copying.free(book_path.with_name(book_path.name + ".before-restore"))
    disk.link_or_copy(book_path, kept)
    if log_of(book_path).exists():
        disk.link_or_copy(log_of(book_path), log_of(kept))
    # A log that stayed would be played into the restored file and ruin it.
    log_of(book_path).unlink(missing_ok=True)
    index_of(book_path).unlink(missing_ok=True)
    return kept


def _folder_in_settings(book_path: Path) -> Path | None:
    """The owner's folder of backups, if a damaged book still tells it."""
    try:
        raw = driver.connect(book_path, mode="immutable")
        try:
            raw.execute("PRAGMA writable_schema = ON")  # reads a truncated file as far as it goes
            row = raw.execute("SELECT value FROM setting WHERE key = 'backup.folder'").fetchone()
        finally:
            raw.close()
    except (dbapi2.Error, OSError):
        return None
    return Path(row[0]) if row and row[0] else None


def _made_at(path: Path, stem: str) -> datetime | None:
    match = re.fullmatch(re.escape(stem) + r"-(?:(\d{8}-\d{6})|schema-\d+)(?:-\d+)?\.db", path.name)
    if match is None:
        return None
    if match[1] is None:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().replace(tzinfo=None)
    try:
        return datetime.strptime(match[1], _STAMP)  # noqa: DTZ007 - names carry local time
    except ValueError:
        return None


def _stamp_of(backup: Backup, book_path: Path) -> bool:
    return backup.path.name.startswith(f"{book_path.stem}-{backup.made_at.strftime(_STAMP)}")


def _untouched(path: Path) -> str:
    """The mode that reads a file and leaves nothing beside it."""
    return "ro" if log_of(path).exists() else "immutable"
