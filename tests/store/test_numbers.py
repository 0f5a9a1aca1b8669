"""Numbers without gaps."""

import pytest

from kartoteka.shop import Shop
from kartoteka.store import numbers


def test_numbers_follow_one_another(shop: Shop) -> None:
    with shop.change() as session:
        assert [numbers.take(session, "receipt") for _ in range(3)] == [1, 2, 3]
        assert numbers.upcoming(session, "receipt") == 4


def test_a_failed_transaction_gives_its_number_back(shop: Shop) -> None:
    def fail() -> None:
        with shop.change() as session:
            assert numbers.take(session, "receipt") == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with shop.change() as session:
        assert numbers.take(session, "receipt") == 1


def test_the_owner_may_let_numbers_begin_later(shop: Shop) -> None:
    with shop.change() as session:
        assert numbers.take(session, "receipt", start=1000) == 1000
        assert numbers.take(session, "receipt", start=1000) == 1001
        assert numbers.take(session, "receipt", start=1) == 1002


def test_ranges_are_apart(shop: Shop) -> None:
    with shop.change() as session:
        numbers.take(session, "receipt")
        assert numbers.take(session, "invoice") == 1


def test_numbers_given_in_one_go_are_skipped(shop: Shop) -> None:
    with shop.change() as session:
        numbers.skip_to(session, "receipt", 501)
        assert numbers.take(session, "receipt") == 501
