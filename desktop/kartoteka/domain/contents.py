"""How much is in a pack, and what a kilogram, a litre or a metre of it costs."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.money import Money


class Measure(StrEnum):
    """What a unit price is told for (Directive 98/6/EC, art. 2 b)."""

    KILOGRAM = "kg"
    LITRE = "l"
    METRE = "m"
    SQUARE_METRE = "m2"


@dataclass(frozen=True, slots=True)
class Contents:
    """So many of a measure."""

    amount: Decimal
    measure: Measure


_UNITS: dict[str, tuple[str, Measure]] = {
    **dict.fromkeys(("kg", "кг"), ("1", Measure.KILOGRAM)),
    **dict.fromkeys(("g", "gr", "г", "гр"), ("0.001", Measure.KILOGRAM)),
    **dict.fromkeys(("l", "л"), ("1", Measure.LITRE)),
    **dict.fromkeys(("ml", "мл"), ("0.001", Measure.LITRE)),
    **dict.fromkeys(("cl", "сл"), ("0.01", Measure.LITRE)),
    **dict.fromkeys(("m", "м"), ("1", Measure.METRE)),
    **dict.fromkeys(("cm", "см"), ("0.01", Measure.METRE)),
    **dict.fromkeys(("m2", "m²", "м2", "м²"), ("1", Measure.SQUARE_METRE)),
}
_TYPED = re.compile(
    r"(?:(?P<packs>\d{1,3})\s*[x×х*]\s*)?(?P<number>\d{1,6}(?:[.,]\d{1,4})?)?\s*(?P<unit>\D\S*)"
)


def read_contents(typed: str) -> Contents | None:
    """'250 g', '6 × 0,33 л', 'кг' (one of it); None for what is no measure."""
    found = _TYPED.fullmatch(typed.strip().casefold())
    known = _UNITS.get(found["unit"].rstrip(".")) if found else None
    if found is None or known is None:
        return None
    amount = Decimal((found["number"] or "1").replace(",", ".")) * Decimal(known[0])
    amount *= int(found["packs"] or 1)
    return Contents(amount, known[1]) if amount else None


def unit_price(price: Money, contents: Contents) -> Money:
    """What one of the measure costs, half up."""
    return Money.of(price.amount / contents.amount, price.currency)
