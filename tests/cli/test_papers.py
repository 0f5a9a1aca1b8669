"""Every paper of the command line, with the keys and exit codes that programs rely on."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.conftest import Kartoteka, Ran
from tests.documents.reading import texts
from tests.shop.selling import add, euro, line, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, tell

from kartoteka.domain.catalogue import Item
from kartoteka.shop import Shop, catalogue


@pytest.fixture
def firm(shop: Shop) -> int:
    """A firm with a card and one sale, number 1, in a book that is closed again."""
    tell(shop, BULGARIAN)
    made = add(shop, replace(FIRM, card="2000017"))
    sell(shop, line(quantity="2"), client=made)
    shop.close()
    return made


def written(kartoteka: Kartoteka, file: Path, *arguments: str) -> Ran:
    return kartoteka("paper", *arguments, "--pdf", file, "--format", "json")


def test_an_invoice_is_issued_once_and_written(
    kartoteka: Kartoteka, firm: int, tmp_path: Path
) -> None:
    file = tmp_path / "invoice.pdf"
    first = written(kartoteka, file, "invoice", "1", "--due", "2026-12-05")
    assert (first.code, first.json["number"], first.json["pages"]) == (0, "0000000001", 2)
    assert "ФАКТУРА" in " ".join(texts(file.read_bytes()))
    assert written(kartoteka, file, "invoice", "1").json == first.json
    assert written(kartoteka, file, "invoice", "0000000001").json == first.json
    proforma = written(kartoteka, file, "proforma", "1", "--no-back").json
    assert (proforma["number"], proforma["pages"]) == ("0000000001", 1)


def test_notes_change_the_invoice(kartoteka: Kartoteka, firm: int, tmp_path: Path) -> None:
    file = tmp_path / "note.pdf"
    assert written(kartoteka, file, "credit-note", "1").code == 4
    written(kartoteka, file, "invoice", "1")
    assert kartoteka("return", "1", "--line", "1=1").code == 0
    back = written(kartoteka, file, "credit-note", "2")
    assert back.json["number"] == "0000000002"
    assert written(kartoteka, file, "credit-note", "2").json == back.json
    more = ["debit-note", "1", "--ground", "доставка", "--line", "name=Доставка;price=6"]
    more += ["--due", "2026-12-05"]
    debit = written(kartoteka, file, *more)
    assert debit.json["number"] == "0000000003"
    assert written(kartoteka, file, *more).json == debit.json
    told = " ".join(texts(file.read_bytes())).replace("\u00a0", " ")
    assert "ДЕБИТНО ИЗВЕСТИЕ" in told
    assert "Срок за плащане: 05.12.2026 г." in told
    whole = written(kartoteka, file, "credit-note", "0000000001", "--ground", "отказ")
    assert whole.json["number"] == "0000000004"
    assert kartoteka("check").code == 0


def test_an_invoice_is_credited_once(kartoteka: Kartoteka, firm: int, tmp_path: Path) -> None:
    file = tmp_path / "note.pdf"
    written(kartoteka, file, "invoice", "1")
    whole = written(kartoteka, file, "credit-note", "1")
    assert whole.json["number"] == "0000000002"
    assert written(kartoteka, file, "credit-note", "1").json == whole.json


def test_papers_about_clients_have_no_number(
    kartoteka: Kartoteka, firm: int, tmp_path: Path
) -> None:
    for kind in ("statement", "card", "labels", "letter", "questionnaire", "consent"):
        file = tmp_path / f"{kind}.pdf"
        ran = written(kartoteka, file, kind, str(firm))
        assert ran.code == 0, ran.err
        assert ran.json["number"] is None
        assert file.read_bytes().startswith(b"%PDF")
    shown = kartoteka("paper", "statement", str(firm), "--pdf", file).out
    assert [line.split()[0] for line in shown.splitlines()] == ["pages"]


def test_a_used_sheet_of_labels_begins_later(
    kartoteka: Kartoteka, firm: int, tmp_path: Path
) -> None:
    file = tmp_path / "labels.pdf"
    assert written(kartoteka, file, "labels", f"{firm},{firm}", "--start", "24").json["pages"] == 2
    assert written(kartoteka, file, "labels", str(firm), "--start", "25").code == 4
    kartoteka("settings", "labels.columns=2")
    assert written(kartoteka, file, "labels", str(firm), "--start", "17").code == 4


def test_a_receipt_comes_on_a_strip(kartoteka: Kartoteka, firm: int, tmp_path: Path) -> None:
    ran = written(kartoteka, tmp_path / "strip.pdf", "receipt", "1", "--size", "58")
    assert (ran.code, ran.json["number"], ran.json["pages"]) == (0, 1, 1)


def test_what_is_missing_is_refused_by_name(kartoteka: Kartoteka, tmp_path: Path) -> None:
    kartoteka("sell", "--line", "name=A;price=1")
    file = tmp_path / "none.pdf"
    ran = written(kartoteka, file, "invoice", "1")
    assert ran.code == 4
    assert "missing" in ran.err
    assert not file.exists()
    assert written(kartoteka, file, "invoice", "77").code == 4


def test_a_zero_rate_needs_its_ground(shop: Shop, kartoteka: Kartoteka, tmp_path: Path) -> None:
    tell(shop, BULGARIAN, vat_rate="0")
    sell(shop, line(), client=add(shop, FIRM))
    shop.close()
    file = tmp_path / "invoice.pdf"
    refused = written(kartoteka, file, "invoice", "1")
    assert (refused.code, file.exists()) == (4, False)
    assert refused.err
    made = written(kartoteka, file, "invoice", "1", "--basis", "чл. 28 от ЗДДС")
    assert (made.code, made.json["number"]) == (0, "0000000001")
    assert "чл. 28 от ЗДДС" in " ".join(texts(file.read_bytes()))


def test_numbers_and_the_logo_are_set_like_other_settings(
    shop: Shop, kartoteka: Kartoteka, firm: int, tmp_path: Path
) -> None:
    Image.new("RGB", (300, 100), "#0B6E69").save(tmp_path / "logo.png")
    wanted = ("invoice.next=0000001235", f"shop.logo={tmp_path / 'logo.png'}")
    known = kartoteka("settings", *wanted, "--format", "json")
    assert known.code == 0, known.err
    assert known.json["invoice.next"] == "1235"
    assert len(known.json["shop.logo"]) == 64
    made = written(kartoteka, tmp_path / "invoice.pdf", "invoice", "1")
    assert made.json["number"] == "0000001235"
    assert kartoteka("settings", "invoice.next=7").code == 4
    assert kartoteka("settings", "invoice.next=7", "invoice.last=1234").code == 0
    assert kartoteka("settings", "invoice.last=1300").code == 4
    assert kartoteka("settings", "shop.logo=nothing.png").code == 2
    assert kartoteka("check").code == 0


def test_papers_by_post_of_a_day_and_of_items_are_written(
    kartoteka: Kartoteka, shop: Shop, tmp_path: Path
) -> None:
    tell(shop, BULGARIAN)
    client = str(add(shop, replace(FIRM, card="2000017")))
    items = [
        catalogue.add_item(shop, Item(name=name, price=euro("4.99"))).value
        for name in ("Кафе, 250 г", "Чай")
    ]
    shop.close()
    file = tmp_path / "made.pdf"
    for arguments, pages in (
        (("postcard", client, "--template", "birthday"), 2),
        (("envelope", client, "--size", "dl"), 1),
        (("day",), 1),
        (("price-label", items[0].name, "--size", "58x40", "--copies", "2"), 2),
        (("balance", client, "--from", "2026-01-01", "--to", "2026-06-30"), 1),
        (("price-label", "Чай", "--size", "a4"), 1),
    ):
        made = written(kartoteka, file, *arguments)
        assert (made.code, made.json["pages"]) == (0, pages)
    assert "Чай" in texts(file.read_bytes())[0]
    assert written(kartoteka, file, "call-list").code == 4
    assert written(kartoteka, file, "day", "yesterday").code == 4
    assert written(kartoteka, file, "envelope", client, "--size", "a4").code == 4
    assert written(kartoteka, file, "postcard").code == 2


def test_a_warranty_card_is_written_for_a_sale(
    kartoteka: Kartoteka, firm: int, tmp_path: Path
) -> None:
    file = tmp_path / "warranty.pdf"
    made = written(kartoteka, file, "warranty", "1", "--months", "24", "--serial", "SN-9")
    assert (made.code, made.json["pages"]) == (0, 1)
    assert "SN-9" in texts(file.read_bytes())[0]
    assert written(kartoteka, file, "warranty", "1").code == 4
