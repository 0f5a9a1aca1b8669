"""Whom there may be something to congratulate on: candidates by birthday and by given name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kartoteka.domain.clients import Birthday, Client
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_PHONE


@dataclass(frozen=True, slots=True)
class Celebrant:
    """A person with what birthdays and name days are found from; `phone` as lists show it."""

    client: Client
    phone: str
    yearly_minor: int


_COLUMNS = f"""
SELECT client.id, family, given, called, birth_year, birth_month, birth_day, name_day,
       {CLIENT_PHONE}, yearly_minor
FROM client {{along}} WHERE kind = 'person' AND deleted_at IS NULL AND do_not_contact = 0
"""  # noqa: S608 - constants of ours
_FEW = 300
"""So many cards are read to find the dearest; of more, the dearest are met sooner by walking all
clients in the order of their yearly value, which reads a card only when it is one of them."""


def celebrants(
    session: Session,
    birthdays: Sequence[tuple[int, int]],
    names: Sequence[str],
    days: Sequence[date],
    limit: int,
) -> list[Celebrant]:
    """Persons born on these (month, day), bearing these folded names, or who named these days.

    Of each sort at most `limit`, the dearest clients first; do-not-contact is left out.
    """
    said = [f"{day:%m-%d}" for day in days]
    found = [
        *_ask(session, "(birth_month, birth_day)", birthdays, limit),
        *_ask(session, "given_folded", [(name,) for name in names], limit, "AND name_day = ''"),
        *_ask(session, "name_day <> '' AND name_day", [(day,) for day in said], limit),
    ]
    return list({one.client.id: one for one in found}.values())


def of_clients(session: Session, clients: Sequence[int]) -> dict[int, Client]:
    """What birthdays and name days of these persons are found from; companies have none."""
    found: dict[int, Client] = {}
    for start in range(0, len(clients), _FEW):
        chunk = clients[start : start + _FEW]
        among = f"AND id IN ({', '.join('?' * len(chunk))})"
        for row in direct(session).execute(_COLUMNS.format(along="NOT INDEXED") + among, chunk):
            found[row[0]] = _celebrant(row).client
    return found


def _ask(
    session: Session, what: str, wanted: Sequence[Sequence[object]], limit: int, besides: str = ""
) -> list[Celebrant]:
    """The dearest of those whose `what`, told by an index alone, is among the wanted."""
    if not wanted:
        return []
    marks = ", ".join(f"({', '.join('?' * len(row))})" for row in wanted)
    values = [value for row in wanted for value in row]
    among = f"SELECT id FROM client WHERE {what} IN (VALUES {marks})"  # noqa: S608 - ours
    some = scalar(session, f"SELECT count(*) FROM ({among} LIMIT {_FEW})", values)  # noqa: S608
    columns = _COLUMNS.format(along="NOT INDEXED" if some < _FEW else "INDEXED BY client_by_yearly")
    sql = f"{columns} AND id IN ({among}) {besides} ORDER BY yearly_minor DESC, id LIMIT ?"
    return [_celebrant(row) for row in direct(session).execute(sql, [*values, limit])]


def _celebrant(row: Any) -> Celebrant:
    month, day = row[5], row[6]
    client = Client(
        id=row[0],
        family=row[1],
        given=row[2],
        called=row[3],
        birthday=Birthday(day, month, row[4]) if month and day else None,
        name_day=row[7],
    )
    return Celebrant(client, row[8], row[9])
