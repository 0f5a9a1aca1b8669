"""The commands do what the window does, with the keys and exit codes that programs rely on."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import TODAY, Kartoteka

from kartoteka.__main__ import main
from kartoteka.domain.clients import Client
from kartoteka.domain.phones import read_phone
from kartoteka.shop import Shop
from kartoteka.shop import clients as cards

SALE_KEYS = ["sale", "number", "total", "points_earned", "points_balance"]
CARD_KEYS = [
    *("id", "kind", "name", "phones", "emails", "birthday", "name_day", "card", "tags", "notes"),
    *("consents", "source", "recommended_by", "state", "rhythm", "points", "purchases"),
    "timeline",
]
QUIET_COLUMNS = (
    "id,client,phone,visits,last_visit,usual_days,silent_days,times_usual,state,chance_back,"
    "yearly_value,at_risk"
)


@pytest.fixture
def olga(shop: Shop) -> int:
    """Olga, with a card and a phone, in a book that is closed again."""
    client = Client(
        given="Олга", family="Иванова", card="2000017", phones=(read_phone("0888 123 456", "bg"),)
    )
    made = cards.add_client(shop, client).value.id
    shop.close()
    return made


def test_a_book_is_made_and_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new folder" / "shop.db"
    new = ["--book", str(path), "--lang", "ru", "new", "--name", "Тест", "--country", "ru"]
    assert main(new) == 0
    before = path.read_bytes()
    assert main(new) == 5
    assert path.read_bytes() == before
    capsys.readouterr()
    assert main(["--book", str(path), "settings", "--format", "json"]) == 0
    settings = json.loads(capsys.readouterr().out)
    assert settings["shop.name"] == "Тест"
    assert settings["shop.currency"] == "RUB"
    assert settings["rhythm.quiet_after"] == "3"


def test_settings_change_together_or_not_at_all(kartoteka: Kartoteka) -> None:
    assert kartoteka("settings", "shop.phone=02 123", "shop.country=mars").code == 4
    assert kartoteka("settings", "--format", "json").json["shop.phone"] == ""
    assert kartoteka("settings", "shop.phone=02 123").code == 0
    assert kartoteka("settings", "--format", "json").json["shop.phone"] == "02 123"


def test_an_unknown_setting_is_named(kartoteka: Kartoteka) -> None:
    ran = kartoteka("settings", "shop.colour=red")
    assert ran.code == 4
    assert "shop.colour" in ran.err
    assert ran.out == ""


def test_a_missing_book_ends_with_code_five(kartoteka: Kartoteka, tmp_path: Path) -> None:
    ran = kartoteka("--book", tmp_path / "none.db", "quiet")
    assert ran.code == 5
    assert "There is no card index" in ran.err


def test_a_file_that_is_no_book_ends_with_code_five(kartoteka: Kartoteka, tmp_path: Path) -> None:
    other = tmp_path / "letter.db"
    other.write_text("Dear Olga, " * 1000, "utf-8")
    assert kartoteka("--book", other, "quiet").code == 5


def test_a_sale_has_a_number_and_a_total(kartoteka: Kartoteka) -> None:
    sold = kartoteka("sell", "--line", "name=Cup;qty=2;price=12,50", "--format", "json")
    assert sold.code == 0
    assert list(sold.json) == SALE_KEYS
    assert sold.json["number"] == 1
    assert sold.json["total"] == "25.00"


def test_the_same_id_twice_is_one_sale(kartoteka: Kartoteka) -> None:
    sell = ["sell", "--line", "name=Cup;price=5", "--id", "till-1-0001", "--format", "json"]
    assert kartoteka(*sell).json == kartoteka(*sell).json
    assert kartoteka("sell", "--line", "name=Cup;price=5", "--format", "json").json["number"] == 2


@pytest.mark.parametrize(
    "line",
    [
        "name=Cup;price=-5",
        "name=Cup;price=5;qty=0",
        "name=Cup;price=5;disc=6",
        "name=;price=5",
        "name=Cup;price=99999999999999999",
    ],
)
def test_what_a_rule_refuses_ends_with_code_four(kartoteka: Kartoteka, line: str) -> None:
    ran = kartoteka("sell", "--line", line)
    assert (ran.code, ran.out) == (4, "")
    assert len(ran.err.splitlines()) == 2
    assert kartoteka("sell", "--line", "name=Cup;price=5", "--format", "json").json["number"] == 1


def test_a_sale_may_be_paid_in_parts(kartoteka: Kartoteka) -> None:
    line = ["--line", "name=Ring;price=100"]
    assert kartoteka("sell", *line, "--pay", "cash=40", "--pay", "card=60").code == 0
    assert kartoteka("sell", *line, "--pay", "cash=40").code == 4


def test_a_return_takes_back_whole_or_in_part(kartoteka: Kartoteka) -> None:
    lines = ["--line", "name=Cup;qty=3;price=10", "--line", "name=Tea;price=4"]
    sold = kartoteka("sell", *lines, "--format", "json").json
    part = kartoteka("return", sold["number"], "--line", "1=2", "--format", "json")
    assert part.code == 0
    assert list(part.json) == SALE_KEYS
    assert part.json["total"] == "-20.00"
    rest = kartoteka("return", sold["sale"], "--format", "json")
    assert rest.json["total"] == "-14.00"
    assert kartoteka("return", sold["number"]).code == 4


def test_an_unknown_sale_cannot_be_returned(kartoteka: Kartoteka) -> None:
    assert kartoteka("return", "77").code == 4


def test_a_client_is_found_and_their_card_shown(kartoteka: Kartoteka, olga: int) -> None:
    kartoteka("sell", "--client", olga, "--line", "name=Cup;price=12.50")
    found = kartoteka("clients", "иван", "олг", "--format", "json").json
    assert found == [
        {
            "id": olga,
            "name": "Олга Иванова",
            "phone": "+359888123456",
            "card": "2000017",
            "state": "new",
            "last_purchase": TODAY,
            "purchases": 1,
            "total": "12.50",
        }
    ]
    card = kartoteka("card", olga, "--format", "json").json
    assert list(card) == CARD_KEYS
    assert card["purchases"][0]["total"] == "12.50"
    assert card["purchases"][0]["lines"][0]["name"] == "Cup"
    assert kartoteka("card", "2000017", "--format", "json").json["id"] == olga
    assert "Олга Иванова" in kartoteka("card", olga).out


def test_people_read_a_birthday_in_words(kartoteka: Kartoteka, tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_text("Name,Birthday\nИван Петров,14.07.\n", "utf-8")
    assert kartoteka("import", "clients", file).code == 0
    shown = kartoteka("card", "1").out.replace("\u00a0", " ")
    assert "14 July" in shown
    assert "--07-14" not in shown
    assert kartoteka("card", "1", "--format", "json").json["birthday"] == "--07-14"


def test_an_unknown_client_ends_with_code_four(kartoteka: Kartoteka) -> None:
    assert kartoteka("card", "99").code == 4
    assert kartoteka("sell", "--client", "99", "--line", "name=Cup;price=1").code == 4


def test_the_quiet_list_has_its_columns(kartoteka: Kartoteka, olga: int) -> None:
    kartoteka("sell", "--client", olga, "--line", "name=Cup;price=10", "--today", "2026-01-10")
    kartoteka("sell", "--client", olga, "--line", "name=Cup;price=10", "--today", "2026-01-20")
    lines = kartoteka("quiet", "--format", "csv").out.splitlines()
    assert lines[0] == QUIET_COLUMNS
    assert lines[1].startswith(f"{olga},Олга Иванова,+359888123456,2,2026-01-20,")
    assert kartoteka("quiet", "--all", "--format", "json").json[0]["state"] == "quiet"


def test_a_receipt_is_issued_once_and_written(
    kartoteka: Kartoteka, olga: int, tmp_path: Path
) -> None:
    kartoteka("sell", "--client", olga, "--line", "name=Cup;price=12.50")
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    issued = kartoteka("paper", "receipt", "1", "--pdf", first, "--format", "json")
    assert issued.code == 0
    assert list(issued.json) == ["paper", "number", "pages"]
    assert (
        kartoteka("paper", "receipt", "1", "--pdf", again, "--format", "json").json == issued.json
    )
    assert first.read_bytes().startswith(b"%PDF-")
    assert first.read_bytes() == again.read_bytes()
    assert kartoteka("paper", "receipt", "9", "--pdf", first).code == 4


def test_clients_come_in_from_a_file_and_go_out_again(kartoteka: Kartoteka, tmp_path: Path) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("name,phone\nОлга Иванова,0888123456\nNobody,\n,\n", "utf-8")
    dry = kartoteka("import", "clients", table, "--dry-run", "--format", "json").json
    assert dry["added"] == 2
    assert kartoteka("clients", "--format", "json").json == []
    done = kartoteka("import", "clients", table, "--format", "json").json
    assert list(done) == ["rows", "added", "updated", "unchanged", "refused", "refused_file"]
    assert len(kartoteka("clients", "--format", "json").json) == 2
    assert kartoteka("export", "clients", tmp_path / "out.csv").code == 0
    assert "Олга" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_refused_rows_end_with_code_three_and_lie_in_a_file(
    kartoteka: Kartoteka, tmp_path: Path
) -> None:
    table = tmp_path / "purchases.csv"
    table.write_text("client,date,amount\nOlga,2026-11-01,10\nOlga,2026-99-01,10\n", "utf-8")
    ran = kartoteka("import", "purchases", table, "--format", "json")
    assert ran.code == 3
    assert (ran.json["rows"], ran.json["added"], ran.json["refused"]) == (2, 1, 1)
    assert Path(ran.json["refused_file"]).exists()
    assert "1 row was rejected." in ran.err


def test_a_file_that_is_not_there_is_wrong_use(kartoteka: Kartoteka, tmp_path: Path) -> None:
    assert kartoteka("import", "clients", tmp_path / "none.csv").code == 2


def test_a_file_that_is_no_table_is_refused(kartoteka: Kartoteka, tmp_path: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(bytes(range(256)) * 50)
    assert kartoteka("import", "clients", picture).code == 4


def test_a_backup_can_take_the_place_of_the_book(
    kartoteka: Kartoteka, tmp_path: Path, book_path: Path
) -> None:
    kartoteka("sell", "--line", "name=Cup;price=5")
    copied = kartoteka("backup", tmp_path / "copies", "--format", "json")
    assert copied.code == 0
    kartoteka("sell", "--line", "name=Tea;price=5")
    assert kartoteka("restore", copied.json["backup"]).code == 0
    sold = kartoteka("sell", "--line", "name=Tea;price=5", "--format", "json")
    assert sold.json["number"] == 2
    assert book_path.exists()


def test_a_sound_book_passes_its_check(kartoteka: Kartoteka) -> None:
    kartoteka("sell", "--line", "name=Cup;price=5")
    ran = kartoteka("check", "--format", "json")
    assert ran.code == 0
    assert ran.json["ok"] is True


def test_a_damaged_book_does_not_pass(kartoteka: Kartoteka, book_path: Path) -> None:
    whole = book_path.read_bytes()
    book_path.write_bytes(whole[: len(whole) // 2])
    assert kartoteka("check").code == 5


def test_the_demo_shop_is_made_in_a_new_book(kartoteka: Kartoteka, tmp_path: Path) -> None:
    demo = tmp_path / "demo.db"
    make = ["--book", demo, "demo", "--clients", "40", "--purchases", "200", "--seed", "3"]
    assert kartoteka(*make, "--country", "ru").code == 0
    assert len(kartoteka("--book", demo, "clients", "--format", "json").json) == 40
    assert kartoteka(*make).code == 5
    assert demo.exists()


def test_the_book_decides_the_language_unless_one_is_chosen(
    book_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["--book", str(book_path), "card", "99"]) == 4
    bulgarian = capsys.readouterr().err
    assert main(["--book", str(book_path), "--lang", "bg", "card", "99"]) == 4
    assert capsys.readouterr().err == bulgarian


def test_people_read_phones_in_groups_and_programs_in_one_form(
    kartoteka: Kartoteka, olga: int
) -> None:
    assert "+359 88 812 3456" in kartoteka("clients").out
    assert "+359 88 812 3456" in kartoteka("card", olga).out
    assert "+359888123456" in kartoteka("clients", "--format", "csv").out


def test_a_folder_of_backups_is_the_one_meant_where_it_was_typed(
    kartoteka: Kartoteka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kartoteka("settings", "backup.folder=copies").code == 0
    shown = kartoteka("settings", "--format", "json").json
    assert shown["backup.folder"] == str(tmp_path / "copies")


def test_leva_of_before_the_euro_are_told_and_can_be_asked_for(
    kartoteka: Kartoteka, tmp_path: Path
) -> None:
    table = tmp_path / "till.csv"
    table.write_text("Клиент;Дата;Сума\nАна;01.12.2025;19,56\n", encoding="utf-8")
    told = kartoteka("import", "purchases", table, "--dry-run", "--lang", "en")
    assert "--old-currency BGN" in told.err
    assert "1 purchase before 2026" in told.err
    ran = kartoteka("import", "purchases", table, "--old-currency", "BGN", "--lang", "en")
    assert ran.err == ""
    (line,) = kartoteka("clients", "Ана", "--format", "json").json
    assert line["total"] == "10.00"
    assert kartoteka("import", "purchases", table, "--old-currency", "USD").code == 4
