"""Recording a sale and taking goods back."""

from typing import Any
from uuid import uuid4

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.clients import client_id
from kartoteka.cli.lines import Written
from kartoteka.cli.output import Label
from kartoteka.domain.catalogue import Item
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, Payment, Sale, SaleDraft
from kartoteka.domain.till import ItemWithoutPrice
from kartoteka.shop import Shop, catalogue, sales


def sell(call: Call) -> int:
    """Record a sale; the same `--id` twice is one sale."""
    asked = call.options
    with call.shop() as shop:
        currency = shop.settings.shop.currency
        draft = SaleDraft(
            uuid=asked.uuid or str(uuid4()),
            on=shop.today(),
            lines=tuple(
                sale_line(shop, position, written)
                for position, written in enumerate(asked.lines, 1)
            ),
            currency=currency,
            client=client_id(shop, asked.client) if asked.client else None,
            payments=tuple(Payment(kind, Money.of(amount, currency)) for kind, amount in asked.pay),
            prices_include_vat=shop.settings.prices_include_vat,
        )
        call.out.one(_record(sales.record_sale(shop, draft).value), _LABELS)
    return DONE


def sale_line(shop: Shop, position: int, written: Written) -> Line:
    """A line as it was written; of an item, the catalogue says what was left out."""
    details = shop.settings.shop
    item = catalogue.by_reference(shop, written.item) if written.item else Item(name=written.name)
    price = item.price
    if written.price is not None:
        price = Money.of(written.price, details.currency)
    if price is None:
        raise ItemWithoutPrice(position, item.name)
    rate = details.vat_rate if item.vat_rate is None else item.vat_rate
    discount = written.discount
    return Line(
        name=written.name or item.name,
        quantity=written.quantity,
        price=price,
        discount=None if discount is None else Money.of(discount, details.currency),
        unit=written.unit or item.unit,
        sku=written.sku or item.sku,
        vat_rate=rate if details.vat_registered else None,
        item=item.id or None,
        cost=item.cost,
        serial=written.serial,
    )


def take_back(call: Call) -> int:
    """Record the return of a sale, whole or the positions that are named."""
    with call.shop() as shop:
        call.out.one(_record(_returned(shop, call)), _LABELS)
    return DONE


def _returned(shop: Shop, call: Call) -> Sale:
    quantities = dict(call.options.lines) or None
    draft = sales.return_draft(shop, call.options.sale, quantities, uuid=str(uuid4()))
    return sales.record_return(shop, draft).value


def _record(sale: Sale) -> dict[str, Any]:
    return {
        "sale": sale.uuid,
        "number": sale.number,
        "total": sale.total,
        "points_earned": sale.points_earned,
        "points_balance": sale.points_balance,
    }


_LABELS: dict[str, Label] = {
    # Translators: a long code by which programs know the sale.
    "sale": lambda words: words.say_in("column", "ID of the sale"),
    "number": lambda words: words.say_in("column", "receipt"),
    "total": lambda words: words.say_in("column", "total"),
    "points_earned": lambda words: words.say_in("column", "points earned"),
    "points_balance": lambda words: words.say_in("column", "points on the card"),
}
