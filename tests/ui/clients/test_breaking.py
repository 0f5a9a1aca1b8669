"""Long words break, short ones stay."""

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.ui.clients.breaking import SOFT_HYPHEN, ZERO_WIDTH, breakable


def test_an_address_breaks_after_its_joints() -> None:
    shown = breakable("very.long.name@primer-domain.bg")
    assert shown.split(ZERO_WIDTH) == ["very.", "long.", "name@", "primer-", "domain.", "bg"]


def test_short_words_are_left_alone() -> None:
    assert breakable("Цветелина Георгиева") == "Цветелина Георгиева"


def test_a_long_name_is_hyphenated_between_its_syllables() -> None:
    shown = breakable("Преображенская", 12)
    assert shown.split(SOFT_HYPHEN) == ["Преоб", "ра", "женс", "кая"]
    assert SOFT_HYPHEN in breakable("Преображенская-Христорождественская", 12)
    assert SOFT_HYPHEN not in breakable("preobrazhenskaya@example.bg", 12)


@given(st.text())
def test_nothing_visible_is_lost(text: str) -> None:
    def seen(shown: str) -> str:
        return shown.replace(ZERO_WIDTH, "").replace(SOFT_HYPHEN, "")

    assert seen(breakable(text)) == seen(text)
