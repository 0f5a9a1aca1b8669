import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.barcodes import barcode_key, check_digit_holds, read_barcode

MARKED = "0104601234567893215hK)t\x1d91EE08\x1d92abc"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("4601234567893", "4601234567893"),
        ("\x024601234567893\x03\r\n", "4601234567893"),
        ("]E04601234567893", "4601234567893"),
        ("  A-100 \t", "A-100"),
        ("]C101046012345678931523", "04601234567893"),
        (f"]d2{MARKED}", "04601234567893"),
        (f"\x1d{MARKED}", "04601234567893"),
        (MARKED, "04601234567893"),
        ("]Q301046012345678932112", "04601234567893"),
        ("(01)04601234567893(21)77", "04601234567893"),
        ("https://id.gs1.org/01/04601234567893/21/77", "04601234567893"),
        ("0104601234567893215hK", "04601234567893"),
        ("", ""),
        ("\r\n", ""),
    ],
)
def test_a_scan_becomes_its_code(keys: str, code: str) -> None:
    assert read_barcode(keys) == code


@pytest.mark.parametrize("code", ["0101234567890", "0104601234567890215", "01046012345678932", "]"])
def test_a_number_that_only_begins_with_01_stays_whole(code: str) -> None:
    assert read_barcode(code) == code


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_code_never_holds_a_control_character_and_reading_again_changes_nothing(
    keys: str,
) -> None:
    code = read_barcode(keys)
    assert code.isprintable()
    assert code == code.strip()
    assert len(code) <= 200


def test_upc_ean_and_gtin_of_one_article_are_one_code() -> None:
    writings = ["012345678905", "0012345678905", "00012345678905", "12345678905"]
    assert {barcode_key(code) for code in writings} == {"12345678905"}
    assert barcode_key("10012345678902") != barcode_key("0012345678905"), "a case is no piece"
    assert barcode_key("0") == barcode_key("000") == "0"
    assert barcode_key("ab-01") == "AB-01"
    assert barcode_key("٠١٢") == "٠١٢"


@pytest.mark.parametrize("code", ["96385074", "4601234567893", "012345678905", "04601234567893"])
def test_a_wrong_check_digit_is_told(code: str) -> None:
    assert check_digit_holds(code) is True
    slipped = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert check_digit_holds(slipped) is False


def test_other_codes_have_no_check_digit() -> None:
    assert [check_digit_holds(code) for code in ("", "12345", "A-100", "12345678901")] == [None] * 4


def test_a_code_of_a_scale_is_left_alone() -> None:
    assert read_barcode("2212345012347") == "2212345012347"
