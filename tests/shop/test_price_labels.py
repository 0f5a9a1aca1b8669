"""Price labels: what stands on them, and the history of prices behind a reduction."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.documents.reading import scanned, texts

from kartoteka.domain.catalogue import Item
from kartoteka.domain.contents import read_contents
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.shop import Shop, catalogue, price_labels
from kartoteka.shop import settings as shop_settings
from kartoteka.shop.price_labels import LabelWish

ROLL = LabelWish(roll=True)
COFFEE = Item(
    name="Кафе на зърна",
    price=Money(499, "EUR"),
    unit="бр.",
    contents="250 г",
    barcodes=("3800123450013",),
    sku="К-7",
)


def keep(shop: Shop, item: Item = COFFEE) -> Item:
    return catalogue.add_item(shop, item).value


def label(shop: Shop, item: Item, wish: LabelWish = ROLL) -> str:
    page = texts(price_labels.price_labels(shop, [item.id], wish).pdf)[0]
    return " ".join(page.replace("\u00a0", " ").split())


def test_a_label_tells_name_price_unit_price_and_a_code_that_scans(shop: Shop) -> None:
    item = keep(shop)
    pdf = price_labels.price_labels(shop, [item.id], ROLL).pdf
    for told in ("Кафе на зърна", "4,99 €", "250 г", "1 кг = 19,96 €", "К-7"):
        assert told in label(shop, item)
    assert "3800123450013" in scanned(pdf, 0)


def test_goods_without_a_barcode_have_a_label_too(shop: Shop) -> None:
    item = keep(shop, Item(name="Мъниста", price=Money(50, "EUR"), unit="кг"))
    assert "0,50 €" in label(shop, item)
    assert "1 кг" not in label(shop, item)  # the price is that of a kilogram already


def test_a_sheet_has_so_many_copies_of_each_and_goes_on(shop: Shop) -> None:
    ids = [keep(shop).id, keep(shop, Item(name="Мъниста", price=Money(50, "EUR"))).id]
    made = price_labels.price_labels(shop, ids, LabelWish(copies=12, start=2))
    assert made.pages == 2
    assert texts(made.pdf)[0].count("Мъниста") == 11


def test_the_price_on_a_label_is_what_the_buyer_pays(shop: Shop) -> None:
    changes = {"shop.vat_id": "BG175074752", "shop.vat_registered": "yes", "shop.vat_rate": "20"}
    shop_settings.change_settings(shop, {**changes, "till.prices_include_vat": "no"})
    assert "5,99 €" in label(shop, keep(shop))


def test_a_reduced_price_tells_the_lowest_of_the_thirty_days_before(shop: Shop) -> None:
    item, today = keep(shop), shop.today()
    for days, cents in ((-90, 350), (-20, 450), (-10, 520), (0, 399)):
        shop._today = today + timedelta(days=days)
        item = catalogue.edit_item(shop, replace(item, price=Money(cents, "EUR"))).value
    reduced = replace(ROLL, reduced=True)
    told = label(shop, item, reduced)
    assert "3,99 €" in told
    assert "Най-ниска цена за последните 30 дни: 3,50 €" in told
    assert "Най-ниска" not in label(shop, item)


def test_a_price_that_rose_is_no_reduction(shop: Shop) -> None:
    item = keep(shop)
    shop._today = shop.today() + timedelta(days=1)
    item = catalogue.edit_item(shop, replace(item, price=Money(599, "EUR"))).value
    assert "Най-ниска" not in label(shop, item, replace(ROLL, reduced=True))


def test_leva_stand_beside_euros_as_long_as_the_law_asks(shop: Shop) -> None:
    item = keep(shop)
    assert "лв" not in label(shop, item)
    shop._today = date(2026, 8, 8)
    assert "9,76 лв" in label(shop, item)


def test_an_item_without_a_price_has_no_label(shop: Shop) -> None:
    item = keep(shop, Item(name="Мъниста"))
    assert price_labels.with_price(shop, [item.id]) == []
    with pytest.raises(price_labels.LabelWithoutPrice):
        label(shop, item)


def test_contents_that_are_no_measure_are_refused(shop: Shop) -> None:
    for written in ("250 г", "0,5 л", "6 x 33 cl", "1.5 kg", "кг", "2 м²"):
        assert read_contents(written) is not None
    assert read_contents("250") is None
    with pytest.raises(BadValue):
        keep(shop, replace(COFFEE, contents="много"))
