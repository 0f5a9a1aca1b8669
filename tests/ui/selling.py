"""A small Bulgarian shop with silent clients, as the window's tests need it."""

from datetime import date, timedelta
from decimal import Decimal

from kartoteka.domain.clients import Channel, Client, Phone
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, Sale, SaleDraft
from kartoteka.shop import Shop, clients, sales

TODAY = date(2026, 11, 21)
NAMES = ("Ана", "Борис", "Вяра", "Георги")


def add_client(shop: Shop, name: str, phone: str = "", **more: object) -> int:
    """A card; a phone given in E.164."""
    phones = (Phone(phone, phone),) if phone else ()
    card = Client(given=name, phones=phones, **more)  # type: ignore[arg-type]
    return clients.add_client(shop, card).value.id


def sell(shop: Shop, client: int | None, on: date, euros: str = "10.00") -> Sale:
    """One purchase of tea."""
    draft = SaleDraft(
        uuid=f"{client}-{on.isoformat()}-{euros}",
        on=on,
        lines=(Line("Билков чай", Decimal(1), Money.of(euros, "EUR")),),
        currency="EUR",
        client=client,
    )
    return sales.record_sale(shop, draft).value


def silent(shop: Shop) -> list[int]:
    """Four clients who came every week and have been silent for 60 days; Георги has no phone."""
    made = []
    for place, name in enumerate(NAMES):
        phone = "" if name == "Георги" else f"+35988800000{place}"
        client = add_client(shop, name, phone, hours="след 18:00" if name == "Ана" else "")
        clients.record_consent(shop, client, Channel.CALL, given=True, how="устно")
        for week in range(4):
            sell(shop, client, TODAY - timedelta(days=60 + 7 * week), f"{10 + 5 * place}.00")
        made.append(client)
    return made
