"""The purchase dialog: a day, lines, a way of paying, and the total while typing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.sales import PaymentKind, Sale
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.sales.lines_table import LinesTable
from kartoteka.ui.sales.presenter import PurchasePresenter, Reckoning
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling
from kartoteka.ui.widgets.day_field import DAY_FORMAT

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

WIDTH, HEIGHT = 860, 520


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the dialog must know of the shop and the client."""

    client: int
    name: str
    currency: str
    today: date


def _read_facts(shop: "Shop", client: int) -> _Facts:
    from kartoteka.shop import clients

    card = clients.client(shop, client)
    return _Facts(client, card.name, shop.settings.shop.currency, shop.today())


class PurchaseDialog(QDialog):
    """Records one purchase once, whatever is pressed how often."""

    def __init__(self, around: Surroundings, parent: QWidget, facts: _Facts) -> None:
        super().__init__(parent)
        self._around = around
        self._facts = facts
        self._presenter = PurchasePresenter(facts.currency, facts.client)
        self._tell = False
        self._on_its_way = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, lambda words: words.say("Record a purchase"))
        self.resize(WIDTH, min(HEIGHT, max(360, parent.height() - 40)))
        self.lines = LinesTable(around)
        self.lines.edited.connect(self._on_edited)
        self._build()
        for keys in ("F12", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.finish)
        around.speech.spoken.connect(self._redraw)
        self._redraw()
        self.lines.focus_first()

    @classmethod
    def begin(cls, around: Surroundings, parent: QWidget, client: int | None) -> None:
        """Open the dialog for a client; without one the seller chooses first."""
        if client is None:
            from kartoteka.ui.widgets.client_picker import ClientPicker

            picker = ClientPicker(around, parent, lambda words: words.say("Who is buying?"))
            picker.chosen.connect(lambda chosen: cls.begin(around, parent, chosen))
            picker.open()
            return

        def show(facts: _Facts) -> None:
            cls(around, parent, facts).open()

        around.desk.ask(lambda shop: _read_facts(shop, client), show)

    def reckon(self) -> Reckoning:
        """What stands in the rows."""
        return self._presenter.reckon(self.lines.texts(), self._around.words)

    def finish(self) -> None:
        """Record the purchase, or tell what is wrong."""
        from kartoteka.shop import sales

        reckoning = self.reckon()
        if not reckoning.complete:
            self._tell = True
            self._redraw()
            self.lines.focus_problem(reckoning)
            return
        if self._on_its_way:
            return
        self._on_its_way = True
        self.done_button.setEnabled(False)
        on = self.day.date()
        draft = self._presenter.draft(
            reckoning, date(on.year(), on.month(), on.day()), self._paid(), self.note.text()
        )
        self._around.desk.change(
            lambda shop: sales.record_sale(shop, draft), self._on_recorded, self._on_refused
        )

    # -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        frame = CardFrame(margin=14)
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(2, 2, 6, 2)
        inside.addWidget(self.lines)
        inside.addStretch(1)
        frame.body.addWidget(scrolling(content))
        column.addWidget(frame, 1)
        column.addLayout(self._foot())
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._buttons())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(ElidedLabel(self._facts.name, look="head"), 1)
        row.addWidget(said(self._around.speech, lambda words: words.say("Day"), "hint"))
        today = QDate(self._facts.today.year, self._facts.today.month, self._facts.today.day)
        self.day = QDateEdit(today)
        self.day.setDisplayFormat(DAY_FORMAT)
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(today)
        self._around.speech.bind(
            self.day.setAccessibleName, lambda words: words.say("Date of purchase")
        )
        row.addWidget(self.day)
        return row

    def _foot(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self._payments = QButtonGroup(self)
        self.payments: dict[PaymentKind, QPushButton] = {}
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for kind in PaymentKind:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._payments.addButton(button)
            self.payments[kind] = button
            ways.addWidget(button)
        self.payments[PaymentKind.CASH].setChecked(True)
        ways.addStretch(1)
        grid.addLayout(ways, 0, 0)
        self.note = QLineEdit()
        self._around.speech.bind(
            self.note.setPlaceholderText, lambda words: words.say("Note on the purchase")
        )
        self._around.speech.bind(
            self.note.setAccessibleName, lambda words: words.say("Note on the purchase")
        )
        grid.addWidget(self.note, 1, 0)
        self._discounts = label("hint")
        self._discounts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.total = label("great")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.total, 0, 1)
        grid.addWidget(self._discounts, 1, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.done_button = Button(
            theme,
            speech,
            lambda words: words.say("Record the purchase"),
            icon="check",
            kind="primary",
            key="F12",
        )
        self.done_button.clicked.connect(self.finish)
        row.addWidget(self.done_button)
        return row

    def _paid(self) -> PaymentKind:
        chosen = (kind for kind, button in self.payments.items() if button.isChecked())
        return next(chosen, PaymentKind.CASH)

    def _on_edited(self) -> None:
        self.problem.hide()
        self._redraw()

    def _redraw(self) -> None:
        words = self._around.words
        reckoning = self.reckon()
        self.lines.show_reckoning(words, reckoning, tell=self._tell)
        self.total.setText(formats.money(words, reckoning.total))
        self.total.setAccessibleName(
            words.say("Total: {total}", total=formats.money(words, reckoning.total))
        )
        self._discounts.setText(_discount_words(words, reckoning))
        for kind, button in self.payments.items():
            name = labels.payment_label(words, kind)
            button.setText(name[:1].upper() + name[1:])
            button.setAccessibleName(words.say("Paid: {way}", way=name))
        if self._tell and not reckoning.complete and not reckoning.problems:
            self.problem.setText(words.say("Enter what was bought and for how much."))
            self.problem.show()

    def _on_recorded(self, done: "Done[Sale]") -> None:
        words, sale = self._around.words, done.value
        text = words.say(
            "{name}: {total} recorded.",
            name=self._facts.name,
            total=formats.money(words, sale.total),
        )
        toast = self._around.notices.done(text, done.changes)
        toast.add_action(words.say("Print receipt"), _printer(self._around, sale.id))
        self._around.notices.place()
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self._on_its_way = False
        self.done_button.setEnabled(True)
        from kartoteka.wording import explain, is_expected

        if is_expected(error):
            explained = explain(error, self._around.words)
            self.problem.setText(f"{explained.title} {explained.advice}".strip())
            self.problem.show()
        else:
            self._around.notices.trouble(error)


def _printer(around: Surroundings, sale: int) -> Callable[[], object]:
    return lambda: around.navigator.show_page("papers", sale=sale)


def _discount_words(words: Words, reckoning: Reckoning) -> str:
    if not reckoning.discounts:
        return ""
    return words.say(
        "{subtotal} less {discount}",
        subtotal=formats.money(words, reckoning.subtotal),
        discount=formats.money(words, reckoning.discounts),
    )
