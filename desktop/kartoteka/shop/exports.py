"""Writing clients and purchases into files: CSV, XLSX, JSON, vCard by the file's ending."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from kartoteka.domain.clients import Birthday, Client, ClientId, TagKind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.exchange import writing
from kartoteka.exchange.headings import CLIENT_FIELDS
from kartoteka.exchange.writing import Cell, Sheet
from kartoteka.shop import Shop
from kartoteka.shop.catalogue_export import CATALOGUE, catalogue_sheet, catalogue_values
from kartoteka.store import clients as stored_clients
from kartoteka.store import exports as stored
from kartoteka.store import items as stored_items
from kartoteka.store.book import Session
from kartoteka.store.card_rows import shown_name
from kartoteka.store.card_text import card_text

CLIENTS = "clients"
PURCHASES = "purchases"
ALL = "all"
ENDINGS = {
    CLIENTS: (".csv", ".xlsx", ".json", ".vcf"),
    PURCHASES: (".csv", ".xlsx", ".json"),
    CATALOGUE: (".csv", ".xlsx", ".json"),
    ALL: (".xlsx", ".json", ".csv"),
}
_AT_ONCE = 500
"""Rows between two looks at whether somebody stops the writing."""
_COLUMNS = tuple(each for each in CLIENT_FIELDS if each != "name")
_PURCHASE_COLUMNS = (
    "receipt", "date", "client", "client name", "card", "item", "quantity", "unit", "sku",
    "price", "discount", "amount", "currency", "payment", "note", "uuid",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written (two for `all` as CSV) and how many rows they hold."""

    files: tuple[Path, ...]
    rows: int


def export(
    shop: Shop, kind: str, path: Path, *, clients: Sequence[ClientId] | None = None
) -> Exported:
    """Write `kind` (clients, purchases, catalogue, all) whole or not at all; the bin is left out.

    The ending says how: .csv, .xlsx, .json, and .vcf for clients; `clients` chooses some of them.
    Text that a spreadsheet would take for a formula is made inert, and what is written can be
    imported again. Progress is told to the shop's watch.
    Raises UnknownEnding, FileNotWritable, BadValue for another `kind`.
    """
    if kind not in ENDINGS:
        raise BadValue("kind", kind, "not one of")
    ending = writing.require_ending(path, ENDINGS[kind])
    with shop.read() as session:
        ids = stored_clients.every_id(session) if clients is None else clients
        told = _Told(shop, session, kind, ids)
        match ending:
            case ".csv":
                return _csv(session, kind, path, told)
            case ".vcf":
                from kartoteka.exchange.vcards_out import write_vcards

                rows = write_vcards(path, told.clients())
            case ".json":
                rows = writing.write_json(path, lambda file: _json(session, kind, file, told))
            case _:
                rows = writing.write_xlsx(path, list(_sheets(session, kind, told)))
    return Exported((path,), rows)


class _Told:
    """The cards and lines to be written, which tell the shop how far they are."""

    def __init__(self, shop: Shop, session: Session, kind: str, ids: Sequence[ClientId]) -> None:
        self._shop, self._session, self._ids = shop, session, ids
        self._whole = len(ids) if kind in (CLIENTS, ALL) else 0
        self._whole += stored.lines(session) if kind in (PURCHASES, ALL) else 0
        self._done = 0

    def clients(self) -> Iterator[Client]:
        """The chosen cards."""
        return self._counted(stored.every_client(self._session, self._ids))

    def lines(self) -> Iterator[Any]:
        """The lines of all sales."""
        return self._counted(stored.every_line(self._session))

    def _counted(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            if self._done % _AT_ONCE == 0:
                self._shop.tell(self._done, self._whole)
            self._done += 1
            yield row


def _csv(session: Session, kind: str, path: Path, told: _Told) -> Exported:
    """One file, or one for each table beside each other."""
    sheets = list(_sheets(session, kind, told))
    if len(sheets) == 1:
        return Exported((path,), writing.write_csv(path, sheets[0]))
    files = tuple(path.with_name(f"{path.stem}-{sheet.name}.csv") for sheet in sheets)
    rows = sum(writing.write_csv(file, sheet) for file, sheet in zip(files, sheets, strict=True))
    return Exported(files, rows)


def _sheets(session: Session, kind: str, told: _Told) -> Iterator[Sheet]:
    if kind in (CLIENTS, ALL):
        names = _Names(session)
        rows = (_client_cells(each, names) for each in told.clients())
        yield Sheet(CLIENTS, _COLUMNS, rows)
    if kind in (PURCHASES, ALL):
        lines = (_purchase_cells(row) for row in told.lines())
        yield Sheet(PURCHASES, _PURCHASE_COLUMNS, lines)
    if kind == CATALOGUE or (kind == ALL and stored_items.count(session)):
        yield catalogue_sheet(session)


def _json(session: Session, kind: str, file: TextIO, told: _Told) -> int:
    cards = (json.loads(card_text(each)) for each in told.clients())
    purchases = (_purchase(row) for row in told.lines())
    if kind == CLIENTS:
        return writing.json_list(file, cards)
    if kind == PURCHASES:
        return writing.json_list(file, purchases)
    if kind == CATALOGUE:
        return writing.json_list(file, catalogue_values(session))
    file.write('{\n  "clients": ')
    count = writing.json_list(file, cards, "  ")
    file.write(',\n  "purchases": ')
    count += writing.json_list(file, purchases, "  ")
    file.write(',\n  "catalogue": ')
    count += writing.json_list(file, catalogue_values(session), "  ")
    file.write("\n}\n")
    return count


class _Names:
    """Names of clients by id, asked once each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[ClientId, str] = {}

    def of(self, client: ClientId | None) -> str:
        if client is None:
            return ""
        if client not in self._known:
            card = stored_clients.get(self._session, client)
            self._known[client] = shown_name(card) if card else ""
        return self._known[client]


def _client_cells(client: Client, names: _Names) -> list[Cell]:
    """In the order of `_COLUMNS`; the import reads every one of them back."""
    tags = {kind: [tag.text for tag in client.tags if tag.kind is kind] for kind in TagKind}
    cells: dict[str, Cell] = {
        "id": client.id,
        "phone": ", ".join(phone.e164 or phone.typed for phone in client.phones),
        "email": ", ".join(client.emails),
        "messenger": "; ".join(f"{each.service}: {each.handle}" for each in client.messengers),
        "birthday": _birthday(client.birthday),
        "likes": ", ".join(tags[TagKind.LIKES]),
        "dislikes": ", ".join(tags[TagKind.DISLIKES]),
        "size": ", ".join(tags[TagKind.SIZE]),
        "recommended_by": names.of(client.recommended_by),
        "do_not_contact": "yes" if client.do_not_contact else "",
        "tax_id": client.tax.tax_id,
        "vat_id": client.tax.vat_id,
        "kpp": client.tax.kpp,
        "ogrn": client.tax.ogrn,
        "street": client.address.street,
        "city": client.address.city,
        "postcode": client.address.postcode,
        "country": client.address.country,
        "preferred": client.preferred.value if client.preferred else "",
        "person": "; ".join(each.name for each in client.people),
        "added_on": client.added_on.isoformat() if client.added_on else "",
        "kind": client.kind.value,
    }
    return [cells[name] if name in cells else getattr(client, name) for name in _COLUMNS]


def _birthday(day: Birthday | None) -> str:
    if day is None:
        return ""
    year = f"{day.year:04}-" if day.year else "--"
    return f"{year}{day.month:02}-{day.day:02}"


def _purchase(row: Any) -> dict[str, Any]:
    """One line of a sale with names, for JSON; money is text with a dot."""
    return {
        name: value
        for name, value in zip(_PURCHASE_COLUMNS, _purchase_cells(row), strict=True)
        if value not in (None, "")
    }


def _purchase_cells(row: Any) -> list[Cell]:
    """In the order of `_PURCHASE_COLUMNS`; the amount of a return is negative."""
    currency = row[4]
    whole = row[18] if row[19] == "company" else " ".join(part for part in row[16:14:-1] if part)
    return [
        row[1],
        row[2],
        row[3],
        whole,
        row[20] or "",
        row[7],
        row[8],
        row[9],
        row[10],
        str(Money(row[11], currency)),
        str(Money(row[12], currency)) if row[12] else "",
        str(Money(row[13], currency)),
        currency,
        row[14] or "",
        row[5],
        row[21],
    ]
