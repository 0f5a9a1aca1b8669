"""Dialogs of the Sale page: held sales, the day and note of a sale, and paying a debt."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Payment, PaymentKind
from kartoteka.domain.typed import plain_number, read_decimal
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui import drawer
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said
from kartoteka.ui.widgets.day_field import DAY_FORMAT

if TYPE_CHECKING:
    from kartoteka.domain.debts import DebtPayment
    from kartoteka.shop.changes import Done
    from kartoteka.shop.till import Held

WIDTH = 460
ROW = 38
PAYING = (PaymentKind.CASH, PaymentKind.CARD, PaymentKind.TRANSFER)


class HeldDialog(QDialog):
    """Every sale that waits: Enter goes on with one, Del throws it away."""

    resumed = Signal(str)
    dropped = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget, held: "list[Held]") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, _held_title)
        self.resize(WIDTH, 320)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(said(around.speech, _held_title, "head"))
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        around.speech.bind(self.list.setAccessibleName, _held_title)
        for one in held:
            item = QListWidgetItem(_held_words(around.words, one))
            item.setSizeHint(QSize(0, ROW))
            item.setData(Qt.ItemDataRole.UserRole, one.uuid)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self.resume())
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        drop = Button(
            around.theme,
            around.speech,
            lambda words: words.say("Discard"),
            kind="danger",
            key="Del",
        )
        drop.clicked.connect(self.drop)
        row.addWidget(drop)
        row.addStretch(1)
        cancel = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        go = Button(around.theme, around.speech, lambda words: words.say("Resume"), kind="primary")
        go.clicked.connect(self.resume)
        row.addWidget(go)
        column.addLayout(row)
        self.list.setFocus()

    def resume(self) -> None:
        """Go on with the chosen sale."""
        item = self.list.currentItem()
        if item is not None:
            self.resumed.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            self.accept()

    def drop(self) -> None:
        """Throw the chosen sale away; the message has Undo."""
        row = self.list.currentRow()
        if row < 0:
            return
        self.dropped.emit(str(self.list.item(row).data(Qt.ItemDataRole.UserRole)))
        self.list.takeItem(row)
        if not self.list.count():
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Del in the list."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event).key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.resume()
                return True
            if key == Qt.Key.Key_Delete:
                self.drop()
                return True
        return super().eventFilter(watched, event)


class DetailsDialog(QDialog):
    """The day that a sale is for, and a note on it."""

    chosen = Signal(object, str)

    def __init__(
        self, around: Surroundings, parent: QWidget, on: date, today: date, note: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, _details_title)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, _details_title, "head"))
        self.day = QDateEdit(QDate(on.year, on.month, on.day))
        self.day.setDisplayFormat(DAY_FORMAT)
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        around.speech.bind(self.day.setAccessibleName, lambda words: words.say("Date of purchase"))
        column.addWidget(self.day)
        self.note = QLineEdit(note)
        for setter in (self.note.setPlaceholderText, self.note.setAccessibleName):
            around.speech.bind(setter, lambda words: words.say("Note on the purchase"))
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        ready = Button(
            around.theme, around.speech, lambda words: words.say("Apply"), kind="primary"
        )
        ready.setDefault(True)  # Enter, in the day as in the note
        ready.clicked.connect(self.finish)
        row.addWidget(ready)
        column.addLayout(row)

    def finish(self) -> None:
        """Hand both over."""
        on = self.day.date()
        self.chosen.emit(date(on.year(), on.month(), on.day()), self.note.text())
        self.accept()


class DebtDialog(QDialog):
    """Money that a client brings for what was sold on account; recorded once."""

    def __init__(
        self, around: Surroundings, parent: QWidget, client: ClientId, name: str, debt: Money
    ) -> None:
        super().__init__(parent)
        self._around, self._client, self._debt = around, client, debt
        self._uuid = str(uuid4())
        self._on_its_way = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, _debt_title)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        words = around.words
        owed = words.say("{name} owes {debt}.", name=name, debt=formats.money(words, debt))
        column.addWidget(label("head", owed, wrap=True))
        self.field = QLineEdit(formats.as_typed(words, plain_number(debt.amount)))
        self.field.selectAll()
        around.speech.bind(self.field.setAccessibleName, lambda words: words.say("Paid now"))
        self.field.returnPressed.connect(self.finish)
        column.addWidget(self.field)
        column.addLayout(self._ways())
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        ready = Button(around.theme, around.speech, _debt_title, kind="primary")
        ready.clicked.connect(self.finish)
        row.addWidget(ready)
        column.addLayout(row)
        self.field.setFocus()

    def finish(self) -> None:
        """Record the payment, or tell what is wrong."""
        from kartoteka.shop import debts

        if self._on_its_way:
            return
        try:
            amount = Money.of(read_decimal(self.field.text(), "payment"), self._debt.currency)
        except BadValue as broken:
            self._refuse(broken)
            return
        self._on_its_way = True
        kind = next(kind for kind, button in self.ways.items() if button.isChecked())
        payment, client, uuid = Payment(kind, amount), self._client, self._uuid
        self._around.desk.change(
            lambda shop: debts.pay_debt(shop, client, payment, uuid=uuid),
            self._on_paid,
            self._refuse,
        )

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.ways: dict[PaymentKind, QPushButton] = {}
        for kind in PAYING:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            self._around.speech.bind(button.setText, _way(kind))
            self._around.speech.bind(button.setAccessibleName, _way(kind))
            self.ways[kind] = button
            row.addWidget(button)
        self.ways[PaymentKind.CASH].setChecked(True)
        return row

    def _on_paid(self, done: "Done[DebtPayment]") -> None:
        words = self._around.words
        paid = formats.money(words, done.value.amount)
        self._around.notices.done(
            words.say("{amount} of the debt paid.", amount=paid), done.changes
        )
        drawer.open_for_sum(self._around, done.value.kind, done.value.amount)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._on_its_way = False
        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        explained = explain(error, self._around.words)
        self.problem.setText(f"{explained.title} {explained.advice}".strip())
        self.problem.show()


def _way(kind: PaymentKind) -> Callable[[Words], str]:
    return lambda words: phrases.way(words, kind)


def _held_title(words: Words) -> str:
    return words.say("Held sales")


def _details_title(words: Words) -> str:
    return words.say("Date and note of the sale")


def _debt_title(words: Words) -> str:
    return words.say("Settle the debt")


def _held_words(words: Words, held: "Held") -> str:
    count = words.count("{number} line", "{number} lines", len(held.basket.lines))
    time = held.at.strftime("%H:%M")
    first = held.title or held.basket.lines[0].name
    return words.say(
        "{time}  {title}: {lines}, {total}",
        time=time,
        title=first,
        lines=count,
        total=formats.money(words, held.total),
    )
