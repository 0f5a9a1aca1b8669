"""One run through the printer: chosen or silent, both sides, and what the seller is told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.printing import NoBacks, Part
from kartoteka.ui.folder import show_in_folder
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.order import Order
from kartoteka.ui.papers.placing import Sides, passes, sides

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kartoteka.shop import Shop


class PrintRun:
    """Prints an order in its passes; a cancelled dialog changes nothing."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        order: Order,
        ended: Callable[[], Any] | None = None,
    ) -> None:
        """Dialogs open over `parent`; `ended` comes after the last pass."""
        self._around = around
        self._window = parent
        self._order = order
        self._end = ended or _nothing
        self._part = Part.BOTH

    def ask(self) -> None:
        """Let the seller choose the printer and the sides."""
        from kartoteka.ui.papers.print_dialog import PrintDialog

        dialog = PrintDialog(self._around, self._window, self._order)
        # A lambda holds this run; PySide would let go of a bound method of a plain object.
        dialog.chosen.connect(lambda printer, part: self.go(printer, part))
        dialog.open()

    def silent(self, pdf: bytes) -> None:
        """Print at once, as this counter is set, the bytes that were made for its sides."""
        ways = self._around.counter.ways
        self.go(ways.printer, ways.sides, pdf)

    def go(self, printer: "str | QPrinter", part: Part, pdf: bytes = b"") -> None:
        """Print a part on a printer, given by name or as the system's dialog set it.

        `pdf`: its bytes when they are there already, else they are asked for.
        """
        from kartoteka.ui.papers import printing

        self._part = part
        if isinstance(printer, str):
            document = printing.Document(self._order.shown)
            try:
                name = printing.installed_printer(printer)
            except RuleBroken as broken:
                self._refused(broken)
                return
            printer = printing.prepared_printer(document, self._order.title, name)
        chosen = printer
        if pdf:
            self._begin(chosen, pdf)
            return
        self._order.ask_pdf(part, lambda pdf: self._begin(chosen, pdf))

    def _begin(self, printer: "QPrinter", pdf: bytes) -> None:
        from kartoteka.ui.papers import printing

        document = printing.Document(pdf)
        width, height = document.size_mm
        edge = sides(document.pages, width, height)
        runs = passes(
            document.pages,
            self._part,
            turns_by_itself=printing.turns_by_itself(printer),
            last_first=self._around.counter.ways.last_first,
        )
        if not runs:
            self._refused(NoBacks())
            return
        one_side = len(runs) > 1 or self._part in (Part.FRONTS, Part.BACKS)
        backs = runs[1] if len(runs) > 1 else ()

        def fronts_done(_: None) -> None:
            self._order.printed(self._part)
            if backs:
                self._turn(printer, pdf, backs, edge)
            else:
                self._end()

        self._around.counter.feed(
            lambda: printing.draw(pdf, printer, runs[0], one_side=one_side),
            fronts_done,
            self._refused,
        )

    def _turn(
        self, printer: "QPrinter", pdf: bytes, backs: tuple[int | None, ...], edge: Sides
    ) -> None:
        """Show how to turn the stack, then print the backs."""
        from kartoteka.ui.papers import printing
        from kartoteka.ui.papers.turn_dialog import TurnDialog

        def print_backs() -> None:
            self._around.counter.feed(
                lambda: printing.draw(pdf, printer, backs, one_side=True),
                lambda _: self._end(),
                self._refused,
            )

        dialog = TurnDialog(self._around, self._window, edge, sheets=len(backs))
        dialog.accepted.connect(print_backs)
        dialog.rejected.connect(lambda: self._end())
        dialog.open()

    def _refused(self, error: Exception) -> None:
        words = self._around.words
        again = (words.say("Print again"), lambda: self.ask())
        self._around.notices.trouble(error, again, self._order.comfort)


def _nothing() -> None:
    """Nobody waits for the end."""


def say_saved(around: Surroundings, path: Path) -> None:
    """A PDF was written: where it is, with a button that shows it."""
    words = around.words
    around.notices.say(
        words.say("Saved as {file} in {folder}", file=path.name, folder=str(path.parent)),
        (words.say("Show"), lambda: show_in_folder(path)),
    )


def save_pdf(around: Surroundings, save: "Callable[[Shop], Path]") -> None:
    """Let the shop write a PDF into the folder of its year, then tell where."""
    around.desk.ask(save, lambda path: say_saved(around, path))
