"""Papers of purchases in leva that are issued since the euro: euros only, to the cent."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reading import scanned, texts
from tests.shop.selling import add, line, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, tell, text

from kartoteka.documents.page import Printed
from kartoteka.domain.leva import in_euros
from kartoteka.domain.money import Money, euros
from kartoteka.domain.sales import Line, Payment, PaymentKind, Sale, SaleDraft
from kartoteka.shop import Shop, debts, invoices, papers, printing, sales
from kartoteka.shop.views import IssuedPaper

BEFORE = date(2025, 12, 15)
LEVA = "1 EUR = 1,95583 BGN"


def leva(amount: str) -> Money:
    return Money.of(amount, "BGN")


def euro(amount: str) -> Money:
    return Money.of(amount, "EUR")


@pytest.fixture
def sold(shop: Shop) -> Sale:
    """Ten things of 1.99 leva and one of 33.33 less a discount, bought before the euro."""
    tell(shop, BULGARIAN)
    draft = SaleDraft(
        uuid="old",
        on=BEFORE,
        lines=(
            Line("Мъниста", Decimal(10), leva("1.99"), vat_rate=Decimal(20)),
            Line("Ваза", Decimal(1), leva("33.33"), leva("3.33"), vat_rate=Decimal(9)),
        ),
        currency="BGN",
        client=add(shop, FIRM),
        payments=(
            Payment(PaymentKind.CASH, leva("20.00")),
            Payment(PaymentKind.ACCOUNT, leva("29.90")),
        ),
    )
    return sales.record_sale(shop, draft).value


def receipt(shop: Shop, sale: Sale) -> IssuedPaper:
    return papers.issue_receipt(shop, sale.id).value


def told(made: Printed) -> str:
    return " ".join(texts(made.pdf)).replace("\u00a0", " ")


def test_an_invoice_of_an_old_sale_is_in_euros_and_says_the_rate(shop: Shop, sold: Sale) -> None:
    paper = invoices.issue_invoice(shop, sold.id).value
    assert paper.total == euro("25.51")
    seen = text(shop, paper)
    for words in (
        LEVA, "Дата на данъчното събитие: 15.12.2025 г.", "25,51 €",
        "двадесет и пет евро и петдесет и един цента",
        "Данъчна основа 20 %", "8,47 €", "1,70 €", "Данъчна основа 9 %", "14,07 €", "1,27 €",
    ):  # fmt: skip
        assert words in seen
    assert "лв" not in seen.replace("в левове", "")
    assert "Фактурата е издадена в левове" not in seen
    # What is still owed: 29.90 of the 49.90 leva.
    codes = scanned(papers.paper_pdf(shop, paper.id), 0)
    assert next(code for code in codes if code.startswith("BCD")).split("\n")[7] == "EUR15.29"


def test_the_ledger_stays_in_leva(shop: Shop, sold: Sale) -> None:
    invoices.issue_invoice(shop, sold.id)
    receipt(shop, sold)
    kept = sales.sale(shop, sold.id)
    assert kept == sold
    assert kept.total == leva("49.90")
    assert sold.client is not None
    assert debts.debt_of(shop, sold.client) == euro("15.29")


def test_a_proforma_and_a_receipt_of_an_old_sale_are_in_euros_too(shop: Shop, sold: Sale) -> None:
    offered = invoices.issue_proforma(shop, sold.id).value
    slip = receipt(shop, sold)
    assert (offered.total, slip.total) == (euro("25.51"), euro("25.51"))
    seen = text(shop, slip)
    assert "25,51 €" in seen
    assert "лв" not in seen
    # The price of one has as many decimals as it needs to come to the line.
    assert "1,017" in seen
    assert "10,17" in seen


def test_a_paper_of_an_old_return_is_in_euros_too(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    draft = SaleDraft(
        uuid="back", on=BEFORE, lines=(Line("Ваза", Decimal(1), leva("100")),), currency="BGN"
    )
    back = sales.record_free_return(shop, draft).value
    slip = receipt(shop, back)
    assert slip.total == euro("-51.13")
    assert "лв" not in text(shop, slip)


def test_a_credit_note_takes_all_of_such_an_invoice_back(shop: Shop, sold: Sale) -> None:
    paper = invoices.issue_invoice(shop, sold.id).value
    first = invoices.issue_credit_note(shop, paper.id, "върната", quantities={1: Decimal(3)})
    rest = invoices.issue_credit_note(shop, paper.id, "върната").value
    assert first.value.total + rest.total == euro("25.51")
    assert not invoices.left_of(shop, paper.id)


def test_a_return_of_it_shows_no_discount_that_nobody_gave(shop: Shop, sold: Sale) -> None:
    back = sales.record_return(shop, sales.return_draft(shop, sold.id)).value
    assert [line.discount is None for line in back.lines] == [True, False]
    seen = text(shop, receipt(shop, back))
    for words in ("1,017", "−10,17", "25,51 €", "отстъпка −1,70", "−15,34"):
        assert words in seen
    assert seen.count("отстъпка") == 1
    assert LEVA in seen


def test_a_leva_shop_still_issues_its_papers_in_leva(
    shop: Shop, sold: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop, "_today", BEFORE)
    tell(shop, {"currency": "BGN"})
    assert invoices.issue_invoice(shop, sold.id).value.total == leva("49.90")
    assert receipt(shop, sold).total == leva("49.90")


def test_a_statement_adds_up_in_euros(shop: Shop, sold: Sale) -> None:
    assert sold.client is not None
    sell(shop, line("Гривна", "24.49"), client=sold.client)
    seen = told(printing.statement(shop, sold.client))
    for words in ("25,51", "24,49", "50,00 €", LEVA):
        assert words in seen
    assert "49,90" not in seen


def test_a_statement_without_leva_says_nothing_of_them(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    client = add(shop, FIRM)
    sell(shop, line("Гривна", "24.49"), client=client)
    assert "BGN" not in told(printing.statement(shop, client))


def test_what_was_given_away_has_an_invoice_of_nothing(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    gift = sell(shop, line("Проба", "5.00", "1", "5.00"), client=add(shop, FIRM))
    assert invoices.issue_invoice(shop, gift.id).value.total == euro("0")


@given(minors=st.lists(st.integers(1, 10**7), min_size=1, max_size=9))
def test_lines_and_payments_add_up_to_the_converted_total(minors: list[int]) -> None:
    parts = [Money(minor, "BGN") for minor in minors]
    whole = Money(sum(minors), "BGN")
    sale = Sale(
        id=1,
        uuid="x",
        number=1,
        on=BEFORE,
        at=None,  # type: ignore[arg-type]
        client=None,
        lines=tuple(Line("Нещо", Decimal(1), part) for part in parts),
        payments=tuple(Payment(PaymentKind.CASH, part) for part in parts),
        total=whole,
    )
    made, totals = in_euros(sale, parts)
    assert made.total == euros(whole)
    assert sum(each.minor for each in totals) == made.total.minor
    assert sum(each.amount.minor for each in made.payments) == made.total.minor
