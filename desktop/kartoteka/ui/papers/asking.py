"""What the Papers page asks the shop; runs on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kartoteka.ui.papers.presenter import Shown

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kartoteka.domain.backs import BackWish, Possible
    from kartoteka.domain.money import Money
    from kartoteka.domain.papers import Missing, PaperKind
    from kartoteka.domain.sales import Sale
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.papers import Printout
    from kartoteka.shop.strips import Strip
    from kartoteka.shop.views import IssuedPaper


@dataclass(frozen=True, slots=True)
class PapersAnswer:
    """What the page shows, read in one go."""

    ids: Sequence[int]
    first: "IssuedPaper | None"
    """The paper to show: the one that was wanted, else the one shown before, else the newest."""
    today: "date"
    country: str
    """Whose rules the papers follow; debit notes are a Bulgarian form."""


def read(
    shop: "Shop", text: str, kinds: Sequence[str], wanted: int | None, kept: int | None
) -> PapersAnswer:
    """The papers of some kinds (none: of all) that a search finds, and the one to show."""
    from kartoteka.domain.errors import NotFound
    from kartoteka.shop import papers

    ids = papers.find_ids(shop, text, kinds)
    shown: Any = wanted
    if shown is None:
        shown = kept if kept in frozenset(ids) else next(iter(ids), None)
    try:
        first = papers.paper(shop, shown) if shown is not None else None
    except NotFound:
        first = None
    return PapersAnswer(ids, first, shop.today(), shop.settings.shop.country)


def lines(shop: "Shop", ids: Sequence[int]) -> "Sequence[IssuedPaper]":
    """A page of the list."""
    from kartoteka.shop import papers

    return papers.lines(shop, ids)


def paper(shop: "Shop", paper_id: int) -> "IssuedPaper":
    """One paper."""
    from kartoteka.shop import papers

    return papers.paper(shop, paper_id)


def pdf(shop: "Shop", shown: Shown) -> bytes:
    """The pages of what is shown."""
    from kartoteka.shop import papers

    return papers.paper_pdf(shop, shown.paper, copy=shown.copy, size=shown.size)


def issue(shop: "Shop", sale: int, back: "BackWish | None" = None) -> "Done[IssuedPaper]":
    """Issue the receipt of a sale with the back wished for, or find the one that it has."""
    from kartoteka.shop import papers

    return papers.issue_receipt(shop, sale, back=back)


def to_print(shop: "Shop", paper_id: int, size: str, *, again: bool, backs: bool) -> "Printout":
    """What the printer is to be given."""
    from kartoteka.shop import papers

    return papers.to_print(shop, paper_id, size, again=again, backs=backs)


def count_print(shop: "Shop", paper_id: int, *, copy: bool) -> "Done[None]":
    """The paper went to a printer."""
    from kartoteka.shop import papers

    return papers.count_print(shop, paper_id, copy=copy)


def save(shop: "Shop", paper_id: int) -> "Path":
    """Keep a paper as a PDF in the folder of its year."""
    from kartoteka.shop import papers

    return papers.save_paper(shop, paper_id)


@dataclass(frozen=True, slots=True)
class SaleFacts:
    """What the dialog of an invoice shows of its sale."""

    sale: int
    on: "date"
    total: "Money"
    told: "Money"
    """The total as the paper will have it: leva in euros."""
    client: int | None
    client_name: str
    country: str
    today: "date"
    zero_rated: bool = False
    """Whether the paper must say why no VAT is charged."""


def sale_facts(shop: "Shop", sale: int) -> SaleFacts:
    """A sale that a paper is to be issued of."""
    from kartoteka.domain.leva import as_told
    from kartoteka.shop import clients, sales

    sold = sales.sale(shop, sale)
    details = shop.settings.shop
    return SaleFacts(
        sale=sold.id,
        on=sold.on,
        total=sold.total,
        told=as_told(sold.total, details.currency),
        client=sold.client,
        client_name=clients.client(shop, sold.client).name if sold.client is not None else "",
        country=details.country,
        today=shop.today(),
        zero_rated=_zero_rated(shop, sold),
    )


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What the dialog of an invoice on account must know."""

    client: int
    client_name: str
    currency: str
    prices_include_vat: bool
    today: "date"
    zero_rated: bool = False
    """Whether the shop's usual rate is zero, and the paper must say why."""


def account_facts(shop: "Shop", client: int) -> AccountFacts:
    """The client who buys on account, and in which money."""
    from kartoteka.shop import clients

    settings = shop.settings
    name = clients.client(shop, client).name
    included = settings.prices_include_vat or not settings.shop.vat_registered
    zero = _zero_rated(shop, None)
    return AccountFacts(client, name, settings.shop.currency, included, shop.today(), zero)


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What the dialog of a note must know of its invoice."""

    invoice: "IssuedPaper"
    left: "Money"
    sale: "Sale | None"
    currency: str
    zero_rated: bool = False
    """Whether the note must say why no VAT is charged, for its invoice does not."""


def note_facts(shop: "Shop", invoice: int) -> NoteFacts:
    """An invoice that a note is to change, and what is left of it."""
    from kartoteka.shop import invoices, papers, sales

    found = papers.paper(shop, invoice)
    sale = sales.sale(shop, found.sale) if found.sale is not None else None
    left = invoices.left_of(shop, invoice)
    zero = not found.vat_ground and _zero_rated(shop, sale)
    return NoteFacts(found, left, sale, left.currency, zero)


def _zero_rated(shop: "Shop", sale: "Sale | None") -> bool:
    """Whether no VAT is charged on something sold, without a sale at the shop's usual rate."""
    from kartoteka.domain.papers import needs_vat_ground

    lines = sale.lines if sale is not None else ()
    return needs_vat_ground(shop.settings.shop, [line.vat_rate for line in lines] or [None])


def missing(shop: "Shop", kind: "PaperKind", client: int | None) -> "tuple[Missing, ...]":
    """What must stand on a paper of this kind and is not known."""
    from kartoteka.domain.papers import missing_for
    from kartoteka.shop import clients

    card = clients.client(shop, client) if client is not None else None
    return missing_for(kind, shop.settings.shop, card, "-")


def backs(shop: "Shop", client: int | None, sale: int | None) -> "tuple[Possible, BackWish]":
    """What could be on the back of a client's paper about a sale, and what the owner wants."""
    from kartoteka.shop import backs as shop_backs

    return shop_backs.for_paper(shop, client, sale), shop.settings.back


def strip_of(shop: "Shop", paper_id: int, width: str, *, again: bool) -> "Strip":
    """A receipt for the strip printer."""
    from kartoteka.shop import strips

    return strips.strip_of(shop, paper_id, width, again=again)


def send_strip(strip: "Strip", address: str) -> bytes:
    """Print a strip and cut it; on the printers' thread."""
    from kartoteka.shop import strips

    return strips.send(strip, address)


def turning_test(shop: "Shop") -> bytes:
    """The page that shows whether sheets are turned the right way."""
    from kartoteka.shop import printing

    return printing.turning_test(shop).pdf
