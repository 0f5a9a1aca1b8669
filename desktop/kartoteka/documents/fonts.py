"""The faces of our papers, and texts made safe for them.

Two faces draw everything in our languages. A character that they lack is drawn by a third face of
wide coverage, run by run; what no face has is replaced by a sign that says so.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kartoteka import places

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
WIDE = "DejaVuSans"
ELLIPSIS = "…"
UNKNOWN = "\ufffd"
"""Stands for a character that no face has: seen, so that nobody takes the text for complete."""

FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf", WIDE: "DejaVuSans.ttf"}

_NO_BREAK_SPACES = (0x00A0, 0x2007, 0x202F, 0x2060)
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BREAKABLE = re.compile(r" +")
_TIED = re.compile(
    r"(№|(?<!\d[ \u00a0])\b(?:ул|бул|пл|просп|пер|пр-т|д|дом|корп|стр|оф|кв|бл|вх|ет|ап|ж\.к"
    r"|гр|г|чл|ал|No)\.) +"
    r"(?=[\w„«\"])",
    re.IGNORECASE,
)
"""A sign or a short word, and what it belongs to: '№ 5', 'ул. Ленина', 'д. 7', 'ет. 3'."""
_YEAR = re.compile(r"(?<=\d) +(?=(?:г\.|гг\.|год)(?!\w))")
_MEASURED = re.compile(
    r"(?<=\d) +(?=(?:[₽€%‰]|(?:лв|руб|коп|ст|шт|бр|кг|г|гр|л|мл|м|см|мм|м²|м³"
    r"|ч|мин|kg|g|l|ml|m|cm|mm|pcs|EUR|RUB|BGN)(?![\w²³]))|(?:[×x] ?\d))",
)
"""A figure and its unit."""


@cache
def register() -> None:
    """Make our two faces known to ReportLab; the first paper of a session pays for it."""
    rl_config.useA85 = 0  # plain binary streams: a quarter smaller, and quicker
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, file_of(name)))


@cache
def _register_wide() -> None:
    """Make the face of wide coverage known; few papers ever need it."""
    pdfmetrics.registerFont(TTFont(WIDE, file_of(WIDE)))


def file_of(font: str) -> str:
    """The path of a face's file."""
    return str(places.resources() / "fonts" / FILES[font])


def has_glyph(character: str) -> bool:
    """Whether both of our faces can draw the character."""
    register()
    return all(_in_face(character, name) for name in (REGULAR, BOLD))


def has_wide_glyph(character: str) -> bool:
    """Whether the face of wide coverage can draw the character."""
    _register_wide()
    return _in_face(character, WIDE)


def _in_face(character: str, font: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


class _Cover(dict[int, int | str | None]):
    """What becomes of each character; decided when it is first met."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = result = _replacement(code)
        return result


_cover: Any = _Cover()
_borrowed: set[str] = set()
"""Characters met so far that only the face of wide coverage has."""


def _replacement(code: int) -> int | str | None:
    character = chr(code)
    kind = unicodedata.category(character)
    if code in _NO_BREAK_SPACES:
        return 0x00A0
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return 0x20
    if kind == "Cf" or 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF:
        return None  # joiners, direction marks and skin tones are no characters of their own
    if has_glyph(character):
        return code
    if kind not in ("Cn", "Co", "Cs") and has_wide_glyph(character):
        _borrowed.add(character)
        return code
    simple = unicodedata.normalize("NFKC", character)
    if simple != character and all(has_glyph(part) for part in simple):
        return simple
    return None if kind in ("Mn", "Me") else UNKNOWN


def safe(text: str) -> str:
    """The text on one line, in characters that one of the faces has."""
    if text.isascii() and text.isprintable():
        return text
    return str(unicodedata.normalize("NFC", text).translate(_cover))


def tied(text: str) -> str:
    """The text with the spaces at which no line may end, also where they were typed as usual ones.

    All papers wrap their texts through this, so nobody has to think of it.
    """
    for bond in (_YEAR, _MEASURED):
        text = bond.sub("\u00a0", text)
    return _TIED.sub("\\1\u00a0", text)


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """A safe text cut into pieces, each with the face that has all of its characters."""
    if not _borrowed or _borrowed.isdisjoint(text):
        return [(text, font)]
    groups = groupby(text, lambda character: WIDE if character in _borrowed else font)
    return [("".join(characters), face) for face, characters in groups]


def width(text: str, font: str, size: float) -> float:
    """How wide a safe text is, in the units of `size`."""
    return _unit_width(text, font) * size


@lru_cache(maxsize=4096)
def _unit_width(text: str, font: str) -> float:
    """Most words of a paper are on every paper of the shop."""
    return sum(float(pdfmetrics.stringWidth(run, face, 1.0)) for run, face in runs(text, font))


def wrap(text: str, font: str, size: float, room: float, limit: int = 0) -> list[str]:
    """Break a text into safe lines that fit into `room`; words that do not are broken too.

    Own line breaks of the text are kept. With a `limit` the rest is cut and an ellipsis says so.
    """
    lines: list[str] = []
    for paragraph in _LINE_BREAKS.split(text):
        lines += _wrap_line(tied(safe(paragraph)), font, size, room)
        if limit and len(lines) > limit:
            lines[limit - 1 :] = [_cut(lines[limit - 1], font, size, room)]
            break
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _wrap_line(text: str, font: str, size: float, room: float) -> list[str]:
    text = text.strip(" ")
    if width(text, font, size) <= room:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _BREAKABLE.split(text):
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, font, size, room)
        lines += full
    return [*lines, line]


def _break_word(word: str, font: str, size: float, room: float) -> list[str]:
    """A word in pieces that fit; after a hyphen or a slash when there is one, else anywhere."""
    pieces: list[str] = []
    while len(word) > 1 and width(word, font, size) > room:
        end = _fitting(word, font, size, room)
        nicer = max(word.rfind(mark, 0, end) for mark in "-/\u00a0") + 1
        end = nicer if nicer > end // 2 else end
        pieces.append(word[:end].strip("\u00a0"))
        word = word[end:]
    return [*pieces, word]


def _fitting(word: str, font: str, size: float, room: float) -> int:
    used = 0.0
    for index, character in enumerate(word):
        used += width(character, font, size)
        if used > room:
            return max(index, 1)
    return len(word)


def _cut(line: str, font: str, size: float, room: float) -> str:
    while line and width(line + ELLIPSIS, font, size) > room:
        line = line[:-1]
    return line.rstrip(" ,;.") + ELLIPSIS


def fit_size(text: str, font: str, size: float, room: float) -> float:
    """The largest size up to `size` at which a safe text takes no more than `room`."""
    needed = width(text, font, size)
    return size if needed <= room else size * room / needed
