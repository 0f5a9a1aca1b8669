"""What people type in a field or on the command line: amounts, quantities, yes and no."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.domain.errors import BadValue

_BLANK = re.compile(r"[\s\u00a0\u202f'’_]")
_UNITS = re.compile(r"(₽|€|\$|руб\.?|р\.|лв\.?|eur|rub|bgn|usd)$", re.IGNORECASE)
_SIGNED = re.compile(r"([+\-−]?)\s*([\d., ]*)", re.ASCII)
_WHOLE = re.compile(r"\d*|\d{1,3}(?:(?P<sign>[ .,])\d{3})(?:(?P=sign)\d{3})*", re.ASCII)
"""Digits, or groups of three with one and the same sign between them."""
_FRACTION = re.compile(r"\d*", re.ASCII)
_TIMES = re.compile(r"^\s*(\d{1,15}(?:[.,]\d{1,15})?)\s*[*×xXхХ]\s*(.*)$", re.DOTALL)
"""`2*tea`, `0,5 x coffee`; the cross may be typed as a Latin or a Cyrillic letter.

Any number is read as one, so that the basket refuses `0*tea` instead of selling it by that name.
"""

GROUP = 3
"""So many digits stand between two signs of grouping."""
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


def read_number(text: str, mark: str = "") -> Decimal | None:
    """The number that is written here, in any habit of grouping; None when it is none.

    Of a comma and a dot the later one is the decimal sign; one of them more than once groups
    thousands, and a group has three digits: `1.234.567` is a number, `1.2.3` is none. `mark`: the
    decimal sign that is known otherwise, for `1,234`; without it a single sign is decimal.
    """
    found = _SIGNED.fullmatch(_BLANK.sub(" ", text.strip()))
    if found is None or not any(map(str.isdigit, found[2])):
        return None
    whole, fraction = _parts(found[2], mark)
    if not (_WHOLE.fullmatch(whole) and _FRACTION.fullmatch(fraction)):
        return None
    digits = re.sub(r"\D", "", whole) or "0"
    value = Decimal(f"{digits}.{fraction or 0}") if fraction else Decimal(digits)
    return -value if found[1] in ("-", "−") else value


def _parts(written: str, mark: str) -> tuple[str, str]:
    """What stands before and after the decimal sign."""
    written = written.strip()
    last = max(written.rfind(","), written.rfind("."))
    if last < 0:
        return written, ""
    sign = written[last]
    other = "," if sign == "." else "."
    groups = written.count(sign) > 1
    if mark == other and other not in written and len(written) - last - 1 == GROUP:
        groups = True
    return (written, "") if groups else (written[:last], written[last + 1 :])


def read_decimal(text: str, field: str) -> Decimal:
    """Read `1 234,50`, `1.234,50 €`, `2.5`; raises BadValue naming `field` for anything else."""
    number = read_number(_UNITS.sub("", text.strip()))
    if number is None:
        raise BadValue(field, text, "not a number")
    return number


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
