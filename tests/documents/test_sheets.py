"""Sheets are kept in the book as text and come back the same."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import every, samples

from kartoteka.documents.sheets import (
    AnySheet,
    CallListSheet,
    CallRow,
    ReceiptLine,
    ReceiptSheet,
    RhythmMark,
    SheetUnreadable,
    any_from_json,
    from_json,
    to_json,
)
from kartoteka.documents.sheets.keeping import KINDS

WORDS = st.text(max_size=30)


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_a_sheet_comes_back_from_the_book_as_it_was(language: str) -> None:
    receipt = samples.RECEIPTS[language]
    calls = samples.CALL_LISTS[language]
    assert from_json(ReceiptSheet, to_json(receipt)) == receipt
    assert from_json(CallListSheet, to_json(calls)) == calls


@pytest.mark.parametrize("sheet", every.SHEETS.values(), ids=every.SHEETS)
def test_every_kind_of_sheet_comes_back_from_the_book_as_it_was(sheet: AnySheet) -> None:
    text = to_json(sheet)
    assert from_json(type(sheet), text) == sheet
    assert any_from_json(text) == sheet
    assert to_json(any_from_json(text)) == text


def test_there_is_a_sample_of_every_kind_of_sheet() -> None:
    assert {type(sheet) for sheet in every.SHEETS.values()} == set(KINDS.values())


def test_a_receipt_without_a_back_comes_back_without_one() -> None:
    sheet = replace(samples.ENGLISH, back=None)
    assert from_json(ReceiptSheet, to_json(sheet)).back is None


@given(WORDS, WORDS, st.floats(0, 1000), st.lists(WORDS, max_size=3))
def test_any_words_and_numbers_survive(
    name: str, script: str, times: float, facts: list[str]
) -> None:
    row = CallRow(
        name=name, phone="", reason="", script=script, facts=tuple(facts), rhythm=RhythmMark(times)
    )
    sheet = replace(samples.RUSSIAN_CALLS, rows=(row,))
    assert from_json(CallListSheet, to_json(sheet)) == sheet


@given(st.lists(st.builds(ReceiptLine, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=5))
def test_any_lines_survive(lines: list[ReceiptLine]) -> None:
    sheet = replace(samples.RUSSIAN, lines=tuple(lines))
    assert from_json(ReceiptSheet, to_json(sheet)) == sheet


def test_equal_sheets_are_equal_text() -> None:
    assert to_json(samples.RUSSIAN) == to_json(replace(samples.RUSSIAN))


def test_a_sheet_of_an_older_program_gets_the_defaults_of_new_fields() -> None:
    stored = json.loads(to_json(samples.ENGLISH))
    del stored["notes"]
    del stored["pages_label"]
    sheet = from_json(ReceiptSheet, json.dumps(stored))
    assert sheet.notes == ()
    assert sheet.pages_label == "{page} / {pages}"


@pytest.mark.parametrize(
    "spoil",
    [
        {"version": 99},
        {"sheet": "CallListSheet"},
        {"title": 5},
        {"issued": "yesterday"},
        {"lines": [{"name": "only a name"}]},
        {"lines": 3},
        {"back": {"kind": "advertisement", "title": "Buy"}},
    ],
)
def test_a_spoiled_sheet_is_refused(spoil: dict[str, object]) -> None:
    stored = json.loads(to_json(samples.ENGLISH)) | spoil
    with pytest.raises(SheetUnreadable):
        from_json(ReceiptSheet, json.dumps(stored))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "not json", "12"])
def test_what_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(SheetUnreadable):
        from_json(ReceiptSheet, text)
    with pytest.raises(SheetUnreadable):
        any_from_json(text)
