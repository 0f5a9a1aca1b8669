"""Long words made breakable, since a label wraps only between words."""

import re

ZERO_WIDTH = "\u200b"
SOFT_HYPHEN = "\u00ad"
LONGEST = 16
_WORD = re.compile(r"\S+")
_JOINT = re.compile(r"(?<=[@._/\-])(?=\w)")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\W?")
_VOWELS = frozenset("aeiouyàáâäãåèéêëìíîïòóôöõùúûüаеёиоуыэюяъ")
_LEFT, _RIGHT = 3, 2
"""So many letters stay before and after a hyphen, at least."""


def breakable(text: str, longest: int = LONGEST) -> str:
    """The text with invisible places to break in words of more than `longest` letters.

    A break comes after a dot, a dash, an at sign. A name is hyphenated between its syllables;
    anything else, where a hyphen would be taken for its own, breaks after every `longest` letters.
    """
    return _WORD.sub(lambda word: _broken(word.group(), longest), text)


def _broken(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    parts = _JOINT.split(word)
    if _NAME.fullmatch(word):
        pieces = [_hyphenated(part) if len(part) > longest else part for part in parts]
    else:
        pieces = [part[i : i + longest] for part in parts for i in range(0, len(part), longest)]
    return ZERO_WIDTH.join(pieces)


def _hyphenated(part: str) -> str:
    """Soft hyphens before every consonant with a vowel after it, once a vowel was there."""
    letters = part.casefold()
    if len(letters) != len(part):
        return part
    made, seen = [], False
    for at, letter in enumerate(letters):
        opens = letter not in _VOWELS and letters[at + 1 : at + 2] in _VOWELS
        if seen and opens and _LEFT <= at <= len(part) - _RIGHT:
            made.append(SOFT_HYPHEN)
        made.append(part[at])
        seen = seen or letter in _VOWELS
    return "".join(made)
