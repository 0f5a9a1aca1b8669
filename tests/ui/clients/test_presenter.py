"""The Clients page decides which clients, in which order, without a window."""

import pytest

from kartoteka.domain.lists import Order
from kartoteka.domain.rhythm import State
from kartoteka.i18n.words import Words
from kartoteka.shop.views import Skipped, SkippedWhy
from kartoteka.ui.clients.presenter import (
    BIRTHDAY_DAYS,
    ClientsPresenter,
    Counts,
    in_list_order,
    rows_between,
    skipped_words,
)

WORDS = Words("en")


@pytest.fixture
def presenter() -> ClientsPresenter:
    return ClientsPresenter()


def test_the_quiet_come_in_the_order_of_what_their_silence_costs(
    presenter: ClientsPresenter,
) -> None:
    presenter.sort(Order.TOTAL)
    presenter.show_state(State.QUIET)
    assert presenter.order is Order.AT_RISK
    assert presenter.shows_quiet

    presenter.show_state(State.ACTIVE)
    assert presenter.order is Order.TOTAL


def test_an_order_chosen_for_the_quiet_stays(presenter: ClientsPresenter) -> None:
    presenter.show_state(State.QUIET)
    presenter.sort(Order.LAST_VISIT)
    presenter.show_state(State.COOLING)
    assert presenter.order is Order.LAST_VISIT


def test_filters_add_up_until_all_are_taken_off(presenter: ClientsPresenter) -> None:
    presenter.show_state(State.ACTIVE)
    presenter.show_tag("зелено")
    presenter.show_birthdays(True)
    presenter.show_source("панаир")
    presenter.show_text("  ана ")

    assert presenter.filter.states == {State.ACTIVE}
    assert presenter.filter.tag == "зелено"
    assert presenter.filter.birthday_within == BIRTHDAY_DAYS
    assert presenter.filter.source == "панаир"
    assert presenter.filter.text == "ана"

    presenter.show_all()
    assert not presenter.is_narrowed


def test_the_bin_is_left_by_any_state(presenter: ClientsPresenter) -> None:
    presenter.show_bin(True)
    assert presenter.filter.in_bin
    presenter.show_state(None)
    assert not presenter.filter.in_bin


def test_chips_say_how_many_and_which_is_on(presenter: ClientsPresenter) -> None:
    presenter.show_state(State.QUIET)
    chips = presenter.chips(WORDS, Counts({State.QUIET: 13}, clients=600, in_bin=0))
    assert (chips[0].label, chips[0].count, chips[0].on) == ("All", 600, False)
    assert (chips[1].label, chips[1].count, chips[1].on) == ("going quiet", 13, True)
    assert {chip.state for chip in chips} == {None, *State}


def test_a_range_holds_both_its_ends_in_either_direction() -> None:
    assert rows_between([10, 20, 30, 40], 1, 3) == [20, 30, 40]
    assert rows_between([10, 20, 30, 40], 3, 1) == [20, 30, 40]


def test_the_chosen_come_in_the_order_of_the_list() -> None:
    assert in_list_order([40, 10, 99], [10, 20, 30, 40]) == [10, 40]


def test_those_left_out_of_a_call_list_are_named_when_they_are_few() -> None:
    few = [
        Skipped(1, "Ела", SkippedWhy.NO_PHONE),
        Skipped(2, "Ана", SkippedWhy.NO_PHONE),
        Skipped(3, "Иво", SkippedWhy.DO_NOT_CONTACT),
    ]
    told = skipped_words(WORDS, few)
    assert "3 clients were left out" in told
    assert "Ела and Ана: has no phone number" in told

    many = [Skipped(at, f"Ела {at}", SkippedWhy.NO_PHONE) for at in range(9)]
    assert "9 of them: has no phone number" in skipped_words(WORDS, many)
