"""What stands on papers about a client's relation to the shop: statement and questionnaire."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kartoteka.documents.sheets.parts import AmountLine, BackSheet, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSheet:
    """The client's cabinet on paper: purchases, points, warranties, offers, contact.

    `figures` are the few numbers at the top (bought in all, visits, points). Every section is a
    table; `contact_qr` is what a phone reads.
    """

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    logo: str = ""
    title: str
    date_line: str
    client_label: str = ""
    client_name: str
    client_note: str = ""
    figures: tuple[AmountLine, ...] = ()
    sections: tuple[Section, ...] = ()
    contact_question: str = ""
    contact_lines: tuple[str, ...] = ()
    contact_qr: str = ""
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"
    back: BackSheet | None = None


class AnswerKind(StrEnum):
    """How a question is answered: words on a line, one or several ticks, a tick before a text.

    What is only read is no question: its label is a paragraph.
    """

    WRITE = "write"
    CHOOSE = "choose"
    AGREE = "agree"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of a questionnaire.

    `answer` is what is known already, printed on the line; `options` are what can be ticked and
    `ticked` those that are. `half` lets two short fields share a line.
    """

    label: str
    kind: AnswerKind = AnswerKind.WRITE
    answer: str = ""
    options: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    lines: int = 1
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions under a heading."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireSheet:
    """The анкета: a client's card to fill in by hand; blank, or with what is known already."""

    language: str
    made: date
    document_title: str
    author: str
    shop_name: str
    shop_lines: tuple[str, ...] = ()
    logo: str = ""
    title: str
    introduction: str = ""
    groups: tuple[QuestionGroup, ...]
    signature_label: str = ""
    date_label: str = ""
    legal: tuple[str, ...] = ()
    pages_label: str = "{page} / {pages}"
