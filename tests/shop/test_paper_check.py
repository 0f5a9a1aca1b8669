"""The check that walks every run of numbers and reads every paper again."""

from datetime import date

import pytest
from tests.shop.selling import add, line, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, tell

from kartoteka.shop import Shop, invoices, papers, safety, sales
from kartoteka.shop.safety import Problem, ProblemKind
from kartoteka.store.direct import direct


def three_invoices(shop: Shop) -> list[int]:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    sold = [sell(shop, client=firm).id for _ in range(3)]
    papers.issue_receipt(shop, sold[2])
    return [invoices.issue_invoice(shop, sale).value.id for sale in sold]


def spoil(shop: Shop, sql: str, *values: object) -> tuple[Problem, ...]:
    with shop.change() as session:
        direct(session).execute(sql, values)
    return safety.check(shop).problems


def test_papers_as_they_were_issued_are_sound(shop: Shop) -> None:
    invoices.annul(shop, three_invoices(shop)[1], "грешка")
    assert safety.check(shop).problems == ()


def test_a_number_that_is_gone_is_found(shop: Shop) -> None:
    second = three_invoices(shop)[1]
    found = spoil(shop, "DELETE FROM paper WHERE id = ?", second)
    assert found == (Problem(ProblemKind.PAPER_GAP, "invoice 2"),)


def test_the_last_number_that_is_gone_is_found_too(shop: Shop) -> None:
    third = three_invoices(shop)[2]
    found = spoil(shop, "DELETE FROM paper WHERE id = ?", third)
    assert found == (Problem(ProblemKind.PAPER_GAP, "invoice 3"),)


def test_a_number_that_would_be_given_again_is_found(shop: Shop) -> None:
    three_invoices(shop)
    found = spoil(shop, "UPDATE number SET next = 3 WHERE \"range\" = 'invoice'")
    assert found == (Problem(ProblemKind.PAPER_REPEAT, "invoice 3"),)


def test_a_changed_paper_is_found(shop: Shop) -> None:
    first = three_invoices(shop)[0]
    sql = "UPDATE paper SET sheet = replace(sheet, '24,00', '14,00') WHERE id = ?"
    assert spoil(shop, sql, first) == (Problem(ProblemKind.PAPER_CHANGED, "invoice 0000000001"),)


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("UPDATE paper SET total_minor = 1400 WHERE id = ?", "0000000001"),
        ("UPDATE paper SET shown = '0000000009' WHERE id = ?", "0000000009"),
        ("UPDATE paper SET issued_on = '2026-11-20' WHERE id = ?", "0000000001"),
    ],
)
def test_a_paper_that_the_list_tells_otherwise_is_found(shop: Shop, sql: str, number: str) -> None:
    found = spoil(shop, sql, three_invoices(shop)[0])
    assert found == (Problem(ProblemKind.PAPER_CHANGED, f"invoice {number}"),)


def test_a_receipt_that_the_list_tells_otherwise_is_found(shop: Shop) -> None:
    three_invoices(shop)
    sql = "UPDATE paper SET number = 7, shown = '7' WHERE kind = 'receipt'"
    assert spoil(shop, sql) == (Problem(ProblemKind.PAPER_CHANGED, "receipt 7"),)


def test_receipts_of_earlier_days_and_of_returns_are_sound(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    sold = sell(shop, line("Обеци", "0.05"), on=date(2026, 1, 5))
    papers.issue_receipt(shop, sold.id)
    back = sales.record_return(shop, sales.return_draft(shop, sold.id)).value
    papers.issue_receipt(shop, back.id)
    assert safety.check(shop).problems == ()


def test_a_program_that_draws_otherwise_changes_no_paper(shop: Shop) -> None:
    first = three_invoices(shop)[0]
    assert spoil(shop, "UPDATE paper SET sha256 = 'of another drawing' WHERE id = ?", first) == ()
