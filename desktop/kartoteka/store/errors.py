"""What can be wrong with the book or its disk: facts only, the words are made elsewhere."""

from dataclasses import dataclass, field
from pathlib import Path


class StoreTrouble(Exception):  # noqa: N818 - a trouble of the world, not a fault of the program
    """The outside world says no: a file, a disk, another program."""


@dataclass(eq=False)
class BookMissing(StoreTrouble):
    """There is no book at `path`; `backups` may take its place, newest first."""

    path: Path
    backups: tuple[Path, ...] = ()


@dataclass(eq=False)
class BookExists(StoreTrouble):
    """A new book was asked for where something already lies."""

    path: Path


@dataclass(eq=False)
class BookBusy(StoreTrouble):
    """Another program works on the book; `pid` is its process when it left its number."""

    path: Path
    pid: int | None = None


@dataclass(eq=False)
class NotABook(StoreTrouble):
    """The file is something else than a book of Kartoteka."""

    path: Path


@dataclass(eq=False)
class BookDamaged(StoreTrouble):
    """The file is broken; `backups` are the copies that can take its place, newest first."""

    path: Path
    detail: str
    backups: tuple[Path, ...] = field(default=())


@dataclass(eq=False)
class BookTooNew(StoreTrouble):
    """A newer program wrote the book in schema `version`; this one knows up to `known`."""

    path: Path
    version: int
    known: int


@dataclass(eq=False)
class BookReadOnly(StoreTrouble):
    """The book, or the folder it lies in, cannot be written."""

    path: Path


@dataclass(eq=False)
class DiskFull(StoreTrouble):
    """No room is left on the disk of `path`; nothing was half written."""

    path: Path


@dataclass(eq=False)
class DiskTrouble(StoreTrouble):
    """Reading or writing failed: a pulled stick, a network folder gone, a bad disk."""

    path: Path
    detail: str


@dataclass(eq=False)
class BackupMissing(StoreTrouble):
    """There is no backup at `path`."""

    path: Path


@dataclass(eq=False)
class BackupDamaged(StoreTrouble):
    """The copy at `path` cannot be trusted; the book was left as it is."""

    path: Path
    detail: str


@dataclass(eq=False)
class MigrationFailed(StoreTrouble):
    """The step to schema `version` did not hold; the book is as before, `backup` a copy of it."""

    path: Path
    version: int
    detail: str
    backup: Path


@dataclass(eq=False)
class DriverTooOld(StoreTrouble):
    """The SQLite library is older than the one that keeps a WAL file safe."""

    version: str
    needed: str
