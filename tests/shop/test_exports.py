"""Files for others: complete, inert, and read back as they were written."""

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kartoteka import assemble
from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.domain.lists import Filter
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.domain.watching import Stopped, Watch
from kartoteka.exchange import workbooks, writing
from kartoteka.exchange.errors import FileNotWritable, UnknownEnding
from kartoteka.shop import Shop, clients, exports, imports, sales

EVIL = '=HYPERLINK("http://x";"y")'
FULL = Client(
    family="Иванова",
    given="Анна",
    middle="Сергеевна",
    called="Аня",
    phones=(Phone("+79123456789", "+79123456789"), Phone("123-45-67")),
    emails=("anna@example.com", "a@example.org"),
    messengers=(Messenger("Telegram", "@anna"), Messenger("Viber", "anna")),
    preferred=Channel.SMS,
    hours="после 18:00",
    language="ru",
    birthday=Birthday(29, 2),
    name_day="02-16",
    tags=(Tag(TagKind.LIKES, "зелёное"), Tag(TagKind.DISLIKES, "никель")),
    notes="Первая строка\nвторая; «третья»",
    source="Ярмарка",
    penetration=70,
    do_not_contact=True,
    card="1042",
    address=Address("ул. Мира, 5", "Казань", "420000", "RU"),
)
FIRM = Client(
    kind=Kind.COMPANY,
    company="ООО «Ромашка»",
    tax=TaxNumbers("7707083893", "", "770701001", "1027700132195"),
    people=(ContactPerson("Ольга Мороз", "бухгалтер", "02 987 65 43"),),
)


@pytest.fixture
def filled(shop: Shop) -> Shop:
    first = clients.add_client(shop, FULL).value
    clients.add_client(shop, FIRM)
    clients.add_client(shop, Client(given=EVIL, notes="+1-2", recommended_by=first.id))
    draft = SaleDraft(
        uuid="5b0d3c0e-6a55-4d6f-9c5e-0a4b1c2d3e4f",
        on=date(2026, 11, 20),
        currency="EUR",
        client=first.id,
        lines=(
            Line("Гривна", Decimal(2), Money(1250, "EUR")),
            Line("-пръстен", Decimal("0.5"), Money(999, "EUR"), Money(100, "EUR")),
        ),
    )
    sales.record_sale(shop, draft)
    return shop


def _other_shop(folder: Path) -> Shop:
    path = folder / "other.db"
    assemble.new_book(path, "Друг", "bg")
    return assemble.open_shop(path, today=date(2026, 11, 21))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_clients_written_out_come_back_as_they_were(
    filled: Shop, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"clients{ending}"
    assert exports.export(filled, "clients", path).rows == 3
    again = imports.import_file(filled, path, "clients").value
    assert (again.added, again.updated, again.unchanged, again.refused) == (0, 0, 3, 0)
    other = _other_shop(tmp_path)
    assert imports.import_file(other, path, "clients").value.added == 3
    found = clients.find(other, "1042")
    card = clients.client(other, found[0])
    kept = clients.client(filled, clients.find(filled, "1042")[0])
    assert replace(card, id=kept.id) == kept
    other.close()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_purchases_written_out_are_not_doubled_when_they_come_back(
    filled: Shop, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"purchases{ending}"
    assert exports.export(filled, "purchases", path).rows == 2
    again = imports.import_file(filled, path, "purchases").value
    assert (again.added, again.unchanged, again.refused) == (0, 2, 0)
    other = _other_shop(tmp_path)
    assert imports.import_file(other, path, "purchases").value.added == 2
    line = clients.lines(other, clients.find_ids(other, Filter()))[0]
    assert (line.purchases, line.total_minor) == (1, 2500 + 400)
    other.close()


def test_what_a_spreadsheet_would_take_for_a_formula_is_inert(filled: Shop, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    exports.export(filled, "clients", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
    assert "'" + EVIL in cells
    assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in cells)
    assert not any(cell[:1] in "+-" and not cell[1:].isdigit() for cell in cells if cell[:1])


def test_a_formula_in_a_workbook_is_text(filled: Shop, tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "clients.xlsx"
    exports.export(filled, "clients", path)
    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


def test_everything_goes_into_one_file_of_json(filled: Shop, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert exports.export(filled, "all", path).rows == 5
    value = json.loads(path.read_text(encoding="utf-8"))
    assert [len(value[name]) for name in ("clients", "purchases")] == [3, 2]
    assert value["purchases"][0]["amount"] == "25.00"
    assert value["clients"][0]["birthday"] == {"day": 29, "month": 2, "year": None}


def test_everything_as_csv_is_two_files(filled: Shop, tmp_path: Path) -> None:
    done = exports.export(filled, "all", tmp_path / "all.csv")
    assert [file.name for file in done.files] == ["all-clients.csv", "all-purchases.csv"]
    assert all(file.exists() for file in done.files)


def test_an_address_book_comes_back(filled: Shop, tmp_path: Path) -> None:
    path = tmp_path / "clients.vcf"
    assert exports.export(filled, "clients", path).rows == 3
    other = _other_shop(tmp_path)
    assert imports.import_file(other, path, "clients").value.added == 3
    card = clients.client(other, clients.find(other, "иванова")[0])
    assert (card.family, card.given, card.middle) == ("Иванова", "Анна", "Сергеевна")
    assert [phone.e164 for phone in card.phones] == ["+79123456789", ""]
    assert (card.birthday, card.notes) == (FULL.birthday, FULL.notes)
    assert (card.address, card.emails) == (FULL.address, FULL.emails)
    other.close()


def test_only_chosen_clients_are_written(filled: Shop, tmp_path: Path) -> None:
    found = clients.find(filled, "ромашка")
    path = tmp_path / "chosen.csv"
    assert exports.export(filled, "clients", path, clients=found).rows == 1


def test_a_file_without_a_known_ending_is_refused(filled: Shop, tmp_path: Path) -> None:
    with pytest.raises(UnknownEnding):
        exports.export(filled, "purchases", tmp_path / "purchases.vcf")


def test_a_folder_in_the_way_leaves_nothing_behind(filled: Shop, tmp_path: Path) -> None:
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(FileNotWritable):
        exports.export(filled, "clients", tmp_path / "taken.csv")
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json", ".vcf"])
def test_writing_that_is_stopped_leaves_the_file_that_was_there(
    shop: Shop, tmp_path: Path, ending: str
) -> None:
    clients.add_client(shop, FULL)
    path = tmp_path / f"clients{ending}"
    path.write_text("of yesterday")
    with pytest.raises(Stopped), shop.watched(Watch(lambda *_: None, lambda: True)):
        exports.export(shop, exports.CLIENTS, path)
    assert [each.name for each in tmp_path.glob("*clients*")] == [path.name]
    assert path.read_text() == "of yesterday"


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_ROWS", 3)
    path = tmp_path / "long.xlsx"
    sheet = writing.Sheet("purchases", ("number",), ([str(number)] for number in range(5)))
    assert writing.write_xlsx(path, [sheet]) == 5
    read = [(name, [row.cells[0] for row in rows]) for name, rows in workbooks.read_sheets(path)]
    assert read == [
        ("purchases", ["number", "0", "1"]),
        ("purchases 2", ["number", "2", "3"]),
        ("purchases 3", ["number", "4"]),
    ]
