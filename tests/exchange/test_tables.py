"""Files as shops have them, and files that are no tables at all."""

import csv
import tracemalloc
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.exchange.errors import (
    ExchangeTrouble,
    FileEmpty,
    FileMissing,
    LineTooLong,
    NotATable,
    WrongEncoding,
)
from kartoteka.exchange.tables import open_table

RUSSIAN = (
    "ФИО;Телефон;Примечание\r\n"
    'Иванова Анна;8 (912) 345-67-89;"много ""кавычек""\nи строк"\r\n'
    "Петров Пётр;+7 495 123-45-67;=1+1\r\n"
)


def cells(path: Path, kind: str = "clients") -> list[tuple[str, ...]]:
    return [row.cells for row in open_table(path, kind).rows()]


@pytest.mark.parametrize(
    "encoding",
    ["cp1251", "koi8_r", "cp866", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_russian_text_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(RUSSIAN.encode(encoding))
    table = open_table(path, "clients")
    assert table.header == ("ФИО", "Телефон", "Примечание")
    assert table.delimiter == ";"
    assert [row.number for row in table.rows()] == [2, 4]
    assert next(iter(table.rows())).cells[2] == 'много "кавычек"\nи строк'


def test_capitals_alone_are_told_apart_too(tmp_path: Path) -> None:
    for encoding in ("cp1251", "koi8_r"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("ФАМИЛИЯ;ГОРОД\nСИДОРОВА;РОСТОВ\n".encode(encoding))
        assert cells(path) == [("СИДОРОВА", "РОСТОВ")]


def test_western_letters_are_not_taken_for_russian_ones(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,city\nJosé Müller,Besançon\nZoë,Orléans\n".encode("cp1252"))
    assert cells(path)[0] == ("José Müller", "Besançon")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    rows = (("name", "phone", "notes"), ("Ann", "1", "a.b"), ("Bob", "2", ""))
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    assert cells(path) == [rows[1], rows[2]]


def test_the_line_that_excel_puts_first_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=;\nname;phone\nAnn;1\n", encoding="utf-8")
    table = open_table(path, "clients")
    assert (table.header, cells(path)) == (("name", "phone"), [("Ann", "1")])


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Список клиентов;;\n;;\nИмя;Телефон;Город\nАнна;1;Уфа\n", encoding="utf-8")
    assert open_table(path, "clients").header == ("Имя", "Телефон", "Город")
    assert cells(path) == [("Анна", "1", "Уфа")]


def test_a_table_without_headings_keeps_its_first_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Анна Иванова;+79123456789\nПётр;+79123456780\n", encoding="utf-8")
    table = open_table(path, "clients")
    assert table.header == ("A", "B")
    assert len(cells(path)) == 2


def test_a_quote_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name;city\n"Ann;Riga\nBob;Oslo\nCid;Rome\n', encoding="utf-8")
    rows = list(open_table(path, "clients").rows())
    assert [(row.number, row.broken, row.cells[0]) for row in rows] == [
        (2, "quote", '"Ann'),
        (3, "", "Bob"),
        (4, "", "Cid"),
    ]


def test_a_row_with_bytes_of_another_encoding_is_marked_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "list.csv"
    lines = ["Имя;Город", *[f"Анна{at};Уфа" for at in range(40)]]
    path.write_bytes("\n".join(lines).encode() + b"\n\xc8\xe2\xe0\xed;X\n")
    rows = list(open_table(path, "clients").rows())
    assert [row.broken for row in rows] == [""] * 40 + ["characters"]


def test_a_row_with_zero_bytes_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"name;city\nAnn;Riga\nB\0b;Oslo\n")
    assert [row.broken for row in open_table(path, "clients").rows()] == ["", "characters"]


def test_a_huge_line_is_the_first_thing_that_the_program_reads(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name;city\n" + "x" * 2_000_000 + ";Riga\nAnn;Oslo\n")
    csv.field_size_limit(131_072)  # as it is when the program starts
    with pytest.raises(LineTooLong):
        open_table(path, "clients")


def test_a_huge_line_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.write(b"name;city\nAnn;Riga\n")
        file.writelines(b"x" * 1_000_000 for _ in range(50))
    tracemalloc.start()
    with pytest.raises(LineTooLong) as refused:
        open_table(path, "clients")
    assert tracemalloc.get_traced_memory()[1] < 16_000_000
    tracemalloc.stop()
    assert refused.value.line == 3


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"%PDF-1.7 " + bytes(range(256)) * 20,
        b"PK\x03\x04 not really a workbook",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        bytes(range(256)) * 40,
        b"SQLite format 3\0" + b"\0" * 500,
        (
            "Это письмо в котором нет ни одного столбца и только длинные строки текста.\n" * 9
        ).encode(),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(NotATable):
        open_table(path, "clients")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"name;phone\n"])
def test_an_empty_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(FileEmpty):
        open_table(path, "clients")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_table(tmp_path / "none.csv", "clients")


@pytest.mark.parametrize("encoding", ["utf-8", "klingon", "base64"])
def test_a_wrong_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    with pytest.raises(WrongEncoding):
        open_table(path, "clients", encoding=encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "windows-1251", "CP1251"])
def test_a_chosen_encoding_is_used(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    assert open_table(path, "clients", encoding=encoding).header[0] == "ФИО"


def workbook(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"})
    for rows in sheets:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    book.close()
    return path


def test_cells_of_a_workbook_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "list.xlsx",
        [
            ["Имя", "Телефон", "Дата рождения", "Сумма", "Да"],
            ["Анна", 89123456789, date(1988, 3, 5), 29.33, True],
        ],
    )
    assert cells(path) == [("Анна", "89123456789", "1988-03-05", "29.33", "1")]


def test_the_sheet_that_fits_is_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "all.xlsx",
        [["Имя", "Телефон"], ["Анна", "1"]],
        [["client", "date", "amount"], ["Анна", "05.03.2020", 5]],
    )
    assert open_table(path, "clients").header == ("Имя", "Телефон")
    assert open_table(path, "purchases").header == ("client", "date", "amount")


def test_a_workbook_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [["Имя"], ["Анна"]])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(NotATable):
        open_table(path, "clients")


def test_another_archive_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(NotATable):
        open_table(path, "clients")


def test_a_workbook_without_rows_is_empty(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        open_table(workbook(tmp_path / "list.xlsx", []), "clients")


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_clear_refusal(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(content)
    with suppress(ExchangeTrouble):
        list(open_table(path, "clients").rows())


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=10)


@settings(max_examples=80)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=8))
def test_what_is_written_as_csv_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    import csv

    path = tmp_path_factory.mktemp("back") / "back.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("name", "notes", "city"), *rows])
    wanted = [row for row in rows if any(row)]
    if wanted:
        assert [row.cells for row in open_table(path, "clients").rows()] == wanted
