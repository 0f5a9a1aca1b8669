"""Long words made breakable, since a label wraps only between words."""

import re

ZERO_WIDTH = "\u200b"
_LONGEST = 16
_LONG_WORD = re.compile(rf"\S{{{_LONGEST + 1},}}")
_JOINT = re.compile(r"(?<=[@._/\-])(?=\w)")


def breakable(text: str) -> str:
    """The text with invisible places to break in words too long for a column.

    A break comes after a dot, a dash, an at sign; else after every sixteen letters.
    """
    return _LONG_WORD.sub(lambda word: _broken(word.group()), text)


def _broken(word: str) -> str:
    parts = _JOINT.split(word)
    pieces = [part[i : i + _LONGEST] for part in parts for i in range(0, len(part), _LONGEST)]
    return ZERO_WIDTH.join(pieces)
