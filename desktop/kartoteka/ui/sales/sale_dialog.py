"""A recorded purchase: its lines, its receipt, and taking goods back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.returns import check_return, return_of
from kartoteka.domain.sales import Sale, price_line
from kartoteka.domain.typed import read_decimal
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui import drawer
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, label, restyle, scrolling

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

WIDTH, HEIGHT, LEAST_HEIGHT, LINE_HEIGHT = 680, 490, 250, 44


def left_of(sale: Sale) -> dict[int, Decimal]:
    """Position (from 1) → quantity that may still come back."""
    return {
        at: line.quantity - sale.returned_quantities.get(at, Decimal(0))
        for at, line in enumerate(sale.lines, start=1)
    }


def read_quantities(
    typed: Mapping[int, str], left: Mapping[int, Decimal]
) -> tuple[dict[int, Decimal], set[int]]:
    """What comes back by position, and the positions whose text cannot be."""
    taken: dict[int, Decimal] = {}
    wrong: set[int] = set()
    for at, text in typed.items():
        if not text.strip():
            continue
        try:
            quantity = read_decimal(text, "quantity")
        except BadValue:
            wrong.add(at)
            continue
        if not 0 <= quantity <= left[at]:
            wrong.add(at)
        elif quantity:
            taken[at] = quantity
    return taken, wrong


@dataclass(frozen=True, slots=True)
class _Facts:
    sale: Sale
    today: "date"
    currency: str

    def given_back(self, taken: Mapping[int, Decimal]) -> Money:
        """What is paid out for quantities that may come back."""
        draft = return_of(self.sale, taken, self.today, self.currency)
        return -check_return(draft, self.sale, self.today).total


def _read(shop: "Shop", sale: int) -> _Facts:
    from kartoteka.shop import sales

    return _Facts(sales.sale(shop, sale), shop.today(), shop.settings.shop.currency)


class SaleDialog(QDialog):
    """Shows a purchase; quantities typed beside its lines come back as one return."""

    def __init__(self, around: Surroundings, parent: QWidget, facts: _Facts) -> None:
        super().__init__(parent)
        self._around = around
        self._facts = facts
        self._sale = facts.sale
        self._left = left_of(facts.sale)
        self._uuid = str(uuid4())
        self._on_its_way = False
        self.fields: dict[int, QLineEdit] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = around.words
        self.setWindowTitle(words.say("Return") if facts.sale.is_return else words.say("Purchase"))
        wanted = LEAST_HEIGHT + LINE_HEIGHT * len(facts.sale.lines)
        self.resize(WIDTH, min(HEIGHT, wanted, max(LEAST_HEIGHT, parent.window().height() - 60)))
        self._build(words)
        self._reckon()

    @classmethod
    def begin(cls, around: Surroundings, parent: QWidget, sale: int) -> None:
        """Open the dialog for a sale of the book."""

        def show(facts: _Facts) -> None:
            cls(around, parent, facts).open()

        around.desk.ask(lambda shop: _read(shop, sale), show)

    def ask_void(self) -> None:
        """Ask why the sale is void; its number stays, its sums count nowhere."""
        from kartoteka.ui.widgets.line_dialog import LineDialog

        sale, around = self._sale.uuid, self._around

        def take(
            reason: str, closed: Callable[[], None], refused: Callable[[Exception], None]
        ) -> None:
            def write(shop: "Shop") -> "Done[Sale]":
                from kartoteka.shop import till

                return till.void_sale(shop, sale, reason)

            def voided(done: "Done[Sale]") -> None:
                words = around.words
                around.notices.done(
                    words.say("The sale was voided; its number stays."), done.changes
                )
                closed()
                self.accept()

            around.desk.change(write, voided, refused)

        LineDialog(around, self, _void_title, _void_hint, _void_words, take).open()

    def take_back(self) -> None:
        """Record the return of what was typed, once."""
        from kartoteka.shop import sales

        taken, wrong = self._typed()
        if wrong or not taken:
            self._reckon(tell=True)
            return
        if self._on_its_way:
            return
        self._on_its_way = True
        self.return_button.setEnabled(False)
        ref, uuid = self._sale.uuid, self._uuid

        def record(shop: "Shop") -> "Done[Sale]":
            draft = sales.return_draft(shop, ref, taken, uuid=uuid)
            return sales.record_return(shop, replace(draft, uuid=uuid))

        self._around.desk.change(record, self._on_returned, self._on_refused)

    # -------------------------------------------------------------------------------------------

    def _build(self, words: Words) -> None:
        sale = self._sale
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(label("head", _title(words, sale)))
        titles.addWidget(label("muted", _payments(words, sale), wrap=True))
        head.addLayout(titles, 1)
        total = label("figure", formats.money(words, sale.total))
        head.addWidget(total, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        frame = CardFrame(margin=14)
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.addLayout(self._lines(words))
        inside.addStretch(1)
        frame.body.addWidget(scrolling(content))
        column.addWidget(frame, 1)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.given_back = label("strong")
        self.given_back.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.given_back.setVisible(self._may_return)
        column.addWidget(self.given_back)
        column.addLayout(self._foot())

    def _lines(self, words: Words) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        heads = [words.say("What was bought"), words.say("Quantity"), words.say("Sum")]
        if self._may_return:
            heads.append(words.say("Return"))
        for column, text in enumerate(heads):
            head = label("hint", text)
            if column:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(head, 0, column)
        for at, line in enumerate(self._sale.lines, start=1):
            grid.addWidget(label("strong", line.name, wrap=True), at, 0)
            amount = price_line(line).total
            signed = -amount if self._sale.is_return and amount.minor > 0 else amount
            for column, text in (
                (1, formats.number(words, line.quantity)),
                (2, formats.money(words, signed)),
            ):
                cell = label(text=text)
                cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(cell, at, column)
            if self._may_return:
                grid.addWidget(self._return_cell(words, at), at, 3)
        return grid

    @property
    def _may_return(self) -> bool:
        standing = self._sale.voided_at is None and not self._sale.is_return
        return standing and any(self._left.values())

    def _return_cell(self, words: Words, at: int) -> QWidget:
        if not self._left[at]:
            return label("hint", words.say("all returned"))
        field = QLineEdit()
        field.setFixedWidth(92)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        left = formats.number(words, self._left[at])
        field.setPlaceholderText(words.say("of {quantity}", quantity=left))
        field.setAccessibleName(words.say("Returned: {name}", name=self._sale.lines[at - 1].name))
        field.textChanged.connect(lambda _: self._reckon())
        self.fields[at] = field
        return field

    def _foot(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self._sale.is_return:
            receipt = Button(
                theme, speech, lambda words: words.say("Print receipt"), icon="printer"
            )
            receipt.clicked.connect(self._on_print)
            row.addWidget(receipt)
        if self._sale.voided_at is None:
            void = Button(theme, speech, lambda words: words.say("Void…"), kind="danger")
            void.clicked.connect(self.ask_void)
            row.addWidget(void)
        row.addStretch(1)
        close = Button(theme, speech, lambda words: words.say("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.all_button = Button(theme, speech, lambda words: words.say_in("goods", "All"))
        self.all_button.clicked.connect(self._on_all)
        row.addWidget(self.all_button)
        self.return_button = Button(
            theme,
            speech,
            lambda words: words.say("Return"),
            icon="undo-2",
            kind="primary",
            key="F12",
        )
        self.return_button.clicked.connect(self.take_back)
        row.addWidget(self.return_button)
        for button in (self.all_button, self.return_button):
            button.setVisible(self._may_return)
        for keys in ("F12", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.take_back)
        return row

    def _typed(self) -> tuple[dict[int, Decimal], set[int]]:
        return read_quantities({at: field.text() for at, field in self.fields.items()}, self._left)

    def _reckon(self, *, tell: bool = False) -> None:
        taken, wrong = self._typed()
        words = self._around.words
        for at, field in self.fields.items():
            restyle(field, "wrong", at in wrong)
        back = bool(taken) and not wrong
        self.return_button.setEnabled(back)
        money = self._facts.given_back(taken) if back else Money(0, self._facts.currency)
        shown = formats.money(words, money)
        self.given_back.setText(words.say("To refund: {amount}", amount=shown))
        sentence = ""
        if wrong:
            sentence = words.say("Enter a number between zero and what is left.")
        elif tell and not taken:
            sentence = words.say("Enter how much is returned.")
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_all(self) -> None:
        for at, field in self.fields.items():
            field.setText(formats.number(self._around.words, self._left[at]))

    def _on_print(self) -> None:
        self.accept()
        self._around.navigator.show_page("papers", sale=self._sale.id)

    def _on_returned(self, done: "Done[Sale]") -> None:
        words = self._around.words
        amount = Money(abs(done.value.total.minor), done.value.total.currency)
        text = words.say("{amount} refunded.", amount=formats.money(words, amount))
        self._around.notices.done(text, done.changes)
        drawer.open_for(self._around, done.value.payments)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._on_its_way = False
        self.return_button.setEnabled(True)
        if is_expected(error):
            explained = explain(error, self._around.words)
            self.problem.setText(f"{explained.title} {explained.advice}".strip())
            self.problem.show()
        else:
            self._around.notices.trouble(error)


def _void_title(words: Words) -> str:
    return words.say("Why is this sale voided?")


def _void_hint(words: Words) -> str:
    return words.say("wrong item, wrong client…")


def _void_words(words: Words) -> str:
    return words.say("Void the sale")


def _title(words: Words, sale: Sale) -> str:
    day = formats.date_long(words, sale.on)
    if sale.number is None:
        return day
    return words.say("Receipt No. {number}, {day}", number=sale.number, day=day)


def _payments(words: Words, sale: Sale) -> str:
    ways = [labels.payment_label(words, payment.kind) for payment in sale.payments]
    if sale.voided_at is not None:
        return words.say("Voided: {reason}", reason=sale.void_reason)
    paid = formats.join_list(words, ways)
    if sale.note and paid:
        return words.say("{paid}; {note}", paid=paid, note=sale.note)
    return sale.note or paid
