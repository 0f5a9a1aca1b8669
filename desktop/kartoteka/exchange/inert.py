"""Text that a spreadsheet would take for a formula, made harmless and made itself again."""

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)


def inert(text: str) -> str:
    """The cell with an apostrophe before what would be a formula (OWASP, CSV injection).

    A plain number with its sign is none.
    """
    if text.startswith(_STARTS) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def as_written(text: str) -> str:
    """The cell without the apostrophe that `inert` put before it."""
    if text[:1] == "'" and text[1:2] in _STARTS and len(text) > 1:
        return text[1:]
    return text
