"""The back of a paper: chosen by the rule, the owner or the seller, and frozen with the paper."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.documents.reading import texts
from tests.shop.selling import add, draft, line, sell

from kartoteka.domain.backs import BackWish
from kartoteka.domain.catalogue import Item
from kartoteka.domain.clients import Address, Client
from kartoteka.domain.dates import months_later
from kartoteka.domain.offers import Offer
from kartoteka.domain.sales import Sale
from kartoteka.i18n import formats
from kartoteka.shop import Shop, catalogue, invoices, offers, papers, sales
from kartoteka.shop import settings as shop_settings

RING = Item(name="Сребърен пръстен", care="Пазете от вода.\n\n  Лъскайте с мека кърпа. ")
BAG = Item(name="Кожена чанта", care="Мажете с восък.")
ASKED = "What did you like, and what could be better?"


@pytest.fixture(autouse=True)
def english(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en", "shop.phone": "0888 123 456"})


def bought(shop: Shop, *items: Item, client: int | None = None) -> Sale:
    lines = [replace(line(each.name), item=each.id) for each in items]
    return sell(shop, *lines, client=client)


def keep(shop: Shop, item: Item) -> Item:
    return catalogue.add_item(shop, item).value


def promise(shop: Shop, title: str = "A chain for your ring") -> Offer:
    today = shop.today()
    end = today + timedelta(days=9)
    made = Offer(title=title, reason="New in silver", begins=today, ends=end, language="en")
    return offers.save_offer(shop, made).value


def back_of(shop: Shop, sale: Sale, wish: BackWish | None = None) -> str:
    """The words on the back of the receipt; '' without a back."""
    paper = papers.issue_receipt(shop, sale.id, back=wish).value
    pages = texts(papers.paper_pdf(shop, paper.id))
    return " ".join(pages[1].split()) if len(pages) > 1 else ""


def test_care_advice_for_what_was_bought_stands_on_the_back(shop: Shop) -> None:
    back = back_of(shop, bought(shop, keep(shop, RING)))
    for words in (RING.name, "Пазете от вода.", "Лъскайте с мека кърпа.", "0888 123 456", ASKED):
        assert words in back


def test_several_things_have_one_piece_of_advice_each(shop: Shop) -> None:
    back = back_of(shop, bought(shop, keep(shop, RING), keep(shop, BAG)))
    assert "Сребърен пръстен: Пазете от вода. Лъскайте с мека кърпа." in back
    assert "Кожена чанта: Мажете с восък." in back


def test_an_offer_goes_before_advice_until_the_client_had_it(shop: Shop) -> None:
    promise(shop)
    ring, client = keep(shop, RING), add(shop, Client(given="Ива"))
    assert "A chain for your ring" in back_of(shop, bought(shop, ring, client=client))
    assert "Пазете от вода." in back_of(shop, bought(shop, ring, client=client))


@pytest.mark.parametrize(
    ("language", "once"),
    [
        ("en", "We offer you this once and will not repeat it."),
        ("ru", "Предлагаем это один раз и повторять не будем."),
        ("bg", "Предлагаме Ви това само веднъж и няма да го повторим."),
    ],
)
def test_an_offer_to_a_client_says_that_it_is_made_once(
    shop: Shop, language: str, once: str
) -> None:
    made = promise(shop)
    offers.save_offer(shop, replace(made, language=language))
    client = add(shop, Client(given="Ива", language=language))
    assert once in back_of(shop, bought(shop, keep(shop, RING), client=client))
    assert once not in back_of(shop, bought(shop, keep(shop, BAG), client=client), BackWish.OFFER)


def test_dates_of_the_purchase_stand_on_the_back(shop: Shop) -> None:
    kettle = keep(shop, Item(name="Kettle", warranty_months=24, service_months=3))
    sold = sell(shop, replace(line("Kettle"), item=kettle.id, serial="SN-77"))
    back = back_of(shop, sold)
    end = formats.date_long("en", months_later(sold.on, 24))
    for words in ("About your purchase", "Kettle", f"Warranty until {end}", "Serial number SN-77"):
        assert words in back
    assert "Next service" in back


def test_without_offer_and_advice_the_owner_asks(shop: Shop) -> None:
    back = back_of(shop, bought(shop, keep(shop, Item(name="Мъниста"))))
    assert back.startswith("What did you like")
    assert "0888 123 456" in back


def test_the_seller_and_the_owner_may_choose(shop: Shop) -> None:
    promise(shop)
    ring = keep(shop, RING)
    assert "Пазете от вода." in back_of(shop, bought(shop, ring), BackWish.CARE)
    assert back_of(shop, bought(shop, ring), BackWish.FEEDBACK).startswith("What did you like")
    assert back_of(shop, bought(shop, ring), BackWish.NOTHING) == ""
    shop_settings.change_settings(shop, {"paper.back": "care"})
    assert "Пазете от вода." in back_of(shop, bought(shop, ring))
    shop_settings.change_settings(shop, {"paper.back": "none"})
    assert back_of(shop, bought(shop, ring)) == ""


def test_advice_in_the_shops_language_is_not_for_papers_in_another(shop: Shop) -> None:
    client = add(shop, Client(given="Иван", language="ru"))
    assert "Пазете" not in back_of(shop, bought(shop, keep(shop, RING), client=client))


def test_goods_that_come_back_need_no_advice(shop: Shop) -> None:
    sale = bought(shop, keep(shop, RING))
    back = sales.record_return(shop, sales.return_draft(shop, sale.id)).value
    assert "Пазете" not in back_of(shop, back)


def test_an_issued_paper_keeps_its_advice(shop: Shop) -> None:
    ring = keep(shop, RING)
    sale = bought(shop, ring)
    before = back_of(shop, sale)
    catalogue.edit_item(shop, replace(ring, care="Друго."))
    catalogue.delete_items(shop, [ring.id])
    assert back_of(shop, sale) == before
    assert "Друго." in back_of(shop, bought(shop, ring))


def test_an_invoice_has_the_same_backs(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.country": "other", "shop.address": "Sofia"})
    home = Address(street="Шипка 1", city="София")
    client = add(shop, Client(given="Ива", family="Колева", address=home))
    ring = keep(shop, RING)
    lines = (replace(line(ring.name), item=ring.id),)
    paper = invoices.issue_proforma(shop, draft(shop, *lines, client=client)).value
    assert "Пазете от вода." in " ".join(texts(papers.paper_pdf(shop, paper.id))[1].split())
