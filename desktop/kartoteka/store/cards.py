"""Whole cards read from the book, one or many at a time."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kartoteka.domain.clients import Client, ClientId
from kartoteka.store.book import Session
from kartoteka.store.card_rows import COLUMNS, SIDES, card
from kartoteka.store.direct import direct

_WANTED = "FROM json_each(?) AS wanted CROSS JOIN"
_SELECT = (
    f"SELECT {', '.join(f'client.{name}' for name in COLUMNS)}, source.name"
    f" {_WANTED} client ON client.id = wanted.value LEFT JOIN source ON source.id = source_id"
)


def get(session: Session, client_id: ClientId) -> Client | None:
    """One card, in the bin or not; None when there is none."""
    return get_many(session, [client_id]).get(client_id)


def get_many(session: Session, ids: Iterable[ClientId]) -> dict[ClientId, Client]:
    """The cards with these ids."""
    wanted = json.dumps(list(ids))
    raw = direct(session)
    sides: dict[str, dict[ClientId, list[Any]]] = {}
    for table, columns in SIDES.items():
        rows: dict[ClientId, list[Any]] = defaultdict(list)
        names = ", ".join(f"{table}.{name}" for name in columns.split(", "))
        order = f"{table}.{'id' if table == 'consent' else 'position'}"
        sql = (
            f"SELECT {names} {_WANTED} {table} ON {table}.client_id = wanted.value ORDER BY {order}"
        )
        for row in raw.execute(sql, (wanted,)):
            rows[row[0]].append(row)
        sides[table] = rows
    return {row[0]: card(row, sides) for row in raw.execute(_SELECT, (wanted,)).fetchall()}
