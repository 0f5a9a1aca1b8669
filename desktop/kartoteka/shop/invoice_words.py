"""What words an invoice needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from kartoteka.domain.papers import PaperKind

Titles = Mapping[PaperKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceWords:
    """Every word of an invoice in one language; braces hold fields that are filled in later."""

    titles: Titles
    """What each kind is called; with {number} and {date} it is the whole first line."""
    lower_price: str
    """The title of a credit note without goods, where that is another paper than a return's."""
    lower_price_annulled: str
    number: str
    original: str
    copy: str
    annulled: Titles
    paid_stamp: str
    event: str
    place: str
    corrects: str
    ground: str
    of_proforma: str
    proforma_note: str
    seller: str
    buyer: str
    tax_id: str
    """The number of a firm at home."""
    egn: str
    lnch: str
    foreign_id: str
    """A number of another country, or one that is not known."""
    vat_id: str
    kpp: str
    responsible: str
    phone: str
    basis: str
    column_number: str
    column_name: str
    column_unit: str
    column_quantity: str
    column_price: str
    column_net_price: str
    column_vat: str
    column_total: str
    piece: str
    """The unit of what has none: a form with a column for units leaves none empty."""
    goods: str
    """What a line is called that was imported without a name."""
    discount: str
    sale_discount: str
    sale_discount_percent: str
    subtotal: str
    base: str
    vat: str
    vat_inside: str
    no_vat: str
    untaxed: str
    exempt: str
    exempt_mark: str
    """In the column of rates, of an exempt line."""
    whole: str
    """Before a total of which nothing, or not all, is still to be paid."""
    to_pay: str
    to_return: str
    paid_sum: str
    left_sum: str
    counted: str
    in_words: str
    paid: str
    transfer: str
    bank: str
    due: str
    no_vat_ground: str
    no_vat_by_law: str
    zero_by_law: str
    in_leva: str
    sold_in_leva: str
    pay_title: str
    pay_note: str
    purposes: Titles
    """What a transfer is for, by kind: a proforma and an invoice may have the same number."""
    head: str
    accountant: str
    sole_trader: str
    self_employed: str
    received: str
    gave_back: str
    """Who signs for goods that came back; '' where the note is signed like an invoice."""
    took_back: str
    box_bank: str
    box_bic: str
    box_account: str
    box_payee: str
    pages: str
    carried: str
