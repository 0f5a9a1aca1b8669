"""The card's right side: what to do now, what the client is worth, what to offer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.domain.offers import Offer
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.card_presenter import CardData
from kartoteka.ui.clients.editors import Link
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import GAP
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, restyle, said

if TYPE_CHECKING:
    from kartoteka.shop.clients import Acquaintance


WIDE_FIGURE = 8
"""Longer figures are set smaller, so that two stand side by side."""


class FiguresCard(CardFrame):
    """Four figures: all, on average, how often, and what silence puts at risk."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._data: CardData | None = None
        self.body.addWidget(said(around.speech, lambda words: words.say("In figures"), "head"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        self._figures = [ElidedLabel(look="figure") for _ in range(4)]
        self._names = [ElidedLabel(look="hint") for _ in range(4)]
        for at in range(4):
            row, column = at // 2 * 2, at % 2
            grid.addWidget(self._figures[at], row, column)
            grid.addWidget(self._names[at], row + 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, 38)
        self.body.addLayout(grid)
        around.speech.spoken.connect(self._redraw)

    def show_data(self, data: CardData) -> None:
        """Show a client's figures."""
        self._data = data
        self._redraw()

    def _redraw(self) -> None:
        if self._data is None:
            return
        words, view = self._around.words, self._data.view
        nothing = "—"
        risk = view.rhythm.at_risk
        shown = (
            (formats.money_round(words, view.total), words.say("total")),
            (
                formats.money_round(words, view.average) if view.purchases else nothing,
                words.say("average purchase"),
            ),
            (
                formats.number(words, view.rhythm.visits),
                words.count("visit", "visits", view.rhythm.visits),
            ),
            (
                formats.money_round(words, risk) if risk else nothing,
                words.say("at risk a year"),
            ),
        )
        for at, (figure, name) in enumerate(shown):
            self._figures[at].setText(figure)
            restyle(self._figures[at], "look", "figure" if len(figure) <= WIDE_FIGURE else "head")
            self._names[at].setText(name)


class OfferCard(CardFrame):
    """The running offer that goes on the back of the next paper."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=4)
        self._around = around
        self._offer: Offer | None = None
        self.body.addWidget(said(around.speech, lambda words: words.say("What to offer"), "head"))
        self._title = label("strong", wrap=True)
        self._reason = label("hint", wrap=True)
        self._until = label("hint", wrap=True)
        for line in (self._title, self._reason, self._until):
            self.body.addWidget(line)
        around.speech.spoken.connect(self._redraw)

    def show_offer(self, offer: Offer | None) -> None:
        """Show an offer; the card hides without one."""
        self._offer = offer
        self.setVisible(offer is not None)
        self._redraw()

    def _redraw(self) -> None:
        if self._offer is None:
            return
        words = self._around.words
        self._title.setText(self._offer.title)
        self._reason.setText(self._offer.reason)
        if self._offer.ends:
            day = formats.day_month(words, self._offer.ends)
            self._until.setText(words.say("until {day}, on the back of the receipt", day=day))


class DebtCard(CardFrame):
    """What the client owes, and the button that takes the money."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=8)
        self._around = around
        self._data: CardData | None = None
        self.text = label("head", wrap=True)
        self.body.addWidget(self.text)
        self.pay = Button(around.theme, around.speech, lambda words: words.say("Settle the debt"))
        self.pay.clicked.connect(self.ask)
        self.body.addWidget(self.pay)
        self.hide()
        around.speech.spoken.connect(self._redraw)

    def show_data(self, data: CardData) -> None:
        """Show the debt; the card hides without one."""
        self._data = data
        debt = data.view.debt
        self.setVisible(debt is not None and debt.minor > 0)
        self._redraw()

    def ask(self) -> None:
        """Open the dialog that takes the money."""
        from kartoteka.ui.till.dialogs import DebtDialog

        view = self._data.view if self._data else None
        if view is not None and view.debt is not None:
            client = view.client
            DebtDialog(self._around, self, client.id, client.name, view.debt).open()

    def _redraw(self) -> None:
        debt = self._data.view.debt if self._data else None
        if debt is not None:
            words = self._around.words
            amount = formats.money(words, debt)
            self.text.setText(words.say("Owes {amount}", amount=amount))


class RecommendedCard(CardFrame):
    """Whom this client recommended, and who recommended them: a click opens the card."""

    client_opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=4)
        self._around = around
        self._recommended: tuple[Acquaintance, ...] = ()
        self._by: Acquaintance | None = None
        self._title = label("head")
        self.body.addWidget(self._title)
        self._names = QVBoxLayout()
        self._names.setSpacing(2)
        self.body.addLayout(self._names)
        around.speech.spoken.connect(self._redraw)

    def show_data(self, data: CardData) -> None:
        """Show acquaintances; the card hides without any."""
        self._recommended, self._by = data.view.recommended, data.view.recommended_by
        self.setVisible(bool(self._recommended or self._by))
        self._redraw()

    def _redraw(self) -> None:
        words = self._around.words
        self._title.setText(words.say("Recommendations"))
        while (item := self._names.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._by is not None:
            text = words.say("recommended by {name}", name=self._by.name)
            self._add(text, self._by.id)
        for friend in self._recommended:
            self._add(words.say("recommended us to {name}", name=friend.name), friend.id)

    def _add(self, text: str, client: int) -> None:
        link = Link(text)
        link.opened.connect(lambda: self.client_opened.emit(client))
        self._names.addWidget(link)


class SidePanel(QWidget):
    """Buttons, figures, offer and recommendations."""

    purchase_wanted = Signal()
    call_wanted = Signal()
    client_opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.purchase = self._button(
            lambda words: words.say_in("button", "New sale"), "shopping-bag", "primary", "F2"
        )
        self.purchase.clicked.connect(self.purchase_wanted)
        self.call = self._button(
            lambda words: words.say_in("button", "Call"), "phone", "plain", "F5"
        )
        self.call.clicked.connect(self.call_wanted)
        self.buttons = QWidget()
        """Over the cards; a small window puts them over the rhythm."""
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.purchase, 1)
        row.addWidget(self.call)
        self._column = column
        self.take_buttons()
        self.offer = OfferCard(around)
        self.figures = FiguresCard(around)
        self.recommended = RecommendedCard(around)
        self.recommended.client_opened.connect(self.client_opened)
        self.debt = DebtCard(around)
        for card in (self.debt, self.offer, self.figures, self.recommended):
            column.addWidget(card)
        column.addStretch(1)

    def take_buttons(self) -> None:
        """Have the buttons over the cards again."""
        self._column.insertWidget(0, self.buttons)

    def show_data(self, data: CardData) -> None:
        """Show a client."""
        self.debt.show_data(data)
        self.offer.show_offer(data.offer)
        self.figures.show_data(data)
        self.recommended.show_data(data)
        deleted = data.view.deleted_at is not None
        self.purchase.setEnabled(not deleted)
        self.call.setEnabled(not deleted and bool(data.view.client.phones))

    def _button(self, phrase: Callable[[Words], str], icon: str, kind: str, key: str) -> Button:
        return Button(
            self._around.theme,
            self._around.speech,
            phrase,
            icon=icon,
            kind=kind,
            key=key,
        )
