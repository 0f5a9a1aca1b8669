"""Searching for clients."""

from collections.abc import Iterator, Sequence
from typing import Any

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.output import Column
from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.domain.lists import Filter
from kartoteka.domain.money import Money
from kartoteka.shop import Shop
from kartoteka.shop import clients as cards

FOUND = 200
"""Answers to a search without `--limit`; without a query all clients are listed."""

PAGE = 500

COLUMNS = (
    Column("id", lambda words: words.say_in("column", "id"), figures=True),
    Column("name", lambda words: words.say_in("column", "name")),
    Column("phone", lambda words: words.say_in("column", "phone"), phones=True),
    Column("card", lambda words: words.say_in("column", "card")),
    Column("state", lambda words: words.say_in("column", "state")),
    Column("last_purchase", lambda words: words.say_in("column", "last purchase")),
    Column("purchases", lambda words: words.say_in("column", "purchases"), figures=True),
    Column("total", lambda words: words.say_in("column", "total"), figures=True),
)


def search(call: Call) -> int:
    """List the clients that fit the query, the likeliest first; without one, all by name."""
    query = " ".join(call.options.query).strip()
    limit = call.options.limit
    with call.shop() as shop:
        ids: Sequence[ClientId]
        if query:
            ids = cards.find(shop, query, limit=FOUND if limit is None else limit)
        else:
            ids = cards.find_ids(shop, Filter())
            ids = ids if limit is None else ids[:limit]
        call.out.many(COLUMNS, _lines(shop, ids))
    return DONE


def _lines(shop: Shop, ids: Sequence[ClientId]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(ids), PAGE):
        for line in cards.lines(shop, ids[start : start + PAGE]):
            yield {
                "id": line.id,
                "name": line.name,
                "phone": (line.phone.e164 or line.phone.typed) if line.phone else "",
                "card": line.card,
                "state": line.state,
                "last_purchase": line.last_visit,
                "purchases": line.purchases,
                "total": Money(line.total_minor, shop.settings.shop.currency),
            }


def client_id(shop: Shop, ref: str) -> ClientId:
    """The client meant by `ref`: their number, else the number on their card. Raises NotFound."""
    if ref.isascii() and ref.isdigit() and len(ref) < 19:
        try:
            return cards.client(shop, int(ref)).id
        except NotFound:
            pass
    found = cards.by_card(shop, ref)
    if found is None:
        raise NotFound("client", ref)
    return found


def rounded(value: float | None, places: int) -> float | None:
    """A figure that is no exact one anyway, without needless digits."""
    return None if value is None else round(value, places)
