"""The card's lists in words."""

from datetime import date, datetime
from decimal import Decimal

from kartoteka.domain.clients import Channel
from kartoteka.domain.contacts import Outcome
from kartoteka.domain.money import Money
from kartoteka.domain.timeline import Event, TimelineEntry
from kartoteka.i18n.words import Words
from kartoteka.shop.views import PurchaseItem, PurchaseLine
from kartoteka.ui.clients.history import call_views, purchase_views, timeline_views

WORDS = Words("en")
TODAY = date(2026, 11, 21)
AT = datetime(2026, 10, 9, 12, 30)  # noqa: DTZ001 - local, as the book keeps it
SALE = TimelineEntry(
    event=Event.SALE,
    ref=5,
    at=AT,
    number=17,
    amount=Money(4800, "EUR"),
    items=("Bracelet", "Earrings"),
    more_items=2,
)
COMPLAINT = TimelineEntry(
    event=Event.CALL, ref=8, at=AT, outcome=Outcome.COMPLAINT, said="the clasp"
)
CONSENT = TimelineEntry(
    event=Event.CONSENT,
    ref=9,
    at=datetime(2025, 1, 2),  # noqa: DTZ001 - local, as the book keeps it
    channel=Channel.SMS,
    given=False,
    how="by phone",
)


def test_a_sale_names_what_was_bought_and_its_receipt() -> None:
    (view,) = timeline_views(WORDS, (SALE,), TODAY)
    assert view.title == "Bracelet, Earrings and 2 more"
    assert view.detail == "receipt No. 17"
    assert (view.amount, view.day, view.sale) == ("€48.00", "9\u00a0October", 5)


def test_a_day_of_another_year_keeps_its_year() -> None:
    (view,) = timeline_views(WORDS, (CONSENT,), TODAY)
    assert view.title == "Consent withdrawn: SMS"
    assert (view.detail, view.day) == ("by phone", "02/01/2025")


def test_a_paper_is_called_by_its_kind_and_the_number_on_it() -> None:
    paper = TimelineEntry(
        event=Event.PAPER, ref=3, at=AT, number=7, shown="0000000007", paper="invoice"
    )
    (view,) = timeline_views(WORDS, (paper,), TODAY)
    assert view.title == "Invoice No. 0000000007"


def test_a_complaint_is_told_apart_by_sign_and_words() -> None:
    (view,) = call_views(WORDS, (SALE, COMPLAINT), TODAY)
    assert view.icon == "message-circle-warning"
    assert (view.title, view.detail) == ("Call: complaint", "the clasp")


def test_every_kind_of_entry_has_a_sign_and_words() -> None:
    entries = tuple(TimelineEntry(event=event, ref=1, at=AT, number=3) for event in Event)
    views = timeline_views(WORDS, entries, TODAY)
    assert [view.id for view in views] == list(range(len(Event)))
    assert all(view.icon and (view.title or view.detail) for view in views)


def test_a_purchase_tells_what_came_back_of_it() -> None:
    line = PurchaseLine(
        id=5,
        number=17,
        on=AT.date(),
        total=Money(4800, "EUR"),
        items=(PurchaseItem("Bracelet", Decimal(1), Money(4800, "EUR")),),
        returned=Money(1200, "EUR"),
    )
    (view,) = purchase_views(WORDS, (line,), TODAY)
    assert view.detail == "receipt No. 17 · €12.00 returned"
    assert view.tone == "accent"
