"""Formulas are made text, and text is made itself again."""

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.exchange.inert import as_written, inert


@given(st.text("=+-@'\t\r1a .", max_size=6))
def test_a_cell_comes_back_as_it_was_unless_it_began_like_an_inert_one(text: str) -> None:
    if not (text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "\t", "\r")):
        assert as_written(inert(text)) == text


@given(st.text(max_size=8))
def test_no_cell_is_a_formula(text: str) -> None:
    cell = inert(text)
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert not cell.startswith(("+", "-")) or cell[1:].replace(",", ".").replace(".", "").isdigit()
