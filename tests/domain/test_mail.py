"""Sheets of labels and cards that were used before."""

from decimal import Decimal

import pytest

from kartoteka.domain.errors import BadValue
from kartoteka.domain.mail import Labels, used_before


def test_the_usual_sheet_has_24_labels_of_70_by_37_millimetres() -> None:
    assert (Labels().places, Labels().size) == (24, (70.0, 37.125))


def test_margins_and_gaps_come_off_the_labels() -> None:
    side, top = Decimal("4.65"), Decimal("15.15")
    sheet = Labels(
        columns=2, rows=7, left=side, right=side, top=top, bottom=top, gap_across=Decimal("2.5")
    )
    assert sheet.size == pytest.approx((99.1, 38.1))


def test_a_used_sheet_begins_at_its_first_free_place() -> None:
    assert used_before(1, 24) == 0
    assert used_before(24, 24) == 23
    for wrong in (0, -3, 25):
        with pytest.raises(BadValue, match="start"):
            used_before(wrong, 24)
