from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kartoteka.domain.clients import Address, Client, Kind, TaxNumbers
from kartoteka.domain.money import Money
from kartoteka.domain.papers import (
    Amended,
    CreditTooLarge,
    Missing,
    NoteOfWrongPaper,
    NoteWithoutGround,
    NumberRangeUsedUp,
    PaperAnnulled,
    PaperKind,
    PaperNotComplete,
    Series,
    check_amended,
    check_credit,
    credit_left,
    is_late,
    missing_for,
    needs_vat_ground,
    require_complete,
    restarted,
    shown_number,
    standard_series,
)
from kartoteka.domain.settings import ShopDetails

BULGARIAN = ShopDetails(
    name="Ела", address="София", country="bg", tax_id="175074752", vat_id="BG175074752",
    vat_registered=True, vat_rate=Decimal(20),
)  # fmt: skip
RUSSIAN = ShopDetails(
    name="Ритм", country="ru", tax_id="7707083893", bank="Банк", bic="044525225",
    account="40702810138250123017", corr_account="30101810400000000225",
)  # fmt: skip
COMPANY = Client(
    kind=Kind.COMPANY,
    company="„Роза“ ООД",
    address=Address(city="Пловдив"),
    tax=TaxNumbers(tax_id="121759222"),
)
TODAY = date(2026, 11, 21)


def test_a_bulgarian_number_has_ten_digits_and_never_restarts() -> None:
    series = standard_series("bg")[PaperKind.INVOICE]
    assert shown_number(series, 42) == "0000000042"
    assert restarted(series, 42, None, date(2027, 1, 1)) == (42, None)


def test_notes_share_the_invoices_run_and_proformas_do_not() -> None:
    runs = {kind: series.range for kind, series in standard_series("bg").items()}
    assert runs[PaperKind.INVOICE] == runs[PaperKind.CREDIT_NOTE] == runs[PaperKind.DEBIT_NOTE]
    assert runs[PaperKind.PROFORMA] not in (runs[PaperKind.INVOICE], runs[PaperKind.RECEIPT])


def test_a_russian_run_begins_anew_each_year() -> None:
    series = standard_series("ru")[PaperKind.INVOICE]
    assert restarted(series, 1, None, TODAY) == (1, 2026)
    assert restarted(series, 15, 2026, TODAY) == (15, 2026)
    assert restarted(series, 16, 2026, date(2027, 1, 11)) == (1, 2027)
    assert restarted(series, 2, 2027, date(2026, 12, 31)) == (2, 2027), "no number comes twice"


@pytest.mark.parametrize(
    "series", [Series(range="invoice", last=99), Series(range="invoice", digits=2)]
)
def test_a_range_ends(series: Series) -> None:
    assert restarted(series, 99, None, TODAY) == (99, None)
    with pytest.raises(NumberRangeUsedUp):
        restarted(series, 100, None, TODAY)


def test_a_range_begins_where_the_owner_says() -> None:
    series = Series(range="invoice", first=3000, digits=10, prefix="A-")
    assert restarted(series, 1, None, TODAY) == (3000, None)
    assert shown_number(series, 3000) == "A-0000003000"


def test_a_complete_paper_lacks_nothing() -> None:
    assert missing_for(PaperKind.INVOICE, BULGARIAN, COMPANY) == ()
    assert missing_for(PaperKind.INVOICE, RUSSIAN, COMPANY) == ()
    assert missing_for(PaperKind.RECEIPT, ShopDetails(name="x"), None) == ()
    require_complete(PaperKind.CREDIT_NOTE, BULGARIAN, COMPANY, "return")


def test_what_is_missing_is_asked_by_name_before_a_number_is_taken() -> None:
    bare = Client(given="Мария", family="Иванова")
    shop = replace(BULGARIAN, tax_id="", vat_id="", address=" ")
    with pytest.raises(PaperNotComplete) as asked:
        require_complete(PaperKind.CREDIT_NOTE, shop, bare)
    assert asked.value.missing == (
        Missing("shop", "address"),
        Missing("shop", "tax_id"),
        Missing("shop", "vat_id"),
        Missing("client", "address"),
        Missing("paper", "ground"),
    )
    company = replace(COMPANY, tax=TaxNumbers())
    assert missing_for(PaperKind.INVOICE, RUSSIAN, company) == (Missing("client", "tax_id"),)
    no_bank = replace(RUSSIAN, bank="", account="")
    assert missing_for(PaperKind.INVOICE, no_bank, COMPANY) == (
        Missing("shop", "bank"),
        Missing("shop", "account"),
    )
    assert missing_for(PaperKind.INVOICE, RUSSIAN, None) == (Missing("paper", "client"),)


def test_a_credit_note_takes_back_no_more_than_is_left() -> None:
    left = credit_left(Money(10000, "EUR"), [Money(3000, "EUR")], [Money(500, "EUR")])
    assert left == Money(7500, "EUR")
    check_credit("1", Money(7500, "EUR"), left)
    with pytest.raises(CreditTooLarge):
        check_credit("1", Money(7501, "EUR"), left)


def test_a_note_names_an_invoice_that_stands_and_says_why() -> None:
    invoice = Amended("0000000001", TODAY, "return")
    check_amended(PaperKind.CREDIT_NOTE, invoice, "invoice", annulled=False)
    with pytest.raises(PaperAnnulled):
        check_amended(PaperKind.CREDIT_NOTE, invoice, "invoice", annulled=True)
    with pytest.raises(NoteOfWrongPaper):
        check_amended(PaperKind.CREDIT_NOTE, invoice, "proforma", annulled=False)
    with pytest.raises(NoteWithoutGround):
        check_amended(PaperKind.DEBIT_NOTE, replace(invoice, ground=" "), "invoice", annulled=False)


def test_five_days_are_what_the_bulgarian_law_gives() -> None:
    assert not is_late("bg", TODAY, date(2026, 11, 26))
    assert is_late("bg", TODAY, date(2026, 11, 27))
    assert not is_late("ru", TODAY, date(2027, 11, 27))


def test_a_registered_shop_is_asked_for_its_rate() -> None:
    shop = replace(BULGARIAN, vat_rate=None)
    assert missing_for(PaperKind.INVOICE, shop, COMPANY) == (Missing("shop", "vat_rate"),)
    assert missing_for(PaperKind.RECEIPT, shop, None) == ()
    assert missing_for(PaperKind.INVOICE, replace(shop, vat_registered=False), COMPANY) == ()


def test_a_zero_rate_is_asked_for_its_ground() -> None:
    zero, usual = Decimal(0), None
    assert needs_vat_ground(BULGARIAN, [usual, zero])
    assert not needs_vat_ground(BULGARIAN, [usual, Decimal(9)])
    assert needs_vat_ground(replace(BULGARIAN, vat_rate=zero), [usual])
    assert not needs_vat_ground(replace(BULGARIAN, vat_registered=False), [zero])
    assert not needs_vat_ground(RUSSIAN, [zero])
    lacking = missing_for(PaperKind.INVOICE, BULGARIAN, COMPANY, vat_ground=" ")
    assert lacking == (Missing("paper", "vat_ground"),)
    assert missing_for(PaperKind.INVOICE, BULGARIAN, COMPANY, vat_ground="чл. 28") == ()


def test_what_is_left_of_an_invoice_in_leva_is_told_in_euros() -> None:
    leva = Money(195_583, "BGN")
    assert credit_left(leva, [], [], "EUR") == Money(100_000, "EUR")
    notes = [Money(97_791, "BGN"), Money(20_000, "EUR")]
    assert credit_left(leva, notes, [Money(5_000, "EUR")], "EUR") == Money(35_000, "EUR")
    assert credit_left(leva, notes[:1], [], "BGN") == Money(97_792, "BGN")
