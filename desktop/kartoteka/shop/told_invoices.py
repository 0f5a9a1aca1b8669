"""What an invoice tells, and the code by which a bank's app pays it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kartoteka.documents.sheets import PayCode
from kartoteka.domain.backs import Back
from kartoteka.domain.clients import Client
from kartoteka.domain.latin import latin
from kartoteka.domain.money import Money
from kartoteka.domain.net_lines import NetSums
from kartoteka.domain.papers import Amended, PaperKind
from kartoteka.domain.payment_codes import (
    EuroPayment,
    PaymentCodeImpossible,
    RoublePayment,
    epc_payload,
    gost_payload,
)
from kartoteka.domain.sales import Line, Payment, PaymentKind
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, formats
from kartoteka.shop.invoice_words import InvoiceWords

SOLE_TRADER_DIGITS = 12
"""An ИНН of a person has twelve digits, of a firm ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldInvoice:
    """Everything that an invoice or note tells; all sums are above zero, VAT included.

    `totals` are those of the lines in the ledger. `event` is the day of the supply.
    """

    kind: PaperKind
    number: str
    shop: ShopDetails
    client: Client
    issued: date
    event: date
    lines: Sequence[Line]
    totals: Sequence[Money]
    payments: tuple[Payment, ...] = ()
    due_on: date | None = None
    amended: Amended | None = None
    basis: str = ""
    vat_ground: str = ""
    """Why no VAT is charged, where a rate is zero."""
    in_leva: bool = False
    """It was sold in leva, and the paper tells euros."""
    note: str = ""
    back: Back | None = None


def pay_code(words: Words, told: ToldInvoice, said: InvoiceWords, sums: NetSums) -> PayCode | None:
    """The code for what is still to be paid; none when all is paid or no bank could read it."""
    due = _due(told, sums.total)
    if told.kind is PaperKind.CREDIT_NOTE or due.minor <= 0:
        return None
    with suppress(PaymentCodeImpossible):
        payload = _payload(words, told, said, due)
        if payload:
            return PayCode(payload, said.pay_title, said.pay_note)
    return link_code(words, told.shop)


def link_code(words: Words, shop: ShopDetails) -> PayCode | None:
    """The shop's own page for paying, as a code; the client types the sum there."""
    if not shop.payment_link:
        return None
    # Translators: beside a QR code on a receipt or an invoice that is not paid yet.
    title = words.say("Pay by QR code")
    # Translators: under "Pay by QR code"; the phone's camera opens the page.
    return PayCode(shop.payment_link, title, words.say("with your phone’s camera"))


def payee(shop: ShopDetails) -> str:
    """The shop's name in Latin letters: between banks no others are sure (EPC217-08)."""
    return shop.latin_name or latin(shop.legal_name or shop.name, shop.language)


def _due(told: ToldInvoice, total: Money) -> Money:
    """What is not paid yet: all of a paper without payments, else what is on account."""
    if not told.payments or told.kind is PaperKind.PROFORMA:
        return total
    owed = Money(0, total.currency)
    for payment in told.payments:
        if payment.kind in (PaymentKind.ACCOUNT, PaymentKind.TRANSFER):
            owed += payment.amount
    return owed


def _payload(words: Words, told: ToldInvoice, said: InvoiceWords, due: Money) -> str:
    shop = told.shop
    issued = formats.date_short(words, told.issued)
    purpose = said.purposes[told.kind].format(number=told.number, date=issued)
    text = purpose.replace("\u00a0", " ")
    name = shop.legal_name or shop.name
    if due.currency == "EUR" and shop.iban:
        return epc_payload(
            EuroPayment(name=payee(shop), iban=shop.iban, amount=due, text=text, bic=shop.bic)
        )
    if due.currency == "RUB" and shop.account:
        return gost_payload(
            RoublePayment(
                name=name,
                account=shop.account,
                bank=shop.bank,
                bik=shop.bic,
                corr_account=shop.corr_account,
                amount=due,
                purpose=text,
                tax_id=shop.tax_id,
                kpp="" if is_sole_trader(shop) else shop.kpp,
            )
        )
    return ""


def is_sole_trader(shop: ShopDetails) -> bool:
    """Whether this is an ИП, who has no director, no accountant and no КПП."""
    return shop.country == "ru" and len(shop.tax_id) == SOLE_TRADER_DIGITS
