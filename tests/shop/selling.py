"""Short ways to sell in tests."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, Payment, Sale, SaleDraft
from kartoteka.shop import Shop, clients, sales

_uuids = count(1)


def euro(amount: str) -> Money:
    return Money.of(amount, "EUR")


def line(
    name: str = "Гривна", price: str = "24.00", quantity: str = "1", discount: str = ""
) -> Line:
    less = euro(discount) if discount else None
    return Line(name, Decimal(quantity), euro(price), less)


def draft(
    shop: Shop,
    *lines: Line,
    client: int | None = None,
    on: date | None = None,
    payments: tuple[Payment, ...] = (),
    uuid: str = "",
) -> SaleDraft:
    return SaleDraft(
        uuid=uuid or f"test-{next(_uuids)}",
        on=on or shop.today(),
        lines=lines or (line(),),
        currency="EUR",
        client=client,
        payments=payments,
    )


def sell(shop: Shop, *lines: Line, client: int | None = None, on: date | None = None) -> Sale:
    return sales.record_sale(shop, draft(shop, *lines, client=client, on=on)).value


def add(shop: Shop, client: Client) -> int:
    return clients.add_client(shop, client).value.id


def add_regular(shop: Shop, client: Client, every: int, silent: int, times: int = 6) -> int:
    """A client who came `times` times, each `every` days, the last time `silent` days ago."""
    key = add(shop, client)
    for back in range(times - 1, -1, -1):
        day = shop.today() - timedelta(days=silent + back * every)
        sell(shop, line(), client=key, on=day)
    return key
