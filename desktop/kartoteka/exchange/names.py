"""Whole names taken apart: family, given and middle name, or the name of a company."""

import re

from kartoteka.domain.folding import fold

_COMPANY = re.compile(
    r"\b(?:ооо|зао|оао|пао|ао|ип|нко|муп|гуп|тсж|еоод|оод|еад|ад|ет|сд|кд|дззд|ltd|llc|gmbh"
    r"|inc|plc|s\.?r\.?o)\b\.?"
)
_PATRONYMIC = re.compile(r".{2,}(?:ович|евич|ьич|ич|овна|евна|ична|инична|оглы|кызы)")
_FAMILY = re.compile(
    r".{2,}(?:[оеё]ва?|[ыи]н|[ыи]на|ски|ска|ский|ская|цкий|цкая|енко|ук|юк|чик|ых|их|ян|швили|дзе"
    r"|ой|ая|евич|ович)"
)
_INITIALS = re.compile(r"([^\W\d_]\.)([^\W\d_]\.?)?")
_GIVEN_LIKE_FAMILY = frozenset({
    "августин", "августина", "алина", "альбина", "ангелин", "ангелина", "антонина", "арина",
    "валентин", "валентина", "василина", "ваня", "галин", "галина", "дарина", "евелина",
    "екатерина", "ивелина", "ирина", "калин", "калина", "карина", "каролина", "катерина",
    "константин", "константина", "кристина", "магдалина", "малина", "марина", "мартин",
    "мартина", "николай", "нина", "павлина", "пламена", "полина", "регина", "росица", "сабина",
    "севастин", "севдалина", "стилян", "цветелина", "эвелина", "юстина",
})  # fmt: skip


def looks_like_company(name: str) -> bool:
    """Whether a name carries a legal form: ООО, ИП, ЕООД, ЕТ, Ltd."""
    return bool(_COMPANY.search(fold(name)))


def split_name(name: str, *, family_first: bool = False) -> tuple[str, str, str]:
    """Family, given and middle name of a person's whole name; one word is the given name.

    A patronymic or a family ending tells the order; where nothing does, `family_first` (a column
    headed ФИО) decides. Nothing of the name is lost.
    """
    if "," in name:
        family, _, rest = name.partition(",")
        given, _, middle = rest.strip().partition(" ")
        return family.strip(), given, middle.strip()
    words = name.split()
    if len(words) == 2 and (initials := _INITIALS.fullmatch(words[1])):
        return words[0], initials[1], initials[2] or ""
    if len(words) <= 1:
        return "", "".join(words), ""
    if len(words) == 2:
        return _split_pair(words[0], words[1], family_first)
    if len(words) == 3:
        return _split_three(words, family_first)
    if family_first:
        return words[0], words[1], " ".join(words[2:])
    return words[-1], words[0], " ".join(words[1:-1])


def _split_pair(one: str, two: str, family_first: bool) -> tuple[str, str, str]:
    if _PATRONYMIC.fullmatch(fold(two)) and not family_first and not looks_like_family(two):
        return "", one, two
    first, second = looks_like_family(one), looks_like_family(two)
    if first != second:
        return (one, two, "") if first else (two, one, "")
    return (one, two, "") if family_first else (two, one, "")


def _split_three(words: list[str], family_first: bool) -> tuple[str, str, str]:
    if _PATRONYMIC.fullmatch(fold(words[2])) and not _PATRONYMIC.fullmatch(fold(words[1])):
        return words[0], words[1], words[2]
    if family_first and not _PATRONYMIC.fullmatch(fold(words[1])):
        return words[0], words[1], words[2]
    return words[2], words[0], words[1]


def looks_like_family(word: str) -> bool:
    """Whether a single word ends as Russian and Bulgarian family names do."""
    plain = fold(word)
    return plain not in _GIVEN_LIKE_FAMILY and bool(_FAMILY.fullmatch(plain))
