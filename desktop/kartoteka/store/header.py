"""The first hundred bytes of a book, read without opening it and so without changing anything."""

import struct
from dataclasses import dataclass
from pathlib import Path

from kartoteka.store.driver import APPLICATION_ID
from kartoteka.store.errors import BookDamaged, BookMissing, NotABook

_SIZE = 100
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; field places are from sqlite.org/fileformat2.html, section 1.3."""

    page_size: int
    pages: int
    schema: int
    application: int


def read_header(path: Path) -> Header:
    """Read and judge the header of a plain book.

    Raises BookMissing, NotABook, and BookDamaged for a file that is shorter than it should be
    (with a write-ahead log beside it the rest may be there, so only the full check can tell).
    """
    if not path.exists():
        raise BookMissing(path)
    if not path.is_file():
        raise NotABook(path)
    with path.open("rb") as file:
        head = file.read(_SIZE)
    if len(head) < _SIZE or not head.startswith(_MAGIC):
        raise NotABook(path)
    (page_size,) = struct.unpack_from(">H", head, 16)
    (pages,) = struct.unpack_from(">I", head, 28)
    (schema,) = struct.unpack_from(">I", head, 60)
    (application,) = struct.unpack_from(">I", head, 68)
    header = Header(65536 if page_size == 1 else page_size, pages, schema, application)
    if header.application != APPLICATION_ID:
        raise NotABook(path)
    if path.stat().st_size < header.pages * header.page_size and not has_log(path):
        raise BookDamaged(path, "the file is shorter than its header says")
    return header


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log of a book; its last commits may be only there."""
    return path.with_name(path.name + "-wal")


def index_of(path: Path) -> Path:
    """SQLite's shared index of the write-ahead log."""
    return path.with_name(path.name + "-shm")


def has_log(path: Path) -> bool:
    """Whether commits wait in a write-ahead log, as they do after a crash."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > 0
