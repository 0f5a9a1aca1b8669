"""Texts and queries taken apart for the full-text indexes."""

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.store.fragments import pieces

KEPT = "@.-+_/#&"


@given(st.text() | st.text(alphabet="аб a1@.-(),'\"\n\t"))
def test_every_character_and_pair_of_a_text_is_a_piece(text: str) -> None:
    plain = "".join(
        mark if mark.isalnum() or mark in KEPT or not mark.isascii() else " " for mark in text
    )
    pairs = {plain[at : at + 2] for at in range(len(plain))}
    expected = " ".join({*plain, *pairs}).split(" ")
    found = pieces(text).split(" ")
    assert set(found) - {""} == set(expected) - {""}
