"""Offers and which of them stands on a back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.shop.selling import add, sell

from kartoteka.domain.clients import Client
from kartoteka.domain.errors import NotFound
from kartoteka.domain.offers import Offer, OfferCalledSpecial, OfferEnded, OfferWithoutReason
from kartoteka.shop import Shop, backs, offers, papers, safety


def promise(
    shop: Shop, title: str = "Гривна към колието", begins: int = -5, ends: int = 5
) -> Offer:
    return Offer(
        title=title,
        reason="Последните шест камъка",
        begins=shop.today() + timedelta(days=begins),
        ends=shop.today() + timedelta(days=ends),
        language="bg",
        code="ak-7f3m",
    )


def chosen(shop: Shop, client: int | None = None, language: str = "bg") -> Offer | None:
    with shop.read() as session:
        back = backs.back_for(shop, session, client, language)
    return back.offer if back else None


def test_an_offer_is_kept_tidy_and_changed(shop: Shop) -> None:
    saved = offers.save_offer(shop, replace(promise(shop), title="  Гривна ")).value
    assert (saved.title, saved.code) == ("Гривна", "AK-7F3M")
    assert offers.offer(shop, saved.id) == saved
    changed = offers.save_offer(shop, replace(saved, title="Обеци"))
    assert [each.title for each in offers.offers(shop)] == ["Обеци"]
    assert changed.changes.undo is not None
    safety.undo(shop, changed.changes.undo)
    assert offers.offer(shop, saved.id) == saved


def test_the_rules_of_offers_hold(shop: Shop) -> None:
    with pytest.raises(OfferWithoutReason):
        offers.save_offer(shop, replace(promise(shop), reason=" "))
    with pytest.raises(OfferCalledSpecial):
        offers.save_offer(shop, replace(promise(shop), title="Специална оферта"))
    with pytest.raises(OfferEnded):
        offers.save_offer(shop, promise(shop, ends=-1))
    with pytest.raises(NotFound):
        offers.save_offer(shop, replace(promise(shop), id=9))
    assert offers.offers(shop) == []


def test_running_offers_come_before_those_to_come(shop: Shop) -> None:
    later = offers.save_offer(shop, promise(shop, "По-късно", begins=3, ends=30)).value
    now = offers.save_offer(shop, promise(shop, "Сега")).value
    assert offers.offers(shop) == [now, later]


def test_a_deleted_offer_comes_back_by_undo(shop: Shop) -> None:
    saved = offers.save_offer(shop, promise(shop)).value
    gone = offers.delete_offer(shop, saved.id)
    assert offers.offers(shop) == []
    assert gone.changes.undo is not None
    safety.undo(shop, gone.changes.undo)
    assert offers.offers(shop) == [saved]


def test_only_a_running_offer_of_the_language_is_chosen(shop: Shop) -> None:
    assert chosen(shop) is None
    offers.save_offer(shop, promise(shop, "По-късно", begins=1, ends=9))
    assert chosen(shop) is None
    last_day = offers.save_offer(shop, promise(shop, "Днес", ends=0)).value
    assert chosen(shop) == last_day
    assert chosen(shop, language="en") is None


def test_a_client_gets_each_offer_once_and_then_none(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    first = offers.save_offer(shop, promise(shop, "Първа", begins=-3)).value
    second = offers.save_offer(shop, promise(shop, "Втора", begins=-2)).value
    for expected in (second, first, None):
        assert chosen(shop, client) == expected
        sold = sell(shop, client=client)
        assert papers.issue_receipt(shop, sold.id).value.offer == (expected and expected.id)
