"""The till: a basket kept from the first scan to the recorded sale, held, resumed, finished."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import Money
from kartoteka.domain.reckoning import Totals, draft, totals
from kartoteka.domain.sales import (
    EmptySale,
    Payment,
    PaymentKind,
    Sale,
    SaleDraft,
    paid_in,
    price_lines,
)
from kartoteka.domain.till import Basket
from kartoteka.domain.voids import DayIsClosed, check_void
from kartoteka.shop import Shop, sales
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import days, figures, held, journal
from kartoteka.store import papers as stored_papers
from kartoteka.store import sales as stored_sales
from kartoteka.store.basket_text import basket_of, basket_text
from kartoteka.store.book import Session
from kartoteka.store.held import HeldRow
from kartoteka.store.journal import Entry

VOID_SALE = "void_sale"
DROP_HELD = "drop_held_sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A sale that waits: what it is called, whose it is, and what is in it."""

    uuid: str
    at: datetime
    seller: str
    title: str
    basket: Basket
    total: Money


def new_basket(shop: Shop, client: ClientId | None = None, on: date | None = None) -> Basket:
    """An empty basket with the shop's money, prices and VAT.

    `on`: an earlier day; without one the sale is of the day on which it is finished.
    """
    details = shop.settings.shop
    return Basket(
        uuid=str(uuid4()),
        currency=details.currency,
        on=on,
        client=client,
        prices_include_vat=shop.settings.prices_include_vat,
        charges_vat=details.vat_registered,
        usual_rate=details.vat_rate,
    )


def reckon(shop: Shop, basket: Basket) -> Totals:
    """The sums of a basket with the warnings that the owner wants."""
    return totals(basket, shop.settings.least_margin)


def finish(shop: Shop, basket: Basket, rest: PaymentKind | None = None) -> Done[Sale]:
    """Record the basket as a sale (or return) and let go of it, in one transaction.

    What is handed over may be more than is due when it is cash. `rest`: how the part is paid that
    was not handed over; None: all in cash when nothing was said at all. The same basket twice is
    one sale. Raises EmptySale, ItemWithoutPrice, PaymentShort, PaymentMismatch,
    OnAccountWithoutClient, SaleInFuture and the other rules of a sale.
    """
    whole = _with_rest(draft(basket, shop.today()), rest)
    with shop.change() as session:
        if basket.back:
            done = sales.record_free_return(shop, whole)
        else:
            done = sales.record_sale(shop, whole)
        held.forget(session, basket.uuid)
    return done


def keep_open_basket(shop: Shop, basket: Basket) -> Done[None]:
    """Keep the basket on the screen, for after a power cut; an empty one is let go.

    Nothing is kept of a basket that has become a sale meanwhile.
    """
    with shop.change() as session:
        if _is_empty(basket) or stored_sales.id_of_uuid(session, basket.uuid) is not None:
            held.forget(session, basket.uuid)
        else:
            held.keep(session, _row(shop, basket, is_open=True))
    return Done(None, Changes())


def open_basket(shop: Shop) -> Basket | None:
    """The basket that was on the screen when the program ended, if there was one."""
    with shop.read() as session:
        rows = held.open_ones(session)
    return _basket(rows[0]) if rows else None


def hold(shop: Shop, basket: Basket, title: str = "") -> Done[Held]:
    """Let a basket wait while somebody else is served; raises EmptySale."""
    if not basket.lines:
        raise EmptySale
    row = _row(shop, basket, is_open=False, title=" ".join(title.split()))
    with shop.change() as session:
        held.keep(session, row)
    return Done(_held(row), Changes(sales=True))


def held_sales(shop: Shop) -> list[Held]:
    """Every basket that waits, the one that waits longest first."""
    with shop.read() as session:
        rows = held.waiting(session)
    return [_held(row) for row in rows]


def resume(shop: Shop, uuid: str) -> Done[Basket]:
    """Go on with a held sale; what was on the screen waits instead. Raises NotFound."""
    with shop.change() as session:
        row = held.get(session, uuid)
        if row is None:
            raise NotFound("held sale", uuid)
        held.set_aside(session, but=uuid)
        held.keep(session, replace(row, is_open=True))
    return Done(_basket(row), Changes(sales=True))


def drop_held(shop: Shop, uuid: str) -> Done[None]:
    """Throw a held sale away; it can be taken back. Raises NotFound."""
    with shop.change() as session:
        row = held.get(session, uuid)
        if row is None:
            raise NotFound("held sale", uuid)
        held.forget(session, uuid)
        detail = json.dumps({"title": row.title, "basket": row.basket}, ensure_ascii=False)
        undo = journal.write(session, shop.now(), shop.seller, DROP_HELD, row.client, detail)
    return Done(None, Changes(sales=True, undo=undo))


def take_back_drop(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Hold a sale again that was thrown away; the inverse for `safety.undo`."""
    kept = json.loads(entry.detail)
    basket = basket_of(kept["basket"], entry.at.date())
    if stored_sales.id_of_uuid(session, basket.uuid) is None:
        held.keep(session, _row(shop, basket, is_open=False, title=kept["title"]))
    return Changes(sales=True)


def void_sale(shop: Shop, ref: str | int, reason: str) -> Done[Sale]:
    """Declare a sale or return void: out of all sums, its number stays; it can be taken back.

    Raises NotFound and the rules of `domain.voids.check_void`: without a reason, with returns,
    with an invoice that stands, or after its cash was counted it is refused.
    """
    with shop.change() as session:
        sale_id = sales.sale_id(session, ref)
        sale = stored_sales.get(session, sale_id)
        if sale is None:
            raise NotFound("sale", str(ref))
        reason = check_void(
            sale,
            reason,
            returned=bool(sale.returned_quantities),
            invoice=stored_papers.standing_invoice(session, sale_id),
            closed_on=_counted_on(session, sale),
        )
        now = shop.now()
        stored_sales.void(session, sale_id, now, reason)
        detail = json.dumps({"sale": sale_id})
        undo = journal.write(session, now, shop.seller, VOID_SALE, sale.client, detail)
        _recount(shop, session, sale)
    voided = replace(sale, voided_at=now, void_reason=reason)
    return Done(voided, _changes(sale, undo))


def take_back_void(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Let a voided sale count again; the inverse for `safety.undo`."""
    sale = stored_sales.get(session, json.loads(entry.detail)["sale"])
    if sale is None:
        return Changes()
    closed = _counted_on(session, sale)
    if closed is not None:
        raise DayIsClosed(closed)
    stored_sales.unvoid(session, sale.id)
    _recount(shop, session, sale)
    return _changes(sale, None)


def _with_rest(whole: SaleDraft, rest: PaymentKind | None) -> SaleDraft:
    """The sale with one more payment for what was not handed over."""
    if rest is None:
        return whole
    total = price_lines(whole).total
    due = total - paid_in(whole.payments, total)
    if due.minor <= 0:
        return whole
    return replace(whole, payments=(*whole.payments, Payment(rest, due)))


def _counted_on(session: Session, sale: Sale) -> date | None:
    """The day whose count of cash has this sale in it."""
    counted, closing = days.counted(session), days.last_closing(session)
    return closing.on if counted and closing and sale.id <= counted.sale else None


def _recount(shop: Shop, session: Session, sale: Sale) -> None:
    if sale.client is not None:
        rhythm = figures.measured(session).rhythm
        currency = shop.settings.shop.currency
        figures.refresh_client(session, sale.client, currency, rhythm, shop.settings.rhythm)


def _changes(sale: Sale, undo: int | None) -> Changes:
    clients = frozenset() if sale.client is None else frozenset({sale.client})
    return Changes(clients=clients, sales=True, undo=undo)


def _is_empty(basket: Basket) -> bool:
    return not basket.lines and basket.client is None


def _row(shop: Shop, basket: Basket, *, is_open: bool, title: str = "") -> HeldRow:
    return HeldRow(
        uuid=basket.uuid,
        at=shop.now(),
        seller=shop.seller,
        client=basket.client,
        title=title,
        basket=basket_text(basket),
        is_open=is_open,
    )


def _basket(row: HeldRow) -> Basket:
    # The row knows of erasing; the text of a basket from an older program does not.
    return replace(basket_of(row.basket, row.at.date()), client=row.client)


def _held(row: HeldRow) -> Held:
    basket = _basket(row)
    return Held(
        uuid=row.uuid,
        at=row.at,
        seller=row.seller,
        title=row.title,
        basket=basket,
        total=totals(basket).total,
    )
