import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kartoteka.domain.clients import Phone
from kartoteka.domain.phones import (
    digits,
    library_e164,
    read_phone,
    read_phones,
    show_number,
    show_phone,
)

COUNTRIES = st.sampled_from(["ru", "bg", "other"])
SEPARATOR = st.sampled_from(["", "", "", " ", "-", "(", ") ", " - ", ".", "\u00a0", "–", "("])


@st.composite
def habits(draw: st.DrawFn) -> str:
    """A number as people write it, with anything between its groups."""
    label = draw(st.sampled_from(["", "", "", "тел. ", "Тел: ", "моб.", "tel ", "GSM: ", "тел"]))
    prefix = draw(st.sampled_from(["8", "+7", "7", "", "0", "+359", "359", "00359", "00", "+"]))
    start = draw(
        st.sampled_from(["912", "930", "999", "495", "812", "800", "88", "89", "98", "87", "777"])
    )
    rest = draw(st.text("0123456789", min_size=5, max_size=8))
    parts = [prefix, start, rest[:3], rest[3:5], rest[5:]]
    return label + "".join(part + draw(SEPARATOR) for part in parts)


@pytest.mark.parametrize(
    "typed",
    [
        "8 912 345-67-89",
        "89123456789",
        "8 (912) 345-67-89",
        "8(912)3456789",
        "+7 912 345 67 89",
        "+7(912)345-67-89",
        "+79123456789",
        "79123456789",
        "9123456789",
        "912 345 67 89",
        "8.912.345.67.89",
        "8-912-345-67-89",
        "тел. 8 912 345 67 89",
        "Моб.: 8-912-345-67-89",
        "8\u00a0912\u00a0345–67–89",
        "8-912-345-67-89 мама",
        "89123456789 (Анна Ивановна)",
        "+7 912 345 67 89 WhatsApp",
        "89123456789дом.",
        "89123456789.0",
    ],
)
def test_a_russian_mobile_is_one_number_in_every_habit_of_writing(typed: str) -> None:
    phone = read_phone(typed, "ru")
    assert (phone.typed, phone.e164) == (typed, "+79123456789")


@pytest.mark.parametrize(
    "typed",
    [
        "0888123456",
        "0888 123 456",
        "088 812 3456",
        "0888/123456",
        "+359888123456",
        "+359 888 123 456",
        "00359 888 123 456",
        "359888123456",
        "888123456",
        "+359 (0) 888 123 456",
        "тел: 0888 123 456",
    ],
)
def test_a_bulgarian_mobile_is_one_number_in_every_habit_of_writing(typed: str) -> None:
    assert read_phone(typed, "bg") == Phone(typed, "+359888123456")


def test_a_number_with_its_country_code_is_read_anywhere() -> None:
    assert read_phone("+359 888 123 456", "ru").e164 == "+359888123456"
    assert read_phone("+7 912 345-67-89", "bg").e164 == "+79123456789"
    assert read_phone("+49 1511 2345678", "other").e164 == "+4915112345678"


def test_a_landline_is_read_by_the_library() -> None:
    assert read_phone("02 987 65 43", "bg").e164 == "+35929876543"
    assert read_phone("8 (4862) 12-34-56", "ru").e164 == "+74862123456"
    assert read_phone("8 777 123 45 67", "ru").e164 == "+77771234567"


@pytest.mark.parametrize(
    "typed", ["345-67-89", "3456789", "2-15-40", "нет", "", "8 912 345", "0" * 99]
)
def test_what_is_no_complete_number_is_kept_as_typed(typed: str) -> None:
    assert read_phone(typed, "ru") == Phone(typed, "")


def test_a_cell_with_several_numbers_is_taken_apart() -> None:
    phones = read_phones("8 912 345-67-89, 8 (495) 123-45-67; спросить Олю", "ru")
    assert [phone.e164 for phone in phones] == ["+79123456789", "+74951234567"]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("8 (495) 123-45-67 доб. 12", "доб. 12"),
        ("8 495 123-45-67, доб.12", "доб.12"),
        ("+7 495 123 45 67 (вн. 304)", "вн. 304"),
        ("84951234567 x12", "x12"),
        ("8 495 123-45-67 мама", "мама"),
        ("8 495 123-45-67 (Анна и Пётр)", "Анна и Пётр"),
        ("84951234567.0", ""),
    ],
)
def test_an_extension_and_a_remark_are_kept_beside_the_number(typed: str, note: str) -> None:
    assert read_phones(typed, "ru") == (Phone(typed, "+74951234567", note),)


def test_a_bulgarian_extension_is_kept() -> None:
    assert read_phone("02 987 6543 вътр. 12", "bg").note == "вътр. 12"
    assert show_number("+35929876543 вътр. 12") == "+359 2 987 6543 вътр. 12"


@pytest.mark.parametrize(
    "between", [" и ", " или ", " and ", " / ", "/", " + ", " ", ", ", "; ", "\n"]
)
def test_two_numbers_in_one_cell_are_two_numbers(between: str) -> None:
    phones = read_phones(f"8 912 345-67-89{between}8 912 345 67 80", "ru")
    assert [phone.e164 for phone in phones] == ["+79123456789", "+79123456780"]
    phones = read_phones(f"0888 123 456{between}+359 2 987 6543", "bg")
    assert [phone.e164 for phone in phones] == ["+359888123456", "+35929876543"]


@given(habits(), COUNTRIES)
def test_a_cell_with_one_number_is_read_as_that_number(text: str, country: str) -> None:
    assert read_phones(text, country) == (read_phone(text, country),)


@example("+7 (912) 345-67-89", "ru")
@example("((((8912345678 9", "ru")
@example("+  7-912345-6789", "bg")
@given(habits() | st.text("0123456789+()-. ", max_size=24), COUNTRIES)
def test_the_short_way_agrees_with_the_library(text: str, country: str) -> None:
    without_label = text.strip().removeprefix("тел").removeprefix("GSM")
    assert read_phone(text, country).e164 == library_e164(without_label, country)


@given(habits(), COUNTRIES, COUNTRIES)
def test_a_number_is_shown_as_the_library_shows_it_and_reads_back(
    text: str, country: str, reader: str
) -> None:
    phone = read_phone(text, country)
    shown = show_phone(phone)
    if not phone.e164:
        assert shown == phone.typed
        return
    number = phonenumbers.parse(phone.e164)
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    assert shown == phonenumbers.format_number(number, form)
    assert shown == show_number(phone.e164)
    assert read_phone(shown, reader).e164 == phone.e164


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+79123456789", "+7 912 345-67-89"),
        ("+74951234567", "+7 495 123-45-67"),
        ("+359888123456", "+359 88 812 3456"),
        ("+35929876543", "+359 2 987 6543"),
        ("+4915112345678", "+49 1511 2345678"),
    ],
)
def test_a_kept_number_is_shown_with_its_country_code(kept: str, shown: str) -> None:
    assert show_number(kept) == shown


@pytest.mark.parametrize("typed", ["", "345-67-89", "+", "+ 7 912", "+0001234567", "+11111111111"])
def test_a_kept_number_that_is_no_real_one_is_shown_as_typed(typed: str) -> None:
    assert show_number(typed) == typed


def test_digits_of_a_fragment_are_found_in_any_grouping() -> None:
    assert digits("8 (912) 34") == "891234"


def test_usual_numbers_are_read_without_loading_the_library() -> None:
    program = (
        "import sys; from kartoteka.domain.phones import read_phone as r;"
        "r('8 (912) 345-67-89', 'ru'); r('0888 123 456', 'bg'); r('+359 888 123 456', 'ru');"
        "sys.exit('phonenumbers' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": "desktop"}).returncode
        == 0
    )
