"""A row of a till's report read as a purchase; money is exact, a slip refuses the row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kartoteka.domain.folding import fold
from kartoteka.domain.sales import PaymentKind
from kartoteka.exchange import amounts, dates
from kartoteka.exchange.inert import as_written
from kartoteka.exchange.refused import Refused

_PAYMENTS = {
    PaymentKind.CASH: r"cash|нал\b|налич|в брой|брой",
    PaymentKind.CARD: r"card|карт|visa|master|мир\b|терминал|pos|безнал",
    PaymentKind.TRANSFER: r"transfer|bank|перевод|превод|банк|сбп|счет",
    PaymentKind.ACCOUNT: r"account|credit|долг|кредит|на сметка|вересия",
}
_LARGEST = Decimal(10) ** 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPurchase:
    """A purchase (or, with `back`, a return) as a row tells it; amounts are not negative."""

    client: str
    phone: str
    email: str
    card: str
    on: date
    item: str
    quantity: Decimal
    amount: Decimal | None
    """Of the whole line, after the discount; None: price × quantity − discount."""
    price: Decimal | None
    discount: Decimal
    percent: Decimal
    back: bool
    currency: str
    """ISO code as written; '' means the shop's."""
    payment: PaymentKind | None
    number: str
    note: str
    unit: str
    sku: str
    uuid: str
    """Of the sale, in our own exports."""


class PurchaseReader:
    """Reads the rows of one table, whose columns hold `fields`."""

    def __init__(
        self,
        header: Sequence[str],
        fields: Sequence[str],
        samples: Sequence[Sequence[str]],
        today: date,
    ) -> None:
        """`samples` are the first rows: they tell 12/31 from 31/12 and 1,234 from 1.234."""
        self._header = header
        self._today = today
        self._columns = [(at, each) for at, each in enumerate(fields) if each]
        self._heading = {each: header[at] for at, each in self._columns}
        column = {each: [row[at] for row in samples if at < len(row)] for at, each in self._columns}
        self._month_first = dates.month_comes_first(column.get("date", []))
        money = [*column.get("amount", []), *column.get("price", [])]
        self._mark = amounts.decimal_mark(money)
        self._quantity_mark = amounts.decimal_mark(column.get("quantity", [])) or self._mark

    def read(self, cells: Sequence[str]) -> ReadPurchase:
        """The purchase on a row; raises Refused."""
        if len(cells) > len(self._header) and any(cells[len(self._header) :]):
            raise Refused("columns")
        value = {
            name: as_written(text)
            for at, name in self._columns
            if at < len(cells) and (text := cells[at].strip())
        }
        get = value.get
        who = (get("client", ""), get("phone", ""), get("email", ""), get("card", ""))
        if not any(who):
            raise Refused("no client")
        quantity = self._number(value, "quantity", self._quantity_mark)
        amount, beside = self._money(value, "amount")
        price, beside_price = self._money(value, "price")
        if amount is None and price is None:
            raise Refused("no amount")
        if price is not None and price < 0:
            raise Refused("negative", self._heading["price"], get("price", ""))
        if quantity == 0:
            raise Refused("not positive", self._heading["quantity"], get("quantity", ""))
        discount, percent = self._discount(value)
        payment = _payment(get("payment", ""))
        note = get("note", "")
        if get("payment") and payment is None:
            note = "; ".join(part for part in (note, get("payment", "")) if part)
        currency = amounts.currency_code(get("currency", ""))
        return ReadPurchase(
            client=who[0],
            phone=who[1],
            email=who[2],
            card=who[3],
            on=self._day(get("date", "")),
            item=get("item", ""),
            quantity=abs(quantity) if quantity is not None else Decimal(1),
            amount=abs(amount) if amount is not None else None,
            price=price,
            discount=discount,
            percent=percent,
            back=(amount is not None and amount < 0) or (quantity is not None and quantity < 0),
            currency=currency or beside or beside_price,
            payment=payment,
            number=get("number", ""),
            note=note,
            unit=get("unit", ""),
            sku=get("sku", ""),
            uuid=get("uuid", ""),
        )

    def _day(self, text: str) -> date:
        if not text:
            raise Refused("no date")
        try:
            return dates.read_day(text, self._today, month_first=self._month_first)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["date"], text) from None

    def _money(self, value: dict[str, str], name: str) -> tuple[Decimal | None, str]:
        text = value.get(name)
        if text is None:
            return None, ""
        try:
            number, currency = amounts.read_amount(text, self._mark)
        except amounts.NoAmount:
            raise Refused("not a number", self._heading[name], text) from None
        if abs(number) >= _LARGEST:
            raise Refused("too large", self._heading[name], text)
        return number, currency

    def _number(self, value: dict[str, str], name: str, mark: str) -> Decimal | None:
        text = value.get(name)
        if text is None:
            return None
        try:
            number, _ = amounts.read_amount(text, mark)
        except amounts.NoAmount:
            raise Refused("not a number", self._heading[name], text) from None
        if abs(number) >= _LARGEST:
            raise Refused("too large", self._heading[name], text)
        return number

    def _discount(self, value: dict[str, str]) -> tuple[Decimal, Decimal]:
        """A discount in money, and one in percent."""
        text = value.get("discount", "")
        percent = text.endswith("%")
        number = (
            self._number({"discount": text.rstrip("% ")}, "discount", self._mark) if text else 0
        )
        if not number:
            return Decimal(0), Decimal(0)
        if number < 0 or (percent and number > 100):
            raise Refused("negative", self._heading["discount"], text)
        return (Decimal(0), Decimal(number)) if percent else (Decimal(number), Decimal(0))


def _payment(text: str) -> PaymentKind | None:
    plain = fold(text)
    if plain:
        for kind, pattern in _PAYMENTS.items():
            if plain == kind.value or re.search(rf"\b(?:{pattern})", plain):
                return kind
    return None
