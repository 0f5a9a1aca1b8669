"""The right side of the Sale page: what it comes to, how it is paid, and the change."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money
from kartoteka.domain.reckoning import Totals, quick_cash
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.typed import plain_number
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.speech import Phrase
from kartoteka.ui.till import phrases
from kartoteka.ui.till.presenter import TillPresenter
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, restyle, said
from kartoteka.wording import explain

QUICK = 3
LONG_SUM, LONG_SUM_NARROW = 10, 8
"""Longer sums, in letters, are set smaller; the second figure is for a narrow column."""


class SumsGrid(QWidget):
    """Words at the left, sums at the right, as many rows as are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[ElidedLabel, QLabel]] = []

    def show_rows(self, rows: list[tuple[str, str, str]]) -> None:
        """Each row: words, sum, and the tone of the sum."""
        while len(self._rows) < len(rows):
            left, right = ElidedLabel(look="muted"), label()
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(left, len(self._rows), 0)
            self._grid.addWidget(right, len(self._rows), 1)
            self._rows.append((left, right))
        for at, (left, right) in enumerate(self._rows):
            for widget in (left, right):
                widget.setVisible(at < len(rows))
            if at < len(rows):
                text, amount, tone = rows[at]
                left.setText(text)
                right.setText(amount)
                restyle(right, "tone", tone)


class PayPanel(CardFrame):
    """Sums, ways of paying, what is handed over; `paid_changed` after each change."""

    paid_changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=8)
        self._around = around
        self._presenter: TillPresenter | None = None
        self._wide = True
        self.wrong: RuleBroken | None = None
        """What is typed into a field and cannot be read: the sale waits until it is put right."""
        self.grid = SumsGrid()
        self.body.addWidget(self.grid)
        self._rule = QWidget()
        self._rule.setObjectName("totalLine")
        self._rule.setFixedHeight(2)
        self.body.addWidget(self._rule)
        self._build_total()
        self._build_ways()
        self._build_cash()
        self._build_parts()
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)

    def show_sums(self, presenter: TillPresenter, sums: Totals) -> None:
        """Show what a basket comes to and how it is paid."""
        self._presenter = presenter
        words = self._around.words
        rows = _rows(words, sums)
        self.grid.show_rows(rows)
        for part in (self.grid, self._rule):
            part.setVisible(bool(rows))  # a line below nothing would look like a mistake
        back = presenter.basket.back
        self._to_pay.setText(words.say("To refund") if back else words.say("To pay"))
        total = formats.money(words, sums.total)
        self.total.setText(total)
        long = len(total) > (LONG_SUM if self._wide else LONG_SUM_NARROW)
        restyle(self.total, "look", "figure" if long else "great")
        restyle(self._to_pay, "look", "head" if long else "figure")
        self.total.setAccessibleName(words.say("To pay: {total}", total=total))
        for kind, button in self.ways.items():
            name = phrases.way(words, kind)
            button.setText(name)
            button.setAccessibleName(words.say("Paid: {way}", way=name))
            button.setChecked(not presenter.is_mixed and kind is presenter.rest)
        self.mixed.setChecked(presenter.is_mixed)
        cash = not presenter.is_mixed and presenter.rest is PaymentKind.CASH and not back
        self._cash.setVisible(cash and not presenter.is_empty)
        self._parts.setVisible(presenter.is_mixed)
        if not self.cash.hasFocus() and not presenter.basket.tendered and self.wrong is None:
            self.cash.setText("")
        self._show_quick(quick_cash(sums.total))
        self._show_change(sums)

    def fit(self, *, wide: bool) -> None:
        """In a narrow column the sum is set smaller sooner."""
        if wide != self._wide:
            self._wide = wide
            if self._presenter is not None:
                self.show_sums(self._presenter, self._presenter.sums())

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the payment; '' when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def forget(self) -> None:
        """Empty the fields for the next sale; Ctrl+Z does not bring their texts back."""
        for field in (self.cash, *self.fields.values()):
            field.setText("")
        for field in (self.cash, *self.fields.values()):
            restyle(field, "wrong", False)
        self.wrong = None
        self.refuse("")

    def focus_cash(self) -> None:
        """Type what the client hands over."""
        if self._cash.isVisible():
            self.cash.setFocus()
            self.cash.selectAll()
        elif self._parts.isVisible():
            self.fields[PaymentKind.CASH].setFocus()

    def next_way(self) -> None:
        """The way of paying beside the one that is chosen; after the last, the first again."""
        if self._presenter is None:
            return
        buttons = [*self.ways.values(), self.mixed]
        kinds = list(self.ways)
        now = len(kinds) if self._presenter.is_mixed else kinds.index(self._presenter.rest)
        buttons[(now + 1) % len(buttons)].click()

    # -------------------------------------------------------------------------------------------

    def _build_total(self) -> None:
        row = QHBoxLayout()
        self._to_pay = label("figure")
        row.addWidget(self._to_pay)
        row.addStretch(1)
        self.total = label("great")
        row.addWidget(self.total)
        self.body.addLayout(row)

    def _build_ways(self) -> None:
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.ways: dict[PaymentKind, QPushButton] = {}
        for kind in PaymentKind:
            button = _way_button()
            button.clicked.connect(lambda _=False, kind=kind: self._on_way(kind))
            self.ways[kind] = button
        self.mixed = _way_button()
        self._around.speech.bind(self.mixed.setText, _mixed)
        self._around.speech.bind(self.mixed.setAccessibleName, _mixed)
        self.mixed.clicked.connect(self._on_mixed)
        buttons = [*self.ways.values(), self.mixed]
        column = QVBoxLayout()
        column.setSpacing(6)
        for beside in (buttons[:3], buttons[3:]):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in beside:
                row.addWidget(button, 1)
            column.addLayout(row)
        self.body.addLayout(column)

    def _build_cash(self) -> None:
        self._cash = QWidget()
        grid = QGridLayout(self._cash)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setSpacing(6)
        words = said(self._around.speech, _handed, "hint")
        grid.addWidget(words, 0, 0, 1, 2)
        self.cash = self._field(_handed)
        self.cash.textEdited.connect(self._on_cash)
        grid.addWidget(self.cash, 0, 2)
        quick = QHBoxLayout()
        quick.setSpacing(6)
        grid.addLayout(quick, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.quick: list[QPushButton] = []
        for at in range(QUICK):
            button = QPushButton()
            button.setProperty("kind", "quick")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, at=at: self._on_quick(at))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            quick.addWidget(button)
            self.quick.append(button)
        self._change = label("strong")
        self.change = label("figure")
        self.change.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._change, 2, 0)
        grid.addWidget(self.change, 2, 1, 1, 2)
        self._quick_sums: tuple[Money, ...] = ()
        self.body.addWidget(self._cash)

    def _build_parts(self) -> None:
        self._parts = QWidget()
        grid = QGridLayout(self._parts)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        self.fields: dict[PaymentKind, QLineEdit] = {}
        # What is left stands above the fields: in a low window those below are scrolled away.
        self._left = label("strong")
        self.left = label("strong")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._left, 0, 0)
        grid.addWidget(self.left, 0, 1)
        for row, kind in enumerate(PaymentKind, start=1):
            grid.addWidget(said(self._around.speech, _way_phrase(kind), "muted"), row, 0)
            field = self._field(_way_phrase(kind))
            field.textEdited.connect(self._on_parts)
            self.fields[kind] = field
            grid.addWidget(field, row, 1)
        self.body.addWidget(self._parts)

    def _field(self, phrase: Phrase) -> QLineEdit:
        field = QLineEdit()
        field.setFixedWidth(104)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._around.speech.bind(field.setAccessibleName, phrase)
        return field

    def _show_quick(self, sums: tuple[Money, ...]) -> None:
        words = self._around.words
        texts = [formats.money(words, each) for each in sums]
        # Sums of many figures would be cut if three stood side by side.
        fit = QUICK if all(len(text) <= LONG_SUM for text in texts) else QUICK - 1
        self._quick_sums = sums[:fit]
        for at, button in enumerate(self.quick):
            button.setVisible(at < len(self._quick_sums))
            if at < len(self._quick_sums):
                text = texts[at]
                button.setText(text)
                button.setAccessibleName(words.say("Cash received: {amount}", amount=text))

    def _show_change(self, sums: Totals) -> None:
        words = self._around.words
        short = bool(sums.due) and bool(sums.paid)
        amount = sums.due if short else sums.change
        text = words.say("Still to pay") if short else words.say("Change")
        tone = "alarm" if short else "well"
        shown = bool(sums.paid)
        self._change.setText(text)
        self.change.setText(formats.money(words, amount))
        restyle(self.change, "tone", tone)
        self._change.setVisible(shown)
        self.change.setVisible(shown)
        self._left.setText(text if shown else words.say("Still to pay"))
        self.left.setText(formats.money(words, amount if shown else sums.total))
        restyle(self.left, "tone", tone if shown else "")

    # What happens ------------------------------------------------------------------------------

    def _on_way(self, kind: PaymentKind) -> None:
        if self._presenter is not None:
            self._presenter.choose_way(kind)
            self.forget()
            self.paid_changed.emit()

    def _on_mixed(self) -> None:
        if self._presenter is not None:
            self._presenter.mix()
            self.forget()
            self.paid_changed.emit()
            self.focus_cash()

    def _on_quick(self, at: int) -> None:
        plain = plain_number(self._quick_sums[at].amount)
        self.cash.setText(formats.as_typed(self._around.words, plain))
        self._on_cash(self.cash.text())

    def _on_cash(self, text: str) -> None:
        if self._presenter is not None:
            presenter = self._presenter
            self._read([self.cash], lambda: presenter.hand_over(text))

    def _on_parts(self) -> None:
        if self._presenter is not None:
            presenter = self._presenter
            texts = {kind: field.text() for kind, field in self.fields.items()}
            self._read(list(self.fields.values()), lambda: presenter.hand_over_parts(texts))

    def _read(self, fields: list[QLineEdit], read: Callable[[], None]) -> None:
        try:
            read()
        except RuleBroken as broken:
            self.wrong = broken
            typed = getattr(broken, "value", None)
            for field in fields:
                restyle(field, "wrong", len(fields) == 1 or field.text() == typed)
            self.refuse(explain(broken, self._around.words).title)
            return
        for field in fields:
            restyle(field, "wrong", False)
        self.wrong = None
        self.refuse("")
        self.paid_changed.emit()


def _way_button() -> QPushButton:
    button = QPushButton()
    button.setCheckable(True)
    button.setProperty("kind", "way")
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _rows(words: Words, sums: Totals) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    if not sums.lines:
        return rows
    discounts = sums.line_discounts + sums.sale_discount
    if discounts:
        rows.append((words.say("Subtotal"), formats.money(words, sums.subtotal), ""))
        rows.append((words.say("Discounts"), formats.money(words, -discounts), "well"))
    rows += [(phrases.vat(words, part), formats.money(words, part.vat), "") for part in sums.vat]
    return rows


def _way_phrase(kind: PaymentKind) -> Phrase:
    return lambda words: phrases.way(words, kind)


def _handed(words: Words) -> str:
    return words.say("Cash received")


def _mixed(words: Words) -> str:
    return words.say_in("way of paying", "Mixed")
