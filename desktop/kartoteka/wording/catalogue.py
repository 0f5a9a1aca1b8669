"""Sentences about the catalogue, barcodes, numbers of papers and codes for paying."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about, quoted

if TYPE_CHECKING:
    from kartoteka.domain import catalogue, numbering, papers, payment_codes


@about("ItemWithoutName")
def _nameless(_error: "catalogue.ItemWithoutName", words: Words) -> Explained:
    return Explained(
        words.say("The item has no name."),
        words.say("Enter its name."),
    )


@about("NegativeItemPrice")
def _negative(error: "catalogue.NegativeItemPrice", words: Words) -> Explained:
    return Explained(
        words.say(
            "An item cannot have a price below zero: {amount}",
            amount=formats.money(words, error.amount),
        ),
        words.say("Enter it without a minus, or leave it empty."),
    )


@about("SkuTaken")
def _sku(error: "catalogue.SkuTaken", words: Words) -> Explained:
    return Explained(
        words.say("Article number {sku} belongs to “{item}”.", sku=error.sku, item=error.item),
        words.say("Enter another number, or change the other item first."),
    )


@about("BarcodeTaken")
def _barcode(error: "catalogue.BarcodeTaken", words: Words) -> Explained:
    return Explained(
        words.say("Barcode {barcode} belongs to “{item}”.", barcode=error.barcode, item=error.item),
        words.say("Scan the right one, or take it off the other item first."),
    )


@about("UnknownItem")
def _unknown(error: "catalogue.UnknownItem", words: Words) -> Explained:
    return Explained(
        words.say("Nothing in the catalogue has the code “{ref}”.", ref=quoted(error.ref)),
        words.say("Search for it by name, add it to the catalogue, or type a free line."),
    )


@about("NumberRangeUsedUp")
def _used_up(error: "papers.NumberRangeUsedUp", words: Words) -> Explained:
    return Explained(
        words.say("The last number used for these documents was {last}.", last=error.last),
        words.say("Set a new range of numbers in Settings; the sale is kept."),
    )


@about("NumbersFixed")
def _fixed(error: "numbering.NumbersFixed", words: Words) -> Explained:
    if error.range == "receipt":
        return Explained(
            words.say("A receipt has the plain number of its sale."),
            words.say("You can set with which number receipts go on, and their last one."),
        )
    return Explained(
        words.say("Bulgarian invoices have ten digits, no prefix, and do not restart each year."),
        words.say("You can set the next number, and the last one of the range."),
    )


@about("NumberGiven")
def _given(error: "numbering.NumberGiven", words: Words) -> Explained:
    return Explained(
        words.say("Number {number} is already used by a document.", number=error.given),
        words.say(
            "Go on with {free} or later, or name a last number before it.", free=error.given + 1
        ),
    )


@about("NumberBeyondEnd")
def _beyond(error: "numbering.NumberBeyondEnd", words: Words) -> Explained:
    return Explained(
        words.say(
            "The next number, {next}, is beyond the last one, {last}.",
            next=error.next,
            last=error.last,
        ),
        words.say("Enter a later last number, or leave it empty; with few digits allow more."),
    )


@about("PaperNotComplete")
def _not_complete(error: "papers.PaperNotComplete", words: Words) -> Explained:
    missing = [missing_name(words, each) for each in error.missing]
    return Explained(
        words.say(
            # Translators: {fields} is a list such as "the client's address and tax number".
            "Still missing for this document: {fields}.",
            fields=formats.join_list(words, missing),
        ),
        words.say("Give it when you issue the document; no number has been used.")
        if all(each.of == "paper" for each in error.missing)
        else words.say("Fill it in on the client’s card or in Settings; no number has been used."),
    )


@about("CreditTooLarge")
def _credit(error: "papers.CreditTooLarge", words: Words) -> Explained:
    return Explained(
        words.say(
            "{asked} cannot be credited: only {left} is left on invoice {number}.",
            asked=formats.money(words, error.asked),
            left=formats.money(words, error.left),
            number=error.number,
        ),
        words.say("Enter no more than is left."),
    )


@about("NoteWithoutGround")
def _no_ground(_error: "papers.NoteWithoutGround", words: Words) -> Explained:
    return Explained(
        words.say("No reason is given for the change."),
        words.say("Enter the reason; it is printed on the document."),
    )


@about("NoteOfWrongPaper")
def _wrong_paper(error: "papers.NoteOfWrongPaper", words: Words) -> Explained:
    return Explained(
        words.say("Document {number} is not an invoice.", number=error.number),
        words.say("Choose the invoice to change."),
    )


@about("PaperAnnulled")
def _annulled(error: "papers.PaperAnnulled", words: Words) -> Explained:
    return Explained(
        words.say("Document {number} was annulled.", number=error.number),
        words.say("Issue a new one instead; its number stays used."),
    )


@about("DebitNoteNotHere")
def _no_debit_note(_error: "papers.DebitNoteNotHere", words: Words) -> Explained:
    return Explained(
        words.say("Debit notes are issued in Bulgaria only."),
        words.say("Issue another invoice for what is owed in addition."),
    )


@about("InvoiceOfReturn")
def _of_return(error: "papers.InvoiceOfReturn", words: Words) -> Explained:
    return Explained(
        words.say("{number} is a return, which has no invoice.", number=error.number or ""),
        words.say("Issue a credit note for the invoice of this sale."),
    )


@about("NoInvoiceToChange")
def _no_invoice(error: "papers.NoInvoiceToChange", words: Words) -> Explained:
    return Explained(
        words.say("Sale {number} has no invoice that a note could change.", number=error.sale),
        words.say("Issue the invoice first."),
    )


@about("PaperHasNotes")
def _has_notes(error: "papers.PaperHasNotes", words: Words) -> Explained:
    return Explained(
        words.say(
            "Document {number} was changed by note {note}.", note=error.note, number=error.number
        ),
        words.say("Annul the note first."),
    )


@about("ReceiptNotAnnulled")
def _receipt(error: "papers.ReceiptNotAnnulled", words: Words) -> Explained:
    return Explained(
        words.say("Receipt {number} cannot be annulled without its sale.", number=error.number),
        words.say("Void the sale instead."),
    )


@about("PaymentCodeImpossible")
def _no_code(error: "payment_codes.PaymentCodeImpossible", words: Words) -> Explained:
    name = _CODE_FIELDS.get(error.field)
    return Explained(
        words.say(
            "Banks could not read this payment code; wrong or missing: {field}",
            field=name(words) if name else error.field,
        ),
        words.say("Correct it in Settings; the document can be printed without the code."),
    )


def missing_name(words: Words, missing: "papers.Missing") -> str:
    """What is missing on a paper, within a sentence."""
    name = _MISSING.get((missing.of, missing.field))
    return name(words) if name else missing.field


_MISSING: dict[tuple[str, str], Callable[[Words], str]] = {
    ("shop", "name"): lambda words: words.say_in("missing", "the shop's name"),
    ("shop", "address"): lambda words: words.say_in("missing", "the shop's address"),
    ("shop", "tax_id"): lambda words: words.say_in("missing", "the shop's tax number"),
    ("shop", "vat_id"): lambda words: words.say_in("missing", "the shop's VAT number"),
    ("shop", "vat_rate"): lambda words: words.say_in("missing", "the shop's VAT rate"),
    ("shop", "numbers"): lambda words: words.say_in("missing", "a number that is free"),
    ("shop", "bank"): lambda words: words.say_in("missing", "the name of the shop's bank"),
    ("shop", "bic"): lambda words: words.say_in("missing", "the code of the shop's bank"),
    ("shop", "account"): lambda words: words.say_in("missing", "the shop's account"),
    ("shop", "corr_account"): lambda words: words.say_in(
        "missing", "the correspondent account of the shop's bank"
    ),
    ("client", "name"): lambda words: words.say_in("missing", "the client's name"),
    ("client", "address"): lambda words: words.say_in("missing", "the client's address"),
    ("client", "tax_id"): lambda words: words.say_in("missing", "the client's tax number"),
    ("paper", "client"): lambda words: words.say_in("missing", "the client"),
    ("paper", "ground"): lambda words: words.say_in("missing", "the reason for the change"),
    ("paper", "vat_ground"): lambda words: words.say_in(
        "missing", "the ground on which no VAT is charged"
    ),
}
_CODE_FIELDS: dict[str, Callable[[Words], str]] = {
    "name": lambda words: words.say_in("payment code", "shop name"),
    "iban": lambda words: words.say_in("payment code", "IBAN"),
    "bic": lambda words: words.say_in("payment code", "bank code"),
    "bank": lambda words: words.say_in("payment code", "bank name"),
    "account": lambda words: words.say_in("payment code", "account"),
    "corr_account": lambda words: words.say_in("payment code", "correspondent account"),
    "amount": lambda words: words.say_in("payment code", "amount"),
    "currency": lambda words: words.say_in("payment code", "currency"),
    "text": lambda words: words.say_in("payment code", "purpose"),
}
