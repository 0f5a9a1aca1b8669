"""Writes results: a table for people, CSV and JSON for programs, line by line."""

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import chain
from typing import Any, TextIO

from kartoteka.domain.money import Money
from kartoteka.domain.phones import show_number
from kartoteka.domain.rhythm import State
from kartoteka.i18n.words import Words

Record = Mapping[str, Any]
Label = Callable[[Words], str]

WIDEST = 48
"""Columns of a terminal that one cell of text may take."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""

AHEAD = 200
"""Rows that are looked at to learn how wide a table is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, what people call it, and whether it holds figures."""

    key: str
    label: Label
    figures: bool = False
    phones: bool = False
    """Holds telephone numbers, which people read in groups."""


@dataclass(slots=True)
class Output:
    """Where results go and how; `words` follows the language of the book once it is open."""

    format: str
    words: Words
    stream: TextIO = field(default_factory=lambda: sys.stdout)

    def many(self, columns: Sequence[Column], records: Iterable[Record]) -> None:
        """Write records one a line; in JSON as one list."""
        write = {"table": self._table, "csv": self._csv, "json": self._json_list}[self.format]
        write(columns, records)

    def one(self, record: Record, labels: Mapping[str, Label] | None = None) -> None:
        """Write one record; in JSON as one object. In a table unlabelled keys stay as they are."""
        if self.format == "json":
            self._print(json.dumps(plain(record), ensure_ascii=False, indent=2))
        elif self.format == "csv":
            self._csv([Column(key, _unlabelled) for key in record], [record])
        else:
            names = {key: labels[key](self.words) for key in record} if labels else {}
            wide = max((_width(names.get(key, key)) for key in record), default=0)
            for key, value in record.items():
                name = names.get(key, key)
                self._print(f"{_pad(name, wide)}  {shown(value, self.words)}".rstrip())

    def said(self, sentence: str, record: Record) -> None:
        """Tell people that something was done; programs get the record instead."""
        if self.format == "table":
            tell(sentence)
        else:
            self.one(record)

    def _json_list(self, columns: Sequence[Column], records: Iterable[Record]) -> None:
        between = "["
        for record in records:
            chosen = {column.key: plain(record[column.key]) for column in columns}
            self._print(f"{between}\n  {json.dumps(chosen, ensure_ascii=False)}", end="")
            between = ","
        self._print("[]" if between == "[" else "\n]")

    def _csv(self, columns: Sequence[Column], records: Iterable[Record]) -> None:
        self._print(_csv_line([column.key for column in columns]), end="")
        for record in records:
            cells = [_cell(plain(record[column.key])) for column in columns]
            self._print(_csv_line(cells), end="")

    def _table(self, columns: Sequence[Column], records: Iterable[Record]) -> None:
        heads = [column.label(self.words) for column in columns]
        first, rows = _look_ahead(self._cells(columns, record) for record in records)
        if not first:
            tell(self.words.say("Nothing found."))
            return
        wide = [max(map(_width, cells)) for cells in zip(heads, *first, strict=True)]
        self._row(heads, columns, wide)
        self._print("  ".join("─" * width for width in wide))
        for row in rows:
            self._row(row, columns, wide)

    def _cells(self, columns: Sequence[Column], record: Record) -> list[str]:
        return [
            show_number(record[column.key])
            if column.phones
            else _cut(shown(record[column.key], self.words))
            for column in columns
        ]

    def _row(self, cells: Sequence[str], columns: Sequence[Column], wide: Sequence[int]) -> None:
        padded = (
            _pad(cell, width, right=column.figures)
            for cell, column, width in zip(cells, columns, wide, strict=True)
        )
        self._print("  ".join(padded).rstrip())

    def _print(self, text: str, end: str = "\n") -> None:
        self.stream.write(f"{text}{end}")


def tell(sentence: str) -> None:
    """Say something to the person; results of the command are never told this way."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _unlabelled(_words: Words) -> str:
    return ""


def plain(value: Any) -> Any:
    """A value as programs read it: money and decimals as text with a dot, days in ISO."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def shown(value: Any, words: Words) -> str:
    """A value as people read it, in their language and on one line."""
    from kartoteka.i18n import formats, labels  # not needed for CSV and JSON

    if value is None:
        return ""
    if isinstance(value, bool):
        return words.say("yes") if value else words.say("no")
    if isinstance(value, State):
        return labels.state_label(words, value)
    if isinstance(value, Money):
        return formats.money(words, value)
    if isinstance(value, float):
        return formats.number(words, Decimal(str(value)), 1)
    if isinstance(value, Decimal):
        return formats.number(words, value)
    if isinstance(value, date):
        return formats.date_short(words, value)
    return _one_line(str(plain(value)))


def _one_line(text: str) -> str:
    """Users' text on one line, with nothing in it that a terminal would obey."""
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char)[0] != "C")


def _cell(value: Any) -> str:
    """A CSV cell that no spreadsheet takes for a formula; a number is left as it is."""
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    """Whether the text is a figure or a telephone number, which can do no harm."""
    return bool(text) and all(char in "0123456789.+-() " for char in text) and text != "-"


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _look_ahead(rows: Iterator[list[str]]) -> tuple[list[list[str]], Iterator[list[str]]]:
    first = [row for _, row in zip(range(AHEAD), rows, strict=False)]
    return first, chain(first, rows)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide letters, none for accents."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _pad(text: str, width: int, *, right: bool = False) -> str:
    gap = " " * max(0, width - _width(text))
    return gap + text if right else text + gap


def _cut(text: str) -> str:
    return text if _width(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
