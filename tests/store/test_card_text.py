"""Cards kept as text for the journal and for imports."""

from dataclasses import asdict, replace
from datetime import date, datetime
from json import loads

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.store.card_text import card_of, card_text, change_of, change_text

WHOLE = Client(
    id=7,
    kind=Kind.COMPANY,
    family="Ёлкина",
    company='ООО "Мир"',
    tax=TaxNumbers(tax_id="7707083893"),
    address=Address(city="София"),
    people=(ContactPerson("Ана", "счетоводител"),),
    phones=(Phone("12-34", note="мама"), Phone("+359888123456", "+359888123456")),
    emails=("a@b.bg",),
    messengers=(Messenger("Telegram", "@ana"),),
    preferred=Channel.SMS,
    birthday=Birthday(29, 2),
    tags=(Tag(TagKind.LIKES, "чай"),),
    recommended_by=3,
    penetration=0,
    consents=(
        Consent(Channel.CALL, True, datetime.fromisoformat("2026-01-02 03:04:05.000006"), "устно"),
    ),
    do_not_contact=True,
    card="77",
    added_on=date(2026, 1, 1),
)
NAMES = sorted(Client.__slots__)


@given(st.sets(st.sampled_from(NAMES)))
def test_a_card_comes_back_from_its_text_whatever_is_on_it(names: set[str]) -> None:
    card = replace(Client(), **{name: getattr(WHOLE, name) for name in names})
    assert card_of(card_text(card)) == card
    assert change_of(change_text(WHOLE, card)) == (WHOLE, card)
    assert set(loads(card_text(card))) == {
        name for name in names if getattr(card, name) != getattr(Client(), name)
    }


def test_a_part_is_written_with_all_its_fields() -> None:
    text = loads(card_text(WHOLE))
    assert text["phones"] == [asdict(phone) for phone in WHOLE.phones]
    assert text["tax"] == asdict(WHOLE.tax)
    assert (text["kind"], text["added_on"]) == ("company", "2026-01-01")
    assert text["consents"][0]["at"] == "2026-01-02T03:04:05.000006"


def test_an_empty_card_has_an_empty_text() -> None:
    assert card_text(Client()) == "{}"
