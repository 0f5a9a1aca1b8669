"""What a QR code for a payment holds: EPC069-12 for euros, ГОСТ Р 56042-2014 for roubles."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.domain import tax
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money
from kartoteka.domain.tax import NumberKind

EPC_BYTES = 331
"""EPC069-12, 2.2: what a code of version 13 with error level M holds."""
_EPC_NAME, _EPC_TEXT = 70, 140
_EPC_MOST = Decimal("999999999.99")
_GOST_LENGTHS = {"Name": 160, "BankName": 45, "Purpose": 210}
_GOST_SEPARATORS = "|~^;!"
_SPACING = re.compile(r"\s")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(eq=False)
class PaymentCodeImpossible(RuleBroken):
    """No bank would read this code; `field` is what is wrong or missing.

    name, iban, bic, bank, account, corr_account, amount, currency, text.
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EuroPayment:
    """A SEPA transfer that somebody is asked for."""

    name: str
    iban: str
    amount: Money
    text: str
    """What it is for; the invoice's number belongs here, for banks refuse it as a reference."""
    bic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoublePayment:
    """A transfer in Russia that somebody is asked for."""

    name: str
    account: str
    bank: str
    bik: str
    corr_account: str
    amount: Money
    purpose: str
    tax_id: str = ""
    kpp: str = ""


def epc_payload(payment: EuroPayment) -> str:
    """The text of a GiroCode, version 002, UTF-8 (EPC069-12, 2.2); raises PaymentCodeImpossible.

    Name and text are cut to what fits; the code has at most 331 bytes.
    """
    iban = _SPACING.sub("", payment.iban).upper()
    if not iban or tax.check(NumberKind.IBAN, iban):
        raise PaymentCodeImpossible("iban", payment.iban)
    bic = _SPACING.sub("", payment.bic).upper()
    if tax.check(NumberKind.BIC, bic):
        raise PaymentCodeImpossible("bic", payment.bic)
    name = _plain(payment.name)[:_EPC_NAME].strip()
    if not name:
        raise PaymentCodeImpossible("name", payment.name)
    _require_amount(payment.amount, "EUR", _EPC_MOST)
    text = _plain(payment.text)[:_EPC_TEXT].strip()
    head = ["BCD", "002", "1", "SCT", bic, name, iban, f"EUR{payment.amount}", "", ""]
    room = EPC_BYTES - len("\n".join([*head, ""]).encode())
    return "\n".join([*head, _within(text, room)])


def gost_payload(payment: RoublePayment) -> str:
    """The text of ГОСТ Р 56042-2014 in UTF-8; raises PaymentCodeImpossible.

    The separator is | unless a value has one. Name, bank and purpose are cut to their lengths.
    """
    account = _digits("account", payment.account, 20)
    bik = _digits("bic", payment.bik, 9)
    corr_account = _digits("corr_account", payment.corr_account, 20)
    for kind, field, value in (
        (NumberKind.ACCOUNT, "account", account),
        (NumberKind.CORR_ACCOUNT, "corr_account", corr_account),
    ):
        if tax.check(kind, value, bik=bik):
            raise PaymentCodeImpossible(field, value)
    _require_amount(payment.amount, "RUB", Decimal(10) ** 12)
    fields = {
        "Name": _required("name", payment.name, _GOST_LENGTHS["Name"]),
        "PersonalAcc": account,
        "BankName": _required("bank", payment.bank, _GOST_LENGTHS["BankName"]),
        "BIC": bik,
        "CorrespAcc": corr_account,
        "Sum": str(payment.amount.minor),
        "Purpose": _plain(payment.purpose)[: _GOST_LENGTHS["Purpose"]].strip(),
        "PayeeINN": _SPACING.sub("", payment.tax_id),
        "KPP": _SPACING.sub("", payment.kpp),
    }
    values = [f"{key}={value}" for key, value in fields.items() if value]
    mark = next((each for each in _GOST_SEPARATORS if not any(each in one for one in values)), "")
    if not mark:
        raise PaymentCodeImpossible("text", payment.purpose)
    return mark.join(["ST00012", *values])


def _require_amount(amount: Money, currency: str, most: Decimal) -> None:
    if amount.currency != currency:
        raise PaymentCodeImpossible("currency", amount.currency)
    if not 0 < amount.amount <= most:
        raise PaymentCodeImpossible("amount", str(amount))


def _digits(field: str, value: str, length: int) -> str:
    plain = _SPACING.sub("", value)
    if not re.fullmatch(r"[0-9]+", plain) or len(plain) != length:
        raise PaymentCodeImpossible(field, value)
    return plain


def _required(field: str, value: str, length: int) -> str:
    plain = _plain(value)[:length].strip()
    if not plain:
        raise PaymentCodeImpossible(field, value)
    return plain


def _plain(text: str) -> str:
    """One line: a line break would begin the next field."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _within(text: str, room: int) -> str:
    """The beginning of a text that takes no more bytes than there is room."""
    return text.encode()[: max(room, 0)].decode(errors="ignore").strip()
