from dataclasses import replace
from decimal import Decimal

import pytest

from kartoteka.domain.catalogue import (
    Bond,
    GoesWith,
    Item,
    ItemWithoutName,
    NegativeItemPrice,
    doubtful_barcodes,
    tidy_item,
)
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money

KIT = Item(name="Drip kit", price=Money(2400, "EUR"), cost=Money(1500, "EUR"))


def test_an_item_is_kept_without_stray_spaces_and_repeats() -> None:
    untidy = replace(
        KIT,
        name="  Drip \t kit ",
        sku=" DK 1 ",
        barcodes=(" 012345678905\r", "0012345678905", "", "X1"),
        tags=("coffee ", "coffee", ""),
        goes_with=(GoesWith(7), GoesWith(7, Bond.CONSUMABLE, 30)),
    )
    kept = tidy_item(untidy)
    assert (kept.name, kept.sku, kept.barcodes) == ("Drip kit", "DK 1", ("012345678905", "X1"))
    assert (kept.tags, kept.goes_with) == (("coffee",), (GoesWith(7, Bond.CONSUMABLE, 30),))
    assert tidy_item(kept) == kept


def test_an_item_does_not_go_with_itself() -> None:
    assert tidy_item(replace(KIT, id=3, goes_with=(GoesWith(3),))).goes_with == ()


def test_an_item_needs_a_name() -> None:
    with pytest.raises(ItemWithoutName):
        tidy_item(replace(KIT, name=" \n"))


@pytest.mark.parametrize("field", ["price", "cost"])
def test_a_price_below_zero_is_refused(field: str) -> None:
    with pytest.raises(NegativeItemPrice) as refused:
        tidy_item(replace(KIT, **{field: Money(-1, "EUR")}))
    assert refused.value.field == field


@pytest.mark.parametrize(
    "change",
    [
        {"vat_rate": Decimal(101)},
        {"vat_rate": Decimal(-1)},
        {"lasts_days": 0},
        {"lasts_days": 99_999},
        {"goes_with": (GoesWith(2, after_days=-1),)},
        {"name": "x" * 301},
        {"care": "x" * 601},
        {"price": Money(10**15, "EUR")},
    ],
)
def test_what_no_item_can_have_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadValue):
        tidy_item(replace(KIT, **change))


def test_care_advice_is_kept_line_by_line() -> None:
    item = tidy_item(replace(KIT, care="  Wash  by hand. \r\n\n Dry at once."))
    assert item.care == "Wash by hand.\nDry at once."


def test_a_wrong_check_digit_is_a_warning_and_the_item_is_kept() -> None:
    item = tidy_item(replace(KIT, barcodes=("4601234567890", "4601234567893", "OWN-1")))
    assert item.barcodes == ("4601234567890", "4601234567893", "OWN-1")
    assert doubtful_barcodes(item) == ("4601234567890",)
