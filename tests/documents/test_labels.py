"""Address labels fall on their stickers."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.documents import mail
from tests.documents.reading import page_size, places, texts

from kartoteka.documents import labels
from kartoteka.documents.errors import LabelsTooSmall
from kartoteka.documents.sheets import Address, LabelGrid, LabelSheet
from kartoteka.documents.styles import MM


def numbered(count: int, **changes: object) -> LabelSheet:
    addresses = tuple(Address(name=f"Client{n:03d}", lines=("Street 1",)) for n in range(count))
    return replace(mail.LABELS["en"], labels=addresses, **changes)  # type: ignore[arg-type]


def cell(pdf: bytes, page: int, name: str, grid: LabelGrid) -> tuple[int, int]:
    """Column and row of the sticker on which a name stands."""
    width, height = labels.label_size(grid)
    _, page_height = page_size(pdf, page)
    left, _, _, top = places(pdf, page, name)[0]
    column = (left / MM - grid.left) / (width + grid.gap_across)
    row = ((page_height - top) / MM - grid.top) / (height + grid.gap_down)
    return int(column), int(row)


def test_three_by_eight_fill_a_sheet_row_by_row() -> None:
    pdf = labels.draw(numbered(25))
    grid = LabelGrid()
    assert labels.label_size(grid) == pytest.approx((70.0, 37.125))
    assert cell(pdf, 0, "Client000", grid) == (0, 0)
    assert cell(pdf, 0, "Client004", grid) == (1, 1)
    assert cell(pdf, 0, "Client023", grid) == (2, 7)
    assert cell(pdf, 1, "Client024", grid) == (0, 0)


def test_a_free_grid_keeps_margins_and_gaps() -> None:
    grid = LabelGrid(
        columns=2, rows=7, left=4.65, right=4.65, top=15, bottom=15, gap_across=2.5, gap_down=0
    )
    assert labels.label_size(grid) == pytest.approx((99.1, 38.14), abs=0.02)
    pdf = labels.draw(numbered(14, grid=grid))
    assert cell(pdf, 0, "Client001", grid) == (1, 0)
    assert cell(pdf, 0, "Client013", grid) == (1, 6)


def test_labels_used_before_are_skipped_on_the_first_sheet_only() -> None:
    pdf = labels.draw(numbered(24, skip=5))
    grid = LabelGrid()
    assert cell(pdf, 0, "Client000", grid) == (2, 1)
    assert cell(pdf, 1, "Client019", grid) == (0, 0)


@pytest.mark.parametrize(
    "grid", [LabelGrid(columns=12), LabelGrid(rows=40), LabelGrid(left=300), LabelGrid(columns=0)]
)
def test_labels_too_small_for_an_address_are_refused(grid: LabelGrid) -> None:
    with pytest.raises(LabelsTooSmall) as refusal:
        labels.draw(numbered(1, grid=grid))
    assert isinstance(refusal.value.width, Decimal)


def test_a_long_address_is_set_smaller_rather_than_cut() -> None:
    address = Address(
        name="Общество с ограниченной ответственностью «Лён и нить»",
        lines=("ул. Профсоюзная, д. 65, корп. 2, строение 14, офис 1207", "г. Москва"),
        postcode="117342",
    )
    pdf = labels.draw(replace(mail.LABELS["ru"], labels=(address,), skip=0))
    assert "117342" in texts(pdf)[0]
    assert "…" not in texts(pdf)[0]
    _, bottom, right, _ = places(pdf, 0, "117342")[0]
    assert bottom > 297 * MM - 37.125 * MM
    assert right < 70 * MM
