"""Numbers, money and dates as each language writes them, by the tables of Babel.

Rounding is ours and half up, since Babel rounds half to even. Every space inside a number or a date
is U+00A0, since U+202F is missing in many fonts; a negative number begins with a true minus.
English is the British kind: the day comes first.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import cast

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern

from kartoteka.domain.money import Money, minor_units, round_half_up
from kartoteka.i18n.words import Words

MINUS = "\u2212"
NO_BREAK = "\u00a0"

_LOCALES = {"en": "en_GB", "ru": "ru", "bg": "bg"}
_SIGNS = {"EUR": "€", "RUB": "₽", "USD": "$", "GBP": "£", "UAH": "₴", "KZT": "₸", "BYN": "Br"}
_OWN_SIGNS = {("bg", "BGN"): "лв.", ("ru", "BGN"): "лв."}
_SHORT_DATES = {"en": "dd/MM/y", "ru": "dd.MM.y", "bg": "dd.MM.y 'г'."}
_LONG_DATES = {"en": "d MMMM y", "ru": "d MMMM y 'г'.", "bg": "d MMMM y 'г'."}
_MONTHS = {"en": "LLLL y", "ru": "LLLL y", "bg": "LLLL y 'г'."}
_LISTS = {"en": " and ", "ru": " и ", "bg": " и "}

Speaker = Words | str
"""Words, or the bare name of a language: en, ru, bg."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes numbers; read from Babel once, since lists format by the thousand."""

    decimal: str
    group: str
    size: int
    money_before: bool


def _language(speaker: Speaker) -> str:
    language = speaker if isinstance(speaker, str) else speaker.language
    return language if language in _LOCALES else "en"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


@cache
def _style(language: str) -> _Style:
    locale = _locale(language)
    symbols = locale.number_symbols["latn"]
    pattern = cast(NumberPattern, locale.currency_formats["standard"])
    return _Style(
        decimal=symbols["decimal"],
        group=_no_break(symbols["group"]),
        size=pattern.grouping[0],
        money_before=pattern.prefix[0].startswith("¤"),
    )


def _no_break(text: str) -> str:
    return text.replace("\u202f", NO_BREAK)


def _digits(value: Decimal, places: int, style: _Style) -> tuple[str, str]:
    """The minus, if any, and the grouped digits of `value` with exactly `places` decimals."""
    text = f"{abs(round_half_up(value, places)):f}"
    whole, _, fraction = text.partition(".")
    if len(whole) > style.size:
        first = len(whole) % style.size or style.size
        parts = [whole[:first]]
        parts += [whole[i : i + style.size] for i in range(first, len(whole), style.size)]
        whole = style.group.join(parts)
    shown = whole + style.decimal + fraction if fraction else whole
    negative = value < 0 and any(digit in "123456789" for digit in shown)
    return (MINUS if negative else ""), shown


def currency_sign(speaker: Speaker, currency: str) -> str:
    """The sign of a currency as printed: '€', '₽', 'лв.'; its ISO code when it has none."""
    language = _language(speaker)
    return _OWN_SIGNS.get((language, currency)) or _SIGNS.get(currency, currency)


def money(speaker: Speaker, amount: Money) -> str:
    """An amount with its currency: '1 234,50 €' in Bulgarian and Russian, '€1,234.50'."""
    return _money(speaker, amount, minor_units(amount.currency))


def money_round(speaker: Speaker, amount: Money) -> str:
    """An amount in whole main units, half up, where cents say nothing: '18 400 ₽'."""
    return _money(speaker, amount, 0)


def _money(speaker: Speaker, amount: Money, places: int) -> str:
    language = _language(speaker)
    style = _style(language)
    minus, digits = _digits(amount.amount, places, style)
    sign = currency_sign(language, amount.currency)
    if not style.money_before:
        return f"{minus}{digits}{NO_BREAK}{sign}"
    gap = NO_BREAK if sign[-1].isalpha() else ""
    return f"{minus}{sign}{gap}{digits}"


def amount(speaker: Speaker, value: Money) -> str:
    """An amount without its currency, for columns: '1 234,50'."""
    minus, digits = _digits(value.amount, minor_units(value.currency), _style(_language(speaker)))
    return minus + digits


def number(speaker: Speaker, value: Decimal | int, places: int = 3) -> str:
    """A quantity without needless zeros, at most `places` decimals: '2,5', '1 000'."""
    rounded = round_half_up(Decimal(value), places)
    bare = rounded.normalize()
    exponent = bare.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    minus, digits = _digits(bare, decimals, _style(_language(speaker)))
    return minus + digits


def percent(speaker: Speaker, value: Decimal | int, places: int = 1) -> str:
    """`value` percents (20 means twenty of a hundred): '20 %' with a space, in English '20%'."""
    gap = "" if _language(speaker) == "en" else NO_BREAK
    return f"{number(speaker, value, places)}{gap}%"


def _date(speaker: Speaker, day: date, patterns: dict[str, str]) -> str:
    language = _language(speaker)
    return _no_break(format_date(day, patterns[language], locale=_locale(language)))


def date_long(speaker: Speaker, day: date) -> str:
    """A date for papers: '21 ноября 2026 г.', '21 November 2026'; the year keeps its 'г.'."""
    text = _date(speaker, day, _LONG_DATES)
    return text.replace(" г.", f"{NO_BREAK}г.")


def date_short(speaker: Speaker, day: date) -> str:
    """A date in figures: '21.11.2026', Bulgarian '21.11.2026 г.', English '21/11/2026'."""
    return _date(speaker, day, _SHORT_DATES).replace(" ", NO_BREAK)


def day_month(speaker: Speaker, day: date) -> str:
    """Day and month: '21 ноября', '21 November'; kept on one line."""
    return _date(speaker, day, dict.fromkeys(_LOCALES, "d MMMM")).replace(" ", NO_BREAK)


def weekday_day(speaker: Speaker, day: date) -> str:
    """Weekday, day and month: 'суббота, 21 ноября', 'Saturday, 21 November'."""
    text = _date(speaker, day, dict.fromkeys(_LOCALES, "EEEE, d MMMM"))
    head, _, tail = text.partition(", ")
    return f"{head}, {tail.replace(' ', NO_BREAK)}"


def weekday(speaker: Speaker, day: date) -> str:
    """The day of the week alone: 'суббота', 'Saturday'."""
    return _date(speaker, day, dict.fromkeys(_LOCALES, "cccc"))


def month(speaker: Speaker, day: date) -> str:
    """A month with its year: 'ноябрь 2026', 'November 2026'."""
    return _date(speaker, day, _MONTHS)


def month_name(speaker: Speaker, day: date) -> str:
    """A month alone, as a heading: 'Ноябрь', 'November'."""
    name = _date(speaker, day, dict.fromkeys(_LOCALES, "LLLL"))
    return name[:1].upper() + name[1:]


def day_month_short(speaker: Speaker, day: date) -> str:
    """Day and month where room is scarce: '21 нояб.', '21 Nov'; kept on one line."""
    return _date(speaker, day, dict.fromkeys(_LOCALES, "d MMM")).replace(" ", NO_BREAK)


def join_list(speaker: Speaker, parts: list[str]) -> str:
    """Names in a row: 'A, B and C', 'A, B и C'."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + _LISTS[_language(speaker)] + parts[-1]
