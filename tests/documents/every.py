"""Every paper of the program in its languages and sizes, with the function that draws it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any

from tests.documents import forms, invoices, mail, relations, samples, signs

from kartoteka.documents import (
    call_list,
    day_report,
    envelope,
    invoice,
    labels,
    letter,
    loyalty_card,
    postcard,
    price_labels,
    questionnaire,
    receipt,
    signed,
    statement,
    strip,
    turning,
)
from kartoteka.documents.loyalty_card import CardLayout
from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import AnySheet, PaperSize
from kartoteka.documents.styles import DENSE_LOOKS, LIST_LOOK, LOOKS, MM


@dataclass(frozen=True)
class Paper:
    """A sheet, how such a sheet is drawn, how near to the edge something may stand (points)."""

    sheet: AnySheet
    draw: Callable[[Any], Printed]
    margin: float

    def prepare(self) -> Printed:
        """The sheet, drawn."""
        return self.draw(self.sheet)


A4, A5, A6 = PaperSize.A4, PaperSize.A5, PaperSize.A6
_KINDS: tuple[tuple[str, dict[str, Any], Callable[..., Printed], tuple[PaperSize, ...]], ...] = (
    ("receipt", samples.RECEIPTS, receipt.prepare, (A4, A5)),
    ("invoice", invoices.INVOICES, invoice.prepare, (A4, A5)),
    ("statement", relations.STATEMENTS, statement.prepare, (A4, A5)),
    ("questionnaire", forms.QUESTIONNAIRES, questionnaire.prepare, (A4, A5)),
    ("day_report", forms.DAY_REPORTS, day_report.prepare, (A4, A5)),
    ("turning", forms.TURNINGS, turning.prepare, (A4, A5)),
    ("letter", mail.LETTERS, letter.prepare, (A4, A5, A6)),
    ("postcard", mail.POSTCARDS, postcard.prepare, (A6, A5)),
    ("signed", signs.SIGNED, signed.prepare, (A4, A5)),
    ("strip", samples.RECEIPTS, strip.prepare, (PaperSize.STRIP_80, PaperSize.STRIP_58)),
)
_ONE_SIZE: tuple[tuple[str, dict[str, Any], Callable[..., Printed], float], ...] = (
    ("call_list", samples.CALL_LISTS, call_list.prepare, LIST_LOOK.real_margin),
    ("envelope", mail.ENVELOPES, envelope.prepare, 8 * MM),
    ("labels", mail.LABELS, labels.prepare, 0.0),
    ("price_labels", signs.PRICE_LABELS, price_labels.prepare, 0.0),
    ("cards", relations.CARDS, partial(loyalty_card.prepare, layout=CardLayout.TEN), 0.0),
    ("card", relations.CARDS, partial(loyalty_card.prepare, layout=CardLayout.SINGLE), 0.0),
)


def _margin(kind: str, size: PaperSize) -> float:
    if kind == "strip":
        return strip.ROLLS[size].margin
    if kind == "postcard":
        return 0.0
    looks = (
        DENSE_LOOKS if kind in ("invoice", "statement", "questionnaire", "day_report") else LOOKS
    )
    return looks[size].real_margin


def _all() -> Iterator[tuple[str, Paper]]:
    for kind, sheets, prepare, sizes in _KINDS:
        for name, sheet in sheets.items():
            for size in sizes:
                drawn = partial(_sized, prepare, size)
                yield f"{kind}_{name}_{size}", Paper(sheet, drawn, _margin(kind, size))
    for kind, sheets, prepare, margin in _ONE_SIZE:
        for name, sheet in sheets.items():
            yield f"{kind}_{name}", Paper(sheet, prepare, margin)


def _sized(prepare: Callable[..., Printed], size: PaperSize, sheet: Any) -> Printed:
    return prepare(sheet, size)


PAPERS = dict(_all())
SHEETS = {name: paper.sheet for name, paper in PAPERS.items()}

_SILENT = {
    "language", "document_title", "author", "logo", "copy_stamp", "annulled_stamp", "pages_label",
    "carried_label", "carried", "payload", "contact_qr", "barcode", "code", "empty", "kind",
    "ticked", "placement", "size", "form",
}  # fmt: skip
"""Fields that are not printed as they are, or not always."""

_ENVELOPE_ONLY = frozenset({"name_label", "lines_label", "postcode_label"})
NOT_HERE = {
    "strip": frozenset({"heads"}),
    "letter": _ENVELOPE_ONLY,
    "postcard": _ENVELOPE_ONLY,
    "labels": _ENVELOPE_ONLY,
}
"""Fields that this paper leaves to others."""


def words(value: Any, name: str = "", left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every text of a sheet that must be found on its paper."""
    if isinstance(value, str):
        if value and name not in _SILENT:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part, name, left_out)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in left_out:
                yield from words(getattr(value, field.name), field.name, left_out)


LONG_WORD = "Превысокомногорассмотрительствующиееееее"


def inflated(value: Any, name: str = "") -> Any:
    """The same sheet with every text far too long."""
    if type(value) is str:
        if not value or name in _SILENT:
            return value
        figure = len(value) < 20 and any(one.isdigit() for one in value)
        return f"{value} 12 345 678,90" if figure else f"{value} {LONG_WORD} {value}"
    if isinstance(value, tuple):
        return tuple(inflated(part, name) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        longer = {one.name: inflated(getattr(value, one.name), one.name) for one in fields(value)}
        return replace(value, **longer)
    return value
