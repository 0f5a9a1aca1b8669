"""Which encoding a text file is in, told from its bytes; nobody at a counter can know it."""

import codecs
import re
from pathlib import Path

from kartoteka.exchange.errors import NotATable, WrongEncoding

CHUNK = 1 << 20
_SAMPLE = 1 << 18
_FOREIGN = 1 << 15
_SINGLE_BYTE = ("cp1251", "koi8_r", "cp866", "cp1252")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {
    "utf8": "utf-8-sig",
    "utf-8": "utf-8-sig",
    "utf-8-sig": "utf-8-sig",
    "windows-1251": "cp1251",
    "win1251": "cp1251",
    "koi8-r": "koi8_r",
    "koi8r": "koi8_r",
    "utf16": "utf-16",
}
_UNREAD = re.compile("[\udc80-\udcff]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u045f]+")
_COMMON = frozenset("оеаинтсрвлкмдпуяъОЕАИНТСРВЛКМДП")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")


def known_encoding(path: Path, name: str) -> str:
    """The codec for an encoding as people write it; raises WrongEncoding for none."""
    wanted = _NAMES.get(name.strip().lower(), name.strip())
    try:
        codec = codecs.lookup(wanted)
    except LookupError:
        raise WrongEncoding(path, name) from None
    if not codec._is_text_encoding:
        raise WrongEncoding(path, name)
    return wanted


def find_encoding(path: Path) -> str:
    """Look at the whole file and name its encoding; raises NotATable for a binary file."""
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    wide = _utf16_without_mark(start)
    if wide:
        return wide
    if b"\0" in start[:4096] and start[:4096].count(b"\0") > 8:
        raise NotATable(path, "binary")
    good, bad, foreign = _as_utf8(path)
    if bad == 0 or bad * 20 <= good:
        name = "utf-8-sig"
    else:
        name = max(_SINGLE_BYTE, key=lambda each: _likeness(foreign.decode(each, "replace")))
    _check_text(path, start.decode(name, "replace"))
    return name


def check_encoding(path: Path, encoding: str) -> None:
    """Make sure that a chosen encoding reads most of the file; raises WrongEncoding."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = letters = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            decoded = decoder.decode(chunk)
            text += decoded.count("\ufffd")
            letters += len(decoded) - _ascii_length(decoded)
    if text and text * 10 > letters:
        raise WrongEncoding(path, encoding)


def _ascii_length(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _check_text(path: Path, text: str) -> None:
    if len(_CONTROL.findall(text)) * 200 > len(text):
        raise NotATable(path, "binary")


def _utf16_without_mark(start: bytes) -> str:
    """UTF-16 betrays itself by high bytes that are nearly all 0 (Latin) or 4 (Cyrillic)."""
    sample = start[:4096]
    if len(sample) < 8:
        return ""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in (0, 4) for byte in high) * 10 > len(high) * 9:
            return name
    return ""


def _as_utf8(path: Path) -> tuple[int, int, bytes]:
    """Characters beyond ASCII that UTF-8 reads, bytes that it does not, and foreign lines."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = bad = 0
    foreign = bytearray()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if len(foreign) < _FOREIGN and not chunk.isascii():
                foreign += b"\n".join(line for line in chunk.splitlines() if not line.isascii())[
                    :_SAMPLE
                ]
            text = decoder.decode(chunk)
            if not text.isascii():
                strange = len(_UNREAD.findall(text))
                bad += strange
                good += len(text) - _ascii_length(text) - strange
    return good, bad + len(decoder.decode(b"", final=True)), bytes(foreign)


def _likeness(text: str) -> int:
    """How much `text` looks like words that people write: one script, sound capitals."""
    score = -10 * len(re.findall(r"[\u0080-\u009f\u2500-\u259f\ufffd]", text))
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        sound = word.islower() or word.isupper() or word.istitle()
        if _CYRILLIC.fullmatch(word):
            common = sum(letter in _COMMON for letter in word)
            score += (len(word) if sound else -len(word)) + 2 * common
        elif _CYRILLIC.search(word):
            score -= 3 * len(word)
        else:
            odd = len(word) - _ascii_length(word)
            score += len(word) if sound and odd * 2 < len(word) else -odd
    return score
