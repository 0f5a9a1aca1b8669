"""The SQLite driver: how a connection is opened, what is asserted on it, what its errors mean."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kartoteka.store.errors import (
    BookBusy,
    BookDamaged,
    BookMissing,
    BookReadOnly,
    DiskFull,
    DiskTrouble,
    DriverTooOld,
    NotABook,
    StoreTrouble,
)

APPLICATION_ID = 0x4B415254
"""'KART' in the file's header tells a book from any other SQLite file."""

OLDEST_SQLITE = (3, 51, 3)
"""Before it, a WAL file used by two connections could be corrupted by a reset at a checkpoint."""

BUSY_SECONDS = 5.0

# Name, value to set, value to read back. fullfsync only means something on macOS. secure_delete:
# what is erased of a person is overwritten, and not only forgotten.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", str(int(BUSY_SECONDS * 1000)), int(BUSY_SECONDS * 1000)),
    ("foreign_keys", "ON", 1),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("secure_delete", "FAST", 2),
    ("cache_size", "-16000", -16000),
    ("journal_size_limit", "67108864", 67108864),
)

_MODES = {
    "rw": "mode=rw",
    "rwc": "mode=rwc",
    "ro": "mode=ro",
    "immutable": "mode=ro&immutable=1",
}

Raw = Any
"""A connection of the driver, which has no type stubs."""


def _as_it_is(value: None) -> None:
    return value


# Without an adapter the driver searches None and bool for one at every binding: 6 µs each, and a
# row of the book has many.
dbapi2.register_adapter(type(None), _as_it_is)
dbapi2.register_adapter(bool, int)


def require_current_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Raise DriverTooOld when the library under the driver is known to lose data."""
    if version < OLDEST_SQLITE:
        raise DriverTooOld(_dotted(version), _dotted(OLDEST_SQLITE))


def connect(path: Path, password: str | None = None, *, mode: str = "rw") -> Raw:
    """Open `path` without changing anything; `mode` is rw, rwc (may create), ro or immutable.

    Only immutable, for a file that nobody writes and that has no log, leaves nothing beside it.

    Transactions are begun by hand: with its own ideas about them, the driver would commit before
    a CREATE TABLE and leave half a migration behind.
    """
    require_current_sqlite()
    raw = dbapi2.connect(
        f"{path.absolute().as_uri()}?{_MODES[mode]}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        cached_statements=512,
    )
    if password is not None:
        raw.set_key(password)
    return raw


def prepare(raw: Raw, path: Path) -> None:
    """Set what every connection to a book needs, and read each setting back."""
    for name, value, expected in _PRAGMAS:
        raw.execute(f"PRAGMA {name} = {value}").fetchall()
        (found,) = raw.execute(f"PRAGMA {name}").fetchone()
        if found != expected:
            raise DiskTrouble(path, f"{name} is {found!r}, not {expected!r}")


def trouble_of(error: BaseException, path: Path) -> StoreTrouble | None:
    """What an error of the driver or the system means; None when it is a bug of ours."""
    if isinstance(error, dbapi2.Error):
        return _of_driver(getattr(error, "sqlite_errorcode", None), str(error), path)
    if isinstance(error, OSError):
        return _of_system(error, path)
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Inside it, errors of the driver and the system leave as StoreTrouble."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error


def _of_driver(code: int | None, text: str, path: Path) -> StoreTrouble | None:
    match (code or 0) & 0xFF:
        case 5 | 6:  # SQLITE_BUSY, SQLITE_LOCKED
            return BookBusy(path)
        case 8:  # SQLITE_READONLY
            return BookReadOnly(path)
        case 10:  # SQLITE_IOERR
            return DiskTrouble(path, text)
        case 11:  # SQLITE_CORRUPT
            return BookDamaged(path, text)
        case 13:  # SQLITE_FULL
            return DiskFull(path)
        case 14:  # SQLITE_CANTOPEN
            return DiskTrouble(path, text) if path.exists() else BookMissing(path)
        case 26:  # SQLITE_NOTADB
            return NotABook(path)
    return None


def _of_system(error: OSError, path: Path) -> StoreTrouble:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BookReadOnly(path)
    if error.errno == errno.ENOENT:
        return BookMissing(path)
    return DiskTrouble(path, error.strerror or str(error))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
