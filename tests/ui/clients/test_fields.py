"""Fields become text and text becomes a card, without a window."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    TaxNumbers,
)
from kartoteka.domain.errors import BadValue
from kartoteka.ui.clients.fields import (
    BY_DIALOG,
    Field,
    Place,
    Reading,
    addable,
    draft_places,
    places_of,
    typed_text,
    with_person,
    with_text,
)

READING = Reading("bg", date(2026, 11, 21))
ELA = Client(id=1, given="Ела", family="Димитрова", phones=(Phone("0888123456", "+359888123456"),))


def typed(client: Client, field: Field, text: str, index: int = 0) -> Client:
    return with_text(client, Place(field, index), text, READING)


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("5.3", Birthday(5, 3)),
        ("05.03.1988", Birthday(5, 3, 1988)),
        ("5 марта", Birthday(5, 3)),
        ("5 март 1988", Birthday(5, 3, 1988)),
        ("29.02", Birthday(29, 2)),
        ("", None),
    ],
)
def test_a_birthday_is_read_in_every_habit(text: str, birthday: Birthday | None) -> None:
    assert typed(ELA, Field.BIRTHDAY, text).birthday == birthday


@pytest.mark.parametrize("text", ["31.02", "soon", "05.03.2030", "45.1"])
def test_what_is_no_birthday_is_refused_by_the_name_of_the_field(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        typed(ELA, Field.BIRTHDAY, text)
    assert refused.value.field == "birthday"


def test_a_phone_is_changed_added_and_taken_off() -> None:
    changed = typed(ELA, Field.PHONE, "0888 765 432")
    assert changed.phones[0].e164 == "+359888765432"

    two = typed(changed, Field.PHONE, "12 34", index=1)
    assert [phone.typed for phone in two.phones] == ["0888 765 432", "12 34"]

    assert typed(two, Field.PHONE, " ", index=0).phones == two.phones[1:]
    assert typed(ELA, Field.PHONE, "", index=5) == ELA


def test_an_email_needs_its_sign() -> None:
    assert typed(ELA, Field.EMAIL, "ela@primer.bg").emails == ("ela@primer.bg",)
    with pytest.raises(BadValue):
        typed(ELA, Field.EMAIL, "ela.primer.bg")


def test_a_messenger_is_a_service_and_a_name() -> None:
    assert typed(ELA, Field.MESSENGER, "Viber ela").messengers == (Messenger("Viber", "ela"),)
    assert typed(ELA, Field.MESSENGER, "@ela").messengers == (Messenger("", "@ela"),)


def test_the_last_name_of_a_card_is_not_emptied() -> None:
    assert typed(ELA, Field.FAMILY, "").family == ""
    with pytest.raises(BadValue):
        typed(replace(ELA, family=""), Field.GIVEN, "")


@pytest.mark.parametrize(("text", "kept"), [("100 %", 100), ("30", 30), ("", None)])
def test_a_share_of_purchases_is_a_percent(text: str, kept: int | None) -> None:
    assert typed(ELA, Field.PENETRATION, text).penetration == kept


@pytest.mark.parametrize("text", ["101", "-1", "much"])
def test_a_share_beyond_the_whole_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        typed(ELA, Field.PENETRATION, text)


@pytest.mark.parametrize(
    ("text", "kept"), [("25.11", "11-25"), ("няма", "none"), ("—", "none"), ("", "")]
)
def test_a_name_day_is_a_day_or_none_or_found_from_the_name(text: str, kept: str) -> None:
    assert typed(ELA, Field.NAME_DAY, text).name_day == kept


def test_contact_persons_are_added_changed_and_removed() -> None:
    firm = Client(kind=Kind.COMPANY, company="„Лен“ ООД")
    anna, boris = ContactPerson("Анна"), ContactPerson("Борис", "счетоводител")
    one = with_person(firm, 0, anna)
    assert with_person(one, 1, boris).people == (anna, boris)
    assert with_person(one, 0, boris).people == (boris,)
    assert with_person(one, 0, None).people == ()


def test_a_person_shows_the_usual_fields_even_when_they_are_empty() -> None:
    shown = [place.field for place in places_of(Client(given="Ела"), "bg")]
    assert shown == [Field.PHONE, Field.EMAIL, Field.BIRTHDAY, Field.CARD, Field.CONSENTS]


def test_russian_numbers_are_asked_only_where_they_exist() -> None:
    firm = Client(kind=Kind.COMPANY, company="ООО «Лён»")
    assert Place(Field.KPP) in addable(firm, "ru")
    assert Place(Field.KPP) not in addable(firm, "bg")
    held = replace(firm, tax=TaxNumbers(kpp="770701001"))
    assert Place(Field.KPP) in places_of(held, "bg")


def test_a_draft_begins_with_the_name() -> None:
    assert draft_places(Kind.PERSON)[0] == Place(Field.GIVEN)
    assert draft_places(Kind.COMPANY)[0] == Place(Field.COMPANY)
    assert not {place.field for place in draft_places(Kind.PERSON)} & BY_DIALOG


CARDS = st.builds(
    Client,
    given=st.just("Ела"),
    family=st.text("абвгд", max_size=8),
    called=st.text("абвгд", max_size=8),
    address=st.builds(Address, city=st.text("абвгд", max_size=6)),
    tax=st.builds(TaxNumbers, tax_id=st.text("0123456789", max_size=10)),
    phones=st.lists(
        st.sampled_from([Phone("0888123456", "+359888123456"), Phone("12 34")]), max_size=3
    ).map(tuple),
    emails=st.lists(st.sampled_from(["a@b.bg", "long.name@primer.bg"]), max_size=2).map(tuple),
    birthday=st.sampled_from([None, Birthday(29, 2), Birthday(5, 3, 1988)]),
    name_day=st.sampled_from(["", "none", "11-25"]),
    preferred=st.sampled_from([None, *Channel]),
    penetration=st.none() | st.integers(0, 100),
    kind=st.sampled_from(list(Kind)),
    company=st.just("„Лен“ ООД"),
)


@given(CARDS)
def test_an_editor_that_is_opened_and_kept_changes_nothing(client: Client) -> None:
    for place in places_of(client, "bg"):
        if place.field not in BY_DIALOG:
            text = typed_text(client, place)
            assert with_text(client, place, text, READING) == client


@given(CARDS, st.sampled_from(["bg", "ru", "other"]))
def test_every_empty_field_may_be_added_and_none_that_is_shown(
    client: Client, country: str
) -> None:
    shown, more = places_of(client, country), addable(client, country)
    assert not set(shown) & set(more)
    assert len(set(shown)) == len(shown)
