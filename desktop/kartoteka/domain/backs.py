"""What the back of a paper holds: an offer, advice for what was bought, or the owner's phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kartoteka.domain.offers import Offer, OfferId


class BackKind(StrEnum):
    """What the back of a paper holds; never a price list."""

    OFFER = "offer"
    CARE = "care"
    FEEDBACK = "feedback"


class BackWish(StrEnum):
    """What the owner wants on backs, or the seller on one of them."""

    AUTO = "auto"
    """An offer, else care advice, else the way to the owner."""
    OFFER = "offer"
    CARE = "care"
    """Care advice first, then as `AUTO`."""
    FEEDBACK = "feedback"
    NOTHING = "none"
    """The front only."""


@dataclass(frozen=True, slots=True)
class Care:
    """How to look after a thing that was bought, piece by piece."""

    item: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """What one back holds; only what its kind needs is filled in."""

    kind: BackKind
    offer: Offer | None = None
    care: tuple[Care, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """What could stand on a back.

    `offers` hold today, are in the language of the paper and come in the order of choice; `shown`
    are those that this client had on a paper already; `care` is for what the paper is about.
    """

    offers: Sequence[Offer] = ()
    shown: frozenset[OfferId] = frozenset()
    care: Sequence[Care] = ()


def choose_back(possible: Possible, wish: BackWish = BackWish.AUTO) -> Back | None:
    """The back that fits best; None when there is to be none.

    An offer that the client had before comes after care advice: a reminder is better than nothing,
    news are better than a reminder. What is wished for and cannot be is as if nothing were wished.
    """
    if wish is BackWish.NOTHING:
        return None
    if wish is BackWish.FEEDBACK:
        return Back(BackKind.FEEDBACK)
    if wish is BackWish.CARE and possible.care:
        return _care(possible)
    fresh = [offer for offer in possible.offers if offer.id not in possible.shown]
    if wish is BackWish.OFFER:
        fresh += possible.offers
    if fresh:
        return Back(BackKind.OFFER, offer=fresh[0])
    if possible.care:
        return _care(possible)
    if possible.offers:
        return Back(BackKind.OFFER, offer=possible.offers[0])
    return Back(BackKind.FEEDBACK)


def wishes(possible: Possible) -> tuple[BackWish, ...]:
    """What can be wished for, so that it comes true."""
    found = [BackWish.OFFER] if possible.offers else []
    found += [BackWish.CARE] if possible.care else []
    return (*found, BackWish.FEEDBACK, BackWish.NOTHING)


def _care(possible: Possible) -> Back:
    """Advice that several things share is given once, for all of them."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for each in possible.care:
        names = shared.setdefault(each.advice, [])
        if each.item not in names:
            names.append(each.item)
    care = tuple(Care(", ".join(names), advice) for advice, names in shared.items())
    return Back(BackKind.CARE, care=care)
