"""Why no VAT is charged: what an article of the law means, and its place in the VAT Directive."""

import re
from enum import StrEnum

NOT_REGISTERED = "чл. 113, ал. 9 от ЗДДС"
"""Why a supplier who is not registered charges no VAT in Bulgaria."""
ZERO_RATE_GROUNDS = (
    "чл. 7, ал. 1 и чл. 53, ал. 1 от ЗДДС (вътреобщностна доставка)",
    "чл. 28 от ЗДДС (износ)",
    "чл. 30 от ЗДДС (международен превоз на стоки)",
    "чл. 21, ал. 2 от ЗДДС (услуга за фирма от друга държава)",
    "чл. 163а, ал. 2 от ЗДДС (данъкът се дължи от получателя)",
)
"""The usual grounds of a zero rate, as a Bulgarian paper has them; any other may be written."""
EXEMPT_GROUNDS = (
    "чл. 39 от ЗДДС (здравна помощ)",
    "чл. 41 от ЗДДС (образование, спорт)",
    "чл. 42 от ЗДДС (култура)",
    "чл. 45 от ЗДДС (земя и сгради)",
    "чл. 46 от ЗДДС (финансови услуги)",
    "чл. 50 от ЗДДС (стоки без право на данъчен кредит)",
)
"""Supplies that a registered shop charges no VAT on (ЗДДС чл. 39–50)."""
RUSSIAN_GROUNDS = (
    "ст. 149 НК РФ",
    "подп. 1 п. 2 ст. 149 НК РФ (медицинские товары)",
    "подп. 2 п. 2 ст. 149 НК РФ (медицинские услуги)",
    "подп. 14 п. 2 ст. 149 НК РФ (образование)",
)
_ARTICLE = re.compile(r"(?:чл|ст)\.\s*(\d+)\s*(а?)(?!\w)", re.IGNORECASE)
_EXEMPT = range(39, 51)
_ZERO = (7, *range(28, 37), 53, 140)
_REVERSE = {"21": "44, 196", "82": "194", "163а": "199, 199a"}
_DIRECTIVE = {
    "7": "138",
    "53": "138",
    "28": "146",
    "30": "146(1)(e)",
    "31": "148",
    "113": "284",
    "49": "132(1)(a)",
    "50": "136",
    **_REVERSE,
    **dict.fromkeys(map(str, range(39, 45)), "132"),
    **dict.fromkeys(map(str, range(45, 49)), "135"),
}


class Meaning(StrEnum):
    """What a ground says to someone who does not know the law of the country."""

    INTRA_COMMUNITY = "intra_community"
    EXPORT = "export"
    TRANSPORT = "transport"
    REVERSE_CHARGE = "reverse_charge"
    EXEMPT = "exempt"
    SMALL = "small"
    OTHER = "other"


def meaning_of(ground: str) -> Meaning:
    """What a ground means; OTHER for one that is not known."""
    article = _article(ground)
    known = {"7": Meaning.INTRA_COMMUNITY, "28": Meaning.EXPORT, "30": Meaning.TRANSPORT}
    if is_exempt(ground):
        return Meaning.EXEMPT
    if article in _REVERSE:
        return Meaning.REVERSE_CHARGE
    return Meaning.SMALL if article == "113" else known.get(article, Meaning.OTHER)


def is_exempt(ground: str) -> bool:
    """Whether the supply is exempt, so that it has no rate at all (ЗДДС чл. 39–50; НК ст. 149)."""
    number = _article(ground)
    if "НК" in ground:
        return "149" in ground
    return number.isdigit() and int(number) in _EXEMPT


def is_zero_rate(ground: str) -> bool:
    """Whether the law gives this supply a rate of zero, rather than charging nothing on it."""
    number = _article(ground)
    return number.isdigit() and int(number) in _ZERO


def directive_article(ground: str) -> str:
    """The article of Directive 2006/112/EC for a Bulgarian ground, '' when it is not known."""
    return "" if "НК" in ground else _DIRECTIVE.get(_article(ground), "")


def offered_grounds(country: str) -> tuple[str, ...]:
    """The grounds to choose from in a country; any other may be written."""
    if country == "ru":
        return RUSSIAN_GROUNDS
    return (*ZERO_RATE_GROUNDS, *EXEMPT_GROUNDS) if country == "bg" else ()


def _article(ground: str) -> str:
    found = _ARTICLE.search(ground)
    return "".join(found.groups()).casefold() if found else ""
