"""Who is going quiet, ordered by what their silence costs, and the rhythm of one client."""

from collections.abc import Sequence

from kartoteka.shop.changes import Done

from kartoteka.domain.clients import ClientId
from kartoteka.domain.rhythm import ShopRhythm, State
from kartoteka.shop import Shop
from kartoteka.shop.views import QuietLine, RhythmNotice, RhythmView


def quiet_ids(shop: Shop) -> Sequence[ClientId]:
    """Quiet clients, the dearest silence first; empty where clients buy once (see `notice`)."""
    raise NotImplementedError


def visited_ids(shop: Shop) -> Sequence[ClientId]:
    """Every client with a visit, the dearest silence first (`quiet --all`)."""
    raise NotImplementedError


def quiet_lines(shop: Shop, clients: Sequence[ClientId]) -> list[QuietLine]:
    """Lines for these clients, in their order; those that are gone are left out."""
    raise NotImplementedError


def counts_by_state(shop: Shop) -> dict[State, int]:
    """How many clients are in each state today; every state has a count."""
    raise NotImplementedError


def notice(shop: Shop) -> RhythmNotice | None:
    """Where clients buy once: why dormancy is off and what matters instead; else None."""
    raise NotImplementedError


def rhythm_view(shop: Shop, client: ClientId) -> RhythmView:
    """One client's rhythm with the line of visits; raises NotFound."""
    raise NotImplementedError


def refresh_rhythm(shop: Shop, *, force: bool = False) -> Done[ShopRhythm]:
    """Measure the shop's rhythm again and every client's figures with it.

    Once a day is enough (asked again on the same day it does nothing unless `force`).
    """
    raise NotImplementedError
