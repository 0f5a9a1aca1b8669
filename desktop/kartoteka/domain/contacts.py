"""Contacts with clients: call lists, what was said, how a call ended."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kartoteka.domain.clients import Channel, ClientId
from kartoteka.domain.errors import RuleBroken


class Outcome(StrEnum):
    """How a call ended; one key each on the calling screen."""

    WILL_COME = "will_come"
    CALL_BACK = "call_back"
    NO_ANSWER = "no_answer"
    COMPLAINT = "complaint"
    ALL_WELL = "all_well"
    DO_NOT_CALL = "do_not_call"


class ReasonKind(StrEnum):
    """Why somebody is on a list."""

    QUIET = "quiet"
    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this client, with the facts that a sentence needs; words are made elsewhere.

    QUIET: `usual_days`, `silent_days` (and `visits`, 1 means the shop's interval was used).
    BIRTHDAY, NAME_DAY: `on` and, for a birthday with a year, `age`; `feast` for a name day.
    """

    kind: ReasonKind
    usual_days: int = 0
    silent_days: int = 0
    visits: int = 0
    on: date | None = None
    age: int | None = None
    feast: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact that took place (or failed to)."""

    client: ClientId
    at: datetime
    channel: Channel
    outcome: Outcome
    said: str = ""
    call_back_on: date | None = None
    seller: str = ""


@dataclass(eq=False)
class NobodyToCall(RuleBroken):
    """None of the `chosen` clients may be called, or none has a phone."""

    chosen: int


@dataclass(eq=False)
class CallBackWithoutDay(RuleBroken):
    """A call ends with a promise to call back, and nobody said when."""
