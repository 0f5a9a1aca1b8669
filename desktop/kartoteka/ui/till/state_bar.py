"""What is unusual about the sale, above its lines; after a sale, the change in large figures."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kartoteka.domain.money import Money
from kartoteka.domain.till import Basket
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.buttons import IconButton
from kartoteka.ui.widgets.card_frame import ElidedLabel, label, restyle


class StateBar(QFrame):
    """A return without a sale, an earlier day, a note, prices without VAT, or the change."""

    left = Signal()
    """The seller wants the usual state again."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("soft")
        self._around = around
        self._basket: Basket | None = None
        self._today: date | None = None
        self._change: Money | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        self.text = ElidedLabel(look="strong")
        row.addWidget(self.text, 1)
        self.amount = label("great")
        row.addWidget(self.amount)
        close = IconButton(around.theme, around.speech, _usual, "x")
        close.clicked.connect(self.left)
        row.addWidget(close)
        self.hide()
        around.speech.spoken.connect(self._redraw)

    @property
    def shows_change(self) -> bool:
        """Whether the change of the last sale is on the screen."""
        return self._change is not None

    def show_basket(self, basket: Basket, today: date | None) -> None:
        """Tell what is unusual about a basket."""
        self._basket, self._today = basket, today
        self._redraw()

    def show_change(self, change: Money | None) -> None:
        """What goes back to the client who has just paid; None puts it away."""
        self._change = change
        self._redraw()

    def _redraw(self) -> None:
        words, change = self._around.words, self._change
        parts = [] if self._basket is None else _unusual(words, self._basket, self._today)
        self.setVisible(change is not None or bool(parts))
        self.amount.setVisible(change is not None)
        restyle(self, "objectName", "soft" if change is not None else "careful")
        if change is not None:
            self.text.setText(words.say("Change"))
            amount = formats.money(words, change)
            self.amount.setText(amount)
            self.setAccessibleName(words.say("Change: {amount}", amount=amount))
        else:
            self.text.setText("  ·  ".join(parts))
            self.setAccessibleName(self.text.text())


def _unusual(words: Words, basket: Basket, today: date | None) -> list[str]:
    parts = []
    if basket.back:
        parts.append(words.say("Return without a sale"))
    if basket.on is not None and basket.on != today:
        parts.append(words.say("Sale of {day}", day=formats.date_long(words, basket.on)))
    if not basket.prices_include_vat:
        parts.append(words.say("Prices without VAT"))
    if basket.sale_discount is not None:
        discount = phrases.discount(words, basket.sale_discount)
        parts.append(words.say("{discount} on the whole sale", discount=discount))
    if basket.note:
        parts.append(basket.note)
    return parts


def _usual(words: Words) -> str:
    return words.say("Back to a normal sale")
