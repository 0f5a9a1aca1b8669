"""How text is made comparable: case, accents and ё do not keep two writings of a name apart."""

import re
import unicodedata

_NO_DIGITS = re.compile("[^0-9]+")


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
    if text.isascii():
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFC", text)
    return " ".join(composed.translate(_TABLE).split())


def digits_only(text: str) -> str:
    """The ASCII digits of `text` in their order, for finding a number in any grouping."""
    return _NO_DIGITS.sub("", text)
