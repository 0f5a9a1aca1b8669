"""What stands on a paper, word for word: frozen values that are kept in the book and drawn.

Every text is finished: translated, formatted and summed up by the shop before it comes here. A
field left empty is simply not drawn. Markup in a text is text.
"""

import json
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

VERSION = 1


class PaperSize(StrEnum):
    """The paper that the printer holds, upright."""

    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """The words over the five columns of a receipt."""

    number: str
    name: str
    quantity: str
    price: str
    total: str


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One position: '2,5 м', '1 200,00', '3 000,00', without the currency.

    `note` is a quiet second line (a discount of this position). `carried` is the sum of this line
    and all before it; it is printed when a page ends here.
    """

    name: str
    quantity: str
    price: str
    total: str
    note: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True)
class AmountLine:
    """A label and an amount, e.g. a reduction: 'Paid with points: 231', '−231,00'."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackSheet:
    """The back of a paper: one thing only, never a price list.

    `title` is the promise; without an offer it may be care advice or the question to the client.
    `until_label` is 'Only once, until', `until` the date. `barcode` is what a scanner reads from
    the code ('' draws none). The first of `contact_lines` is heavy, the others are quiet.
    `contact_qr` is what a phone reads: 'tel:+79123456789', a vCard, a link.
    """

    title: str
    reason: str = ""
    details: str = ""
    until_label: str = ""
    until: str = ""
    code_label: str = ""
    code: str = ""
    barcode: str = ""
    contact_question: str = ""
    contact_lines: tuple[str, ...] = ()
    contact_qr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """A receipt, front and back, as it was issued.

    `language` is the paper's (en, ru, bg), `issued` its day: also the date inside the PDF, so that
    a reprint has the same bytes. `document_title` and `author` are seen in a PDF reader's title.
    `title` is heavy ('Товарный чек № 1 042'), `number_line` an own line under it when not empty.
    `stamp` is framed at the upper right ('НЕ Е ФИСКАЛЕН БОН'), `copy_stamp` ('КОПИЯ') only on a
    reprint. `pages_label` holds {page} and {pages}, used when the front takes several pages;
    `carried_label` then stands before the `carried` sums ('Перенос').
    """

    language: str
    issued: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    title: str
    number_line: str = ""
    date_line: str
    stamp: str = ""
    copy_stamp: str = ""
    client_label: str = ""
    client_name: str = ""
    client_note: str = ""
    heads: ColumnHeads
    lines: tuple[ReceiptLine, ...]
    reductions: tuple[AmountLine, ...] = ()
    total_label: str
    total: str
    in_words: str = ""
    below_total: tuple[str, ...] = ()
    """Quiet lines under the words: VAT inside, how it was paid."""
    notes: tuple[str, ...] = ()
    """Lines of the soft box: points, or the seller's remark."""
    signature_label: str = ""
    signature_name: str = ""
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"
    carried_label: str = ""
    back: BackSheet | None = None


@dataclass(frozen=True, slots=True)
class RhythmMark:
    """Numbers of a printed rhythm bar, all in usual intervals: the silence and the thresholds."""

    times: float
    due: float = 1.0
    cooling: float = 2.0
    quiet: float = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One person to call. `name_note` follows the name quietly: card, convenient hours."""

    name: str
    phone: str
    reason: str
    name_note: str = ""
    facts: tuple[str, ...] = ()
    """Quiet lines: last purchase, tastes."""
    script: str = ""
    rhythm: RhythmMark | None = None
    rhythm_label: str = ""
    """Words under the bar: what is at risk in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallListSheet:
    """A list to call from on paper, with boxes to tick for the outcome of every call.

    `outcomes` are the six words beside the boxes in the order of the keys 1 to 6; `notes_label`
    stands before the line to write on ('Said'). `pages_label` holds {page} and {pages}.
    """

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    title: str
    date_line: str
    summary: str = ""
    """How many people, what their silence costs."""
    rows: tuple[CallRow, ...]
    empty: str = ""
    """Said instead of rows when there is nobody to call."""
    outcomes: tuple[str, ...]
    notes_label: str = ""
    pages_label: str = "{page} / {pages}"


class SheetUnreadable(Exception):  # noqa: N818 - it is the stored text that is wrong
    """A stored sheet is not what this program wrote; `detail` is for the log."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


Sheet = TypeVar("Sheet", ReceiptSheet, CallListSheet)


def to_json(sheet: ReceiptSheet | CallListSheet) -> str:
    """The sheet as text for the book; equal sheets give equal text."""
    content = {"sheet": type(sheet).__name__, "version": VERSION, **asdict(sheet)}
    return json.dumps(content, ensure_ascii=False, default=date.isoformat, separators=(",", ":"))


def from_json(kind: type[Sheet], text: str) -> Sheet:
    """The sheet that `to_json` wrote, or raises SheetUnreadable; a field added later is default."""
    try:
        content = json.loads(text)
        if content["sheet"] != kind.__name__ or content["version"] > VERSION:
            raise SheetUnreadable(f"{content['sheet']} of version {content['version']}")
        sheet: Sheet = _build(kind, content)
    except (ValueError, TypeError, KeyError) as error:
        raise SheetUnreadable(repr(error)) from error
    return sheet


def _build(kind: Any, content: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], content[name]) for name in hints if name in content})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        if value is None:
            return None
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], part) for part in value)
    if is_dataclass(hint):
        return _build(hint, value) if isinstance(hint, type) else value
    if hint is date:
        return date.fromisoformat(value)
    if hint is float:
        return float(value)
    if not isinstance(value, hint):
        raise TypeError(f"{value!r} is no {hint.__name__}")
    return value
