"""Days counted in months."""

from datetime import date

from kartoteka.domain.dates import months_later


def test_a_warranty_ends_on_the_same_day_or_the_last_of_a_shorter_month() -> None:
    assert months_later(date(2026, 12, 1), 24) == date(2028, 12, 1)
    assert months_later(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert months_later(date(2026, 11, 30), 1) == date(2026, 12, 30)
