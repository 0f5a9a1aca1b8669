"""Delimited text (CSV) row by row: bounded memory, and a broken quote costs one row, not all."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kartoteka.exchange.errors import LineTooLong

LONGEST_LINE = 1 << 20
"""No row of a shop's table has a million characters; a file that is no table does."""

_LONGEST_QUOTE = 500
"""Lines that one quoted cell may span."""

_STRANGE = re.compile("[\0\ufffd\udc80-\udcff]")
"""What no text has: it stands where bytes could not be read."""

DELIMITERS = (";", ",", "\t", "|")


class Row(NamedTuple):
    """A row of a file: its number as a person counts lines or rows, and its cells.

    `broken` is a code when the row cannot be read (quote, characters), else ''.
    """

    number: int
    cells: tuple[str, ...]
    broken: str = ""


class _Lines:
    """Feeds lines to the csv reader and remembers those of the row in hand."""

    def __init__(self, stream: io.TextIOBase, path: Path, skip: int) -> None:
        self._stream = stream
        self._path = path
        self._again: deque[str] = deque()
        self.row: list[str] = []
        self.number = skip
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.row) >= _LONGEST_QUOTE:
            raise csv.Error("quote")
        line = self._again.popleft() if self._again else self._stream.readline(LONGEST_LINE + 1)
        if not line:
            self.ended = True
            raise StopIteration
        if len(line) > LONGEST_LINE:
            raise LineTooLong(self._path, self.number + len(self.row) + 1, LONGEST_LINE)
        self.row.append(line)
        return line

    def take(self) -> int:
        """The number of the line on which the row in hand begins; the row is done with."""
        first = self.number + 1
        self.number += len(self.row)
        self.row.clear()
        return first

    def give_back(self) -> str:
        """Keep only the first line of the row in hand; the others are read again."""
        first = self.row[0]
        self._again.extendleft(reversed(self.row[1:]))
        del self.row[1:]
        self.ended = False
        return first


def read_rows(path: Path, encoding: str, delimiter: str, skip: int = 0) -> Iterator[Row]:
    """The rows of a delimited file after its first `skip` lines; empty ones are left out."""
    csv.field_size_limit(LONGEST_LINE)
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    with path.open("r", encoding=encoding, errors=errors, newline="") as stream:
        for _ in range(skip):
            stream.readline(LONGEST_LINE + 1)
        yield from _rows(_Lines(stream, path, skip), delimiter)


def _rows(lines: _Lines, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        cells: list[str] | None = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            pass
        if cells is None or (lines.ended and lines.row):  # the file ended inside quotes
            first = lines.give_back()
            yield Row(lines.take(), tuple(first.rstrip("\r\n").split(delimiter)), "quote")
            reader = csv.reader(lines, delimiter=delimiter)
            continue
        number = lines.take()
        if any(cells):
            yield Row(number, tuple(cells), _strange(cells))


def _strange(cells: list[str]) -> str:
    return "characters" if _STRANGE.search("".join(cells)) else ""


def find_delimiter(lines: list[str]) -> str:
    """The delimiter with which the first lines fall into the same number of columns."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].rstrip()) == len("sep=;"):
        return lines[0].rstrip()[-1]
    csv.field_size_limit(LONGEST_LINE)
    return max(DELIMITERS, key=lambda each: _evenness(lines, each))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)]
    if not widths:
        return (0.0, 0)
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    if usual == 1:
        return (0.0, max(widths))
    return (widths.count(usual) / len(widths), usual)
