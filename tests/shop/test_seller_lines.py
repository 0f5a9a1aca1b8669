"""The seller's e-mail, site, Latin name and page for paying, on papers."""

import pytest
from tests.documents.reading import scanned, texts
from tests.shop.selling import add, draft, euro, sell

from kartoteka.domain.clients import Client
from kartoteka.domain.sales import Payment, PaymentKind
from kartoteka.domain.settings import BadSetting
from kartoteka.shop import Shop, papers, printing, sales
from kartoteka.shop import settings as shop_settings

LINK = "https://qr.nspk.ru/AS10003P3RH0LJ2A9ROO038L6NT5RU1M"


def test_email_and_site_stand_on_receipts_and_statements(shop: Shop) -> None:
    changes = {"shop.email": "ela@beads.bg", "shop.site": "https://www.beads.bg/"}
    shop_settings.change_settings(shop, changes)
    client = add(shop, Client(given="Роза"))
    sold = sell(shop, client=client)
    receipt = papers.paper_pdf(shop, papers.issue_receipt(shop, sold.id).value.id)
    for pdf in (receipt, printing.statement(shop, client).pdf):
        page = texts(pdf)[0]
        assert "ela@beads.bg" in page
        assert "www.beads.bg" in page
        assert "https" not in page


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("shop.email", "ela(at)beads"),
        ("shop.site", "our site"),
        ("shop.latin_name", "Ела"),
        ("shop.payment_link", "http://pay.example.org/1"),
    ],
)
def test_what_no_client_could_use_is_refused(shop: Shop, key: str, value: str) -> None:
    with pytest.raises(BadSetting):
        shop_settings.change_settings(shop, {key: value})


@pytest.mark.parametrize("size", ["a5", "80"])
def test_a_receipt_on_account_shows_the_shops_own_page_for_paying(shop: Shop, size: str) -> None:
    shop_settings.change_settings(shop, {"shop.payment_link": LINK, "shop.language": "en"})
    client = add(shop, Client(given="Роза"))
    owed = (Payment(PaymentKind.ACCOUNT, euro("24.00")),)
    later = sales.record_sale(shop, draft(shop, client=client, payments=owed)).value
    pdf = papers.printed_paper(shop, papers.issue_receipt(shop, later.id).value.id, size=size).pdf
    assert LINK in scanned(pdf, 0)
    assert "Pay by QR code" in texts(pdf)[0]
    paid = papers.issue_receipt(shop, sell(shop, client=client).id).value
    assert LINK not in scanned(papers.printed_paper(shop, paid.id, size=size).pdf, 0)
