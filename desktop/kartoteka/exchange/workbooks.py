"""Workbooks (XLSX, XLS, ODS) as rows of text; what a cell shows matters, not how it is kept."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kartoteka.exchange.delimited import Row
from kartoteka.exchange.errors import FileUnreadable, NotATable

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_UNPACKED = 1 << 30
"""A workbook that unpacks to more than a gigabyte is a trap, not a client list."""


def workbook_format(path: Path, start: bytes) -> str:
    """xlsx, xls or ods when the file's first bytes say workbook, else ''."""
    if start.startswith(_OLE):
        return "xls"
    if not start.startswith(_ZIP):
        return ""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
                raise NotATable(path, "binary")
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        raise NotATable(path, "broken") from None
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    raise NotATable(path, "binary")


def read_sheets(path: Path) -> list[tuple[str, list[Row]]]:
    """Every visible sheet with its rows that hold anything, numbered as the sheet does."""
    import python_calamine as calamine  # heavy: only for those who bring a workbook

    try:
        with calamine.load_workbook(str(path)) as book:
            visible = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible == calamine.SheetVisibleEnum.Visible
                and sheet.typ == calamine.SheetTypeEnum.WorkSheet
            ]
            return [(name, list(_rows(book.get_sheet_by_name(name)))) for name in visible]
    except calamine.PasswordError:
        raise NotATable(path, "password") from None
    except (calamine.CalamineError, ValueError) as error:
        raise NotATable(path, "broken") from error
    except OSError as error:
        raise FileUnreadable(path, str(error)) from error


def _rows(sheet: Any) -> Iterator[Row]:
    first = sheet.start[0] if sheet.start else 0
    for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=first + 1):
        texts = tuple(cell_text(cell) for cell in cells)
        if any(texts):
            yield Row(number, texts, "characters" if any("\0" in each for each in texts) else "")


def cell_text(cell: object) -> str:
    """A cell as text that our readers of dates and amounts understand."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return f"{cell:.15g}" if abs(cell) < 1e15 else f"{cell:.0f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)
