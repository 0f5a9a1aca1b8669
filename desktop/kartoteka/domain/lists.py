"""What a list of clients asks for and what one of its lines shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kartoteka.domain.clients import ClientId, Kind, Phone
from kartoteka.domain.rhythm import State


class Order(StrEnum):
    """How a list of clients is sorted."""

    NAME = "name"
    LAST_VISIT = "last_visit"
    """The latest visit first; clients without a visit at the end."""
    TOTAL = "total"
    """The largest sum first."""
    AT_RISK = "at_risk"
    """The largest yearly value first."""
    SILENCE = "silence"
    """The longest silence first; clients without a visit at the end."""
    TIMES_USUAL = "times_usual"
    """The longest silence in usual intervals first; who has no rhythm at the end."""
    PURCHASES = "purchases"
    """The most purchases first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which clients a list shows; what is empty does not narrow it, all of the rest must hold."""

    states: frozenset[State] = frozenset()
    tag: str = ""
    """Text of a preference of any kind, compared without case and accents."""
    birthday_within: int | None = None
    """Birthday today or within so many days."""
    source: str = ""
    text: str = ""
    """Fragments as typed into the search field."""
    in_bin: bool = False
    """Only deleted cards; otherwise only cards that are not deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientLine:
    """One line of a list of clients."""

    id: ClientId
    kind: Kind
    name: str
    """As `Client.name`; a nameless card shows its phone, e-mail or card number."""
    phone: Phone | None
    card: str
    city: str
    state: State
    visits: int
    purchases: int
    last_visit: date | None
    usual_days: float | None
    silent_days: int | None
    """Days since the last visit; None without one."""
    times_usual: float | None
    """Silence in usual intervals; None without a visit."""
    total_minor: int
    yearly_minor: int
    do_not_contact: bool
    deleted: bool
