"""What follows a sale: its receipt comes out as this counter is set."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kartoteka.domain.printing import AfterSale
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.domain.backs import BackWish
    from kartoteka.shop.views import IssuedPaper
    from kartoteka.ui.papers.issued_print import IssuedPrint
    from kartoteka.ui.papers.preview import PreviewDialog


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
