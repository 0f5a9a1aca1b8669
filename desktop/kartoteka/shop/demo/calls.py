"""Past mornings on the phone: silent clients were called, and many came back."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.shop.demo.history import Histories, Lapse
from kartoteka.shop.demo.world import World
from kartoteka.store import calls as stored
from kartoteka.store.book import Session

MORNINGS = 3
CAME_BACK = 4
STAYED_AWAY = 6
"""Calls of a morning to those who then came, and to those who did not."""
_OUTCOMES = (
    Outcome.WILL_COME,
    Outcome.ALL_WELL,
    Outcome.WILL_COME,
    Outcome.NO_ANSWER,
    Outcome.CALL_BACK,
    Outcome.WILL_COME,
)

Call = tuple[ClientId, Reason, Outcome, str]


def mornings(
    world: World, chance: Random, histories: Histories, today: date
) -> Iterator[tuple[date, list[Call]]]:
    """The days on which calls were made in the last weeks, with their calls."""
    for back in range(MORNINGS, 0, -1):
        day = today - timedelta(days=9 * back)
        silent = [lapse for lapse in histories.lapses if _was_silent(lapse, day)]
        came = [lapse for lapse in silent if lapse.back is not None]
        gone = [lapse for lapse in silent if lapse.back is None]
        chosen = came[:CAME_BACK] + gone[:STAYED_AWAY]
        chance.shuffle(chosen)
        calls = [_call(world, chance, lapse, day) for lapse in chosen]
        if calls:
            yield day, calls


def keep(session: Session, world: World, day: date, calls: list[Call]) -> None:
    """Write a morning's list and outcomes into the book."""
    at = datetime.combine(day, time(10))
    wanted = [(client, reason) for client, reason, _, _ in calls]
    list_id = stored.add_list(session, at, day, world.seller, wanted)
    made = stored.of_list(session, list_id)
    for order, (entry, (_, _, outcome, said)) in enumerate(zip(made, calls, strict=True)):
        called = at + timedelta(minutes=4 * order)
        back_on = day + timedelta(days=1) if outcome is Outcome.CALL_BACK else None
        stored.set_outcome(session, entry.id, outcome, said, back_on, called, world.seller)


def _was_silent(lapse: Lapse, day: date) -> bool:
    return lapse.before < day and (lapse.back is None or day <= lapse.back)


def _call(world: World, chance: Random, lapse: Lapse, day: date) -> Call:
    outcome = chance.choice(_OUTCOMES)
    reason = Reason(
        ReasonKind.QUIET,
        usual_days=lapse.usual,
        silent_days=(day - lapse.before).days,
        visits=2,
    )
    return lapse.client + 1, reason, outcome, chance.choice(world.said[outcome.value])
