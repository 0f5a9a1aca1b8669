"""Credit and debit notes: why an invoice is changed, and what of it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.sales import Line
from kartoteka.domain.typed import read_decimal
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import About, Deed, PaperDialog
from kartoteka.ui.sales.lines_table import LinesTable
from kartoteka.ui.sales.presenter import PurchasePresenter
from kartoteka.ui.sales.sale_dialog import left_of, read_quantities
from kartoteka.ui.widgets.card_frame import label, restyle, said, scrolling

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper
    from kartoteka.ui.papers.asking import NoteFacts

FIELD, LINES_HEIGHT, ROW, MOST_ROWS = 96, 210, 44, 4
GOODS, PRICE = range(2)


def whole_or_part(
    taken: Mapping[int, Decimal], left: Mapping[int, Decimal]
) -> dict[int, Decimal] | None:
    """What a credit note is asked for: None when all that is left comes back."""
    all_left = {at: quantity for at, quantity in left.items() if quantity}
    return None if dict(taken) == all_left else dict(taken)


class CreditDialog(PaperDialog):
    """Goods come back, whole or in part, or the price is lower than invoiced."""

    def __init__(self, around: Surroundings, parent: QWidget, facts: "NoteFacts") -> None:
        invoice = facts.invoice
        super().__init__(
            around,
            parent,
            About(_credit_title, _issue, PaperKind.CREDIT_NOTE, invoice.client),
        )
        self._facts = facts
        self._left = left_of(facts.sale) if facts.sale is not None else {}
        self.fields: dict[int, QLineEdit] = {}
        self._summary = label("muted", wrap=True)
        self.whole.addWidget(self._summary)
        self.whole.addLayout(self.form)
        self.ground = self.add_line(_ground, _credit_hint)
        if facts.zero_rated:
            self.add_vat_ground()
        self.whole.addLayout(self._ways())
        self.parts = QStackedWidget()
        self.parts.addWidget(self._goods())
        self.parts.addWidget(self._price())
        self.whole.addWidget(self.parts)
        around.speech.spoken.connect(self._say)
        self._say()
        self.finish_building()
        self.ground.setFocus()

    def deed(self) -> Deed | None:
        """Credit what was typed."""
        ground = self.ground.text()
        if not ground.strip():
            self.tell(_no_ground(self.around.words))
            self.ground.setFocus()
            return None
        if self.parts.currentIndex() == PRICE:
            return self._price_deed(ground)
        taken, wrong = read_quantities(
            {at: field.text() for at, field in self.fields.items()}, self._left
        )
        for at, field in self.fields.items():
            restyle(field, "wrong", at in wrong)
        words = self.around.words
        if wrong:
            self.tell(words.say("Enter a number between zero and what is left."))
            return None
        if not taken:
            self.tell(words.say("Enter how much is returned."))
            return None
        vat_ground = self.take_vat_ground()
        if vat_ground is None:
            return None
        invoice, quantities = self._facts.invoice.id, whole_or_part(taken, self._left)

        def issue(shop: "Shop") -> "Done[IssuedPaper]":
            from kartoteka.shop import invoices

            return invoices.issue_credit_note(
                shop, invoice, ground, quantities=quantities, vat_ground=vat_ground
            )

        return issue

    # -------------------------------------------------------------------------------------------

    def _price_deed(self, ground: str) -> Deed | None:
        try:
            amount = Money.of(read_decimal(self.amount.text(), "price"), self._facts.currency)
        except BadValue:
            amount = Money(0, self._facts.currency)
        wrong = amount.minor <= 0
        restyle(self.amount, "wrong", wrong)
        if wrong:
            self.tell(self.around.words.say("Enter by how much the invoice is reduced."))
            self.amount.setFocus()
            return None
        vat_ground = self.take_vat_ground()
        if vat_ground is None:
            return None
        name = self.what.text().strip() or ground.strip()
        lines, invoice = (Line(name, Decimal(1), amount),), self._facts.invoice.id

        def issue(shop: "Shop") -> "Done[IssuedPaper]":
            from kartoteka.shop import invoices

            return invoices.issue_credit_note(
                shop, invoice, ground, lines=lines, vat_ground=vat_ground
            )

        return issue

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.ways: dict[int, QPushButton] = {}
        for way, phrase in ((GOODS, _goods_come), (PRICE, _price_lower)):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            self.around.speech.bind(button.setText, phrase)
            self.around.speech.bind(button.setAccessibleName, phrase)
            button.clicked.connect(lambda _=False, way=way: self._on_way(way))
            group.addButton(button)
            self.ways[way] = button
            row.addWidget(button)
        self.ways[GOODS].setChecked(True)
        row.addStretch(1)
        return row

    def _on_way(self, way: int) -> None:
        self.parts.setCurrentIndex(way)
        self.tell("")

    def _goods(self) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        words = self.around.words
        lines = self._facts.sale.lines if self._facts.sale is not None else ()
        for at, line in enumerate(lines, start=1):
            grid.addWidget(label("strong", line.name, wrap=True), at, 0)
            if not self._left[at]:
                grid.addWidget(said(self.around.speech, _all_back, "hint"), at, 2)
                continue
            left = formats.number(words, self._left[at])
            grid.addWidget(label("hint", words.say("of {quantity}", quantity=left)), at, 1)
            field = QLineEdit(left)
            field.setFixedWidth(FIELD)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setAccessibleName(words.say("Returned: {name}", name=line.name))
            field.textEdited.connect(lambda _: self.tell(""))
            grid.addWidget(field, at, 2)
            self.fields[at] = field
        grid.setRowStretch(len(lines) + 1, 1)
        area = scrolling(content)
        area.setFixedHeight(ROW * max(1, min(MOST_ROWS, len(lines))))
        return area

    def _price(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.what, self.amount = QLineEdit(), QLineEdit()
        self.amount.setFixedWidth(FIELD + 24)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        for field, phrase in ((self.what, _what_for), (self.amount, _lower_by)):
            self.around.speech.bind(field.setAccessibleName, phrase)
            self.around.speech.bind(field.setPlaceholderText, phrase)
            field.textEdited.connect(lambda _: self.tell(""))
        row.addWidget(self.what, 1)
        row.addWidget(self.amount)
        return content

    def _say(self) -> None:
        words, invoice = self.around.words, self._facts.invoice
        self._summary.setText(
            words.say(
                "Invoice No. {number} · {client} · {left} left",
                number=invoice.shown,
                client=invoice.client_name,
                left=formats.money(words, self._facts.left),
            )
        )


class DebitDialog(PaperDialog):
    """Adds to an invoice what was left out of it."""

    def __init__(self, around: Surroundings, parent: QWidget, facts: "NoteFacts") -> None:
        invoice = facts.invoice
        super().__init__(
            around,
            parent,
            About(_debit_title, _issue, PaperKind.DEBIT_NOTE, invoice.client),
        )
        self.resize(min(820, parent.window().width() - 40), 0)
        self._invoice, self._uuid = invoice.id, str(uuid4())
        self._presenter = PurchasePresenter(facts.currency, invoice.client)
        self.whole.addLayout(self.form)
        self.ground = self.add_line(_ground, _debit_hint)
        if facts.zero_rated:
            self.add_vat_ground()
        self.lines = LinesTable(around)
        self.lines.edited.connect(lambda: self._redraw(tell=False))
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(2, 2, 6, 2)
        inside.addWidget(self.lines)
        inside.addStretch(1)
        area = scrolling(content)
        area.setFixedHeight(LINES_HEIGHT - 40)
        self.whole.addWidget(area)
        self._redraw(tell=False)
        self.finish_building()
        self.ground.setFocus()

    def deed(self) -> Deed | None:
        """Add what was typed."""
        ground, uuid, invoice = self.ground.text(), self._uuid, self._invoice
        reckoning = self._presenter.reckon(self.lines.texts(), self.around.words)
        if not ground.strip():
            self.tell(_no_ground(self.around.words))
            self.ground.setFocus()
            return None
        if not reckoning.complete:
            self._redraw(tell=True)
            self.lines.focus_problem(reckoning)
            return None
        vat_ground = self.take_vat_ground()
        if vat_ground is None:
            return None
        lines = tuple(line for line in reckoning.lines if line is not None)

        def issue(shop: "Shop") -> "Done[IssuedPaper]":
            from kartoteka.shop import invoices

            return invoices.issue_debit_note(
                shop, invoice, ground, lines, uuid=uuid, vat_ground=vat_ground
            )

        return issue

    def _redraw(self, *, tell: bool) -> None:
        words = self.around.words
        reckoning = self._presenter.reckon(self.lines.texts(), words)
        self.lines.show_reckoning(words, reckoning, tell=tell)


def _credit_title(words: Words) -> str:
    return words.say("Issue a credit note")


def _debit_title(words: Words) -> str:
    return words.say("Issue a debit note")


def _issue(words: Words) -> str:
    return words.say("Issue")


def _ground(words: Words) -> str:
    return words.say("Reason for the change")


def _credit_hint(words: Words) -> str:
    return words.say("such as: goods returned")


def _debit_hint(words: Words) -> str:
    return words.say("such as: delivery was left out")


def _no_ground(words: Words) -> str:
    return words.say("Enter the reason for the change; it is printed on the note.")


def _goods_come(words: Words) -> str:
    return words.say("Goods come back")


def _price_lower(words: Words) -> str:
    return words.say("The price is lower")


def _all_back(words: Words) -> str:
    return words.say("all returned")


def _what_for(words: Words) -> str:
    return words.say("What it is for")


def _lower_by(words: Words) -> str:
    return words.say("Lower by")
