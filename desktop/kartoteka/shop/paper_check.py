"""Walks the numbers of issued papers and reads each again: gaps, repeats, changed papers."""

from collections.abc import Iterator
from dataclasses import dataclass

from kartoteka.documents.sheets import SheetUnreadable, any_from_json
from kartoteka.domain.papers import PaperKind
from kartoteka.shop import Shop
from kartoteka.store import papers as stored
from kartoteka.store.book import Session


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was found: numbers as 'invoice 5' or 'invoice 5-7', changed papers as 'invoice 5'."""

    gaps: tuple[str, ...]
    repeats: tuple[str, ...]
    changed: tuple[str, ...]


def check_papers(shop: Shop) -> PaperCheck:
    """Look through every run of numbers, and hold each paper against the seal of its sheet.

    Receipts are numbered with their sales, whose numbers `safety.check` walks itself.
    """
    gaps: list[str] = []
    repeats: list[str] = []
    with shop.read() as session:
        for series, numbers in stored.numbers_by_series(session).items():
            if series != PaperKind.RECEIPT:
                _walk(series, numbers, stored.given_in(session, series), gaps, repeats)
        changed = tuple(_changed(session))
    return PaperCheck(tuple(gaps), tuple(repeats), changed)


def _walk(
    series: str, numbers: list[int], given: int | None, gaps: list[str], repeats: list[str]
) -> None:
    """`given` is the last number that the run has given, None when a newer year goes on."""
    before = numbers[0]
    for number in numbers[1:]:
        if number == before:
            repeats.append(f"{series} {number}")
        elif number > before + 1:
            gaps.append(_gap(series, before + 1, number - 1))
        before = number
    if given is not None and given > before:
        gaps.append(_gap(series, before + 1, given))
    elif given is not None and given < before:
        repeats.append(f"{series} {given + 1}")  # it would be given again


def _gap(series: str, first: int, last: int) -> str:
    return f"{series} {first}-{last}" if first < last else f"{series} {first}"


def _changed(session: Session) -> Iterator[str]:
    for kind, shown, sheet, seal in stored.sealed(session):
        if stored.seal_of(sheet) != seal or not _readable(sheet):
            yield f"{kind} {shown}"


def _readable(sheet: str) -> bool:
    try:
        any_from_json(sheet)
    except SheetUnreadable:
        return False
    return True
