"""The figures beside the cards: SQL and the rules of the domain must say the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kartoteka.domain.clients import Client
from kartoteka.domain.money import Money, euros
from kartoteka.domain.rhythm import (
    Evidence,
    Factors,
    Figures,
    ShopRhythm,
    evidence_of,
    figures_of,
)
from kartoteka.shop import Shop
from kartoteka.store import clients, figures
from kartoteka.store import sales as stored
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

TODAY = date(2026, 11, 21)

Event = tuple[int, int, bool, str]
"""Days before today, minor units, is a return, currency."""

events = st.tuples(
    st.integers(0, 1500),
    st.integers(0, 400_000),
    st.booleans(),
    st.sampled_from(("EUR", "EUR", "EUR", "BGN", "RUB")),
)
histories = st.lists(st.lists(events, max_size=8), min_size=1, max_size=6)
rhythms = st.builds(
    ShopRhythm,
    gap_days=st.floats(0.5, 400),
    second_visit_days=st.floats(0.5, 400),
    repeat_share=st.floats(0, 1),
    clients=st.just(10),
    buys_once=st.booleans(),
)
factors = st.builds(
    Factors,
    due_after=st.floats(0.5, 1.5),
    cooling_after=st.floats(1.6, 2.5),
    quiet_after=st.floats(2.6, 4),
    lost_after=st.floats(5, 9),
    lost_days=st.integers(30, 800),
)


def write(session: Session, people: Sequence[Sequence[Event]]) -> None:
    """Cards from 1 on, each with its history."""
    ids = range(1, len(people) + 1)
    clients.add_many(session, [Client(id=at, given="А", added_on=TODAY) for at in ids])
    rows = stored.Rows()
    for client, history in enumerate(people, start=1):
        for back, minor, is_return, currency in history:
            number = len(rows.sales) + 1
            day = (TODAY - timedelta(days=back)).isoformat()
            sign = -minor - 1 if is_return else minor
            rows.sales.append(
                (number, str(number), None, client, day, f"{day} 12:00:00.000000", currency,
                 sign, "", None, "")
            )  # fmt: skip
    stored.add_many(session, rows)


def in_euros(minor: int, currency: str) -> int:
    """What the rule of the law makes of it."""
    if currency == "BGN":
        return euros(Money(minor, "BGN")).minor
    return minor if currency == "EUR" else 0


def expected(history: Sequence[Event], shop: ShopRhythm, rules: Factors) -> Figures:
    sales = [
        (
            TODAY - timedelta(days=back),
            in_euros(-minor - 1 if is_return else minor, currency),
            is_return,
        )
        for back, minor, is_return, currency in history
    ]
    return figures_of(sales, shop, rules)


def kept(session: Session, client: int) -> Figures:
    found = clients.figures(session, client)
    assert found is not None
    return found


class TakenBackError(Exception):
    """An example is over."""


@contextmanager
def briefly(shop: Shop) -> Iterator[Session]:
    """A transaction whose writes are taken back at its end."""
    with suppress(TakenBackError), shop.change() as session:
        yield session
        raise TakenBackError


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(people=histories, rhythm=rhythms, rules=factors)
def test_a_refresh_in_sql_equals_the_rule(
    shop: Shop, people: list[list[Event]], rhythm: ShopRhythm, rules: Factors
) -> None:
    with briefly(shop) as session:
        write(session, people)
        figures.refresh_all(session, "EUR", rhythm, rules)
        for client, history in enumerate(people, start=1):
            assert kept(session, client) == expected(history, rhythm, rules)
            figures.refresh_client(session, client, "EUR", rhythm, rules)
            assert kept(session, client) == expected(history, rhythm, rules)
        assert figures.refresh_all(session, "EUR", rhythm, rules) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(people=histories)
def test_evidence_in_sql_equals_the_rule(shop: Shop, people: list[list[Event]]) -> None:
    visits = [
        [TODAY - timedelta(days=back) for back, _, is_return, _ in history if not is_return]
        for history in people
    ]
    with briefly(shop) as session:
        write(session, people)
        assert figures.evidence(session, TODAY) == evidence_of(visits, TODAY)


def test_an_empty_book_has_no_evidence(shop: Shop) -> None:
    with shop.read() as session:
        assert figures.evidence(session, TODAY) == Evidence()


def test_figures_of_a_client_whose_sales_are_gone_become_empty(shop: Shop) -> None:
    with shop.change() as session:
        write(session, [[(10, 500, False, "EUR")]])
        figures.refresh_all(session, "EUR", ShopRhythm(), Factors())
        assert kept(session, 1).visits == 1
        direct(session).execute("DELETE FROM sale")
        assert figures.refresh_all(session, "EUR", ShopRhythm(), Factors()) == 1
        assert kept(session, 1) == Figures()


def test_the_measured_rhythm_is_kept_with_its_settings(shop: Shop) -> None:
    found = figures.Measured(ShopRhythm(12.5, 20.0, 0.4, 7, True), TODAY, "EUR", Factors(), "auto")
    with shop.change() as session:
        assert figures.measured(session) == figures.Measured(ShopRhythm(), None)
        figures.keep_measured(session, found)
        assert figures.measured(session) == found


def test_a_currency_is_never_taken_for_sql() -> None:
    with pytest.raises(ValueError, match="EU'"):
        figures.in_currency("EU'")
