"""One import at work: rows counted, refused rows kept, progress told, cancelling heard."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kartoteka.domain.clients import ClientId
from kartoteka.domain.watching import Stopped
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.errors import FileUnreadable
from kartoteka.exchange.refused import Refused, RefusedFile
from kartoteka.exchange.tables import Table
from kartoteka.i18n.words import Words
from kartoteka.shop.refusals import RefusedRow, refusal_text
from kartoteka.store.known import KnownClients

CHUNK = 1000
_SHOWN = 100
"""Refused rows and duplicates that a preview names."""

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all (an estimate for text files)."""


class ImportCancelled(Stopped):
    """The user stopped the import; nothing was changed."""


class DuplicateKind(StrEnum):
    """By what a row resembles a card."""

    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row of the file that shares something with a card of another name, or is that client.

    `same`: the import brings the card up to date; otherwise the row makes a card of its own.
    """

    row: int
    name: str
    client: ClientId
    client_name: str
    why: DuplicateKind
    same: bool


@dataclass(slots=True)
class Work:
    """What an import is given and what it has done so far."""

    table: Table
    fields: tuple[str, ...]
    words: Words
    at: datetime
    import_id: int
    known: KnownClients
    refused_file: RefusedFile | None
    """None: a preview, which keeps no file."""
    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    new_clients: int = 0
    old_currency: str = ""
    """Of amounts before 2026 that name no currency; '' is the shop's."""
    old_amounts: int = 0
    """Rows with such an amount, where it may be leva or euro."""
    changed_clients: set[ClientId] = field(default_factory=set)
    refusals: list[RefusedRow] = field(default_factory=list)
    unread: list[RefusedRow] = field(default_factory=list)
    """Fields that were kept as notes; the cards came in."""
    duplicates: list[Duplicate] = field(default_factory=list)
    _waiting: list[tuple[Row, RefusedRow]] = field(default_factory=list)

    def chunks(self) -> Iterator[list[Row]]:
        """The readable rows, some at a time; raises ImportCancelled between them."""
        chunk: list[Row] = []
        try:
            for row in self.table.rows():
                self.rows += 1
                if row.broken:
                    self.refuse(row, Refused(row.broken))
                    continue
                chunk.append(row)
                if len(chunk) == CHUNK:
                    yield chunk
                    chunk = []
                    self._tell()
        except OSError as error:
            detail = error.strerror or str(error)
            raise FileUnreadable(self.table.path, detail) from error
        yield chunk
        self._tell()

    def refuse(self, row: Row, why: Refused) -> None:
        """Keep a row that cannot be read, with the reason."""
        self.refused += 1
        self._waiting.append((row, RefusedRow(row.number, why.column, why.value, why.why)))

    def resembles(self, duplicate: Duplicate) -> None:
        """Note a row that resembles a card."""
        if len(self.duplicates) < _SHOWN:
            self.duplicates.append(duplicate)

    def _tell(self) -> None:
        self._keep_refused()
        if self.cancelled and self.cancelled():
            raise ImportCancelled
        if self.progress:
            self.progress(self.rows, max(self.table.rows_in_all, self.rows))

    def _keep_refused(self) -> None:
        """Keep the refused rows of a chunk in the order of the file."""
        for row, refused in sorted(self._waiting, key=lambda each: each[1].row):
            if len(self.refusals) < _SHOWN:
                self.refusals.append(refused)
            if self.refused_file:
                self.refused_file.add(row.cells, refusal_text(self.words, refused))
        self._waiting.clear()


def refused_file(folder: Path, table: Table, words: Words) -> RefusedFile:
    """The file beside the shop's papers that keeps what could not be read."""
    reason = words.say("Why it was rejected")
    return RefusedFile(folder, table.path.stem, table.header, reason, table.delimiter)


def sample_cells(table: Table) -> Sequence[tuple[str, ...]]:
    """The cells of the first rows, for the guesses."""
    return [row.cells for row in table.samples]
