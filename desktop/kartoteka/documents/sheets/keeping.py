"""Sheets as text for the book, and back."""

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kartoteka.documents.sheets.call_list import CallListSheet
from kartoteka.documents.sheets.cards import LoyaltyCardSheet
from kartoteka.documents.sheets.day import DayReportSheet, TurningSheet
from kartoteka.documents.sheets.invoice import InvoiceSheet
from kartoteka.documents.sheets.post import EnvelopeSheet, LabelSheet, LetterSheet, PostcardSheet
from kartoteka.documents.sheets.prices import PriceLabelSheet
from kartoteka.documents.sheets.receipt import ReceiptSheet
from kartoteka.documents.sheets.relation import QuestionnaireSheet, StatementSheet
from kartoteka.documents.sheets.signed import SignedSheet

VERSION = 1

AnySheet = (
    ReceiptSheet
    | InvoiceSheet
    | CallListSheet
    | LoyaltyCardSheet
    | LabelSheet
    | EnvelopeSheet
    | LetterSheet
    | PostcardSheet
    | StatementSheet
    | QuestionnaireSheet
    | DayReportSheet
    | TurningSheet
    | PriceLabelSheet
    | SignedSheet
)
KINDS: dict[str, type[AnySheet]] = {kind.__name__: kind for kind in get_args(AnySheet)}


class SheetUnreadable(Exception):  # noqa: N818 - it is the stored text that is wrong
    """A stored sheet is not what this program wrote; `detail` is for the log."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


Sheet = TypeVar("Sheet", bound=AnySheet)


def to_json(sheet: AnySheet) -> str:
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


def any_from_json(text: str) -> AnySheet:
    """The sheet that `to_json` wrote, of whatever kind, or raises SheetUnreadable."""
    try:
        name = json.loads(text)["sheet"]
        kind = KINDS[name]
    except (ValueError, TypeError, KeyError) as error:
        raise SheetUnreadable(repr(error)) from error
    return from_json(kind, text)


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
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if hint is float:
        return float(value)
    if not isinstance(value, hint):
        raise TypeError(f"{value!r} is no {hint.__name__}")
    return value
