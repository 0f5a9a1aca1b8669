"""Sales and returns: recording them once, taking them back, and what a client bought."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch, Money
from kartoteka.domain.returns import (
    ReturnTooMuch,
    check_return,
    check_return_without_sale,
    return_of,
)
from kartoteka.domain.sales import (
    Line,
    Payment,
    PaymentKind,
    PricedSale,
    Sale,
    SaleDraft,
    SaleId,
    check_sale,
)
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.views import PurchaseItem, PurchaseLine
from kartoteka.store import debts, figures, journal, numbers, sale_finding
from kartoteka.store import sales as stored
from kartoteka.store.book import Session

RECORD_SALE = "record_sale"
RECORD_RETURN = "record_return"
EURO_DAY = date(2026, 1, 1)
"""From this day on papers of a Bulgarian shop are in euros (Council Regulation (EU) 2025/1409)."""


def record_sale(shop: Shop, draft: SaleDraft) -> Done[Sale]:
    """Record a sale; the same uuid twice is one sale, and the answer is the same.

    Without payments it is paid in cash. Raises the rules of `domain.sales.check_sale`,
    CurrencyMismatch for another money than the shop's, NotFound for a client not in the book.
    """
    _require_money(shop, draft)
    priced = check_sale(draft, shop.today())
    with shop.change() as session:
        known = _known(session, draft.uuid)
        if known is not None:
            return Done(known, Changes())
        if draft.client is not None and not figures.exists(session, draft.client):
            raise NotFound("client", str(draft.client))
        return _record(shop, session, draft, priced, RECORD_SALE)


def record_return(shop: Shop, draft: SaleDraft) -> Done[Sale]:
    """Record a return of the sale `draft.returns`, whole or in part; idempotent like a sale.

    Of its lines only `returns` and `quantity` (above zero) are asked. Raises the rules of
    `domain.returns.check_return`, NotFound for a sale that is not in the book.
    """
    with shop.change() as session:
        known = _known(session, draft.uuid)
        if known is not None:
            return Done(known, Changes())
        sold = _sale(session, draft.returns or 0)
        priced = check_return(draft, sold, shop.today())
        whole = replace(draft, client=sold.client, prices_include_vat=sold.prices_include_vat)
        return _record(shop, session, whole, priced, RECORD_RETURN)


def record_free_return(shop: Shop, draft: SaleDraft) -> Done[Sale]:
    """Record goods that come back without the sale that they were bought in; idempotent.

    Its lines and payments are written like those of a sale. Raises the rules of
    `domain.returns.check_return_without_sale`, CurrencyMismatch, NotFound.
    """
    _require_money(shop, draft)
    priced = check_return_without_sale(draft, shop.today())
    with shop.change() as session:
        known = _known(session, draft.uuid)
        if known is not None:
            return Done(known, Changes())
        return _record(shop, session, draft, priced, RECORD_RETURN)


def return_draft(
    shop: Shop, ref: str | int, quantities: Mapping[int, Decimal] | None = None, uuid: str = ""
) -> SaleDraft:
    """A return of a sale before it is recorded, paid back the way it was paid (debts first).

    `quantities`: position (from 1) → how much comes back; None: all that is left. Raises NotFound,
    and ReturnTooMuch when nothing is left.
    """
    sold = sale(shop, ref)
    wanted = _left(sold) if quantities is None else quantities
    if not wanted:
        raise ReturnTooMuch(1, sold.lines[0].name, sold.lines[0].quantity, Decimal(0))
    currency = shop.settings.shop.currency
    draft = return_of(sold, wanted, shop.today(), currency, uuid or str(uuid4()))
    due = -check_return(draft, sold, shop.today()).total
    with shop.read() as session:
        return replace(draft, payments=_given_back(session, sold, due))


def sale(shop: Shop, ref: str | int) -> Sale:
    """One sale by its id (int), or by its number or uuid (str); raises NotFound."""
    with shop.read() as session:
        return _sale(session, sale_id(session, ref))


@dataclass(frozen=True, slots=True)
class RecentSale:
    """One of the last sales, as it is recognised at the till; `name` '' when nobody is known."""

    id: SaleId
    number: int
    on: date
    total: Money
    name: str


def recent(shop: Shop, limit: int) -> list[RecentSale]:
    """The last sales that goods can come back from, the newest first."""
    with shop.read() as session:
        return [RecentSale(*row) for row in sale_finding.recent(session, limit)]


def purchases(shop: Shop, client: ClientId, limit: int | None = None) -> list[PurchaseLine]:
    """What a client bought and returned, newest first."""
    with shop.read() as session:
        heads = stored.of_client(session, client, limit)
        items = stored.items(session, [head.id for head in heads])
    return [_purchase_line(head, items[head.id]) for head in heads]


def sale_id(session: Session, ref: str | int) -> SaleId:
    """The id behind a reference: an id (int), or a number or uuid (str).

    A receipt's own number goes before the one that an imported sale had in another program.
    """
    if isinstance(ref, int):
        return ref
    text = ref.strip().lstrip("№#").strip()
    found = None
    if text.isascii() and text.isdigit() and len(text) < 16:
        found = stored.id_of_number(session, int(text))
    if found is None:
        found = stored.id_of_uuid(session, text) or sale_finding.id_of_earlier_number(session, text)
    if found is None:
        raise NotFound("sale", ref)
    return found


def undo_sale(shop: Shop, detail: str) -> Done[Sale]:
    """Take a recorded sale back by returning all that is left: its number stays given.

    `detail` is what the journal kept. Asked twice, it is one return.
    """
    sold = json.loads(detail)["sale"]
    uuid = f"undo-{sold}"
    with shop.change() as session:
        known = _known(session, uuid)
        if known is not None:
            return Done(known, Changes())
        return record_return(shop, return_draft(shop, sold, uuid=uuid))


def _record(
    shop: Shop, session: Session, draft: SaleDraft, priced: PricedSale, deed: str
) -> Done[Sale]:
    now = shop.now()
    settings = shop.settings
    lines = [(_tidy(line.line), line.total) for line in priced.lines]
    new = stored.NewSale(
        uuid=draft.uuid,
        number=numbers.take(session, numbers.RECEIPTS),
        client=draft.client,
        on=draft.on,
        at=now,
        total=priced.total,
        lines=lines,
        payments=priced.payments,
        note=draft.note,
        returns=draft.returns,
        seller=shop.seller,
        prices_include_vat=draft.prices_include_vat,
    )
    sale_id = stored.add(session, new)
    if draft.client is not None:
        rhythm = figures.measured(session).rhythm
        currency = settings.shop.currency
        figures.refresh_client(session, draft.client, currency, rhythm, settings.rhythm)
    detail = json.dumps({"sale": sale_id})
    undo = journal.write(session, now, shop.seller, deed, draft.client, detail)
    clients = frozenset() if draft.client is None else frozenset({draft.client})
    undoable = undo if deed == RECORD_SALE else None
    return Done(_recorded(sale_id, new), Changes(clients=clients, sales=True, undo=undoable))


def _recorded(sale_id: SaleId, new: stored.NewSale) -> Sale:
    """The sale as reading it again would give it."""
    return Sale(
        id=sale_id,
        uuid=new.uuid,
        number=new.number,
        on=new.on,
        at=new.at,
        client=new.client,
        lines=tuple(line for line, _ in new.lines),
        payments=tuple(new.payments),
        total=new.total,
        note=new.note,
        returns=new.returns,
        seller=new.seller,
        prices_include_vat=new.prices_include_vat,
    )


def _tidy(line: Line) -> Line:
    """No discount of nothing, no spaces around the name."""
    name = line.name.strip()
    discount, share = line.discount or None, line.sale_discount or None
    if name == line.name and discount is line.discount and share is line.sale_discount:
        return line
    return replace(line, name=name, discount=discount, sale_discount=share)


def _given_back(session: Session, sold: Sale, due: Money) -> tuple[Payment, ...]:
    """The way it was paid: first what is still owed, then the one other way, else cash."""
    if not due:
        return ()
    kinds = {payment.kind for payment in sold.payments}
    owed = Money(0, due.currency)
    if PaymentKind.ACCOUNT in kinds and sold.client is not None:
        kinds.remove(PaymentKind.ACCOUNT)
        debt = debts.debt_of(session, sold.client, due.currency)
        open_part = Money(debts.on_account(session, sold.id), due.currency)
        owed = max(owed, min(due, debt, open_part))
    rest = kinds.pop() if len(kinds) == 1 else PaymentKind.CASH
    parts = (Payment(PaymentKind.ACCOUNT, owed), Payment(rest, due - owed))
    return tuple(part for part in parts if part.amount)


def _known(session: Session, uuid: str) -> Sale | None:
    found = stored.id_of_uuid(session, uuid)
    return None if found is None else _sale(session, found)


def _sale(session: Session, wanted: SaleId) -> Sale:
    found = stored.get(session, wanted)
    if found is None:
        raise NotFound("sale", str(wanted))
    return found


def _left(sold: Sale) -> dict[int, Decimal]:
    left = {
        position: line.quantity - sold.returned_quantities.get(position, Decimal(0))
        for position, line in enumerate(sold.lines, start=1)
    }
    return {position: quantity for position, quantity in left.items() if quantity > 0}


def _require_money(shop: Shop, draft: SaleDraft) -> None:
    """A sale is in the shop's money; a Bulgarian one of before the euro may be in leva."""
    own = shop.settings.shop.currency
    in_leva = (draft.currency, own) == ("BGN", "EUR") and draft.on < EURO_DAY
    if draft.currency != own and not in_leva:
        raise CurrencyMismatch(draft.currency, own)


def _purchase_line(head: stored.SaleHead, items: list[stored.SoldItem]) -> PurchaseLine:
    currency = head.total.currency
    return PurchaseLine(
        id=head.id,
        number=head.number,
        on=head.on,
        total=head.total,
        items=tuple(
            PurchaseItem(item.name, item.quantity, Money(item.total_minor, currency), item.unit)
            for item in items
        ),
        note=head.note,
        returns=head.returns,
        returned=Money(head.returned_minor, currency) if head.returned_minor else None,
        voided=head.voided,
    )
