"""The rhythm of purchases: how often a client usually comes, and who is going quiet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from math import floor

OWN_GAPS_OF_SHOP = 2
"""How many own gaps the shop's interval weighs in a client's usual interval.

Chosen on the CDNOW sample (tests/domain/test_rhythm_cdnow.py): of 0, 1, 2, 3, 5 the weight 2 keeps
those who come back by themselves and those who do not furthest apart at 3 usual intervals, and it
ranks them better than the own mean alone; more weight gains little and hides the client's own pace.
"""
DEFAULT_DAYS = 30.0
"""The interval that is assumed while the shop has no history."""
GAPS_TO_TRUST = 10
"""With fewer gaps (or second visits) the shop's interval leans on `DEFAULT_DAYS`."""
MATURE_DAYS = 365
"""A client who first came this long ago has had time to come back."""
MATURE_CLIENTS = 50
"""Fewer mature clients do not tell whether the shop's clients buy once."""
ONCE_SHARE = 0.1
"""When a smaller share of mature clients ever came back, clients buy once here."""
DAYS_A_YEAR = 365


class State(StrEnum):
    """How a client's silence compares with their usual interval."""

    NEW = "new"
    ACTIVE = "active"
    DUE = "due"
    COOLING = "cooling"
    QUIET = "quiet"
    LOST = "lost"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Factors:
    """The owner's settings of rhythm, in usual intervals (product: 1, 2, 3, 6 and a year)."""

    due_after: float = 1.0
    cooling_after: float = 2.0
    quiet_after: float = 3.0
    lost_after: float = 6.0
    lost_days: int = 365


@dataclass(frozen=True, slots=True)
class ShopRhythm:
    """What the shop's clients usually do; refreshed daily and after an import.

    `gap_days` mean interval between visits; `second_visit_days` how long those who came back
    took to come a second time (median); `repeat_share` share of first-time buyers who came back;
    `buys_once` when dormancy has no meaning here. All from `clients` clients with a visit.
    """

    gap_days: float = 30.0
    second_visit_days: float = 30.0
    repeat_share: float = 0.0
    clients: int = 0
    buys_once: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Per-client figures that lists need, kept with every sale."""

    visits: int = 0
    purchases: int = 0
    first_visit: date | None = None
    last_visit: date | None = None
    total_minor: int = 0
    usual_days: float | None = None
    due_on: date | None = None
    cooling_on: date | None = None
    quiet_on: date | None = None
    lost_on: date | None = None
    yearly_minor: int = 0
    """What they bring in a year at their usual pace (minor units); what silence puts at risk."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a shop's history says about rhythm, counted over clients with a visit.

    `gaps` intervals between neighbouring visits of one client and `gap_days` their sum (so: the sum
    of last minus first visit); `second_visits` days from the first to the second visit → how many
    clients; `mature` clients whose first visit is `MATURE_DAYS` ago or more, `mature_repeaters`
    those of them who came back.
    """

    clients: int = 0
    gaps: int = 0
    gap_days: int = 0
    second_visits: Mapping[int, int] = field(default_factory=dict)
    mature: int = 0
    mature_repeaters: int = 0


@dataclass(frozen=True, slots=True)
class TurningDays:
    """The first day on which each state holds, if the client does not come before."""

    due_on: date
    cooling_on: date
    quiet_on: date
    lost_on: date


def shop_rhythm(evidence: Evidence, kind: str = "auto") -> ShopRhythm:
    """The rhythm of the shop; `kind` is the owner's setting: auto, on or off (dormancy)."""
    repeaters = sum(evidence.second_visits.values())
    if evidence.mature >= MATURE_CLIENTS:
        share = evidence.mature_repeaters / evidence.mature
    else:
        share = repeaters / evidence.clients if evidence.clients else 0.0
    seen_once = evidence.mature >= MATURE_CLIENTS and share < ONCE_SHARE
    mean_gap = evidence.gap_days / evidence.gaps if evidence.gaps else DEFAULT_DAYS
    return ShopRhythm(
        gap_days=_trusted(mean_gap, evidence.gaps),
        second_visit_days=_trusted(_median(evidence.second_visits), repeaters),
        repeat_share=share,
        clients=evidence.clients,
        buys_once=kind == "off" or (kind == "auto" and seen_once),
    )


def usual_interval(figures: Figures, shop: ShopRhythm) -> float | None:
    """A client's usual interval in days; None without a visit or where clients buy once.

    The mean of the own gaps, drawn toward the shop's as if `OWN_GAPS_OF_SHOP` more gaps of the
    shop's length had been seen. After one visit: the shop's time to a second one.
    """
    if figures.first_visit is None or figures.last_visit is None or shop.buys_once:
        return None
    if figures.visits < 2:
        return shop.second_visit_days
    own_days = (figures.last_visit - figures.first_visit).days
    own_gaps = figures.visits - 1
    return (own_days + OWN_GAPS_OF_SHOP * shop.gap_days) / (own_gaps + OWN_GAPS_OF_SHOP)


def turning_days(last_visit: date, usual_days: float, factors: Factors) -> TurningDays:
    """When each state begins: the first day with a silence of more than factor × usual days.

    Lost needs besides a silence of `factors.lost_days` or more.
    """
    lost = max(_first_day_beyond(factors.lost_after * usual_days), factors.lost_days)
    return TurningDays(
        due_on=_later(last_visit, _first_day_beyond(factors.due_after * usual_days)),
        cooling_on=_later(last_visit, _first_day_beyond(factors.cooling_after * usual_days)),
        quiet_on=_later(last_visit, _first_day_beyond(factors.quiet_after * usual_days)),
        lost_on=_later(last_visit, lost),
    )


def state(figures: Figures, today: date) -> State:
    """The state on `today`; where clients buy once (no turning days) only new and active remain."""
    if figures.visits == 0:
        return State.NONE
    turns = (
        (figures.lost_on, State.LOST),
        (figures.quiet_on, State.QUIET),
        (figures.cooling_on, State.COOLING),
        (figures.due_on, State.DUE),
    )
    for on, reached in turns:
        if on is not None and today >= on:
            return reached
    return State.NEW if figures.visits == 1 else State.ACTIVE


def silent_days(figures: Figures, today: date) -> int | None:
    """Days since the last visit; None without one."""
    if figures.last_visit is None:
        return None
    return max((today - figures.last_visit).days, 0)


def times_usual(figures: Figures, today: date) -> float | None:
    """The silence in usual intervals; None when there is no interval."""
    silent = silent_days(figures, today)
    if silent is None or not figures.usual_days:
        return None
    return silent / figures.usual_days


def yearly_value(total_minor: int, visits: int, usual_days: float | None, shop: ShopRhythm) -> int:
    """What a client brings in a year at the usual pace, in minor units; an estimate for ordering.

    The mean visit × 365 / usual interval (a visit a day at most); after one visit × the share of
    first-time buyers who come back. A whole-shop refresh in SQL does the same steps on doubles.
    """
    if visits == 0 or not usual_days or total_minor <= 0:
        return 0
    value = total_minor * float(DAYS_A_YEAR) / (visits * max(usual_days, 1.0))
    if visits == 1:
        value *= shop.repeat_share
    return int(value + 0.5)


def with_rhythm(figures: Figures, shop: ShopRhythm, factors: Factors) -> Figures:
    """The same visits and sums with interval, turning days and yearly value worked out anew."""
    usual = usual_interval(figures, shop)
    plain = replace(
        figures,
        usual_days=usual,
        due_on=None,
        cooling_on=None,
        quiet_on=None,
        lost_on=None,
        yearly_minor=yearly_value(figures.total_minor, figures.visits, usual, shop),
    )
    if usual is None or figures.last_visit is None:
        return plain
    turns = turning_days(figures.last_visit, usual, factors)
    return replace(
        plain,
        due_on=turns.due_on,
        cooling_on=turns.cooling_on,
        quiet_on=turns.quiet_on,
        lost_on=turns.lost_on,
    )


def figures_of(
    sales: Iterable[tuple[date, int, bool]], shop: ShopRhythm, factors: Factors
) -> Figures:
    """Figures from a client's whole history of (day, total in minor units, is a return).

    Distinct days with a purchase are visits; a return is none, but its (negative) sum counts.
    """
    days: set[date] = set()
    purchases = total = 0
    for day, minor, is_return in sales:
        total += minor
        if not is_return:
            purchases += 1
            days.add(day)
    counted = Figures(
        visits=len(days),
        purchases=purchases,
        first_visit=min(days, default=None),
        last_visit=max(days, default=None),
        total_minor=total,
    )
    return with_rhythm(counted, shop, factors)


def evidence_of(histories: Iterable[Iterable[date]], today: date) -> Evidence:
    """Count the evidence in clients' purchase days (unsorted, repeated days are one visit)."""
    clients = gaps = gap_days = mature = mature_repeaters = 0
    second_visits: dict[int, int] = {}
    for history in histories:
        visits = sorted(set(history))
        if not visits:
            continue
        clients += 1
        gaps += len(visits) - 1
        gap_days += (visits[-1] - visits[0]).days
        old_enough = (today - visits[0]).days >= MATURE_DAYS
        mature += old_enough
        if len(visits) > 1:
            mature_repeaters += old_enough
            second = (visits[1] - visits[0]).days
            second_visits[second] = second_visits.get(second, 0) + 1
    return Evidence(clients, gaps, gap_days, second_visits, mature, mature_repeaters)


def _first_day_beyond(days: float) -> int:
    return floor(days) + 1


def _later(day: date, days: int) -> date:
    left = (date.max - day).days
    return day + timedelta(days=min(days, left))


def _trusted(seen: float, count: int) -> float:
    """Lean on the default while little was seen; a single gap must not judge a whole shop."""
    weight = min(count / GAPS_TO_TRUST, 1.0)
    return weight * seen + (1.0 - weight) * DEFAULT_DAYS


def _median(counts: Mapping[int, int]) -> float:
    """The (lower) median of a histogram value → count."""
    half = sum(counts.values()) / 2
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed >= half:
            return float(value)
    return DEFAULT_DAYS
