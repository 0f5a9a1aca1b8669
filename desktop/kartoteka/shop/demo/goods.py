"""The made-up shop's catalogue: its goods with numbers, codes, costs and what goes with them."""

from decimal import Decimal

from kartoteka.domain.catalogue import Bond, GoesWith, Item, ItemId, ItemKind
from kartoteka.domain.money import Money
from kartoteka.shop.demo.world import World

COST = Decimal("0.55")
"""What a thing costs the shop, as a share of its price."""
_MAKER = "38001234"
"""The maker's part of the codes; the article and the check digit follow."""


def catalogue_of(world: World, currency: str) -> list[Item]:
    """The items in the order of the world's; the first has the id 1."""
    said = world.plain["catalogue"]
    ids = {item.name: place for place, item in enumerate(world.items, 1)}
    return [
        Item(
            id=place,
            kind=ItemKind.SERVICE if item.name in said["services"] else ItemKind.GOODS,
            name=item.name,
            sku=f"{place:03}",
            barcodes=() if item.name in said["services"] else (_code(place),),
            price=Money(item.price, currency),
            cost=Money(cost_of(item.price), currency),
            unit=said["unit"],
            tags=tuple(sorted(item.tags)),
            lasts_days=said["lasts"].get(item.name),
            goes_with=_goes_with(said["goes_with"], item.name, ids),
            care="\n".join(said["care"].get(item.name, ())),
        )
        for place, item in enumerate(world.items, 1)
    ]


def cost_of(price: int) -> int:
    """What an item of this price costs the shop, in minor units."""
    return Money(price, "EUR").times(COST).minor  # minor units: any currency counts alike


def _goes_with(
    said: list[tuple[str, str, str, int]], name: str, ids: dict[str, ItemId]
) -> tuple[GoesWith, ...]:
    return tuple(
        GoesWith(ids[other], Bond(bond), days) for of, other, bond, days in said if of == name
    )


def _code(place: int) -> str:
    """An EAN-13 with its check digit."""
    plain = f"{_MAKER}{place:04}"
    weighted = sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(plain))
    return f"{plain}{-weighted % 10}"
