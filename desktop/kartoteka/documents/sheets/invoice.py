"""What stands on an invoice, a proforma, a credit or debit note, a счет на оплату."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kartoteka.documents.sheets.parts import AmountLine, BackSheet, PayCode, Signature


class InvoiceForm(StrEnum):
    """The layout that a country's accountants expect; words come finished all the same."""

    BULGARIAN = "bg"
    RUSSIAN = "ru"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Party:
    """Who sells or buys: 'Доставчик', its name, then address, tax numbers, МОЛ, a line each."""

    label: str
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BankBox:
    """The box over a счет на оплату, from which a Russian accountant fills in the payment."""

    bank: str
    bic: str
    bank_account: str
    account: str
    inn: str
    kpp: str = ""
    payee: str
    bank_label: str = "Банк получателя"
    bic_label: str = "БИК"
    account_label: str = "Сч. №"
    inn_label: str = "ИНН"
    kpp_label: str = "КПП"
    payee_label: str = "Получатель"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceHeads:
    """The words over the columns; an empty one leaves its column out, but for number and name."""

    number: str
    name: str
    unit: str = ""
    quantity: str
    price: str
    vat: str = ""
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One position in finished figures, without the currency.

    `note` is a quiet second line (a discount). `carried` is the sum of this line and all before it;
    it is printed when a page ends here.
    """

    name: str
    unit: str = ""
    quantity: str
    price: str
    vat: str = ""
    total: str
    note: str = ""
    carried: str = ""
    ground: str = ""
    """Why this line has no VAT, kept for the notes to this paper; it is told below or in `note`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSheet:
    """An invoice or a note to one, front and back, as it was issued.

    `title` is 'ФАКТУРА', `number_line` '№ 0000000123', `date_line` follows it; a Russian one has
    all three in its title ('Счет на оплату № 15 от 21 ноября 2026 г.'). `stamp` is 'ОРИГИНАЛ';
    on a reprint `copy_stamp` takes its place, on an annulled one `annulled_stamp` is added.
    `about` are quiet lines at the upper right: the day of the tax event, the place. `corrects`
    tells which paper a note changes and why; its first line is heavy. `basis` is the contract
    ('Основание'). `sums` are the lines before the total: tax base and VAT of every rate, or the
    discount. `counted` is 'Всего наименований 3, на сумму 1 234,50 руб.'. `below` are way of
    payment, term, the ground for no VAT. `stamp_place` is 'М.П.'.
    """

    form: InvoiceForm
    language: str
    issued: date
    document_title: str
    author: str
    shop_name: str = ""
    shop_lines: tuple[str, ...] = ()
    """A head with the shop's name (and its logo); '' begins with the title."""
    logo: str = ""
    """The shop's picture by its hash (see `pictures.py`)."""
    title: str
    number_line: str = ""
    date_line: str = ""
    stamp: str = ""
    copy_stamp: str = ""
    annulled_stamp: str = ""
    paid_stamp: str = ""
    """Framed beside the others: nothing is left to be paid."""
    about: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    seller: Party
    buyer: Party
    basis_label: str = ""
    basis: str = ""
    bank: BankBox | None = None
    heads: InvoiceHeads
    lines: tuple[InvoiceLine, ...]
    sums: tuple[AmountLine, ...]
    total_label: str
    total: str
    settled: tuple[AmountLine, ...] = ()
    """Under the total: what was paid, and what is left."""
    counted: str = ""
    in_words_label: str = ""
    in_words: str = ""
    below: tuple[str, ...] = ()
    pay_code: PayCode | None = None
    notes: tuple[str, ...] = ()
    """Lines of the soft box: the seller's remark."""
    signatures: tuple[Signature, ...] = ()
    stamp_place: str = ""
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"
    carried_label: str = ""
    back: BackSheet | None = None
