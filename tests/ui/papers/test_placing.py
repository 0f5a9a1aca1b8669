"""How pages go onto the printer's paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.printing import Part
from kartoteka.ui.papers.placing import Sides, passes, place, sides

A4, A5 = (210.0, 297.0), (148.0, 210.0)
lengths = st.floats(min_value=20, max_value=900)


@pytest.mark.parametrize(
    ("pages", "size", "turned"),
    [
        (1, A5, Sides.FRONT),
        (2, A5, Sides.LONG_EDGE),
        (4, A4, Sides.LONG_EDGE),
        (2, (210.0, 148.0), Sides.SHORT_EDGE),
    ],
)
def test_an_upright_sheet_turns_like_a_book_and_a_wide_one_like_a_calendar(
    pages: int, size: tuple[float, float], turned: Sides
) -> None:
    assert sides(pages, *size) is turned


def test_a_page_fills_the_paper_of_its_size() -> None:
    assert place(A5, A5) == (0, 0, *A5)


def test_a_smaller_page_keeps_its_size_in_the_middle() -> None:
    assert place(A5, A4) == (31, 43.5, 148, 210)


def test_a_larger_page_is_made_to_fit() -> None:
    left, top, width, height = place(A4, A5)
    assert (width, height) == pytest.approx((148, 209.3), abs=0.1)
    assert left == pytest.approx(0)
    assert top == pytest.approx(0.34, abs=0.05)


def test_a_hair_of_difference_scales_nothing() -> None:
    assert place((148.0, 210.0), (147.9, 209.9))[2:] == (148.0, 210.0)


@given(lengths, lengths, lengths, lengths)
def test_the_back_falls_behind_the_front(w: float, h: float, wide: float, high: float) -> None:
    left, top, width, height = place((w, h), (wide, high))
    assert left == pytest.approx(wide - left - width)
    assert top == pytest.approx(high - top - height)
    assert width / height == pytest.approx(w / h)


def test_a_printer_that_turns_takes_all_pages_in_one_go() -> None:
    assert passes(4, turns_by_itself=True) == ((0, 1, 2, 3),)
    assert passes(1, turns_by_itself=False) == ((0,),)


def test_without_duplex_the_fronts_come_first() -> None:
    assert passes(2, turns_by_itself=False) == ((0,), (1,))
    assert passes(4, turns_by_itself=False) == ((0, 2), (1, 3))


def test_sides_may_be_printed_alone() -> None:
    assert passes(5, Part.FRONTS, turns_by_itself=True) == ((0, 2, 4),)
    assert passes(5, Part.BACKS, turns_by_itself=True) == ((1, 3),)
    assert passes(1, Part.FRONTS, turns_by_itself=True) == ((0,),)
    assert passes(1, Part.BACKS, turns_by_itself=True) == ()


def test_by_hand_means_by_hand_on_a_printer_that_turns_too() -> None:
    assert passes(4, Part.BY_HAND, turns_by_itself=True) == ((0, 2), (1, 3))
    assert passes(1, Part.BY_HAND, turns_by_itself=True) == ((0,),)


def test_backs_from_the_last_sheet_pass_an_empty_back_first() -> None:
    by_hand = {"turns_by_itself": False, "last_first": True}
    assert passes(4, **by_hand) == ((0, 2), (3, 1))
    assert passes(5, **by_hand) == ((0, 2, 4), (None, 3, 1))
    assert passes(5, Part.BACKS, **by_hand) == ((None, 3, 1),)


@given(st.integers(2, 40), st.booleans())
def test_every_back_meets_its_front(pages: int, last_first: bool) -> None:
    fronts, backs = passes(pages, turns_by_itself=False, last_first=last_first)
    stack = fronts[::-1] if last_first else fronts
    for front, back in zip(stack, backs, strict=False):
        assert back is None or back == (front or 0) + 1
    assert sorted([*fronts, *(back for back in backs if back is not None)]) == list(range(pages))
