"""Small languages of the command line: positions, payments and settings written as key=value."""

import re
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kartoteka.domain.errors import BadValue
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.typed import read_decimal
from kartoteka.i18n.words import Words

_PART = re.compile(r"((?:[^;\\]|\\.|\\$)+)(?:;|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([;\\])")
_KEYS = ("item", "name", "qty", "price", "disc", "unit", "sku", "serial")
LONGEST = 10_000
"""Characters in one position; more is a mistake of a script."""


@dataclass(frozen=True, slots=True)
class Written:
    """A position as it was written, before the currency is known."""

    name: str
    quantity: Decimal
    price: Decimal | None
    """None: the price of the item in the catalogue."""
    discount: Decimal | None = None
    unit: str = ""
    sku: str = ""
    serial: str = ""
    item: str = ""
    """Number, barcode or name of an item in the catalogue; '' for a line of its own."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Reads values for the parser, which tells a complaint (ArgumentTypeError) as wrong use.

    Only the writing is judged here; whether the numbers make sense is for the shop's rules.
    """

    words: Words

    def line(self, text: str) -> Written:
        r"""Read `name=…;qty=…;price=…[;disc=…][;unit=…][;sku=…]` or `item=…[;qty=…][;price=…]…`.

        `\;` is a semicolon inside a value; numbers may have a decimal comma or dot; without
        `qty` it is one piece.
        """
        values = self._values(text)
        for key in ("name", "price"):
            if key not in values and not values.get("item"):
                raise ArgumentTypeError(self.words.say("{key}=… is missing", key=key))
        return Written(
            name=values.get("name", ""),
            quantity=self._number(values.get("qty", "1")),
            price=self._number(values["price"]) if "price" in values else None,
            discount=self._number(values["disc"]) if values.get("disc") else None,
            unit=values.get("unit", ""),
            sku=values.get("sku", ""),
            serial=values.get("serial", ""),
            item=values.get("item", ""),
        )

    def _values(self, text: str) -> dict[str, str]:
        if len(text) > LONGEST:
            raise ArgumentTypeError(self.words.say("this is too long"))
        values: dict[str, str] = {}
        for part in _PART.findall(text):
            if not part.strip():
                continue
            key, value = self.setting(part)
            key = key.casefold()
            if key not in _KEYS:
                raise ArgumentTypeError(
                    self.words.say(
                        "“{key}” is not known; use {keys}", key=key, keys=", ".join(_KEYS)
                    )
                )
            if key in values:
                raise ArgumentTypeError(self.words.say("{key}=… is given twice", key=key))
            values[key] = _ESCAPED.sub(r"\1", value)
        return values

    def payment(self, text: str) -> tuple[PaymentKind, Decimal]:
        """Read `cash=10,50`."""
        kind, value = self.setting(text)
        if kind not in set(PaymentKind):
            raise ArgumentTypeError(
                self.words.say(
                    "“{key}” is not known; use {keys}", key=kind, keys=", ".join(PaymentKind)
                )
            )
        return PaymentKind(kind), self._number(value)

    def returned_line(self, text: str) -> tuple[int, Decimal]:
        """Read `2=1.5`: of the second position one and a half."""
        position, value = self.setting(text)
        if not (position.isascii() and position.isdigit() and len(position) < 10):
            raise ArgumentTypeError(self.words.say("“{value}” is not a number", value=position))
        return int(position), self._number(value)

    def setting(self, text: str) -> tuple[str, str]:
        """Read `key=value`; the value may be empty."""
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise ArgumentTypeError(self.words.say("“{value}” is not key=value", value=text))
        return key.strip(), value.strip()

    def day(self, text: str) -> date:
        """Read `2026-11-21`."""
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ArgumentTypeError(
                self.words.say("“{value}” is not a date like 2026-11-21", value=text)
            ) from None

    def count(self, text: str) -> int:
        """Read a whole number that is not below zero."""
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise ArgumentTypeError(self.words.say("“{value}” is not a number", value=text))
        return int(text)

    def _number(self, text: str) -> Decimal:
        try:
            return read_decimal(text, "amount")
        except BadValue:
            raise ArgumentTypeError(
                self.words.say("“{value}” is not a number", value=text)
            ) from None
