"""Long words break, short ones stay."""

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.ui.clients.breaking import ZERO_WIDTH, breakable


def test_an_address_breaks_after_its_joints() -> None:
    shown = breakable("very.long.name@primer-domain.bg")
    assert shown.split(ZERO_WIDTH) == ["very.", "long.", "name@", "primer-", "domain.", "bg"]


def test_short_words_are_left_alone() -> None:
    assert breakable("Цветелина Георгиева") == "Цветелина Георгиева"


@given(st.text())
def test_nothing_visible_is_lost(text: str) -> None:
    assert breakable(text).replace(ZERO_WIDTH, "") == text.replace(ZERO_WIDTH, "")
