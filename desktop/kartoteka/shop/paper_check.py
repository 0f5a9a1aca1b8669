"""Walks the numbers of issued papers and reads each again: gaps, repeats, changed papers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kartoteka.documents.sheets import InvoiceSheet, ReceiptSheet, SheetUnreadable, any_from_json
from kartoteka.domain.numbering import expected, missing_of, stray_of
from kartoteka.domain.papers import PaperKind
from kartoteka.shop import Shop
from kartoteka.store import numbers
from kartoteka.store import papers as stored
from kartoteka.store.book import Session


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was found: numbers as 'invoice 5' or 'invoice 5-7', changed papers as 'invoice 5'."""

    gaps: tuple[str, ...]
    repeats: tuple[str, ...]
    changed: tuple[str, ...]


def check_papers(shop: Shop) -> PaperCheck:
    """Look through every run of numbers, and hold each paper against its sheet and the seal of it.

    Where the owner let a run go on at another number, the numbers between are no gap.
    Receipts are numbered with their sales, whose numbers `safety.check` walks itself.
    """
    gaps: list[str] = []
    repeats: list[str] = []
    with shop.read() as session:
        given = stored.numbers_by_series(session)
        starts = numbers.starts(session)
        for series in sorted({*given, *starts} - {PaperKind.RECEIPT}):
            known, upcoming = given.get(series, []), numbers.upcoming_in(session, series)
            stretches = expected(known, starts.get(series, ()), upcoming)
            gaps += [_stretch(series, *gap) for gap in missing_of(known, stretches)]
            twice = (number for number, again in pairwise(known) if number == again)
            repeats += [f"{series} {each}" for each in (*twice, *stray_of(known, stretches))]
        changed = tuple(_changed(session))
    return PaperCheck(tuple(gaps), tuple(repeats), changed)


def _stretch(series: str, first: int, last: int) -> str:
    return f"{series} {first}-{last}" if first < last else f"{series} {first}"


def _changed(session: Session) -> Iterator[str]:
    for paper in stored.sealed(session):
        if stored.seal_of(paper.sheet) != paper.seal or not _as_told(paper):
            yield f"{paper.kind} {paper.shown}"


def _as_told(paper: stored.Sealed) -> bool:
    """Whether number, day and total of the list are those that stand on the paper.

    Digits are compared, since another program may write a sum otherwise.
    """
    try:
        sheet = any_from_json(paper.sheet)
    except SheetUnreadable:
        return False
    if not isinstance(sheet, InvoiceSheet | ReceiptSheet):
        return False
    digits = "".join(char for char in sheet.total if char.isdigit())
    # A receipt has the day of its sale, which may be an earlier one.
    same_day = paper.kind == PaperKind.RECEIPT or sheet.issued.isoformat() == paper.issued_on
    numbered = re.search(rf"(?<!\d){re.escape(paper.shown)}(?!\d)", sheet.document_title)
    return same_day and numbered is not None and int(digits or 0) == abs(paper.total_minor)
