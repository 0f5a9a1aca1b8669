"""The first page of the day: who is going quiet, whom to congratulate, how the month goes."""

from datetime import date, timedelta

from kartoteka.domain.contacts import ReasonKind
from kartoteka.domain.folding import fold
from kartoteka.domain.money import Money
from kartoteka.domain.occasions import birthdays_within, is_jubilee, occasions_of
from kartoteka.shop import Shop, quiet
from kartoteka.shop.day_list import day_list
from kartoteka.shop.views import MonthFigures, OccasionLine, TodayView
from kartoteka.store import calls as stored_calls
from kartoteka.store import occasions as stored_occasions
from kartoteka.store import quiet as stored_quiet
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session

AHEAD = 6
"""Occasions of today and so many days after it: a week."""
OCCASIONS = 30
"""More occasions than this no morning has time for; the dearest clients stay."""
AFTER_CALLS = timedelta(days=90)
"""Calls that are looked back at for 'came back after a call'."""


def today_view(shop: Shop, rows: int = 8) -> TodayView:
    """Who is going quiet (the `rows` dearest), the week's occasions, the month's figures."""
    today = shop.today()
    with shop.read() as session:
        count, at_risk = stored_quiet.quiet_sum(session, today)
        day = day_list(shop, session, rows)
        return TodayView(
            on=today,
            now=shop.now(),
            seller=shop.seller,
            clients=stored_quiet.cards(session),
            quiet_count=count,
            quiet_at_risk=Money(at_risk, shop.settings.shop.currency),
            quiet=tuple(quiet.lines_for(shop, session, day.quiet)),
            occasions=_occasions(shop, session),
            call_backs=day.promised,
            listed=day.listed[:rows],
            has_visits=stored_quiet.has_visits(session),
            to_call=day.count,
            left_out={why.value: number for why, number in day.left_out.items()},
            month=_month(shop, session),
            notice=quiet.notice_in(shop, session),
        )


def _occasions(shop: Shop, session: Session) -> tuple[OccasionLine, ...]:
    today = shop.today()
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD + 1)]
    names = [fold(name) for day in days for name in shop.name_days.names_on(day)]
    found = stored_occasions.celebrants(
        session, birthdays_within(today, AHEAD), names, days, OCCASIONS
    )
    found.sort(key=lambda one: -one.yearly_minor)
    lines = [
        OccasionLine(
            client=one.client.id,
            name=one.client.name,
            phone=one.phone,
            kind=reason.kind,
            on=reason.on or today,
            age=reason.age,
            jubilee=reason.kind is ReasonKind.BIRTHDAY and is_jubilee(reason.age),
            feast=reason.feast,
        )
        for one in found
        for reason in occasions_of(one.client, today, AHEAD, shop.name_days)
    ]
    return tuple(sorted(lines[:OCCASIONS], key=lambda line: line.on))


def _month(shop: Shop, session: Session) -> MonthFigures:
    today = shop.today()
    currency = shop.settings.shop.currency
    first = today.replace(day=1)
    revenue = stored_sales.revenue(session, first, today, currency)
    newcomers = stored_sales.first_revenue(session, first, today, currency)
    before = stored_sales.revenue(session, *_month_before(today), currency)
    called, came_back = stored_calls.came_back(session, today - AFTER_CALLS)
    return MonthFigures(
        month=first,
        revenue=Money(revenue, currency),
        before=Money(before, currency),
        change=revenue / before - 1 if before > 0 else None,
        repeat_share=max(1 - newcomers / revenue, 0.0) if revenue > 0 else None,
        called=called,
        came_back=came_back,
    )


def _month_before(today: date) -> tuple[date, date]:
    """The same days of the month before; its last day when it is shorter."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last.replace(day=min(today.day, last.day))
