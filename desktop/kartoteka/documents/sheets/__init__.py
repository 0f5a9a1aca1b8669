"""What stands on a paper, word for word: frozen values that are kept in the book and drawn.

Every text is finished: translated, formatted and summed up by the shop before it comes here. A
field left empty is simply not drawn. Markup in a text is text.
"""

from kartoteka.documents.sheets.call_list import CallListSheet, CallRow, RhythmMark
from kartoteka.documents.sheets.cards import CardDesign, CardHolder, LoyaltyCardSheet
from kartoteka.documents.sheets.day import DayReportSheet, TurningSheet
from kartoteka.documents.sheets.invoice import (
    BankBox,
    InvoiceForm,
    InvoiceHeads,
    InvoiceLine,
    InvoiceSheet,
    Party,
)
from kartoteka.documents.sheets.keeping import (
    VERSION,
    AnySheet,
    SheetUnreadable,
    any_from_json,
    from_json,
    to_json,
)
from kartoteka.documents.sheets.parts import (
    AmountLine,
    BackSheet,
    Column,
    PaperSize,
    PayCode,
    Section,
    Signature,
    TableRow,
)
from kartoteka.documents.sheets.post import (
    Address,
    Envelope,
    EnvelopeSheet,
    LabelGrid,
    LabelSheet,
    Letter,
    LetterSheet,
    Placement,
    Postcard,
    PostcardSheet,
)
from kartoteka.documents.sheets.prices import PriceLabel, PriceLabelSheet
from kartoteka.documents.sheets.receipt import ColumnHeads, ReceiptLine, ReceiptSheet
from kartoteka.documents.sheets.relation import (
    AnswerKind,
    Question,
    QuestionGroup,
    QuestionnaireSheet,
    StatementSheet,
)
from kartoteka.documents.sheets.signed import SignedPage, SignedSheet
from kartoteka.domain.backs import BackKind
from kartoteka.domain.mail import CodeKind, EnvelopeSize

__all__ = [
    "VERSION",
    "Address",
    "AmountLine",
    "AnswerKind",
    "AnySheet",
    "BackKind",
    "BackSheet",
    "BankBox",
    "CallListSheet",
    "CallRow",
    "CardDesign",
    "CardHolder",
    "CodeKind",
    "Column",
    "ColumnHeads",
    "DayReportSheet",
    "Envelope",
    "EnvelopeSheet",
    "EnvelopeSize",
    "InvoiceForm",
    "InvoiceHeads",
    "InvoiceLine",
    "InvoiceSheet",
    "LabelGrid",
    "LabelSheet",
    "Letter",
    "LetterSheet",
    "LoyaltyCardSheet",
    "PaperSize",
    "Party",
    "PayCode",
    "Placement",
    "Postcard",
    "PostcardSheet",
    "PriceLabel",
    "PriceLabelSheet",
    "Question",
    "QuestionGroup",
    "QuestionnaireSheet",
    "ReceiptLine",
    "ReceiptSheet",
    "RhythmMark",
    "Section",
    "SheetUnreadable",
    "Signature",
    "SignedPage",
    "SignedSheet",
    "StatementSheet",
    "TableRow",
    "TurningSheet",
    "any_from_json",
    "from_json",
    "to_json",
]
