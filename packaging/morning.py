"""The demo shop's morning for a machine without a display: what the window would show, as files.

Makes a demo book under build/demo, prints who is going quiet, and leaves there a call list, a
receipt with its back, and pictures of the window. Runs inside the project's environment.
"""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pictures

if TYPE_CHECKING:
    from kartoteka.domain.clients import ClientId
    from kartoteka.domain.sales import SaleId
    from kartoteka.shop import Shop

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "demo"
CALLED = 12
"""Clients on the call list: as many as one calls in a morning."""

COUNTRY = {"ru": "ru", "bg": "bg"}


def main() -> int:
    """Live through the morning; returns the exit code."""
    from kartoteka.__main__ import main as kartoteka
    from kartoteka.cli.arguments import language_of

    language = language_of(sys.argv[1:])
    country = COUNTRY.get(language, "other")
    book = FOLDER / "demo.db"
    FOLDER.mkdir(parents=True, exist_ok=True)
    for left in FOLDER.glob("demo.db*"):
        left.unlink()
    common = ["--book", str(book), "--lang", language]
    for command in (
        ["demo", "--country", country, "--clients", "800", "--purchases", "8000"],
        ["quiet"],
    ):
        code = kartoteka([*common, *command])
        if code:
            return code
        say("")
    client, papers = write_papers(book, language)
    say("The papers of this morning, and pictures of the window:")
    for path in papers:
        say(f"  {path}")
    pages: dict[str, tuple[str, pictures.Wish]] = {
        "today": ("today", {}),
        "clients": ("clients", {}),
        "card": ("card", {"client": client}),
    }
    today = date.today()  # noqa: DTZ011 - the shop's own day, as on the wall
    for path in pictures.draw(book, pages, FOLDER, language=language, today=today):
        say(f"  {path}")
    return 0


def say(text: str) -> None:
    """Tell the person at the terminal, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write_papers(book: Path, language: str) -> tuple["ClientId", list[Path]]:
    """Make a call list, sell something to the first client on it, and print the receipt."""
    from kartoteka import assemble
    from kartoteka.shop import calls, papers, quiet

    shop = assemble.open_shop(book)
    try:
        chosen = list(quiet.quiet_ids(shop)[: CALLED * 3])
        listed = calls.make_call_list(shop, chosen).value
        call_list = FOLDER / "call-list.pdf"
        papers.save_pdf(papers.call_list_pdf(shop, listed.id, language), call_list)
        client = listed.lines[0].client
        issued = papers.issue_receipt(shop, sell_again(shop, client)).value
        receipt = FOLDER / "receipt.pdf"
        papers.save_pdf(papers.paper_pdf(shop, issued.id), receipt)
    finally:
        shop.close()
    return client, [call_list, receipt]


def sell_again(shop: "Shop", client: "ClientId") -> "SaleId":
    """The client came: they buy again what they bought the last time."""
    from uuid import uuid4

    from kartoteka.domain.sales import Line, SaleDraft
    from kartoteka.shop import sales

    last = next(line for line in sales.purchases(shop, client) if not line.is_return)
    lines = tuple(
        Line(name=item.name, quantity=Decimal(1), price=item.total.times(1 / item.quantity))
        for item in last.items
    )
    draft = SaleDraft(
        uuid=str(uuid4()),
        on=shop.today(),
        lines=lines,
        currency=shop.settings.shop.currency,
        client=client,
    )
    return sales.record_sale(shop, draft).value.id


if __name__ == "__main__":
    sys.exit(main())
