"""What stands on a receipt: товарный чек, стокова разписка."""

from dataclasses import dataclass
from datetime import date

from kartoteka.documents.sheets.parts import AmountLine, BackSheet, PayCode


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """The words over the five columns of a receipt."""

    number: str
    name: str
    quantity: str
    price: str
    total: str


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One position: '2,5 м', '1 200,00', '3 000,00', without the currency.

    `note` is a quiet second line (a discount of this position). `carried` is the sum of this line
    and all before it; it is printed when a page ends here.
    """

    name: str
    quantity: str
    price: str
    total: str
    note: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """A receipt, front and back, as it was issued.

    `language` is the paper's (en, ru, bg), `issued` its day: also the date inside the PDF, so that
    a reprint has the same bytes. `document_title` and `author` are seen in a PDF reader's title.
    `title` is heavy ('Товарный чек № 1 042'), `number_line` an own line under it when not empty.
    `stamp` is framed at the upper right ('НЕ Е ФИСКАЛЕН БОН'), `copy_stamp` ('КОПИЯ') only on a
    reprint. `pages_label` holds {page} and {pages}, used when the front takes several pages;
    `carried_label` then stands before the `carried` sums ('Перенос').
    """

    language: str
    issued: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    title: str
    number_line: str = ""
    date_line: str
    stamp: str = ""
    copy_stamp: str = ""
    client_label: str = ""
    client_name: str = ""
    client_note: str = ""
    heads: ColumnHeads
    lines: tuple[ReceiptLine, ...]
    reductions: tuple[AmountLine, ...] = ()
    total_label: str
    total: str
    in_words: str = ""
    below_total: tuple[str, ...] = ()
    """Quiet lines under the words: VAT inside, how it was paid."""
    notes: tuple[str, ...] = ()
    """Lines of the soft box: points, or the seller's remark."""
    signature_label: str = ""
    signature_name: str = ""
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"
    carried_label: str = ""
    back: BackSheet | None = None
    pay_code: PayCode | None = None
    """Where what is left is paid."""
    logo: str = ""
    """The shop's picture by its hash (see `pictures.py`); '' draws a letter instead."""
