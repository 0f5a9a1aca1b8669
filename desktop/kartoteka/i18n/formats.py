"""Numbers, money and dates as each language writes them: by the tables of Babel, rounded our way.

Rounding is half up, where Babel rounds half to even. Every space inside a number or a date is
U+00A0, since U+202F is missing in many fonts; a negative number begins with a true minus. English
is the British kind: the day comes first. Tests compare all of it with Babel, which is not loaded
here, since that takes a tenth of the program's start.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kartoteka.domain.money import Money, minor_units, round_half_up
from kartoteka.i18n.day_names import MONTHS_ALONE, MONTHS_OF, MONTHS_SHORT, WEEKDAYS
from kartoteka.i18n.words import GROUP_SIGNS, LANGUAGES, NO_BREAK, Words

MINUS = "\u2212"

_SIGNS = {"EUR": "€", "RUB": "₽", "USD": "$", "GBP": "£", "UAH": "₴", "KZT": "₸", "BYN": "Br"}
_OWN_SIGNS = {("bg", "BGN"): "лв.", ("ru", "BGN"): "лв."}
_YEAR_MARKS = {"en": "", "ru": f"{NO_BREAK}г.", "bg": f"{NO_BREAK}г."}
_LISTS = {"en": " and ", "ru": " и ", "bg": " и "}

Speaker = Words | str
"""Words, or the bare name of a language: en, ru, bg."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes numbers, and where the currency stands."""

    decimal: str
    group: str
    money_before: bool


_GROUP = 3
_STYLES = {
    "en": _Style(".", GROUP_SIGNS["en"], money_before=True),
    "ru": _Style(",", GROUP_SIGNS["ru"], money_before=False),
    "bg": _Style(",", GROUP_SIGNS["bg"], money_before=False),
}


def _language(speaker: Speaker) -> str:
    language = speaker if isinstance(speaker, str) else speaker.language
    return language if language in LANGUAGES else "en"


def _digits(value: Decimal, places: int, style: _Style) -> tuple[str, str]:
    """The minus, if any, and the grouped digits of `value` with exactly `places` decimals."""
    text = f"{abs(round_half_up(value, places)):f}"
    whole, _, fraction = text.partition(".")
    if len(whole) > _GROUP:
        first = len(whole) % _GROUP or _GROUP
        parts = [whole[:first]]
        parts += [whole[i : i + _GROUP] for i in range(first, len(whole), _GROUP)]
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
    style = _STYLES[language]
    minus, digits = _digits(amount.amount, places, style)
    sign = currency_sign(language, amount.currency)
    if not style.money_before:
        return f"{minus}{digits}{NO_BREAK}{sign}"
    gap = NO_BREAK if sign[-1].isalpha() else ""
    return f"{minus}{sign}{gap}{digits}"


def amount(speaker: Speaker, value: Money) -> str:
    """An amount without its currency, for columns: '1 234,50'."""
    minus, digits = _digits(value.amount, minor_units(value.currency), _STYLES[_language(speaker)])
    return minus + digits


def unit_price(speaker: Speaker, price: Decimal, currency: str, places: int = 0) -> str:
    """The price of one in main units: `places` decimals; 0: two, or as many as it has."""
    if places:
        minus, digits = _digits(price, places, _STYLES[_language(speaker)])
        return minus + digits
    rounded = Money.of(price, currency)
    return amount(speaker, rounded) if rounded.amount == price else number(speaker, price, 8)


def number(speaker: Speaker, value: Decimal | int, places: int = 3) -> str:
    """A quantity without needless zeros, at most `places` decimals: '2,5', '1 000'."""
    rounded = round_half_up(Decimal(value), places)
    bare = rounded.normalize()
    exponent = bare.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    minus, digits = _digits(bare, decimals, _STYLES[_language(speaker)])
    return minus + digits


def as_typed(speaker: Speaker, plain: str) -> str:
    """What stands in a field to be changed: a plain number with the language's decimal sign."""
    return plain.replace(".", _STYLES[_language(speaker)].decimal)


def percent(speaker: Speaker, value: Decimal | int, places: int = 1) -> str:
    """`value` percents (20 means twenty of a hundred): '20 %' with a space, in English '20%'."""
    gap = "" if _language(speaker) == "en" else NO_BREAK
    return f"{number(speaker, value, places)}{gap}%"


def date_long(speaker: Speaker, day: date) -> str:
    """A date for papers: '21 ноября 2026 г.', '21 November 2026'; the year keeps its 'г.'."""
    language = _language(speaker)
    return f"{day.day} {MONTHS_OF[language][day.month - 1]} {day.year}{_YEAR_MARKS[language]}"


def date_short(speaker: Speaker, day: date) -> str:
    """A date in figures: '21.11.2026', Bulgarian '21.11.2026 г.', English '21/11/2026'."""
    language = _language(speaker)
    if language == "en":
        return f"{day.day:02d}/{day.month:02d}/{day.year}"
    mark = _YEAR_MARKS[language] if language == "bg" else ""
    return f"{day.day:02d}.{day.month:02d}.{day.year}{mark}"


def day_month(speaker: Speaker, day: date) -> str:
    """Day and month: '21 ноября', '21 November'; kept on one line."""
    return f"{day.day}{NO_BREAK}{MONTHS_OF[_language(speaker)][day.month - 1]}"


def day_month_short(speaker: Speaker, day: date) -> str:
    """Day and month where room is scarce: '21 нояб.', '21 Nov'; kept on one line."""
    return f"{day.day}{NO_BREAK}{MONTHS_SHORT[_language(speaker)][day.month - 1]}"


def weekday_day(speaker: Speaker, day: date) -> str:
    """Weekday, day and month: 'суббота, 21 ноября', 'Saturday, 21 November'."""
    return f"{weekday(speaker, day)}, {day_month(speaker, day)}"


def weekday(speaker: Speaker, day: date) -> str:
    """The day of the week alone: 'суббота', 'Saturday'."""
    return WEEKDAYS[_language(speaker)][day.weekday()]


def month(speaker: Speaker, day: date) -> str:
    """A month with its year: 'ноябрь 2026', 'ноември 2026 г.', 'November 2026'."""
    language = _language(speaker)
    mark = _YEAR_MARKS[language] if language == "bg" else ""
    return f"{MONTHS_ALONE[language][day.month - 1]} {day.year}{mark}"


def month_name(speaker: Speaker, day: date) -> str:
    """A month alone, as a heading: 'Ноябрь', 'November'."""
    return MONTHS_ALONE[_language(speaker)][day.month - 1].capitalize()


def join_list(speaker: Speaker, parts: list[str]) -> str:
    """Names in a row: 'A, B and C', 'A, B и C'."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + _LISTS[_language(speaker)] + parts[-1]
