"""The purchase dialog decides without a window."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.money import Money
from kartoteka.domain.sales import PaymentKind
from kartoteka.i18n.words import Words
from kartoteka.ui.sales.presenter import Column, LineText, PurchasePresenter

WORDS = Words("en")


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


@pytest.fixture
def presenter() -> PurchasePresenter:
    return PurchasePresenter("EUR", 7)


def test_a_blank_row_does_not_count(presenter: PurchasePresenter) -> None:
    reckoning = presenter.reckon([LineText("Filters", "2", "4,20"), LineText()], WORDS)

    assert reckoning.total == euros("8.40")
    assert reckoning.problems == ()
    assert reckoning.lines[1] is None
    assert reckoning.complete


def test_nothing_entered_is_not_complete(presenter: PurchasePresenter) -> None:
    assert not presenter.reckon([LineText()], WORDS).complete


def test_a_discount_may_be_a_sum_or_a_percent(presenter: PurchasePresenter) -> None:
    rows = [LineText("Filters", "1", "4.20", "10 %"), LineText("Beans", "2", "9.50", "1")]

    reckoning = presenter.reckon(rows, WORDS)

    assert reckoning.line_totals == (euros("3.78"), euros("18.00"))
    assert reckoning.subtotal == euros("23.20")
    assert reckoning.discounts == euros("1.42")
    assert reckoning.total == euros("21.78")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (LineText("", "1", "5"), Column.NAME),
        (LineText("Beans", "none", "5"), Column.QUANTITY),
        (LineText("Beans", "0", "5"), Column.QUANTITY),
        (LineText("Beans", "1", ""), Column.PRICE),
        (LineText("Beans", "1", "-5"), Column.PRICE),
        (LineText("Beans", "1", "five"), Column.PRICE),
        (LineText("Beans", "1", "5", "6"), Column.DISCOUNT),
        (LineText("Beans", "1", "5", "120%"), Column.DISCOUNT),
        (LineText("Beans", "1", "5", "-1"), Column.DISCOUNT),
        (LineText("Beans", "1", "9" * 40, ""), Column.PRICE),
    ],
)
def test_what_is_wrong_is_told_beside_its_cell(
    presenter: PurchasePresenter, row: LineText, column: Column
) -> None:
    reckoning = presenter.reckon([LineText("Good", "1", "1"), row], WORDS)

    assert [(problem.row, problem.column) for problem in reckoning.problems] == [(1, column)]
    assert reckoning.problems[0].sentence
    assert reckoning.total == euros("1")
    assert not reckoning.complete


def test_the_draft_carries_the_same_uuid_each_time(presenter: PurchasePresenter) -> None:
    reckoning = presenter.reckon([LineText("Beans", "1,5", "9.50")], WORDS)

    first = presenter.draft(reckoning, date(2026, 11, 21), PaymentKind.CARD, " gift ")
    second = presenter.draft(reckoning, date(2026, 11, 21), PaymentKind.CARD, "gift")

    assert first == second
    assert first.client == 7
    assert first.lines[0].quantity == Decimal("1.5")
    assert first.payments[0].kind is PaymentKind.CARD
    assert first.payments[0].amount == euros("14.25")


@given(
    st.lists(
        st.builds(
            LineText, st.text(max_size=5), st.text(max_size=6), st.text(max_size=6), st.text()
        ),
        max_size=4,
    )
)
def test_whatever_is_typed_the_total_is_the_sum_of_the_lines(rows: list[LineText]) -> None:
    reckoning = PurchasePresenter("RUB", None).reckon(rows, WORDS)

    whole = sum(amount.minor for amount in reckoning.line_totals if amount is not None)
    assert reckoning.total.minor == whole
    assert reckoning.total == reckoning.subtotal - reckoning.discounts
    assert whole >= 0
