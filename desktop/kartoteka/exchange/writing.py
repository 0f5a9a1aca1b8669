"""Tables written for others: CSV and XLSX that no spreadsheet takes for formulas, JSON, vCard."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from kartoteka.exchange.errors import FileNotWritable, UnknownEnding
from kartoteka.exchange.inert import inert

Cell = str | int | None
"""Money and quantities come as text with a dot, dates as ISO text."""

SPREADSHEETS = (".csv", ".xlsx")
_LONGEST_CELL = 32767
"""An XLSX cell takes no more characters."""
MOST_ROWS = 1_048_576
"""An XLSX sheet takes no more rows, its headings among them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table to be written: a name, headings, and rows that are made while writing."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to beside `path`; it takes its place when all went well, else it goes.

    Raises FileNotWritable.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise FileNotWritable(path, error.strerror or str(error)) from error


def require_ending(path: Path, endings: Sequence[str]) -> str:
    """The ending of a file's name; raises UnknownEnding for one that is not among `endings`."""
    ending = path.suffix.lower()
    if ending not in endings:
        raise UnknownEnding(path, tuple(endings))
    return ending


def write_csv(path: Path, sheet: Sheet) -> int:
    """Write UTF-8 with a mark and semicolons, as Excel here reads it; answers the rows written."""
    count = 0
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([inert(heading) for heading in sheet.header])
        for count, row in enumerate(sheet.rows, start=1):  # noqa: B007 - counts while it goes
            writer.writerow([inert(_text(cell)) for cell in row])
    return count


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> int:
    """Write a workbook, text as text; answers the rows written.

    A table longer than a sheet goes on in "name 2" and so on, under the same headings.
    """
    import xlsxwriter  # heavy: only for those who take a workbook out

    count = 0
    with whole_file(path) as part:
        try:
            book = xlsxwriter.Workbook(str(part), {"constant_memory": True})
            bold = book.add_format({"bold": True})
            for sheet in sheets:
                page = _page(book, sheet, bold, 1)
                for at, cells in enumerate(sheet.rows):
                    number, row = divmod(at, MOST_ROWS - 1)
                    if at and not row:
                        page = _page(book, sheet, bold, number + 1)
                    _write_row(page, row + 1, cells)
                    count += 1
            book.close()
        except xlsxwriter.exceptions.XlsxFileError as error:
            raise FileNotWritable(path, str(error)) from error
    return count


def write_json(path: Path, write: Callable[[TextIO], int]) -> int:
    """Write what `write` puts into the file, UTF-8; answers what it answers."""
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        return write(file)


def json_list(file: TextIO, values: Iterable[dict[str, Any]], indent: str = "") -> int:
    """Put a list into an open JSON file, one object a line; answers how many."""
    count = 0
    file.write("[")
    for count, value in enumerate(values, start=1):
        file.write(f"{',' if count > 1 else ''}\n{indent}  ")
        json.dump(value, file, ensure_ascii=False)
    file.write(f"\n{indent}]" if count else "]")
    return count


def _page(book: Any, sheet: Sheet, bold: Any, number: int) -> Any:
    """A sheet of the workbook with its headings."""
    ending = f" {number}" if number > 1 else ""
    page = book.add_worksheet(sheet.name[: 31 - len(ending)] + ending)
    page.freeze_panes(1, 0)
    for at, heading in enumerate(sheet.header):
        page.write_string(0, at, heading, bold)
    return page


def _write_row(page: Any, row: int, cells: Sequence[Cell]) -> None:
    for at, cell in enumerate(cells):
        if isinstance(cell, int):
            page.write_number(row, at, cell)
        elif cell:
            page.write_string(row, at, cell[:_LONGEST_CELL])


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
