"""Does the book agree with itself? Numbers, figures and the search index, asked of SQL."""

from dataclasses import dataclass

from kartoteka.domain.numbering import Start, expected, missing_of, stray_of
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar
from kartoteka.store.figures import IS_VISIT, in_currency
from kartoteka.store.numbers import RECEIPTS, starts

_GAPS = """
SELECT number + 1, next - 1
FROM (SELECT number, lead(number) OVER (ORDER BY number) AS next FROM sale
      WHERE number IS NOT NULL)
WHERE next > number + 1 ORDER BY number LIMIT 20
"""
_REPEATS = """
SELECT number FROM sale NOT INDEXED WHERE number IS NOT NULL
GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT 20
"""
_NUMBERS = "SELECT number FROM sale WHERE number IS NOT NULL ORDER BY number"
_LAST = 'SELECT max(number), (SELECT next FROM number WHERE "range" = ?) FROM sale'
_FIGURES = """
WITH counted AS (
    SELECT client_id, sum(bought > 0) AS visits, sum(bought) AS purchases, sum(money) AS total,
           min(CASE WHEN bought > 0 THEN day END) AS first,
           max(CASE WHEN bought > 0 THEN day END) AS last
    FROM (SELECT client_id, day, sum({visit}) AS bought, sum({money}) AS money
          FROM sale WHERE client_id IS NOT NULL GROUP BY client_id, day)
    GROUP BY client_id
)
SELECT client.id FROM client LEFT JOIN counted ON counted.client_id = client.id
WHERE (client.visits, client.purchases, client.total_minor, client.first_visit, client.last_visit)
   IS NOT (coalesce(counted.visits, 0), coalesce(counted.purchases, 0),
           coalesce(counted.total, 0), counted.first, counted.last)
ORDER BY client.id LIMIT 20
"""
# What an index without content knows of its rows is only in its table of sizes.
_UNFOUND = """
SELECT id FROM client WHERE deleted_at IS NULL
AND (id NOT IN (SELECT id FROM client_search_docsize)
     OR id NOT IN (SELECT id FROM client_short_docsize))
ORDER BY id LIMIT 20
"""
_STRAY = """
SELECT id FROM (SELECT id FROM client_search_docsize UNION SELECT id FROM client_short_docsize)
WHERE id NOT IN (SELECT id FROM client) ORDER BY id LIMIT 20
"""
_UNBALANCED = """
SELECT sale.id FROM sale
WHERE total_minor <> (SELECT sum(total_minor) FROM sale_line WHERE sale_id = sale.id)
   OR total_minor <> (SELECT sum(amount_minor) FROM payment WHERE sale_id = sale.id)
ORDER BY sale.id LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """Receipt numbers: the ranges that are missing, and the numbers given twice."""

    gaps: tuple[tuple[int, int], ...]
    repeats: tuple[int, ...]


def receipt_numbers(session: Session) -> NumberCheck:
    """Look for gaps and repeats, also between the last receipt and the next free number.

    A gap that the owner left on purpose, beginning the receipts at another number, is none.
    """
    begun = starts(session).get(RECEIPTS)
    if begun:
        return _moved(session, begun)
    raw = direct(session)
    gaps = [(row[0], row[1]) for row in raw.execute(_GAPS)]
    repeats = tuple(row[0] for row in raw.execute(_REPEATS))
    last, upcoming = raw.execute(_LAST, (RECEIPTS,)).fetchone()
    if last is not None and (upcoming or 1) <= last:
        repeats += (upcoming or 1,)  # it would be given again
    elif upcoming is not None and last is not None and upcoming > last + 1:
        gaps.append((last + 1, upcoming - 1))
    return NumberCheck(tuple(gaps), repeats)


def _moved(session: Session, begun: list[Start]) -> NumberCheck:
    raw = direct(session)
    given = [row[0] for row in raw.execute(_NUMBERS)]
    upcoming = raw.execute(_LAST, (RECEIPTS,)).fetchone()[1]
    stretches = expected(given, begun, upcoming, first=None)
    repeats = [row[0] for row in raw.execute(_REPEATS)] + stray_of(given, stretches)
    return NumberCheck(tuple(missing_of(given, stretches)[:20]), tuple(repeats[:20]))


def wrong_figures(session: Session, currency: str) -> tuple[int, ...]:
    """Clients (the first 20) whose kept figures differ from their sales."""
    sql = _FIGURES.format(visit=IS_VISIT, money=in_currency(currency))
    return tuple(row[0] for row in direct(session).execute(sql))


def wrong_totals(session: Session) -> tuple[int, ...]:
    """Sales (the first 20) whose total differs from the sum of their lines or payments, if any."""
    return tuple(row[0] for row in direct(session).execute(_UNBALANCED))


def unsearchable(session: Session) -> tuple[int, ...]:
    """Clients (the first 20) that a search index lacks, or that only an index still has."""
    raw = direct(session)
    lacking = [row[0] for row in raw.execute(_UNFOUND)]
    return tuple(lacking + [row[0] for row in raw.execute(_STRAY)])


def has_other_currency(session: Session, currency: str) -> bool:
    """Whether a sale was made in a currency that cannot be added to `currency`."""
    same = ("EUR", "BGN") if currency == "EUR" else (currency, currency)
    sql = "SELECT 1 FROM sale WHERE currency NOT IN (?, ?) LIMIT 1"
    return scalar(session, sql, same) is not None
