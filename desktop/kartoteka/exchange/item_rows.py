"""A row of a price list read as an item; what cannot be one refuses the row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.domain.barcodes import read_barcode
from kartoteka.domain.catalogue import (
    LONGEST_CARE,
    LONGEST_LIFE,
    LONGEST_NAME,
    LONGEST_WARRANTY,
    Bond,
    ItemKind,
)
from kartoteka.domain.contents import read_contents
from kartoteka.domain.folding import fold
from kartoteka.exchange import amounts
from kartoteka.exchange.inert import as_written
from kartoteka.exchange.refused import Refused

_KINDS = {
    ItemKind.GOODS: r"goods?|товары?|сток\w*|product|материал\w*|комплект",
    ItemKind.SERVICE: r"services?|услуг\w*|работ\w*",
    ItemKind.SUBSCRIPTION: r"subscriptions?|подписк\w*|абонемент\w*|абонамент\w*",
}
_LARGEST = Decimal(10) ** 12
_NO_RATE = re.compile(r"без (?:ндс|ддс)|не облагается|освободен\w*|exempt|no(?: vat)?|-|—")
_TIE = re.compile(r"(.+?)(?:\s*\((accessory|consumable|after_care)(?:,\s*(\d{1,5}))?\))?")
_YEARS = re.compile(r"(?i)\s*(?:года?|лет|годин[аи]|г|years?|y)\.?$")
_MONTHS = re.compile(r"(?i)\s*(?:мес\w*|months?|m)\.?$")
_SCIENTIFIC = re.compile(r"\d[.,]\d+e\+\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadTie:
    """Another item by its number, code or name, and how it goes with this one."""

    ref: str
    bond: Bond
    after_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """An item as a row tells it; None and empty: the row says nothing about it."""

    name: str
    kind: ItemKind | None
    sku: str
    barcodes: tuple[str, ...]
    price: Decimal | None
    cost: Decimal | None
    currency: str
    """ISO code as written; '' means the shop's."""
    vat_rate: Decimal | None
    unit: str
    tags: tuple[str, ...]
    lasts_days: int | None
    goes_with: tuple[ReadTie, ...]
    care: str
    contents: str
    warranty_months: int | None
    service_months: int | None


class ItemReader:
    """Reads the rows of one table, whose columns hold `fields`."""

    def __init__(
        self, header: Sequence[str], fields: Sequence[str], samples: Sequence[Sequence[str]]
    ) -> None:
        """`samples` are the first rows: they tell 1,234 from 1.234."""
        self._header = header
        self._columns = [(at, each) for at, each in enumerate(fields) if each]
        self._heading = {each: header[at] for at, each in self._columns}
        money = [
            row[at]
            for at, each in self._columns
            if each in ("price", "cost")
            for row in samples
            if at < len(row)
        ]
        self._mark = amounts.decimal_mark(money)

    def heading(self, field: str) -> str:
        """What the column of a field is called in the file."""
        return self._heading.get(field, "")

    def read(self, cells: Sequence[str]) -> ReadItem:
        """The item on a row; raises Refused."""
        if len(cells) > len(self._header) and any(cells[len(self._header) :]):
            raise Refused("columns")
        value: dict[str, str] = {}
        for at, name in self._columns:
            text = as_written(cells[at].strip()) if at < len(cells) else ""
            if text:
                value[name] = f"{value[name]}; {text}" if name in value else text
        name = " ".join(value.get("name", "").split())
        codes = self._codes(value.get("barcode", ""))
        sku = " ".join(value.get("sku", "").split())
        if not (name or codes or sku):
            raise Refused("no item name")
        if len(name) > LONGEST_NAME:
            raise Refused("too long", self._heading["name"], name)
        price, beside = self._money(value, "price")
        cost, beside_cost = self._money(value, "cost")
        currency = amounts.currency_code(value.get("currency", ""))
        return ReadItem(
            name=name,
            kind=_kind(value.get("kind", "")),
            sku=sku,
            barcodes=codes,
            price=price,
            cost=cost,
            currency=currency or beside or beside_cost,
            vat_rate=self._rate(value.get("vat", "")),
            unit=value.get("unit", ""),
            tags=tuple(_parts(value.get("tags", ""))),
            lasts_days=self._days(value.get("lasts_days", "")),
            goes_with=tuple(_tie(part) for part in _parts(value.get("goes_with", ""), ";")),
            care=self._care(value.get("care", "")),
            contents=self._contents(value.get("contents", "")),
            warranty_months=self._months(value, "warranty_months"),
            service_months=self._months(value, "service_months"),
        )

    def _care(self, text: str) -> str:
        if len(text) > LONGEST_CARE:
            raise Refused("too long", self._heading["care"], text)
        return text

    def _contents(self, text: str) -> str:
        if text and read_contents(text) is None:
            raise Refused("not contents", self._heading["contents"], text)
        return text

    def _months(self, value: dict[str, str], name: str) -> int | None:
        """'24', '24 мес.', '2 години'."""
        text = value.get(name, "")
        if not text:
            return None
        years = _YEARS.sub("", text)
        plain = years if years != text else _MONTHS.sub("", text)
        return self._whole(name, text, plain, LONGEST_WARRANTY, 12 if years != text else 1)

    def _codes(self, text: str) -> tuple[str, ...]:
        """Codes as printed; a workbook's rounded 4,60123E+12 has lost its digits."""
        if _SCIENTIFIC.search(text):
            raise Refused("not a number", self._heading["barcode"], text)
        return tuple(filter(None, (read_barcode(part) for part in _parts(text))))

    def _money(self, value: dict[str, str], name: str) -> tuple[Decimal | None, str]:
        text = value.get(name)
        if text is None:
            return None, ""
        try:
            number, currency = amounts.read_amount(text, self._mark)
        except amounts.NoAmount:
            raise Refused("not a number", self._heading[name], text) from None
        if number < 0:
            raise Refused("negative", self._heading[name], text)
        if number >= _LARGEST:
            raise Refused("too large", self._heading[name], text)
        return number, currency

    def _rate(self, text: str) -> Decimal | None:
        if not text or _NO_RATE.fullmatch(fold(text)):
            return None
        try:
            rate, _ = amounts.read_amount(re.sub(r"(?i)ндс|ддс|vat|%", "", text).strip())
        except amounts.NoAmount:
            raise Refused("percent", self._heading["vat"], text) from None
        if "%" not in text and 0 < rate < 1:
            rate *= 100  # a workbook keeps 20 % as 0.2
        if not 0 <= rate <= 100:
            raise Refused("percent", self._heading["vat"], text)
        return rate.normalize() + 0

    def _days(self, text: str) -> int | None:
        if not text:
            return None
        plain = re.sub(r"(?i)\s*(?:дн\w*|дней|дни|days?|d)\.?$", "", text)
        return self._whole("lasts_days", text, plain, LONGEST_LIFE)

    def _whole(self, name: str, text: str, plain: str, most: int, each: int = 1) -> int:
        """A whole number of days or months, `each` for one; `text` is what the cell says."""
        try:
            number, _ = amounts.read_amount(plain)
        except amounts.NoAmount:
            raise Refused("not a number", self._heading[name], text) from None
        number *= each
        if number != int(number) or number < 1:
            raise Refused("not positive", self._heading[name], text)
        if number > most:
            raise Refused("too large", self._heading[name], text)
        return int(number)


def _kind(text: str) -> ItemKind | None:
    plain = fold(text)
    for kind, pattern in _KINDS.items():
        if re.fullmatch(pattern, plain):
            return kind
    return None


def _parts(text: str, marks: str = ";,|\n") -> list[str]:
    return [part.strip() for part in re.split(f"[{marks}]", text) if part.strip()]


def _tie(text: str) -> ReadTie:
    found = _TIE.fullmatch(text)
    if found is None:
        return ReadTie(text, Bond.ACCESSORY, 0)
    return ReadTie(found[1].strip(), Bond(found[2] or "accessory"), int(found[3] or 0))
