"""Contacts with clients: call lists, what was said, how a call ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kartoteka.domain.clients import Channel, ClientId
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.rhythm import Figures, State, silent_days, state

LATE = frozenset({State.DUE, State.COOLING, State.QUIET, State.LOST})
"""The states in which silence itself is a reason to call."""


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


class Objection(StrEnum):
    """Why somebody may not be called."""

    DO_NOT_CONTACT = "do_not_contact"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_MISSING = "consent_missing"
    NO_PHONE = "no_phone"


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


def silence(figures: Figures, today: date) -> Reason:
    """The facts of 'usually every 12 days, silent for 41', in whole days, half a day up."""
    usual = figures.usual_days
    return Reason(
        ReasonKind.QUIET,
        usual_days=max(int(usual + 0.5), 1) if usual else 0,
        silent_days=silent_days(figures, today) or 0,
        visits=figures.visits,
    )


def reason_for(figures: Figures, today: date, occasions: Sequence[Reason] = ()) -> Reason:
    """Why to call this client today, the weightiest reason only.

    Going quiet or lost comes first, then the nearest of `occasions` (birthday, name day), then a
    visit that is merely due; without any of them somebody simply chose the client.
    """
    now = state(figures, today)
    if now in (State.QUIET, State.LOST):
        return silence(figures, today)
    if occasions:
        return min(occasions, key=lambda reason: reason.on or date.max)
    if now in LATE:
        return silence(figures, today)
    return Reason(ReasonKind.CHOSEN)


def consent_is_needed(country: str) -> bool:
    """Whether only those may be called who said yes (Russia: 41-ФЗ, since 1 September 2025)."""
    return country == "ru"


def objection(
    *, do_not_contact: bool, said: bool | None, has_phone: bool, country: str
) -> Objection | None:
    """Why a client may not be called; `said` is their last word about calls, None: never asked.

    In Russia mass calls need consent (41-ФЗ, since 1 September 2025); elsewhere own customers may
    be called until they object (GDPR art. 21).
    """
    if do_not_contact:
        return Objection.DO_NOT_CONTACT
    if said is False:
        return Objection.CONSENT_WITHDRAWN
    if said is None and consent_is_needed(country):
        return Objection.CONSENT_MISSING
    return None if has_phone else Objection.NO_PHONE
