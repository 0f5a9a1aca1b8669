"""Who is going quiet, ordered by what their silence costs, and the rhythm of one client."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kartoteka.domain.clients import ClientId, Tag
from kartoteka.domain.contacts import Reason, silence
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import (
    Figures,
    ShopRhythm,
    State,
    shop_rhythm,
    silent_days,
    state,
    times_usual,
)
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.views import QuietLine, RhythmNotice, RhythmView, VisitDot
from kartoteka.store import figures as kept
from kartoteka.store import quiet as stored
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session

DOTS = 40
"""Visits on the card's line; older ones would only crowd it."""
SAME_RHYTHM = 0.01
"""A shop's rhythm that moved by less leaves every client's figures as they are."""
A_YEAR = timedelta(days=365)
_AT_RISK = frozenset({State.QUIET, State.LOST})


def quiet_ids(shop: Shop) -> Sequence[ClientId]:
    """Quiet clients, the dearest silence first; empty where clients buy once (see `notice`).

    Those who must not be contacted are on no list.
    """
    with shop.read() as session:
        return stored.quiet_ids(session, shop.today())


def visited_ids(shop: Shop) -> Sequence[ClientId]:
    """Every client with a visit, the dearest silence first (`quiet --all`)."""
    with shop.read() as session:
        return stored.visited_ids(session)


def quiet_lines(shop: Shop, clients: Sequence[ClientId]) -> list[QuietLine]:
    """Lines for these clients, in their order; those that are gone are left out."""
    with shop.read() as session:
        return lines_for(shop, session, clients)


def lines_for(shop: Shop, session: Session, clients: Sequence[ClientId]) -> list[QuietLine]:
    """`quiet_lines` inside a deed's transaction."""
    found = stored.silent(session, clients)
    tags = stored.tags(session, clients)
    return [_quiet_line(shop, client, tags.get(client.id, ())) for client in found]


def counts_by_state(shop: Shop) -> dict[State, int]:
    """How many clients are in each state today; every state has a count."""
    with shop.read() as session:
        return stored.counts(session, shop.today())


def notice(shop: Shop) -> RhythmNotice | None:
    """Where clients buy once: why dormancy is off and what matters instead; else None."""
    with shop.read() as session:
        return notice_in(shop, session)


def notice_in(shop: Shop, session: Session) -> RhythmNotice | None:
    """`notice` inside a deed's transaction."""
    rhythm = kept.measured(session).rhythm
    if not rhythm.buys_once:
        return None
    since = shop.today() - A_YEAR
    currency = shop.settings.shop.currency
    leads = stored.leads(session, since)
    average = stored_sales.average(session, since, currency)
    if average is None:
        average = stored_sales.average(session, None, currency)
    return RhythmNotice(
        clients=rhythm.clients,
        repeat_share=rhythm.repeat_share,
        new_cards=leads.new_cards,
        conversion=leads.buyers_of_them / leads.new_cards if leads.new_cards else None,
        average_sale=Money(average or 0, currency),
    )


def rhythm_view(shop: Shop, client: ClientId) -> RhythmView:
    """One client's rhythm with the line of visits; raises NotFound."""
    currency = shop.settings.shop.currency
    today = shop.today()
    with shop.read() as session:
        found = next(iter(stored.silent(session, [client])), None)
        if found is None:
            raise NotFound("client", str(client))
        visits = stored_sales.visits(session, client, currency, DOTS)
        rhythm = kept.measured(session).rhythm
    figures = found.figures
    now = state(figures, today)
    yearly = Money(figures.yearly_minor, currency)
    return RhythmView(
        client=client,
        today=today,
        dots=tuple(VisitDot(on, Money(minor, currency)) for on, minor in visits),
        visits=figures.visits,
        last_visit=figures.last_visit,
        usual_days=figures.usual_days,
        silent_days=silent_days(figures, today),
        times_usual=times_usual(figures, today),
        state=now,
        due_on=figures.due_on,
        cooling_on=figures.cooling_on,
        quiet_on=figures.quiet_on,
        lost_on=figures.lost_on,
        yearly_value=yearly,
        at_risk=yearly if now in _AT_RISK else Money(0, currency),
        factors=shop.settings.rhythm,
        reason=quiet_reason(shop, figures) if figures.visits else None,
        own_interval=figures.visits > 1,
        switched_off=rhythm.buys_once,
    )


def quiet_reason(shop: Shop, figures: Figures) -> Reason:
    """The facts of 'usually every 12 days, silent for 41', in whole days."""
    return silence(figures, shop.today())


def refresh_rhythm(shop: Shop, *, force: bool = False) -> Done[ShopRhythm]:
    """Measure the shop's rhythm again and, when it moved, every client's figures with it.

    Once a day is enough: asked again on the same day, with the same settings, it does nothing
    unless `force` (after an import or another change of many sales).
    """
    wanted = _measured_with(shop)
    with shop.read() as session:
        known = kept.measured(session)
    if not force and replace(known, rhythm=wanted.rhythm) == wanted:
        return Done(known.rhythm, Changes())
    with shop.change() as session:
        seen = kept.evidence(session, shop.today())
        rhythm = shop_rhythm(seen, shop.settings.rhythm_kind)
        same_rules = replace(known, rhythm=rhythm, on=wanted.on) == replace(wanted, rhythm=rhythm)
        if not force and same_rules and _hardly_moved(known.rhythm, rhythm):
            kept.keep_measured(session, replace(known, on=wanted.on))
            return Done(known.rhythm, Changes())
        changed = kept.refresh_all(
            session, shop.settings.shop.currency, rhythm, shop.settings.rhythm
        )
        kept.keep_measured(session, replace(wanted, rhythm=rhythm))
    return Done(rhythm, Changes(everything=changed > 0))


def _measured_with(shop: Shop) -> kept.Measured:
    return kept.Measured(
        rhythm=ShopRhythm(),
        on=shop.today(),
        currency=shop.settings.shop.currency,
        factors=shop.settings.rhythm,
        kind=shop.settings.rhythm_kind,
    )


def _hardly_moved(before: ShopRhythm, after: ShopRhythm) -> bool:
    return (
        before.buys_once == after.buys_once
        and abs(before.gap_days - after.gap_days) <= SAME_RHYTHM * before.gap_days
        and abs(before.second_visit_days - after.second_visit_days)
        <= SAME_RHYTHM * before.second_visit_days
        and abs(before.repeat_share - after.repeat_share) <= SAME_RHYTHM
    )


def _quiet_line(shop: Shop, client: stored.SilentClient, tags: tuple[Tag, ...]) -> QuietLine:
    today = shop.today()
    figures = client.figures
    currency = shop.settings.shop.currency
    now = state(figures, today)
    yearly = Money(figures.yearly_minor, currency)
    return QuietLine(
        id=client.id,
        client=client.name,
        phone=client.phone,
        visits=figures.visits,
        last_visit=figures.last_visit,
        usual_days=figures.usual_days,
        silent_days=silent_days(figures, today),
        times_usual=times_usual(figures, today),
        state=now,
        yearly_value=yearly,
        at_risk=yearly if now in _AT_RISK else Money(0, currency),
        reason=quiet_reason(shop, figures),
        tags=tags,
        hours=client.hours,
    )
