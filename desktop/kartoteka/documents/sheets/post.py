"""What stands on letters, postcards, envelopes and address labels."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kartoteka.documents.sheets.parts import BackSheet
from kartoteka.domain.mail import EnvelopeSize


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Someone's postal address; the labels are those of an envelope ('Кому', 'Куда', 'Индекс')."""

    name: str
    lines: tuple[str, ...] = ()
    postcode: str = ""
    country: str = ""
    """Only abroad, in capitals, on a line of its own."""
    name_label: str = ""
    lines_label: str = ""
    postcode_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelGrid:
    """A sheet of stickers, in millimetres; the labels share what margins and gaps leave.

    The default is the common 3 × 8 of 70 × 37 mm, the whole sheet without margins.
    """

    columns: int = 3
    rows: int = 8
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    gap_across: float = 0.0
    gap_down: float = 0.0
    page_width: float = 210.0
    page_height: float = 297.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Address labels; `skip` of the first page are left empty: they were used before.

    `outlines` draws a thin frame around every label, for a trial on plain paper.
    """

    language: str
    made: date
    document_title: str
    author: str
    labels: tuple[Address, ...]
    grid: LabelGrid = LabelGrid()
    skip: int = 0
    outlines: bool = False


class Placement(StrEnum):
    """Where a country's post looks for sender and address."""

    BULGARIAN = "bg"
    RUSSIAN = "ru"


@dataclass(frozen=True, slots=True)
class Envelope:
    """One envelope: who writes, to whom."""

    sender: Address
    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeSheet:
    """A run of envelopes, one a page."""

    language: str
    made: date
    document_title: str
    author: str
    placement: Placement
    size: EnvelopeSize
    envelopes: tuple[Envelope, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter in finished words; an empty part is left out.

    `closing` is 'С теплом,', `signature` the name under it, `signature_note` who that is.
    `postscript` is the line that everybody reads.
    """

    to: Address | None = None
    date_line: str = ""
    title: str = ""
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    closing: str = ""
    signature: str = ""
    signature_note: str = ""
    postscript: str = ""
    back: BackSheet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """A run of letters on the shop's paper; every letter begins on a sheet of its own."""

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    logo: str = ""
    foot_lines: tuple[str, ...] = ()
    letters: tuple[Letter, ...]
    pages_label: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcard:
    """One postcard: the wish in large letters, the message beside the address on its other side.

    `code` is an offer's code with `code_label`, its promise, over it; `barcode` what a scanner
    reads from it.
    """

    title: str
    subtitle: str = ""
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    signature: str = ""
    to: Address | None = None
    code_label: str = ""
    code: str = ""
    barcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcardSheet:
    """A run of postcards lying on their long side, front and back; A6 or A5."""

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    sender_lines: tuple[str, ...] = ()
    logo: str = ""
    stamp_label: str = ""
    """In the square for the stamp ('Марка')."""
    cards: tuple[Postcard, ...]
