"""What the back of a paper holds: an offer, advice or dates of what was bought, or a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kartoteka.domain.offers import Offer, OfferId


class BackKind(StrEnum):
    """What the back of a paper holds; never a price list."""

    OFFER = "offer"
    CARE = "care"
    PURCHASE = "purchase"
    FEEDBACK = "feedback"


class BackWish(StrEnum):
    """What the owner wants on backs, or the seller on one of them."""

    AUTO = "auto"
    """An offer, else care advice, else dates of the purchase, else the way to the owner."""
    OFFER = "offer"
    CARE = "care"
    """Care advice first, then as `AUTO`."""
    PURCHASE = "purchase"
    """About the purchase first: end of warranty, serial number, service; then as `AUTO`."""
    FEEDBACK = "feedback"
    NOTHING = "none"
    """The front only."""


@dataclass(frozen=True, slots=True)
class Care:
    """How to look after a thing that was bought, piece by piece."""

    item: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is worth keeping of one thing that was bought; what is not known is left out."""

    item: str
    serial: str = ""
    warranty_until: date | None = None
    service_on: date | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """What one back holds; only what its kind needs is filled in."""

    kind: BackKind
    offer: Offer | None = None
    care: tuple[Care, ...] = ()
    once: bool = False
    """The offer is for one client, who will not get it on paper again."""
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """What could stand on a back.

    `offers` hold today, are in the language of the paper and come in the order of choice; `shown`
    are those that this client had on a paper already; `care` is for what the paper is about.
    """

    offers: Sequence[Offer] = ()
    shown: frozenset[OfferId] = frozenset()
    care: Sequence[Care] = ()
    kept: Sequence[Kept] = ()
    reachable: bool = True
    """Whether the shop tells a way to reach it; else nobody could answer the question."""
    named: bool = False
    """Whether a client of the card index gets the paper, so that offers shown are remembered."""

    @property
    def fresh(self) -> list[Offer]:
        """The offers that this client never had on a paper."""
        return [offer for offer in self.offers if offer.id not in self.shown]


def choose_back(possible: Possible, wish: BackWish = BackWish.AUTO) -> Back | None:
    """The back that fits best; None when there is to be none.

    An offer is shown to a client once and never again, whatever is wished for: repeated, it says
    nothing. What is wished for and cannot be is as if nothing were wished.
    """
    if wish is BackWish.NOTHING:
        return None
    order = [BackWish.OFFER, BackWish.CARE, BackWish.PURCHASE, BackWish.FEEDBACK]
    if wish in order:
        order = [wish, *order]
    return next(filter(None, (_MADE[each](possible) for each in order)), None)


def wishes(possible: Possible) -> tuple[BackWish, ...]:
    """What can be wished for, so that it comes true."""
    return (*(each for each, made in _MADE.items() if made(possible)), BackWish.NOTHING)


def _offer(possible: Possible) -> Back | None:
    fresh = possible.fresh
    return Back(BackKind.OFFER, offer=fresh[0], once=possible.named) if fresh else None


def _purchase(possible: Possible) -> Back | None:
    return Back(BackKind.PURCHASE, kept=tuple(possible.kept)) if possible.kept else None


def _feedback(possible: Possible) -> Back | None:
    return Back(BackKind.FEEDBACK) if possible.reachable else None


def _care(possible: Possible) -> Back | None:
    """Advice that several things share is given once, for all of them."""
    if not possible.care:
        return None
    shared: dict[tuple[str, ...], list[str]] = {}
    for each in possible.care:
        names = shared.setdefault(each.advice, [])
        if each.item not in names:
            names.append(each.item)
    care = tuple(Care(", ".join(names), advice) for advice, names in shared.items())
    return Back(BackKind.CARE, care=care)


_MADE: dict[BackWish, Callable[[Possible], Back | None]] = {
    BackWish.OFFER: _offer,
    BackWish.CARE: _care,
    BackWish.PURCHASE: _purchase,
    BackWish.FEEDBACK: _feedback,
}
