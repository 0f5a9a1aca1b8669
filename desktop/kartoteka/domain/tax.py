"""Check digits of tax, registration and bank numbers; a wrong one is a warning, never a refusal.

The rules are those of ЗДДС/ЗТРРЮЛНЦ for Bulgaria, of ФНС and Банк России for Russia, of ISO 13616
(IBAN) and ISO 9362 (BIC). python-stdnum is asked where it is right; it has no ЕИК with 13 digits,
no КПП, БИК or accounts, and refuses a quarter of the valid ОГРНИП.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle

from kartoteka.domain.clients import Client, Kind
from kartoteka.domain.folding import digits_only
from kartoteka.domain.settings import ShopDetails


class NumberKind(StrEnum):
    """The numbers that can be checked."""

    EIK = "eik"
    EGN = "egn"
    LNCH = "lnch"
    VAT_BG = "vat_bg"
    INN = "inn"
    KPP = "kpp"
    OGRN = "ogrn"
    OGRNIP = "ogrnip"
    BIK = "bik"
    ACCOUNT = "account"
    """Расчётный счёт: checked with the БИК of its bank."""
    CORR_ACCOUNT = "corr_account"
    IBAN = "iban"
    BIC = "bic"


class Code(StrEnum):
    """What is wrong with a number."""

    LOOK_ALIKE = "look_alike"
    """A Cyrillic letter stands where only Latin letters and digits can."""
    FORM = "form"
    """Other characters or another order of them than such a number has."""
    LENGTH = "length"
    ZEROS = "zeros"
    """Nothing but zeros, which pass the arithmetic."""
    CHECK_DIGIT = "check_digit"


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` of a card or of the settings holds a `kind` number that cannot be right."""

    field: str
    code: Code
    kind: NumberKind


_SPACING = re.compile(r"[\s\-\u2010-\u2015]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def check(kind: NumberKind | str, value: str, *, bik: str = "", field: str = "") -> Problem | None:
    """What is wrong with a number, or None; an empty one is not wrong.

    Spaces and dashes are left out of account. `bik` is needed for the keys of Russian accounts;
    without a right one only their form is checked. `field` names the field, else it is the kind.
    """
    kind = NumberKind(kind)
    number = _SPACING.sub("", value).upper()
    if not number:
        return None
    code = _code(kind, number, _SPACING.sub("", bik))
    return Problem(field or kind.value, code, kind) if code else None


def warnings(client: Client, country: str) -> tuple[Problem, ...]:
    """What is doubtful in a card's numbers by the rules of `country` (bg, ru; other: nothing)."""
    tax = client.tax
    if country == "bg":
        found = [_bulgarian(tax.tax_id, client.kind), _vat("vat_id", tax.vat_id)]
    elif country == "ru":
        found = [
            check(NumberKind.INN, tax.tax_id, field="tax_id"),
            check(NumberKind.KPP, tax.kpp, field="kpp"),
            check(_registration(tax.ogrn), tax.ogrn, field="ogrn"),
        ]
    else:
        found = []
    return tuple(problem for problem in found if problem)


def number_kind(client: Client, country: str) -> NumberKind | None:
    """Which number stands in a client's field for it; None: another country's, or not known.

    A company's own number is called so even when its check digit is wrong, a person's only when
    it is right: an ЕИК and an ЕГН may both have been typed there.
    """
    number = _SPACING.sub("", client.tax.tax_id)
    company = client.kind is Kind.COMPANY
    if country == "ru":
        return NumberKind.INN if _fits(NumberKind.INN, number, strict=not company) else None
    if country != "bg":
        return None
    if _fits(NumberKind.EIK, number, strict=not company):
        return NumberKind.EIK
    personal = (NumberKind.EGN, NumberKind.LNCH)
    return next((kind for kind in personal if _fits(kind, number, strict=True)), None)


def is_personal(client: Client, country: str) -> bool:
    """Whether the number on a card is a person's own, which a paper shows only when wished."""
    own = (NumberKind.EIK, NumberKind.INN)
    return client.kind is Kind.PERSON and number_kind(client, country) not in own


def is_from_abroad(client: Client, country: str) -> bool:
    """Whether a card says that its holder is at home in another country than the shop."""
    place = client.address.country.strip().casefold()
    vat = client.tax.vat_id.strip().upper()
    if country == "bg" and re.match("[A-Z]{2}", vat) and not vat.startswith("BG"):
        return True
    return bool(place) and place not in _HOME.get(country, frozenset())


def _fits(kind: NumberKind, number: str, *, strict: bool) -> bool:
    form = _FORMS[kind]
    shaped = bool(re.fullmatch(form.characters, number, re.ASCII)) and len(number) in form.lengths
    return shaped and (not strict or check(kind, number) is None)


_HOME = {
    "bg": frozenset({"bg", "bulgaria", "българия", "болгария", "република българия"}),
    "ru": frozenset({"ru", "russia", "россия", "русия", "рф", "российская федерация"}),
}


def shop_warnings(shop: ShopDetails) -> tuple[Problem, ...]:
    """What is doubtful in the shop's own numbers."""
    found = [check(NumberKind.IBAN, shop.iban, field="iban")]
    if shop.country == "ru":
        account, corr_account = shop.account, shop.corr_account
        found += [
            check(NumberKind.INN, shop.tax_id, field="tax_id"),
            check(NumberKind.KPP, shop.kpp, field="kpp"),
            check(NumberKind.BIK, shop.bic, field="bic"),
            check(NumberKind.ACCOUNT, account, bik=shop.bic, field="account"),
            check(NumberKind.CORR_ACCOUNT, corr_account, bik=shop.bic, field="corr_account"),
        ]
    else:
        found.append(check(NumberKind.BIC, shop.bic, field="bic"))
    if shop.country == "bg":
        found += [
            check(NumberKind.EIK, shop.tax_id, field="tax_id"),
            _vat("vat_id", shop.vat_id),
        ]
    return tuple(problem for problem in found if problem)


def _bulgarian(value: str, kind: Kind) -> Problem | None:
    """ЕИК of a company or sole trader; for a person ЕГН or ЛНЧ are as good."""
    number = _SPACING.sub("", value)
    if kind is Kind.PERSON and len(number) == len("7523169263"):
        problem = check(NumberKind.EGN, value, field="tax_id")
        return problem and check(NumberKind.LNCH, value, field="tax_id") and problem
    return check(NumberKind.EIK, value, field="tax_id")


def _vat(field: str, value: str) -> Problem | None:
    """A Bulgarian VAT number; one with the letters of another country is not ours to judge."""
    if re.match(r"\s*(?!BG)[A-Z]{2}", value.upper()):
        return None
    return check(NumberKind.VAT_BG, value, field=field)


def _registration(ogrn: str) -> NumberKind:
    length = len(_SPACING.sub("", ogrn))
    return NumberKind.OGRNIP if length >= len("304500116000157") else NumberKind.OGRN


def _code(kind: NumberKind, number: str, bik: str) -> Code | None:
    if _CYRILLIC.search(number):
        return Code.LOOK_ALIKE
    form = _FORMS[kind]
    if not re.fullmatch(form.characters, number, re.ASCII):
        return Code.FORM
    if len(number) not in form.lengths:
        return Code.LENGTH
    digits = digits_only(number)
    if digits and not digits.strip("0"):
        return Code.ZEROS
    if kind in (NumberKind.ACCOUNT, NumberKind.CORR_ACCOUNT):
        return _account_code(kind, number, bik)
    return form.judge(number)


def _digit(holds: bool) -> Code | None:
    return None if holds else Code.CHECK_DIGIT


def _weighted(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))


def _eik_digit(digits: str, weights: tuple[int, ...], again: tuple[int, ...]) -> int:
    rest = _weighted(digits, weights) % 11
    return rest if rest < 10 else _weighted(digits, again) % 11 % 10


def _eik(number: str) -> Code | None:
    first = _eik_digit(number[:8], (1, 2, 3, 4, 5, 6, 7, 8), (3, 4, 5, 6, 7, 8, 9, 10))
    if int(number[8]) != first or len(number) == 9:
        return _digit(int(number[8]) == first)
    return _digit(int(number[12]) == _eik_digit(number[8:12], (2, 7, 3, 5), (4, 9, 5, 7)))


def _ogrn(number: str) -> Code | None:
    if number[0] not in "15":
        return Code.FORM
    return _digit(int(number[:12]) % 11 % 10 == int(number[12]))


def _ogrnip(number: str) -> Code | None:
    if number[0] != "3":
        return Code.FORM
    return _digit(int(number[:14]) % 13 % 10 == int(number[14]))


def _account_code(kind: NumberKind, number: str, bik: str) -> Code | None:
    """The key of an account (Банк России, Порядок расчета контрольного ключа, 08.09.1997 № 515)."""
    if check(NumberKind.BIK, bik) or not bik:
        return None
    bank = bik[-3:] if kind is NumberKind.ACCOUNT else "0" + bik[4:6]
    key = sum(
        int(digit) * weight % 10
        for digit, weight in zip(bank + number, cycle((7, 1, 3)), strict=False)
    )
    return _digit(key % 10 == 0)


def _nothing_more(_number: str) -> Code | None:
    return None


def _stdnum(module: str) -> Callable[[str], Code | None]:
    """Ask python-stdnum, which is loaded when the first such number comes."""

    def judge(number: str) -> Code | None:
        from importlib import import_module

        from stdnum import exceptions

        try:
            import_module(f"stdnum.{module}").validate(number)
        except exceptions.InvalidChecksum:
            return Code.CHECK_DIGIT
        except exceptions.InvalidLength:
            return Code.LENGTH
        except exceptions.ValidationError:
            return Code.FORM
        return None

    return judge


@dataclass(frozen=True, slots=True)
class _Form:
    """How a number looks, and the arithmetic for one that looks so."""

    characters: str
    lengths: tuple[int, ...]
    judge: Callable[[str], Code | None]


_DIGITS = "[0-9]+"
_FORMS = {
    NumberKind.EIK: _Form(_DIGITS, (9, 13), _eik),
    NumberKind.EGN: _Form(_DIGITS, (10,), _stdnum("bg.egn")),
    NumberKind.LNCH: _Form(_DIGITS, (10,), _stdnum("bg.pnf")),
    NumberKind.VAT_BG: _Form("BG[0-9]+", (11, 12), _stdnum("bg.vat")),
    NumberKind.INN: _Form(_DIGITS, (10, 12), _stdnum("ru.inn")),
    NumberKind.KPP: _Form("[0-9]{4}[0-9A-Z]{2}[0-9]*|[0-9]*", (9,), _nothing_more),
    NumberKind.OGRN: _Form(_DIGITS, (13,), _ogrn),
    NumberKind.OGRNIP: _Form(_DIGITS, (15,), _ogrnip),
    NumberKind.BIK: _Form(_DIGITS, (9,), _nothing_more),
    NumberKind.ACCOUNT: _Form(_DIGITS, (20,), _nothing_more),
    NumberKind.CORR_ACCOUNT: _Form(_DIGITS, (20,), _nothing_more),
    NumberKind.IBAN: _Form("[A-Z]{2}[0-9]{2}[0-9A-Z]+", tuple(range(15, 35)), _stdnum("iban")),
    NumberKind.BIC: _Form("[A-Z]{4}[0-9A-Z]+", (8, 11), _stdnum("bic")),
}
