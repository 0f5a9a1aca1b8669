"""Whole names are taken apart in the order of their language, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.exchange.names import looks_like_company, split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Иванова Анна Сергеевна", ("Иванова", "Анна", "Сергеевна")),
        ("Анна Сергеевна Иванова", ("Иванова", "Анна", "Сергеевна")),
        ("Анна Иванова", ("Иванова", "Анна", "")),
        ("Иванова Анна", ("Иванова", "Анна", "")),
        ("Иванова А.С.", ("Иванова", "А.", "С.")),
        ("Цветелина Иванова Георгиева", ("Георгиева", "Цветелина", "Иванова")),
        ("Марина Петрова", ("Петрова", "Марина", "")),
        ("Georgi Ivanov", ("Ivanov", "Georgi", "")),
        ("Иванова, Анна", ("Иванова", "Анна", "")),
        ("Анна", ("", "Анна", "")),
        ("", ("", "", "")),
    ],
)
def test_names_are_taken_apart(name: str, parts: tuple[str, str, str]) -> None:
    assert split_name(name) == parts


def test_the_heading_decides_where_the_name_does_not() -> None:
    assert split_name("Ким Ли") == ("Ли", "Ким", "")
    assert split_name("Ким Ли", family_first=True) == ("Ким", "Ли", "")


@given(st.text("абвгАБ-. ", max_size=30), st.booleans())
def test_no_word_of_a_name_is_lost(name: str, family_first: bool) -> None:
    parts = " ".join(split_name(name, family_first=family_first))
    assert sorted(parts.replace(" ", "")) == sorted(name.replace(" ", ""))


def test_companies_are_known_by_their_legal_form() -> None:
    assert all(map(looks_like_company, ("ООО «Ромашка»", "Ела ЕООД", "ИП Иванов", "Smith Ltd.")))
    assert not any(map(looks_like_company, ("Анна Иванова", "Адам Адов", "Etta Adams")))
