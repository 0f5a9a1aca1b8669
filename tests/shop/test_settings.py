"""Changing the settings of a real book."""

from pathlib import Path

import pytest

from kartoteka import assemble
from kartoteka.domain.numbering import NumberGiven
from kartoteka.domain.settings import BadSetting
from kartoteka.shop import Shop, safety
from kartoteka.shop.settings import change_settings, show
from kartoteka.store.direct import direct


def sell(shop: Shop, *, number: int | None, currency: str = "EUR") -> None:
    with shop.change() as session:
        direct(session).execute(
            "INSERT INTO sale (uuid, number, day, at, currency, total_minor, note, seller)"
            " VALUES (?, ?, '2026-11-01', '2026-11-01 10:00:00.000000', ?, 100, '', '')",
            (f"uuid-{number}-{currency}", number, currency),
        )


def test_a_changed_setting_is_there_after_reopening(book_path: Path) -> None:
    shop = assemble.open_shop(book_path)
    done = change_settings(shop, {"shop.phone": "0888 123 456"})
    assert done.changes.settings
    assert not done.changes.everything
    shop.close()
    again = assemble.open_shop(book_path)
    assert again.settings == done.value
    assert show(again)["shop.phone"] == "0888 123 456"
    again.close()


def test_a_shop_that_registers_for_vat_has_its_country_s_rate(shop: Shop) -> None:
    change_settings(shop, {"shop.country": "bg", "shop.vat_rate": ""})
    done = change_settings(shop, {"shop.vat_registered": "yes"})
    assert show(shop)["shop.vat_rate"] == "20"
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert show(shop)["shop.vat_rate"] == ""
    change_settings(shop, {"shop.vat_registered": "yes", "shop.vat_rate": "9"})
    assert show(shop)["shop.vat_rate"] == "9"


def test_a_change_can_be_taken_back(shop: Shop) -> None:
    before = shop.settings
    done = change_settings(shop, {"shop.phone": "1", "shop.address": "2"})
    assert done.changes.undo is not None
    assert safety.undo(shop, done.changes.undo).changes.settings
    assert shop.settings == before


def test_setting_what_is_set_changes_nothing(shop: Shop) -> None:
    done = change_settings(shop, show(shop))
    assert done.value == shop.settings
    assert done.changes.undo is None


def test_one_bad_value_leaves_all_as_it_was(shop: Shop) -> None:
    before = show(shop)
    with pytest.raises(BadSetting):
        change_settings(shop, {"shop.phone": "1", "shop.language": "elvish"})
    assert show(shop) == before


def test_a_failed_deed_leaves_the_settings_in_memory_as_in_the_book(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    before = shop.settings
    monkeypatch.setattr("kartoteka.store.journal.write", fail)
    with pytest.raises(ZeroDivisionError):
        change_settings(shop, {"shop.phone": "1"})
    assert shop.settings == before
    shop.refresh_settings()
    assert shop.settings == before


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"shop.tax_id": "175074753"}, "wrong check digit"),
        ({"shop.tax_id": "000000000"}, "only zeros"),
        ({"shop.tax_id": "17507475"}, "wrong length"),
        ({"shop.iban": "BG81BNBG96611020345678"}, "wrong check digit"),
        ({"shop.iban": "12BNBG96611020345678"}, "wrong bank number"),
        ({"shop.bic": "1234"}, "wrong bank number"),
        ({"shop.country": "ru", "shop.tax_id": "7707083894"}, "wrong check digit"),
    ],
)
def test_a_mistyped_number_of_the_shop_is_refused(
    shop: Shop, changes: dict[str, str], why: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        change_settings(shop, changes)
    assert refused.value.why == why


def test_right_numbers_are_taken(shop: Shop) -> None:
    change_settings(shop, {"shop.tax_id": "175074752", "shop.iban": "BG80 BNBG 9661 1020 3456 78"})
    assert shop.settings.shop.iban == "BG80BNBG96611020345678"


def test_a_number_from_before_does_not_stand_in_the_way(shop: Shop) -> None:
    change_settings(shop, {"shop.tax_id": "175074752"})
    change_settings(shop, {"shop.country": "ru"})
    change_settings(shop, {"shop.phone": "1"})
    assert shop.settings.shop.country == "ru"


def test_the_currency_stays_once_something_was_sold(shop: Shop) -> None:
    sell(shop, number=1)
    with pytest.raises(BadSetting) as refused:
        change_settings(shop, {"shop.currency": "RUB"})
    assert refused.value.why == "sales exist"


def test_a_shop_with_history_in_leva_goes_over_to_euro(shop: Shop) -> None:
    change_settings(shop, {"shop.currency": "BGN"})
    sell(shop, number=None, currency="BGN")
    done = change_settings(shop, {"shop.currency": "EUR"})
    assert done.changes.everything


def test_receipts_may_begin_anywhere_but_never_come_twice(shop: Shop) -> None:
    change_settings(shop, {"receipt.next": "100"})
    assert show(shop)["receipt.next"] == "100"
    sell(shop, number=100)
    with pytest.raises(NumberGiven):
        change_settings(shop, {"receipt.next": "100", "receipt.last": "200"})


def test_new_factors_refresh_everybody(shop: Shop) -> None:
    assert change_settings(shop, {"rhythm.quiet_after": "4"}).changes.everything


def test_a_backup_folder_is_made_and_kept_as_a_whole_path(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    change_settings(shop, {"backup.folder": "stick/copies"})
    assert shop.settings.backup_folder == str(tmp_path / "stick" / "copies")
    assert (tmp_path / "stick" / "copies").is_dir()


def test_a_file_and_nobodys_home_are_no_backup_folders(shop: Shop) -> None:
    for folder in (str(shop.book.path), "~nobody-of-this-name/copies"):
        with pytest.raises(BadSetting) as refused:
            change_settings(shop, {"backup.folder": folder})
        assert refused.value.why == "not a folder"


def test_a_folder_for_backups_is_tried_when_it_is_set(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = tmp_path / "stick" / "copies"
    change_settings(shop, {"backup.folder": str(wish)})
    assert list(wish.iterdir()) == []

    def read_only(*_args: object, **_kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr("kartoteka.store.disk.tempfile.TemporaryFile", read_only)
    with pytest.raises(BadSetting) as refused:
        change_settings(shop, {"backup.folder": str(tmp_path / "other")})
    assert refused.value.why == "not a folder"
    assert shop.settings.backup_folder == str(wish)


@pytest.mark.parametrize(
    ("regime", "registered", "rate"),
    [
        ("usn", False, None),
        ("npd", False, None),
        ("usn5", True, 5),
        ("usn7", True, 7),
        ("osno", True, 22),
    ],
)
def test_a_tax_regime_brings_its_vat_and_takes_it_back(
    shop: Shop, regime: str, registered: bool, rate: int | None
) -> None:
    change_settings(shop, {"shop.country": "ru", "shop.currency": "RUB"})
    done = change_settings(shop, {"shop.regime": regime})
    details = shop.settings.shop
    assert (details.vat_registered, details.vat_rate) == (registered, rate)
    if done.changes.undo is not None:
        safety.undo(shop, done.changes.undo)
    assert (shop.settings.shop.regime, shop.settings.shop.vat_registered) == ("", False)
