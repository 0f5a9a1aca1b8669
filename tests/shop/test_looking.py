"""A first look at a file, before it is read whole."""

from pathlib import Path

import pytest

from kartoteka.exchange.errors import FileMissing, NotATable
from kartoteka.shop import looking

DATA = Path(__file__).resolve().parents[1] / "data"


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_purchases_are_told_from_clients_by_their_columns(tmp_path: Path) -> None:
    assert looking.look(DATA / "cdnow_sample.csv").kind == "purchases"
    clients = file(tmp_path, "ФИО;Телефон;Дата рождения\nАна;0888123456;05.03.1988\n")
    assert looking.look(clients).kind == "clients"


def test_the_columns_come_with_samples_and_guesses(tmp_path: Path) -> None:
    path = file(tmp_path, "ФИО;Телефон;Цвет\r\nЛи Анна;8 (912) 345-67-89;синий\r\n", "cp1251")
    found = looking.look(path)
    assert [(column.name, column.field) for column in found.columns] == [
        ("ФИО", "name"),
        ("Телефон", "phone"),
        ("Цвет", ""),
    ]
    assert found.columns[0].samples == ("Ли Анна",)
    assert (found.encoding, found.delimiter, found.format) == ("cp1251", ";", "csv")
    assert found.enough


def test_a_file_that_says_nothing_is_shown_all_the_same(tmp_path: Path) -> None:
    found = looking.look(file(tmp_path, "a1;b2\n1;2\n3;4\n"))
    assert not found.enough
    assert [column.field for column in found.columns] == ["", ""]
    named = looking.look(found.path, "clients", columns=("name", ""))
    assert named.enough


def test_too_few_chosen_columns_leave_the_rest_out(tmp_path: Path) -> None:
    found = looking.look(file(tmp_path, "name,phone\nAna,1\n"), "clients", columns=("name",))
    assert [column.field for column in found.columns] == ["name", ""]


def test_a_long_cell_is_cut_in_the_sample(tmp_path: Path) -> None:
    found = looking.look(file(tmp_path, f"name,notes\nAna,{'x' * 900}\n"))
    assert len(found.columns[1].samples[0]) == looking.LONGEST_CELL


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        looking.look(tmp_path / "none.csv")
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(NotATable):
        looking.look(picture)
