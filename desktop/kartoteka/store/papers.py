"""Issued papers: the frozen sheet of each, found by sale, number or client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.offers import OfferId
from kartoteka.domain.sales import SaleId
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME
from kartoteka.store.moments import moment_text


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
    offer: OfferId | None
    total_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class PaperSource:
    """What a paper is drawn from again."""

    id: int
    number: int
    issued_on: date
    size: str
    sheet: str
    sha256: str


_LINES = f"""
SELECT paper.id, paper.kind, paper.number, paper.sale_id, paper.client_id,
       coalesce({CLIENT_NAME}, ''), paper.issued_on, paper.language, paper.size, paper.pages,
       paper.copies, paper.offer_id, coalesce(sale.total_minor, 0), coalesce(sale.currency, '')
FROM paper
LEFT JOIN client ON client.id = paper.client_id
LEFT JOIN sale ON sale.id = paper.sale_id
"""  # noqa: S608 - a constant of ours
_INSERT = """
INSERT INTO paper (kind, number, sale_id, client_id, issued_on, at, language, size, sheet, sha256,
                   pages, copies, offer_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING id
"""


def add(session: Session, paper: NewPaper) -> int:
    """Keep an issued paper and answer its id."""
    values = (
        paper.kind,
        paper.number,
        paper.sale,
        paper.client,
        paper.issued_on.isoformat(),
        moment_text(paper.at),
        paper.language,
        paper.size,
        paper.sheet,
        paper.sha256,
        paper.pages,
        paper.offer,
    )
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


def newest(session: Session, client: ClientId | None, limit: int) -> list[PaperLine]:
    """The papers of one client, or of all, the newest first."""
    where = "" if client is None else "WHERE paper.client_id = ? "
    values: tuple[int, ...] = (limit,) if client is None else (client, limit)
    return _lines(session, where + "ORDER BY paper.id DESC LIMIT ?", values)


def ids(session: Session, number: str, clients: Sequence[ClientId]) -> list[int]:
    """Papers whose number begins with these digits, and those of these clients, newest first.

    Without digits and clients: every paper.
    """
    sql, values = "SELECT id FROM paper", tuple[Any, ...]()
    if number or clients:
        marks = ", ".join("?" * len(clients))
        sql += f" WHERE (? <> '' AND number GLOB ? || '*') OR client_id IN ({marks})"
        values = (number, number, *clients)
    sql += " ORDER BY number = ? DESC, id DESC"
    return [row[0] for row in direct(session).execute(sql, (*values, number or 0))]


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


def offers_shown(session: Session, client: ClientId) -> frozenset[OfferId]:
    """The offers that stood on the backs of a client's papers."""
    sql = "SELECT DISTINCT offer_id FROM paper WHERE client_id = ? AND offer_id IS NOT NULL"
    return frozenset(row[0] for row in direct(session).execute(sql, (client,)))


def count_copy(session: Session, paper_id: int) -> None:
    """One more copy was printed."""
    sql = "UPDATE paper SET copies = copies + 1 WHERE id = ?"
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
    )
