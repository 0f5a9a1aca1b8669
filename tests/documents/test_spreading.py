"""Rows are spread over pages without losing any, and the total always has its room."""

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.documents.spreading import Rooms, Row, spread, spread_with_back

ROOMS = Rooms(first=300.0, further=400.0, carried=20.0, tail=150.0)


def table(heights: list[float]) -> list[Row]:
    return [Row(height=height, name=[str(index)]) for index, height in enumerate(heights)]


def sizes(parts: list[list[Row]]) -> list[int]:
    return [len(part) for part in parts]


def test_a_few_rows_take_one_page() -> None:
    assert sizes(spread([table([20] * 7)], ROOMS, odd=True)) == [7]


def test_dense_rows_are_taken_when_calm_ones_need_a_page_more() -> None:
    tables = [table([30] * 7), table([20] * 7)]
    parts = spread(tables, ROOMS, odd=True)
    assert sizes(parts) == [7]
    assert parts[0][0].height == 20


def test_calm_rows_are_taken_when_dense_ones_save_nothing() -> None:
    tables = [table([25] * 12), table([20] * 12)]
    parts = spread(tables, ROOMS, odd=False)
    assert len(parts) == 2
    assert parts[0][0].height == 25


def test_two_pages_become_three_when_the_back_needs_an_odd_number() -> None:
    parts = spread([table([20] * 15)], ROOMS, odd=True)
    assert len(parts) == 3
    assert all(parts)


def test_no_row_at_all_is_one_page() -> None:
    assert sizes(spread([[]], ROOMS, odd=True)) == [0]


@given(st.lists(st.floats(10, 120), max_size=120), st.booleans())
def test_every_row_is_on_one_page_in_its_order(heights: list[float], odd: bool) -> None:
    rows = table(heights)
    parts = spread([rows], ROOMS, odd=odd)
    assert [row for part in parts for row in part] == rows
    for page, part in enumerate(parts):
        kept = ROOMS.tail if page == len(parts) - 1 else ROOMS.carried
        assert sum(row.height for row in part) + kept <= ROOMS.of(page) + 1e-6


@given(st.integers(0, 300))
def test_ordinary_receipts_always_get_an_odd_number_of_pages(count: int) -> None:
    assert len(spread([table([20.0] * count)], ROOMS, odd=True)) % 2 == 1


def test_a_back_that_fits_under_the_total_needs_no_third_page() -> None:
    parts, slip = spread_with_back([table([20] * 15)], ROOMS, 120)
    assert slip
    assert len(parts) == 2


def test_a_back_that_fits_nowhere_waits_behind_an_odd_number_of_pages() -> None:
    parts, slip = spread_with_back([table([20] * 15)], ROOMS, 300)
    assert not slip
    assert len(parts) == 3


def test_a_back_has_the_other_side_of_a_single_page() -> None:
    assert spread_with_back([table([20] * 7)], ROOMS, 10) == ([table([20] * 7)], False)


@given(st.integers(4, 300))
def test_the_total_stands_beside_three_rows_at_least(count: int) -> None:
    assert len(spread([table([20.0] * count)], ROOMS, odd=False)[-1]) >= 3
