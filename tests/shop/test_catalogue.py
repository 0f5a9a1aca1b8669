"""The catalogue through its deeds: codes, search, undo, and what is proposed at the till."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import TODAY

from kartoteka import assemble
from kartoteka.domain.catalogue import (
    BarcodeTaken,
    Bond,
    GoesWith,
    Item,
    ItemKind,
    SkuTaken,
    UnknownItem,
    Why,
    doubtful_barcodes,
)
from kartoteka.domain.clients import Client
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch, Money
from kartoteka.domain.till import Basket, add_item
from kartoteka.shop import Shop, catalogue, clients, demo, safety, sales, till

KIT = Item(
    kind=ItemKind.GOODS,
    name="Drip kit Ёлка",
    sku="DK-1",
    barcodes=("012345678905", "OWN-7"),
    price=Money(2400, "EUR"),
    cost=Money(1500, "EUR"),
    vat_rate=Decimal("9"),
    unit="pc",
    tags=("coffee", "gift"),
)


def keep(shop: Shop, item: Item) -> Item:
    return catalogue.add_item(shop, item).value


def names(shop: Shop, query: str) -> list[str]:
    return [line.name for line in catalogue.find_lines(shop, query)]


def test_an_item_is_kept_whole(shop: Shop) -> None:
    filters = keep(shop, Item(name="Filters", lasts_days=30))
    kept = keep(shop, replace(KIT, goes_with=(GoesWith(filters.id, Bond.CONSUMABLE, 3),)))
    assert catalogue.item(shop, kept.id) == kept
    assert kept.goes_with == (GoesWith(filters.id, Bond.CONSUMABLE, 3),)
    (line,) = catalogue.lines(shop, [kept.id, 99])
    assert (line.name, line.sku, line.barcode, line.price, line.tags) == (
        "Drip kit Ёлка",
        "DK-1",
        "012345678905",
        Money(2400, "EUR"),
        ("coffee", "gift"),
    )
    assert catalogue.ids(shop) == [kept.id, filters.id]
    assert catalogue.count(shop) == 2


@pytest.mark.parametrize(
    "scan",
    [
        "012345678905",
        "0012345678905",
        "00012345678905",
        "12345678905",
        "]E00012345678905\r",
        "]C10100012345678905",
        "OWN-7",
        "own-7",
        "DK-1",
        "dk-1",
    ],
)
def test_a_scan_in_any_writing_finds_its_item(shop: Shop, scan: str) -> None:
    kept = keep(shop, KIT)
    assert catalogue.by_code(shop, scan) == kept
    assert catalogue.by_reference(shop, scan) == kept
    assert catalogue.find(shop, scan)[:1] == [kept.id]


@pytest.mark.parametrize("scan", ["", "10012345678902", "2212345012347", "99", "drip"])
def test_a_code_that_nothing_has_finds_nothing(shop: Shop, scan: str) -> None:
    keep(shop, KIT)
    assert catalogue.by_code(shop, scan) is None
    with pytest.raises(UnknownItem):
        catalogue.by_reference(shop, scan)


def test_an_item_is_named_by_its_whole_name_when_only_one_has_it(shop: Shop) -> None:
    kept = keep(shop, KIT)
    assert catalogue.by_reference(shop, "drip KIT елка") == kept
    keep(shop, Item(name="Drip kit Ёлка"))
    with pytest.raises(UnknownItem):
        catalogue.by_reference(shop, "Drip kit Ёлка")


@pytest.mark.parametrize(
    "query", ["елка", "ЁЛК", "p k", "dri", "k", "kit drip", "345678", "dk-1", "gif", "coff ёл"]
)
def test_any_fragment_finds_an_item(shop: Shop, query: str) -> None:
    keep(shop, KIT)
    keep(shop, Item(name="Чаша"))
    assert names(shop, query) == ["Drip kit Ёлка"]


@pytest.mark.parametrize(
    "query", ["", "   ", "zzz", '"', "* OR", "drip чаша", "\x00", "NEAR(", "%"]
)
def test_a_fragment_that_is_nowhere_finds_nothing(shop: Shop, query: str) -> None:
    keep(shop, KIT)
    keep(shop, Item(name="Чаша"))
    assert names(shop, query) == []


def test_names_that_begin_with_the_fragment_come_first(shop: Shop) -> None:
    for name in ("Beans for coffee", "Decoffee", "Coffee mug", "Coffee beans"):
        keep(shop, Item(name=name))
    assert names(shop, "coff") == ["Coffee beans", "Coffee mug", "Beans for coffee", "Decoffee"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=30), start=st.integers(0, 29), length=st.integers(1, 8))
def test_every_fragment_of_any_name_is_found(
    shop: Shop, name: str, start: int, length: int
) -> None:
    tidy = " ".join(name.split())
    fragment = tidy[start : start + length].strip()
    letters = [each for each in fragment if each.isalnum() and each.isprintable()]
    if not letters or len(letters) != len(fragment):
        return
    kept = keep(shop, Item(name=name))
    assert kept.id in catalogue.find(shop, fragment, limit=10_000)


def test_codes_belong_to_one_item(shop: Shop) -> None:
    keep(shop, KIT)
    with pytest.raises(SkuTaken) as sku:
        catalogue.add_item(shop, Item(name="x", sku="dk-1"))
    assert sku.value.item == KIT.name
    with pytest.raises(BarcodeTaken) as code:
        catalogue.add_item(shop, Item(name="x", barcodes=("00012345678905",)))
    assert code.value.barcode == "00012345678905"
    with pytest.raises(CurrencyMismatch):
        catalogue.add_item(shop, Item(name="x", price=Money(1, "RUB")))
    assert catalogue.count(shop) == 1


def test_a_change_can_be_taken_back_without_losing_a_later_one(shop: Shop) -> None:
    kept = keep(shop, KIT)
    changed = replace(kept, name="Drip kit", price=Money(2600, "EUR"), barcodes=("NEW",))
    done = catalogue.edit_item(shop, changed)
    assert catalogue.edit_item(shop, changed).changes.undo is None, "nothing changed"
    catalogue.edit_item(shop, replace(changed, unit="set"))
    assert catalogue.by_code(shop, "012345678905") is None
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert catalogue.item(shop, kept.id) == replace(kept, unit="set")
    assert names(shop, "елка") == ["Drip kit Ёлка"]
    with pytest.raises(NotFound):
        catalogue.edit_item(shop, replace(kept, id=99))


def test_a_deleted_item_is_gone_and_comes_back_with_what_is_free(shop: Shop) -> None:
    kept = keep(shop, KIT)
    mug = keep(shop, Item(name="Mug", goes_with=(GoesWith(kept.id),)))
    done = catalogue.delete_items(shop, [kept.id, 99])
    assert done.value == 1
    assert catalogue.ids(shop) == [mug.id]
    assert names(shop, "drip") == []
    assert catalogue.item(shop, mug.id).goes_with == ()
    other = keep(shop, Item(name="Other", barcodes=("OWN-7",)))
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert catalogue.item(shop, kept.id) == replace(kept, barcodes=("012345678905",))
    assert catalogue.item(shop, mug.id).goes_with == (GoesWith(kept.id),)
    assert catalogue.by_code(shop, "own-7") == other
    assert catalogue.delete_items(shop, [99]).value == 0


def test_adding_can_be_taken_back(shop: Shop) -> None:
    done = catalogue.add_item(shop, KIT)
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert catalogue.count(shop) == 0
    keep(shop, KIT)


def test_a_sold_item_stays_on_its_sale(shop: Shop) -> None:
    kept = keep(shop, KIT)
    basket = add_item(till.new_basket(shop), kept, Decimal(2))
    sale = till.finish(shop, basket).value
    catalogue.delete_items(shop, [kept.id])
    (line,) = sales.sale(shop, sale.id).lines
    assert (line.item, line.name, line.sku, line.cost) == (
        kept.id,
        kept.name,
        "DK-1",
        Money(1500, "EUR"),
    )
    assert safety.check(shop).ok


def test_the_till_proposes_with_a_reason(shop: Shop) -> None:
    descaler = keep(shop, Item(name="Descaler"))
    filters = keep(shop, Item(name="Filters", lasts_days=30, price=Money(420, "EUR")))
    care = (GoesWith(descaler.id, Bond.AFTER_CARE, 60), GoesWith(filters.id, Bond.CONSUMABLE))
    kit = keep(shop, replace(KIT, goes_with=care))
    client = clients.add_client(shop, Client(given="Olga")).value.id

    def sell(*items: tuple[Item, int], days: int) -> Basket:
        basket = till.new_basket(shop, client, TODAY - timedelta(days=days))
        for item, quantity in items:
            basket = add_item(basket, item, Decimal(quantity))
        till.finish(shop, replace(basket, lines=tuple(_priced(basket))))
        return basket

    assert catalogue.suggestions(shop, till.new_basket(shop, client)) == []
    sell((kit, 1), (filters, 2), days=70)
    first, second = catalogue.suggestions(shop, till.new_basket(shop, client))
    assert (first.item.id, first.why, first.of, first.days) == (
        filters.id,
        Why.RAN_OUT,
        "Filters",
        10,
    )
    assert (second.item.id, second.why, second.of, second.bond, second.bought_on) == (
        descaler.id,
        Why.TIME_FOR,
        kit.name,
        Bond.AFTER_CARE,
        date(2026, 9, 12),
    )
    basket = add_item(till.new_basket(shop), kit)
    (only,) = catalogue.suggestions(shop, basket)
    assert (only.item.id, only.why, only.of) == (filters.id, Why.GOES_WITH, kit.name)
    assert catalogue.suggestions(shop, add_item(basket, filters)) == []


def test_what_came_back_is_no_reason_to_propose(shop: Shop) -> None:
    filters = keep(shop, Item(name="Filters", lasts_days=30, price=Money(420, "EUR")))
    client = clients.add_client(shop, Client(given="Olga")).value.id
    basket = add_item(till.new_basket(shop, client, TODAY - timedelta(days=40)), filters)
    sale = till.finish(shop, basket).value
    assert catalogue.suggestions(shop, till.new_basket(shop, client)) != []
    sales.record_return(shop, sales.return_draft(shop, sale.id))
    assert catalogue.suggestions(shop, till.new_basket(shop, client)) == []


def _priced(basket: Basket) -> list:
    return [replace(line, price=line.price or Money(100, "EUR")) for line in basket.lines]


@pytest.mark.parametrize("country", ["bg", "ru", "other"])
def test_the_made_up_shop_has_a_catalogue_that_its_sales_name(tmp_path: Path, country: str) -> None:
    path = tmp_path / "demo.db"
    assemble.new_book(path, "Demo", country)
    made = assemble.open_shop(path, today=TODAY)
    try:
        demo.make_demo(made, clients=60, purchases=400, today=TODAY)
        whole = [catalogue.item(made, each) for each in catalogue.ids(made)]
        assert len(whole) == 20
        assert [code for item in whole for code in doubtful_barcodes(item)] == []
        assert sum(len(item.goes_with) for item in whole) > 4
        sold = sales.sale(made, 1).lines
        assert {catalogue.item(made, line.item or 0).name for line in sold} == {
            line.name for line in sold
        }
        baskets = [till.new_basket(made, client) for client in range(1, 61)]
        assert any(catalogue.suggestions(made, basket) for basket in baskets)
        assert safety.check(made).ok
    finally:
        made.close()
