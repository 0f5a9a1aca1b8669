"""The rhythm of purchases: how often a client usually comes, and who is going quiet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a client's silence compares with their usual interval."""

    NEW = "new"
    ACTIVE = "active"
    DUE = "due"
    COOLING = "cooling"
    QUIET = "quiet"
    LOST = "lost"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Factors:
    """The owner's settings of rhythm, in usual intervals (product: 1, 2, 3, 6 and a year)."""

    due_after: float = 1.0
    cooling_after: float = 2.0
    quiet_after: float = 3.0
    lost_after: float = 6.0
    lost_days: int = 365


@dataclass(frozen=True, slots=True)
class ShopRhythm:
    """What the shop's clients usually do; refreshed daily and after an import.

    `gap_days` typical interval between visits; `second_visit_days` how long those who came back
    took to come a second time; `repeat_share` share of first-time buyers who ever came back;
    `buys_once` when dormancy has no meaning here. All from `clients` clients with a visit.
    """

    gap_days: float = 30.0
    second_visit_days: float = 30.0
    repeat_share: float = 0.0
    clients: int = 0
    buys_once: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Per-client figures that lists need, kept with every sale."""

    visits: int = 0
    purchases: int = 0
    first_visit: date | None = None
    last_visit: date | None = None
    total_minor: int = 0
    usual_days: float | None = None
    due_on: date | None = None
    cooling_on: date | None = None
    quiet_on: date | None = None
    lost_on: date | None = None
    yearly_minor: int = 0
    """What they bring in a year at their usual pace (minor units); what silence puts at risk."""
