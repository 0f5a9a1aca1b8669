"""How a file is read, and what an import tells."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.ui.imports.previews import DUPLICATE, LOOK, PREVIEW

from kartoteka.exchange.headings import FIELDS as FILE_FIELDS
from kartoteka.i18n.words import Words
from kartoteka.shop.bringing import Duplicate, DuplicateKind
from kartoteka.shop.imports import ImportResult, PastImport
from kartoteka.ui.imports import exporting, labels, presenter
from kartoteka.ui.imports.presenter import ImportPresenter

WORDS = Words("en")


@pytest.fixture
def chosen() -> ImportPresenter:
    """A file with name, phone and a column that says nothing."""
    made = ImportPresenter()
    made.choose_file(Path("clients.csv"))
    made.looked(LOOK)
    return made


def test_everything_is_found_out_from_a_new_file(chosen: ImportPresenter) -> None:
    assert chosen.kind == "clients"
    assert chosen.how == {"columns": None, "encoding": "", "delimiter": ""}
    chosen.choose_encoding("koi8_r")
    chosen.choose_file(Path("other.csv"))
    assert chosen.how["encoding"] == ""
    assert chosen.look is None


def test_a_field_that_can_be_there_once_leaves_its_old_column(chosen: ImportPresenter) -> None:
    chosen.choose_field(2, "name")
    assert chosen.how["columns"] == ("", "phone", "name")


def test_several_columns_may_hold_phones(chosen: ImportPresenter) -> None:
    chosen.choose_field(2, "phone")
    assert chosen.how["columns"] == ("name", "phone", "phone")


def test_a_column_can_be_left_out(chosen: ImportPresenter) -> None:
    chosen.choose_field(1, "")
    assert chosen.how["columns"] == ("name", "", "")


@pytest.mark.parametrize(
    "choose",
    [
        lambda one: one.choose_kind("purchases"),
        lambda one: one.choose_encoding("cp1251"),
        lambda one: one.choose_delimiter(";"),
        lambda one: one.choose_field(0, ""),
    ],
)
def test_another_way_of_reading_asks_anew_what_would_happen(
    chosen: ImportPresenter, choose: object
) -> None:
    chosen.previewed(PREVIEW)
    assert chosen.is_ready
    choose(chosen)  # type: ignore[operator]
    assert not chosen.is_ready


def test_a_chosen_delimiter_keeps_the_chosen_letters(chosen: ImportPresenter) -> None:
    chosen.choose_encoding("cp1251")
    chosen.choose_delimiter("\t")
    assert chosen.how == {"columns": None, "encoding": "cp1251", "delimiter": "\t"}


def test_a_file_with_nothing_new_is_not_ready(chosen: ImportPresenter) -> None:
    nothing = replace(PREVIEW, result=ImportResult(rows=3, unchanged=3))
    chosen.previewed(nothing)
    assert not chosen.is_ready
    assert presenter.ready_words(WORDS, nothing.result) == "Nothing in this file is new."


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_every_field_of_a_file_has_a_name(language: str) -> None:
    words = Words(language)
    for kind in presenter.KINDS:
        fields = FILE_FIELDS[kind]
        assert set(fields) <= labels.FIELDS, kind
        names = [labels.field_label(words, field) for field in fields]
        assert len(set(names)) == len(names)


def test_the_counts_say_what_comes_in_and_what_stays_out() -> None:
    clients = presenter.counts(
        WORDS, "clients", ImportResult(rows=9, added=5, updated=3, refused=1)
    )
    assert [count.number for count in clients] == ["5", "3", "0", "1"]
    assert clients[3].tone == "alarm"
    purchases = presenter.counts(WORDS, "purchases", ImportResult(added=1200, new_clients=40))
    assert [count.number for count in purchases] == ["1,200", "40", "0", "0"]
    assert purchases[3].tone == "ink"


@pytest.mark.parametrize(
    ("kind", "result", "told"),
    [
        ("clients", ImportResult(added=2), "2 new cards were imported."),
        (
            "clients",
            ImportResult(added=1, updated=4),
            "1 new card was imported, 4 updated.",
        ),
        ("purchases", ImportResult(added=6919), "6,919 purchases were imported."),
        ("purchases", ImportResult(unchanged=3), "Nothing was new, so nothing was changed."),
    ],
)
def test_one_sentence_tells_what_an_import_did(kind: str, result: ImportResult, told: str) -> None:
    assert presenter.done_words(WORDS, kind, result) == told


def test_rows_that_stayed_out_are_told_only_when_there_are_some() -> None:
    assert presenter.refused_words(WORDS, ImportResult()) == ""
    assert presenter.refused_words(WORDS, ImportResult(refused=1)).startswith(
        "1 row was not imported"
    )


def test_the_progress_says_how_far_the_reading_is() -> None:
    assert presenter.progress_words(WORDS, 0, 0) == "Reading the file…"
    assert presenter.progress_words(WORDS, 1000, 60000) == "Row 1,000 of 60,000"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (DuplicateKind.CARD, "has the same card number as Ана"),
        (DuplicateKind.PHONE, "has the phone of Ана"),
        (DuplicateKind.EMAIL, "has the e-mail of Ана"),
        (DuplicateKind.NAME, "has the same name as Ана"),
    ],
)
def test_a_row_tells_whom_it_resembles_and_by_what(why: DuplicateKind, told: str) -> None:
    assert presenter.duplicate_words(WORDS, DUPLICATE(why)) == told


def test_a_row_of_a_known_client_brings_the_card_up_to_date() -> None:
    same = Duplicate(3, "Ана", 7, "Ана", DuplicateKind.CARD, same=True)
    assert presenter.duplicate_words(WORDS, same) == "is Ана: the card will be updated"


def test_earlier_imports_tell_what_they_brought() -> None:
    at = datetime(2026, 11, 21, 9)  # noqa: DTZ001 - local, as the book keeps it
    result = ImportResult(added=2, updated=1)
    past = PastImport(id=1, at=at, kind="clients", file_name="a.csv", result=result, undone_at=None)
    assert presenter.past_words(WORDS, past) == "21/11/2026 · 3 cards"
    assert presenter.past_words(WORDS, replace(past, kind="purchases")).endswith("2 purchases")
    assert presenter.past_words(WORDS, replace(past, undone_at=at)).endswith("undone")


def test_cards_in_use_are_told_when_an_import_is_taken_back() -> None:
    assert presenter.taken_back_words(WORDS, 0) == "The import is undone."
    assert "1 card already in use" in presenter.taken_back_words(WORDS, 1)


def test_what_is_missing_is_said_for_each_kind() -> None:
    assert "holds the client" in presenter.not_enough_words(WORDS, "purchases")
    assert "the name" in presenter.not_enough_words(WORDS, "clients")


def test_letters_and_signs_have_names() -> None:
    assert presenter.encoding_name("cp1251") == "Windows-1251"
    assert presenter.encoding_name("mac_cyrillic") == "mac_cyrillic"
    assert presenter.delimiter_words(WORDS, "\t") == "tab"
    assert presenter.delimiter_words(WORDS, "~") == "~"
    assert presenter.kind_words(WORDS, "purchases") == "Purchases"


def test_an_address_book_holds_clients_only() -> None:
    assert "vcf" in exporting.endings_of("clients")
    assert "vcf" not in exporting.endings_of("purchases")
    assert exporting.file_name(WORDS, "clients", "2026-11-21", "csv") == "clients-2026-11-21.csv"
    assert exporting.file_name(WORDS, "all", "", "json") == "kartoteka.json"
