"""An invoice of before the euro is changed in euros, and never by more than is left of it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shop.selling import add
from tests.shop.test_invoices import BULGARIAN, FIRM, tell, text

from kartoteka.domain.money import Money, euros
from kartoteka.domain.papers import CreditTooLarge, credit_left
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, debts, invoices, sales
from kartoteka.shop.settings import change_settings
from kartoteka.shop.views import IssuedPaper

BEFORE, AFTER = date(2025, 12, 15), date(2026, 11, 21)


def leva(amount: str) -> Money:
    return Money.of(amount, "BGN")


def euro(amount: str) -> Money:
    return Money.of(amount, "EUR")


@pytest.fixture
def invoice(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> IssuedPaper:
    """Three things of 33.33 leva, invoiced on account in December 2025; now it is 2026."""
    monkeypatch.setattr(shop, "_today", BEFORE)
    tell(shop, BULGARIAN, currency="BGN")
    draft = SaleDraft(
        uuid="old",
        on=BEFORE,
        lines=(Line("Ваза", Decimal(3), leva("33.33"), vat_rate=Decimal(9)),),
        currency="BGN",
        client=add(shop, FIRM),
    )
    paper = invoices.invoice_on_account(shop, draft).value
    assert paper.total == leva("99.99")
    monkeypatch.setattr(shop, "_today", AFTER)
    change_settings(shop, {"shop.currency": "EUR"})
    return paper


def test_what_is_left_of_it_is_told_in_euros(shop: Shop, invoice: IssuedPaper) -> None:
    assert invoices.left_of(shop, invoice.id) == euro("51.12")


def test_its_goods_are_credited_in_euros_at_the_fixed_rate(
    shop: Shop, invoice: IssuedPaper
) -> None:
    note = invoices.issue_credit_note(shop, invoice.id, "върната стока").value
    assert note.total == euro("51.12")
    told = text(shop, note)
    assert "КРЕДИТНО ИЗВЕСТИЕ" in told
    assert f"Към фактура № {invoice.shown} от 15.12.2025 г." in told
    assert "1 EUR = 1,95583 BGN" in told
    assert "51,12 €" in told
    assert "петдесет и едно евро и дванадесет цента" in told
    assert "лв" not in told.replace("левове", "")
    assert invoices.left_of(shop, invoice.id) == euro("0")


@pytest.mark.parametrize("included", ["yes", "no"])
def test_a_sale_of_prices_without_vat_is_returned_in_euros(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, included: str
) -> None:
    monkeypatch.setattr(shop, "_today", BEFORE)
    tell(shop, BULGARIAN, currency="BGN")
    change_settings(shop, {"till.prices_include_vat": included})
    draft = SaleDraft(
        uuid="net",
        on=BEFORE,
        lines=(
            Line("Ваза", Decimal(2), leva("10.01"), cost=leva("0"), vat_rate=Decimal(20)),
            Line("Книга", Decimal(1), leva("5.55"), vat_rate=Decimal(9)),
        ),
        currency="BGN",
        prices_include_vat=included == "yes",
    )
    sold = sales.record_sale(shop, draft).value
    monkeypatch.setattr(shop, "_today", AFTER)
    change_settings(shop, {"shop.currency": "EUR"})
    first = sales.record_return(shop, sales.return_draft(shop, sold.id, {1: Decimal(1)})).value
    rest = sales.record_return(shop, sales.return_draft(shop, sold.id)).value
    assert -(first.total + rest.total) == euros(sold.total)
    assert {line.cost.currency for line in (*first.lines, *rest.lines) if line.cost} <= {"EUR"}


def test_its_parts_together_come_to_the_whole(shop: Shop, invoice: IssuedPaper) -> None:
    parts = [
        invoices.issue_credit_note(shop, invoice.id, "част", quantities={1: Decimal(1)}).value.total
        for _ in range(3)
    ]
    assert sum(part.minor for part in parts) == 5112
    assert invoices.left_of(shop, invoice.id) == euro("0")


def test_no_more_is_credited_than_is_left_across_both_currencies(
    shop: Shop, invoice: IssuedPaper
) -> None:
    lower = (Line("Отстъпка", Decimal(1), euro("40.00")),)
    note = invoices.issue_credit_note(shop, invoice.id, "отстъпка", lines=lower).value
    assert (note.total, invoices.left_of(shop, invoice.id)) == (euro("40.00"), euro("11.12"))
    assert "ДДС 9 %" in text(shop, note)
    with pytest.raises(CreditTooLarge) as refusal:
        invoices.issue_credit_note(shop, invoice.id, "върната", quantities={1: Decimal(1)})
    assert (refusal.value.asked, refusal.value.left) == (euro("17.04"), euro("11.12"))
    with pytest.raises(CreditTooLarge):
        invoices.issue_credit_note(shop, invoice.id, "върната")
    assert invoices.left_of(shop, invoice.id) == euro("11.12")


def test_a_note_of_before_the_euro_counts_in_leva(
    shop: Shop, invoice: IssuedPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop, "_today", BEFORE)
    change_settings(shop, {"shop.currency": "BGN"})
    first = invoices.issue_credit_note(shop, invoice.id, "върната", quantities={1: Decimal(1)})
    assert first.value.total == leva("33.33")
    assert invoices.left_of(shop, invoice.id) == leva("66.66")
    monkeypatch.setattr(shop, "_today", AFTER)
    change_settings(shop, {"shop.currency": "EUR"})
    rest = invoices.issue_credit_note(shop, invoice.id, "върната").value
    assert invoices.left_of(shop, invoice.id) == euro("0")
    assert rest.total == euro("34.08")


def test_a_debit_note_adds_euros(shop: Shop, invoice: IssuedPaper) -> None:
    more = (Line("Доставка", Decimal(1), euro("5.00")),)
    note = invoices.issue_debit_note(shop, invoice.id, "доставка", more).value
    assert note.total == euro("5.00")
    assert "1 EUR = 1,95583 BGN" in text(shop, note)
    assert invoices.left_of(shop, invoice.id) == euro("56.12")


def test_the_debt_goes_with_the_note(shop: Shop, invoice: IssuedPaper) -> None:
    invoices.issue_credit_note(shop, invoice.id, "върната стока")
    assert invoice.client is not None
    assert debts.debt_of(shop, invoice.client) == euro("0")


@given(
    invoiced=st.integers(1, 10**9),
    shares=st.lists(st.integers(0, 100), max_size=4).filter(lambda each: sum(each) <= 100),
)
def test_leva_credited_before_and_after_never_leave_a_cent_over(
    invoiced: int, shares: list[int]
) -> None:
    credited = [Money(invoiced * share // 100, "BGN") for share in shares]
    left = credit_left(Money(invoiced, "BGN"), credited, [], "EUR")
    assert left.minor >= 0
    assert credit_left(Money(invoiced, "BGN"), [*credited, left], [], "EUR").minor == 0
