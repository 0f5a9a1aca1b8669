"""A zero rate says why no VAT is charged, before a number is taken (ЗДДС чл. 114 ал. 1 т. 12)."""

from decimal import Decimal

import pytest
from tests.shop.selling import add, draft, euro, line, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, tell, text

from kartoteka.domain.papers import Missing, PaperNotComplete
from kartoteka.domain.sales import Line, Sale
from kartoteka.domain.vat_grounds import ZERO_RATE_GROUNDS
from kartoteka.shop import Shop, invoices, papers
from kartoteka.shop.settings import change_settings

EXPORT = ZERO_RATE_GROUNDS[1]
ASKED = Missing("paper", "vat_ground")


@pytest.fixture
def export(shop: Shop) -> Sale:
    tell(shop, BULGARIAN)
    abroad = Line("Мъниста", Decimal(10), euro("5.00"), vat_rate=Decimal(0))
    return sell(shop, line(), abroad, client=add(shop, FIRM))


def test_the_ground_is_asked_for_and_no_number_is_taken(shop: Shop, export: Sale) -> None:
    for deed in (invoices.issue_invoice, invoices.issue_proforma):
        with pytest.raises(PaperNotComplete) as asked:
            deed(shop, export.id, vat_ground="  ")
        assert asked.value.missing == (ASKED,)
    assert papers.papers(shop) == []
    assert invoices.issue_invoice(shop, export.id, vat_ground=EXPORT).value.number == 1


def test_the_ground_stands_on_the_invoice_beside_the_zero_rate(shop: Shop, export: Sale) -> None:
    told = text(shop, invoices.issue_invoice(shop, export.id, vat_ground=EXPORT).value)
    assert f"Основание за прилагане на нулева ставка: {EXPORT}" in told
    for words in ("Данъчна основа 0 %", "50,00 €", "ДДС 0 %", "Данъчна основа 20 %"):
        assert words in told


def test_a_taxed_invoice_has_no_ground(shop: Shop, export: Sale) -> None:
    taxed = sell(shop, line(), client=export.client)
    paper = invoices.issue_invoice(shop, taxed.id, vat_ground=EXPORT).value
    assert "Основание за неначисляване" not in text(shop, paper)


def test_the_usual_rate_of_the_shop_may_be_zero_too(shop: Shop, export: Sale) -> None:
    change_settings(shop, {"shop.vat_rate": "0"})
    on_account = draft(shop, client=export.client)
    with pytest.raises(PaperNotComplete):
        invoices.invoice_on_account(shop, on_account)
    paper = invoices.invoice_on_account(shop, on_account, vat_ground=EXPORT).value
    assert EXPORT in text(shop, paper)
    with pytest.raises(PaperNotComplete):
        invoices.issue_proforma(shop, draft(shop, client=export.client))


def test_an_invoice_has_the_ground_of_its_proforma(shop: Shop, export: Sale) -> None:
    invoices.issue_proforma(shop, export.id, vat_ground=EXPORT)
    assert EXPORT in text(shop, invoices.issue_invoice(shop, export.id).value)


def test_notes_have_the_ground_of_their_invoice(shop: Shop, export: Sale) -> None:
    invoice = invoices.issue_invoice(shop, export.id, vat_ground=EXPORT).value
    more = [Line("Доставка", Decimal(1), euro("3.00"), vat_rate=Decimal(0))]
    debit = invoices.issue_debit_note(shop, invoice.id, "доставка", more).value
    credit = invoices.issue_credit_note(
        shop, invoice.id, "върната", quantities={2: Decimal(10)}
    ).value
    assert EXPORT in text(shop, debit)
    assert EXPORT in text(shop, credit)
    taxed = invoices.issue_credit_note(shop, invoice.id, "върната", quantities={1: Decimal(1)})
    assert EXPORT not in text(shop, taxed.value)


def test_a_note_may_say_its_own_ground(shop: Shop, export: Sale) -> None:
    taxed = invoices.issue_invoice(shop, sell(shop, client=export.client).id).value
    more = [Line("Превоз", Decimal(1), euro("3.00"), vat_rate=Decimal(0))]
    with pytest.raises(PaperNotComplete) as asked:
        invoices.issue_debit_note(shop, taxed.id, "превоз", more)
    assert asked.value.missing == (ASKED,)
    note = invoices.issue_debit_note(shop, taxed.id, "превоз", more, vat_ground="чл. 30 от ЗДДС")
    assert "чл. 30 от ЗДДС" in text(shop, note.value)


def test_a_registered_shop_without_a_rate_is_asked_for_it(shop: Shop, export: Sale) -> None:
    change_settings(shop, {"shop.vat_rate": ""})
    with pytest.raises(PaperNotComplete) as asked:
        invoices.issue_invoice(shop, export.id, vat_ground=EXPORT)
    assert asked.value.missing == (Missing("shop", "vat_rate"),)
