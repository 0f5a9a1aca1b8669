"""Bringing in clients and purchases from files of others, and taking an import back."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.exchange import guessing
from kartoteka.exchange.errors import NothingRecognised
from kartoteka.exchange.headings import FIELDS
from kartoteka.exchange.tables import Table, open_table
from kartoteka.i18n.words import Words
from kartoteka.shop import Shop, quiet
from kartoteka.shop.bringing import (
    Duplicate,
    DuplicateKind,
    ImportCancelled,
    Progress,
    Work,
    refused_file,
    sample_cells,
)
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.client_import import bring_clients
from kartoteka.shop.item_import import bring_items, take_items_back
from kartoteka.shop.purchase_import import bring_purchases
from kartoteka.shop.refusals import RefusedRow, refusal_text
from kartoteka.store import clients as stored_clients
from kartoteka.store import imports as stored
from kartoteka.store import journal
from kartoteka.store.book import Session
from kartoteka.store.card_text import taken_back
from kartoteka.store.journal import Entry
from kartoteka.store.known import KnownClients

__all__ = [
    "CATALOGUE",
    "CLIENTS",
    "IMPORT",
    "PURCHASES",
    "Column",
    "Duplicate",
    "DuplicateKind",
    "ImportCancelled",
    "ImportResult",
    "PastImport",
    "Preview",
    "Progress",
    "RefusedRow",
    "TakenBack",
    "import_file",
    "past_imports",
    "preview",
    "refusal_text",
    "undo_import",
]

CLIENTS = "clients"
PURCHASES = "purchases"
CATALOGUE = "catalogue"
IMPORT = "import"
_FIRST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file and what it is read as; `field` '' is left out."""

    name: str
    field: str
    samples: tuple[str, ...] = ()


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
    old_amounts: int = 0
    """Rows before 2026 that name no currency, in a shop that counts in euro."""
    unread: tuple[RefusedRow, ...] = ()
    """Fields that could not be read; the cards are there, with the fields as notes."""


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
    items: int = 0
    """Items of the catalogue; those that were sold since stay."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a file shall be read."""

    path: Path
    kind: str
    mapping: Mapping[str, str] | None
    columns: Sequence[str] | None
    encoding: str
    delimiter: str
    old_currency: str


class _OnlyLooked(Exception):  # noqa: N818 - takes a preview's changes back
    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work


def preview(
    shop: Shop,
    path: Path,
    kind: str,
    *,
    mapping: Mapping[str, str] | None = None,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
    old_currency: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Read the whole file and tell what importing it would do; changes nothing.

    `mapping`: field → name of the column, over what is guessed; `columns`: the field of every
    column in order ('' leaves one out), instead of guessing; `old_currency`: BGN where amounts
    before 2026 that name no currency are leva. Raises ExchangeTrouble, ImportCancelled, BadValue.
    """
    how = _Reading(path, kind, mapping, columns, encoding, delimiter, old_currency)
    table, fields = _opened(how)
    try:
        with shop.change() as session:
            work = _work(shop, session, how, table, fields, keep=False)
            work.progress, work.cancelled = progress, cancelled
            _bring(shop, session, kind, work)
            raise _OnlyLooked(work)
    except _OnlyLooked as looked:
        work = looked.work
    samples = sample_cells(table)
    return Preview(
        path=path,
        kind=kind,
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        columns=tuple(
            Column(name, fields[at], tuple(row[at] for row in samples[:5] if at < len(row)))
            for at, name in enumerate(table.header)
        ),
        fields=FIELDS[kind],
        first_rows=tuple(samples[:_FIRST_ROWS]),
        result=_result(work, None, import_id=0),
        refusals=tuple(work.refusals),
        duplicates=tuple(work.duplicates),
    )


def import_file(
    shop: Shop,
    path: Path,
    kind: str,
    *,
    mapping: Mapping[str, str] | None = None,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
    old_currency: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Done[ImportResult]:
    """Import a file in one transaction; arguments as for `preview`.

    Raises ExchangeTrouble, ImportCancelled or BadValue with the book unchanged.
    """
    how = _Reading(path, kind, mapping, columns, encoding, delimiter, old_currency)
    table, fields = _opened(how)
    work = None
    try:
        with shop.change() as session:
            work = _work(shop, session, how, table, fields, keep=True)
            work.progress, work.cancelled = progress, cancelled
            _bring(shop, session, kind, work)
            return _finished(shop, session, work)
    finally:
        if work and work.refused_file:
            work.refused_file.discard()


def past_imports(shop: Shop, limit: int = 50) -> list[PastImport]:
    """Imports, newest first."""
    with shop.read() as session:
        heads = stored.past(session, limit)
    return [
        PastImport(
            id=head.id,
            at=head.at,
            kind=head.kind,
            file_name=head.file_name,
            result=ImportResult(
                id=head.id,
                rows=head.rows,
                added=head.added,
                updated=head.updated,
                unchanged=head.unchanged,
                refused=head.refused,
            ),
            undone_at=head.undone_at,
        )
        for head in heads
    ]


def undo_import(shop: Shop, import_id: int) -> Done[TakenBack]:
    """Take a whole import back, also after a restart; raises NotFound for an unknown or undone one.

    Cards and purchases that were used since stay, and are counted.
    """
    with shop.change() as session:
        taken = _take_back(shop, session, import_id)
        for entry in journal.newest(session, IMPORT, limit=1000):
            if json.loads(entry.detail) == {"import": import_id}:
                journal.mark_undone(session, shop.now(), entry.id)
    return Done(taken, Changes(everything=True))


def take_back_import(shop: Shop, session: Session, entry: Entry) -> Changes:
    """The inverse for `safety.undo`."""
    _take_back(shop, session, int(json.loads(entry.detail)["import"]))
    return Changes(everything=True)


def _opened(how: _Reading) -> tuple[Table, tuple[str, ...]]:
    """The file as a table, and what each column is read as."""
    table = open_table(how.path, how.kind, encoding=how.encoding, delimiter=how.delimiter)
    if how.columns is not None:
        missing = len(table.header) - len(how.columns)
        fields = (*how.columns, *[""] * missing)[: len(table.header)]
    else:
        fields = guessing.guess_fields(table.header, sample_cells(table), how.kind)
    fields = guessing.choose_fields(table.header, fields, how.mapping or {}, how.kind)
    if not is_enough(fields, how.kind):
        raise NothingRecognised(how.path, how.kind, table.header)
    return table, fields


def is_enough(fields: Sequence[str], kind: str) -> bool:
    """Whether the columns say who the client is, and of a purchase also when and how much.

    Of a catalogue: what the item is, by name, number or barcode.
    """
    has = set(fields)
    if kind == CATALOGUE:
        return bool(has & {"name", "sku", "barcode"})
    if kind == PURCHASES:
        who = has & {"client", "phone", "email", "card"}
        return bool(who and "date" in has and has & {"amount", "price"})
    return bool(has & {"name", "family", "given", "company", "phone", "email", "card"})


def _work(
    shop: Shop,
    session: Session,
    how: _Reading,
    table: Table,
    fields: tuple[str, ...],
    *,
    keep: bool,
) -> Work:
    words = Words(shop.settings.shop.language)
    return Work(
        table=table,
        fields=fields,
        words=words,
        at=shop.now(),
        old_currency=how.old_currency,
        import_id=stored.begin(session, shop.now(), how.kind, how.path.name),
        known=KnownClients.load(session),
        refused_file=refused_file(shop.folder, table, words) if keep else None,
    )


def _bring(shop: Shop, session: Session, kind: str, work: Work) -> None:
    if kind == PURCHASES:
        bring_purchases(shop, session, work)
        if work.refused_file and work.added:
            quiet.refresh_rhythm(shop, force=True)
    elif kind == CATALOGUE:
        bring_items(shop, session, work)
    else:
        bring_clients(shop, session, work)


def _finished(shop: Shop, session: Session, work: Work) -> Done[ImportResult]:
    """Keep the counts and the journal; nothing of either when nothing was changed."""
    refused = work.refused_file.finish() if work.refused_file else None
    if not (work.added or work.updated):
        stored.forget(session, work.import_id)
        return Done(_result(work, refused, import_id=0), Changes())
    counts = (work.rows, work.added, work.updated, work.unchanged, work.refused)
    stored.finish(session, work.import_id, counts)
    detail = json.dumps({"import": work.import_id})
    undo = journal.write(session, shop.now(), shop.seller, IMPORT, detail=detail)
    done = _result(work, refused, import_id=work.import_id)
    return Done(done, Changes(everything=True, undo=undo))


def _result(work: Work, refused: Path | None, *, import_id: int) -> ImportResult:
    return ImportResult(
        id=import_id,
        rows=work.rows,
        added=work.added,
        updated=work.updated,
        unchanged=work.unchanged,
        refused=work.refused,
        refused_file=refused,
        new_clients=work.new_clients,
        old_amounts=work.old_amounts,
        unread=tuple(work.unread),
    )


def _take_back(shop: Shop, session: Session, import_id: int) -> TakenBack:
    if not stored.standing(session, import_id):
        raise NotFound("import", str(import_id))
    purchases, _ = stored.drop_purchases(session, import_id)
    restored = _restore_cards(session, import_id)
    lonely, kept = stored.added_clients(session, import_id)
    stored_clients.erase(session, lonely)
    items, changed, sold = take_items_back(shop, session, import_id)
    stored.mark_undone(session, import_id, shop.now())
    if purchases:
        quiet.refresh_rhythm(shop, force=True)
    return TakenBack(len(lonely), purchases, restored + changed, kept + sold, items)


def _restore_cards(session: Session, import_id: int) -> int:
    """Give changed cards back what the import changed; what was changed since stays."""
    sides: dict[ClientId, tuple[Client, Client]] = dict(stored.changes(session, import_id))
    now = stored_clients.get_many(session, sides)
    pairs = [
        (card, replace(taken_back(card, *sides[each]), consents=card.consents))
        for each, card in now.items()
    ]
    stored_clients.change_many(session, pairs)
    return len(pairs)
