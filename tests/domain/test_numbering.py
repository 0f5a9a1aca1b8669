"""Runs of paper numbers: what the owner may set, and which numbers must exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.numbering import (
    NumberBeyondEnd,
    Numbering,
    NumbersFixed,
    Start,
    changed,
    expected,
    kinds_of,
    missing_of,
    on_day,
    runs_of,
    shown,
    split_key,
    stray_of,
)
from kartoteka.domain.papers import PaperKind, Series
from kartoteka.domain.settings import BadSetting

TODAY = date(2026, 11, 21)
FREE = Series(range="proforma")
INVOICES = next(run for run in runs_of("bg") if run.range == "invoice")
BILLS = next(run for run in runs_of("ru") if run.range == "invoice")


def set_to(numbering: Numbering, **fields: str) -> Numbering:
    return changed(numbering, fields, TODAY)


def test_bulgarian_notes_are_in_the_run_of_the_invoices() -> None:
    assert [run.range for run in runs_of("bg")] == ["receipt", "invoice", "proforma"]
    assert [run.range for run in runs_of("ru")] == ["receipt", "invoice", "proforma", "note"]
    invoices = (PaperKind.INVOICE, PaperKind.CREDIT_NOTE, PaperKind.DEBIT_NOTE)
    assert kinds_of("bg", "invoice") == invoices
    assert kinds_of("ru", "note") == (PaperKind.CREDIT_NOTE,)


def test_what_is_shown_can_be_set() -> None:
    run = Numbering(Series(range="note", last=99, digits=4, prefix="К-", yearly=True), 7, 2026)
    values = {key.partition(".")[2]: value for key, value in shown(run).items()}
    assert values == {"next": "7", "last": "99", "prefix": "К-", "digits": "4", "yearly": "yes"}
    assert changed(Numbering(Series(range="note"), 1), values, TODAY) == run


def test_of_a_fixed_run_only_its_next_and_last_number_are_shown() -> None:
    assert shown(Numbering(INVOICES, 5)) == {"invoice.next": "5", "invoice.last": ""}


@pytest.mark.parametrize(
    "fields",
    [{"digits": "4"}, {"prefix": "A-"}, {"yearly": "yes"}],
    ids=lambda each: next(iter(each)),
)
def test_the_form_of_a_bulgarian_number_stays(fields: dict[str, str]) -> None:
    with pytest.raises(NumbersFixed):
        set_to(Numbering(INVOICES, 5), **fields)


def test_a_run_may_begin_in_the_midst_and_end() -> None:
    run = set_to(Numbering(INVOICES, 1), next="0000001235", last="2 000")
    assert (run.next, run.series.last, run.shown) == (1235, 2000, "0000001235")


def test_the_last_number_is_not_before_the_next() -> None:
    with pytest.raises(NumberBeyondEnd) as refusal:
        set_to(Numbering(FREE, 20), last="19")
    assert (refusal.value.next, refusal.value.last) == (20, 19)
    assert set_to(Numbering(FREE, 20), last="20").series.last == 20


def test_a_number_must_fit_into_its_digits() -> None:
    with pytest.raises(NumberBeyondEnd):
        set_to(Numbering(FREE, 1000), digits="3")


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("next", "0", "too small"),
        ("next", "-5", "not a number"),
        ("next", "", "not a number"),
        ("next", "12a", "not a number"),
        ("next", "１２", "not a number"),
        ("next", "9" * 40, "too large"),
        ("last", "no", "not a number"),
        ("digits", "11", "too large"),
        ("prefix", "2026", "wrong prefix"),
        ("prefix", "A" * 13, "too long"),
        ("yearly", "maybe", "not yes or no"),
    ],
)
def test_what_is_no_number_is_refused(field: str, text: str, why: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        set_to(Numbering(FREE, 1), **{field: text})
    assert (refusal.value.key, refusal.value.why) == (f"proforma.{field}", why)


def test_a_yearly_run_is_set_within_this_year() -> None:
    assert set_to(Numbering(BILLS, 1), next="57") == Numbering(BILLS, 57, 2026)
    assert set_to(Numbering(BILLS, 1), next="57").name == "invoice/2026"


def test_a_yearly_run_stands_at_one_when_the_year_has_begun() -> None:
    assert on_day(Numbering(BILLS, 57, 2025), TODAY) == Numbering(BILLS, 1, 2026)
    used_up = Numbering(Series(range="invoice", last=4), 5)
    assert on_day(used_up, TODAY).used_up


def test_keys_of_runs_are_told_from_other_settings() -> None:
    assert split_key("invoice.next") == ("invoice", "next")
    assert split_key("note.yearly") == ("note", "yearly")
    assert split_key("shop.name") is None
    assert split_key("receipt.colour") is None


def test_a_run_that_nobody_moved_is_whole_from_one_on() -> None:
    assert expected([2, 3], [], 5) == [(1, 4)]
    assert missing_of([2, 3], [(1, 4)]) == [(1, 1), (4, 4)]


def test_numbers_left_out_on_purpose_are_not_missing() -> None:
    stretches = expected([1, 2, 1235, 1237], [Start(3, 1235)], 1238)
    assert stretches == [(1, 2), (1235, 1237)]
    assert missing_of([1, 2, 1235, 1237], stretches) == [(1236, 1236)]


def test_a_number_gone_before_a_run_was_moved_is_still_missed() -> None:
    assert missing_of([1, 10], expected([1, 10], [Start(3, 10)], 11)) == [(2, 2)]


def test_a_new_range_may_lie_below_the_old_one() -> None:
    given = [1000, 1001, 3000, 3001]
    stretches = expected(given, [Start(1, 3000), Start(3002, 1000)], 1002)
    assert missing_of(given, stretches) == []
    assert stray_of(given, stretches) == []


def test_a_number_that_would_be_given_again_is_stray() -> None:
    assert stray_of([1, 2, 3], expected([1, 2, 3], [], 3)) == [3]


def test_where_the_beginning_is_not_known_the_first_number_is_it() -> None:
    assert expected([100, 101], [], 102, first=None) == [(100, 101)]

    assert missing_of([7, 100, 101], expected([7, 100, 101], [Start(102, 7)], 8, first=None)) == []


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_a_run_moved_on_any_number_of_times_is_whole(jumps: list[int]) -> None:
    numbers: list[int] = []
    starts: list[Start] = []
    upcoming = 1
    for jump in jumps:
        numbers += [upcoming, upcoming + 1]
        upcoming += 2
        starts.append(Start(upcoming, upcoming + jump))
        upcoming += jump
    stretches = expected(numbers, starts, upcoming)
    assert missing_of(numbers, stretches) == []
    assert stray_of(numbers, stretches) == []
    assert missing_of(numbers[1:], stretches) == [(1, 1)]
