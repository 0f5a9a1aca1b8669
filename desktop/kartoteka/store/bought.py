"""What a client bought from the catalogue, and what goes with it, for proposals at the till."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kartoteka.domain.catalogue import Bond, ItemId
from kartoteka.domain.clients import ClientId
from kartoteka.domain.suggesting import Bought, Tie
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

# A return takes back what its sale gave, on the day of that sale.
_BOUGHT = """
SELECT line.item_id, coalesce(sold.day, sale.day), line.quantity,
       sale.returns_id IS NOT NULL OR sale.total_minor < 0
FROM sale CROSS JOIN sale_line AS line ON line.sale_id = sale.id
LEFT JOIN sale AS sold ON sold.id = sale.returns_id
WHERE sale.client_id = ? AND sale.day >= ? AND sale.voided_at IS NULL
  AND line.item_id IS NOT NULL
"""
_TIES = """
SELECT item_bond.item_id, goes_id, bond, after_days FROM json_each(?) AS wanted
CROSS JOIN item_bond ON item_bond.item_id = wanted.value
JOIN item ON item.id = goes_id AND item.deleted_at IS NULL
"""
_LASTS = """
SELECT item.id, lasts_days FROM json_each(?) AS wanted
CROSS JOIN item ON item.id = wanted.value
WHERE lasts_days IS NOT NULL AND deleted_at IS NULL
"""
_NAMES = """
SELECT item.id, name FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value
"""


def bought(session: Session, client: ClientId, since: date) -> list[Bought]:
    """What the client bought of the catalogue since a day, returns and voided sales taken off."""
    sums: dict[tuple[ItemId, str], Decimal] = {}
    rows = direct(session).execute(_BOUGHT, (client, since.isoformat())).fetchall()
    for item, day, quantity, back in rows:
        amount = -Decimal(quantity) if back else Decimal(quantity)
        sums[item, day] = sums.get((item, day), Decimal(0)) + amount
    return [
        Bought(item, date.fromisoformat(day), quantity)
        for (item, day), quantity in sums.items()
        if quantity > 0
    ]


def ties(session: Session, items: Iterable[ItemId]) -> list[Tie]:
    """What goes with these items."""
    rows = direct(session).execute(_TIES, (json.dumps(list(items)),)).fetchall()
    return [Tie(of, item, Bond(bond), days) for of, item, bond, days in rows]


def lasting(session: Session, items: Iterable[ItemId]) -> dict[ItemId, int]:
    """How many days one unit of each of these lasts; only consumables."""
    return dict(direct(session).execute(_LASTS, (json.dumps(list(items)),)).fetchall())


def names(session: Session, items: Iterable[ItemId]) -> dict[ItemId, str]:
    """The names of items, also of those that left the catalogue."""
    return dict(direct(session).execute(_NAMES, (json.dumps(list(items)),)).fetchall())
