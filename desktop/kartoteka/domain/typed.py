"""What people type in a field or on the command line: amounts, quantities, yes and no."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kartoteka.domain.errors import BadValue

_BLANKS = re.compile(r"[\s\u00a0\u202f'’]")
_UNITS = re.compile(r"(₽|€|\$|руб\.?|р\.|лв\.?|eur|rub|bgn|usd)$", re.IGNORECASE)
_NUMBER = re.compile(r"[+\-−]?\d*([.,]\d*)?")
_TIMES = re.compile(r"^\s*(\d{1,15}(?:[.,]\d{1,15})?)\s*[*×xXхХ]\s*(.*)$", re.DOTALL)
"""`2*tea`, `0,5 x coffee`; the cross may be typed as a Latin or a Cyrillic letter.

Any number is read as one, so that the basket refuses `0*tea` instead of selling it by that name.
"""

_YES = frozenset({"yes", "true", "1", "да"})
_NO = frozenset({"no", "false", "0", "нет", "не"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed to find an item: so many of something."""

    quantity: Decimal
    text: str


def read_yes_or_no(text: str) -> bool | None:
    """Yes or no in any of our languages; None for anything else."""
    word = text.casefold()
    return True if word in _YES else False if word in _NO else None


def read_decimal(text: str, field: str) -> Decimal:
    """Read `1 234,50`, `1.234,50 €`, `2.5`; raises BadValue naming `field` for anything else.

    With both a comma and a dot, the later one is the decimal sign.
    """
    plain = _UNITS.sub("", _BLANKS.sub("", text))
    comma, dot = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and dot >= 0:
        plain = plain.replace("," if dot > comma else ".", "")
    if not _NUMBER.fullmatch(plain):
        raise BadValue(field, text, "not a number")
    try:
        return Decimal(plain.replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        raise BadValue(field, text, "not a number") from None


def read_percent(text: str, field: str) -> Decimal | None:
    """The number before a percent sign (`10 %` is 10); None when there is no such sign."""
    plain = text.strip()
    if not plain.endswith("%"):
        return None
    return read_decimal(plain[:-1], field)


def read_wanted(text: str) -> Wanted:
    """`3*tea` is three of tea; anything else is one of it."""
    found = _TIMES.match(text)
    if found and found[2].strip():
        return Wanted(read_decimal(found[1], "quantity"), found[2].strip())
    return Wanted(Decimal(1), text.strip())


def plain_number(value: Decimal) -> str:
    """A number as it is typed: no grouping, no zeros at the end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
