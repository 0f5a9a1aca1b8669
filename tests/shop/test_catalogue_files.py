"""Catalogues in and out of files: guessed columns, updates, refusals, undo, and the round trip."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kartoteka.domain.catalogue import Bond, GoesWith, Item, ItemKind
from kartoteka.domain.money import Money
from kartoteka.domain.till import add_item
from kartoteka.exchange.guessing import guess_fields
from kartoteka.shop import Shop, catalogue, exports, imports, safety, till
from kartoteka.shop.imports import CATALOGUE


def write(folder: Path, text: str, name: str = "items.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def bring(shop: Shop, path: Path) -> imports.ImportResult:
    return imports.import_file(shop, path, CATALOGUE).value


def counts(result: imports.ImportResult) -> tuple[int, int, int, int, int]:
    return (result.rows, result.added, result.updated, result.unchanged, result.refused)


def whole(shop: Shop) -> dict[str, Item]:
    return {
        item.name: item for item in (catalogue.item(shop, each) for each in catalogue.ids(shop))
    }


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Артикул;Наименование;Цена, руб.;Ед. изм.;НДС, %", "sku;name;price;unit;vat"),
        ("Код товара;Товар;Розничная цена;Закупочная цена", "sku;name;price;cost"),
        ("Штрихкод;Название;Себестоимость;Группа товаров", "barcode;name;cost;tags"),
        ("Вид;Номенклатура;Остаток;Хватает на, дней", "kind;name;;lasts_days"),
        ("Баркод;Стока;Продажна цена;Доставна цена;ДДС", "barcode;name;price;cost;vat"),
        ("Код;Описание на стоката;Мярка;Категория", "sku;name;unit;tags"),
        ("Единична цена;Свързани стоки;Вид стока", "price;goes_with;kind"),
        ("SKU;Product name;Unit price;EAN code;Category", "sku;name;price;barcode;tags"),
        ("Item code;Item;Cost price;VAT rate;In stock", "sku;name;cost;vat;"),
        ("Причина отказа;Товар", ";name"),
        (
            "Товар;Содержимое упаковки;Гарантия, мес.;Обслуживание через, мес.",
            "name;contents;warranty_months;service_months",
        ),
        (
            "Стока;Съдържание;Гаранция (месеци);Обслужване след, месеца",
            "name;contents;warranty_months;service_months",
        ),
        (
            "Item;Contents of a pack;Warranty (months);Service after months",
            "name;contents;warranty_months;service_months",
        ),
        (
            "Стока;Нетно количество;Гаранционен срок;Сервиз",
            "name;contents;warranty_months;service_months",
        ),
        ("Товар;Вес нетто;Гарантийный срок;ТО", "name;contents;warranty_months;service_months"),
    ],
)
def test_columns_are_guessed_in_three_languages(headings: str, fields: str) -> None:
    header = headings.split(";")
    assert guess_fields(header, [], CATALOGUE) == tuple(fields.split(";"))


def test_an_unnamed_column_of_codes_is_found_by_what_stands_in_it() -> None:
    rows = [("Mug", "4601234567893"), ("Cup", "96385074")]
    assert guess_fields(("Товар", "B"), rows, CATALOGUE) == ("name", "barcode")


def test_a_price_list_becomes_the_catalogue(shop: Shop, tmp_path: Path) -> None:
    text = (
        "Артикул;Штрихкод;Наименование;Вид;Цена;Закупочная цена;НДС;Ед. изм.;Группа;Хватает на\n"
        "F-4;0012345678905;Филтри № 4;товар;4,20 €;1.90;20%;бр.;кафе, филтри;30 дней\n"
        "S-1;;Поправка;услуга;1 200,00;;0.09;час;;\n"
        ";;Абонамент;абонемент;;;Без НДС;;;\n"
    )
    assert counts(bring(shop, write(tmp_path, text))) == (3, 3, 0, 0, 0)
    found = whole(shop)
    filters = found["Филтри № 4"]
    assert filters == Item(
        id=filters.id,
        kind=ItemKind.GOODS,
        name="Филтри № 4",
        sku="F-4",
        barcodes=("0012345678905",),
        price=Money(420, "EUR"),
        cost=Money(190, "EUR"),
        vat_rate=Decimal(20),
        unit="бр.",
        tags=("кафе", "филтри"),
        lasts_days=30,
    )
    repair = found["Поправка"]
    assert (repair.kind, repair.price, repair.vat_rate) == (
        ItemKind.SERVICE,
        Money(120000, "EUR"),
        Decimal(9),
    )
    assert (found["Абонамент"].kind, found["Абонамент"].price) == (ItemKind.SUBSCRIPTION, None)
    assert catalogue.by_code(shop, "12345678905") == filters


def test_the_same_file_again_changes_nothing_and_new_prices_are_taken(
    shop: Shop, tmp_path: Path
) -> None:
    path = write(tmp_path, "sku,name,price,barcode\nA,Mug,5,111\n,Cup,3,\n")
    bring(shop, path)
    assert counts(bring(shop, path)) == (2, 0, 0, 2, 0)
    dearer = write(tmp_path, "sku,price\nA,6\n", "prices.csv")
    assert counts(bring(shop, dearer)) == (1, 0, 1, 0, 0)
    by_code = write(tmp_path, "barcode,price,tags\n0111,7,new\n", "codes.csv")
    assert counts(bring(shop, by_code)) == (1, 0, 1, 0, 0)
    by_name = write(tmp_path, "name,price\ncup,4\nPlate,9\n", "names.csv")
    assert counts(bring(shop, by_name)) == (2, 1, 1, 0, 0)
    found = whole(shop)
    assert (found["Mug"].price, found["Mug"].tags, found["Mug"].barcodes) == (
        Money(700, "EUR"),
        ("new",),
        ("111",),
    )
    assert [str(found[name].price) for name in ("cup", "Plate")] == ["4.00", "9.00"]


def test_rows_that_cannot_be_items_are_kept_with_the_reason(shop: Shop, tmp_path: Path) -> None:
    bring(shop, write(tmp_path, "sku,name,barcode\nA,Mug,111\nB,Cup,222\n", "first.csv"))
    text = (
        "sku;name;barcode;price;vat;currency;goes with;lasts days\n"
        ";;;5;;;;\n"
        "C;Plate;;five;;;;\n"
        "C;Plate;;-5;;;;\n"
        "C;Plate;;5;120%;;;\n"
        "C;Plate;;5;;USD;;\n"
        "C;Plate;;5;;;Nothing;\n"
        "A;Mug;222;5;;;;\n"
        "C;Plate;4,60123E+12;5;;;;\n"
        "C;Plate;;5;;;;0\n"
        "C;Plate;333;5;;;Fork;\n"
        "D;Fork;;1;;;;\n"
    )
    result = bring(shop, write(tmp_path, text))
    assert counts(result) == (11, 2, 0, 0, 9)
    assert result.refused_file is not None
    with result.refused_file.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert len(rows) == 10
    assert all(row[8] for row in rows)
    found = whole(shop)
    assert found["Plate"].goes_with == (GoesWith(found["Fork"].id),)


def test_packs_and_months_are_read_as_people_write_them(shop: Shop, tmp_path: Path) -> None:
    text = (
        "Стока;Съдържание;Гаранция;Обслужване\n"
        "Кафе;250 г;;\n"
        "Машина;;2 години;12 мес.\n"
        "Кана;;24;\n"
        "Чай;една шепа;;\n"
        "Пещ;;вечна;\n"
        "Нож;;99 години;\n"
    )
    assert counts(bring(shop, write(tmp_path, text))) == (6, 3, 0, 0, 3)
    found = whole(shop)
    assert found["Кафе"].contents == "250 г"
    assert (found["Машина"].warranty_months, found["Машина"].service_months) == (24, 12)
    assert found["Кана"].warranty_months == 24


def test_an_import_of_items_is_taken_back_as_one_step(shop: Shop, tmp_path: Path) -> None:
    bring(shop, write(tmp_path, "sku,name,price\nA,Mug,5\n", "first.csv"))
    before = whole(shop)
    done = imports.import_file(
        shop,
        write(tmp_path, "sku,name,price,goes with\nA,Red mug,6,B\nB,Cup,3,\nC,Plate,9,\n"),
        CATALOGUE,
    )
    assert counts(done.value) == (3, 2, 1, 0, 0)
    plate = whole(shop)["Plate"]
    till.finish(shop, add_item(till.new_basket(shop), plate))
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert whole(shop) == before | {"Plate": plate}, "what was sold stays"


def test_a_preview_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "name;price\nMug;5\n;\nCup;x\n")
    seen = imports.preview(shop, path, CATALOGUE)
    assert (seen.result.added, seen.result.refused) == (1, 1)
    assert catalogue.count(shop) == 0


def test_leva_of_an_old_list_become_euros(shop: Shop, tmp_path: Path) -> None:
    bring(shop, write(tmp_path, "Стока;Цена\nЧаша;3,50 лв.\n"))
    assert whole(shop)["Чаша"].price == Money(179, "EUR")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_written_is_read_back_as_it_was(shop: Shop, tmp_path: Path, ending: str) -> None:
    other = catalogue.add_item(shop, Item(name="=Formula; odd", sku="+1")).value
    catalogue.add_item(
        shop,
        Item(
            kind=ItemKind.SERVICE,
            name="Kit „Ёлка“",
            sku="0042",
            barcodes=("0012345678905", "OWN-1"),
            price=Money(123450, "EUR"),
            cost=Money(5, "EUR"),
            vat_rate=Decimal("9.5"),
            unit="бр.",
            tags=("a b", "c"),
            lasts_days=30,
            goes_with=(GoesWith(other.id, Bond.CONSUMABLE, 14),),
            care="Wash by hand; never boil.\n=Dry at once.",
            contents="6 × 0,33 л",
            warranty_months=24,
            service_months=12,
        ),
    )
    path = tmp_path / f"items.{ending}"
    assert exports.export(shop, CATALOGUE, path).rows == 2
    assert counts(bring(shop, path)) == (2, 0, 0, 2, 0)
    before = whole(shop)
    catalogue.delete_items(shop, catalogue.ids(shop))
    assert counts(bring(shop, path)) == (2, 2, 0, 0, 0)

    def plain(items: dict[str, Item]) -> list[object]:
        found = items.values()
        return [replace(one, id=0, goes_with=()) for one in found]

    assert plain(whole(shop)) == plain(before)
    (tie,) = whole(shop)["Kit „Ёлка“"].goes_with
    assert (tie.bond, tie.after_days) == (Bond.CONSUMABLE, 14)


def test_the_catalogue_is_json_and_part_of_everything(shop: Shop, tmp_path: Path) -> None:
    catalogue.add_item(shop, Item(name="Mug", barcodes=("1", "2"), price=Money(500, "EUR")))
    exports.export(shop, CATALOGUE, tmp_path / "items.json")
    assert json.loads((tmp_path / "items.json").read_text("utf-8")) == [
        {
            "name": "Mug",
            "kind": "goods",
            "barcode": ["1", "2"],
            "price": "5.00",
            "currency": "EUR",
        }
    ]
    done = exports.export(shop, exports.ALL, tmp_path / "all.csv")
    assert [file.name for file in done.files][-1] == "all-catalogue.csv"
    exports.export(shop, exports.ALL, tmp_path / "all.json")
    everything = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert len(everything["catalogue"]) == 1


def test_a_voided_sale_is_not_exported(shop: Shop, tmp_path: Path) -> None:
    mug = catalogue.add_item(shop, Item(name="Mug", price=Money(500, "EUR"))).value
    sale = till.finish(shop, add_item(till.new_basket(shop), mug)).value
    till.void_sale(shop, sale.id, "slip")
    assert exports.export(shop, exports.PURCHASES, tmp_path / "sales.csv").rows == 0
