"""What stands on the shop's own papers: the end of the day, and the test of turning sheets."""

from dataclasses import dataclass
from datetime import date

from kartoteka.documents.sheets.parts import AmountLine, Section, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReportSheet:
    """The end of a day: sums by kind of payment, cash counted against expected.

    `cash` are the lines before `difference` (opening, sales, given back, expected, counted);
    `difference_fits` says that the cash is as expected, with `difference_words` beside the figure.
    """

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    title: str
    date_line: str
    seller_line: str = ""
    figures: tuple[AmountLine, ...] = ()
    sections: tuple[Section, ...] = ()
    cash_title: str = ""
    cash: tuple[AmountLine, ...] = ()
    difference: AmountLine | None = None
    difference_words: str = ""
    difference_fits: bool = True
    notes: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningSheet:
    """A test of printing on both sides by hand: a front, a back, and what to do with them.

    `steps` stand on the front, numbered; `verdicts` on the back: what the arrow says, in the order
    it falls behind and points the same way; it is upside down; the sides are shifted.
    """

    language: str
    made: date
    document_title: str
    author: str
    front_title: str
    back_title: str
    steps: tuple[str, ...]
    verdicts: tuple[str, ...]
    ruler_note: str = ""
