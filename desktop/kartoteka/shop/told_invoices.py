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
from kartoteka.domain.net_lines import BilledSums, share_of_vat
from kartoteka.domain.papers import Amended, PaperKind
from kartoteka.domain.payment_codes import (
    EuroPayment,
    PaymentCodeImpossible,
    RoublePayment,
    epc_payload,
    gost_payload,
)
from kartoteka.domain.regimes import is_sole_trader
from kartoteka.domain.sales import Line, Payment
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, formats
from kartoteka.shop.invoice_words import InvoiceWords
from kartoteka.shop.invoice_words_abroad import invoice_words


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
    grounds: Sequence[str] = ()
    """Why no VAT is charged, a text for every line; '' where it is."""
    left: Money | None = None
    """What is still to be paid; None: how it was paid is not known."""
    proforma: tuple[str, date] | None = None
    """The proforma that the invoice takes the place of."""
    personal_numbers: bool = False
    """Whether a person's own number (ЕГН, ЛНЧ) may stand on the paper."""
    without_goods: bool = False
    """A note that changes a price only: no goods came back."""
    in_leva: bool = False
    """It was sold in leva, and the paper tells euros."""
    note: str = ""
    back: Back | None = None

    @property
    def asks_money(self) -> bool:
        """Whether it is to be paid: not a note of money back, nor a bill that is settled.

        A Russian proforma is not: the счет that follows is, and one of them only.
        """
        if self.kind is PaperKind.CREDIT_NOTE:
            return False
        if self.kind is PaperKind.PROFORMA and self.shop.country == "ru":
            return False
        return self.left is None or self.left.minor > 0


def pay_code(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums
) -> PayCode | None:
    """The code for what is still to be paid; none when all is paid or no bank could read it."""
    due = told.left
    if due is None or not told.asks_money:
        return None
    with suppress(PaymentCodeImpossible):
        payload = _payload(words, told, said, sums, due)
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


def _payload(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums, due: Money
) -> str:
    shop = told.shop
    if due.currency == "EUR" and shop.iban:
        text = _purpose(words, told, said)
        return epc_payload(
            EuroPayment(name=payee(shop), iban=shop.iban, amount=due, text=text, bic=shop.bic)
        )
    if due.currency == "RUB" and shop.account:
        # Whatever the client reads, the bank of a Russian shop reads Russian.
        russian = Words("ru")
        own = invoice_words(russian, "ru")
        purpose = f"{_purpose(russian, told, own)}, {_vat_clause(russian, sums, due)}"
        return gost_payload(
            RoublePayment(
                name=shop.legal_name or shop.name,
                account=shop.account,
                bank=shop.bank,
                bik=shop.bic,
                corr_account=shop.corr_account,
                amount=due,
                purpose=purpose,
                tax_id=shop.tax_id,
                kpp="" if is_sole_trader(shop) else shop.kpp,
            )
        )
    return ""


def _purpose(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    issued = formats.date_short(words, told.issued)
    purpose = said.purposes[told.kind].format(number=told.number, date=issued)
    return purpose.replace("\u00a0", " ")


def _vat_clause(words: Words, sums: BilledSums, due: Money) -> str:
    """The VAT inside of what is transferred; banks and accountants look for it (762-П)."""
    parts = [
        f"НДС {formats.percent(words, rate)} – {formats.amount(words, vat)}"
        for rate, vat in share_of_vat(sums.parts, due, sums.total)
    ]
    clause = f"в т.ч. {', '.join(parts)}" if parts else "без НДС"
    return clause.replace("\u00a0", " ")
