"""Warranty cards for what was sold."""

from dataclasses import replace

import pytest
from tests.documents.reading import texts
from tests.shop.selling import line, sell

from kartoteka.domain.catalogue import Item
from kartoteka.domain.dates import months_later
from kartoteka.i18n import formats
from kartoteka.shop import Shop, catalogue, warranties


def test_each_thing_with_a_warranty_has_a_card(shop: Shop) -> None:
    kettle = catalogue.add_item(shop, Item(name="Чайник", warranty_months=24)).value
    sold = sell(shop, replace(line("Чайник"), item=kettle.id, serial="SN-77"), line("Чай"))
    made = warranties.warranty_cards(shop, sold.id)
    (page,) = texts(made.pdf)
    page = " ".join(page.replace("\u00a0", " ").split())
    ends = formats.date_long("bg", months_later(sold.on, 24)).replace("\u00a0", " ")
    for told in ("Гаранционна карта", "Чайник", "SN-77", f"24 месеца, до {ends}", "две години"):
        assert told in page


def test_a_term_can_be_named_where_the_catalogue_has_none(shop: Shop) -> None:
    sold = sell(shop, line("Чайник"), line("Кана"))
    assert warranties.warranty_cards(shop, sold.id, 12, "X-1").pages == 2
    with pytest.raises(warranties.NothingWithWarranty):
        warranties.warranty_cards(shop, sold.id)
