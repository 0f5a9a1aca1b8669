"""The tax regimes of a Russian shop: who signs, what VAT there is, who owes a чек as well."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.settings import ShopDetails

SOLE_TRADER_DIGITS = 12
"""An ИНН of a person has twelve digits, of a firm ten."""


class Regime(StrEnum):
    """НК РФ: глава 21; глава 26.2, exempt by ст. 145 or at 5 or 7 % (ст. 164 п. 8); 422-ФЗ."""

    GENERAL = "osno"
    SIMPLE = "usn"
    SIMPLE_5 = "usn5"
    SIMPLE_7 = "usn7"
    SELF_EMPLOYED = "npd"


_RATES = {Regime.SIMPLE_5: Decimal(5), Regime.SIMPLE_7: Decimal(7)}


def regime_of(shop: ShopDetails) -> Regime:
    """The regime that was set; else the one that the shop's VAT tells, General outside Russia."""
    if shop.regime:
        return Regime(shop.regime)
    if not shop.vat_registered:
        return Regime.SIMPLE
    rates = {rate: regime for regime, rate in _RATES.items()}
    return rates.get(shop.vat_rate or Decimal(0), Regime.GENERAL)


def vat_of(regime: str, general: Decimal | None) -> Mapping[str, str]:
    """What a regime says of the shop's VAT, as settings; `general` is the general rate."""
    rate = _RATES.get(Regime(regime), general if regime == Regime.GENERAL else None)
    registered = regime not in (Regime.SIMPLE, Regime.SELF_EMPLOYED)
    text = "" if rate is None or not registered else f"{rate:f}"
    return {"shop.vat_registered": "yes" if registered else "no", "shop.vat_rate": text}


def is_sole_trader(shop: ShopDetails) -> bool:
    """Whether this is a person (ИП, самозанятый): no director, no accountant and no КПП."""
    return shop.country == "ru" and len(shop.tax_id) == SOLE_TRADER_DIGITS


def is_self_employed(shop: ShopDetails) -> bool:
    """Whether a чек of «Мой налог» goes with every payment (422-ФЗ ст. 14)."""
    return shop.country == "ru" and regime_of(shop) is Regime.SELF_EMPLOYED
