"""The keys by which an import knows clients."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kartoteka.domain.clients import Birthday, Client, Kind, Phone
from kartoteka.shop import Shop
from kartoteka.store import clients
from kartoteka.store.known import KnownClients

NAMES = st.sampled_from(["", "Иван", "иван ", "Ёлкина", "Петрова-Ёлкина", 'ООО "Мир"', "O'Neil"])
PHONES = st.sampled_from([Phone("0888 12", ""), Phone("+359888123456", "+359888123456")])


@st.composite
def cards(draw: st.DrawFn) -> list[Client]:
    return [
        Client(
            id=at,
            kind=draw(st.sampled_from(Kind)),
            family=draw(NAMES),
            given=draw(NAMES),
            middle=draw(NAMES),
            company=draw(NAMES),
            phones=tuple(draw(st.lists(PHONES, max_size=2, unique=True))),
            emails=tuple(draw(st.lists(st.sampled_from(["A@b.bg", "c@d.ru"]), unique=True))),
            birthday=draw(st.sampled_from([None, Birthday(29, 2), Birthday(5, 3, 1988)])),
            card=draw(st.sampled_from(["", f"C{at}"])),
            added_on=date(2026, 1, 1),
        )
        for at in range(1, draw(st.integers(1, 6)) + 1)
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=cards())
def test_what_was_brought_is_known_as_if_it_were_read_from_the_book(
    shop: Shop, written: list[Client]
) -> None:
    known, again = KnownClients(), KnownClients()
    for card in written:
        known.add(card)
        again.add(card)
        again.add(card)
    with shop.change() as session:
        clients.add_many(session, written)
        assert KnownClients.load(session) == known == again
        clients.erase(session, [card.id for card in written])
