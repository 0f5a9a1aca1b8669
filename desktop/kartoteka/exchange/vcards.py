"""Address books (vCard 2.1 to 4) read as tables, so that they are imported like any other."""

import re
from collections.abc import Iterator
from pathlib import Path

from kartoteka.exchange.delimited import LONGEST_LINE, Row
from kartoteka.exchange.errors import LineTooLong

HEADER = (
    "family", "given", "middle", "name", "company", "phone", "phone", "phone", "email", "email",
    "birthday", "street", "city", "postcode", "country", "notes", "likes", "messenger", "called",
)  # fmt: skip
_NOT_KEPT = ("PHOTO", "LOGO", "SOUND", "KEY")
_LONGEST_CARD = 5000


def is_vcard(start: str) -> bool:
    """Whether the text begins as an address book does."""
    return start.lstrip("\ufeff \r\n\t")[:11].upper() == "BEGIN:VCARD"


def read_vcards(path: Path, encoding: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Headings and one row a card; a card that cannot be read is a broken row."""
    rows = tuple(_row(number, text) for number, text in _cards(path, encoding))
    return HEADER, rows


def _cards(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of every card with the number of its first line; pictures are left out."""
    card: list[str] = []
    first, skipping = 0, False
    with path.open("r", encoding=encoding, errors="replace", newline=None) as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE + 1), ""), 1):
            if len(line) > LONGEST_LINE:
                raise LineTooLong(path, number, LONGEST_LINE)
            plain = line.rstrip("\n")
            if plain.strip().upper() == "BEGIN:VCARD":
                card, first, skipping = [], number, False
            elif plain.strip().upper() == "END:VCARD":
                if first:
                    yield first, card
                card, first = [], 0
            elif first and len(card) < _LONGEST_CARD:
                folded = plain.startswith((" ", "\t"))
                skipping = skipping if folded else plain.upper().startswith(_NOT_KEPT)
                if not skipping:
                    card.append(plain)
    if first:
        yield first, ["BROKEN:", *card]


def _row(number: int, lines: list[str]) -> Row:
    if lines[:1] == ["BROKEN:"]:
        return Row(number, tuple(lines[1:]), "quote")
    import vobject  # heavy: only for those who bring an address book

    text = "\r\n".join(["BEGIN:VCARD", *_with_version(lines), "END:VCARD", ""])
    try:
        card = vobject.readOne(text, ignoreUnreadable=True, allowQP=True)
    except Exception:
        return Row(number, tuple(lines), "characters")
    return Row(number, _cells(card))


def _with_version(lines: list[str]) -> list[str]:
    found = [line for line in lines if line.upper().startswith("VERSION")]
    return lines if found else ["VERSION:3.0", *lines]


def _cells(card: object) -> tuple[str, ...]:
    contents: dict[str, list[object]] = getattr(card, "contents", {})

    def values(key: str) -> list[str]:
        found = [getattr(each, "value", "") for each in contents.get(key, [])]
        return [" ".join(each) if isinstance(each, list) else str(each) for each in found]

    def value(key: str) -> str:
        return next(iter(values(key)), "")

    name = next((getattr(each, "value", None) for each in contents.get("n", [])), None)
    address = next((getattr(each, "value", None) for each in contents.get("adr", [])), None)
    person = [_text(name, part) for part in ("family", "given", "additional")]
    place = [_text(address, part) for part in ("street", "city", "code", "country")]
    phones = [re.sub(r"^tel:", "", each) for each in values("tel")][:3]
    emails = values("email")[:2]
    whole = "" if any(person) else value("fn")
    return (
        *person,
        "" if value("org") == whole else whole,
        value("org") if not any(person) else "",
        *phones,
        *[""] * (3 - len(phones)),
        *emails,
        *[""] * (2 - len(emails)),
        value("bday"),
        *place,
        _notes(value("note"), value("org") if any(person) else ""),
        ", ".join(values("categories")),
        value("impp"),
        value("nickname"),
    )


def _notes(note: str, company: str) -> str:
    return "\n".join(part for part in (company, note) if part)


def _text(value: object, part: str) -> str:
    found = getattr(value, part, "") if value is not None else ""
    return " ".join(found) if isinstance(found, list) else str(found)
