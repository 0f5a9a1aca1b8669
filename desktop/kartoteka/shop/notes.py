"""Credit and debit notes: what changes an invoice that was issued, and the ledger with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from kartoteka.domain.backs import BackWish
from kartoteka.domain.money import Money
from kartoteka.domain.papers import (
    NOTES,
    Amended,
    DebitNoteNotHere,
    NoInvoiceToChange,
    PaperKind,
    check_amended,
    check_credit,
    credit_left,
    require_complete,
)
from kartoteka.domain.returns import SaleVoided
from kartoteka.domain.sales import EmptySale, Line, Sale, SaleDraft, SaleId
from kartoteka.shop import Shop, sales
from kartoteka.shop.account_sales import on_account, record_on_account
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.issuing import (
    Layout,
    Wish,
    asked_of,
    found_client,
    found_paper,
    found_sale,
    issue,
    issued,
)
from kartoteka.shop.papers import issued_paper, told_of
from kartoteka.shop.views import IssuedPaper
from kartoteka.store import papers as stored
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session
from kartoteka.store.papers import PaperLine


def issue_credit_note(
    shop: Shop,
    invoice: str | int,
    ground: str,
    *,
    of_return: SaleId | None = None,
    quantities: Mapping[int, Decimal] | None = None,
    lines: Sequence[Line] = (),
    vat_ground: str = "",
    size: str = "a4",
) -> Done[IssuedPaper]:
    """Take back a part of an invoice, or all that is left of it; the ledger follows.

    `of_return`: a return that was recorded already. `quantities`: position → how much comes back,
    which is recorded with the note. `lines`: a lower price and the like, without goods; the client
    owes so much less. Neither: everything that was not returned yet. An invoice in leva is credited
    in euros. `vat_ground`: why no VAT is charged at a zero rate, else the invoice's. Raises
    CreditTooLarge, PaperNotComplete, NoteOfWrongPaper, PaperAnnulled, ReturnTooMuch, NotFound.
    """
    with shop.change() as session:
        amended = _invoice(session, invoice)
        if of_return is not None:
            known = stored.standing(session, PaperKind.CREDIT_NOTE, of_return)
            if known is not None:
                return Done(issued_paper(known), Changes())
        _check_note(shop, session, PaperKind.CREDIT_NOTE, amended, ground)
        back = _taken_back(shop, session, amended, of_return, quantities, lines)
        told, _, _ = told_of(shop, session, back)
        check_credit(amended.shown, -told.total, _left(shop, session, amended))
        note = _Note(amended, back, ground, vat_ground, size)
        return _note(shop, session, PaperKind.CREDIT_NOTE, note)


def issue_debit_note(
    shop: Shop,
    invoice: str | int,
    ground: str,
    lines: Sequence[Line],
    *,
    uuid: str = "",
    due_on: date | None = None,
    vat_ground: str = "",
    size: str = "a4",
) -> Done[IssuedPaper]:
    """Add to an invoice what was left out of it; the client owes it on account. Bulgaria only.

    `vat_ground`: why no VAT is charged at a zero rate, else the invoice's.
    Raises DebitNoteNotHere, EmptySale, PaperNotComplete, NoteOfWrongPaper, PaperAnnulled, NotFound.
    """
    if shop.settings.shop.country != "bg":
        raise DebitNoteNotHere
    with shop.change() as session:
        amended = _invoice(session, invoice)
        _check_note(shop, session, PaperKind.DEBIT_NOTE, amended, ground)
        draft = _correction(shop, session, amended, lines, uuid)
        known = stored_sales.id_of_uuid(session, draft.uuid)
        standing = known and stored.standing(session, PaperKind.DEBIT_NOTE, known)
        if standing:
            return Done(issued_paper(standing), Changes())
        more = record_on_account(shop, session, draft)
        note = _Note(amended, more, ground, vat_ground, size, due_on)
        return _note(shop, session, PaperKind.DEBIT_NOTE, note)


def left_of(shop: Shop, invoice: str | int) -> Money:
    """What is left of an invoice after its standing notes, in euros when it was in leva.

    Raises NotFound.
    """
    with shop.read() as session:
        return _left(shop, session, _invoice(session, invoice))


def last_credit_of(shop: Shop, invoice: str | int) -> IssuedPaper | None:
    """The newest credit note of an invoice that stands; raises NotFound."""
    with shop.read() as session:
        notes = stored.notes_of(session, _invoice(session, invoice).id)
    standing = (each for each in reversed(notes) if each.annulled_at is None)
    found = (each for each in standing if each.kind == PaperKind.CREDIT_NOTE)
    return next(map(issued_paper, found), None)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note about to be issued: to which invoice, of which entry of the ledger."""

    amended: PaperLine
    entry: Sale
    ground: str
    vat_ground: str
    size: str
    due_on: date | None = None


def _note(shop: Shop, session: Session, kind: PaperKind, note: _Note) -> Done[IssuedPaper]:
    wish = Wish(
        due_on=note.due_on,
        client=note.amended.client,
        layout=Layout(size=note.size, back=BackWish.NOTHING),
        vat_ground=note.vat_ground.strip() or note.amended.vat_ground,
    )
    asked = asked_of(shop, session, kind, note.entry, wish)
    ground = " ".join(note.ground.split())
    asked = replace(asked, amends=note.amended, ground=ground)
    return issued(issue(shop, session, asked), asked.client)


def _check_note(
    shop: Shop, session: Session, kind: PaperKind, amended: PaperLine, ground: str
) -> None:
    told = Amended(amended.shown, amended.issued_on, ground)
    check_amended(kind, told, amended.kind, annulled=amended.annulled_at is not None)
    client = found_client(session, amended.client)
    require_complete(kind, shop.settings.shop, client, ground)


def _taken_back(
    shop: Shop,
    session: Session,
    amended: PaperLine,
    of_return: SaleId | None,
    quantities: Mapping[int, Decimal] | None,
    lines: Sequence[Line],
) -> Sale:
    """The entry of the ledger that the credit note tells."""
    if of_return is not None:
        back = found_sale(session, of_return)
        if not back.is_return or back.returns != amended.sale:
            raise NoInvoiceToChange(str(back.number or back.id))
        if back.voided_at is not None:
            raise SaleVoided(back.number)
        return back
    if lines:
        draft = on_account(_correction(shop, session, amended, lines, ""))
        return record_on_account(shop, session, draft, taken_off=True)
    if amended.sale is None:
        raise NoInvoiceToChange(amended.shown)
    return sales.record_return(shop, sales.return_draft(shop, amended.sale, quantities)).value


def _correction(
    shop: Shop, session: Session, amended: PaperLine, lines: Sequence[Line], uuid: str
) -> SaleDraft:
    """What a note without goods adds to the debt or takes off it, at the invoice's one rate."""
    if not lines:
        raise EmptySale
    rate = _only_rate(session, amended)
    return SaleDraft(
        uuid=uuid or str(uuid4()),
        on=shop.today(),
        lines=tuple(_at_rate(line, rate) for line in lines),
        currency=_currency(shop, amended),
        client=amended.client,
        prices_include_vat=shop.settings.prices_include_vat,
    )


def _at_rate(line: Line, rate: Decimal | None) -> Line:
    return replace(line, vat_rate=rate) if line.vat_rate is None else line


def _only_rate(session: Session, invoice: PaperLine) -> Decimal | None:
    """The VAT rate of all that was invoiced; None when there were several, or the shop's own."""
    sale = stored_sales.get(session, invoice.sale) if invoice.sale is not None else None
    rates = {line.vat_rate for line in sale.lines} if sale is not None else set()
    return rates.pop() if len(rates) == 1 else None


def _currency(shop: Shop, invoice: PaperLine) -> str:
    """The money of a note: since the euro an invoice in leva is changed in euros."""
    own = shop.settings.shop.currency
    return own if (invoice.currency, own) == ("BGN", "EUR") else invoice.currency


def _left(shop: Shop, session: Session, invoice: PaperLine) -> Money:
    sums: dict[str, list[Money]] = {kind: [] for kind in NOTES}
    for note in stored.notes_of(session, invoice.id):
        if note.annulled_at is None:
            sums[note.kind].append(Money(note.total_minor, note.currency))
    return credit_left(
        Money(invoice.total_minor, invoice.currency),
        sums[PaperKind.CREDIT_NOTE],
        sums[PaperKind.DEBIT_NOTE],
        _currency(shop, invoice),
    )


def _invoice(session: Session, ref: str | int) -> PaperLine:
    """An invoice by its id (int), its number, or its sale's number or uuid (str)."""
    if isinstance(ref, int):
        return found_paper(session, ref)
    shown = ref.strip().lstrip("№#").strip()
    found = stored.of_shown(session, shown, PaperKind.INVOICE)
    if found is not None:
        return found
    sale = sales.sale_id(session, shown)
    standing = stored.standing(session, PaperKind.INVOICE, sale)
    if standing is None:
        raise NoInvoiceToChange(shown)
    return standing
