"""Pages laid out for the preview."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from kartoteka.ui.papers.pages_view import GAP, MARGIN, lay_out

A5 = QSizeF(420, 595)


def test_front_and_back_stand_side_by_side_in_the_middle() -> None:
    placed, ground = lay_out([A5, A5], QSizeF(1000, 700), 1.0)
    front, back = placed[0].box, placed[1].box
    assert front.top() == back.top()
    assert back.left() - front.right() == GAP
    assert abs((front.left() + back.right()) / 2 - 500) < 0.01
    assert ground == QSizeF(1000, 700)


def test_the_third_page_begins_a_new_row() -> None:
    placed, ground = lay_out([A5] * 3, QSizeF(1000, 700), 1.0)
    assert placed[2].box.left() == placed[0].box.left()
    assert placed[2].box.top() > placed[0].box.bottom()
    assert ground.height() > 700


def test_a_single_page_stands_alone() -> None:
    placed, _ = lay_out([A5], QSizeF(1000, 700), 1.0)
    assert abs(placed[0].box.center().x() - 500) < 0.01


def test_no_pages_need_no_room() -> None:
    assert lay_out([], QSizeF(100, 100), 1.0) == ([], QSizeF())


@given(st.integers(1, 6), st.integers(200, 2000), st.integers(160, 1200))
def test_a_pair_always_fits_into_the_view(pages: int, width: int, height: int) -> None:
    placed, ground = lay_out([A5] * pages, QSizeF(width, height), 1.0)
    first = QRectF(placed[0].box)
    if pages > 1:
        first = first.united(placed[1].box)
    assert first.width() <= width - 2 * MARGIN + 0.01
    assert first.height() <= height - 2 * MARGIN + 0.01
    assert ground.width() <= width + 0.01


@given(st.floats(1, 4))
def test_a_larger_view_scrolls(zoom: float) -> None:
    placed, ground = lay_out([A5, A5], QSizeF(600, 400), zoom)
    assert ground.width() >= 600
    for each in placed:
        assert QRectF(0, 0, ground.width() + 0.01, ground.height() + 0.01).contains(each.box)
