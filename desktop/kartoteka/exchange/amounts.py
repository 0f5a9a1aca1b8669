"""Amounts and quantities as people and tills write them: spaces, commas, currency signs."""

import re
from decimal import Decimal

from kartoteka.domain.folding import fold
from kartoteka.domain.typed import read_number

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_CURRENCIES = {
    "руб": "RUB",
    "р": "RUB",
    "₽": "RUB",
    "rub": "RUB",
    "rur": "RUB",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "евро": "EUR",
    "лв": "BGN",
    "лева": "BGN",
    "bgn": "BGN",
    "$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "kzt": "KZT",
    "byn": "BYN",
    "uah": "UAH",
}
_UNITS = {"шт", "бр", "pcs", "кг", "kg", "г", "g", "л", "l", "м", "m", "час", "ч", "x", "х"}


class NoAmount(ValueError):  # noqa: N818 - what a cell holds, no fault of the program
    """The text is no number."""


def read_amount(text: str, mark: str = "") -> tuple[Decimal, str]:
    """A number and the currency written beside it ('' when none); raises NoAmount.

    `mark` is the decimal mark of the column, for '1,234' and '1.234'; without it a comma is one,
    as in Russia and Bulgaria.
    """
    plain = text.strip()
    if _PLAIN.fullmatch(plain) and (mark != "," or "." not in plain):
        return Decimal(plain), ""
    negative = plain.startswith("(") and plain.endswith(")")
    digits, currency = _without_words(plain.strip("()"))
    if digits.endswith("-"):
        digits, negative = digits[:-1], not negative
    value = read_number(digits, mark)
    if value is None:
        raise NoAmount(text)
    return (-value if negative else value), currency


def currency_code(text: str) -> str:
    """The ISO code of a currency as written in a cell; the text in capitals when unknown."""
    plain = fold(text).strip(". ")
    return _CURRENCIES.get(plain, plain.upper())


def decimal_mark(samples: list[str]) -> str:
    """The decimal mark that a column uses, '' when its cells do not tell."""
    for text in samples:
        digits = re.sub(r"[^\d.,]", "", text)
        last = max(digits.rfind("."), digits.rfind(","))
        if last < 0:
            continue
        mark, after = digits[last], len(digits) - last - 1
        other = "," if mark == "." else "."
        if digits.count(mark) > 1:
            return other
        if other in digits[:last] or after in (1, 2) or after > 3:
            return mark
    return ""


def _without_words(plain: str) -> tuple[str, str]:
    """The digits with their marks and sign, and the currency that stood beside them."""
    plain = fold(plain).replace("−", "-").replace("–", "-")
    currency = ""
    for word in re.findall(r"[^\W\d_]+\.?|[€$₽£]", plain):
        name = word.rstrip(".")
        if name in _CURRENCIES:
            currency = _CURRENCIES[name]
        elif name not in _UNITS:
            raise NoAmount(plain)
        plain = plain.replace(word, " ", 1)
    return plain.strip(), currency
