"""Issuing papers and writing them as PDF files."""

from collections.abc import Callable
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from kartoteka.cli import sheets
from kartoteka.cli.call import DONE, Call
from kartoteka.cli.clients import client_id
from kartoteka.cli.output import Label
from kartoteka.cli.sales import sale_line
from kartoteka.domain.backs import BackWish
from kartoteka.domain.consents import ConsentKind, kinds_of
from kartoteka.domain.papers import PaperKind
from kartoteka.i18n.words import Words
from kartoteka.shop import Shop, invoices, papers, printing, sales
from kartoteka.shop.letters import LetterKind
from kartoteka.shop.views import IssuedPaper

Made = tuple[int | None, int | str | None, int, bytes]
"""The paper's own number, the printed one, pages, the PDF; only issued papers have numbers."""


def issue(call: Call) -> int:
    """Issue the paper if it is not issued yet, or make one that has no number; write it."""
    asked = call.options
    with call.shop() as shop:
        paper, number, pages, pdf = _DEEDS[asked.kind](shop, call)
        papers.save_pdf(pdf, asked.pdf)
        record: dict[str, Any] = {"paper": paper, "number": number, "pages": pages}
        if asked.format == "table":  # programs get every key, people only what there is
            record = {key: value for key, value in record.items() if value is not None}
        call.out.one(record, _LABELS)
    return DONE


def _issued(shop: Shop, call: Call, paper: IssuedPaper) -> Made:
    """An issued paper, on its own size unless another one is asked for."""
    drawn = papers.printed_paper(shop, paper.id, size=call.options.size)
    number = paper.number if paper.kind == PaperKind.RECEIPT else paper.shown
    return paper.id, number, drawn.pages, drawn.pdf


def _back(call: Call) -> BackWish | None:
    """As the owner set it, or none at all."""
    return BackWish.NOTHING if call.options.no_back else None


def _receipt(shop: Shop, call: Call) -> Made:
    asked = call.options
    size = asked.size if asked.size in papers.SIZES else ""
    paper = papers.issue_receipt(shop, asked.ref, size, back=_back(call)).value
    return _issued(shop, call, paper)


def _invoice(shop: Shop, call: Call) -> Made:
    return _of_sale(shop, call, PaperKind.INVOICE)


def _proforma(shop: Shop, call: Call) -> Made:
    return _of_sale(shop, call, PaperKind.PROFORMA)


def _of_sale(shop: Shop, call: Call, kind: PaperKind) -> Made:
    asked = call.options
    known = papers.of_kind(shop, kind, asked.ref)
    if known is not None:
        return _issued(shop, call, known)
    deed = invoices.issue_invoice if kind is PaperKind.INVOICE else invoices.issue_proforma
    size, due = asked.size or "a4", asked.due
    done = deed(shop, asked.ref, due_on=due, vat_ground=asked.basis, size=size, back=_back(call))
    return _issued(shop, call, done.value)


def _credit_note(shop: Shop, call: Call) -> Made:
    """REF is the note, a return, or an invoice (or its sale) that is credited whole."""
    asked = call.options
    known = papers.of_kind(shop, PaperKind.CREDIT_NOTE, asked.ref)
    if known is not None:
        return _issued(shop, call, known)
    size, words = asked.size or "a4", Words(shop.settings.shop.language)
    invoice = papers.of_kind(shop, PaperKind.INVOICE, asked.ref)
    if invoice is None:
        sale = sales.sale(shop, asked.ref)
        invoice = invoices.required_invoice_of(shop, sale.returns or sale.id)
        if sale.returns is not None:
            # Translators: why a credit note is issued; stands on it after "Ground:".
            ground = asked.ground or words.say("goods returned")
            done = invoices.issue_credit_note(
                shop, invoice.id, ground, of_return=sale.id, vat_ground=asked.basis, size=size
            )
            return _issued(shop, call, done.value)
    credited = invoices.last_credit_of(shop, invoice.id)
    if credited is not None and not invoices.left_of(shop, invoice.id):
        return _issued(shop, call, credited)
    # Translators: why a whole invoice is credited; stands on the note after "Ground:".
    ground = asked.ground or words.say("the deal was called off")
    done = invoices.issue_credit_note(shop, invoice.id, ground, vat_ground=asked.basis, size=size)
    return _issued(shop, call, done.value)


def _debit_note(shop: Shop, call: Call) -> Made:
    """REF is the note, or the invoice (or its sale) that `--line` adds to."""
    asked = call.options
    known = papers.of_kind(shop, PaperKind.DEBIT_NOTE, asked.ref)
    if known is not None:
        return _issued(shop, call, known)
    lines = [sale_line(shop, at, written) for at, written in enumerate(asked.lines, 1)]
    invoice = papers.of_kind(shop, PaperKind.INVOICE, asked.ref)
    if invoice is None:
        invoice = invoices.required_invoice_of(shop, sales.sale(shop, asked.ref).id)
    # The same call twice is one note.
    uuid = str(uuid5(NAMESPACE_OID, f"{invoice.id} {asked.ground} {lines}"))
    done = invoices.issue_debit_note(
        shop,
        invoice.id,
        asked.ground,
        lines,
        uuid=uuid,
        due_on=asked.due,
        vat_ground=asked.basis,
        size=asked.size or "a4",
    )
    return _issued(shop, call, done.value)


def _statement(shop: Shop, call: Call) -> Made:
    asked = call.options
    made = printing.statement(shop, client_id(shop, asked.ref), asked.size or "a4")
    return None, None, made.pages, made.pdf


def _card(shop: Shop, call: Call) -> Made:
    asked = call.options
    chosen = [client_id(shop, asked.ref)]
    made = printing.loyalty_cards(
        shop, chosen, sheets=bool(asked.size), backs=not asked.no_back, start=asked.start
    )
    return None, None, made.pages, made.pdf


def _address_labels(shop: Shop, call: Call) -> Made:
    chosen = [client_id(shop, ref) for ref in call.options.ref.split(",")]
    made = printing.address_labels(shop, chosen, start=call.options.start)
    return None, None, made.pages, made.pdf


def _letter(shop: Shop, call: Call) -> Made:
    asked = call.options
    chosen = [client_id(shop, ref) for ref in asked.ref.split(",")]
    kind = LetterKind(asked.template.replace("-", "_"))
    size = asked.size or "a4"
    made = printing.letters_to(shop, chosen, kind, size=size, back=_back(call), made=True)
    return None, None, made.pages, made.pdf


def _questionnaire(shop: Shop, call: Call) -> Made:
    asked = call.options
    made = printing.questionnaire(shop, client_id(shop, asked.ref), asked.size or "a4")
    return None, None, made.pages, made.pdf


def _consent(shop: Shop, call: Call) -> Made:
    """To keep data where the law wants that on paper, else to messages."""
    return _agreement(shop, call, kinds_of(shop.settings.shop.country)[0])


def _message_consent(shop: Shop, call: Call) -> Made:
    return _agreement(shop, call, ConsentKind.MESSAGES)


def _agreement(shop: Shop, call: Call, kind: ConsentKind) -> Made:
    asked = call.options
    made = printing.consent(shop, kind, client_id(shop, asked.ref), asked.size or "a4")
    return None, None, made.pages, made.pdf


_DEEDS: dict[str, Callable[[Shop, Call], Made]] = {
    "receipt": _receipt,
    "invoice": _invoice,
    "proforma": _proforma,
    "credit-note": _credit_note,
    "debit-note": _debit_note,
    "statement": _statement,
    "card": _card,
    "labels": _address_labels,
    "letter": _letter,
    "questionnaire": _questionnaire,
    "consent": _consent,
    "message-consent": _message_consent,
    "postcard": sheets.postcard,
    "envelope": sheets.envelope,
    "call-list": sheets.call_list,
    "day": sheets.day,
    "price-label": sheets.price_label,
    "warranty": sheets.warranty,
    "balance": sheets.balance_confirmation,
}
_LABELS: dict[str, Label] = {
    # Translators: the program's own number of a paper, not the one that is printed.
    "paper": lambda words: words.say_in("column", "document"),
    "number": lambda words: words.say_in("column", "number"),
    "pages": lambda words: words.say_in("column", "pages"),
}
