"""Amounts in words, as papers ask for them: our own rules for Bulgarian, num2words for the others.

Russian and English say the cents in figures, Bulgarian says them in words, as each is used to.
"""

from dataclasses import dataclass

from kartoteka.domain.money import Money, minor_units
from kartoteka.i18n.words import LANGUAGES

_MINUS = {"en": "minus", "ru": "минус", "bg": "минус"}
_M, _F, _N = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Unit:
    """A counted noun: its gender and its forms; one and many, in Russian one, few and many."""

    gender: int
    forms: tuple[str, ...]


_CENT_EN = _Unit(_M, ("cent", "cents"))
_CENT_RU = _Unit(_M, ("цент", "цента", "центов"))
_CENT_BG = _Unit(_M, ("цент", "цента"))
_KOPECK_EN = _Unit(_M, ("kopeck", "kopecks"))
_KOPECK_RU = _Unit(_F, ("копейка", "копейки", "копеек"))
_KOPECK_BG = _Unit(_F, ("копейка", "копейки"))

_UNITS: dict[tuple[str, str], tuple[_Unit, _Unit]] = {
    ("en", "EUR"): (_Unit(_M, ("euro", "euros")), _CENT_EN),
    ("en", "BGN"): (_Unit(_M, ("lev", "leva")), _Unit(_M, ("stotinka", "stotinki"))),
    ("en", "RUB"): (_Unit(_M, ("rouble", "roubles")), _KOPECK_EN),
    ("en", "USD"): (_Unit(_M, ("dollar", "dollars")), _CENT_EN),
    ("en", "GBP"): (_Unit(_M, ("pound", "pounds")), _Unit(_M, ("penny", "pence"))),
    ("en", "KZT"): (_Unit(_M, ("tenge", "tenge")), _Unit(_M, ("tiyn", "tiyn"))),
    ("en", "BYN"): (_Unit(_M, ("Belarusian rouble", "Belarusian roubles")), _KOPECK_EN),
    ("en", "UAH"): (_Unit(_M, ("hryvnia", "hryvnias")), _KOPECK_EN),
    ("ru", "EUR"): (_Unit(_M, ("евро", "евро", "евро")), _CENT_RU),
    ("ru", "BGN"): (
        _Unit(_M, ("лев", "лева", "левов")),
        _Unit(_F, ("стотинка", "стотинки", "стотинок")),
    ),
    ("ru", "RUB"): (_Unit(_M, ("рубль", "рубля", "рублей")), _KOPECK_RU),
    ("ru", "USD"): (_Unit(_M, ("доллар", "доллара", "долларов")), _CENT_RU),
    ("ru", "GBP"): (
        _Unit(_M, ("фунт стерлингов", "фунта стерлингов", "фунтов стерлингов")),
        _Unit(_M, ("пенс", "пенса", "пенсов")),
    ),
    ("ru", "KZT"): (
        _Unit(_M, ("тенге", "тенге", "тенге")),
        _Unit(_M, ("тиын", "тиына", "тиынов")),
    ),
    ("ru", "BYN"): (
        _Unit(_M, ("белорусский рубль", "белорусских рубля", "белорусских рублей")),
        _KOPECK_RU,
    ),
    ("ru", "UAH"): (_Unit(_F, ("гривна", "гривны", "гривен")), _KOPECK_RU),
    ("bg", "EUR"): (_Unit(_N, ("евро", "евро")), _CENT_BG),
    ("bg", "BGN"): (_Unit(_M, ("лев", "лева")), _Unit(_F, ("стотинка", "стотинки"))),
    ("bg", "RUB"): (_Unit(_F, ("рубла", "рубли")), _KOPECK_BG),
    ("bg", "USD"): (_Unit(_M, ("долар", "долара")), _CENT_BG),
    ("bg", "GBP"): (
        _Unit(_F, ("британска лира", "британски лири")),
        _Unit(_M, ("пенс", "пенса")),
    ),
    ("bg", "KZT"): (_Unit(_N, ("тенге", "тенге")), _Unit(_M, ("тийн", "тийна"))),
    ("bg", "BYN"): (_Unit(_F, ("беларуска рубла", "беларуски рубли")), _KOPECK_BG),
    ("bg", "UAH"): (_Unit(_F, ("гривна", "гривни")), _KOPECK_BG),
}


def in_words(amount: Money, language: str, *, zero_cents: bool = True) -> str:
    """An amount in words of en, ru or bg (another language: en).

    'Одна тысяча рублей 00 копеек', 'сто едно евро и два цента', 'Two euros and 02 cents'.
    Bulgarian begins small, since it follows „Словом:“. With `zero_cents` False whole amounts end
    at the main unit. Raises BadValue for a currency that the program does not keep.
    """
    speech = language if language in LANGUAGES else "en"
    whole, cents = divmod(abs(amount.minor), 10 ** minor_units(amount.currency))
    unit, small = _UNITS[speech, amount.currency]
    text = f"{_cardinal(whole, unit, speech)} {_form(whole, unit, speech)}"
    if cents or zero_cents:
        text += f"{_link(speech)}{_cents(cents, small, speech)} {_form(cents, small, speech)}"
    if amount.minor < 0:
        text = f"{_MINUS[speech]} {text}"
    return text if speech == "bg" else text[0].upper() + text[1:]


def _link(language: str) -> str:
    return {"en": " and ", "ru": " ", "bg": " и "}[language]


def _cents(cents: int, unit: _Unit, language: str) -> str:
    return _bulgarian(cents, unit.gender) if language == "bg" else f"{cents:02d}"


def _cardinal(number: int, unit: _Unit, language: str) -> str:
    if language == "bg":
        return _bulgarian(number, unit.gender)
    from num2words import num2words  # it loads every language it knows: only when a paper is made

    text = str(num2words(number, lang=language)).replace(",", "")
    if language == "ru" and unit.gender == _F:
        # Asked for the feminine, num2words turns the millions feminine too.
        return _feminine_end(text)
    return text


def _feminine_end(text: str) -> str:
    head, space, last = text.rpartition(" ")
    return head + space + {"один": "одна", "два": "две"}.get(last, last)


def _form(number: int, unit: _Unit, language: str) -> str:
    if language == "ru":
        return unit.forms[_russian_plural(number)]
    return unit.forms[0 if number == 1 else 1]


def _russian_plural(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


# fmt: off
_BELOW_20 = (
    "нула", "един", "два", "три", "четири", "пет", "шест", "седем", "осем", "девет", "десет",
    "единадесет", "дванадесет", "тринадесет", "четиринадесет", "петнадесет", "шестнадесет",
    "седемнадесет", "осемнадесет", "деветнадесет",
)
_TENS = (
    "", "", "двадесет", "тридесет", "четиридесет", "петдесет", "шестдесет", "седемдесет",
    "осемдесет", "деветдесет",
)
_HUNDREDS = (
    "", "сто", "двеста", "триста", "четиристотин", "петстотин", "шестстотин", "седемстотин",
    "осемстотин", "деветстотин",
)
# fmt: on
_GENDERED = {1: ("един", "една", "едно"), 2: ("два", "две", "две")}
_THOUSAND = _Unit(_F, ("хиляда", "хиляди"))
_GROUPS = (
    None,
    _THOUSAND,
    _Unit(_M, ("милион", "милиона")),
    _Unit(_M, ("милиард", "милиарда")),
    _Unit(_M, ("трилион", "трилиона")),
)


def _bulgarian(number: int, gender: int) -> str:
    """A whole number; „и“ stands before the last group of three when its number is one word."""
    if number == 0:
        return _BELOW_20[0]
    groups: list[list[str]] = []
    said: list[str] = []
    for unit in _GROUPS:
        number, group = divmod(number, 1000)
        if group:
            words = _below_1000(group, unit.gender if unit else gender)
            groups.insert(0, words)
            said.insert(0, _with_unit(words, group, unit))
    if len(said) > 1 and len(groups[-1]) == 1:
        said.insert(-1, "и")
    return " ".join(said)


def _with_unit(words: list[str], group: int, unit: _Unit | None) -> str:
    if unit is None:
        return " ".join(words)
    if unit is _THOUSAND and group == 1:
        return unit.forms[0]
    return " ".join([*words, unit.forms[0 if group == 1 else 1]])


def _below_1000(group: int, gender: int) -> list[str]:
    hundreds, rest = divmod(group, 100)
    words = [_HUNDREDS[hundreds]] if hundreds else []
    if rest >= 20:
        words.append(_TENS[rest // 10])
        rest %= 10
    if rest:
        words.append(_GENDERED[rest][gender] if rest in _GENDERED else _BELOW_20[rest])
    return [*words[:-1], "и", words[-1]] if len(words) > 1 else words
