"""What items cost, and since when: kept with every change, asked for price labels."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kartoteka.domain.catalogue import ItemId
from kartoteka.domain.money import Money
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

DAYS_BEFORE = 30
"""ЗЗП чл. 64: the lowest price of at least so many days before the reduction."""

# A price that was corrected on its own day was never one: the last of a day counts.
_FORGET = """
DELETE FROM item_price WHERE since = ? AND item_id IN (SELECT value FROM json_each(?))
"""
_KEEP = """
INSERT INTO item_price (item_id, since, price_minor, currency)
SELECT item.id, ?, price_minor, currency
FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value
WHERE price_minor IS NOT (
    SELECT price_minor FROM item_price WHERE item_id = item.id ORDER BY id DESC LIMIT 1
)
"""
_OF = """
SELECT item_id, since, price_minor, currency FROM json_each(?) AS wanted
CROSS JOIN item_price ON item_id = wanted.value ORDER BY item_id, item_price.id
"""


def keep(session: Session, ids: Iterable[ItemId], on: date) -> None:
    """Keep the prices of these items where they differ from the last ones."""
    raw, wanted = direct(session), json.dumps(list(ids))
    raw.execute(_FORGET, (on.isoformat(), wanted))
    raw.execute(_KEEP, (on.isoformat(), wanted))


def lowest_before(session: Session, ids: Sequence[ItemId]) -> dict[ItemId, Money]:
    """Of items whose last change lowered the price: the lowest of the 30 days before it."""
    steps: dict[ItemId, list[tuple[date, Money | None]]] = {}
    for item, since, minor, currency in direct(session).execute(_OF, (json.dumps(list(ids)),)):
        price = None if minor is None else Money(minor, currency)
        steps.setdefault(item, []).append((date.fromisoformat(since), price))
    found = {item: _lowest(known) for item, known in steps.items()}
    return {item: price for item, price in found.items() if price is not None}


def _lowest(steps: list[tuple[date, Money | None]]) -> Money | None:
    reduced, now = steps[-1]
    first = reduced - timedelta(days=DAYS_BEFORE)
    prices: list[Money] = []
    for (_, price), (ended, _) in pairwise(steps):
        if price is not None and ended > first:
            prices.append(price)
    before = steps[-2][1] if len(steps) > 1 else None
    if now is None or before is None or before.currency != now.currency or not now < before:
        return None
    return min((each for each in prices if each.currency == now.currency), default=None)
