"""Statements of a deed: SQL straight to the driver, inside the deed's transaction.

Rows come out as plain tuples with days and moments as text (see `moments`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from kartoteka.store.book import Session
from kartoteka.store.driver import Raw


def direct(session: Session) -> Raw:
    """The driver's connection under a session; its transaction is the session's."""
    return session.raw


def scalar(session: Session, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """The first cell of what a statement answers; None when it answers nothing."""
    rows = direct(session).execute(sql, values).fetchall()
    return rows[0][0] if rows else None
