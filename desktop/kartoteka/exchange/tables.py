"""A file of others opened as a table: its headings, its rows as text, how it was written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kartoteka.exchange import delimited, encodings, guessing, vcards, workbooks
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.errors import FileEmpty, FileMissing, FileUnreadable, NotATable

_SAMPLED = 200
"""Rows that the guesses look at."""

_FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"SQLite format 3", b"MZ", b"\x7fELF",
            b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be read once or more: `rows()` starts anew each time."""

    path: Path
    format: str
    """csv, xlsx, xls, ods or vcf."""
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    samples: tuple[Row, ...]
    """The first rows."""
    rows_in_all: int
    """Exact for workbooks, an estimate by lines for text."""
    header_line: int
    """Number of the row with the headings; 0 when there is none."""
    kept: tuple[Row, ...] | None = None

    def rows(self) -> Iterator[Row]:
        """Every row below the headings."""
        if self.kept is not None:
            return iter(self.kept)
        rows = delimited.read_rows(self.path, self.encoding, self.delimiter)
        return (row for row in rows if row.number > self.header_line)


def open_table(path: Path, kind: str, *, encoding: str = "", delimiter: str = "") -> Table:
    """Open a file for an import of `kind` (clients, purchases), whatever it is.

    Empty `encoding` and `delimiter` are found out. Raises ExchangeTrouble: FileMissing,
    FileUnreadable, NotATable, WrongEncoding, LineTooLong, FileEmpty.
    """
    try:
        with path.open("rb") as file:
            start = file.read(1 << 16)
        table = _open(path, kind, start, encoding, delimiter)
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if not table.samples:
        raise FileEmpty(path)
    return table


def _open(path: Path, kind: str, start: bytes, encoding: str, delimiter: str) -> Table:
    if not start.strip(b"\xef\xbb\xbf \r\n\t;,"):
        raise FileEmpty(path)
    if start.startswith(_FOREIGN):
        raise NotATable(path, "binary")
    workbook = workbooks.workbook_format(path, start)
    if workbook:
        return _workbook(path, kind, workbook)
    if encoding:
        encoding = encodings.known_encoding(path, encoding)
        encodings.check_encoding(path, encoding)
    else:
        encoding = encodings.find_encoding(path)
    if vcards.is_vcard(start.decode(encoding, "ignore")):
        header, rows = vcards.read_vcards(path, encoding)
        return Table(path, "vcf", encoding, "", header, rows[:_SAMPLED], len(rows), 0, rows)
    return _delimited(path, kind, encoding, delimiter)


def _workbook(path: Path, kind: str, workbook: str) -> Table:
    sheets = [rows for _, rows in workbooks.read_sheets(path) if rows]
    if not sheets:
        raise FileEmpty(path)
    rows = max(sheets, key=lambda each: max(
        guessing.heading_score(row.cells, kind) for row in each[:20]
    ))  # fmt: skip
    header, at = _header(rows[:_SAMPLED], kind)
    kept = tuple(rows[at:])
    line = rows[at - 1].number if at else 0
    return Table(path, workbook, "", "", header, kept[:_SAMPLED], len(kept), line, kept)


def _delimited(path: Path, kind: str, encoding: str, delimiter: str) -> Table:
    if not delimiter:
        delimiter = delimited.find_delimiter(_first_lines(path, encoding))
    found = delimited.read_rows(path, encoding, delimiter)
    first = [row for row in islice(found, _SAMPLED) if not _is_sep_line(row)]
    if first and max(len(row.cells) for row in first) == 1 and _is_prose(first):
        raise NotATable(path, "lines")
    header, at = _header(first, kind)
    line = first[at - 1].number if at else 0
    return Table(
        path,
        "csv",
        encoding,
        delimiter,
        header,
        tuple(first[at:]),
        _estimate(path, encoding, line),
        line or (1 if first and first[0].number == 2 and _sep_above(path, encoding) else 0),
    )


def _header(rows: Sequence[Row], kind: str) -> tuple[tuple[str, ...], int]:
    """The headings, and the index of the first row below them."""
    at = guessing.find_header([row.cells for row in rows], kind)
    cells = rows[at].cells if at is not None and rows else ()
    widths = Counter(len(row.cells) for row in rows)
    width = widths.most_common(1)[0][0] if widths else 0  # a longer row has a mark too many
    names = [cell.strip() for cell in cells] + [""] * (width - len(cells))
    header = tuple(name or guessing.column_letter(index) for index, name in enumerate(names))
    return header, 0 if at is None else at + 1


def _first_lines(path: Path, encoding: str, count: int = 50) -> list[str]:
    """The first lines, within what a healthy table's first lines may measure together."""
    lines: list[str] = []
    left = delimited.LONGEST_LINE
    with path.open("r", encoding=encoding, errors="replace", newline="") as stream:
        while len(lines) < count and left > 0 and (line := stream.readline(left)):
            lines.append(line)
            left -= len(line)
    return lines


def _is_sep_line(row: Row) -> bool:
    return row.number == 1 and row.cells[0].lower().startswith("sep=")


def _sep_above(path: Path, encoding: str) -> bool:
    return _first_lines(path, encoding, 1)[0].lower().startswith("sep=")


def _is_prose(rows: Sequence[Row]) -> bool:
    """One column of long lines is a letter or a program, not a list."""
    longest = sorted(len(row.cells[0]) for row in rows)
    return longest[len(longest) // 2] > 60


def _estimate(path: Path, encoding: str, header_line: int) -> int:
    """Lines below the headings, from the size of the file and its first lines."""
    lines = _first_lines(path, encoding, 500)
    if len(lines) < 500:
        return max(len(lines) - header_line, 0)
    width = 2 if encoding.startswith("utf-16") else 1
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    size = sum(
        len(line.encode(codec, "replace")) if width == 1 else 2 * len(line) for line in lines
    )
    return max(int(path.stat().st_size / max(size, 1) * len(lines)) - header_line, 0)
