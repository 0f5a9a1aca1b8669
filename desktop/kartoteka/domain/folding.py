"""How text is made comparable: case, accents and ё do not keep two writings of a name apart."""

import re
import unicodedata
from functools import lru_cache

_NO_DIGITS = re.compile("[^0-9]+")
_ONLY_CASE = re.compile(r"[\0-\x7fА-Яа-я]*")
"""Text of these letters has nothing to fold but its case; nearly all names are such."""

_SHORT = 64
"""Names and addresses are not longer; one is folded for matching, sorting, searching."""
_KEPT = 8192
"""Short texts whose folding is remembered."""


class _FoldingTable(dict[int, str]):
    """Character → folded characters, worked out once for each character that is met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in "йЙ":
        return "й"  # a letter of its own: майка is not маика
    # Twice, for a compatibility character may open into capitals (™ → TM).
    opened = unicodedata.normalize("NFKD", character).casefold()
    opened = unicodedata.normalize("NFKD", opened).casefold()
    return "".join(part for part in opened if not unicodedata.combining(part))


_TABLE = _FoldingTable()


def fold(text: str) -> str:
    """Fold `text` for comparing and searching; folding twice changes nothing.

    Small letters, ё as е, ѝ as и, é as e, й kept; white space at the ends goes, inside it becomes
    single spaces.
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii() or _ONLY_CASE.fullmatch(text):
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFC", text)
    return " ".join(composed.translate(_TABLE).split())


_fold_short = lru_cache(_KEPT)(_fold)


def digits_only(text: str) -> str:
    """The ASCII digits of `text` in their order, for finding a number in any grouping."""
    bare = text[1:] if text[:1] == "+" else text
    if bare.isdigit() and bare.isascii():
        return bare
    return _NO_DIGITS.sub("", text)
