"""A basket as JSON text, for held sales and for the one on the screen."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from kartoteka.domain.money import Money
from kartoteka.domain.sales import Payment, PaymentKind
from kartoteka.domain.till import Basket, BasketLine, Discount


def basket_text(basket: Basket) -> str:
    """The basket as JSON; amounts are minor units of its currency, decimals are text."""
    value = {
        "uuid": basket.uuid,
        "currency": basket.currency,
        "day": basket.on.isoformat() if basket.on else None,
        "lines": [_line_value(line) for line in basket.lines],
        "client": basket.client,
        "sale_discount": _discount_value(basket.sale_discount),
        "tendered": [[each.kind.value, each.amount.minor] for each in basket.tendered],
        "note": basket.note,
        "prices_include_vat": basket.prices_include_vat,
        "charges_vat": basket.charges_vat,
        "usual_rate": _text(basket.usual_rate),
        "back": basket.back,
    }
    return json.dumps(value, ensure_ascii=False)


def basket_of(text: str, kept: date) -> Basket:
    """The basket that `basket_text` wrote; `kept`: the day on which it was last written."""
    value: dict[str, Any] = json.loads(text)
    currency = value["currency"]
    return Basket(
        uuid=value["uuid"],
        currency=currency,
        on=_day(value, kept),
        lines=tuple(_line_of(line, currency) for line in value["lines"]),
        client=value["client"],
        sale_discount=_discount_of(value["sale_discount"], currency),
        tendered=tuple(
            Payment(PaymentKind(kind), Money(minor, currency)) for kind, minor in value["tendered"]
        ),
        note=value["note"],
        prices_include_vat=value["prices_include_vat"],
        charges_vat=value["charges_vat"],
        usual_rate=_decimal(value["usual_rate"]),
        back=value["back"],
    )


def _day(value: dict[str, Any], kept: date) -> date | None:
    """The chosen day. Older programs wrote the present day where none was chosen."""
    if "day" in value:
        return date.fromisoformat(value["day"]) if value["day"] else None
    on = date.fromisoformat(value["on"])
    return None if on == kept else on


def _line_value(line: BasketLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "price": None if line.price is None else line.price.minor,
        "quantity": str(line.quantity),
        "item": line.item,
        "discount": _discount_value(line.discount),
        "unit": line.unit,
        "sku": line.sku,
        "vat_rate": _text(line.vat_rate),
        "cost": None if line.cost is None else line.cost.minor,
        "note": line.note,
    }


def _line_of(value: dict[str, Any], currency: str) -> BasketLine:
    return BasketLine(
        name=value["name"],
        price=_money(value["price"], currency),
        quantity=Decimal(value["quantity"]),
        item=value["item"],
        discount=_discount_of(value["discount"], currency),
        unit=value["unit"],
        sku=value["sku"],
        vat_rate=_decimal(value["vat_rate"]),
        cost=_money(value["cost"], currency),
        note=value["note"],
    )


def _discount_value(discount: Discount | None) -> list[Any] | None:
    if discount is None:
        return None
    return [_text(discount.percent), discount.amount and discount.amount.minor]


def _discount_of(value: list[Any] | None, currency: str) -> Discount | None:
    return None if value is None else Discount(_decimal(value[0]), _money(value[1], currency))


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
