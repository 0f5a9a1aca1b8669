"""Whom to call today: the one answer behind Today, its headline, the badge, F5 and `today`."""

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import NobodyToCall, consent_is_needed
from kartoteka.shop import Shop, calls
from kartoteka.shop.changes import Done
from kartoteka.shop.views import CallLine, CallList
from kartoteka.store import day_list as stored
from kartoteka.store.book import Session


class LeftOut(StrEnum):
    """Why a quiet client is not called today."""

    SETTLED = "settled"
    PROMISED = "promised"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_MISSING = "consent_missing"
    NO_PHONE = "no_phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """Every person once: promised calls, calls of lists, then silences, the dearest first."""

    promised: tuple[CallLine, ...]
    listed: tuple[CallLine, ...]
    """Calls that wait on a fresh list, of clients who are not quiet."""
    quiet: tuple[ClientId, ...]
    """The first of those who are quiet and stand in neither of the others."""
    count: int
    """All persons, more than `quiet` shows when it was cut."""
    left_out: dict[LeftOut, int]
    """Quiet clients who are not called today, by why."""

    @property
    def clients(self) -> list[ClientId]:
        """Everybody who is shown, in order."""
        return [call.client for call in (*self.promised, *self.listed)] + list(self.quiet)


def day_list(shop: Shop, session: Session, rows: int | None = None) -> DayList:
    """Whom to call today; of the quiet ones at most `rows`.

    Left out is who may not be called, was talked to or tried today, or was promised a call on a
    later day.
    """
    today, asked = shop.today(), consent_is_needed(shop.settings.shop.country)
    promised = calls.callable_call_backs(shop, session)
    first = {call.client for call in promised}
    listed = tuple(
        calls.line_of(entry)
        for entry in stored.waiting_beside(session, today, today - calls.FRESH, needs_consent=asked)
        if entry.client not in first
    )
    twice = stored.among_quiet_to_call(session, today, first, needs_consent=asked)
    limit = None if rows is None else rows + len(twice)
    quiet = stored.quiet_to_call(session, today, needs_consent=asked, limit=limit)
    counted = stored.quiet_sum(session, today, needs_consent=asked)
    return DayList(
        promised=promised,
        listed=listed,
        quiet=tuple(client for client in quiet if client not in twice)[:rows],
        count=counted.to_call - len(twice) + len(promised) + len(listed),
        left_out={LeftOut(why): number for why, number in counted.left_out.items()},
    )


def to_call(shop: Shop) -> int:
    """How many persons are to be called today, for the badge."""
    with shop.read() as session:
        return day_list(shop, session, 0).count


def clients_to_call(shop: Shop) -> list[ClientId]:
    """Everybody to be called today, in order."""
    with shop.read() as session:
        return day_list(shop, session).clients


def make_list(shop: Shop) -> Done[CallList]:
    """A call list of everybody to be called today. Raises NobodyToCall."""
    clients = clients_to_call(shop)
    if not clients:
        raise NobodyToCall(0)
    return calls.make_call_list(shop, clients)
