"""Call lists and what comes of the calls."""

from datetime import datetime, timedelta

import pytest
from tests.shop.selling import add, add_regular, sell

from kartoteka.domain.clients import Birthday, Channel, Client, Consent, Phone
from kartoteka.domain.contacts import (
    CallBackWithoutDay,
    NobodyToCall,
    Objection,
    Outcome,
    ReasonKind,
)
from kartoteka.domain.errors import NotFound
from kartoteka.domain.timeline import Event
from kartoteka.shop import Shop, calls, clients, day_list, safety
from kartoteka.shop import settings as shop_settings
from kartoteka.shop.views import CallLine

PHONE = (Phone("088 812 3456", "+359888123456"),)
LONG_AGO = datetime(2025, 1, 1, 12)  # noqa: DTZ001 - the book keeps local time


def said(given: bool) -> tuple[Consent, ...]:
    return (Consent(Channel.CALL, given, LONG_AGO),)


def one_call(shop: Shop) -> CallLine:
    client = add_regular(shop, Client(given="Ана", phones=PHONE), every=10, silent=80, times=8)
    (made,) = calls.make_call_list(shop, [client]).value.lines
    return made


def test_a_list_keeps_the_reason_as_it_was_on_its_day(shop: Shop) -> None:
    made = one_call(shop)
    assert made.reason.kind is ReasonKind.QUIET
    assert made.reason.silent_days == 80
    sell(shop, client=made.client)
    (kept,) = calls.call_list(shop, 1).lines
    assert kept.reason == made.reason
    assert (kept.name, kept.phone) == ("Ана", "+359888123456")


def test_a_call_on_a_birthday_is_made_for_it_and_the_script_congratulates(shop: Shop) -> None:
    today = shop.today()
    tomorrow = today + timedelta(days=1)
    people = [
        Client(given="Ана", phones=PHONE, birthday=Birthday(on.day, on.month))
        for on in (today, tomorrow)
    ]
    ids = [add(shop, person) for person in people]
    born_today, born_tomorrow = calls.make_call_list(shop, ids).value.lines
    assert born_today.reason.kind is ReasonKind.BIRTHDAY
    assert born_tomorrow.reason.kind is ReasonKind.CHOSEN
    assert "Happy birthday!" in calls.script(shop, ids[0], "en")
    assert "Happy birthday!" not in calls.script(shop, ids[1], "en")


def test_an_extension_stands_behind_the_number_to_be_called(shop: Shop) -> None:
    phone = Phone("02 987 65 43 вътр. 12", "+35929876543", "вътр. 12")
    client = add(shop, Client(given="Ана", phones=(phone,)))
    remark = Phone("0888 123 456 мама", "+359888123456", "мама")
    other = add(shop, Client(given="Боян", phones=(remark,)))
    made = calls.make_call_list(shop, [client, other]).value
    assert [line.phone for line in made.lines] == ["+35929876543 вътр. 12", "+359888123456"]


def test_those_who_may_not_be_called_are_left_out_and_told_why(shop: Shop) -> None:
    willing = add(shop, Client(given="Ана", phones=PHONE, consents=said(True)))
    people = {
        add(shop, Client(given="Б", phones=PHONE, do_not_contact=True)): Objection.DO_NOT_CONTACT,
        add(
            shop, Client(given="В", phones=PHONE, consents=said(True) + said(False))
        ): Objection.CONSENT_WITHDRAWN,
        add(shop, Client(given="Г")): Objection.NO_PHONE,
    }
    never_asked = add(shop, Client(given="Д", phones=PHONE))
    made = calls.make_call_list(shop, [*people, never_asked, willing, willing]).value
    assert [line.client for line in made.lines] == [never_asked, willing]
    assert {left.client: left.why for left in made.skipped} == people


def test_in_russia_those_who_were_never_asked_are_left_out(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.country": "ru"})
    willing = add(shop, Client(given="Анна", phones=PHONE, consents=said(True)))
    never_asked = add(shop, Client(given="Вера", phones=PHONE))
    made = calls.make_call_list(shop, [willing, never_asked]).value
    assert [line.client for line in made.lines] == [willing]
    assert [left.why for left in made.skipped] == [Objection.CONSENT_MISSING]


def test_a_list_of_nobody_is_refused(shop: Shop) -> None:
    client = add(shop, Client(given="Г"))
    with pytest.raises(NobodyToCall):
        calls.make_call_list(shop, [client, 77])
    assert calls.call_lists(shop) == []


def test_an_outcome_is_written_down_and_taken_back(shop: Shop) -> None:
    made = one_call(shop)
    done = calls.record_outcome(shop, made.id, Outcome.WILL_COME, " Ще дойде в събота. ")
    assert (done.value.outcome, done.value.said) == (Outcome.WILL_COME, "Ще дойде в събота.")
    assert [each.done for each in calls.call_lists(shop)] == [1]
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    (line,) = calls.call_list(shop, 1).lines
    assert (line.outcome, line.said, line.at) == (None, "", None)


def test_do_not_call_withdraws_the_consent_at_once(shop: Shop) -> None:
    made = one_call(shop)
    done = calls.record_outcome(shop, made.id, Outcome.DO_NOT_CALL)
    last = clients.client(shop, made.client).consents[-1]
    assert (last.channel, last.given) == (Channel.CALL, False)
    with pytest.raises(NobodyToCall):
        calls.make_call_list(shop, [made.client])
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert clients.client(shop, made.client).consents == ()


def test_a_promise_to_call_back_needs_a_day_and_comes_back_on_it(shop: Shop) -> None:
    made = one_call(shop)
    with pytest.raises(CallBackWithoutDay):
        calls.record_outcome(shop, made.id, Outcome.CALL_BACK)
    tomorrow = shop.today() + timedelta(days=1)
    calls.record_outcome(shop, made.id, Outcome.CALL_BACK, call_back_on=tomorrow)
    assert calls.call_backs(shop) == ()
    calls.record_outcome(shop, made.id, Outcome.CALL_BACK, call_back_on=shop.today())
    assert [line.id for line in calls.call_backs(shop)] == [made.id]
    calls.record_outcome(shop, made.id, Outcome.ALL_WELL)
    assert calls.call_backs(shop) == ()


def test_a_list_is_taken_back_but_what_was_said_stays(shop: Shop) -> None:
    first = add_regular(shop, Client(given="Ана", phones=PHONE), every=10, silent=80)
    second = add_regular(shop, Client(given="Ива", phones=PHONE), every=10, silent=80)
    made = calls.make_call_list(shop, [first, second])
    calls.record_outcome(shop, made.value.lines[0].id, Outcome.ALL_WELL, "Доволна е.")
    assert made.changes.undo is not None
    safety.undo(shop, made.changes.undo)
    assert calls.call_lists(shop) == []
    with pytest.raises(NotFound):
        calls.call_list(shop, made.value.id)
    events = [entry.said for entry in clients.card(shop, first).timeline if entry.said]
    assert events == ["Доволна е."]


def test_an_unknown_call_is_refused(shop: Shop) -> None:
    with pytest.raises(NotFound):
        calls.record_outcome(shop, 5, Outcome.ALL_WELL)


def test_the_script_is_in_the_clients_language(shop: Shop) -> None:
    client = add_regular(
        shop, Client(given="Kate", language="en", phones=PHONE), every=10, silent=80, times=8
    )
    told = calls.script(shop, client)
    assert told.startswith("Hello, Kate! This is Работилница „Ела“ calling.")
    assert "Гривна" in told


def test_calls_of_fresh_lists_and_due_promises_wait(shop: Shop) -> None:
    assert day_list.to_call(shop) == 0
    made = one_call(shop)
    assert day_list.to_call(shop) == 1
    calls.record_outcome(shop, made.id, Outcome.CALL_BACK, "", shop.today() + timedelta(days=1))
    assert day_list.to_call(shop) == 0
    calls.record_outcome(shop, made.id, Outcome.CALL_BACK, "", shop.today())
    assert day_list.to_call(shop) == 1
    assert [line.id for line in calls.call_backs(shop)] == [made.id]


def test_a_client_on_two_lists_waits_once_and_an_old_list_waits_no_more(shop: Shop) -> None:
    client = add(shop, Client(given="Ана", phones=PHONE))
    for _ in range(2):
        calls.make_call_list(shop, [client])
    assert day_list.to_call(shop) == 1
    shop._today = shop.today() + calls.FRESH + timedelta(days=1)
    assert day_list.to_call(shop) == 0


def test_a_call_from_the_card_stands_on_the_card_and_on_no_list(shop: Shop) -> None:
    client = add(shop, Client(given="Ана", phones=PHONE))
    done = calls.record_call(shop, client, Outcome.COMPLAINT, " Закопчалката се счупи. ")
    assert (done.value.list_id, done.value.said) == (None, "Закопчалката се счупи.")
    assert calls.call_lists(shop) == []
    assert day_list.to_call(shop) == 0
    assert [each.event for each in clients.timeline(shop, client)][:1] == [Event.CALL]
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert Event.CALL not in [each.event for each in clients.timeline(shop, client)]


def test_a_call_from_the_card_ticks_the_one_that_waits_on_a_list(shop: Shop) -> None:
    made = one_call(shop)
    done = calls.record_call(shop, made.client, Outcome.WILL_COME)
    assert done.value.id == made.id
    assert day_list.to_call(shop) == 0
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert day_list.to_call(shop) == 1
    calls.record_call(shop, made.client, Outcome.WILL_COME)
    assert calls.record_call(shop, made.client, Outcome.ALL_WELL).value.list_id is None


def test_what_a_client_said_is_kept_even_when_they_may_not_be_called(shop: Shop) -> None:
    client = add(shop, Client(given="Ана", consents=said(False)))
    assert calls.record_call(shop, client, Outcome.ALL_WELL).value.outcome is Outcome.ALL_WELL


def test_do_not_call_from_the_card_withdraws_the_consent_and_undo_gives_it_back(shop: Shop) -> None:
    client = add(shop, Client(given="Ана", phones=PHONE, consents=said(True)))
    done = calls.record_call(shop, client, Outcome.DO_NOT_CALL)
    assert [each.given for each in clients.client(shop, client).consents] == [True, False]
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert [each.given for each in clients.client(shop, client).consents] == [True]


def test_a_call_to_nobody_or_a_promise_without_a_day_is_refused(shop: Shop) -> None:
    with pytest.raises(NotFound):
        calls.record_call(shop, 77, Outcome.ALL_WELL)
    client = add(shop, Client(given="Ана", phones=PHONE))
    with pytest.raises(CallBackWithoutDay):
        calls.record_call(shop, client, Outcome.CALL_BACK)
