"""Offers: a promise on the back of a paper, with a reason and an end."""

from dataclasses import dataclass
from datetime import date

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
