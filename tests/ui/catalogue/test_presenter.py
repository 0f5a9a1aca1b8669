"""The fields of an item, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.catalogue import Item, ItemKind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.ui.catalogue.presenter import ItemText, item_of, text_of

PRICES = st.none() | st.integers(0, 10**9).map(lambda minor: Money(minor, "EUR"))


@given(price=PRICES, cost=PRICES, days=st.none() | st.integers(1, 9999))
def test_what_stands_in_the_fields_reads_back_as_the_same_item(
    price: Money | None, cost: Money | None, days: int | None
) -> None:
    item = Item(name="Tea", price=price, cost=cost, barcodes=("1", "2"), lasts_days=days)
    assert item_of(item, item.kind, text_of(item), (), "EUR") == item


def test_half_a_day_is_refused() -> None:
    with pytest.raises(BadValue, match="lasts_days"):
        item_of(Item(name="Tea"), ItemKind.GOODS, ItemText(lasts_days="1.5"), (), "EUR")
