"""What follows a sale: the drawer opens, and its receipt comes out as this counter is set."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.printing import AfterSale
from kartoteka.domain.sales import Payment, PaymentKind
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.domain.backs import BackWish
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper
    from kartoteka.ui.papers.issued_print import IssuedPrint
    from kartoteka.ui.papers.preview import PreviewDialog

DRAWER_KEY = "Ctrl+D"


class Afterwards:
    """The sale is saved before any of this begins, and stays whatever a printer does."""

    def __init__(self, around: Surroundings, page: QWidget) -> None:
        """Dialogs open over `page`."""
        self._around = around
        self._page = page

    @property
    def prints(self) -> bool:
        """Whether this counter prints after a sale at all."""
        return self._around.counter.ways.after_sale is not AfterSale.NOTHING

    def receipt(self, sale: int, back: "BackWish | None" = None) -> None:
        """Print the receipt of a sale in the way of this counter, with the back wished for."""
        way = self._around.counter.ways.after_sale
        if way is AfterSale.PREVIEW:
            self.preview(sale, back)
        elif way is AfterSale.PRINTER:
            self._issue(sale, back, lambda paper: self._print_of(paper).silent())
        elif way is AfterSale.STRIP:
            self._issue(sale, back, lambda paper: self._print_of(paper).strip())

    def preview(self, sale: int, back: "BackWish | None" = None) -> None:
        """Show the receipt of a sale; Enter prints it."""
        self._issue(sale, back, self._show)

    def open_for(self, payments: Sequence[Payment]) -> None:
        """Cash changes hands: open the drawer, if this counter is set so."""
        ways = self._around.counter.ways
        cash = any(each.kind is PaymentKind.CASH and each.amount for each in payments)
        if cash and ways.drawer and ways.strip_printer:
            self._kick(ways.strip_printer)

    def open_drawer(self) -> None:
        """Open the drawer without a sale; the journal tells who did, and when."""
        try:
            address = self._around.counter.ways.require_strip()
        except RuleBroken as missing:
            from kartoteka.ui.papers.issued_print import tell_strip_missing

            tell_strip_missing(self._around, missing)
            return

        def noted(_: "Done[None]") -> None:
            self._kick(address)

        self._around.desk.change(lambda shop: _note_opened(shop, address), noted)

    def _kick(self, address: str) -> None:
        self._around.counter.feed(
            lambda: _kick(address), lambda _: None, self._around.notices.trouble
        )

    def _issue(
        self, sale: int, back: "BackWish | None", then: "Callable[[IssuedPaper], None]"
    ) -> None:
        from kartoteka.ui.papers import asking

        self._around.desk.change(
            lambda shop: asking.issue(shop, sale, back), lambda done: then(done.value)
        )

    def _print_of(self, paper: "IssuedPaper") -> "IssuedPrint":
        from kartoteka.ui.papers.issued_print import IssuedPrint

        return IssuedPrint(self._around, self._page, paper)

    def _show(self, paper: "IssuedPaper") -> None:
        from kartoteka.ui.papers import asking, presenter
        from kartoteka.ui.papers.preview import PreviewDialog

        around, shown = self._around, presenter.PapersPresenter()
        shown.take(paper)
        wanted = shown.shown
        if wanted is None:
            return

        def print_it(dialog: "PreviewDialog", pdf: bytes) -> None:
            from kartoteka.ui.papers.issued_print import IssuedPrint

            IssuedPrint(around, dialog, paper, ended=dialog.on_printed).ask(pdf)

        PreviewDialog.begin(
            around,
            self._page,
            presenter.paper_title(around.words, paper),
            lambda shop: asking.pdf(shop, wanted),
            lambda shop: asking.save(shop, paper.id),
            print_it,
        )


def _note_opened(shop: "Shop", address: str) -> "Done[None]":
    from kartoteka.shop import strips

    return strips.note_opened_drawer(shop, address)


def _kick(address: str) -> bytes:
    from kartoteka.shop import strips

    return strips.kick(address)
