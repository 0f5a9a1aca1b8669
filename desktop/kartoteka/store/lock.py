"""One program on one book: a lock that the system drops by itself when the program dies."""

import errno
import os
import sys
from pathlib import Path

from kartoteka.store.errors import BookBusy

# The locked byte lies far behind the process number, which others must be able to read on
# Windows too, where a locked byte cannot be read.
_LOCKED_BYTE = 1 << 20

_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What a lock held by another program looks like on Linux, macOS and Windows."""


def file_of(path: Path) -> Path:
    """The lock file of a book; it stays when the book is closed, a sign that there was one."""
    return path.with_name(path.name + ".lock")


class BookLock:
    """A held lock on a book, kept in a small file beside it.

    The file holds the process number while the book is open and is empty otherwise, so a number
    found in a file that nobody locks tells that the last program did not close the book.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of the book at `path`; raises BookBusy, or OSError where it cannot be."""
        self.book = path
        self.file = file_of(path)
        self._handle = os.open(
            self.file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644
        )
        try:
            _take(self._handle)
        except OSError as error:
            pid = _pid(self._handle)
            os.close(self._handle)
            if error.errno not in _TAKEN:
                raise
            raise BookBusy(path, pid) from None
        self.was_left_open = _pid(self._handle) is not None
        self._write(str(os.getpid()).encode())

    def release(self, *, cleanly: bool) -> None:
        """Give the lock back; `cleanly` false keeps the mark of an unfinished run."""
        if self._handle < 0:
            return
        if cleanly:
            self._write(b"")
        os.close(self._handle)
        self._handle = -1

    def _write(self, content: bytes) -> None:
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, content)
        os.fsync(self._handle)


def _pid(handle: int) -> int | None:
    os.lseek(handle, 0, os.SEEK_SET)
    content = os.read(handle, 32).strip()
    if not content:
        return None
    return int(content) if content.isdigit() else 0


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
