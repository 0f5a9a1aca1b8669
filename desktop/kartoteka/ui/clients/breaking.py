"""Long words made breakable, since a label wraps only between words."""

import re

ZERO_WIDTH = "\u200b"
LONGEST = 16
_WORD = re.compile(r"\S+")
_JOINT = re.compile(r"(?<=[@._/\-])(?=\w)")


def breakable(text: str, longest: int = LONGEST) -> str:
    """The text with invisible places to break in words of more than `longest` letters.

    A break comes after a dot, a dash, an at sign; else after every `longest` letters.
    """
    return _WORD.sub(lambda word: _broken(word.group(), longest), text)


def _broken(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    parts = _JOINT.split(word)
    pieces = [part[i : i + longest] for part in parts for i in range(0, len(part), longest)]
    return ZERO_WIDTH.join(pieces)
