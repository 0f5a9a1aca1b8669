"""The rule of rhythm on a real purchase history: 2,357 clients of a music shop, 1997–1998.

Calibrated to 30 September 1997, the 39 weeks after that are held out. The published figures of the
plain rule check our counting of visits; the others say what drawing the interval toward the shop's
changes: the ranking gets better than with the own mean alone, the plain days of silence still rank
this shop's clients a little better.
"""

import csv
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from kartoteka.domain.rhythm import (
    Factors,
    Figures,
    State,
    evidence_of,
    figures_of,
    shop_rhythm,
    silent_days,
    state,
    times_usual,
)

SAMPLE = Path(__file__).parent.parent / "data" / "cdnow_sample.csv"
CALIBRATED = date(1997, 9, 30)


@cache
def histories() -> dict[str, list[tuple[date, int, bool]]]:
    """Client → (day, cents, no return)."""
    found: dict[str, list[tuple[date, int, bool]]] = defaultdict(list)
    with SAMPLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cents = round(float(row["amount"]) * 100)
            found[row["client"]].append((date.fromisoformat(row["date"]), cents, False))
    return found


@cache
def calibrated() -> dict[str, Figures]:
    """Every client's figures as they stood on the last day of calibration."""
    known = {
        client: [sale for sale in sales if sale[0] <= CALIBRATED]
        for client, sales in histories().items()
    }
    days = ([day for day, _, _ in sales] for sales in known.values())
    shop = shop_rhythm(evidence_of(days, CALIBRATED))
    return {client: figures_of(sales, shop, Factors()) for client, sales in known.items()}


@cache
def came_back() -> set[str]:
    """Clients with a purchase in the held-out weeks."""
    return {
        client
        for client, sales in histories().items()
        if any(day > CALIBRATED for day, _, _ in sales)
    }


def repeaters() -> dict[str, Figures]:
    return {client: figures for client, figures in calibrated().items() if figures.visits > 1}


def own_ratio(figures: Figures) -> float:
    """Silence in own mean gaps, the plain rule."""
    assert figures.first_visit is not None
    assert figures.last_visit is not None
    own = (figures.last_visit - figures.first_visit).days / (figures.visits - 1)
    return (CALIBRATED - figures.last_visit).days / own


def share_back(clients: set[str]) -> float:
    return len(clients & came_back()) / len(clients)


def area_under_roc(silence: dict[str, float]) -> float:
    """The chance that one who came back had the smaller score than one who did not."""
    back = [score for client, score in silence.items() if client in came_back()]
    away = [score for client, score in silence.items() if client not in came_back()]
    wins = sum((one < other) + (one == other) / 2 for one in back for other in away)
    return wins / (len(back) * len(away))


def test_visits_are_counted_as_published() -> None:
    assert len(calibrated()) == 2357
    assert len(repeaters()) == 946


def test_the_plain_rule_gives_the_published_figures() -> None:
    quiet = {client for client, figures in repeaters().items() if own_ratio(figures) > 3}
    assert len(quiet) == 352
    assert share_back(quiet) == pytest.approx(0.355, abs=0.0005)
    assert share_back(set(repeaters()) - quiet) == pytest.approx(0.616, abs=0.0005)
    once = set(calibrated()) - set(repeaters())
    assert share_back(once) == pytest.approx(0.137, abs=0.0005)


def test_our_rule_parts_those_who_come_back_from_those_who_do_not_better_than_the_plain_one() -> (
    None
):
    quiet = {
        client
        for client, figures in repeaters().items()
        if state(figures, CALIBRATED) in (State.QUIET, State.LOST)
    }
    assert len(quiet) == 361
    assert share_back(quiet) == pytest.approx(0.338, abs=0.0005)
    assert share_back(set(repeaters()) - quiet) == pytest.approx(0.631, abs=0.0005)


def test_drawing_toward_the_shop_ranks_better_than_the_own_mean_gap_alone() -> None:
    people = repeaters()
    plain = area_under_roc({client: own_ratio(figures) for client, figures in people.items()})
    ours = area_under_roc(
        {client: times_usual(figures, CALIBRATED) or 0.0 for client, figures in people.items()}
    )
    days = area_under_roc(
        {client: float(silent_days(figures, CALIBRATED) or 0) for client, figures in people.items()}
    )
    assert plain == pytest.approx(0.669, abs=0.0005)
    assert ours == pytest.approx(0.686, abs=0.0005)
    assert days == pytest.approx(0.712, abs=0.0005)


def test_one_time_buyers_are_quiet_and_the_whole_shop_is_ranked_well() -> None:
    once = set(calibrated()) - set(repeaters())
    assert {state(calibrated()[client], CALIBRATED) for client in once} == {State.QUIET}
    everyone = {
        client: times_usual(figures, CALIBRATED) or 0.0 for client, figures in calibrated().items()
    }
    assert area_under_roc(everyone) == pytest.approx(0.752, abs=0.001)


def test_this_shop_is_not_one_whose_clients_buy_once() -> None:
    days = ([day for day, _, _ in sales] for sales in histories().values())
    shop = shop_rhythm(evidence_of(days, date(1998, 6, 30)))
    assert not shop.buys_once
    assert shop.repeat_share > 0.4


def test_the_top_fifth_of_clients_brings_two_thirds_of_the_money() -> None:
    sums = sorted(
        (sum(cents for _, cents, _ in sales) for sales in histories().values()), reverse=True
    )
    top = sums[: round(len(sums) * 0.2)]
    assert sum(top) / sum(sums) == pytest.approx(0.674, abs=0.0005)
    assert mean(sums) > 0
