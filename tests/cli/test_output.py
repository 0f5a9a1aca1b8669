"""Tables, CSV and JSON: what people and programs get."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest

from kartoteka.cli.output import Column, Output
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import State
from kartoteka.i18n.words import Words

COLUMNS = (
    Column("name", lambda words: words.say("Name")),
    Column("total", lambda words: words.say("Total"), figures=True),
    Column("on", lambda words: words.say("Date")),
    Column("state", lambda words: words.say("State")),
)


def record(name: str, minor: int = 123450) -> dict[str, object]:
    """A line as the commands make it."""
    return {
        "name": name,
        "total": Money(minor, "EUR"),
        "on": date(2026, 11, 21),
        "state": State.QUIET,
    }


def written(form: str, *records: dict[str, object]) -> str:
    """These records in this format."""
    stream = io.StringIO()
    Output(form, Words("en"), stream=stream).many(COLUMNS, records)
    return stream.getvalue()


def test_json_is_one_list_with_money_as_text_and_iso_dates() -> None:
    expected = {"name": "Оля", "total": "1234.50", "on": "2026-11-21", "state": "quiet"}
    assert json.loads(written("json", record("Оля"), record("Оля"))) == [expected, expected]
    assert "Оля" in written("json", record("Оля"))


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(written("json")) == []


def test_csv_has_the_keys_as_its_first_row() -> None:
    rows = list(csv.reader(io.StringIO(written("csv", record('a"b;c,d\ne')))))
    assert rows == [
        ["name", "total", "on", "state"],
        ['a"b;c,d\ne', "1234.50", "2026-11-21", "quiet"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+x", "\t=1"])
def test_a_formula_in_csv_is_only_text(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", record(text)))))
    assert rows[1][0] == f"'{text}"


@pytest.mark.parametrize("text", ["+79123456789", "-5.00", ""])
def test_a_phone_a_figure_and_nothing_in_csv_stay_as_they_are(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", record(text)))))
    assert rows[1][0] == text


def test_a_table_lines_up_wide_letters_and_accents_and_puts_figures_to_the_right() -> None:
    assert written("table", record("山田"), record("Zoe\u0308", 5)).splitlines() == [
        "Name      Total  Date        State",
        "────  ─────────  ──────────  ───────────",
        "山田  €1,234.50  21/11/2026  going quiet",
        "Zoe\u0308       €0.05  21/11/2026  going quiet",
    ]


def test_a_name_in_a_table_cannot_move_the_cursor_or_break_the_line() -> None:
    table = written("table", record("a\x1b[2Jb\nc\u202ed"))
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "a[2Jb cd" in table


def test_a_long_name_does_not_push_the_figures_away() -> None:
    assert "…" in written("table", record("x" * 400))


def test_a_table_of_nothing_says_so_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert written("table") == ""
    assert capsys.readouterr().err == "Nothing found.\n"


def test_one_record_is_one_object_in_json() -> None:
    stream = io.StringIO()
    Output("json", Words("en"), stream=stream).one(
        {"number": 1, "left": Decimal("2.50"), "none": None}
    )
    assert json.loads(stream.getvalue()) == {"number": 1, "left": "2.50", "none": None}


def test_one_record_is_a_line_a_value_in_a_table() -> None:
    stream = io.StringIO()
    Output("table", Words("en"), stream=stream).one({"number": 1, "total": Money(250, "EUR")})
    assert stream.getvalue() == "number  1\ntotal   €2.50\n"
