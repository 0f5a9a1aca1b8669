"""The power goes in the middle of a month of invoices; the month is finished all the same."""

from hashlib import sha256
from pathlib import Path

import pytest
from tests.stories.killing import said_until_killed
from tests.stories.test_a_month_of_invoices import FIRST, begin, on_day

from kartoteka.domain.money import Money, total
from kartoteka.domain.papers import PaperKind
from kartoteka.shop import Shop, debts, invoices, paper_check, papers, safety, sales

ACCOUNTANT = """
import sys
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from kartoteka import assemble
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import invoices, papers, sales

def tell(shop, paper):
    seal = sha256(papers.paper_pdf(shop, paper.id)).hexdigest()
    print(paper.kind, paper.id, paper.shown, paper.total.minor, seal, flush=True)

first = date.fromisoformat(sys.argv[2])
for place in range(6):
    day = first + timedelta(days=3 * place)
    shop = assemble.open_shop(Path(sys.argv[1]), today=day)
    draft = SaleDraft(
        uuid=f"november-{place}",
        on=day,
        lines=(Line("Аранжировка", Decimal(2), Money(1050 + 100 * place, "EUR")),),
        currency="EUR",
        client=1,
    )
    invoice = invoices.invoice_on_account(shop, draft).value
    tell(shop, invoice)
    if place % 3 == 2:
        back = sales.return_draft(
            shop, invoice.sale, {1: Decimal(1)}, uuid=f"november-{place}-back"
        ) if not sales.sale(shop, invoice.sale).returned_quantities else None
        back = sales.record_return(shop, back).value if back else sales.sale(
            shop, f"november-{place}-back"
        )
        note = invoices.issue_credit_note(shop, invoice.id, "върната стока", of_return=back.id)
        tell(shop, note.value)
    shop.close()
"""
WHOLE = [
    ("invoice", 1, 2100),
    ("invoice", 2, 2300),
    ("invoice", 3, 2500),
    ("credit_note", 4, 1250),
    ("invoice", 5, 2700),
    ("invoice", 6, 2900),
    ("invoice", 7, 3100),
    ("credit_note", 8, 1550),
]


@pytest.mark.parametrize(("lines", "later"), [(1, 0.0), (3, 0.002), (3, 0.012), (7, 0.004)])
def test_a_month_goes_on_after_a_power_cut_without_gap_or_repeat(
    tmp_path: Path, lines: int, later: float
) -> None:
    book = tmp_path / "november.db"
    begin(book)
    arguments = (str(book), FIRST.isoformat())
    said = said_until_killed(ACCOUNTANT, *arguments, lines=lines, later=later)
    shop = on_day(book, FIRST)
    _look(shop, said)
    shop.close()

    whole = said_until_killed(ACCOUNTANT, *arguments)
    shop = on_day(book, FIRST)
    _look(shop, whole)
    assert whole[: len(said)] == said
    assert [(kind, int(shown), int(minor)) for kind, _, shown, minor, _ in whole] == WHOLE
    owed = total((Money(minor, "EUR") for kind, _, minor in WHOLE if kind == "invoice"), "EUR")
    credited = total((Money(minor, "EUR") for kind, _, minor in WHOLE if kind != "invoice"), "EUR")
    assert debts.debt_of(shop, 1) == owed - credited
    third = int(whole[2][1])
    assert invoices.left_of(shop, third) == Money(1250, "EUR")
    assert len(sales.purchases(shop, 1)) == len(WHOLE)
    shop.close()


def _look(shop: Shop, said: list[list[str]]) -> None:
    """The book agrees with itself, and every paper that was told is the same to the byte."""
    assert safety.check(shop).ok
    checked = paper_check.check_papers(shop)
    assert (checked.gaps, checked.repeats, checked.changed) == ((), (), ())
    for kind, paper, shown, minor, seal in said:
        found = papers.paper(shop, int(paper))
        assert (found.kind, found.shown, found.total.minor) == (kind, shown, int(minor))
        assert sha256(papers.paper_pdf(shop, found.id)).hexdigest() == seal
    notes = papers.find_ids(shop, "", (PaperKind.CREDIT_NOTE,))
    assert len(notes) <= len(papers.find_ids(shop)) - len(notes)
