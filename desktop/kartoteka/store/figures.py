"""Figures kept beside each card (visits, usual interval, turning days), so that lists are quick.

One client is refreshed in the transaction of the sale; the whole shop in one statement that does
the steps of `domain.rhythm` on SQLite's doubles (tests hold the two together).
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from kartoteka.domain.clients import ClientId
from kartoteka.domain.rhythm import (
    DAYS_A_YEAR,
    MATURE_DAYS,
    OWN_GAPS_OF_SHOP,
    Evidence,
    Factors,
    Figures,
    ShopRhythm,
    with_rhythm,
)
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.moments import day_of

CLIENT_NAME = (
    "CASE client.kind WHEN 'company' THEN client.company"
    " ELSE trim(client.given || ' ' || client.family) END"
)
"""The name as lists show it, like `Client.name`."""
CLIENT_PHONE = (
    "coalesce((SELECT CASE e164 WHEN '' THEN typed ELSE e164 END FROM phone"
    " WHERE phone.client_id = client.id ORDER BY position LIMIT 1), '')"
)
"""The first number in E.164, or as typed when it is no real one."""
IS_VISIT = "(sale.returns_id IS NULL AND sale.total_minor >= 0 AND sale.voided_at IS NULL)"
"""A return is no visit, with or without the sale that it takes back; nor is what was voided."""

_MEASURED = "rhythm.measured"
_LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Measured:
    """The shop's rhythm, the day on which it was measured, and the settings that held then."""

    rhythm: ShopRhythm
    on: date | None
    currency: str = ""
    factors: Factors | None = None
    kind: str = ""


def in_currency(currency: str) -> str:
    """SQL for a sale's total in `currency` (minor units).

    Leva become euros at the fixed rate, half up (total by total, as the law asks); amounts in any
    other currency cannot be added and count as nothing, like those of a voided sale.
    """
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise ValueError(currency)
    leva = ""
    if currency == "EUR":
        leva = (
            " WHEN 'BGN' THEN (sale.total_minor * 200000"
            " + CASE WHEN sale.total_minor < 0 THEN -195583 ELSE 195583 END) / 391166"
        )
    money = f"CASE sale.currency WHEN '{currency}' THEN sale.total_minor{leva} ELSE 0 END"
    return f"CASE WHEN sale.voided_at IS NULL THEN {money} ELSE 0 END"


_ONE = """
SELECT count(DISTINCT CASE WHEN {visit} THEN sale.day END), coalesce(sum({visit}), 0),
       min(CASE WHEN {visit} THEN sale.day END), max(CASE WHEN {visit} THEN sale.day END),
       coalesce(sum({money}), 0)
FROM sale WHERE sale.client_id = ?
"""
_SAVE = """
UPDATE client SET visits = ?, purchases = ?, first_visit = ?, last_visit = ?, total_minor = ?,
       usual_days = ?, due_on = ?, cooling_on = ?, quiet_on = ?, lost_on = ?, yearly_minor = ?
WHERE id = ?
"""
# Along the index sale_by_client; to group what is already grouped, SQLite would sort all of it.
_COUNTED = """
counted AS MATERIALIZED (
    SELECT sale.client_id, count(DISTINCT CASE WHEN {visit} THEN sale.day END) AS visits,
           sum({visit}) AS purchases,
           min(CASE WHEN {visit} THEN sale.day END) AS first_visit,
           max(CASE WHEN {visit} THEN sale.day END) AS last_visit,
           sum({money}) AS total_minor
    FROM sale WHERE sale.client_id IS NOT NULL GROUP BY sale.client_id
)"""
_ALL = """
WITH {counted},
paced AS (
    SELECT *, CASE
        WHEN visits = 0 OR :buys_once THEN NULL
        WHEN visits = 1 THEN :second_visit_days
        ELSE (julianday(last_visit) - julianday(first_visit) + {own_gaps} * :gap_days)
             / (visits - 1 + {own_gaps})
        END AS usual_days
    FROM counted
),
figures AS (
    SELECT client_id, visits, purchases, first_visit, last_visit, total_minor, usual_days,
           {due} AS due_on, {cooling} AS cooling_on, {quiet} AS quiet_on, {lost} AS lost_on,
           CASE WHEN usual_days IS NULL OR usual_days = 0 OR total_minor <= 0 THEN 0
                WHEN visits = 1 THEN CAST(total_minor * {year} / (visits * max(usual_days, 1.0))
                                          * :repeat_share + 0.5 AS INTEGER)
                ELSE CAST(total_minor * {year} / (visits * max(usual_days, 1.0)) + 0.5 AS INTEGER)
           END AS yearly_minor
    FROM paced
)
UPDATE client SET visits = f.visits, purchases = f.purchases, first_visit = f.first_visit,
       last_visit = f.last_visit, total_minor = f.total_minor, usual_days = f.usual_days,
       due_on = f.due_on, cooling_on = f.cooling_on, quiet_on = f.quiet_on, lost_on = f.lost_on,
       yearly_minor = f.yearly_minor
FROM figures AS f
WHERE client.id = f.client_id
  AND (client.visits, client.purchases, client.first_visit, client.last_visit, client.total_minor,
       client.usual_days, client.due_on, client.cooling_on, client.quiet_on, client.lost_on,
       client.yearly_minor)
   IS NOT (f.visits, f.purchases, f.first_visit, f.last_visit, f.total_minor,
       f.usual_days, f.due_on, f.cooling_on, f.quiet_on, f.lost_on, f.yearly_minor)
"""
_EMPTY = """
UPDATE client SET visits = 0, purchases = 0, first_visit = NULL, last_visit = NULL,
       total_minor = 0, usual_days = NULL, due_on = NULL, cooling_on = NULL, quiet_on = NULL,
       lost_on = NULL, yearly_minor = 0
WHERE (purchases > 0 OR total_minor <> 0)
  AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.client_id = client.id)
"""
# One pass along the index for the visits of each client, with a step to the second one of each;
# then clients by the days that they waited for it.
_EVIDENCE = f"""
WITH history AS (
    SELECT sale.client_id, count(DISTINCT sale.day) AS visits, min(sale.day) AS first,
           julianday(max(sale.day)) - julianday(min(sale.day)) AS days
    FROM sale WHERE sale.client_id IS NOT NULL AND {IS_VISIT} GROUP BY sale.client_id
),
followed AS (
    SELECT *, (SELECT sale.day FROM sale
               WHERE sale.client_id = history.client_id AND sale.day > history.first AND {IS_VISIT}
               ORDER BY sale.day LIMIT 1) AS second
    FROM history
)
SELECT CAST(julianday(second) - julianday(first) AS INTEGER) AS waited, count(*),
       sum(visits - 1), sum(days), sum(first <= :long_ago)
FROM followed GROUP BY waited
"""  # noqa: S608 - constants of ours


def exists(session: Session, client: ClientId) -> bool:
    """Whether the card is in the book and not in the bin."""
    sql = "SELECT 1 FROM client WHERE id = ? AND deleted_at IS NULL"
    return scalar(session, sql, (client,)) is not None


def refresh_client(
    session: Session, client: ClientId, currency: str, shop: ShopRhythm, factors: Factors
) -> Figures:
    """Count one client's figures anew and keep them; totals are in `currency`."""
    connection = direct(session)
    sql = _ONE.format(visit=IS_VISIT, money=in_currency(currency))
    row = connection.execute(sql, (client,)).fetchone()
    counted = Figures(row[0], row[1], day_of(row[2]), day_of(row[3]), row[4])
    figures = with_rhythm(counted, shop, factors)
    turns = (figures.due_on, figures.cooling_on, figures.quiet_on, figures.lost_on)
    values = (
        *row,
        figures.usual_days,
        *(turn and turn.isoformat() for turn in turns),
        figures.yearly_minor,
        client,
    )
    connection.execute(_SAVE, values)
    return figures


def refresh_all(session: Session, currency: str, shop: ShopRhythm, factors: Factors) -> int:
    """Count everybody's figures anew; answers how many cards changed."""
    sql = _ALL.format(
        counted=_COUNTED.format(visit=IS_VISIT, money=in_currency(currency)),
        own_gaps=OWN_GAPS_OF_SHOP,
        year=float(DAYS_A_YEAR),
        due=_turning(":due_after"),
        cooling=_turning(":cooling_after"),
        quiet=_turning(":quiet_after"),
        lost=_turning(":lost_after", ":lost_days"),
    )
    connection = direct(session)
    values = {**asdict(shop), **asdict(factors), "buys_once": int(shop.buys_once)}
    changed: int = connection.execute(sql, values).rowcount
    emptied: int = connection.execute(_EMPTY).rowcount
    return changed + emptied


def evidence(session: Session, today: date) -> Evidence:
    """What the whole history says about rhythm, counted like `domain.rhythm.evidence_of`."""
    long_ago = (today - timedelta(days=MATURE_DAYS)).isoformat()
    rows = direct(session).execute(_EVIDENCE, {"long_ago": long_ago}).fetchall()
    again = [row for row in rows if row[0] is not None]
    return Evidence(
        clients=sum(row[1] for row in rows),
        gaps=sum(row[2] for row in rows),
        gap_days=int(sum(row[3] for row in rows)),
        second_visits={row[0]: row[1] for row in again},
        mature=sum(row[4] for row in rows),
        mature_repeaters=sum(row[4] for row in again),
    )


def measured(session: Session) -> Measured:
    """The shop's rhythm as it was last measured; the defaults before that."""
    sql = "SELECT value FROM setting WHERE key = ?"
    text = scalar(session, sql, (_MEASURED,))
    if text is None:
        return Measured(ShopRhythm(), None)
    facts = json.loads(text)
    return Measured(
        rhythm=ShopRhythm(**facts["rhythm"]),
        on=day_of(facts["on"]),
        currency=facts["currency"],
        factors=Factors(**facts["factors"]),
        kind=facts["kind"],
    )


def keep_measured(session: Session, found: Measured) -> None:
    """Keep the shop's rhythm, its day, and the settings with which the figures were counted."""
    sql = (
        "INSERT INTO setting (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
    text = json.dumps(asdict(found), default=date.isoformat)
    direct(session).execute(sql, (_MEASURED, text))


def _turning(factor: str, at_least: str = "0") -> str:
    """SQL for the first day with a silence beyond `factor` usual intervals, or later."""
    days = f"max(CAST({factor} * usual_days AS INTEGER) + 1, {at_least})"
    return (
        "CASE WHEN usual_days IS NOT NULL THEN"
        f" date(min(julianday(last_visit) + {days}, julianday('{_LAST_DAY}'))) END"
    )
