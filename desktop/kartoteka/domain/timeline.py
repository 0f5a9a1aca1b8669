"""What happened with a client, one entry each, for the card's timeline."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kartoteka.domain.clients import Channel
from kartoteka.domain.contacts import Outcome
from kartoteka.domain.money import Money


class Event(StrEnum):
    """Kinds of entries."""

    SALE = "sale"
    RETURN = "return"
    PAPER = "paper"
    CALL = "call"
    CONSENT = "consent"
    DEBT_PAYMENT = "debt_payment"
    """Money for what was sold on account; `how` is the way of paying."""
    EDIT = "edit"
    """A deed of the journal: `deed` says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened; only the fields of its kind are filled."""

    event: Event
    ref: int
    """Id of the sale, paper, call, consent or journal row."""
    at: datetime
    number: int | None = None
    """Of a sale's receipt or of a paper."""
    shown: str = ""
    """The number as it stands on the paper."""
    amount: Money | None = None
    items: tuple[str, ...] = ()
    """Names of the first things bought or brought back."""
    more_items: int = 0
    """How many positions are not named in `items`."""
    paper: str = ""
    """Kind of the paper: receipt."""
    offer: str = ""
    """Title of the offer on the paper's back."""
    channel: Channel | None = None
    outcome: Outcome | None = None
    said: str = ""
    given: bool | None = None
    """Of a consent: given or withdrawn."""
    how: str = ""
    wording: str = ""
    deed: str = ""
    """add_client, edit_client, delete_client, restore_client, import."""
    seller: str = ""
    undone: bool = False
