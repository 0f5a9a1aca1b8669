"""Where silences stand on the rhythm bar."""

from itertools import pairwise

from kartoteka.ui.widgets.rhythm_bar import TICK_TEXT, place, ticks


def test_long_silences_stand_apart_instead_of_piling_up_at_the_end() -> None:
    places = [place(times, 3.0) for times in (1, 2, 3, 4, 5, 8, 12)]
    assert places == sorted(places)
    assert all(after - before >= 0.05 for before, after in pairwise(places))
    assert place(1000, 3.0) < 1


def test_the_figures_are_large_enough_to_read_and_never_many() -> None:
    assert TICK_TEXT >= 11
    assert ticks(3.0) == [1, 2, 3]
    assert ticks(1.5) == [1]
    assert len(ticks(12.0)) <= 3
