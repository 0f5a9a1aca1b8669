"""Copying a book's file while it is open: whole and verified, or not there at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from kartoteka.domain.watching import UNWATCHED, Stopped, Watch
from kartoteka.store import disk, driver, integrity
from kartoteka.store.driver import Raw, translated
from kartoteka.store.errors import BackupDamaged, DiskTrouble

_PAGES = 2_000
"""Copied between two looks at whether somebody stops it: eight megabytes."""


def default_folder(book_path: Path) -> Path:
    """Where copies go when the owner named no folder: beside the book."""
    return book_path.with_name(f"{book_path.stem}-backups")


def before_step(raw: Raw, book_path: Path, schema: int, password: str | None = None) -> Path:
    """The verified copy that is made before the book goes on from `schema`."""
    folder = default_folder(book_path)
    with in_folder(folder):
        target = free(folder / f"{book_path.stem}-schema-{schema}.db")
        copy_file(raw, target, password)
    return target


def copy_file(source: Raw, target: Path, password: str | None, watch: Watch = UNWATCHED) -> None:
    """Copy with SQLite's backup, which sees the log too, to a single verified file.

    Raises Stopped, with nothing left, when `watch` stops it.
    """
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    try:
        raw = driver.connect(partial, password, mode="rwc")
        try:
            source.backup(raw, pages=_PAGES, progress=lambda _, left, whole: watch.tell(
                whole - left, whole
            ))  # fmt: skip
            watch.tell(0, 0)
            raw.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, no log beside it
            with integrity.stoppable(raw, watch.stopped):
                found = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
                if found != "ok" or integrity.counts(raw) != integrity.counts(source):
                    raise BackupDamaged(target, str(found))
        except dbapi2.OperationalError as error:
            if watch.stopped():
                raise Stopped from error
            raise
        finally:
            raw.close()
        disk.flush(partial)
        partial.rename(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    disk.settle(target.parent)


def free(path: Path) -> Path:
    """`path`, or the first of its numbered neighbours that is not taken."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Work in a folder of backups, made when it is missing; its troubles name it."""
    with translated(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileNotFoundError, FileExistsError) as error:  # a drive that is not there, a file
            raise DiskTrouble(folder, error.strerror or str(error)) from error
        yield
