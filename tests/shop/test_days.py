"""Days as people type them into a form."""

from datetime import date

import pytest

from kartoteka.domain.errors import BadValue
from kartoteka.shop import days

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05.12.2026", date(2026, 12, 5)),
        ("5.12", date(2026, 12, 5)),
        ("5 декабря", date(2026, 12, 5)),
        ("5 декември 2027", date(2027, 12, 5)),
        ("2026-12-05", date(2026, 12, 5)),
        ("1.2.27", date(2027, 2, 1)),
        ("21.11", TODAY),
    ],
)
def test_a_day_of_a_plan_is_read_in_any_habit_of_writing(text: str, day: date) -> None:
    assert days.coming_day(text, TODAY) == day


def test_a_day_that_has_passed_this_year_means_the_next() -> None:
    assert days.coming_day("20.11", TODAY) == date(2027, 11, 20)
    assert days.coming_day("29.2", TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["", "soon", "31.02.2026", "32.1", "5"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        days.coming_day(text, TODAY)
    assert refused.value.why == "not a day"
