"""The journal: which deed changed what, with what is needed to take it back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.moments import moment_text
from kartoteka.store.tables import JournalRow


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


_TABLE = JournalRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it at runtime
_WRITE = "INSERT INTO journal (at, seller, deed, client_id, detail) VALUES (?, ?, ?, ?, ?)"
_COLUMNS = [_TABLE.c[name] for name in Entry.__slots__]


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
    row = session.connection().execute(select(*_COLUMNS).where(_TABLE.c.id == entry_id)).first()
    return Entry(*row) if row else None


def newest(session: Session, deed: str, limit: int = 20) -> list[Entry]:
    """The newest entries of one deed that were not taken back, newest first."""
    wanted = (
        select(*_COLUMNS)
        .where(_TABLE.c.deed == deed, _TABLE.c.undone_at.is_(None))
        .order_by(_TABLE.c.id.desc())
        .limit(limit)
    )
    return [Entry(*row) for row in session.connection().execute(wanted)]


def mark_undone(session: Session, entry_id: int, at: datetime) -> None:
    """Remember that the deed was taken back, so that it cannot be taken back twice."""
    change = update(_TABLE).where(_TABLE.c.id == entry_id).values(undone_at=at)
    session.connection().execute(change)
