"""Putting the shop together."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kartoteka import assemble
from kartoteka.domain.settings import BadSetting
from kartoteka.store.errors import BookExists, BookMissing


def test_a_new_book_opens_with_its_name_and_country(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "shop.db"
    assemble.new_book(path, "Лавка", "ru")
    shop = assemble.open_shop(path, today=date(2026, 2, 28), seller="Ольга")
    details = shop.settings.shop
    assert (details.name, details.country, details.currency) == ("Лавка", "ru", "RUB")
    assert shop.seller == "Ольга"
    assert shop.today() == date(2026, 2, 28)
    assert shop.now().date() == date(2026, 2, 28)
    shop.close()


def test_without_a_fixed_day_the_shop_has_the_computers(book_path: Path) -> None:
    shop = assemble.open_shop(book_path)
    before = datetime.now().astimezone().replace(tzinfo=None)
    assert before <= shop.now() <= datetime.now().astimezone().replace(tzinfo=None)
    assert shop.today() - before.date() <= date(2000, 1, 2) - date(2000, 1, 1)
    shop.close()


def test_a_refused_setting_leaves_no_book(tmp_path: Path) -> None:
    with pytest.raises(BadSetting):
        assemble.new_book(tmp_path / "shop.db", "Лавка", "Mars")
    assert list(tmp_path.iterdir()) == []


def test_a_new_book_never_replaces_one(book_path: Path) -> None:
    with pytest.raises(BookExists):
        assemble.new_book(book_path, "Лавка", "ru")
    assemble.open_shop(book_path).close()


def test_a_missing_book_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookMissing):
        assemble.open_shop(tmp_path / "none.db")


def test_papers_of_any_other_book_lie_beside_it(tmp_path: Path) -> None:
    assert assemble.papers_folder(tmp_path / "shop.db") == tmp_path / "shop-papers"
    assert assemble.papers_folder(assemble.default_book_path()).name == "Kartoteka"
