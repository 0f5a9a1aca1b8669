"""Invoices in a language that is not the shop's country's: each country and language a form."""

from typing import Any

from kartoteka.domain.papers import PaperKind
from kartoteka.i18n import Words
from kartoteka.shop.invoice_forms import FORMS
from kartoteka.shop.invoice_words import InvoiceWords

_ONLY_AT_HOME = (
    "lower_price", "lower_price_annulled", "number", "original", "place", "egn", "lnch", "kpp",
    "piece", "subtotal", "vat_inside", "no_vat", "counted", "accountant", "sole_trader",
    "self_employed", "gave_back", "took_back", "box_bank", "box_bic", "box_account", "box_payee",
)  # fmt: skip


def invoice_words(words: Words, country: str) -> InvoiceWords:
    """The form of a country in its own language, else in the language of `words`.

    The title of a Bulgarian form stays as the law has it, with the translated one beside it.
    """
    own = FORMS.get(country)
    if own is not None and words.language == country:
        return own
    return form_of(words, country)


def form_of(words: Words, country: str) -> InvoiceWords:
    """The words of a country's form in the language of `words`; of no country, a plain one."""
    said: dict[str, Any] = dict.fromkeys(_ONLY_AT_HOME, "")
    said |= _head(words) | _columns(words) | _sums(words) | _below(words)
    said |= {"titles": _titles(words), "annulled": _annulled(words)}
    # Translators: what a bank transfer is for; {number} is the invoice's.
    said["purposes"] = _titles(words) | {PaperKind.INVOICE: words.say("Invoice {number}")}
    if country == "bg":
        said |= _bulgarian(words)
    elif country == "ru":
        said |= _russian(words)
    return InvoiceWords(**said)


def _titles(words: Words) -> dict[PaperKind, str]:
    return {
        PaperKind.INVOICE: words.say("Invoice No. {number}"),
        PaperKind.PROFORMA: words.say("Proforma invoice No. {number}"),
        PaperKind.CREDIT_NOTE: words.say_in("on an invoice", "Credit note No. {number}"),
        PaperKind.DEBIT_NOTE: words.say_in("on an invoice", "Debit note No. {number}"),
    }


def _annulled(words: Words) -> dict[PaperKind, str]:
    # Translators: stamps across a document that no longer holds; each agrees with its title.
    return {
        PaperKind.INVOICE: words.say_in("stamp on an invoice", "VOID"),
        PaperKind.PROFORMA: words.say_in("stamp on a proforma", "VOID"),
        PaperKind.CREDIT_NOTE: words.say_in("stamp on a credit note", "VOID"),
        PaperKind.DEBIT_NOTE: words.say_in("stamp on a debit note", "VOID"),
    }


def _bulgarian(words: Words) -> dict[str, Any]:
    """What a client of a Bulgarian shop reads beside ФАКТУРА: it is a tax invoice, no счет."""
    titles = _titles(words) | {
        PaperKind.INVOICE: words.say_in("Bulgarian invoice", "Invoice No. {number}"),
        PaperKind.PROFORMA: words.say_in("Bulgarian invoice", "Proforma invoice No. {number}"),
    }
    annulled = {
        **_annulled(words),
        # Translators: agrees with “Invoice No. {number}” of a Bulgarian invoice.
        PaperKind.INVOICE: words.say_in("stamp on a Bulgarian invoice", "VOID"),
        PaperKind.PROFORMA: words.say_in("stamp on a Bulgarian invoice", "VOID"),
    }
    return {
        "titles": titles,
        "purposes": titles,
        "annulled": annulled,
        # Translators: on a Bulgarian credit note; {number} and {date} are of the invoice.
        "corrects": words.say_in("Bulgarian invoice", "To invoice No. {number} of {date}"),
        "place": words.say("Place of the deal: {place}"),
        # Translators: the number of a Bulgarian firm in its register.
        "tax_id": words.say("Company No. (EIK) {number}"),
        # Translators: the personal number of a Bulgarian citizen.
        "egn": words.say("Personal No. (EGN) {number}"),
        # Translators: the personal number of a foreigner who lives in Bulgaria.
        "lnch": words.say("Personal No. (LNCh) {number}"),
    }


def _russian(words: Words) -> dict[str, Any]:
    """A счет: the title in one line, prices with VAT, the bank's box."""
    titles = {
        PaperKind.INVOICE: words.say("Invoice No. {number}, {date}"),
        PaperKind.PROFORMA: words.say("Proforma invoice No. {number}, {date}"),
        # Translators: a Russian document that goes with goods that are returned.
        PaperKind.CREDIT_NOTE: words.say("Return note No. {number}, {date}"),
        PaperKind.DEBIT_NOTE: words.say("Additional invoice No. {number}, {date}"),
    }
    return {
        "titles": titles,
        "annulled": _annulled(words)
        # Translators: agrees with “Return note No. {number}, {date}”.
        | {PaperKind.CREDIT_NOTE: words.say_in("stamp on a return note", "VOID")},
        # Translators: on a return note or notice; {number} and {date} are of the invoice.
        "corrects": words.say_in("Russian invoice", "To invoice No. {number} of {date}"),
        # Translators: a Russian document that says that an invoice is reduced.
        "lower_price": words.say("Notice of a reduced invoice No. {number}, {date}"),
        # Translators: agrees with “Notice of a reduced invoice”.
        "lower_price_annulled": words.say_in("stamp on a notice", "VOID"),
        "event": "",
        "of_proforma": words.say(
            # Translators: on an invoice; {number} and {date} are of the proforma.
            "Replaces proforma invoice No. {number} of {date}; to be paid once."
        ),
        "proforma_note": words.say("Not to be paid: an invoice will follow."),
        # Translators: the tax number of a Russian firm or person.
        "tax_id": words.say("INN {number}"),
        # Translators: a second tax number of Russian firms.
        "kpp": words.say("KPP {number}"),
        "responsible": "",
        "column_net_price": words.say_in("column", "Price"),
        "column_vat": "",
        # Translators: pieces, short, in the column of units.
        "piece": words.say_in("unit", "pcs"),
        "subtotal": words.say_in("before a sum", "Total"),
        # Translators: before a sum; {rate} is "22%".
        "vat_inside": words.say("Including VAT {rate}"),
        "no_vat": words.say_in("before a dash", "VAT not charged"),
        "untaxed": words.say_in("before a dash", "VAT not charged"),
        "paid": "",
        # Translators: {count} is how many lines a bill has, {total} its sum.
        "counted": words.say("Number of items: {count}; amount: {total}"),
        # Translators: who signs a Russian bill.
        "head": words.say_in("signature", "Director"),
        "accountant": words.say_in("signature", "Chief accountant"),
        "sole_trader": words.say_in("signature", "Sole trader"),
        "self_employed": words.say_in("signature", "Seller"),
        "received": "",
        "gave_back": words.say_in("signature", "Returned by"),
        "took_back": words.say_in("signature", "Accepted by"),
        # Translators: in the box with the bank's details of a Russian bill.
        "box_bank": words.say("Beneficiary’s bank"),
        "box_bic": words.say("BIK"),
        "box_account": words.say_in("bank", "Acct"),
        "box_payee": words.say("Beneficiary"),
    }


def _head(words: Words) -> dict[str, Any]:
    return {
        "copy": words.say("COPY"),
        # Translators: a stamp on an invoice or a receipt of which nothing is left to be paid.
        "paid_stamp": words.say_in("stamp", "PAID"),
        "event": words.say("Date of supply: {date}"),
        # Translators: on a credit or debit note; {number} and {date} are of the invoice.
        "corrects": words.say("To invoice No. {number} of {date}"),
        "ground": words.say("Reason: {ground}"),
        # Translators: on an invoice; {number} and {date} are of the proforma.
        "of_proforma": words.say("On proforma invoice No. {number} of {date}"),
        "proforma_note": words.say("A proforma invoice is not a tax document."),
        "seller": words.say_in("invoice", "Seller"),
        "buyer": words.say_in("invoice", "Bill to"),
        "tax_id": words.say("Tax No. {number}"),
        "foreign_id": words.say("Tax No. {number}"),
        "vat_id": words.say("VAT No. {number}"),
        # Translators: under the name of a firm; {name} is who answers for it.
        "responsible": words.say("Represented by {name}"),
        "phone": words.say("tel. {phone}"),
        # Translators: before the contract or order that an invoice is based on.
        "basis": words.say("Basis:"),
    }


def _sums(words: Words) -> dict[str, Any]:
    return {
        "goods": words.say("Goods"),
        "discount": words.say("discount {amount}"),
        # Translators: before a sum; off the whole sale.
        "sale_discount": words.say_in("before a sum", "Discount"),
        # Translators: before a sum; {percent} is "5%".
        "sale_discount_percent": words.say("Discount {percent}"),
        # Translators: before a sum; {rate} is "20%".
        "base": words.say("Net at {rate}"),
        "vat": words.say("VAT {rate}"),
        "untaxed": words.say("Without VAT"),
        # Translators: before the sum of what the law exempts from VAT.
        "exempt": words.say("Exempt from VAT"),
        # Translators: in the column of VAT rates, of what is exempt; very short.
        "exempt_mark": words.say_in("column of rates", "exempt"),
        # Translators: before the sum of an invoice of which not all is still to be paid.
        "whole": words.say_in("before a sum", "Total"),
        "to_pay": words.say("To pay"),
        "to_return": words.say("Refund"),
        # Translators: before a sum.
        "paid_sum": words.say_in("before a sum", "Paid"),
        "left_sum": words.say_in("before a sum", "Left to pay"),
        "in_words": words.say("In words:"),
        "carried": words.say("Carried forward"),
    }


def _below(words: Words) -> dict[str, Any]:
    return {
        # Translators: {way} is "cash", "bank transfer".
        "paid": words.say("Payment: {way}"),
        "transfer": "IBAN {iban}",
        "bank": "BIC {bic}",
        "due": words.say("Due {date}"),
        "no_vat_ground": words.say("The seller is not registered for VAT."),
        # Translators: on an invoice; {ground} is why, with an article of the VAT law.
        "no_vat_by_law": words.say("No VAT charged: {ground}"),
        # Translators: on an invoice; {ground} is why, with an article of the VAT law.
        "zero_by_law": words.say("Zero-rated: {ground}"),
        # Translators: on a note to an invoice of before the euro; {rate} is 1.95583.
        "in_leva": words.say(
            "The invoice was in leva; the sums here are in euros, 1 EUR = {rate} BGN"
        ),
        # Translators: on a paper of a sale of before the euro; {rate} is 1.95583.
        "sold_in_leva": words.say(
            "The sale was in leva; the sums here are in euros, 1 EUR = {rate} BGN"
        ),
        "pay_title": words.say("Pay by QR code"),
        "pay_note": words.say("in your bank’s app"),
        "head": words.say_in("signature", "Issued by"),
        "received": words.say_in("signature", "Received by"),
        "pages": words.say("Page {page} of {pages}"),
    }


def _columns(words: Words) -> dict[str, Any]:
    return {
        "column_number": words.say_in("column", "No."),
        "column_name": words.say_in("column", "Item"),
        "column_unit": words.say_in("column", "Unit"),
        "column_quantity": words.say_in("column", "Qty"),
        "column_price": words.say_in("column", "Price"),
        "column_net_price": words.say_in("column", "Net price"),
        "column_vat": words.say_in("column", "VAT"),
        "column_total": words.say_in("column", "Amount"),
    }
