"""Writing clients and purchases into files: CSV, XLSX, JSON, vCard by the file's ending."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kartoteka.domain.clients import ClientId
from kartoteka.shop import Shop

CLIENTS = "clients"
PURCHASES = "purchases"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written (two for `all` as CSV) and how many rows they hold."""

    files: tuple[Path, ...]
    rows: int


def export(
    shop: Shop, kind: str, path: Path, *, clients: Sequence[ClientId] | None = None
) -> Exported:
    """Write `kind` (clients, purchases, all) whole or not at all.

    `clients` chosen in the window: only these, in this order; None: everybody.
    The ending says how: .csv, .xlsx, .json, and .vcf for clients. Text that a spreadsheet would
    take for a formula is made inert. Raises UnknownEnding, FileNotWritable.
    """
    raise NotImplementedError
