import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.folding import digits_only, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ПЁТР Алексе́евич", "петр алексеевич"),
        ("Семён", "семен"),
        ("Йордан", "йордан"),
        ("И\u0306ордан", "йордан"),
        ("ѝ", "и"),
        ("Café ÉCLAIR", "cafe eclair"),
        ("Straße", "strasse"),
        ("  Анна\u00a0\t Мария ", "анна мария"),
        ("ВЪЛЧО Ъгълов", "вълчо ъгълов"),
        ("Plain ASCII", "plain ascii"),
        ("", ""),
    ],
)
def test_case_accents_and_yo_are_folded_and_short_i_is_kept(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяѝ АЙЁ-'"))
def test_the_case_of_cyrillic_text_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_ascii_takes_the_same_way_as_other_text(text: str) -> None:
    assert f"{fold(text)} я".strip() == fold(f"{text} Я")


@given(st.text(alphabet=st.characters(codec="cp1251")))
def test_plain_cyrillic_takes_the_same_way_as_text_with_accents(text: str) -> None:
    assert f"{fold(text)} e".strip() == fold(f"{text} é")


@given(st.from_regex(r"\+?\d*", fullmatch=True) | st.text())
def test_digits_only_keeps_digits_and_nothing_else(text: str) -> None:
    assert digits_only(text) == "".join(c for c in text if c in "0123456789")
