"""The Sale page: a client, a basket, the sums, and one key that finishes it all."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kartoteka.domain.catalogue import Item, ItemLine, Suggestion
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.typed import Wanted
from kartoteka.i18n.words import Words
from kartoteka.ui.catalogue.item_field import ItemField
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.theme import GAP
from kartoteka.ui.till import asking, keys, phrases
from kartoteka.ui.till.basket_table import WIDE_FROM, BasketTable
from kartoteka.ui.till.buyer import Buyer
from kartoteka.ui.till.client_strip import ClientStrip
from kartoteka.ui.till.deeds import TillDeeds
from kartoteka.ui.till.presenter import (
    Column,
    Origin,
    TillPresenter,
    item_of_line,
)
from kartoteka.ui.till.proposals import Proposals
from kartoteka.ui.till.side import SIDE, TillSide
from kartoteka.ui.till.state_bar import StateBar
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import CardFrame

if TYPE_CHECKING:
    from kartoteka.domain.till import Basket
    from kartoteka.shop.changes import Changes


LOW = 520
"""Lower pages, in pixels, have room for fewer things beside the basket."""


class TillPage(Page):
    """All by keys: scan or type, Enter, F12."""

    name = "sale"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.presenter: TillPresenter | None = None
        self.facts: asking.Facts | None = None
        self.beside: asking.Beside | None = None
        self.deeds = TillDeeds(around, self)
        self.buyer = Buyer(around, self)
        self._hold = self._button(self._hold_words, "clock", key="F8")
        self._hold.clicked.connect(self.deeds.hold_or_resume)
        self._return = self._button(phrases.return_words, "undo-2", key="F9")
        self._return.clicked.connect(self.deeds.ask_return)
        self._more = IconButton(around.theme, around.speech, phrases.more_words, "ellipsis")
        self._more.clicked.connect(self.open_menu)
        self._build()
        keys.bind(self)
        around.speech.spoken.connect(self._redraw)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Sale")

    def buttons(self) -> list[QWidget]:
        """Hold, return, and what is needed less often."""
        return [self._hold, self._return, self._more]

    def accept(self, wish: Mapping[str, object]) -> None:
        """A client who buys (`client`), maybe on an `earlier` day."""
        self.buyer.wish(wish)

    def affected_by(self, changes: "Changes") -> bool:
        """Everything around the basket."""
        return bool(
            changes.clients
            or changes.lists
            or changes.sales
            or changes.settings
            or changes.everything
        )

    def refresh(self) -> None:
        """Ask for the basket that was open, once; then for what stands around it."""
        if self.presenter is None:
            self.around.desk.ask(asking.begin, self._on_begun, key=(self, "begin"))
        else:
            self.around.desk.ask(asking.facts, self._on_facts, key=(self, "facts"))
            self._ask_beside()

    def first_focus(self) -> QWidget | None:
        """The item field."""
        return self.field

    def go_back(self) -> bool:
        """Esc closes the list of items, or leaves a cell for the item field."""
        if self.field.is_dropped or self.field.input.text():
            self.field.leave()
            return True
        if not self.field.input.hasFocus():
            self.field.setFocus()
            return True
        return False

    def take_scan(self, code: str) -> bool:
        """A scan adds the item wherever the focus is; a client's card names the client."""
        self.around.desk.ask(lambda shop: asking.scanned(shop, code), self._on_scanned)
        return True

    def take_client(self, client: int) -> bool:
        """A client who was found in the search field buys."""
        return self.buyer.take(client)

    def take_new_client(self, text: str) -> bool:
        """Nobody of this name or phone was found: the client is added and buys."""
        return self.buyer.add(text)

    @property
    def waits_for_client(self) -> bool:
        """A client who is added on a card comes back here and buys."""
        return True

    def undo_step(self) -> bool:
        """Take the last change of the basket back."""
        if self.presenter is None or not self.presenter.undo():
            return False
        self.changed()
        return True

    def print_page(self) -> bool:
        """A sale is finished by F12 alone: printing must not take a number unasked."""
        self.around.notices.say(self.around.words.say("F12 finishes the sale and prints it."))
        return True

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of the till."""
        return keys.told(words)

    # Building ----------------------------------------------------------------------------------

    def _button(
        self, phrase: Callable[[Words], str], icon: str, *, key: str = "", kind: str = "plain"
    ) -> Button:
        around = self.around
        return Button(around.theme, around.speech, phrase, icon=icon, key=key, kind=kind)

    def _build(self) -> None:
        around = self.around
        whole = QHBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 18)
        whole.setSpacing(GAP)
        whole.addLayout(self._left(), 1)
        self.side = TillSide(around)
        self.pay, self.back = self.side.pay, self.side.back
        self.pay.paid_changed.connect(self._on_paid_changed)
        self.side.finish_wanted.connect(self.deeds.finish)
        whole.addWidget(self.side)

    def _left(self) -> QVBoxLayout:
        around = self.around
        column = QVBoxLayout()
        column.setSpacing(GAP)
        self.strip = ClientStrip(around)
        self.strip.choose_wanted.connect(around.navigator.begin_search)
        self.strip.card_wanted.connect(self._open_card)
        self.strip.removed.connect(self.buyer.remove)
        self.strip.debt_wanted.connect(self.deeds.pay_debt)
        column.addWidget(self.strip)
        card = CardFrame(margin=12, spacing=0)
        self.state = StateBar(around)
        self.state.left.connect(self.deeds.leave_state)
        card.body.addWidget(self.state)
        self.table = BasketTable(around)
        self.table.lines.written.connect(self._on_written)
        self.table.entered_cell.connect(self.field_focus)
        self.table.removed.connect(self.remove)
        self.table.stepped.connect(self._on_stepped)
        card.body.addWidget(self.table, 1)
        card.body.addSpacing(8)
        self.field = ItemField(around)
        self.field.chosen.connect(self._on_chosen)
        self.field.free.connect(self._on_free)
        self.field.walked.connect(self._on_walked)
        self.field.removed.connect(lambda: self.remove(self.table.row))
        self.field.stepped.connect(lambda step: self._on_stepped(self.table.row, step))
        card.body.addWidget(self.field)
        self.proposals = Proposals(around)
        self.proposals.chosen.connect(self._on_proposal)
        card.body.addWidget(self.proposals)
        card.body.addStretch(0)
        column.addWidget(card, 1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows have narrower columns and no ruler."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE + WIDE_FROM
        self.side.fit(wide=wide)
        self.table.fit(wide=wide)
        self.strip.fit(wide=wide)
        self.proposals.fit(low=self.height() < LOW)

    # Changing the basket -----------------------------------------------------------------------

    def changed(self) -> None:
        """The basket is another one now: show it, keep it, ask what goes with it."""
        presenter = self.presenter
        if presenter is None:
            return
        if self.pay.wrong is None:
            self.pay.refuse("")
        self._redraw()
        self.deeds.keep(presenter.basket)
        self._ask_beside()

    def begin(self, basket: "Basket") -> None:
        """Go on with another basket."""
        if self.presenter is None:
            return
        self.presenter.begin(basket)
        self.pay.forget()
        self.back.choice.forget()
        self.beside = None
        self.strip.show_buyer(None)
        self.changed()
        self.field.setFocus()

    def add(self, item: Item, quantity: Decimal = Decimal(1), origin: Origin | None = None) -> None:
        """Put an item into the basket; one without a price waits for it in its cell."""
        presenter = self.presenter
        if presenter is None:
            return
        rows: list[int] = []
        if self._try(lambda held: rows.append(held.add(item, quantity, origin))):
            self._show_line(rows[0])

    def remove(self, row: int) -> None:
        """Take a line out; Ctrl+Z and the message put it back."""
        presenter = self.presenter
        if presenter is None or not 0 <= row < len(presenter.basket.lines):
            return
        line = presenter.basket.lines[row]
        if self._try(lambda held: held.remove(row)):
            words = self.around.words
            self.around.notices.say(
                words.say("“{item}” removed.", item=line.name),
                (words.say("Undo"), self.undo_step),
            )
            if presenter.is_empty:
                self.field.setFocus()

    def set_details(self, on: date, note: str) -> None:
        """The day and the note of the sale; the present day is the one on which it is finished."""
        day = None if self.facts is not None and on == self.facts.today else on
        self._try(lambda presenter: presenter.set_details(day, note))

    def field_focus(self) -> None:
        """Go on with the next item."""
        self.field.setFocus()
        self.field.input.selectAll()

    def _try(self, change: Callable[[TillPresenter], object]) -> bool:
        """Do it and show it, or tell which rule was broken."""
        presenter = self.presenter
        if presenter is None:
            return False
        try:
            change(presenter)
        except RuleBroken as broken:
            self.around.notices.trouble(broken)
            return False
        self.deeds.put_change_away()
        self.changed()
        return True

    attempt = _try

    def _show_line(self, row: int) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        self.table.choose(row)
        if presenter.basket.lines[row].price is None:
            self.table.edit_cell(row, Column.PRICE)
        else:
            self.field.setFocus()

    def edit_discount(self) -> None:
        """Write a discount on the line in hand."""
        if self.table.row >= 0:
            self.table.edit_cell(self.table.row, Column.DISCOUNT)

    # What happens ------------------------------------------------------------------------------

    def _on_begun(self, answer: "tuple[Basket, asking.Facts]") -> None:
        basket, facts = answer
        self.facts = facts
        self.presenter = TillPresenter(basket, facts.least_margin)
        self._redraw()
        self._ask_beside()
        self.buyer.grant()
        self.filled.emit()

    def _on_facts(self, facts: asking.Facts) -> None:
        self.facts = facts
        if self.presenter is not None:
            self.presenter.least_margin = facts.least_margin
        self._redraw()

    def _ask_beside(self) -> None:
        if self.presenter is not None:
            basket = self.presenter.basket
            self.around.desk.ask(
                lambda shop: asking.beside(shop, basket), self._on_beside, key=(self, "beside")
            )

    def _on_beside(self, beside: asking.Beside) -> None:
        self.beside = beside
        self.buyer.look_after(beside)
        self.strip.show_buyer(beside.buyer)
        self.proposals.show_proposals(beside.proposals)
        self.back.choice.show_possible(beside.possible, beside.wish)

    def _on_scanned(self, scanned: asking.Scanned) -> None:
        if scanned.item is not None:
            self.add(scanned.item, origin=Origin(code=scanned.code))
        elif scanned.client is not None:
            self.buyer.take(scanned.client)
        else:
            self.deeds.tell_unknown(scanned.code)

    def _on_chosen(self, line: ItemLine, quantity: Decimal) -> None:
        self.add(item_of_line(line), quantity)

    def _on_free(self, wanted: Wanted) -> None:
        rows: list[int] = []
        if self._try(lambda presenter: rows.append(presenter.add_free(wanted))):
            self._show_line(rows[0])

    def _on_proposal(self, found: Suggestion) -> None:
        self.add(item_of_line(found.item), origin=Origin(proposal=found))

    def _on_written(self, row: int, column: Column, text: str) -> None:
        presenter = self.presenter
        if presenter is not None and text != presenter.cell_text(row, column):
            self._try(lambda held: held.write(row, column, text))

    def _on_stepped(self, row: int, step: int) -> None:
        if self.presenter is not None and 0 <= row < len(self.presenter.basket.lines):
            self._try(lambda presenter: presenter.step_quantity(row, step))

    def _on_walked(self, _step: int) -> None:
        if self.table.row >= 0:
            self.table.setFocus()
            self.table.choose(self.table.row)

    def _on_paid_changed(self) -> None:
        presenter = self.presenter
        if presenter is not None:
            self.pay.show_sums(presenter, presenter.sums())
            self.deeds.keep(presenter.basket)

    def _open_card(self) -> None:
        if self.presenter is not None and self.presenter.basket.client is not None:
            self.around.navigator.show_card(self.presenter.basket.client)

    def open_menu(self) -> None:
        """What is needed less often; the arrows choose."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.deeds.fill_menu(menu)
        menu.setActiveAction(next(each for each in menu.actions() if each.isEnabled()))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _hold_words(self, words: Words) -> str:
        empty = self.presenter is None or self.presenter.is_empty
        return phrases.hold(words, self.facts.waiting if self.facts else 0, empty=empty)

    def _redraw(self) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        for setter in (self._hold.setText, self._hold.setAccessibleName):
            setter(self._hold_words(self.around.words))
        sums = presenter.sums()
        self.table.lines.show_sums(presenter, sums)
        self.pay.show_sums(presenter, sums)
        self.back.show_sums(sums)
        self.state.show_basket(presenter.basket, self.facts.today if self.facts else None)
        self.field.show_whether_items(self.facts is None or self.facts.items > 0)
        self.side.show_end(back=presenter.basket.back, possible=not presenter.is_empty)
