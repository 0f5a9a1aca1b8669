"""Call lists and calls: whom, the reason as it was then, and what came of it."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import CLIENT_NAME, CLIENT_PHONE
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
_CALLS = f"""
SELECT call.id, call.list_id, call.position, call.client_id, {CLIENT_NAME}, {CLIENT_PHONE},
       client.hours, call.reason, call.outcome, call.said, call.call_back_on, call.at
FROM call JOIN client ON client.id = call.client_id
"""  # noqa: S608 - constants of ours
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
    return _calls(session, "WHERE call.list_id = ? ORDER BY call.position", (list_id,))


def of_client(session: Session, client: ClientId) -> list[CallEntry]:
    """The calls of a client that took place, the newest first."""
    where = "WHERE call.client_id = ? AND call.outcome IS NOT NULL ORDER BY call.at DESC"
    return _calls(session, where, (client,))


def due_back(session: Session, today: date) -> list[CallEntry]:
    """Promised call-backs that are due and were not answered by a later call."""
    where = """
WHERE call.outcome = 'call_back' AND call.call_back_on <= ? AND client.deleted_at IS NULL
  AND client.do_not_contact = 0
  AND NOT EXISTS (SELECT 1 FROM call AS later WHERE later.client_id = call.client_id
                  AND later.outcome IS NOT NULL AND later.at > call.at)
ORDER BY call.call_back_on, call.id
"""
    return _calls(session, where, (today.isoformat(),))


def get(session: Session, call_id: int) -> CallEntry | None:
    """One call."""
    return next(iter(_calls(session, "WHERE call.id = ?", (call_id,))), None)


def set_outcome(
    session: Session,
    call_id: int,
    outcome: Outcome | None,
    said: str,
    call_back_on: date | None,
    at: datetime | None,
    seller: str,
) -> None:
    """Write down how a call ended, or take it back (`outcome` None)."""
    values = (
        outcome and outcome.value,
        said,
        call_back_on and call_back_on.isoformat(),
        at and moment_text(at),
        seller,
        call_id,
    )
    direct(session).execute(_OUTCOME, values)


def _head(row: Any) -> ListHead:
    return ListHead(row[0], date.fromisoformat(row[1]), moment_of(row[2]), *row[3:])


def _calls(session: Session, tail: str, values: tuple[Any, ...]) -> list[CallEntry]:
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
