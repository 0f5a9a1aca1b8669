"""The end of a day: what was sold and paid, and the cash counted against what should be there."""

import json
from dataclasses import replace
from datetime import date

from kartoteka.domain.day import ClosedDay, DayReport, KindSum, check_count, vat_of_day
from kartoteka.domain.money import CurrencyMismatch, Money
from kartoteka.domain.sales import VatPart
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import days, journal
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

CLOSE_DAY = "close_day"


def day_report(shop: Shop, on: date | None = None) -> DayReport:
    """The sums of a day (today when none is named) by way of paying, and the cash expected.

    Sales are of the day that they are for; the cash is all that came in since the last count.
    Purchases that were imported count nowhere here: they went through another till.
    """
    with shop.read() as session:
        return _report(shop, session, on or shop.today())


def close_day(
    shop: Shop,
    counted: Money,
    *,
    left: Money | None = None,
    opening: Money | None = None,
    note: str = "",
) -> Done[ClosedDay]:
    """Keep the count of today's cash; it can be taken back until the next one.

    `left`: what stays in the drawer, all of it when not said. `opening`: what was in it before
    the first sale, when that was never counted. Raises CashBelowZero, MoreLeftThanCounted,
    CurrencyMismatch.
    """
    currency = shop.settings.shop.currency
    stays = counted if left is None else left
    for amount in (counted, stays, opening or counted):
        if amount.currency != currency:
            raise CurrencyMismatch(amount.currency, currency)
    check_count(counted, stays)
    with shop.change() as session:
        report = _report(shop, session, shop.today())
        began = report.opening if opening is None else opening
        closing = ClosedDay(
            id=0,
            on=report.on,
            at=shop.now(),
            seller=shop.seller,
            opening=began,
            expected=report.expected - report.opening + began,
            counted=counted,
            left=stays,
            note=" ".join(note.split()),
        )
        closing = replace(closing, id=days.close(session, closing, _sums(report)))
        detail = json.dumps({"closing": closing.id})
        undo = journal.write(session, closing.at, shop.seller, CLOSE_DAY, detail=detail)
    return Done(closing, Changes(sales=True, undo=undo))


def take_back_closing(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Forget the newest count; the inverse for `safety.undo`. An older one stays as it is."""
    days.reopen(session, json.loads(entry.detail)["closing"])
    return Changes(sales=True)


def _report(shop: Shop, session: Session, on: date) -> DayReport:
    currency = shop.settings.shop.currency
    counts = days.counts(session, on, currency)
    counted, last = days.counted(session), days.last_closing(session)
    opening = last.left if last else Money(0, currency)
    if counted is None:
        cash = days.cash_of(session, on, currency)
    else:
        cash = days.cash_since(session, counted, currency)
    return DayReport(
        on=on,
        sales=counts.sales,
        returns=counts.returns,
        voided=counts.voided,
        sold=Money(counts.sold, currency),
        returned=Money(counts.returned, currency),
        discounts=Money(counts.discounts, currency),
        by_kind=_by_kind(session, on, currency),
        vat=_vat(shop, session, on, currency),
        voided_total=Money(counts.voided_total, currency),
        since=last.at if last else None,
        opening=opening,
        expected=opening + Money(cash, currency),
        closed=days.closing_of(session, on),
    )


def _by_kind(session: Session, on: date, currency: str) -> tuple[KindSum, ...]:
    return tuple(
        KindSum(kind, Money(sold, currency), Money(back, currency), Money(paid, currency))
        for kind, (sold, back, paid) in days.by_kind(session, on, currency).items()
    )


def _vat(shop: Shop, session: Session, on: date, currency: str) -> tuple[VatPart, ...]:
    """As the receipts say it: a line without a rate has the shop's usual one."""
    details = shop.settings.shop
    if not details.vat_registered:
        return ()
    sums = [
        (details.vat_rate if rate is None else rate, money)
        for rate, money in days.by_rate(session, on, currency)
    ]
    return vat_of_day([(rate, money) for rate, money in sums if rate is not None], currency)


def _sums(report: DayReport) -> dict[str, object]:
    """The day as it was when it was closed, for looking back."""
    kinds = {
        each.kind.value: [each.sold.minor, each.returned.minor, each.debts_paid.minor]
        for each in report.by_kind
    }
    return {
        "sales": report.sales,
        "returns": report.returns,
        "voided": report.voided,
        "discounts": report.discounts.minor,
        "kinds": kinds,
    }
