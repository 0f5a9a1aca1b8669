"""The general VAT rates of the countries that the program knows, by the day they began."""

from datetime import date
from decimal import Decimal

# ЗДДС чл. 66 ал. 1; 303-ФЗ of 2018 and 425-ФЗ of 2025 for Russia.
_GENERAL = {
    "bg": ((date(1999, 1, 1), Decimal(20)),),
    "ru": ((date(2026, 1, 1), Decimal(22)), (date(2019, 1, 1), Decimal(20))),
}


def general_rate(country: str, on: date) -> Decimal | None:
    """The general rate of a country on a day, percent; None where it is not known."""
    rates = _GENERAL.get(country, ())
    return next((rate for since, rate in rates if since <= on), None)
