"""Invoices and proformas: issued once, of a sale or on account; papers that are annulled."""

import json
from dataclasses import replace
from datetime import date

from kartoteka.domain.backs import BackWish
from kartoteka.domain.clients import ClientId
from kartoteka.domain.papers import (
    InvoiceOfReturn,
    NoInvoiceToChange,
    NoteWithoutGround,
    PaperAnnulled,
    PaperHasNotes,
    PaperKind,
    ReceiptNotAnnulled,
)
from kartoteka.domain.returns import SaleVoided
from kartoteka.domain.sales import EmptySale, SaleDraft, SaleId, check_lines
from kartoteka.shop import Shop, sales
from kartoteka.shop.account_sales import on_account, record_on_account
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.issuing import (
    Asked,
    Layout,
    Wish,
    asked_of,
    found_client,
    found_paper,
    found_sale,
    issue,
    issued,
)
from kartoteka.shop.notes import issue_credit_note, issue_debit_note, last_credit_of, left_of
from kartoteka.shop.papers import issued_paper, paper_size
from kartoteka.shop.views import IssuedPaper
from kartoteka.store import journal
from kartoteka.store import papers as stored

__all__ = [
    "annul",
    "invoice_of",
    "invoice_on_account",
    "issue_credit_note",
    "issue_debit_note",
    "issue_invoice",
    "issue_proforma",
    "last_credit_of",
    "left_of",
    "required_invoice_of",
]

ANNUL = "annul_paper"


def issue_invoice(
    shop: Shop,
    ref: str | int,
    *,
    due_on: date | None = None,
    client: ClientId | None = None,
    basis: str = "",
    vat_ground: str = "",
    size: str = "a4",
    back: BackWish | None = None,
) -> Done[IssuedPaper]:
    """Issue the invoice of a sale (its id as int; its number or uuid as str), once.

    A standing invoice is answered as it is; after one was annulled a new one is issued. `client`:
    whom to invoice when the sale names nobody; `basis`: the contract or order; `vat_ground`: why no
    VAT is charged at a zero rate, that of the proforma when it is not said. Raises NotFound,
    PaperNotComplete, NumberRangeUsedUp, InvoiceOfReturn, SaleVoided, BadValue.
    """
    wish = Wish(due_on, client, basis, Layout(size=size, back=back), vat_ground)
    return _of_sale(shop, PaperKind.INVOICE, ref, wish)


def issue_proforma(
    shop: Shop,
    what: str | int | SaleDraft,
    *,
    due_on: date | None = None,
    client: ClientId | None = None,
    basis: str = "",
    vat_ground: str = "",
    size: str = "a4",
    back: BackWish | None = None,
) -> Done[IssuedPaper]:
    """Issue a proforma of a sale (once), or of a draft that nobody has bought yet (each time)."""
    wish = Wish(due_on, client, basis, Layout(size=size, back=back), vat_ground)
    if not isinstance(what, SaleDraft):
        return _of_sale(shop, PaperKind.PROFORMA, what, wish)
    if not what.lines:
        raise EmptySale
    priced = check_lines(what)
    with shop.change() as session:
        asked = Asked(
            kind=PaperKind.PROFORMA,
            client=found_client(session, wish.client or what.client),
            event=what.on,
            lines=tuple(each.line for each in priced.lines),
            totals=tuple(each.total for each in priced.lines),
            note=what.note,
            wish=wish,
        )
        return issued(issue(shop, session, asked), asked.client)


def invoice_on_account(
    shop: Shop,
    draft: SaleDraft,
    *,
    due_on: date | None = None,
    basis: str = "",
    vat_ground: str = "",
    size: str = "a4",
    back: BackWish | None = None,
) -> Done[IssuedPaper]:
    """Sell on account without the till: the debt and its invoice in one transaction.

    The same draft twice is one sale with one invoice. Raises what a sale and an invoice raise.
    """
    with shop.change() as session:
        sale = record_on_account(shop, session, on_account(draft))
        wish = Wish(due_on, None, basis, Layout(size=size, back=back), vat_ground)
        return _of_sale(shop, PaperKind.INVOICE, sale.id, wish)


def annul(shop: Shop, paper: str | int, reason: str) -> Done[IssuedPaper]:
    """Say that an issued paper does not hold; its number stays given. It cannot be taken back.

    Raises NotFound, NoteWithoutGround, PaperAnnulled, PaperHasNotes, ReceiptNotAnnulled.
    """
    told = " ".join(reason.split())
    if not told:
        raise NoteWithoutGround
    with shop.change() as session:
        line = found_paper(session, paper)
        if line.kind == PaperKind.RECEIPT:
            raise ReceiptNotAnnulled(line.shown)
        if line.annulled_at is not None:
            raise PaperAnnulled(line.shown)
        for note in stored.notes_of(session, line.id):
            if note.annulled_at is None:
                raise PaperHasNotes(line.shown, note.shown)
        now = shop.now()
        stored.annul(session, line.id, now, told)
        detail = json.dumps({"paper": line.id, "reason": told}, ensure_ascii=False)
        journal.write(session, now, shop.seller, ANNUL, line.client, detail)
        annulled = issued_paper(replace(line, annulled_at=now, annul_reason=told))
    clients = frozenset() if line.client is None else frozenset({line.client})
    return Done(annulled, Changes(clients=clients, sales=True))


def invoice_of(shop: Shop, sale: SaleId) -> IssuedPaper | None:
    """The standing invoice of a sale."""
    with shop.read() as session:
        line = stored.standing(session, PaperKind.INVOICE, sale)
    return None if line is None else issued_paper(line)


def required_invoice_of(shop: Shop, sale: SaleId) -> IssuedPaper:
    """The standing invoice of a sale, for a note to change; raises NoInvoiceToChange."""
    found = invoice_of(shop, sale)
    if found is None:
        raise NoInvoiceToChange(str(sales.sale(shop, sale).number or sale))
    return found


def _of_sale(shop: Shop, kind: PaperKind, ref: str | int, wish: Wish) -> Done[IssuedPaper]:
    paper_size(wish.layout.size)
    with shop.change() as session:
        sale = found_sale(session, ref)
        known = stored.standing(session, kind, sale.id)
        if known is not None:
            return Done(issued_paper(known), Changes())
        if sale.is_return:
            raise InvoiceOfReturn(sale.number)
        if sale.voided_at is not None:
            raise SaleVoided(sale.number)
        proforma = stored.standing(session, PaperKind.PROFORMA, sale.id)
        if proforma is not None and not wish.vat_ground.strip():
            wish = replace(wish, vat_ground=proforma.vat_ground)
        asked = asked_of(shop, session, kind, sale, wish)
        if kind is PaperKind.INVOICE:
            asked = replace(asked, proforma=proforma)
        return issued(issue(shop, session, asked), asked.client)
