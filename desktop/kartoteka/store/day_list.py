"""Whom to call on a day: one set of conditions for every list, number and badge that tells it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.store.book import Session
from kartoteka.store.calls import CallEntry, entries_where
from kartoteka.store.direct import direct
from kartoteka.store.quiet import ALONG_QUIET, IS_QUIET

_SETTLED = """
SELECT client_id FROM call WHERE outcome IS NOT NULL AND at >= :today
"""
"""Whoever was talked to on this day, or was tried."""
_PROMISED = """
SELECT client_id FROM call WHERE outcome = 'call_back' AND call_back_on > :today
AND NOT EXISTS (SELECT 1 FROM call AS later WHERE later.client_id = call.client_id
                AND later.outcome IS NOT NULL AND later.at > call.at)
"""
"""Whoever was promised a call on a later day."""
_LAST_WORD = """
SELECT given FROM consent WHERE consent.client_id = client.id AND channel = 'call'
ORDER BY consent.id DESC LIMIT 1
"""
"""What the client said last about calls; asked of the quiet ones only, who are few."""
_WHY = f"""
CASE WHEN client.id IN ({_SETTLED}) THEN 'settled'
     WHEN client.id IN ({_PROMISED}) THEN 'promised'
     WHEN ({_LAST_WORD}) = 0 THEN 'consent_withdrawn'
     WHEN :asked AND coalesce(({_LAST_WORD}), 0) = 0 THEN 'consent_missing'
     WHEN NOT EXISTS (SELECT 1 FROM phone WHERE phone.client_id = client.id) THEN 'no_phone'
     ELSE '' END
"""  # noqa: S608 - constants of ours


@dataclass(frozen=True, slots=True)
class QuietSum:
    """How many quiet clients may be called on the day, and those left out, by why."""

    to_call: int
    left_out: dict[str, int]


def quiet_sum(session: Session, today: date, *, needs_consent: bool) -> QuietSum:
    """Count the quiet clients: '' are to be called, the others are left out for a reason."""
    sql = f"SELECT {_WHY} AS why, count(*) FROM {ALONG_QUIET} WHERE {IS_QUIET} GROUP BY why"  # noqa: S608
    counted = dict(direct(session).execute(sql, _values(today, needs_consent)).fetchall())
    return QuietSum(counted.pop("", 0), counted)


def quiet_to_call(
    session: Session, today: date, *, needs_consent: bool, limit: int | None
) -> list[ClientId]:
    """The quiet clients who may be called on the day, the dearest silence first."""
    sql = (
        f"SELECT id FROM {ALONG_QUIET} WHERE {IS_QUIET} AND {_WHY} = ''"  # noqa: S608
        " ORDER BY yearly_minor DESC, id LIMIT :rows"
    )
    values = {**_values(today, needs_consent), "rows": -1 if limit is None else limit}
    return [row[0] for row in direct(session).execute(sql, values)]


def among_quiet_to_call(
    session: Session, today: date, clients: Collection[ClientId], *, needs_consent: bool
) -> set[ClientId]:
    """Which of these few clients `quiet_to_call` has."""
    if not clients:
        return set()
    few = ", ".join(str(int(client)) for client in clients)
    sql = f"SELECT id FROM client WHERE id IN ({few}) AND {IS_QUIET} AND {_WHY} = ''"  # noqa: S608
    return {row[0] for row in direct(session).execute(sql, _values(today, needs_consent))}


def waiting_beside(
    session: Session, today: date, since: date, *, needs_consent: bool
) -> list[CallEntry]:
    """Calls that wait on lists made since a day, of clients who are not quiet; one a client."""
    where = f"""
WHERE call.outcome IS NULL AND client.deleted_at IS NULL AND client.do_not_contact = 0
  AND call.id IN (SELECT max(waits.id) FROM call AS waits
                  JOIN call_list ON call_list.id = waits.list_id
                  WHERE call_list.day >= :since AND waits.outcome IS NULL
                  GROUP BY waits.client_id)
  AND NOT coalesce(client.quiet_on <= :today AND client.lost_on > :today, 0)
  AND {_WHY} = ''
ORDER BY call.list_id, call.position
"""  # noqa: S608 - constants of ours
    values = {**_values(today, needs_consent), "since": since.isoformat()}
    return entries_where(session, where, values)


def _values(today: date, needs_consent: bool) -> dict[str, Any]:
    return {"today": today.isoformat(), "asked": int(needs_consent)}
