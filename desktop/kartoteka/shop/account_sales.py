"""Sales that no receipt tells: on account for a firm, and what notes add or take off."""

import json
from dataclasses import replace

from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch
from kartoteka.domain.returns import check_return_without_sale
from kartoteka.domain.sales import Payment, PaymentKind, Sale, SaleDraft, check_lines, check_sale
from kartoteka.shop import Shop
from kartoteka.store import figures, journal
from kartoteka.store import sales as stored
from kartoteka.store.book import Session

RECORD_ON_ACCOUNT = "record_on_account"


def on_account(draft: SaleDraft) -> SaleDraft:
    """The draft with all of it to be paid later."""
    owed = check_lines(draft).total
    return replace(draft, payments=(Payment(PaymentKind.ACCOUNT, owed),))


def record_on_account(
    shop: Shop, session: Session, draft: SaleDraft, *, taken_off: bool = False
) -> Sale:
    """Record a debt of a client without a receipt number; the same uuid twice is one sale.

    `taken_off`: what the client owes less, written like a sale. Without payments all of it is
    paid later. Raises the rules of a sale, CurrencyMismatch, NotFound.
    """
    known = stored.id_of_uuid(session, draft.uuid)
    if known is None:
        known = _record(shop, session, draft if draft.payments else on_account(draft), taken_off)
    sale = stored.get(session, known)
    if sale is None:
        raise NotFound("sale", draft.uuid)
    return sale


def _record(shop: Shop, session: Session, draft: SaleDraft, taken_off: bool) -> int:
    own = shop.settings.shop.currency
    if draft.currency != own:
        raise CurrencyMismatch(draft.currency, own)
    if draft.client is None or not figures.exists(session, draft.client):
        raise NotFound("client", str(draft.client or ""))
    check = check_return_without_sale if taken_off else check_sale
    priced = check(draft, shop.today())
    now = shop.now()
    sale_id = stored.add(
        session,
        stored.NewSale(
            uuid=draft.uuid,
            number=None,
            client=draft.client,
            on=draft.on,
            at=now,
            total=priced.total,
            lines=[(line.line, line.total) for line in priced.lines],
            payments=priced.payments,
            note=draft.note,
            seller=shop.seller,
            prices_include_vat=draft.prices_include_vat,
        ),
    )
    rhythm = figures.measured(session).rhythm
    figures.refresh_client(session, draft.client, own, rhythm, shop.settings.rhythm)
    detail = json.dumps({"sale": sale_id})
    journal.write(session, now, shop.seller, RECORD_ON_ACCOUNT, draft.client, detail)
    return sale_id
