"""A first look at a file of others: its columns and first rows, before it is read whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kartoteka.exchange import guessing
from kartoteka.exchange.headings import FIELDS, REPEATED
from kartoteka.exchange.tables import Table, open_table
from kartoteka.shop.imports import CLIENTS, PURCHASES, Column, is_enough

ROWS = 6
LONGEST_CELL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What stands in the file, and what its columns are taken for."""

    path: Path
    kind: str
    format: str
    """csv, xlsx, xls, ods or vcf."""
    encoding: str
    delimiter: str
    columns: tuple[Column, ...]
    fields: tuple[str, ...]
    """What a column may be read as."""
    repeated: frozenset[str]
    """Fields that several columns may fill together."""
    enough: bool
    """Whether the columns say enough to import the file."""


def look(
    path: Path,
    kind: str = "",
    *,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
) -> Look:
    """Look at the beginning of a file; an empty `kind` is told from its columns.

    `columns`, `encoding`, `delimiter` as for `imports.preview`. Raises ExchangeTrouble.
    """
    if not kind:
        as_purchases = look(path, PURCHASES, encoding=encoding, delimiter=delimiter)
        if as_purchases.enough:
            return as_purchases
        kind = CLIENTS
    table = open_table(path, kind, encoding=encoding, delimiter=delimiter)
    fields = tuple(columns) if columns is not None else _guessed(table, kind)
    fields = (*fields, *[""] * len(table.header))[: len(table.header)]
    return Look(
        path=path,
        kind=kind,
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        columns=tuple(
            Column(name, fields[at], _samples(table, at)) for at, name in enumerate(table.header)
        ),
        fields=FIELDS[kind],
        repeated=REPEATED,
        enough=is_enough(fields, kind),
    )


def _guessed(table: Table, kind: str) -> tuple[str, ...]:
    return guessing.guess_fields(table.header, [row.cells for row in table.samples], kind)


def _samples(table: Table, at: int) -> tuple[str, ...]:
    rows = table.samples[:ROWS]
    return tuple(row.cells[at][:LONGEST_CELL] if at < len(row.cells) else "" for row in rows)
