"""Ids of new clients, sales and items: one more than was ever given, also to what was erased."""

from typing import Literal

from kartoteka.store.book import Session
from kartoteka.store.direct import scalar


def next_id(session: Session, table: Literal["client", "sale", "item"]) -> int:
    """The id that the next new row gets.

    An id that came back would give an erased client's basket, call or undo to somebody else. A
    trigger of the book keeps the id of each row that is deleted.
    """
    sql = (
        f"SELECT max(coalesce((SELECT max(id) FROM {table}), 0),"  # noqa: S608 - names of ours
        " coalesce((SELECT last FROM given_id WHERE name = ?), 0)) + 1"
    )
    number: int = scalar(session, sql, (table,))
    return number
