"""What several papers share: their size, amounts, signatures, tables and backs."""

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.domain.backs import BackKind


class PaperSize(StrEnum):
    """The paper that the printer holds, upright; the last two are rolls by their width in mm."""

    A4 = "a4"
    A5 = "a5"
    A6 = "a6"
    STRIP_80 = "80"
    STRIP_58 = "58"

    @property
    def is_strip(self) -> bool:
        """Whether this is a roll, as long as what is printed on it."""
        return self in (PaperSize.STRIP_80, PaperSize.STRIP_58)


@dataclass(frozen=True, slots=True)
class AmountLine:
    """A label and an amount, e.g. a reduction: 'Paid with points: 231', '−231,00'."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True)
class PayCode:
    """What the client's bank app reads (EPC069-12, ГОСТ Р 56042-2014), and words beside it."""

    payload: str
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on: its label before it, the name of who signs after or under it."""

    label: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackSheet:
    """The back of a paper: one thing only, never a price list.

    `title` is the promise; for care advice its heading, for feedback the question to the client.
    `until_label` is 'Only once, until', `until` the date. `barcode` is what a scanner reads from
    the code ('' draws none). `tips` are short pieces of advice, one below the other. The first of
    `contact_lines` is heavy, the others are quiet. `contact_qr` is what a phone reads:
    'tel:+79123456789', a vCard, a link.
    """

    kind: BackKind = BackKind.OFFER
    title: str
    reason: str = ""
    details: str = ""
    tips: tuple[str, ...] = ()
    until_label: str = ""
    until: str = ""
    code_label: str = ""
    code: str = ""
    barcode: str = ""
    contact_question: str = ""
    contact_lines: tuple[str, ...] = ()
    contact_qr: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `figures` are set to the right, words to the left.

    `share` is the part of the spare width that a column of words takes; 0 is as wide as needed.
    """

    head: str
    figures: bool = False
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, a text for every column; `note` is a quiet second line under the widest column."""

    cells: tuple[str, ...]
    note: str = ""
    heavy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled table of a statement or a report; `empty` is said when there are no rows."""

    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[TableRow, ...] = ()
    total: AmountLine | None = None
    note: str = ""
    empty: str = ""
