"""The owner sets runs of paper numbers; the check of the book understands why."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.shop.selling import add, draft, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, RUSSIAN, RUSSIAN_FIRM, tell

from kartoteka.domain.money import Money
from kartoteka.domain.numbering import NumberBeyondEnd, NumberGiven, NumbersFixed
from kartoteka.domain.papers import NumberRangeUsedUp
from kartoteka.domain.sales import Line
from kartoteka.domain.settings import BadSetting
from kartoteka.shop import Shop, invoices, papers, safety
from kartoteka.shop.settings import change_settings, show
from kartoteka.shop.views import IssuedPaper


def bill(shop: Shop, client: int) -> str:
    return invoices.issue_invoice(shop, sell(shop, client=client).id).value.shown


@pytest.fixture
def firm(shop: Shop) -> int:
    tell(shop, BULGARIAN)
    return add(shop, FIRM)


def test_a_shop_from_another_program_goes_on_with_its_next_number(shop: Shop, firm: int) -> None:
    change_settings(shop, {"invoice.next": "0000001235", "receipt.next": "812"})
    assert bill(shop, firm) == "0000001235"
    assert show(shop)["invoice.next"] == "1236"
    assert papers.issue_receipt(shop, sell(shop).id).value.number == 813
    assert safety.check(shop).problems == ()


def test_a_run_moved_on_in_its_midst_is_no_gap(shop: Shop, firm: int) -> None:
    bill(shop, firm)
    change_settings(shop, {"invoice.next": "100", "receipt.next": "500"})
    assert bill(shop, firm) == "0000000100"
    assert sell(shop).number == 501
    assert safety.check(shop).problems == ()


def test_numbers_do_not_come_twice(shop: Shop, firm: int) -> None:
    for _ in range(3):
        bill(shop, firm)
    for key in ("invoice.next", "receipt.next"):
        with pytest.raises(NumberGiven) as refusal:
            change_settings(shop, {key: "2"})
        assert refusal.value.given == 3
    assert show(shop)["invoice.next"] == "4"


def test_a_bought_range_may_lie_below_the_one_before(shop: Shop, firm: int) -> None:
    change_settings(shop, {"invoice.next": "3000000000", "invoice.last": "3000000000"})
    assert bill(shop, firm) == "3000000000"
    with pytest.raises(NumberRangeUsedUp):
        bill(shop, firm)
    change_settings(shop, {"invoice.next": "1000000000", "invoice.last": "1000000001"})
    assert [bill(shop, firm), bill(shop, firm)] == ["1000000000", "1000000001"]
    assert safety.check(shop).problems == ()


def test_a_run_does_not_grow_into_numbers_that_were_given(shop: Shop, firm: int) -> None:
    change_settings(shop, {"invoice.next": "3000"})
    bill(shop, firm)
    change_settings(shop, {"invoice.next": "1000", "invoice.last": "1001"})
    with pytest.raises(NumberGiven):
        change_settings(shop, {"invoice.last": ""})


def test_the_sale_stays_when_receipts_have_no_number_left(shop: Shop) -> None:
    change_settings(shop, {"receipt.next": "5", "receipt.last": "5"})
    assert sell(shop).number == 5
    with pytest.raises(NumberRangeUsedUp):
        sell(shop)
    change_settings(shop, {"receipt.last": ""})
    assert sell(shop).number == 6


def test_the_form_of_bulgarian_invoices_is_the_law_s(shop: Shop, firm: int) -> None:
    with pytest.raises(NumbersFixed):
        change_settings(shop, {"invoice.prefix": "A-"})
    with pytest.raises(NumberBeyondEnd):
        change_settings(shop, {"invoice.next": "20", "invoice.last": "19"})
    with pytest.raises(BadSetting):
        change_settings(shop, {"note.next": "7"})
    change_settings(shop, {"proforma.prefix": "П-", "proforma.digits": "4"})
    proforma = invoices.issue_proforma(shop, sell(shop, client=firm).id).value
    assert proforma.shown == "П-0001"
    assert papers.paper(shop, "П-0001").id == proforma.id


def test_a_russian_run_restarts_only_when_the_owner_wants_it(shop: Shop) -> None:
    tell(shop, RUSSIAN)
    firm = add(shop, RUSSIAN_FIRM)

    def rouble_bill() -> IssuedPaper:
        wanted = Line("Ткань", Decimal(1), Money(100_00, "RUB"))
        sold = replace(draft(shop, wanted, client=firm), currency="RUB")
        return invoices.invoice_on_account(shop, sold).value

    change_settings(shop, {"invoice.next": "57"})
    assert [rouble_bill().shown, rouble_bill().shown] == ["57", "58"]
    change_settings(shop, {"invoice.yearly": "no", "invoice.prefix": "С-"})
    assert (rouble_bill().shown, rouble_bill().series) == ("С-59", "invoice")
    change_settings(shop, {"invoice.yearly": "yes"})
    assert (rouble_bill().shown, rouble_bill().series) == ("С-61", "invoice/2026")
    with pytest.raises(NumberGiven):
        change_settings(shop, {"invoice.next": "58"})
    assert safety.check(shop).problems == ()


def test_setting_a_run_can_be_taken_back_until_a_number_was_given(shop: Shop, firm: int) -> None:
    done = change_settings(shop, {"invoice.next": "100", "shop.phone": "1"})
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert (show(shop)["invoice.next"], show(shop)["shop.phone"]) == ("1", "")
    assert bill(shop, firm) == "0000000001"
    again = change_settings(shop, {"invoice.next": "100"})
    bill(shop, firm)
    assert again.changes.undo is not None
    with pytest.raises(NumberGiven):
        safety.undo(shop, again.changes.undo)
    assert safety.check(shop).problems == ()


def test_one_bad_number_leaves_all_as_it_was(shop: Shop) -> None:
    before = show(shop)
    with pytest.raises(NumberBeyondEnd):
        change_settings(
            shop, {"receipt.next": "8", "shop.phone": "1", "invoice.next": "9", "invoice.last": "8"}
        )
    assert show(shop) == before
    assert shop.settings.shop.phone == ""


def test_what_is_shown_can_be_set_again(shop: Shop, firm: int) -> None:
    bill(shop, firm)
    assert change_settings(shop, show(shop)).changes.undo is None


def test_papers_are_found_by_the_number_as_it_stands_on_them(shop: Shop, firm: int) -> None:
    change_settings(shop, {"invoice.next": "1235", "proforma.prefix": "П-", "proforma.next": "12"})
    invoice = invoices.issue_invoice(shop, sell(shop, client=firm).id).value
    proforma = invoices.issue_proforma(shop, sell(shop, client=firm).id).value
    for text in ("0000001235", "00000012", "1235", "№ 12", "№ 0000001235"):
        assert invoice.id in papers.find_ids(shop, text), text
    for text in ("П-", "П-0000000012", "№ П-0000000012", "12", "0000000012"):
        assert proforma.id in papers.find_ids(shop, text), text
    assert papers.find_ids(shop, "0000001235") == [invoice.id]
    assert papers.paper(shop, "1235").id == papers.paper(shop, "0000001235").id == invoice.id
    assert papers.save_paper(shop, invoice.id).name == "invoice-0000001235.pdf"
