"""Barcodes: what a scanner sends made plain, and when two writings are one article number."""

import re

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
"""The symbology identifier that scanners may put first (ISO/IEC 15424): ]C1, ]d2, ]Q3, ]E0."""
_GS1_AIM = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_SEPARATORS = "\x1d\x1e\x1c\x1f"
_NAMED = re.compile(r"\(01\)(\d{14})")
_ELEMENT = re.compile(r"01(\d{14})")
_LINK = re.compile(r"https?://[^\s]*/01/(\d{8,14})(?:[/?#]|$)", re.IGNORECASE)
_AFTER_GTIN = ("10", "11", "13", "15", "17", "21", "30", "31", "37", "91", "92", "93", "24", "8005")
"""What may follow the article number within one string (GS1 General Specifications, 3.2)."""

LONGEST = 200
"""Characters of a code that is kept; a longer one is a slip of a scanner."""
GTIN_LENGTHS = (8, 12, 13, 14)


def read_barcode(keys: str) -> str:
    """The code in what a scanner typed; '' when nothing is left.

    Control characters, the symbology identifier and spaces at the ends go. Out of a GS1 string
    (DataMatrix of a marked article, GS1-128, Digital Link) the article number (01) is taken.
    """
    gs1 = keys.lstrip("\r\n\t ").startswith(_GS1_AIM) or any(mark in keys for mark in _SEPARATORS)
    first, *_ = _printable(keys, keep=_SEPARATORS).strip(_SEPARATORS + " ").split("\x1d")
    plain = _AIM.sub("", first, count=1) if _AIM.match(first) else first
    plain = _printable(plain).strip()
    for pattern in (_LINK, _NAMED):
        found = pattern.match(plain)
        if found:
            return found[1]
    element = _ELEMENT.match(plain)
    if element and _is_element(plain, element[1], sure=gs1):
        return element[1]
    return plain[:LONGEST]


def barcode_key(code: str) -> str:
    """Equal for writings of one code: UPC-A, EAN-13 and GTIN-14 differ in leading zeros only.

    A table that took the code for a number has lost them; letters are told apart by nothing
    but case.
    """
    plain = code.strip().upper()
    if plain.isascii() and plain.isdigit():
        return plain.lstrip("0") or "0"
    return plain


def check_digit_holds(code: str) -> bool | None:
    """Whether the last digit of an EAN, UPC or GTIN is right; None for other codes.

    A wrong one is a warning: shops print codes of their own (GS1 General Specifications, 7.9).
    """
    if not (code.isascii() and code.isdigit() and len(code) in GTIN_LENGTHS):
        return None
    digits = [int(digit) for digit in code.zfill(14)]
    weighted = sum(digit * (3, 1)[place % 2] for place, digit in enumerate(digits[:-1]))
    return (10 - weighted % 10) % 10 == digits[-1]


def _printable(text: str, keep: str = "") -> str:
    return "".join(each for each in text if each.isprintable() or each in keep)


def _is_element(plain: str, gtin: str, *, sure: bool) -> bool:
    """Whether 01… opens a GS1 string, rather than being the beginning of a plain number."""
    rest = plain[2 + len(gtin) :]
    if sure:
        return True
    return bool(check_digit_holds(gtin)) and rest.startswith(_AFTER_GTIN)
