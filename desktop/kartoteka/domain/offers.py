"""Offers: a promise on the back of a paper, with a reason and an end."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.special_offers import called_special

OfferId = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is promised, why, and until when (both days inclusive). `id` 0: not in the book."""

    id: OfferId = 0
    title: str
    """The promise itself, e.g. 'A bracelet for your necklace, 600 ₽ less'."""
    reason: str
    """Why this client, why now; required."""
    begins: date
    ends: date | None
    language: str
    code: str = ""


@dataclass(eq=False)
class OfferWithoutTitle(RuleBroken):
    """Nothing is promised."""


@dataclass(eq=False)
class OfferWithoutReason(RuleBroken):
    """It does not say why this client and why now."""


@dataclass(eq=False)
class OfferWithoutEnd(RuleBroken):
    """It has no last day."""


@dataclass(eq=False)
class OfferEndsBeforeItBegins(RuleBroken):
    """Its last day is before its first."""

    begins: date
    ends: date


@dataclass(eq=False)
class OfferEnded(RuleBroken):
    """Its last day is over."""

    ends: date
    today: date


@dataclass(eq=False)
class OfferCalledSpecial(RuleBroken):
    """`field` (title or reason) calls it a special offer or the like, which says nothing."""

    field: str
    phrase: str


def check_offer(offer: Offer, today: date) -> None:
    """Raise the rule that keeps an offer from being printed on a paper of `today`.

    An offer whose first day is still to come may be kept; `is_running` tells whether to print it.
    """
    if not offer.title.strip():
        raise OfferWithoutTitle
    if not offer.reason.strip():
        raise OfferWithoutReason
    for field, text in (("title", offer.title), ("reason", offer.reason)):
        phrase = called_special(text)
        if phrase:
            raise OfferCalledSpecial(field, phrase)
    if offer.ends is None:
        raise OfferWithoutEnd
    if offer.ends < offer.begins:
        raise OfferEndsBeforeItBegins(offer.begins, offer.ends)
    if offer.ends < today:
        raise OfferEnded(offer.ends, today)


def is_running(offer: Offer, today: date) -> bool:
    """Whether the offer holds on `today`; its first and last day belong to it."""
    return offer.ends is not None and offer.begins <= today <= offer.ends
