"""Call lists and calls: whom, the reason as it was then, and what came of it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME, CLIENT_PHONE, IS_VISIT
from kartoteka.store.moments import day_of, moment_of, moment_text


@dataclass(frozen=True, slots=True)
class ListHead:
    """A call list without its lines; `done` calls have an outcome."""

    id: int
    day: date
    at: datetime
    seller: str
    calls: int
    done: int


@dataclass(frozen=True, slots=True)
class CallEntry:
    """A call with the client's name, number and hours as they are now."""

    id: int
    list_id: int | None
    position: int
    client: ClientId
    name: str
    phone: str
    hours: str
    reason: Reason
    outcome: Outcome | None
    said: str
    call_back_on: date | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Permit:
    """Whether a client may be called; `said` is their last word on calls, None: never asked."""

    client: ClientId
    name: str
    phone: str
    do_not_contact: bool
    said: bool | None


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """What a script uses of the card; `last_on` and `last_item` are of the last purchase."""

    client: ClientId
    is_company: bool
    given: str
    called: str
    name: str
    contact_person: str
    language: str
    birthday: tuple[int, int] | None
    last_on: date | None
    last_item: str
    likes: tuple[str, ...]


_ADD_LIST = "INSERT INTO call_list (at, day, seller) VALUES (?, ?, ?) RETURNING id"
_ADD_CALL = (
    "INSERT INTO call (list_id, position, client_id, reason, channel, said, seller)"
    " VALUES (?, ?, ?, ?, 'call', '', '')"
)
_HEADS = """
SELECT call_list.id, call_list.day, call_list.at, call_list.seller,
       count(call.id), count(call.outcome)
FROM call_list LEFT JOIN call ON call.list_id = call_list.id
"""
_EXTENSION = """
coalesce((SELECT CASE WHEN e164 <> '' AND length(note) <= 16 AND note GLOB '*[0-9]*'
                      THEN ' ' || note ELSE '' END
          FROM phone WHERE phone.client_id = client.id ORDER BY position LIMIT 1), '')
"""
_CALLS = f"""
SELECT call.id, call.list_id, call.position, call.client_id, {CLIENT_NAME},
       {CLIENT_PHONE} || {_EXTENSION},
       client.hours, call.reason, call.outcome, call.said, call.call_back_on, call.at
FROM call JOIN client ON client.id = call.client_id
"""  # noqa: S608 - constants of ours
_PERMITS = f"""
SELECT client.id, {CLIENT_NAME}, {CLIENT_PHONE}, client.do_not_contact,
       (SELECT given FROM consent WHERE consent.client_id = client.id AND channel = 'call'
        ORDER BY consent.id DESC LIMIT 1)
FROM client WHERE client.deleted_at IS NULL AND client.id
"""  # noqa: S608 - constants of ours
_SCRIPT = f"""
SELECT client.id, client.kind = 'company', client.given, client.called, {CLIENT_NAME},
       coalesce((SELECT name FROM contact_person WHERE client_id = client.id
                 ORDER BY position LIMIT 1), ''),
       client.language, client.birth_month, client.birth_day,
       sale.day,
       (SELECT name FROM sale_line WHERE sale_id = sale.id ORDER BY total_minor DESC LIMIT 1)
FROM client
LEFT JOIN sale ON sale.id = (SELECT id FROM sale WHERE sale.client_id = client.id AND {IS_VISIT}
                             ORDER BY sale.day DESC, sale.id DESC LIMIT 1)
WHERE client.id
"""  # noqa: S608 - constants of ours
_LIKES = "SELECT client_id, text FROM tag WHERE kind = 'likes' AND client_id"
_ADD_CONSENT = (
    "INSERT INTO consent (client_id, channel, given, at, how, wording)"
    " VALUES (?, 'call', ?, ?, ?, '') RETURNING id"
)
_OUTCOME = (
    "UPDATE call SET outcome = ?, said = ?, call_back_on = ?, at = ?, seller = ? WHERE id = ?"
)


def reason_text(reason: Reason) -> str:
    """A reason as JSON, empty facts left out."""
    facts = {name: value for name, value in asdict(reason).items() if value not in (0, None, "")}
    return json.dumps(facts, default=date.isoformat, ensure_ascii=False)


def reason_of(text: str) -> Reason:
    """The reason that `reason_text` wrote; an empty text is a client simply chosen."""
    if not text:
        return Reason(ReasonKind.CHOSEN)
    facts = json.loads(text)
    on = facts.pop("on", None)
    return Reason(kind=ReasonKind(facts.pop("kind")), on=day_of(on), **facts)


def permits(session: Session, clients: Sequence[ClientId]) -> dict[ClientId, Permit]:
    """Who of these clients may be called; those in the bin are left out."""
    return {
        row[0]: Permit(
            row[0], row[1], row[2], bool(row[3]), None if row[4] is None else bool(row[4])
        )
        for row in _for_each(session, _PERMITS, clients)
    }


def script_facts(session: Session, clients: Sequence[ClientId]) -> dict[ClientId, ScriptFacts]:
    """What scripts for these clients use of their cards."""
    likes: dict[ClientId, list[str]] = {}
    for client, text in _for_each(session, _LIKES, clients, "ORDER BY client_id, position"):
        likes.setdefault(client, []).append(text)
    return {
        row[0]: ScriptFacts(
            client=row[0],
            is_company=bool(row[1]),
            given=row[2],
            called=row[3],
            name=row[4],
            contact_person=row[5],
            language=row[6],
            birthday=(row[7], row[8]) if row[7] and row[8] else None,
            last_on=day_of(row[9]),
            last_item=row[10] or "",
            likes=tuple(likes.get(row[0], ())),
        )
        for row in _for_each(session, _SCRIPT, clients)
    }


def add_consent(session: Session, client: ClientId, given: bool, at: datetime, how: str) -> int:
    """Write down what a client said about calls, and answer the row's id."""
    values = (client, int(given), moment_text(at), how)
    consent_id: int = scalar(session, _ADD_CONSENT, values)
    return consent_id


def drop_consent(session: Session, consent_id: int) -> None:
    """Take back a consent that was written down by mistake a moment ago."""
    direct(session).execute("DELETE FROM consent WHERE id = ?", (consent_id,))


def add_list(
    session: Session,
    at: datetime,
    day: date,
    seller: str,
    calls: list[tuple[ClientId, Reason]],
) -> int:
    """Keep a call list with its calls in this order and answer its id."""
    values = (moment_text(at), day.isoformat(), seller)
    list_id: int = scalar(session, _ADD_LIST, values)
    rows = [
        (list_id, position, client, reason_text(reason))
        for position, (client, reason) in enumerate(calls, start=1)
    ]
    direct(session).executemany(_ADD_CALL, rows)
    return list_id


def add_call(session: Session, client: ClientId, reason: Reason) -> int:
    """Keep a call that belongs to no list and answer its id; its outcome follows."""
    values = (None, 0, client, reason_text(reason))
    return int(direct(session).execute(_ADD_CALL, values).lastrowid)


def drop_call(session: Session, call_id: int) -> None:
    """Take back a call that belongs to no list."""
    direct(session).execute("DELETE FROM call WHERE id = ? AND list_id IS NULL", (call_id,))


def waiting_call(session: Session, client: ClientId, since: date) -> int | None:
    """The call of a client that waits on the newest list made since a day."""
    sql = (
        "SELECT call.id FROM call JOIN call_list ON call_list.id = call.list_id"
        " WHERE call.client_id = ? AND call.outcome IS NULL AND call_list.day >= ?"
        " ORDER BY call.id DESC LIMIT 1"
    )
    found: int | None = scalar(session, sql, (client, since.isoformat()))
    return found


def drop_list(session: Session, list_id: int) -> None:
    """Forget a call list and those of its calls that have no outcome."""
    connection = direct(session)
    connection.execute("DELETE FROM call WHERE list_id = ? AND outcome IS NULL", (list_id,))
    connection.execute("UPDATE call SET list_id = NULL WHERE list_id = ?", (list_id,))
    connection.execute("DELETE FROM call_list WHERE id = ?", (list_id,))


def head(session: Session, list_id: int) -> ListHead | None:
    """One call list without its lines."""
    sql = _HEADS + "WHERE call_list.id = ? GROUP BY call_list.id"
    row = direct(session).execute(sql, (list_id,)).fetchone()
    return _head(row) if row else None


def heads(session: Session, limit: int) -> list[ListHead]:
    """The call lists, the newest first."""
    sql = _HEADS + "GROUP BY call_list.id ORDER BY call_list.id DESC LIMIT ?"
    return [_head(row) for row in direct(session).execute(sql, (limit,))]


def of_list(session: Session, list_id: int) -> list[CallEntry]:
    """The calls of a list in its order."""
    return entries_where(session, "WHERE call.list_id = ? ORDER BY call.position", (list_id,))


def of_client(session: Session, client: ClientId) -> list[CallEntry]:
    """The calls of a client that took place, the newest first."""
    where = "WHERE call.client_id = ? AND call.outcome IS NOT NULL ORDER BY call.at DESC"
    return entries_where(session, where, (client,))


def due_back(session: Session, today: date) -> list[CallEntry]:
    """Promised call-backs that are due: no later call, and no visit since."""
    where = """
WHERE call.outcome = 'call_back' AND call.call_back_on <= ? AND client.deleted_at IS NULL
  AND client.do_not_contact = 0
  AND (client.last_visit IS NULL OR client.last_visit <= date(call.at))
  AND NOT EXISTS (SELECT 1 FROM call AS later WHERE later.client_id = call.client_id
                  AND later.outcome IS NOT NULL AND later.at > call.at)
ORDER BY call.call_back_on, call.id
"""
    return entries_where(session, where, (today.isoformat(),))


def came_back(session: Session, since: date) -> tuple[int, int]:
    """Quiet clients called since a day, and those of them who visited on a later day or the same.

    A call that nobody answered was no talk; it is not counted.
    """
    sql = """
SELECT count(*), coalesce(sum(client.last_visit >= date(called.first)), 0)
FROM (SELECT client_id, min(at) AS first FROM call
      WHERE at >= ? AND outcome IS NOT NULL AND outcome <> 'no_answer'
        AND reason LIKE '%"quiet"%'
      GROUP BY client_id) AS called
JOIN client ON client.id = called.client_id
"""
    found: tuple[int, int] = direct(session).execute(sql, (since.isoformat(),)).fetchone()
    return found


def get(session: Session, call_id: int) -> CallEntry | None:
    """One call."""
    return next(iter(entries_where(session, "WHERE call.id = ?", (call_id,))), None)


def set_outcome(
    session: Session,
    call_id: int,
    outcome: Outcome,
    said: str,
    call_back_on: date | None,
    at: datetime,
    seller: str,
) -> None:
    """Write down how a call ended."""
    values = (
        outcome.value,
        said,
        call_back_on and call_back_on.isoformat(),
        moment_text(at),
        seller,
        call_id,
    )
    direct(session).execute(_OUTCOME, values)


def outcome_of(session: Session, call_id: int) -> list[Any]:
    """How a call ended, as the journal keeps it for `restore_outcome`."""
    sql = "SELECT outcome, said, call_back_on, at, seller FROM call WHERE id = ?"
    return list(direct(session).execute(sql, (call_id,)).fetchone())


def restore_outcome(session: Session, call_id: int, before: Sequence[Any]) -> None:
    """Put back what `outcome_of` told."""
    direct(session).execute(_OUTCOME, (*before, call_id))


def _for_each(
    session: Session, sql: str, clients: Sequence[ClientId], tail: str = ""
) -> Iterator[tuple[Any, ...]]:
    """Rows for these clients, asked in parts, for SQLite binds at most 32 766 values."""
    for start in range(0, len(clients), 5000):
        chunk = tuple(clients[start : start + 5000])
        marks = ", ".join("?" * len(chunk))
        yield from direct(session).execute(f"{sql} IN ({marks}) {tail}", chunk)


def _head(row: Any) -> ListHead:
    return ListHead(row[0], date.fromisoformat(row[1]), moment_of(row[2]), *row[3:])


def entries_where(
    session: Session, tail: str, values: tuple[Any, ...] | dict[str, Any]
) -> list[CallEntry]:
    """Calls joined with their `client`, chosen and ordered by the rest of a statement."""
    rows = direct(session).execute(_CALLS + tail, values)
    return [
        CallEntry(
            id=row[0],
            list_id=row[1],
            position=row[2],
            client=row[3],
            name=row[4],
            phone=row[5],
            hours=row[6],
            reason=reason_of(row[7]),
            outcome=Outcome(row[8]) if row[8] else None,
            said=row[9],
            call_back_on=day_of(row[10]),
            at=moment_of(row[11]) if row[11] else None,
        )
        for row in rows
    ]
