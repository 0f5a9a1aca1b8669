"""What the list of clients reads from the book before any row is fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.domain.lists import Filter, Order
from kartoteka.ui.clients.presenter import Counts

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.views import RhythmNotice

MOST_TAGS = 60
"""Preferences offered in the filter, the most frequent ones."""


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """What the page shows, read in one go."""

    ids: Sequence[int]
    counts: Counts
    tags: tuple[str, ...]
    sources: tuple[str, ...]
    notice: "RhythmNotice | None"


def read_list(shop: "Shop", chosen: Filter, order: Order, *, turned: bool) -> ListAnswer:
    """The ids of the filter, sorted, and the counts and choices of its chips."""
    from kartoteka.shop import clients, quiet

    counts = Counts(
        states=quiet.counts_by_state(shop),
        clients=clients.count(shop),
        in_bin=len(clients.find_ids(shop, Filter(in_bin=True))),
    )
    return ListAnswer(
        ids=clients.find_ids(shop, chosen, order, turned=turned),
        counts=counts,
        tags=tuple(clients.tags(shop)[:MOST_TAGS]),
        sources=tuple(source.name for source in clients.sources(shop)),
        notice=quiet.notice(shop),
    )
