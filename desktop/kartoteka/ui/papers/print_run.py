"""One run through the printer: the system's dialog, both sides, and what the seller is told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.folder import show_in_folder
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.placing import passes
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kartoteka.shop import Shop
    from kartoteka.ui.papers.printing import Document

TURN_WIDTH = 420
Give = Callable[[bytes], Any]
AskPdf = Callable[[Give], Any]


class PrintRun(QObject):
    """Asks for the printer, then for the PDF, and prints; a cancelled dialog changes nothing."""

    def __init__(self, around: Surroundings, parent: QWidget, title: str) -> None:
        """`title` is what the printer's queue calls it."""
        super().__init__(parent)
        self._around = around
        self._window = parent
        self._title = title
        self._then: Callable[[], Any] | None = None

    def start(
        self,
        shown: bytes,
        ask_pdf: Callable[[Callable[[bytes], Any]], Any],
        then: Callable[[], Any],
    ) -> None:
        """Open the dialog for a paper like `shown`.

        `ask_pdf(give)` is called when the seller pressed Print, and gives the bytes to print (a
        copy is counted only then); `then` comes when they went to the printer, and tells so.
        """
        from kartoteka.ui.papers import printing

        self._then = then
        document = printing.Document(shown)
        printer = printing.prepared_printer(document, self._title)
        self._dialog = printing.ask_printer(
            self._window, printer, lambda: ask_pdf(lambda pdf: self.print_on(printer, pdf))
        )

    def print_on(self, printer: "QPrinter", pdf: bytes) -> None:
        """Print on a printer that was chosen; asks to turn the sheet where it cannot."""
        from kartoteka.ui.papers import printing

        document = printing.Document(pdf)
        runs = passes(document.pages, turns_by_itself=printing.turns_by_itself(printer))
        if len(runs) == 1:
            self._ended(printing.draw(document, printer, runs[0]))
            return
        if not printing.draw(document, printer, runs[0]):
            self._ended(False)
            return
        dialog = TurnDialog(self._around, self._window)
        dialog.accepted.connect(lambda: self._print_backs(document, printer, runs[1]))
        dialog.open()

    def _print_backs(
        self, document: "Document", printer: "QPrinter", pages: tuple[int, ...]
    ) -> None:
        from kartoteka.ui.papers import printing

        self._ended(printing.draw(document, printer, pages))

    def _ended(self, printed: bool) -> None:
        if not printed:
            self._around.notices.say(_no_printer(self._around.words))
            return
        if self._then is not None:
            self._then()


class TurnDialog(QDialog):
    """Between the fronts and the backs on a printer that cannot turn a sheet."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        around.speech.bind(self.setWindowTitle, _turn_title)
        self.setMinimumWidth(TURN_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, _turn_title, "head"))
        how = label("muted", wrap=True)
        around.speech.bind(how.setText, _turn_text)
        column.addWidget(how)
        row = QHBoxLayout()
        row.addStretch(1)
        stop = Button(around.theme, around.speech, _no_back)
        stop.clicked.connect(self.reject)
        row.addWidget(stop)
        go = Button(around.theme, around.speech, _print_back, icon="printer", kind="primary")
        go.clicked.connect(self.accept)
        row.addWidget(go)
        column.addLayout(row)
        go.setFocus()


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


def _no_printer(words: Words) -> str:
    return words.say("The printer does not answer. Is it switched on, and has it paper?")


def _turn_title(words: Words) -> str:
    return words.say("Turn the sheet over")


def _turn_text(words: Words) -> str:
    return words.say(
        "The front is printed. Put the sheet back into the printer, turned over like a page of a"
        " book, with its top where it was. Then the back falls exactly behind the front."
    )


def _no_back(words: Words) -> str:
    return words.say("Without the back")


def _print_back(words: Words) -> str:
    return words.say("Print the back")
