"""General VAT rates by country and day."""

from datetime import date
from decimal import Decimal

import pytest

from kartoteka.domain.vat_rates import general_rate


@pytest.mark.parametrize(
    ("country", "on", "rate"),
    [
        ("bg", date(2026, 11, 21), Decimal(20)),
        ("ru", date(2026, 1, 1), Decimal(22)),
        ("ru", date(2025, 12, 31), Decimal(20)),
        ("other", date(2026, 11, 21), None),
    ],
)
def test_the_general_rate_is_that_of_the_day(country: str, on: date, rate: Decimal | None) -> None:
    assert general_rate(country, on) == rate
