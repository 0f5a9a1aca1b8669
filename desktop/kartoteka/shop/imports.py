"""Bringing in clients and purchases from files of others, and taking an import back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kartoteka.domain.clients import ClientId
from kartoteka.shop import Shop
from kartoteka.shop.changes import Done

CLIENTS = "clients"
PURCHASES = "purchases"

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all (an estimate for text files)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file and what it is read as; `field` '' is left out."""

    name: str
    field: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row of the file that looks like a card in the book.

    `why`: card, phone, email, name (name and birthday) or known (the very same client, whose
    card the import brings up to date).
    """

    row: int
    name: str
    client: ClientId
    client_name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do, before it does it."""

    path: Path
    kind: str
    format: str
    """csv, xlsx, xls, ods or vcf."""
    encoding: str
    delimiter: str
    columns: tuple[Column, ...]
    fields: tuple[str, ...]
    """What a column may be read as."""
    first_rows: tuple[tuple[str, ...], ...]
    result: "ImportResult"
    """The counts as they would be; no file of refused rows is written."""
    refusals: tuple["RefusedRow", ...]
    """The first refused rows with their reasons."""
    duplicates: tuple[Duplicate, ...]
    """The first of them."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be read; `why` is a short code, `column` and `value` the cell at fault."""

    row: int
    column: str
    value: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did: rows = added + updated + unchanged + refused."""

    id: int = 0
    """For `undo_import`; 0 when nothing was changed."""
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    refused_file: Path | None = None
    new_clients: int = 0
    """Cards made for unknown clients of purchases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastImport:
    """An import as Settings lists it; `undone_at` None: it can be taken back."""

    id: int
    at: datetime
    kind: str
    file_name: str
    result: ImportResult
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What undoing an import did; `kept`: cards that are in use since and stay."""

    clients: int
    purchases: int
    restored: int
    kept: int


class ImportCancelled(Exception):  # noqa: N818 - what the user wanted, no fault
    """The user stopped the import; nothing was changed."""


def preview(
    shop: Shop,
    path: Path,
    kind: str,
    *,
    mapping: Mapping[str, str] | None = None,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Read the whole file and tell what importing it would do; changes nothing.

    `mapping`: field → name of the column, over what is guessed; `columns`: the field of every
    column in order, instead of guessing. Raises ExchangeTrouble.
    """
    raise NotImplementedError


def import_file(
    shop: Shop,
    path: Path,
    kind: str,
    *,
    mapping: Mapping[str, str] | None = None,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Done[ImportResult]:
    """Import a file in one transaction; arguments as for `preview`.

    Raises ExchangeTrouble or ImportCancelled with the book unchanged.
    """
    raise NotImplementedError


def past_imports(shop: Shop, limit: int = 50) -> list[PastImport]:
    """Imports, newest first."""
    raise NotImplementedError


def undo_import(shop: Shop, import_id: int) -> Done[TakenBack]:
    """Take a whole import back; raises NotFound for an unknown or undone one."""
    raise NotImplementedError
