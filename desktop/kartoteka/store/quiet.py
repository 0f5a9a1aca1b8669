"""Clients by their silence: ids in the order of what it costs, and the facts for a page of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kartoteka.domain.clients import ClientId, Tag, TagKind
from kartoteka.domain.rhythm import Figures, State
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME, CLIENT_PHONE
from kartoteka.store.moments import day_of


@dataclass(frozen=True, slots=True)
class SilentClient:
    """A client with the figures that tell their silence."""

    id: ClientId
    name: str
    phone: str
    hours: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Leads:
    """Cards added since a day, how many of them bought, and all clients with a purchase."""

    new_cards: int
    buyers_of_them: int


ALONG_QUIET = "client INDEXED BY client_by_quiet"
"""Without statistics SQLite would rather walk all clients in the order of their yearly value."""
IS_QUIET = "quiet_on <= :today AND lost_on > :today AND deleted_at IS NULL AND do_not_contact = 0"
_COLUMNS = f"""
SELECT client.id, {CLIENT_NAME}, {CLIENT_PHONE}, client.hours, client.visits, client.purchases,
       client.first_visit, client.last_visit, client.total_minor, client.usual_days,
       client.due_on, client.cooling_on, client.quiet_on, client.lost_on, client.yearly_minor
FROM client
"""  # noqa: S608 - constants of ours
_STATES = """
SELECT CASE WHEN visits = 0 THEN 'none' WHEN lost_on <= :today THEN 'lost'
            WHEN quiet_on <= :today THEN 'quiet' WHEN cooling_on <= :today THEN 'cooling'
            WHEN due_on <= :today THEN 'due' WHEN visits = 1 THEN 'new' ELSE 'active' END, count(*)
FROM client INDEXED BY client_by_last_visit WHERE deleted_at IS NULL GROUP BY 1
"""
_CARDS = "SELECT count(*) FROM client INDEXED BY client_by_yearly WHERE deleted_at IS NULL"
"""Along the smallest index that has them all; SQLite would take one six times as large."""


def quiet_ids(session: Session, today: date) -> list[ClientId]:
    """Quiet clients who may be contacted, the dearest silence first."""
    sql = f"SELECT id FROM {ALONG_QUIET} WHERE {IS_QUIET} ORDER BY yearly_minor DESC, id"  # noqa: S608
    return [row[0] for row in direct(session).execute(sql, {"today": today.isoformat()})]


def quiet_sum(session: Session, today: date) -> tuple[int, int]:
    """How many clients `quiet_ids` has, and their yearly value together (minor units)."""
    sql = f"SELECT count(*), coalesce(sum(yearly_minor), 0) FROM {ALONG_QUIET} WHERE {IS_QUIET}"  # noqa: S608
    found: tuple[int, int] = direct(session).execute(sql, {"today": today.isoformat()}).fetchone()
    return found


def visited_ids(session: Session) -> list[ClientId]:
    """Every client with a visit, the dearest silence first."""
    sql = (
        "SELECT id FROM client WHERE last_visit IS NOT NULL AND deleted_at IS NULL"
        " ORDER BY yearly_minor DESC, id"
    )
    return [row[0] for row in direct(session).execute(sql)]


def silent(session: Session, clients: Sequence[ClientId]) -> list[SilentClient]:
    """These clients in this order; those that are not in the book are left out."""
    found: dict[ClientId, SilentClient] = {}
    for chunk in _chunks(clients):
        marks = ", ".join("?" * len(chunk))
        rows = direct(session).execute(_COLUMNS + f"WHERE client.id IN ({marks})", chunk)
        found.update((row[0], _silent(row)) for row in rows)
    return [found[client] for client in clients if client in found]


def tags(session: Session, clients: Sequence[ClientId]) -> dict[ClientId, tuple[Tag, ...]]:
    """The preferences of these clients."""
    found: dict[ClientId, list[Tag]] = {}
    for chunk in _chunks(clients):
        marks = ", ".join("?" * len(chunk))
        sql = (
            "SELECT client_id, kind, text FROM tag"  # noqa: S608
            f" WHERE client_id IN ({marks}) ORDER BY client_id, position"
        )
        for client, kind, text in direct(session).execute(sql, chunk):
            found.setdefault(client, []).append(Tag(TagKind(kind), text))
    return {client: tuple(liked) for client, liked in found.items()}


def counts(session: Session, today: date) -> dict[State, int]:
    """How many cards are in each state; those in the bin are left out."""
    counted = dict.fromkeys(State, 0)
    for name, number in direct(session).execute(_STATES, {"today": today.isoformat()}):
        counted[State(name)] = number
    return counted


def leads(session: Session, since: date) -> Leads:
    """New cards since a day, and those of them with a purchase."""
    sql = (
        "SELECT count(*), coalesce(sum(visits > 0), 0) FROM client"
        " WHERE added_on >= ? AND deleted_at IS NULL"
    )
    return Leads(*direct(session).execute(sql, (since.isoformat(),)).fetchone())


def has_visits(session: Session) -> bool:
    """Whether any client ever bought something."""
    sql = "SELECT EXISTS (SELECT 1 FROM client WHERE last_visit > '')"
    return bool(scalar(session, sql))


def cards(session: Session) -> int:
    """How many cards the book has, the bin left out."""
    number: int = scalar(session, _CARDS)
    return number


def _chunks(clients: Sequence[ClientId]) -> Iterable[tuple[ClientId, ...]]:
    """SQLite binds at most 32 766 values."""
    return (tuple(clients[start : start + 5000]) for start in range(0, len(clients), 5000))


def _silent(row: Any) -> SilentClient:
    figures = Figures(
        visits=row[4],
        purchases=row[5],
        first_visit=day_of(row[6]),
        last_visit=day_of(row[7]),
        total_minor=row[8],
        usual_days=row[9],
        due_on=day_of(row[10]),
        cooling_on=day_of(row[11]),
        quiet_on=day_of(row[12]),
        lost_on=day_of(row[13]),
        yearly_minor=row[14],
    )
    return SilentClient(row[0], row[1], row[2], row[3], figures)
