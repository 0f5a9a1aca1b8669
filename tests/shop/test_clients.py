"""Cards through the deeds: adding, changing, undoing, the bin, and what a card shows."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kartoteka.domain.clients import (
    Birthday,
    Channel,
    Client,
    Consent,
    Kind,
    Phone,
    Source,
    Tag,
    TagKind,
)
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.lists import Filter, Order
from kartoteka.domain.rhythm import State
from kartoteka.domain.timeline import Event
from kartoteka.shop import Shop, card_bin, clients, safety
from kartoteka.shop.clients import CardNumberTaken

ANNA = Client(
    family="Иванова",
    given="Анна",
    phones=(Phone("8 (912) 345-67-89", "+79123456789"),),
    emails=("anna@example.com",),
    birthday=Birthday(29, 2),
    tags=(Tag(TagKind.LIKES, "Зелёное"), Tag(TagKind.SIZE, "кольцо 17")),
    card="1042",
    source="Ярмарка",
    notes="Любит чай",
)


def add(shop: Shop, client: Client) -> Client:
    return clients.add_client(shop, client).value


def test_an_added_card_is_read_back_with_the_day_on_which_it_was_added(shop: Shop) -> None:
    kept = add(shop, ANNA)
    assert kept == replace(ANNA, id=kept.id, added_on=date(2026, 11, 21))
    assert clients.client(shop, kept.id) == kept


def test_a_card_with_nothing_on_it_is_refused(shop: Shop) -> None:
    with pytest.raises(BadValue):
        clients.add_client(shop, Client(notes="кто это?"))
    assert clients.count(shop) == 0


def test_a_card_number_belongs_to_one_client_and_the_refusal_names_the_holder(shop: Shop) -> None:
    add(shop, ANNA)
    with pytest.raises(CardNumberTaken) as refused:
        add(shop, Client(given="Мария", card="1042"))
    assert (refused.value.number, refused.value.client) == ("1042", "Анна Иванова")
    assert clients.count(shop) == 1


def test_a_card_number_in_the_bin_is_still_taken(shop: Shop) -> None:
    card_bin.delete_clients(shop, [add(shop, ANNA).id])
    with pytest.raises(CardNumberTaken):
        add(shop, Client(given="Мария", card="1042"))


def test_an_edit_is_undone_field_by_field_and_leaves_later_edits_alone(shop: Shop) -> None:
    kept = add(shop, ANNA)
    first = clients.edit_client(shop, replace(kept, family="Петрова"))
    clients.edit_client(shop, replace(first.value, notes="Любит кофе"))
    assert first.changes.undo is not None
    safety.undo(shop, first.changes.undo)
    now = clients.client(shop, kept.id)
    assert (now.family, now.notes) == ("Иванова", "Любит кофе")
    assert clients.find(shop, "иванова кофе") == [kept.id]
    assert clients.find(shop, "петрова") == []


def test_saving_an_unchanged_card_changes_nothing(shop: Shop) -> None:
    kept = add(shop, ANNA)
    done = clients.edit_client(shop, kept)
    assert done.changes.undo is None
    assert not done.changes.clients


def test_editing_a_card_that_is_gone_says_so(shop: Shop) -> None:
    with pytest.raises(NotFound):
        clients.edit_client(shop, replace(ANNA, id=77))


def test_undoing_an_added_card_puts_it_into_the_bin(shop: Shop) -> None:
    done = clients.add_client(shop, ANNA)
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert clients.count(shop) == 0
    assert list(clients.find_ids(shop, Filter(in_bin=True))) == [done.value.id]


def test_consents_are_only_added_to(shop: Shop) -> None:
    kept = add(shop, ANNA)
    clients.record_consent(shop, kept.id, Channel.SMS, given=True, how="анкета", wording="Да")
    clients.record_consent(shop, kept.id, Channel.SMS, given=False, how="по телефону")
    clients.edit_client(shop, replace(clients.client(shop, kept.id), consents=()))
    history = clients.client(shop, kept.id).consents
    assert [(each.channel, each.given, each.how) for each in history] == [
        (Channel.SMS, True, "анкета"),
        (Channel.SMS, False, "по телефону"),
    ]


def test_a_consent_written_down_by_mistake_is_undone(shop: Shop) -> None:
    kept = add(shop, ANNA)
    clients.record_consent(shop, kept.id, Channel.CALL, given=True)
    wrong = clients.record_consent(shop, kept.id, Channel.CALL, given=False)
    assert wrong.changes.undo is not None
    safety.undo(shop, wrong.changes.undo)
    assert [each.given for each in clients.client(shop, kept.id).consents] == [True]


def test_do_not_contact_is_one_step_and_undone_as_one(shop: Shop) -> None:
    kept = add(shop, ANNA)
    done = clients.set_do_not_contact(shop, kept.id, True)
    assert done.value.do_not_contact
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert not clients.client(shop, kept.id).do_not_contact


def test_recommendations_are_seen_from_both_sides(shop: Shop) -> None:
    kept = add(shop, ANNA)
    friend = add(shop, Client(given="Мария", family="Петрова", recommended_by=kept.id))
    assert [each.name for each in clients.card(shop, kept.id).recommended] == ["Мария Петрова"]
    recommender = clients.card(shop, friend.id).recommended_by
    assert recommender is not None
    assert (recommender.id, recommender.name) == (kept.id, "Анна Иванова")


def test_nobody_recommends_themselves(shop: Shop) -> None:
    kept = add(shop, ANNA)
    with pytest.raises(NotFound):
        clients.edit_client(shop, replace(kept, recommended_by=kept.id))


def test_a_source_has_a_cost(shop: Shop) -> None:
    kept = add(shop, ANNA)
    done = clients.save_source(shop, Source("Ярмарка", 50_00))
    assert clients.card(shop, kept.id).source == Source("Ярмарка", 50_00)
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert clients.sources(shop) == [Source("Ярмарка", 0)]


def test_a_card_shows_birthday_and_name_day(shop: Shop) -> None:
    kept = add(shop, replace(ANNA, given="Андрей", birthday=Birthday(29, 2, 1980)))
    view = clients.card(shop, kept.id)
    assert (view.birthday_on, view.age) == (date(2027, 2, 28), 47)
    assert view.name_day is not None
    assert view.name_day.on == date(2026, 11, 30)
    assert view.rhythm.state is State.NONE


def test_the_timeline_is_newest_first_and_comes_in_pages(shop: Shop) -> None:
    kept = add(shop, ANNA)
    for given in (True, False, True):
        clients.record_consent(shop, kept.id, Channel.POST, given=given)
    whole = clients.timeline(shop, kept.id)
    assert [each.at for each in whole] == sorted((each.at for each in whole), reverse=True)
    assert {each.event for each in whole} == {Event.EDIT, Event.CONSENT}
    pages = clients.timeline(shop, kept.id, 2)
    while rest := clients.timeline(shop, kept.id, 2, pages[-1]):
        pages += rest
    assert pages == whole
    assert not clients.card(shop, kept.id, timeline_limit=2).timeline_complete


def test_lists_are_filtered_and_sorted(shop: Shop) -> None:
    first = add(shop, replace(ANNA, birthday=Birthday(25, 11)))
    second = add(shop, Client(kind=Kind.COMPANY, company="АртДом ЕООД", notes="фактури"))
    third = add(shop, Client(given="Яна", family="Яковлева", tags=(Tag(TagKind.LIKES, "чай"),)))
    assert list(clients.find_ids(shop, Filter())) == [second.id, first.id, third.id]
    assert list(clients.find_ids(shop, Filter(tag="ЗЕЛЕНОЕ"))) == [first.id]
    assert list(clients.find_ids(shop, Filter(birthday_within=7))) == [first.id]
    assert list(clients.find_ids(shop, Filter(birthday_within=3))) == []
    assert list(clients.find_ids(shop, Filter(source="Ярмарка"))) == [first.id]
    assert list(clients.find_ids(shop, Filter(text="чай"))) == [first.id, third.id]
    assert list(clients.find_ids(shop, Filter(states=frozenset({State.QUIET})))) == []
    none = Filter(states=frozenset({State.NONE, State.NEW}), text="я")
    for order in Order:
        assert first.id in clients.find_ids(shop, none, order)


def test_lines_keep_the_order_that_was_asked_for(shop: Shop) -> None:
    first, second = add(shop, ANNA), add(shop, Client(emails=("nameless@example.com",)))
    shown = clients.lines(shop, [second.id, 999, first.id])
    assert [line.name for line in shown] == ["nameless@example.com", "Анна Иванова"]
    assert shown[1].phone == ANNA.phones[0]
    assert clients.tags(shop) == ["Зелёное", "кольцо 17"]


def test_an_old_consent_can_be_brought_with_a_new_card(shop: Shop) -> None:
    consent = Consent(Channel.CALL, True, datetime.fromisoformat("2020-01-02T03:04"))
    assert add(shop, replace(ANNA, consents=(consent,))).consents == (consent,)
