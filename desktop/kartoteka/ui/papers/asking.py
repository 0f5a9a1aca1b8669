"""What the Papers page asks the shop; runs on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kartoteka.ui.papers.presenter import Shown

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper


@dataclass(frozen=True, slots=True)
class PapersAnswer:
    """What the page shows, read in one go."""

    ids: Sequence[int]
    first: "IssuedPaper | None"
    """The paper to show: the one that was wanted, else the one shown before, else the newest."""
    today: "date"


def read(shop: "Shop", text: str, wanted: int | None, kept: int | None) -> PapersAnswer:
    """The papers that a search finds, and the one to show."""
    from kartoteka.domain.errors import NotFound
    from kartoteka.shop import papers

    ids = papers.find_ids(shop, text)
    shown: Any = wanted
    if shown is None:
        shown = kept if kept in frozenset(ids) else next(iter(ids), None)
    try:
        first = papers.paper(shop, shown) if shown is not None else None
    except NotFound:
        first = None
    return PapersAnswer(ids, first, shop.today())


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

    return papers.receipt_pdf(shop, shown.paper, copy=shown.copy, size=shown.size)


def issue(shop: "Shop", sale: int) -> "Done[IssuedPaper]":
    """Issue the receipt of a sale, or find the one that it has."""
    from kartoteka.shop import papers

    return papers.issue_receipt(shop, sale)


def reprint(shop: "Shop", shown: Shown) -> "Done[bytes]":
    """A copy, counted."""
    from kartoteka.shop import papers

    return papers.reprint(shop, shown.paper, shown.size)


def save(shop: "Shop", paper_id: int) -> "Path":
    """Keep a paper as a PDF in the folder of its year."""
    from kartoteka.shop import papers

    return papers.save_receipt(shop, paper_id)
