"""What stands on a call list."""

from dataclasses import dataclass
from datetime import date


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
