"""Rows that cannot be read: why, and the file that keeps them so that none is lost."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kartoteka.exchange.errors import FileNotWritable
from kartoteka.exchange.inert import inert


@dataclass(eq=False)
class Refused(Exception):  # noqa: N818 - what a row holds, no fault of the program
    """A row cannot be read; `why` is a short code, `column` and `value` the cell at fault."""

    why: str
    column: str = ""
    value: str = ""


class RefusedFile:
    """Keeps refused rows as they were with the reason behind them; made when the first one comes.

    The file appears under its name only at `finish`, so that a cancelled import leaves nothing.
    """

    def __init__(
        self, folder: Path, name: str, header: Sequence[str], reason: str, delimiter: str
    ) -> None:
        """Rows go to '<name>.refused.csv' in `folder`; `reason` heads the last column."""
        self._folder = folder
        self._name = name
        self._header = [*header, reason]
        self._delimiter = delimiter or ";"
        self._file: Any = None
        self._writer: Any = None
        self._part = folder / f".{name}.refused.part"

    def add(self, cells: Sequence[str], reason: str) -> None:
        """Keep one row; raises FileNotWritable."""
        try:
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = self._part.open(
                    "w", encoding="utf-8-sig", errors="backslashreplace", newline=""
                )
                self._writer = csv.writer(self._file, delimiter=self._delimiter)
                self._writer.writerow(self._header)
            width = len(self._header) - 1
            padded = [inert(cell) for cell in cells] + [""] * (width - len(cells))
            self._writer.writerow([*padded[:width], reason, *padded[width:]])
        except OSError as error:
            raise FileNotWritable(self._part, error.strerror or str(error)) from error

    def finish(self) -> Path | None:
        """Give the file its name, one that is free; None when nothing was refused."""
        if self._file is None:
            return None
        try:
            self._file.close()
            path = self._folder / f"{self._name}.refused.csv"
            count = 1
            while path.exists():
                count += 1
                path = self._folder / f"{self._name}.refused-{count}.csv"
            self._part.rename(path)
        except OSError as error:
            raise FileNotWritable(self._part, error.strerror or str(error)) from error
        return path

    def discard(self) -> None:
        """Leave nothing behind; harmless after `finish`."""
        if self._file is not None:
            self._file.close()
            self._part.unlink(missing_ok=True)
