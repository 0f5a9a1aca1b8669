"""Prints an issued paper on pages or a strip: the original once, then copies, each counted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.printing import Part
from kartoteka.ui.drawer import tell_strip_missing
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import asking, presenter
from kartoteka.ui.papers.order import Give, Order
from kartoteka.ui.papers.print_run import PrintRun

if TYPE_CHECKING:
    from kartoteka.shop.papers import Printout
    from kartoteka.shop.strips import Strip
    from kartoteka.shop.views import IssuedPaper


class IssuedPrint:
    """One print of one paper; it counts when the printer has taken it, and never before."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        paper: "IssuedPaper",
        *,
        size: str = "",
        again: bool = False,
        ended: Callable[[], Any] | None = None,
    ) -> None:
        """`size`: another one than the paper was issued on; `again`: the original once more."""
        self._around = around
        self._window = parent
        self._paper = paper
        self._size = size
        self._again = again
        self._ended = ended
        self._copy = False

    def ask(self, shown: bytes) -> None:
        """Let the seller choose the printer and the sides; `shown` is what they see of it."""
        self._run(shown).ask()

    def silent(self) -> None:
        """Print at once, as this counter is set."""
        self._ask_pdf(self._around.counter.ways.sides, lambda pdf: self._run(pdf).silent(pdf))

    def strip(self) -> None:
        """Print on the strip printer of this counter, then cut it."""
        ways = self._around.counter.ways
        try:
            address = ways.require_strip()
        except RuleBroken as missing:
            tell_strip_missing(self._around, missing)
            return
        paper, again = self._paper.id, self._again

        def made(strip: "Strip") -> None:
            self._copy = strip.copy
            self._around.counter.feed(
                lambda: asking.send_strip(strip, address),
                lambda _: self._count(self._around.words.say("Sent to the receipt printer.")),
                self._refused,
            )

        self._around.desk.ask(
            lambda shop: asking.strip_of(shop, paper, ways.strip_width, again=again), made
        )

    def _run(self, shown: bytes) -> PrintRun:
        title = presenter.paper_title(self._around.words, self._paper)
        order = Order(title, shown, self._ask_pdf, self._printed, self._comfort())
        return PrintRun(self._around, self._window, order, self._ended)

    def _ask_pdf(self, part: Part, give: Give) -> None:
        paper, size, again = self._paper.id, self._size, self._again

        def made(printout: "Printout") -> None:
            self._copy = printout.copy
            give(printout.pdf)

        self._around.desk.ask(
            lambda shop: asking.to_print(shop, paper, size, again=again, backs=part is Part.BACKS),
            made,
        )

    def _printed(self, part: Part) -> None:
        words = self._around.words
        if part is Part.BACKS:
            self._around.notices.say(words.say("Sent to the printer."))
        else:
            self._count(words.say("Sent to the printer."))

    def _count(self, text: str) -> None:
        paper, copy = self._paper.id, self._copy
        again = None
        if not copy:
            again = (self._around.words.say("Print it again"), lambda: self._print_again())
        self._around.notices.say(text, again)
        self._around.desk.change(lambda shop: asking.count_print(shop, paper, copy=copy))

    def _print_again(self) -> None:
        """The original did not come out well."""
        once_more = IssuedPrint(
            self._around, self._window, self._paper, size=self._size, again=True
        )
        once_more._ask_pdf(Part.BOTH, once_more.ask)

    def _refused(self, error: Exception) -> None:
        words = self._around.words
        again = (words.say("Print again"), lambda: self.strip())
        self._around.notices.trouble(error, again, self._comfort())

    def _comfort(self) -> str:
        """Said when it is not printed: a seller fears first that the sale is lost."""
        words = self._around.words
        if self._paper.kind == PaperKind.RECEIPT:
            return words.say("The sale is saved.")
        return words.say("The document is saved.")
