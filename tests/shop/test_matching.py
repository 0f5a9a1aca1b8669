"""What a row of a list changes on the card that it belongs to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import Address, Birthday, Channel, Client, Kind, Phone, Tag, TagKind
from kartoteka.shop.matching import updated

TEXTS = st.sampled_from(["", "И.", "Иван", "иван", "Ана", "12-34"])
PHONES = st.sampled_from([Phone("12-34"), Phone("1234"), Phone("0888", "+359888123456")])
CARDS = st.builds(
    Client,
    id=st.just(1),
    kind=st.sampled_from(Kind),
    family=TEXTS,
    given=TEXTS,
    company=TEXTS,
    address=st.builds(Address, city=TEXTS),
    phones=st.lists(PHONES, max_size=2).map(tuple),
    emails=st.lists(st.sampled_from(["a@b.bg", "A@B.BG"]), max_size=2).map(tuple),
    tags=st.lists(st.builds(Tag, st.sampled_from(TagKind), TEXTS), max_size=2).map(tuple),
    preferred=st.sampled_from([None, Channel.SMS, Channel.CALL]),
    birthday=st.sampled_from([None, Birthday(5, 3), Birthday(5, 3, 1988), Birthday(6, 3)]),
    notes=TEXTS,
    penetration=st.sampled_from([None, 0, 100]),
    recommended_by=st.sampled_from([None, 1, 2]),
    do_not_contact=st.booleans(),
)


@given(CARDS, CARDS)
def test_a_row_brought_in_again_leaves_the_very_card(card: Client, row: Client) -> None:
    once = updated(card, row)
    assert updated(once, row) is once
    assert updated(card, Client()) is card


@given(CARDS, CARDS)
def test_nothing_that_was_on_a_card_is_emptied(card: Client, row: Client) -> None:
    after = updated(card, row)
    assert after.phones[: len(card.phones)] == card.phones
    assert after.emails[: len(card.emails)] == card.emails
    assert after.notes.startswith(card.notes)
    for name in ("family", "given", "company", "preferred", "birthday", "penetration"):
        assert getattr(after, name) or not getattr(card, name) or name == "penetration"
    assert after.do_not_contact == (card.do_not_contact or row.do_not_contact)


def test_a_day_without_a_year_does_not_take_the_place_of_the_whole_birthday() -> None:
    card = Client(given="Ана", birthday=Birthday(5, 3, 1988))
    assert updated(card, Client(birthday=Birthday(5, 3))) is card
    other = Birthday(6, 3)
    assert updated(card, Client(birthday=other)) == replace(card, birthday=other)
