"""A month of invoices with a credit note: what an accountant asks of it at the end."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from kartoteka import assemble
from kartoteka.domain.clients import Address, Client, Kind, TaxNumbers
from kartoteka.domain.money import Money
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, clients, invoices, paper_check, papers, settings

FIRST = date(2026, 11, 2)
SHOP = {
    "shop.address": "София, ул. „Шипка“ 5",
    "shop.tax_id": "175074752",
    "shop.responsible": "Мария Иванова",
}


def on_day(book: Path, day: date) -> Shop:
    return assemble.open_shop(book, today=day)


def begin(book: Path) -> int:
    assemble.new_book(book, "Работилница „Ела“", "bg")
    shop = on_day(book, FIRST)
    settings.change_settings(shop, SHOP)
    card = Client(
        kind=Kind.COMPANY,
        company="Цветен двор ООД",
        address=Address("бул. Витоша 1", "София"),
        tax=TaxNumbers(tax_id="831641791"),
    )
    client = clients.add_client(shop, card).value.id
    shop.close()
    return client


def draft(client: int, day: date, euros: str) -> SaleDraft:
    return SaleDraft(
        uuid=f"november-{day.isoformat()}",
        on=day,
        lines=(Line("Аранжировка", Decimal(2), Money.of(euros, "EUR")),),
        currency="EUR",
        client=client,
    )


def test_a_month_of_invoices_with_a_credit_note(tmp_path: Path) -> None:
    book = tmp_path / "november.db"
    client = begin(book)
    issued: dict[int, bytes] = {}
    for place in range(8):
        day = FIRST + timedelta(days=3 * place)
        shop = on_day(book, day)
        paper = invoices.invoice_on_account(shop, draft(client, day, f"{10 + place}.50")).value
        issued[paper.id] = papers.paper_pdf(shop, paper.id)
        shop.close()

    shop = on_day(book, FIRST + timedelta(days=27))
    third = sorted(issued)[2]
    back = {1: Decimal(1)}
    note = invoices.issue_credit_note(shop, third, "върната стока", quantities=back).value
    assert (note.amends, note.total) == (third, Money.of("12.50", "EUR"))
    assert invoices.left_of(shop, third) == Money.of("12.50", "EUR")

    found = papers.lines(shop, papers.find_ids(shop))
    assert [paper.shown for paper in reversed(found)] == [f"{at:010}" for at in range(1, 10)]
    notes = papers.find_ids(shop, "", (PaperKind.CREDIT_NOTE,))
    assert list(notes) == [note.id]
    invoiced = sum(paper.total.minor for paper in found if paper.kind == PaperKind.INVOICE)
    assert invoiced == sum(2 * (1050 + 100 * place) for place in range(8))

    card = clients.client(shop, client)
    clients.edit_client(shop, Client(id=client, kind=Kind.COMPANY, company="Друго име ООД"))
    assert card.company != clients.client(shop, client).company
    for paper_id, pdf in issued.items():
        assert papers.paper_pdf(shop, paper_id) == pdf
    checked = paper_check.check_papers(shop)
    assert (checked.gaps, checked.repeats, checked.changed) == ((), (), ())
    shop.close()
