from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.rhythm import (
    OWN_GAPS_OF_SHOP,
    Evidence,
    Factors,
    Figures,
    ShopRhythm,
    State,
    evidence_of,
    figures_of,
    shop_rhythm,
    silent_days,
    state,
    times_usual,
    turning_days,
    usual_interval,
    with_rhythm,
    yearly_value,
)

TODAY = date(2026, 11, 21)
SHOP = ShopRhythm(
    gap_days=30.0, second_visit_days=40.0, repeat_share=0.4, clients=500, buys_once=False
)
DAYS = st.dates(date(2015, 1, 1), date(2026, 11, 21))
HISTORIES = st.lists(st.tuples(DAYS, st.integers(-100_000, 500_000), st.booleans()), max_size=30)


def days_ago(*days: int) -> list[tuple[date, int, bool]]:
    """Purchases of 10.00 so many days before today."""
    return [(TODAY - timedelta(days=ago), 1000, False) for ago in days]


def regular(gap: int, silent: int, visits: int = 40) -> Figures:
    """A client who came every `gap` days in a shop of that rhythm, the last time `silent` ago."""
    history = days_ago(*(silent + gap * visit for visit in range(visits)))
    return figures_of(history, ShopRhythm(gap_days=float(gap)), Factors())


@pytest.mark.parametrize(
    ("silent", "expected"),
    [
        (0, State.ACTIVE),
        (10, State.ACTIVE),
        (11, State.DUE),
        (20, State.DUE),
        (21, State.COOLING),
        (30, State.COOLING),
        (31, State.QUIET),
        (60, State.QUIET),
        (61, State.QUIET),
        (364, State.QUIET),
        (365, State.LOST),
    ],
)
def test_a_client_silent_for_more_than_three_usual_intervals_is_quiet(
    silent: int, expected: State
) -> None:
    assert state(regular(10, silent), TODAY) is expected


def test_beyond_a_year_only_more_than_six_intervals_make_a_client_lost() -> None:
    assert state(regular(100, 600), TODAY) is State.QUIET
    assert state(regular(100, 601), TODAY) is State.LOST


def test_a_card_without_purchases_has_no_state() -> None:
    nobody = figures_of([], SHOP, Factors())
    assert nobody == Figures()
    assert state(nobody, TODAY) is State.NONE
    assert times_usual(nobody, TODAY) is None
    assert silent_days(nobody, TODAY) is None


def test_several_purchases_in_one_day_are_one_visit() -> None:
    figures = figures_of(days_ago(5, 5, 5, 25), SHOP, Factors())
    assert (figures.visits, figures.purchases, figures.total_minor) == (2, 4, 4000)


def test_a_return_is_no_visit_but_its_money_counts() -> None:
    taken_back = (TODAY - timedelta(days=1), -400, True)
    figures = figures_of([*days_ago(50, 90), taken_back], SHOP, Factors())
    assert (figures.visits, figures.purchases, figures.total_minor) == (2, 2, 1600)
    assert figures.last_visit == TODAY - timedelta(days=50)


def test_a_client_with_one_visit_is_judged_by_the_shops_time_to_a_second_one() -> None:
    figures = figures_of(days_ago(120), SHOP, Factors())
    assert figures.usual_days == 40.0
    assert state(figures, TODAY) is State.COOLING
    assert state(figures, TODAY + timedelta(days=1)) is State.QUIET
    assert state(figures_of(days_ago(40), SHOP, Factors()), TODAY) is State.NEW


def test_few_purchases_are_drawn_toward_the_shop_and_many_are_not() -> None:
    two = figures_of(days_ago(0, 6), SHOP, Factors())
    many = figures_of(days_ago(*range(0, 600, 6)), SHOP, Factors())
    assert two.usual_days == (6 + OWN_GAPS_OF_SHOP * 30) / (1 + OWN_GAPS_OF_SHOP)
    assert many.usual_days is not None
    assert 6 < many.usual_days < 6.5


def test_the_owners_factors_move_the_states() -> None:
    history = days_ago(25, *range(35, 400, 10))
    patient = Factors(quiet_after=5.0)
    hasty = Factors(due_after=0.5, cooling_after=1.0, quiet_after=2.0)
    ten = ShopRhythm(gap_days=10.0)
    assert state(figures_of(history, ten, patient), TODAY) is State.COOLING
    assert state(figures_of(history, ten, hasty), TODAY) is State.QUIET


def test_a_shop_whose_clients_buy_once_judges_nobody() -> None:
    once = ShopRhythm(buys_once=True)
    figures = figures_of(days_ago(700, 800), once, Factors())
    assert figures.usual_days is figures.quiet_on is figures.lost_on is None
    assert state(figures, TODAY) is State.ACTIVE
    assert state(figures_of(days_ago(900), once, Factors()), TODAY) is State.NEW


@given(HISTORIES, st.integers(0, 4000), st.floats(1.0, 400.0), st.floats(1.0, 400.0))
def test_turning_days_agree_with_the_definition_on_every_day(
    history: list[tuple[date, int, bool]], later: int, gap: float, second: float
) -> None:
    factors = Factors()
    shop = ShopRhythm(gap_days=gap, second_visit_days=second)
    figures = figures_of(history, shop, factors)
    today = (figures.last_visit or TODAY) + timedelta(days=later)
    if figures.usual_days is None:
        assert state(figures, today) is State.NONE
        return
    usual = Fraction(figures.usual_days)
    slack = usual / 10**12  # doubles: a factor × interval may differ by its last bit
    said = state(figures, today)
    beyond = {
        State.LOST: later > factors.lost_after * usual and later >= factors.lost_days,
        State.QUIET: later > factors.quiet_after * usual,
        State.COOLING: later > factors.cooling_after * usual,
        State.DUE: later > factors.due_after * usual,
    }
    expected = next((reached for reached, holds in beyond.items() if holds), None)
    calm = State.NEW if figures.visits == 1 else State.ACTIVE
    on_edge = any(abs(later - factor * usual) <= slack for factor in (1, 2, 3, 6))
    assert said is (expected or calm) or on_edge


@given(HISTORIES, st.integers(-10, 4000))
def test_the_turning_days_alone_tell_the_state(
    history: list[tuple[date, int, bool]], later: int
) -> None:
    figures = figures_of(history, SHOP, Factors())
    if figures.last_visit is None or figures.usual_days is None:
        return
    today = figures.last_visit + timedelta(days=later)
    turns = turning_days(figures.last_visit, figures.usual_days, Factors())
    assert (figures.due_on, figures.cooling_on) == (turns.due_on, turns.cooling_on)
    assert (figures.quiet_on, figures.lost_on) == (turns.quiet_on, turns.lost_on)
    assert turns.due_on <= turns.cooling_on <= turns.quiet_on <= turns.lost_on
    passed = sum(on <= today for on in (turns.due_on, turns.cooling_on, turns.quiet_on))
    order = [None, State.DUE, State.COOLING, State.QUIET]
    if today >= turns.lost_on:
        assert state(figures, today) is State.LOST
    elif passed:
        assert state(figures, today) is order[passed]
    else:
        assert state(figures, today) in (State.NEW, State.ACTIVE)


@given(HISTORIES)
def test_the_order_of_the_history_does_not_matter(history: list[tuple[date, int, bool]]) -> None:
    assert figures_of(history, SHOP, Factors()) == figures_of(reversed(history), SHOP, Factors())


@given(HISTORIES)
def test_counted_figures_get_the_same_rhythm_as_a_whole_history(
    history: list[tuple[date, int, bool]],
) -> None:
    whole = figures_of(history, SHOP, Factors())
    counted = Figures(
        visits=whole.visits,
        purchases=whole.purchases,
        first_visit=whole.first_visit,
        last_visit=whole.last_visit,
        total_minor=whole.total_minor,
    )
    assert with_rhythm(counted, SHOP, Factors()) == whole


@given(st.sets(DAYS, min_size=2, max_size=30), st.floats(1.0, 400.0))
def test_the_usual_interval_lies_between_the_own_and_the_shops(days: set[date], gap: float) -> None:
    figures = figures_of([(day, 1, False) for day in days], SHOP, Factors())
    usual = usual_interval(figures, ShopRhythm(gap_days=gap))
    own = (max(days) - min(days)).days / (len(days) - 1)
    assert usual is not None
    assert min(own, gap) - 1e-9 <= usual <= max(own, gap) + 1e-9


def test_an_interval_beyond_the_calendar_stops_at_its_end() -> None:
    turns = turning_days(date(9999, 1, 1), 300.0, Factors())
    assert turns.lost_on == date.max


def test_a_shop_without_history_is_taken_for_a_monthly_one() -> None:
    assert shop_rhythm(Evidence()) == ShopRhythm(30.0, 30.0, 0.0, 0, buys_once=False)


def test_the_shops_rhythm_leans_on_the_default_until_ten_gaps_are_known() -> None:
    one = shop_rhythm(Evidence(clients=1, gaps=1, gap_days=10, second_visits={10: 1}))
    many = shop_rhythm(Evidence(clients=9, gaps=20, gap_days=200, second_visits={8: 9, 99: 4}))
    assert one.gap_days == pytest.approx(28.0)
    assert many.gap_days == 10.0
    assert many.second_visit_days == 8.0


def test_a_shop_whose_clients_buy_once_is_recognised() -> None:
    windows = Evidence(clients=80, gaps=4, gap_days=900, second_visits={225: 4}, mature=60)
    assert shop_rhythm(windows).buys_once
    assert not shop_rhythm(windows, "on").buys_once
    assert shop_rhythm(Evidence(), "off").buys_once


def test_young_clients_do_not_make_a_shop_one_where_clients_buy_once() -> None:
    young = Evidence(clients=500, mature=49, mature_repeaters=0)
    assert not shop_rhythm(young).buys_once
    tenth = Evidence(clients=500, mature=50, mature_repeaters=5)
    assert not shop_rhythm(tenth).buys_once
    assert shop_rhythm(Evidence(clients=500, mature=50, mature_repeaters=4)).buys_once


def test_evidence_is_counted_over_visits() -> None:
    day = date(2025, 1, 1)
    histories = [
        [day, day, day + timedelta(days=10), day + timedelta(days=40)],
        [day],
        [TODAY],
        [],
    ]
    assert evidence_of(histories, TODAY) == Evidence(
        clients=3, gaps=2, gap_days=40, second_visits={10: 1}, mature=2, mature_repeaters=1
    )


def test_the_yearly_value_is_the_mean_visit_at_the_usual_pace() -> None:
    assert yearly_value(10_000, 4, 36.5, SHOP) == 25_000
    assert yearly_value(10_000, 1, 36.5, SHOP) == 40_000
    assert yearly_value(10_000, 1, None, SHOP) == 0
    assert yearly_value(-500, 2, 30.0, SHOP) == 0
    assert yearly_value(1000, 10, 0.5, SHOP) == 36_500
