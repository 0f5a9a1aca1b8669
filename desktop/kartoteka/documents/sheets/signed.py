"""What stands on papers that both sides sign: warranty card, confirmation of a balance."""

from dataclasses import dataclass
from datetime import date

from kartoteka.documents.sheets.parts import AmountLine, Section, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPage:
    """One such paper; `facts` are labels with their values, `paragraphs` the terms below."""

    title: str
    date_line: str = ""
    facts: tuple[AmountLine, ...] = ()
    sections: tuple[Section, ...] = ()
    statement: str = ""
    """The sentence that is signed, heavy."""
    paragraphs: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedSheet:
    """One or several on the shop's paper, each on a page of its own."""

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    logo: str = ""
    pages: tuple[SignedPage, ...]
    pages_label: str = "{page} / {pages}"
