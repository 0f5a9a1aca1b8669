"""Call lists: whom to call and why, and what came of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import (
    CallBackWithoutDay,
    NobodyToCall,
    Outcome,
    Reason,
    objection,
    reason_for,
)
from kartoteka.domain.errors import NotFound
from kartoteka.domain.occasions import occasions_of
from kartoteka.i18n import Words
from kartoteka.shop import Shop, scripts
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.views import CallLine, CallList, CallListLine, Skipped, SkippedWhy
from kartoteka.store import calls as stored
from kartoteka.store import journal
from kartoteka.store import occasions as stored_occasions
from kartoteka.store import quiet as stored_quiet
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

MAKE_LIST = "make_call_list"
RECORD_OUTCOME = "record_outcome"
RECORD_CALL = "record_call"
FRESH = timedelta(days=14)
"""What is left of an older list waits no longer: who is still silent comes onto a new one."""


def make_call_list(shop: Shop, clients: Sequence[ClientId]) -> Done[CallList]:
    """Make a list to call from, in the order given; the reason is kept as it is today.

    Left out and told in `skipped`: those who asked for no contact, withdrew their consent to
    calls, have no phone; and in Russia those who never gave it (41-ФЗ: mass calls need consent).
    Raises NobodyToCall when none is left.
    """
    wanted = list(dict.fromkeys(clients))
    with shop.change() as session:
        permits = stored.permits(session, wanted)
        known = [permits[client] for client in wanted if client in permits]
        judged = [(permit, _objection(shop, permit)) for permit in known]
        skipped = tuple(Skipped(p.client, p.name, why) for p, why in judged if why is not None)
        called = [permit.client for permit, why in judged if why is None]
        if not called:
            raise NobodyToCall(len(wanted))
        shop.tell(0, 0)
        reasons = _reasons(shop, session, called)
        shop.tell(0, 0)
        now = shop.now()
        calls = [(client, reasons[client]) for client in called]
        list_id = stored.add_list(session, now, shop.today(), shop.seller, calls)
        detail = json.dumps({"list": list_id})
        undo = journal.write(session, now, shop.seller, MAKE_LIST, None, detail)
        made = _call_list(session, list_id, skipped)
        shop.tell(0, 0)
    return Done(made, Changes(clients=frozenset(called), lists=True, undo=undo))


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a call ended; a promise to call back has its day."""

    outcome: Outcome
    said: str
    call_back_on: date | None

    def __post_init__(self) -> None:
        if self.outcome is Outcome.CALL_BACK and self.call_back_on is None:
            raise CallBackWithoutDay


def call_list(shop: Shop, list_id: int) -> CallList:
    """One call list with its lines; raises NotFound."""
    with shop.read() as session:
        return _call_list(session, list_id)


def call_lists(shop: Shop, limit: int = 200) -> list[CallListLine]:
    """The call lists, newest first."""
    with shop.read() as session:
        heads = stored.heads(session, limit)
    return [CallListLine(head.id, head.day, head.seller, head.calls, head.done) for head in heads]


def call_backs(shop: Shop) -> tuple[CallLine, ...]:
    """Promised call-backs whose day has come, the oldest promise first."""
    with shop.read() as session:
        return due_call_backs(shop, session)


def record_outcome(
    shop: Shop,
    call: int,
    outcome: Outcome,
    said: str = "",
    call_back_on: date | None = None,
) -> Done[CallLine]:
    """Write down how a call ended; 'do not call' withdraws the consent for calls with it.

    A later word replaces the earlier one. Raises NotFound, CallBackWithoutDay.
    """
    ended = _Ended(outcome, said.strip(), call_back_on)
    with shop.change() as session:
        return _written(shop, session, _entry(session, call), ended, RECORD_OUTCOME)


def record_call(
    shop: Shop,
    client: ClientId,
    outcome: Outcome,
    said: str = "",
    call_back_on: date | None = None,
) -> Done[CallLine]:
    """Write down a call that took place: the one that waits on a fresh list, else one of its own.

    Whoever was talked to is not asked whether they may be called. Raises NotFound,
    CallBackWithoutDay.
    """
    ended = _Ended(outcome, said.strip(), call_back_on)
    with shop.change() as session:
        waits = stored.waiting_call(session, client, shop.today() - FRESH)
        if waits is not None:
            return _written(shop, session, _entry(session, waits), ended, RECORD_OUTCOME)
        reason = _reasons(shop, session, [client]).get(client)
        if reason is None:
            raise NotFound("client", str(client))
        call = _entry(session, stored.add_call(session, client, reason))
        return _written(shop, session, call, ended, RECORD_CALL)


def script(shop: Shop, client: ClientId, language: str = "") -> str:
    """What to say to this client, in their language (else the shop's), using their card."""
    with shop.read() as session:
        facts = stored.script_facts(session, [client]).get(client)
        if facts is None:
            raise NotFound("client", str(client))
        reason = _reasons(shop, session, [client])[client]
    words = Words(language or facts.language or shop.settings.shop.language)
    return scripts.script(words, script_facts(shop, facts), reason)


def script_facts(shop: Shop, facts: stored.ScriptFacts) -> scripts.ScriptFacts:
    """The facts of a card as a script uses them."""
    if facts.is_company:
        name = facts.called or facts.contact_person
    else:
        name = facts.called or facts.given or facts.name
    return scripts.ScriptFacts(
        greeting_name=name,
        shop_name=shop.settings.shop.name,
        seller=shop.seller,
        last_item=facts.last_item,
        last_on=facts.last_on,
        likes=facts.likes,
    )


def take_back_list(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Forget a call list; calls with an outcome stay on their cards."""
    list_id = json.loads(entry.detail)["list"]
    clients = frozenset(call.client for call in stored.of_list(session, list_id))
    stored.drop_list(session, list_id)
    return Changes(clients=clients, lists=True)


def take_back_outcome(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Put a call back as it was before its outcome was written down."""
    detail = json.loads(entry.detail)
    stored.restore_outcome(session, detail["call"], detail["before"])
    if detail["consent"] is not None:
        stored.drop_consent(session, detail["consent"])
    clients = frozenset() if entry.client_id is None else frozenset({entry.client_id})
    return Changes(clients=clients, lists=True)


def take_back_call(_shop: Shop, session: Session, entry: Entry) -> Changes:
    """Forget a call that was on no list, and the consent withdrawn with it."""
    detail = json.loads(entry.detail)
    stored.drop_call(session, detail["call"])
    if detail["consent"] is not None:
        stored.drop_consent(session, detail["consent"])
    clients = frozenset() if entry.client_id is None else frozenset({entry.client_id})
    return Changes(clients=clients, lists=True)


def _written(
    shop: Shop, session: Session, call: stored.CallEntry, ended: _Ended, deed: str
) -> Done[CallLine]:
    now, client = shop.now(), call.client
    before = stored.outcome_of(session, call.id)
    back_on = ended.call_back_on if ended.outcome is Outcome.CALL_BACK else None
    stored.set_outcome(session, call.id, ended.outcome, ended.said, back_on, now, shop.seller)
    consent = None
    if ended.outcome is Outcome.DO_NOT_CALL:
        how = Words(shop.settings.shop.language).say("said on the phone")
        consent = stored.add_consent(session, client, False, now, how)
    detail = json.dumps({"call": call.id, "before": before, "consent": consent})
    undo = journal.write(session, now, shop.seller, deed, client, detail)
    line = line_of(_entry(session, call.id))
    return Done(line, Changes(clients=frozenset({client}), lists=True, undo=undo))


def _objection(shop: Shop, permit: stored.Permit) -> SkippedWhy | None:
    return objection(
        do_not_contact=permit.do_not_contact,
        said=permit.said,
        has_phone=bool(permit.phone),
        country=shop.settings.shop.country,
    )


def _reasons(shop: Shop, session: Session, clients: Sequence[ClientId]) -> dict[ClientId, Reason]:
    """Silence is the reason where there is one, then what there is to congratulate on today.

    Only today: the script wishes a happy birthday, which would be said too early on any other day.
    """
    today = shop.today()
    found = {client.id: client.figures for client in stored_quiet.silent(session, clients)}
    people = stored_occasions.of_clients(session, clients)
    feasts = {
        client: occasions_of(person, today, 0, shop.name_days) for client, person in people.items()
    }
    return {
        client: reason_for(figures, today, feasts.get(client, ()))
        for client, figures in found.items()
    }


def _call_list(session: Session, list_id: int, skipped: tuple[Skipped, ...] = ()) -> CallList:
    head = stored.head(session, list_id)
    if head is None:
        raise NotFound("call list", str(list_id))
    lines = tuple(line_of(entry) for entry in stored.of_list(session, list_id))
    return CallList(head.id, head.day, head.at, head.seller, lines, skipped)


def _entry(session: Session, call: int) -> stored.CallEntry:
    found = stored.get(session, call)
    if found is None:
        raise NotFound("call", str(call))
    return found


def line_of(entry: stored.CallEntry) -> CallLine:
    return CallLine(
        id=entry.id,
        list_id=entry.list_id,
        position=entry.position,
        client=entry.client,
        name=entry.name,
        phone=entry.phone,
        hours=entry.hours,
        reason=entry.reason,
        outcome=entry.outcome,
        said=entry.said,
        call_back_on=entry.call_back_on,
        at=entry.at,
    )


def due_call_backs(shop: Shop, session: Session) -> tuple[CallLine, ...]:
    """Promised call-backs whose day has come, inside a deed's transaction."""
    return tuple(line_of(entry) for entry in stored.due_back(session, shop.today()))


def callable_call_backs(shop: Shop, session: Session) -> tuple[CallLine, ...]:
    """The promised call-backs that are due, of clients who may still be called, one a client."""
    due = due_call_backs(shop, session)
    permits = stored.permits(session, [call.client for call in due])
    allowed = {client for client, permit in permits.items() if _objection(shop, permit) is None}
    return tuple({call.client: call for call in due if call.client in allowed}.values())
