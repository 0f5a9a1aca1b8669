"""Which column of a strange table is what: by its heading, else by what stands in it."""

from collections.abc import Callable, Mapping, Sequence

from kartoteka.domain.barcodes import check_digit_holds
from kartoteka.domain.folding import digits_only
from kartoteka.exchange.dates import looks_like_date
from kartoteka.exchange.errors import NoSuchColumn, NoSuchField
from kartoteka.exchange.headings import FIELDS, REPEATED, field_of
from kartoteka.exchange.names import looks_like_family

_HEADER_WITHIN = 20
"""Titles and logos above a table take no more rows than this."""


def find_header(rows: Sequence[Sequence[str]], kind: str) -> int | None:
    """Index of the row that holds the headings; None when the table has none.

    A first row without a single known heading is a client like those below it, unless it is of
    another kind than they are: words over numbers, or a title over a table.
    """
    best, best_score = None, 0
    for index, cells in enumerate(rows[:_HEADER_WITHIN]):
        score = heading_score(cells, kind)
        if score > best_score:
            best, best_score = index, score
    if best is not None:
        return best
    if not rows or any(_says_something(cell) for cell in rows[0]):
        return None
    return 0 if _stands_above(rows[0], rows[1:]) else None


def _stands_above(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row that names nothing is of another kind than the rows below it."""
    filled = sum(bool(cell.strip()) for cell in first)
    widths = sorted(sum(bool(cell.strip()) for cell in row) for row in below)
    if widths and filled * 2 <= widths[len(widths) // 2]:
        return True
    return any(
        cell.strip() and not like(cell.strip()) and _mostly(like, _column(below, index))
        for index, cell in enumerate(first)
        for like in (looks_like_email, looks_like_date, looks_like_phone, _has_digit)
    )


def _has_digit(cell: str) -> bool:
    return any(char.isdigit() for char in cell)


def heading_score(cells: Sequence[str], kind: str) -> int:
    """How many different fields the cells of a row name."""
    return len({field_of(cell, kind) for cell in cells} - {None, ""})


def guess_fields(
    header: Sequence[str], samples: Sequence[Sequence[str]], kind: str
) -> tuple[str, ...]:
    """The field of every column, '' for those that are left out."""
    fields: list[str] = []
    named = [field_of(heading, kind) for heading in header]
    for field in named:
        taken = field is None or (field in fields and field not in REPEATED)
        fields.append("" if taken else field or "")
    for index, field in enumerate(named):
        if field is None:
            fields[index] = _by_content(_column(samples, index), fields, kind)
    if kind == "clients":
        _names_of_one_word(header, samples, fields)
        _a_name_with_a_family(fields)
    if kind == "purchases":
        _an_article_without_a_name(fields)
    return tuple(fields)


def choose_fields(
    header: Sequence[str], guessed: Sequence[str], mapping: Mapping[str, str], kind: str
) -> tuple[str, ...]:
    """The guess with `mapping` (field → heading) laid over it.

    Raises NoSuchField and NoSuchColumn.
    """
    fields = list(guessed)
    for field, column in mapping.items():
        if field not in FIELDS[kind]:
            raise NoSuchField(field, FIELDS[kind])
        index = _column_index(header, field, column)
        if field not in REPEATED:
            fields = ["" if each == field else each for each in fields]
        fields[index] = field
    return tuple(fields)


def _column_index(header: Sequence[str], field: str, column: str) -> int:
    wanted = column.strip().casefold()
    for index, heading in enumerate(header):
        if heading.strip().casefold() == wanted:
            return index
    raise NoSuchColumn(field, column, tuple(header))


def _a_name_with_a_family(fields: list[str]) -> None:
    """Beside a column of family names, 'Имя' means the given name alone."""
    if "family" in fields and "name" in fields and "given" not in fields:
        fields[fields.index("name")] = "given"


def _names_of_one_word(
    header: Sequence[str], samples: Sequence[Sequence[str]], fields: list[str]
) -> None:
    """Without headings, single words with a capital are names when nothing else says who it is.

    Of two such columns the one with family endings is the family.
    """
    if {"name", "family", "given", "company"} & set(fields):
        return
    bare = [
        index
        for index, heading in enumerate(header)
        if not fields[index]
        and heading == column_letter(index)
        and _mostly(_is_one_name, _column(samples, index))
    ]
    families = [index for index in bare if _mostly(looks_like_family, _column(samples, index))]
    others = [index for index in bare if index not in families]
    if families and others:
        fields[families[0]], fields[others[0]] = "family", "given"
    elif bare:
        fields[bare[0]] = "name"


def column_letter(index: int) -> str:
    """A column without a heading is called as workbooks call it: A, B, … AA."""
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name


def _an_article_without_a_name(fields: list[str]) -> None:
    """'Артикул' is a code in Russian and the thing itself in Bulgarian; alone, it is the thing."""
    if "sku" in fields and "item" not in fields:
        fields[fields.index("sku")] = "item"


def _column(samples: Sequence[Sequence[str]], index: int) -> list[str]:
    cells = (row[index].strip() for row in samples if index < len(row))
    return [cell for cell in cells if cell]


def _by_content(cells: list[str], taken: Sequence[str], kind: str) -> str:
    """The field that most cells of an unnamed column look like."""
    if not cells:
        return ""
    if kind == "catalogue":
        free = "barcode" not in taken and _mostly(looks_like_ean, cells)
        return "barcode" if free else ""
    day = "birthday" if kind == "clients" else "date"
    looks: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("email", looks_like_email),
        (day, looks_like_date),
        ("phone", looks_like_phone),
    )
    for field, like in looks:
        free = field in REPEATED or field not in taken
        if free and _mostly(like, cells):
            return field
    whole = "name" if kind == "clients" else "client"
    if whole not in taken and "family" not in taken and _mostly_names(cells):
        return whole
    return ""


def looks_like_ean(text: str) -> bool:
    """Whether a cell holds an EAN, UPC or GTIN with its check digit."""
    return bool(check_digit_holds(text.strip()))


def looks_like_email(text: str) -> bool:
    """Whether a cell holds an e-mail address."""
    name, at, place = text.partition("@")
    return bool(name and at and "." in place and " " not in text.strip())


def looks_like_phone(text: str) -> bool:
    """Whether a cell holds a telephone number with its area code."""
    plain = text.strip()
    count = len(digits_only(plain))
    letters = sum(char.isalpha() for char in plain)
    return 9 <= count <= 15 and letters <= 5 and not looks_like_date(plain)


def _mostly_names(cells: list[str]) -> bool:
    def is_name(cell: str) -> bool:
        words = cell.replace("-", " ").replace(".", " ").split()
        return 2 <= len(words) <= 4 and all(word.isalpha() and word[0].isupper() for word in words)

    return _mostly(is_name, cells)


def _is_one_name(cell: str) -> bool:
    return cell.replace("-", "").isalpha() and cell[0].isupper() and not cell.isupper()


def _mostly(like: Callable[[str], bool], cells: Sequence[str]) -> bool:
    """Six of ten, so that some slips do not hide what a column is."""
    return bool(cells) and sum(map(like, cells)) * 10 >= len(cells) * 6


def _says_something(cell: str) -> bool:
    return looks_like_email(cell) or looks_like_phone(cell) or looks_like_date(cell)
