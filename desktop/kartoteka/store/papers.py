"""Issued papers: the frozen sheet of each, found by sale, number or client."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.money import Money
from kartoteka.domain.offers import OfferId
from kartoteka.domain.sales import SaleId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME
from kartoteka.store.moments import day_of, moment_of, moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A paper to be kept; `sheet` is its frozen JSON, `sha256` the hash of its first PDF."""

    kind: str
    number: int
    sale: SaleId | None
    client: ClientId | None
    issued_on: date
    at: datetime
    language: str
    size: str
    sheet: str
    sha256: str
    pages: int
    offer: OfferId | None = None
    series: str = ""
    """The run of its number; empty: one of its own kind."""
    shown: str = ""
    """The number as it stands on the paper; empty: just the digits."""
    total: Money | None = None
    """None: the total of its sale."""
    due_on: date | None = None
    amends: int | None = None
    """The paper that a note changes."""
    ground: str = ""
    vat_ground: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """An issued paper as lists show it."""

    id: int
    kind: str
    number: int
    sale: SaleId | None
    client: ClientId | None
    client_name: str
    issued_on: date
    language: str
    size: str
    pages: int
    copies: int
    """Prints after the first one; −1 until the paper went to a printer."""
    offer: OfferId | None
    total_minor: int
    currency: str
    series: str = ""
    shown: str = ""
    due_on: date | None = None
    amends: int | None = None
    ground: str = ""
    annulled_at: datetime | None = None
    annul_reason: str = ""
    vat_ground: str = ""
    """Why no VAT is charged, where a rate is zero."""


@dataclass(frozen=True, slots=True)
class PaperSource:
    """What a paper is drawn from again."""

    id: int
    number: int
    issued_on: date
    size: str
    sheet: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A paper's frozen sheet with the seal of it, and what the list tells of the paper."""

    kind: str
    shown: str
    issued_on: str
    """As it is kept, an ISO day."""
    total_minor: int
    sheet: str
    seal: str


_LINES = f"""
SELECT paper.id, paper.kind, paper.number, paper.sale_id, paper.client_id,
       coalesce({CLIENT_NAME}, ''), paper.issued_on, paper.language, paper.size, paper.pages,
       paper.copies, paper.offer_id, paper.total_minor, paper.currency, paper.series, paper.shown,
       paper.due_on, paper.amends_id, paper.ground, paper.annulled_at, paper.annul_reason,
       paper.vat_ground
FROM paper
LEFT JOIN client ON client.id = paper.client_id
"""  # noqa: S608 - a constant of ours
_INSERT = """
INSERT INTO paper (kind, series, number, shown, sale_id, client_id, issued_on, at, language, size,
                   sheet, sha256, sheet_sha256, pages, copies, offer_id, total_minor, currency,
                   due_on, amends_id, ground, annul_reason, vat_ground)
SELECT :kind, :series, :number, :shown, :sale, :client, :issued_on, :at, :language, :size, :sheet,
       :sha256, :sheet_sha256, :pages, -1, :offer, coalesce(:total, sale.total_minor, 0),
       coalesce(:currency, sale.currency, ''), :due_on, :amends, :ground, '',
       :vat_ground
FROM (SELECT 1) LEFT JOIN sale ON sale.id = :sale RETURNING id
"""


def add(session: Session, paper: NewPaper) -> int:
    """Keep an issued paper and answer its id."""
    values = {
        "kind": paper.kind,
        "series": paper.series or paper.kind,
        "number": paper.number,
        "shown": paper.shown or str(paper.number),
        "sale": paper.sale,
        "client": paper.client,
        "issued_on": paper.issued_on.isoformat(),
        "at": moment_text(paper.at),
        "language": paper.language,
        "size": paper.size,
        "sheet": paper.sheet,
        "sha256": paper.sha256,
        "sheet_sha256": seal_of(paper.sheet),
        "pages": paper.pages,
        "offer": paper.offer,
        "total": None if paper.total is None else paper.total.minor,
        "currency": None if paper.total is None else paper.total.currency,
        "due_on": paper.due_on and paper.due_on.isoformat(),
        "amends": paper.amends,
        "ground": paper.ground,
        "vat_ground": paper.vat_ground,
    }
    paper_id: int = scalar(session, _INSERT, values)
    return paper_id


def get(session: Session, paper_id: int) -> PaperLine | None:
    """One paper by its id."""
    return _one(session, "paper.id = ?", (paper_id,))


def of_number(session: Session, number: int) -> PaperLine | None:
    """The receipt of that number."""
    return _one(session, "paper.kind = 'receipt' AND paper.number = ?", (number,))


def of_sale(session: Session, kind: str, sale: SaleId) -> PaperLine | None:
    """The paper of that kind that a sale has, if it was issued."""
    return _one(session, "paper.kind = ? AND paper.sale_id = ?", (kind, sale))


def standing(session: Session, kind: str, sale: SaleId) -> PaperLine | None:
    """The paper of that kind that a sale has and that was not annulled."""
    where = "paper.kind = ? AND paper.sale_id = ? AND paper.annulled_at IS NULL"
    return _one(session, where, (kind, sale))


def of_shown(session: Session, shown: str, kind: str = "") -> PaperLine | None:
    """The newest paper with this number as it stands on it, of one kind or of any."""
    where = "paper.shown = ? AND (? = '' OR paper.kind = ?) ORDER BY paper.id DESC"
    return _one(session, where, (shown, kind, kind))


def of_digits(session: Session, number: int, kind: str = "") -> PaperLine | None:
    """The newest paper with this number, of one kind or of any, however it is written on it."""
    where = "paper.number = ? AND (? = '' OR paper.kind = ?) ORDER BY paper.id DESC"
    return _one(session, where, (number, kind, kind))


def newest(session: Session, client: ClientId | None, limit: int) -> list[PaperLine]:
    """The papers of one client, or of all, the newest first."""
    where = "" if client is None else "WHERE paper.client_id = ? "
    values: tuple[int, ...] = (limit,) if client is None else (client, limit)
    return _lines(session, where + "ORDER BY paper.id DESC LIMIT ?", values)


def ids(
    session: Session,
    number: str,
    clients: Sequence[ClientId],
    kinds: Sequence[str] = (),
    shown: str = "",
) -> list[int]:
    """Papers whose number begins with these digits, and those of these clients, newest first.

    `shown`: how the number begins as it stands on the paper. Without any of them: every paper;
    `kinds`: only these, none for all.
    """
    sql, values = "SELECT id FROM paper WHERE TRUE", tuple[Any, ...]()
    if number or clients or shown:
        marks = ", ".join("?" * len(clients))
        sql += (
            " AND ((? <> '' AND number GLOB ? || '*')"
            " OR (? <> '' AND substr(shown, 1, length(?)) = ?)"
            f" OR client_id IN ({marks}))"
        )
        values = (number, number, shown, shown, shown, *clients)
    if kinds:
        sql += f" AND kind IN ({', '.join('?' * len(kinds))})"
        values += tuple(kinds)
    sql += " ORDER BY number = ? OR shown = ? DESC, id DESC"
    return [row[0] for row in direct(session).execute(sql, (*values, number or 0, shown))]


def lines(session: Session, papers: Sequence[int]) -> list[PaperLine]:
    """Lines of these papers, in their order; at most a page of a list."""
    marks = ", ".join("?" * len(papers))
    found = {line.id: line for line in _lines(session, f"WHERE paper.id IN ({marks})", papers)}
    return [found[paper] for paper in papers if paper in found]


def source(session: Session, paper_id: int) -> PaperSource | None:
    """The frozen sheet of a paper."""
    sql = "SELECT id, number, issued_on, size, sheet, sha256 FROM paper WHERE id = ?"
    row = direct(session).execute(sql, (paper_id,)).fetchone()
    if row is None:
        return None
    return PaperSource(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], row[5])


def seal_of(sheet: str) -> str:
    """The hash that a frozen sheet is kept with: unlike the PDF's, no new program changes it."""
    return hashlib.sha256(sheet.encode()).hexdigest()


def sealed(session: Session) -> Iterator[Sealed]:
    """Every paper as the list tells it, with its frozen sheet, the oldest first."""
    sql = "SELECT kind, shown, issued_on, total_minor, sheet, sheet_sha256 FROM paper ORDER BY id"
    yield from (Sealed(*row) for row in direct(session).execute(sql))


def numbers_by_series(session: Session) -> dict[str, list[int]]:
    """The numbers of every run, growing; a number given twice comes twice."""
    found: dict[str, list[int]] = {}
    sql = "SELECT series, number FROM paper NOT INDEXED ORDER BY series, number"
    for series, number in direct(session).execute(sql):
        found.setdefault(series, []).append(number)
    return found


def offers_shown(session: Session, client: ClientId) -> frozenset[OfferId]:
    """The offers that a client had on the backs of papers, in letters and on postcards."""
    sql = (
        "SELECT offer_id FROM paper WHERE client_id = :client AND offer_id IS NOT NULL"
        " UNION SELECT offer_id FROM offer_shown WHERE client_id = :client"
    )
    return frozenset(row[0] for row in direct(session).execute(sql, {"client": client}))


def notes_of(session: Session, paper_id: int) -> list[PaperLine]:
    """The notes that change a paper, in the order in which they were issued."""
    return _lines(session, "WHERE paper.amends_id = ? ORDER BY paper.id", (paper_id,))


def standing_invoice(session: Session, sale: SaleId) -> str | None:
    """The number of an invoice of a sale that was not annulled."""
    sql = (
        "SELECT shown FROM paper WHERE sale_id = ? AND kind = 'invoice' AND annulled_at IS NULL"
        " ORDER BY id LIMIT 1"
    )
    found: str | None = scalar(session, sql, (sale,))
    return found


def annul(session: Session, paper_id: int, at: datetime, reason: str) -> None:
    """Say that an issued paper does not count any more; its number stays."""
    sql = "UPDATE paper SET annulled_at = ?, annul_reason = ? WHERE id = ? AND annulled_at IS NULL"
    direct(session).execute(sql, (moment_text(at), reason, paper_id))


def count_original(session: Session, paper_id: int) -> None:
    """The original was printed; once more, when it did not come out well, changes nothing."""
    sql = "UPDATE paper SET copies = 0 WHERE id = ? AND copies < 0"
    direct(session).execute(sql, (paper_id,))


def count_copy(session: Session, paper_id: int) -> None:
    """One more copy was printed."""
    sql = "UPDATE paper SET copies = CASE WHEN copies < 0 THEN 1 ELSE copies + 1 END WHERE id = ?"
    direct(session).execute(sql, (paper_id,))


def _one(session: Session, where: str, values: tuple[Any, ...]) -> PaperLine | None:
    return next(iter(_lines(session, f"WHERE {where} LIMIT 1", values)), None)


def _lines(session: Session, tail: str, values: Sequence[Any]) -> list[PaperLine]:
    rows = direct(session).execute(_LINES + tail, tuple(values))
    return [_line(row) for row in rows]


def _line(row: Any) -> PaperLine:
    return PaperLine(
        id=row[0],
        kind=row[1],
        number=row[2],
        sale=row[3],
        client=row[4],
        client_name=row[5],
        issued_on=date.fromisoformat(row[6]),
        language=row[7],
        size=row[8],
        pages=row[9],
        copies=row[10],
        offer=row[11],
        total_minor=row[12],
        currency=row[13],
        series=row[14],
        shown=row[15],
        due_on=day_of(row[16]),
        amends=row[17],
        ground=row[18],
        annulled_at=row[19] and moment_of(row[19]),
        annul_reason=row[20],
        vat_ground=row[21],
    )
