"""The journal: which deed changed what, with what is needed to take it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.moments import moment_of, moment_text


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed as it was written down; `detail` is JSON that its inverse understands."""

    id: int
    at: datetime
    seller: str
    deed: str
    client_id: int | None
    detail: str
    undone_at: datetime | None


ERASED = "erased"
"""The detail of an entry whose client was erased for good: it cannot be taken back any more."""

_WRITE = "INSERT INTO journal (at, seller, deed, client_id, detail) VALUES (?, ?, ?, ?, ?)"
_ENTRY = "SELECT id, at, seller, deed, client_id, detail, undone_at FROM journal"
_UNDONE = "UPDATE journal SET undone_at = ? WHERE id = ?"


def write(
    session: Session,
    at: datetime,
    seller: str,
    deed: str,
    client_id: int | None = None,
    detail: str = "",
) -> int:
    """Write down a deed in its own transaction and return the id that takes it back."""
    values = (moment_text(at), seller, deed, client_id, detail)
    return int(direct(session).execute(_WRITE, values).lastrowid)


def entry(session: Session, entry_id: int) -> Entry | None:
    """One entry by its id; None when there is none."""
    row = direct(session).execute(f"{_ENTRY} WHERE id = ?", (entry_id,)).fetchone()
    return _read(row) if row else None


def between(session: Session, first: int, last: int, deed: str) -> list[Entry]:
    """The entries of one deed from one id to another, both included, that still hold."""
    sql = f"{_ENTRY} WHERE id BETWEEN ? AND ? AND deed = ? AND undone_at IS NULL ORDER BY id"
    return [_read(row) for row in direct(session).execute(sql, (first, last, deed)).fetchall()]


def newest(session: Session, deed: str, limit: int = 20) -> list[Entry]:
    """The newest entries of one deed that were not taken back, newest first."""
    sql = f"{_ENTRY} WHERE deed = ? AND undone_at IS NULL ORDER BY id DESC LIMIT ?"
    return [_read(row) for row in direct(session).execute(sql, (deed, limit)).fetchall()]


def mark_undone(session: Session, at: datetime, *entries: int) -> None:
    """Remember that deeds were taken back, so that none can be taken back twice."""
    direct(session).executemany(_UNDONE, [(moment_text(at), each) for each in entries])


def _read(row: tuple[Any, ...]) -> Entry:
    entry_id, at, seller, deed, client_id, detail, undone_at = row
    undone = None if undone_at is None else moment_of(undone_at)
    return Entry(entry_id, moment_of(at), seller, deed, client_id, detail, undone)
