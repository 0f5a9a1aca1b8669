"""What a receipt says of a sale from the till: its discounts and its VAT."""

from dataclasses import replace
from decimal import Decimal

import pypdfium2

from kartoteka.domain.money import Money
from kartoteka.domain.till import Discount, add_free_line, set_sale_discount
from kartoteka.shop import Shop, papers, till
from kartoteka.shop import settings as shop_settings


def receipt(shop: Shop, sale: int) -> str:
    document = pypdfium2.PdfDocument(
        papers.paper_pdf(shop, papers.issue_receipt(shop, sale).value.id)
    )
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def test_a_line_says_why_it_is_not_price_times_quantity(shop: Shop) -> None:
    changes = {"shop.vat_registered": "yes", "shop.vat_rate": "20", "shop.language": "en"}
    shop_settings.change_settings(shop, changes)
    basket = add_free_line(till.new_basket(shop), "Beads", Money(1000, "EUR"), Decimal(2))
    basket = set_sale_discount(basket, Discount(percent=Decimal(10)))
    inside = till.finish(shop, basket).value
    told = receipt(shop, inside.id)
    assert "discount −2.00" in told
    assert "18.00" in told
    assert "€3.00" in told
    on_top = replace(basket, uuid="on top", prices_include_vat=False)
    told = receipt(shop, till.finish(shop, on_top).value.id)
    assert "plus VAT 3.60" in told
    assert "21.60" in told


def test_a_receipt_without_a_form_names_the_vat_number_of_a_registered_shop(shop: Shop) -> None:
    changes = {
        "shop.country": "other",
        "shop.language": "en",
        "shop.vat_id": "GB999999973",
        "shop.vat_registered": "yes",
        "shop.vat_rate": "20",
    }
    shop_settings.change_settings(shop, changes)
    basket = add_free_line(till.new_basket(shop), "Beads", Money(1000, "EUR"), Decimal(2))
    assert "VAT No. GB999999973" in receipt(shop, till.finish(shop, basket).value.id)
    shop_settings.change_settings(shop, {"shop.vat_registered": "no"})
    again = replace(basket, uuid="again", charges_vat=False)
    assert "GB999999973" not in receipt(shop, till.finish(shop, again).value.id)


def test_a_bulgarian_sum_in_words_is_led_in_and_how_it_was_paid_begins_large(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.country": "bg", "shop.language": "bg"})
    basket = add_free_line(till.new_basket(shop), "Гривна", Money(100, "EUR"), Decimal(2))
    told = receipt(shop, till.finish(shop, basket).value.id)
    assert "Словом: две евро" in told
    assert "Платено в брой" in told
