"""Debts: what a client took on account, and paying it later."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from kartoteka.domain.clients import ClientId
from kartoteka.domain.debts import DebtPayment, check_debt_payment
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch, Money
from kartoteka.domain.sales import Payment
from kartoteka.domain.voids import DayIsClosed
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import days, figures, journal
from kartoteka.store import debts as stored
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

PAY_DEBT = "pay_debt"


@dataclass(frozen=True, slots=True)
class DebtLine:
    """A client who owes, and since when."""

    client: ClientId
    name: str
    phone: str
    debt: Money
    since: date | None


def debt_of(shop: Shop, client: ClientId) -> Money:
    """What a client owes; below zero, the shop owes them."""
    with shop.read() as session:
        return stored.debt_of(session, client, shop.settings.shop.currency)


def debts(shop: Shop) -> list[DebtLine]:
    """Everybody who owes, the largest debt first."""
    currency = shop.settings.shop.currency
    with shop.read() as session:
        found = stored.debtors(session, currency)
    return [
        DebtLine(one.client, one.name, one.phone, Money(one.debt_minor, currency), one.since)
        for one in found
    ]


def pay_debt(
    shop: Shop,
    client: ClientId,
    payment: Payment,
    *,
    on: date | None = None,
    note: str = "",
    uuid: str = "",
) -> Done[DebtPayment]:
    """Take money for what was sold on account; the same uuid twice is one payment.

    Raises NotFound, CurrencyMismatch, and the rules of `domain.debts.check_debt_payment`.
    """
    currency = shop.settings.shop.currency
    if payment.amount.currency != currency:
        raise CurrencyMismatch(payment.amount.currency, currency)
    uuid = uuid or str(uuid4())
    with shop.change() as session:
        known = stored.of_uuid(session, uuid)
        if known is not None:
            return Done(known, Changes())
        if not figures.exists(session, client):
            raise NotFound("client", str(client))
        day = on or shop.today()
        debt = stored.debt_of(session, client, currency)
        check_debt_payment(payment, debt, day, shop.today())
        new = DebtPayment(
            uuid=uuid,
            client=client,
            on=day,
            at=shop.now(),
            kind=payment.kind,
            amount=payment.amount,
            note=" ".join(note.split()),
            seller=shop.seller,
        )
        payment_id = stored.add(session, new)
        detail = json.dumps({"payment": payment_id})
        undo = journal.write(session, new.at, shop.seller, PAY_DEBT, client, detail)
        paid = stored.get(session, payment_id) or new
    return Done(paid, Changes(clients=frozenset({client}), sales=True, undo=undo))


def take_back_payment(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Take a payment out of the sums; the inverse for `safety.undo`."""
    payment = stored.get(session, json.loads(entry.detail)["payment"])
    if payment is None:
        return Changes()
    counted, closing = days.counted(session), days.last_closing(session)
    if counted and closing and payment.id <= counted.debt:
        raise DayIsClosed(closing.on)
    stored.void(session, payment.id, shop.now())
    clients = frozenset() if payment.client is None else frozenset({payment.client})
    return Changes(clients=clients, sales=True)
