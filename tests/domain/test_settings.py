"""Settings as text: read, judged together, shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.rhythm import Factors
from kartoteka.domain.settings import (
    WHY,
    BadSetting,
    Settings,
    changed,
    for_country,
    keys,
    settings_from,
    shown,
)

NAMED_BY_THE_COMMAND_LINE = [
    "shop.name",
    "shop.address",
    "shop.phone",
    "shop.country",
    "shop.currency",
    "shop.language",
    "shop.tax_id",
    "shop.kpp",
    "shop.vat_id",
    "shop.vat_registered",
    "shop.iban",
    "shop.bic",
    "shop.bank",
    "shop.account",
    "shop.corr_account",
    "shop.responsible",
    "rhythm.quiet_after",
    "backup.folder",
]


def refused(key: str, value: str) -> str:
    with pytest.raises(BadSetting) as error:
        changed(Settings(), {key: value})
    assert error.value.key == key
    assert error.value.why in WHY
    return error.value.why


def test_every_key_of_the_command_line_is_there() -> None:
    assert set(NAMED_BY_THE_COMMAND_LINE) <= set(keys())


def test_a_value_is_shown_as_it_can_be_set_again() -> None:
    settings = changed(
        Settings(),
        {
            "shop.name": "  Работилница   „Ела“ ",
            "shop.vat_registered": "да",
            "shop.vat_rate": "20 %",
            "shop.iban": "bg80 bnbg 9661 1020 3456 78",
            "rhythm.quiet_after": "3,5",
        },
    )
    assert settings.shop.name == "Работилница „Ела“"
    assert settings.shop.vat_registered is True
    assert settings.shop.vat_rate == Decimal(20)
    assert settings.shop.iban == "BG80BNBG96611020345678"
    assert settings.rhythm.quiet_after == 3.5
    assert settings_from(shown(settings)) == settings


def test_the_defaults_survive_being_written() -> None:
    named = changed(Settings(), {"shop.name": "Shop"})
    assert settings_from(shown(named)) == named


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("shop.colour", "red", "unknown key"),
        ("shop.name", "   ", "empty"),
        ("shop.address", "x" * 501, "too long"),
        ("shop.country", "France", "not one of"),
        ("shop.currency", "XYZ", "not one of"),
        ("shop.vat_registered", "perhaps", "not yes or no"),
        ("shop.vat_rate", "-1", "too small"),
        ("rhythm.quiet_after", "many", "not a number"),
        ("rhythm.quiet_after", "NaN", "not a number"),
        ("rhythm.quiet_after", "0", "too small"),
        ("rhythm.quiet_after", "1e9", "too large"),
        ("rhythm.quiet_after", "1.5", "not in order"),
        ("rhythm.lost_days", "365.5", "not a number"),
        ("paper.size", "a3", "not one of"),
    ],
)
def test_a_wrong_value_is_refused_with_the_reason(key: str, value: str, why: str) -> None:
    assert refused(key, value) == why


def test_factors_may_cross_on_the_way_when_they_end_in_order() -> None:
    together = {"rhythm.quiet_after": "8", "rhythm.lost_after": "12", "rhythm.cooling_after": "6.5"}
    assert changed(Settings(), together).rhythm == Factors(1.0, 6.5, 8.0, 12.0)


def test_one_bad_value_refuses_them_all() -> None:
    settings = Settings()
    with pytest.raises(BadSetting):
        changed(settings, {"shop.name": "Ела", "shop.country": "Mars"})
    assert settings == Settings()


@pytest.mark.parametrize(
    ("country", "currency", "language"),
    [("bg", "EUR", "bg"), ("RU", "RUB", "ru"), ("other", "EUR", "en")],
)
def test_a_new_shop_starts_with_the_habits_of_its_country(
    country: str, currency: str, language: str
) -> None:
    shop = for_country("Ела", country, "").shop
    assert (shop.currency, shop.language) == (currency, language)


def test_a_new_shop_may_choose_its_currency() -> None:
    assert for_country("Ела", "other", "usd").shop.currency == "USD"


def test_stored_text_of_another_program_falls_back_to_the_default() -> None:
    stored = {"shop.name": "Ела", "shop.country": "Mars", "next.year": "1", "rhythm.measured": "{}"}
    assert settings_from(stored) == replace(Settings(), shop=replace(Settings().shop, name="Ела"))


@given(key=st.sampled_from(keys()), value=st.text(max_size=40))
def test_any_text_is_either_refused_or_kept_for_good(key: str, value: str) -> None:
    try:
        settings = changed(Settings(), {key: value})
    except BadSetting:
        return
    text = shown(settings)[key]
    assert changed(settings, {key: text}) == settings
