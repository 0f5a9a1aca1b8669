"""Lists of clients: the sorted ids that a filter lets through, and lines for a page of them."""

import json
from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from kartoteka.domain.clients import ClientId, Kind, Phone
from kartoteka.domain.folding import fold
from kartoteka.domain.lists import ClientLine, Filter, Order
from kartoteka.domain.occasions import birthdays_within
from kartoteka.domain.rhythm import Figures, State, silent_days, state, times_usual
from kartoteka.store import search
from kartoteka.store.book import Session
from kartoteka.store.direct import direct
from kartoteka.store.moments import day_of

_FEW = 2000
"""Matches that the statement is given; more are picked out of its answer."""

_TIMES = "(julianday(:today) - julianday(last_visit)) / usual_days"
_ORDERS = {
    Order.NAME: ("sort_name, id", "sort_name DESC, id DESC"),
    Order.LAST_VISIT: ("last_visit DESC", "last_visit ASC NULLS LAST"),
    Order.SILENCE: ("last_visit ASC NULLS LAST", "last_visit DESC"),
    Order.TIMES_USUAL: (f"{_TIMES} DESC, id", f"{_TIMES} ASC NULLS LAST, id"),
    Order.PURCHASES: ("purchases DESC, id", "purchases, id"),
    Order.TOTAL: ("total_minor DESC, id DESC", "total_minor, id"),
    Order.AT_RISK: ("yearly_minor DESC, id DESC", "yearly_minor, id"),
}
"""Each order, and the same turned round; what has no value stands at the end both ways."""
# The plus keeps nearly everybody from being looked up along the index of quiet clients.
_STATES = {
    State.NONE: "visits = 0",
    State.NEW: "(visits = 1 AND (due_on IS NULL OR due_on > :today))",
    State.ACTIVE: "(visits > 1 AND (due_on IS NULL OR due_on > :today))",
    State.DUE: "(due_on <= :today AND cooling_on > :today AND +quiet_on > :today"
    " AND lost_on > :today)",
    State.COOLING: "(cooling_on <= :today AND +quiet_on > :today AND lost_on > :today)",
    State.QUIET: "(quiet_on <= :today AND lost_on > :today)",
    State.LOST: "lost_on <= :today",
}
_LINES = """
SELECT client.id, kind, family, given, company, card, city, visits, purchases, first_visit,
       last_visit, total_minor, usual_days, due_on, cooling_on, quiet_on, lost_on, yearly_minor,
       do_not_contact, deleted_at, phone.typed, phone.e164, phone.note,
       (SELECT address FROM email WHERE email.client_id = client.id ORDER BY position LIMIT 1)
FROM json_each(?) AS wanted CROSS JOIN client ON client.id = wanted.value
LEFT JOIN phone ON phone.client_id = client.id AND phone.position = 0
"""


def find_ids(
    session: Session, chosen: Filter, order: Order, today: date, *, turned: bool = False
) -> "array[int]":
    """The ids of all clients that the filter lets through, sorted, or `turned` round."""
    values: dict[str, Any] = {"today": today.isoformat()}
    conditions = ["deleted_at IS NOT NULL" if chosen.in_bin else "deleted_at IS NULL"]
    if chosen.tag:
        conditions.append("id IN (SELECT client_id FROM tag WHERE folded = :tag)")
        values["tag"] = fold(chosen.tag)
    if chosen.source:
        conditions.append("source_id = (SELECT id FROM source WHERE name = :source)")
        values["source"] = chosen.source
    if chosen.birthday_within is not None:
        conditions.append(
            "(birth_month, birth_day) IN"
            " (SELECT value ->> 0, value ->> 1 FROM json_each(:birthdays))"
        )
        values["birthdays"] = json.dumps(birthdays_within(today, chosen.birthday_within))
    wanted = _wanted(session, chosen, values["today"])
    if wanted is not None and len(wanted) <= _FEW:
        conditions.append("id IN (SELECT value FROM json_each(:wanted))")
        values["wanted"] = json.dumps(list(wanted))
    sql = (
        f"SELECT id FROM client WHERE {' AND '.join(conditions)}"  # noqa: S608 - our own parts
        f" ORDER BY {_ORDERS[order][turned]}"
    )
    ids = [row[0] for row in direct(session).execute(sql, values).fetchall()]
    if wanted is not None and len(wanted) > _FEW:
        ids = [each for each in ids if each in wanted]
    return array("q", ids)


def lines(session: Session, ids: Sequence[ClientId], today: date) -> list[ClientLine]:
    """Lines for these clients, in their order; those that are gone are left out."""
    rows = direct(session).execute(_LINES, (json.dumps(list(ids)),)).fetchall()
    found = {row[0]: _line(row, today) for row in rows}
    return [found[each] for each in ids if each in found]


def _wanted(session: Session, chosen: Filter, today: str) -> set[ClientId] | None:
    """Who has one of the states and the text; None when the filter asks for neither.

    They are looked up by themselves: a state along an index that has all its days, whatever the
    order of the list.
    """
    wanted: set[ClientId] | None = None
    if chosen.text.strip():
        wanted = set(_found(session, chosen))
    if chosen.states:
        any_of = " OR ".join(_STATES[each] for each in sorted(chosen.states))
        bin_or_not = "IS NOT NULL" if chosen.in_bin else "IS NULL"
        sql = f"SELECT id FROM client WHERE deleted_at {bin_or_not} AND ({any_of})"  # noqa: S608
        rows = direct(session).execute(sql, {"today": today}).fetchall()
        in_state = {row[0] for row in rows}
        wanted = in_state if wanted is None else wanted & in_state
    return wanted


def _line(row: Any, today: date) -> ClientLine:
    turns = (day_of(row[13]), day_of(row[14]), day_of(row[15]), day_of(row[16]))
    figures = Figures(
        row[7], row[8], day_of(row[9]), day_of(row[10]), row[11], row[12], *turns, row[17]
    )
    kind = Kind(row[1])
    phone = Phone(row[20], row[21], row[22]) if row[20] is not None else None
    name = row[4] if kind is Kind.COMPANY else " ".join(part for part in (row[3], row[2]) if part)
    return ClientLine(
        id=row[0],
        kind=kind,
        name=name or (phone.typed if phone else "") or row[23] or row[5] or f"№ {row[0]}",
        phone=phone,
        card=row[5] or "",
        city=row[6],
        state=state(figures, today),
        visits=figures.visits,
        purchases=figures.purchases,
        last_visit=figures.last_visit,
        usual_days=figures.usual_days,
        silent_days=silent_days(figures, today),
        times_usual=times_usual(figures, today),
        total_minor=figures.total_minor,
        yearly_minor=figures.yearly_minor,
        do_not_contact=bool(row[18]),
        deleted=row[19] is not None,
    )


def _found(session: Session, chosen: Filter) -> list[ClientId]:
    """Ids that the text finds; the bin is not indexed, its few names are looked through."""
    if chosen.in_bin:
        words = fold(chosen.text).split()
        has = " AND ".join(["instr(sort_name, ?) > 0"] * len(words))
        sql = f"SELECT id FROM client WHERE deleted_at IS NOT NULL AND {has}"  # noqa: S608
        values: tuple[Any, ...] = tuple(words)
    else:
        sql, values = search.matching(session, chosen.text)
    return [row[0] for row in direct(session).execute(sql, values).fetchall()]
