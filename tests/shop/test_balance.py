"""The confirmation of a balance: what was owed before, what happened, what is owed now."""

from datetime import date

import pytest
from tests.documents.reading import texts
from tests.shop.selling import add, draft, euro, line

from kartoteka.domain.clients import Client, Kind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.sales import Payment, PaymentKind
from kartoteka.shop import Shop, balance, debts, sales

FIRM = Client(kind=Kind.COMPANY, company="„Роза“ ООД")


def on_account(shop: Shop, client: int, amount: str, on: date, cash: str = "") -> int:
    whole = euro(amount)
    parts = [Payment(PaymentKind.CASH, euro(cash))] if cash else []
    left = whole - euro(cash) if cash else whole
    parts.append(Payment(PaymentKind.ACCOUNT, left))
    made = draft(shop, line(price=amount), client=client, on=on, payments=tuple(parts))
    return sales.record_sale(shop, made).value.id


@pytest.fixture
def firm(shop: Shop) -> int:
    client = add(shop, FIRM)
    on_account(shop, client, "100.00", date(2025, 12, 20))
    on_account(shop, client, "50.00", date(2026, 3, 1), cash="20.00")
    paid = Payment(PaymentKind.TRANSFER, euro("40.00"))
    debts.pay_debt(shop, client, paid, on=date(2026, 4, 1))
    return client


def test_opening_and_closing_balance_are_those_of_the_debts(shop: Shop, firm: int) -> None:
    found = balance.balance(shop, firm)
    assert (str(found.opening), str(found.closing)) == ("100.00", "90.00")
    assert found.closing == debts.debt_of(shop, firm)
    early = balance.balance(shop, firm, date(2025, 1, 1), date(2026, 3, 1))
    assert (str(early.opening), str(early.closing)) == ("0.00", "130.00")


def test_the_paper_tells_each_document_and_who_owes(shop: Shop, firm: int) -> None:
    page = texts(balance.confirmation(shop, firm).pdf)[0].replace("\u00a0", " ")
    assert "Потвърждение на салдо" in page
    assert "купувачът дължи на продавача 90,00 €" in page
    assert "деветдесет евро" in page
    assert "Продажба № 2" in page


def test_a_payment_at_the_till_stands_against_its_sale(shop: Shop) -> None:
    client = add(shop, FIRM)
    sold = sales.record_sale(shop, draft(shop, line(price="24.00"), client=client)).value
    sales.record_return(shop, sales.return_draft(shop, sold.id, None, uuid="r"))
    found = balance.balance(shop, client)
    assert not found.closing
    assert len(found.entries) == 2
    assert "не дължи" in texts(balance.confirmation(shop, client).pdf)[0]


def test_a_period_that_ends_before_it_begins_is_refused(shop: Shop, firm: int) -> None:
    with pytest.raises(BadValue):
        balance.balance(shop, firm, date(2026, 5, 1), date(2026, 4, 1))
