"""What can be wrong with a file of others; fields only, the words are made elsewhere."""

from dataclasses import dataclass
from pathlib import Path


class ExchangeTrouble(Exception):  # noqa: N818 - the file is at fault, not the program
    """A file cannot be read or written; subclasses carry the facts that a sentence needs."""


@dataclass(eq=False)
class FileMissing(ExchangeTrouble):
    """There is no such file."""

    path: Path


@dataclass(eq=False)
class FileUnreadable(ExchangeTrouble):
    """The system will not give the file (rights, a disk that fails)."""

    path: Path
    detail: str


@dataclass(eq=False)
class FileNotWritable(ExchangeTrouble):
    """The file cannot be written: rights, a full disk, open in another program."""

    path: Path
    detail: str


@dataclass(eq=False)
class FileEmpty(ExchangeTrouble):
    """The file has no row besides a header."""

    path: Path


@dataclass(eq=False)
class NotATable(ExchangeTrouble):
    """The file is no table: a picture, a program, a letter.

    `why`: binary, broken (a damaged workbook), password (a locked workbook), lines (no columns).
    """

    path: Path
    why: str


@dataclass(eq=False)
class WrongEncoding(ExchangeTrouble):
    """The text cannot be read in the chosen encoding, or there is no such encoding."""

    path: Path
    encoding: str


@dataclass(eq=False)
class LineTooLong(ExchangeTrouble):
    """A line longer than any row of a table; `line` counts from 1, `limit` is in characters."""

    path: Path
    line: int
    limit: int


@dataclass(eq=False)
class NothingRecognised(ExchangeTrouble):
    """No column says who the client is (or when they bought); `header` is what the file has."""

    path: Path
    kind: str
    header: tuple[str, ...]


@dataclass(eq=False)
class NoSuchColumn(ExchangeTrouble):
    """A field was to be read from a column that the file does not have."""

    field: str
    column: str
    header: tuple[str, ...]


@dataclass(eq=False)
class NoSuchField(ExchangeTrouble):
    """A column was to be read as a field that cards or purchases do not have."""

    field: str
    fields: tuple[str, ...]


@dataclass(eq=False)
class UnknownEnding(ExchangeTrouble):
    """The ending of a file's name says no format that we write or read."""

    path: Path
    endings: tuple[str, ...]
