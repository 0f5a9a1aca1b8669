"""What to propose at the till: what goes with the basket, what it is time for, what ran out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kartoteka.domain.catalogue import Bond, ItemId, Why

LOOK_BACK = timedelta(days=3 * 365)
"""Older purchases say nothing about today."""
STALE = timedelta(days=365)
"""Whoever did not take the hint for a year after it was due is not asked any more."""


@dataclass(frozen=True, slots=True)
class Bought:
    """How much of an item a client bought on a day, returns taken off."""

    item: ItemId
    on: date
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Tie:
    """`item` goes with `of`, at once (0) or so many days after `of` was bought."""

    of: ItemId
    item: ItemId
    bond: Bond
    after_days: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item to propose and the facts behind it."""

    item: ItemId
    why: Why
    of: ItemId
    bond: Bond | None = None
    bought_on: date | None = None
    days: int | None = None


def proposals(
    basket: Sequence[ItemId],
    bought: Iterable[Bought],
    ties: Sequence[Tie],
    lasts: dict[ItemId, int],
    today: date,
) -> list[Proposal]:
    """What to propose, the surest first; each item once, and none that is in the basket.

    Used-up consumables come first, then what goes with the basket, then what it is time for.
    Something that the client bought since is not proposed again. `lasts`: days for one unit.
    """
    last = _last_purchases(bought)
    taken = set(basket)
    found = [
        *_ran_out(last, lasts, today),
        *(Proposal(tie.item, Why.GOES_WITH, tie.of, tie.bond) for tie in _at_once(basket, ties)),
        *_time_for(last, ties, today),
    ]
    chosen: dict[ItemId, Proposal] = {}
    for proposal in found:
        if proposal.item not in taken:
            chosen.setdefault(proposal.item, proposal)
    return list(chosen.values())


def _last_purchases(bought: Iterable[Bought]) -> dict[ItemId, Bought]:
    last: dict[ItemId, Bought] = {}
    for one in bought:
        if one.quantity > 0 and (one.item not in last or last[one.item].on < one.on):
            last[one.item] = one
    return last


def _ran_out(last: dict[ItemId, Bought], lasts: dict[ItemId, int], today: date) -> list[Proposal]:
    found = []
    for item, one in last.items():
        if item not in lasts:
            continue
        over = (today - one.on).days - int(lasts[item] * one.quantity)
        if 0 <= over <= STALE.days:
            found.append(Proposal(item, Why.RAN_OUT, item, None, one.on, over))
    return sorted(found, key=lambda each: (each.days or 0, each.item))


def _at_once(basket: Sequence[ItemId], ties: Sequence[Tie]) -> list[Tie]:
    order = {item: place for place, item in enumerate(basket)}
    now = [tie for tie in ties if tie.of in order and tie.after_days == 0]
    return sorted(now, key=lambda tie: (-order[tie.of], tie.item))


def _time_for(last: dict[ItemId, Bought], ties: Sequence[Tie], today: date) -> list[Proposal]:
    found = []
    for tie in ties:
        first, since = last.get(tie.of), last.get(tie.item)
        if first is None or (since is not None and since.on >= first.on):
            continue
        days = (today - first.on).days
        if tie.after_days <= days <= tie.after_days + STALE.days and days > 0:
            found.append(Proposal(tie.item, Why.TIME_FOR, tie.of, tie.bond, first.on, days))
    return sorted(found, key=lambda each: (each.days or 0, each.item))
