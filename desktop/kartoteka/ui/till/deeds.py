"""What the Sale page does with the shop: keeping, holding, finishing, returning, undoing."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from kartoteka.domain.catalogue import Item
from kartoteka.domain.errors import RuleBroken
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui import drawer
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till.afterwards import Afterwards
from kartoteka.ui.till.dialogs import DebtDialog, DetailsDialog, HeldDialog
from kartoteka.ui.till.presenter import Origin, discount_text, emptied
from kartoteka.ui.till.returns import ReturnDialog
from kartoteka.ui.widgets.line_dialog import LineDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from kartoteka.domain.backs import BackWish
    from kartoteka.domain.money import Money
    from kartoteka.domain.sales import Sale
    from kartoteka.domain.till import Basket
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.till import Held
    from kartoteka.ui.till.page import TillPage


class TillDeeds:
    """Belongs to one Sale page."""

    def __init__(self, around: Surroundings, page: "TillPage") -> None:
        self._around = around
        self._page = page
        self.afterwards = Afterwards(around, page)
        self._finishing = ""
        """The uuid of the basket that is on its way into the book."""
        self._wish: BackWish | None = None
        self._unknown = ""
        """The code that was scanned last and that nothing has."""

    # Keeping and finishing ---------------------------------------------------------------------

    def keep(self, basket: "Basket") -> None:
        """Keep the basket for after a power cut; of several steps only the last is written."""

        def write(shop: "Shop") -> "Done[None]":
            from kartoteka.shop import till

            return till.keep_open_basket(shop, basket)

        self._around.desk.change(write, key=(self._page, "keep"))

    def finish(self, *, paper: bool = True) -> None:
        """Record the basket once, whatever is pressed how often; then print its receipt."""
        presenter = self._page.presenter
        if presenter is None or presenter.is_empty:
            if presenter is not None:
                self._page.field_focus()
            return
        if self._page.pay.wrong is not None:
            self._around.notices.trouble(self._page.pay.wrong)
            return
        try:
            basket, rest = presenter.payable()
        except RuleBroken as broken:
            self._on_refused(broken)
            self._page.pay.focus_cash()
            return
        self._wish = self._page.back.choice.wish
        if self._finishing == basket.uuid:
            return
        self._finishing = basket.uuid
        change = presenter.sums().change if presenter.basket.tendered else None

        def record(shop: "Shop") -> "Done[Sale]":
            from kartoteka.shop import till

            return till.finish(shop, basket, rest)

        self._around.desk.change(
            record,
            lambda done: self._on_finished(done, basket, change, paper=paper),
            self._on_refused,
        )

    def put_change_away(self) -> None:
        """The next sale has begun."""
        if self._page.state.shows_change:
            self._page.state.show_change(None)

    def leave_state(self) -> None:
        """The usual sale again: of today, with the shop's prices, without note and discount."""
        page, facts = self._page, self._page.facts
        if page.state.shows_change:
            page.state.show_change(None)
            return
        if page.presenter is None or facts is None:
            return
        presenter = page.presenter
        presenter.basket = replace(
            presenter.basket,
            on=None,
            back=False,
            note="",
            sale_discount=None,
            prices_include_vat=facts.prices_include_vat,
        )
        page.changed()

    def _on_finished(
        self, done: "Done[Sale]", basket: "Basket", change: "Money | None", *, paper: bool
    ) -> None:
        page, words, sale, wish = self._page, self._around.words, done.value, self._wish
        total = formats.money(words, -sale.total if sale.total.minor < 0 else sale.total)
        if basket.back:
            text = words.say("{amount} refunded.", amount=total)
        else:
            text = words.say("Sale {number}: {total}.", number=sale.number or "", total=total)
        toast = self._around.notices.done(text, done.changes)
        if not paper or not self.afterwards.prints:
            toast.add_action(words.say("Print"), lambda: self.afterwards.preview(sale.id, wish))
            self._around.notices.place()
        presenter = page.presenter
        if presenter is not None and presenter.basket.uuid == basket.uuid:
            page.begin(self._fresh(basket))
        if change:
            page.state.show_change(change)
        drawer.open_for(self._around, sale.payments)
        if paper:
            self.afterwards.receipt(sale.id, wish)

    def _fresh(self, before: "Basket") -> "Basket":
        """An empty basket of today."""
        facts = self._page.facts
        return replace(
            emptied(before),
            prices_include_vat=facts.prices_include_vat if facts else before.prices_include_vat,
        )

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._finishing = ""
        self._around.notices.trouble(error)
        if is_expected(error):
            self._page.pay.refuse(explain(error, self._around.words).title)

    # Holding -----------------------------------------------------------------------------------

    def hold_or_resume(self) -> None:
        """Let the basket wait; with an empty one, go on with a sale that waits."""
        page = self._page
        if page.presenter is None:
            return
        if page.presenter.is_empty:
            self.ask_held()
        else:
            self.hold(page.field_focus)

    def hold(self, then: "Callable[[], object]") -> None:
        """Let the basket wait; `then` comes with an empty one on the screen."""
        page = self._page
        if page.presenter is None:
            return
        basket = page.presenter.basket
        name = page.beside.buyer.client.name if page.beside and page.beside.buyer else ""

        def hold(shop: "Shop") -> "Done[Held]":
            from kartoteka.shop import till

            return till.hold(shop, basket, name)

        def held(done: "Done[Held]") -> None:
            words = self._around.words
            page.begin(self._fresh(basket))
            uuid = done.value.uuid
            self._around.notices.say(
                words.say("Sale on hold; F8 resumes it."),
                (words.say("Resume"), lambda: self.resume(uuid)),
            )
            then()

        self._around.desk.change(hold, held)

    def ask_held(self) -> None:
        """Show the sales that wait."""

        def show(held: "list[Held]") -> None:
            if not held:
                self._around.notices.say(self._around.words.say("No sales on hold."))
                return
            dialog = HeldDialog(self._around, self._page, held)
            dialog.resumed.connect(self.resume)
            dialog.dropped.connect(self._drop)
            dialog.open()

        self._around.desk.ask(_held_sales, show)

    def resume(self, uuid: str) -> None:
        """Go on with a held sale; the one on the screen waits instead."""

        def go_on(shop: "Shop") -> "Done[Basket]":
            from kartoteka.shop import till

            return till.resume(shop, uuid)

        self._around.desk.change(go_on, lambda done: self._page.begin(done.value))

    def _drop(self, uuid: str) -> None:
        def drop(shop: "Shop") -> "Done[None]":
            from kartoteka.shop import till

            return till.drop_held(shop, uuid)

        words = self._around.words
        self._around.desk.change(
            drop,
            lambda done: self._around.notices.done(
                words.say("The held sale was discarded."), done.changes
            ),
        )

    # Returns, discounts, debts -----------------------------------------------------------------

    def ask_return(self) -> None:
        """Ask which sale goods come back from."""
        ReturnDialog.begin(self._around, self._page)

    def ask_sale_discount(self) -> None:
        """Ask for a percent or a sum off the whole sale."""
        page = self._page
        if page.presenter is None or page.presenter.is_empty:
            return

        def take(
            text: str, done: "Callable[[], None]", refused: "Callable[[Exception], None]"
        ) -> None:
            try:
                if page.presenter is not None:
                    page.presenter.discount_sale(text)
            except Exception as error:
                refused(error)
                return
            done()
            page.changed()

        plain = discount_text(page.presenter.basket.sale_discount)
        now = formats.as_typed(self._around.words, plain)
        LineDialog(
            self._around, page, _discount_title, _discount_hint, _take_words, take, now
        ).open()

    def ask_details(self) -> None:
        """Ask for another day and a note."""
        page = self._page
        if page.presenter is None or page.facts is None:
            return
        basket = page.presenter.basket
        today = page.facts.today
        dialog = DetailsDialog(self._around, page, basket.on or today, today, basket.note)
        dialog.chosen.connect(page.set_details)
        dialog.open()

    def pay_debt(self) -> None:
        """Take money for what the client owes."""
        buyer = self._page.beside.buyer if self._page.beside else None
        if buyer is not None and buyer.debt is not None:
            client = buyer.client
            DebtDialog(self._around, self._page, client.id, client.name, buyer.debt).open()

    def open_drawer(self) -> None:
        """Open the cash drawer without a sale."""
        drawer.open_drawer(self._around)

    # Unknown codes and the menu ----------------------------------------------------------------

    def tell_unknown(self, code: str) -> None:
        """Nothing has this code: say so, with a way to add it."""
        from kartoteka.domain.catalogue import UnknownItem

        words = self._around.words
        self._unknown = code
        self._around.notices.trouble(
            UnknownItem(code), (words.say("Add to the catalogue"), lambda: self.add_item(code))
        )

    def add_item(self, code: str = "") -> None:
        """A new item, with the code that was not known; it goes straight into the basket."""
        from kartoteka.ui.catalogue.editor import ItemDialog

        code, self._unknown = code or self._unknown, ""
        dialog = ItemDialog(
            self._around, self._page, Item(name="", barcodes=(code,) if code else ())
        )
        dialog.saved.connect(
            lambda item: self._page.add(item, origin=Origin(code=code) if code else None)
        )
        dialog.open()

    def fill_menu(self, menu: QMenu) -> None:
        """What is needed less often."""
        words, page = self._around.words, self._page
        presenter = page.presenter
        if presenter is None:
            return
        some = not presenter.is_empty
        discount = menu.addAction(words.say("Discount on the whole sale…"), self.ask_sale_discount)
        discount.setEnabled(some)
        menu.addAction(words.say("Day and note…"), self.ask_details)
        if page.facts is not None and not page.facts.prices_include_vat:
            vat = menu.addAction(words.say("Prices with VAT"))
            vat.setCheckable(True)
            vat.setChecked(presenter.basket.prices_include_vat)
            vat.toggled.connect(
                lambda on: page.attempt(lambda presenter: presenter.include_vat(on))
            )
        menu.addAction(words.say("Held sales…"), self.ask_held)
        menu.addSeparator()
        navigator = self._around.navigator
        menu.addAction(words.say("Catalogue"), lambda: navigator.show_page("catalogue"))
        menu.addAction(words.say("End of day"), lambda: navigator.show_page("day"))
        if self._around.counter.ways.strip_printer:
            kick = menu.addAction(words.say("Open the drawer"), self.open_drawer)
            kick.setShortcut(QKeySequence(drawer.DRAWER_KEY))
        menu.addSeparator()
        drop = menu.addAction(words.say("Empty the basket"), self._empty)
        drop.setEnabled(some)

    def _empty(self) -> None:
        page, words = self._page, self._around.words
        if page.presenter is None:
            return
        before = page.presenter.basket
        page.begin(self._fresh(before))
        self._around.notices.say(
            words.say("The basket is empty."), (words.say("Undo"), lambda: page.begin(before))
        )


def _held_sales(shop: "Shop") -> "list[Held]":
    from kartoteka.shop import till

    return till.held_sales(shop)


def _discount_title(words: Words) -> str:
    return words.say("Discount on the whole sale")


def _discount_hint(words: Words) -> str:
    return words.say("10% or a sum")


def _take_words(words: Words) -> str:
    return words.say("Apply")
