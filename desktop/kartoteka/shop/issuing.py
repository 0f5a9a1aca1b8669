"""Issues a paper of the invoice kind: nothing missing, a number taken, the sheet kept."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kartoteka.domain.backs import Back, BackWish
from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import Money, total
from kartoteka.domain.papers import (
    NOTES,
    Amended,
    PaperKind,
    needs_vat_ground,
    require_complete,
    standard_series,
)
from kartoteka.domain.sales import Line, Payment, PaymentKind, Sale, SaleId
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words
from kartoteka.shop import Shop, logos, sales
from kartoteka.shop.backs import Sold, back_for
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.papers import issued_paper, language_of, paper_size, told_of
from kartoteka.shop.views import IssuedPaper
from kartoteka.store import clients as stored_clients
from kartoteka.store import journal, numbers
from kartoteka.store import papers as stored
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session
from kartoteka.store.papers import PaperLine

if TYPE_CHECKING:
    from kartoteka.shop.told_invoices import ToldInvoice

ISSUE = "issue_paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a paper is to look: its size and its back."""

    size: str = "a4"
    back: BackWish | None = None
    """What is on the back; None: as the owner set it."""


A4 = Layout()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the seller asked for beside the sale itself."""

    due_on: date | None = None
    client: ClientId | None = None
    basis: str = ""
    layout: Layout = A4
    vat_ground: str = ""
    """Why no VAT is charged, where a rate is zero (ЗДДС чл. 114)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A paper about to be issued; all sums are above zero."""

    kind: PaperKind
    client: Client | None
    event: date
    lines: tuple[Line, ...]
    totals: tuple[Money, ...]
    wish: Wish
    sale: SaleId | None = None
    payments: tuple[Payment, ...] = ()
    amends: PaperLine | None = None
    ground: str = ""
    note: str = ""
    in_leva: bool = False
    """It was sold in leva; these sums are in euros."""
    proforma: PaperLine | None = None
    """The proforma of the same sale, which this paper takes the place of."""
    without_goods: bool = False
    """A note that changes a price only."""


def asked_of(shop: Shop, session: Session, kind: PaperKind, sale: Sale, wish: Wish) -> Asked:
    """A sale, or what was given back, as a paper tells it: without a minus, of leva in euros."""
    sale, totals, in_leva = told_of(shop, session, sale)
    return Asked(
        kind=kind,
        client=found_client(session, wish.client or sale.client),
        event=sale.on,
        lines=sale.lines,
        totals=tuple(map(_positive, totals)),
        wish=wish,
        sale=sale.id,
        payments=tuple(replace(each, amount=_positive(each.amount)) for each in sale.payments),
        note=sale.note,
        in_leva=in_leva,
        without_goods=sale.returns is None,
    )


def issue(shop: Shop, session: Session, asked: Asked) -> PaperLine:
    """Take a number and keep the paper; nothing is taken when something is missing."""
    from kartoteka.documents.sheets import to_json
    from kartoteka.shop import drawing
    from kartoteka.shop.invoice_sheets import invoice_sheet

    details, kind, layout = shop.settings.shop, asked.kind, asked.wish.layout
    size = paper_size(layout.size)
    vat_ground = _vat_ground(details, asked)
    require_complete(kind, details, asked.client, asked.ground, vat_ground)
    client = asked.client or Client()
    words = Words(language_of(shop, client))
    today = shop.today()
    bought = [line.item for line in asked.lines]
    wish = BackWish.NOTHING if kind in NOTES else layout.back
    back = back_for(
        shop, session, client.id, words.language, bought, wish, Sold(asked.event, asked.lines)
    )
    taken = numbers.take_in(session, standard_series(details.country)[kind], today)
    told = _told(shop, asked, client, taken.shown, back)
    sheet = invoice_sheet(words, told)
    pictures = logos.pictures_for(shop, sheet)
    printed = drawing.printed(sheet, size, pictures=pictures)
    paper_id = stored.add(
        session,
        stored.NewPaper(
            kind=kind,
            series=taken.series,
            number=taken.number,
            shown=taken.shown,
            sale=asked.sale,
            client=client.id,
            issued_on=today,
            at=shop.now(),
            language=words.language,
            size=size,
            sheet=to_json(sheet),
            sha256=hashlib.sha256(printed.pdf).hexdigest(),
            pages=printed.pages,
            offer=back.offer.id if back and back.offer else None,
            total=total(asked.totals, asked.totals[0].currency),
            due_on=asked.wish.due_on,
            amends=asked.amends.id if asked.amends else None,
            ground=asked.ground,
            vat_ground=vat_ground or "",
        ),
    )
    detail = json.dumps({"paper": paper_id})
    journal.write(session, shop.now(), shop.seller, ISSUE, client.id, detail)
    return found_paper(session, paper_id)


def _told(
    shop: Shop, asked: Asked, client: Client, number: str, back: Back | None
) -> "ToldInvoice":
    from kartoteka.shop.told_invoices import ToldInvoice

    amends = asked.amends
    return ToldInvoice(
        kind=asked.kind,
        number=number,
        shop=shop.settings.shop,
        client=client,
        issued=shop.today(),
        event=asked.event,
        lines=asked.lines,
        totals=asked.totals,
        payments=asked.payments,
        due_on=asked.wish.due_on,
        amended=_amended(amends, asked) if amends else None,
        grounds=_grounds(shop.settings.shop, asked),
        left=_left(asked),
        proforma=(asked.proforma.shown, asked.proforma.issued_on) if asked.proforma else None,
        personal_numbers=shop.settings.personal_numbers,
        without_goods=asked.without_goods,
        basis=asked.wish.basis.strip(),
        note=asked.note,
        in_leva=asked.in_leva,
        back=back,
    )


def _amended(amends: PaperLine, asked: Asked) -> Amended:
    in_leva = amends.currency == "BGN" != asked.totals[0].currency
    return Amended(amends.shown, amends.issued_on, asked.ground, in_leva)


def _vat_ground(details: ShopDetails, asked: Asked) -> str | None:
    """Why no VAT is charged, None where all of the paper is taxed."""
    if not needs_vat_ground(details, (line.vat_rate for line in asked.lines)):
        return None
    return " ".join(asked.wish.vat_ground.split())


def _grounds(details: ShopDetails, asked: Asked) -> list[str]:
    """Why a line has no VAT, '' where it has."""
    ground = _vat_ground(details, asked) or ""
    rates = (details.vat_rate if each.vat_rate is None else each.vat_rate for each in asked.lines)
    return [ground if rate == 0 else "" for rate in rates]


def _left(asked: Asked) -> Money | None:
    """What is still to be paid: on account, and by a transfer that is yet to come.

    None: nobody said how it was paid, as of a sale that was imported; a term says that it was not.
    """
    whole = total(asked.totals, asked.totals[0].currency)
    if not asked.payments:
        return None if asked.sale is not None and asked.wish.due_on is None else whole
    owed = (PaymentKind.ACCOUNT, PaymentKind.TRANSFER)
    left = (each.amount for each in asked.payments if each.kind in owed)
    return total(left, whole.currency)


def issued(line: PaperLine, client: Client | None) -> Done[IssuedPaper]:
    clients = frozenset({client.id}) if client else frozenset[int]()
    return Done(issued_paper(line), Changes(clients=clients, sales=True))


def found_paper(session: Session, ref: str | int) -> PaperLine:
    found = stored.get(session, ref) if isinstance(ref, int) else stored.of_shown(session, ref)
    if found is None:
        raise NotFound("paper", str(ref))
    return found


def found_sale(session: Session, ref: str | int) -> Sale:
    sale = stored_sales.get(session, sales.sale_id(session, ref))
    if sale is None:
        raise NotFound("sale", str(ref))
    return sale


def found_client(session: Session, client: ClientId | None) -> Client | None:
    return None if client is None else stored_clients.get(session, client)


def _positive(amount: Money) -> Money:
    return -amount if amount.minor < 0 else amount
