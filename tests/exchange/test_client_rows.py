"""Rows of a client list read as cards."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import Birthday, Client, ContactPerson, Kind, Phone, Tag, TagKind
from kartoteka.exchange.client_rows import ClientReader


def reader(fields: Sequence[str]) -> ClientReader:
    return ClientReader(fields, fields, [], "bg", date(2026, 11, 21))


def card(**cells: str) -> Client:
    return reader(list(cells)).read(list(cells.values())).client


def test_columns_of_one_kind_are_gathered_and_each_thing_is_kept_once() -> None:
    fields = ["given", "phone", "phone", "likes", "dislikes", "notes", "notes"]
    cells = ["Ана", "+359888123456", "+359888123456; 12-34", "чай, чай", "кафе", "а", "б"]
    read = reader(fields).read(cells).client
    assert read.phones == (Phone("+359888123456", "+359888123456"), Phone("12-34"))
    assert read.tags == (Tag(TagKind.LIKES, "чай"), Tag(TagKind.DISLIKES, "кафе"))
    assert read.notes == "а\nб"


def test_of_two_columns_with_one_text_the_last_that_is_filled_counts() -> None:
    fields = ["given", "city", "city", "city"]
    assert reader(fields).read(["Ана", "Варна", "София", " "]).client.address.city == "София"


def test_the_person_of_a_company_is_whom_to_ask_for() -> None:
    read = card(company="Мир", family="Петрова", given="Ана")
    assert (read.kind, read.company, read.family) == (Kind.COMPANY, "Мир", "")
    assert read.people == (ContactPerson("Ана Петрова"),)


def test_a_remark_in_place_of_a_phone_goes_to_the_notes_and_a_dash_nowhere() -> None:
    assert card(given="Ана", phone="спросить Олю").notes == "спросить Олю"
    assert card(given="Ана", phone="-").notes == ""


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"birthday": "завтра", "penetration": "200", "added_on": "?"}, "birthday"),
        ({"added_on": "?", "penetration": "200", "name_day": "05-06"}, "penetration"),
        ({"penetration": "20", "added_on": "?"}, "added_on"),
        ({"birthday": "завтра"}, "birthday"),
    ],
)
def test_fields_that_cannot_be_read_are_told_and_kept_as_notes(
    cells: dict[str, str], column: str
) -> None:
    known = card(given="Ана", **cells)
    assert known.notes.startswith(f"{column}: {cells[column]}")
    assert known.birthday is None


@given(st.permutations(["family", "given", "middle", "phone", "email", "birthday", "card"]))
def test_the_order_of_the_columns_does_not_matter(fields: list[str]) -> None:
    cells = {
        "family": "Иванова", "given": "Ана", "middle": "П.", "phone": "0888 123 456",
        "email": "a@b.bg", "birthday": "5.03.1988", "card": "77",
    }  # fmt: skip
    read = reader(fields).read([cells[each] for each in fields]).client
    assert (read.family, read.given, read.middle) == ("Иванова", "Ана", "П.")
    assert read.phones == (Phone("0888 123 456", "+359888123456"),)
    assert (read.emails, read.birthday, read.card) == (("a@b.bg",), Birthday(5, 3, 1988), "77")


@pytest.mark.parametrize("other", ["name", "company", "kind"])
def test_an_empty_column_of_whole_names_changes_nothing(other: str) -> None:
    parts = {"family": "Иванова", "given": "Ана", "middle": "П."}
    assert card(**parts) == card(**parts, **{other: ""})
