"""A paper before it is printed: its pages, then print it or keep it as a PDF."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.domain.printing import Part
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.order import Give, plain_order
from kartoteka.ui.papers.pages_view import PagesView
from kartoteka.ui.papers.print_run import PrintRun, save_pdf
from kartoteka.ui.theme import dead
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import ElidedLabel

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

PrintIt = Callable[["PreviewDialog", bytes], object]
EDGE = 28
"""The dialog leaves so much of the window around it."""


class MadeOnce:
    """Makes a document the first time that it leaves the program, and then gives the same one."""

    def __init__(self, make: "Callable[[Shop], bytes]") -> None:
        self._make = make
        self._pdf = b""

    def __call__(self, shop: "Shop") -> bytes:
        """What was made."""
        if not self._pdf:
            self._pdf = self._make(shop)
        return self._pdf

    def ask(self, shop: "Shop") -> "Done[bytes]":
        """What was made, as the answer of a deed."""
        from kartoteka.shop.changes import Changes, Done

        return Done(self(shop), Changes())


class PreviewDialog(QDialog):
    """Ctrl+P prints, Ctrl+S keeps the PDF in the folder of its year, Esc closes."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        title: str,
        pdf: bytes,
        save: "Callable[[Shop], Path]",
        print_it: PrintIt | None = None,
    ) -> None:
        """`print_it(dialog, pdf)` prints a paper that is counted; others are printed as shown."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around = around
        self._print = print_it
        self._title = title
        self._pdf = pdf
        self._save = save
        self.setWindowTitle(title)
        window = parent.window()
        while (over := window.parentWidget()) is not None:
            window = over.window()
        self.resize(window.width() - 2 * EDGE, window.height() - 2 * EDGE)
        self.pages = PagesView(around)
        self._build()
        self.pages.show_pdf(pdf)
        for keys, do in (("Ctrl+P", self.print), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(keys), self, do)
        for keys, nearer in (("Ctrl++", True), ("Ctrl+=", True), ("Ctrl+-", False)):
            QShortcut(QKeySequence(keys), self, partial(self.pages.zoom, nearer=nearer))
        QShortcut(QKeySequence("Ctrl+0"), self, partial(self.pages.set_zoom, 1.0))

    @classmethod
    def begin(
        cls,
        around: Surroundings,
        parent: QWidget,
        title: str,
        draw: "Callable[[Shop], bytes]",
        save: "Callable[[Shop], Path]",
        print_it: PrintIt | None = None,
    ) -> None:
        """Let the shop draw the paper, then show it."""

        def show(pdf: bytes) -> None:
            cls(around, parent, title, pdf, save, print_it).open()

        around.desk.ask(draw, show)

    @classmethod
    def make(
        cls,
        around: Surroundings,
        parent: QWidget,
        title: str,
        name: str,
        draw: "Callable[[Shop], bytes]",
        make: "Callable[[Shop], bytes]",
    ) -> None:
        """Show what `draw` gives; the first print or file of it is of what `make` wrote down."""
        made = MadeOnce(make)

        def print_it(dialog: "PreviewDialog", pdf: bytes) -> None:
            order = plain_order(around, title, pdf)

            def ask_pdf(_part: Part, give: Give) -> None:
                around.desk.change(made.ask, lambda done: give(done.value))

            PrintRun(around, dialog, replace(order, ask_pdf=ask_pdf), dialog.on_printed).ask()

        cls.begin(around, parent, title, draw, partial(_save_drawn, name, made), print_it)

    def print(self) -> None:
        """Choose the printer and the sides."""
        if self._print is not None:
            self._print(self, self._pdf)
            return
        order = plain_order(self._around, self._title, self._pdf)
        PrintRun(self._around, self, order, self.on_printed).ask()

    def save(self) -> None:
        """Keep it as a PDF."""
        save_pdf(self._around, self._save)

    def on_printed(self) -> None:
        """Every page went to the printer; the dialog may have gone before."""
        if not dead(self.accept):
            self.accept()

    def _build(self) -> None:
        theme, speech = self._around.theme, self._around.speech
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(ElidedLabel(self._title, look="head"), 1)
        close = Button(theme, speech, _close, key="Esc")
        close.clicked.connect(self.reject)
        keep = Button(theme, speech, _save, icon="save", key="Ctrl+S")
        keep.clicked.connect(self.save)
        go = Button(theme, speech, _print, icon="printer", key="Ctrl+P", kind="primary")
        go.clicked.connect(self.print)
        go.setDefault(True)
        for phrase, icon, nearer in ((_zoom_out, "minus", False), (_zoom_in, "plus", True)):
            zoom = IconButton(theme, speech, phrase, icon)
            zoom.clicked.connect(partial(self.pages.zoom, nearer=nearer))
            head.addWidget(zoom)
        for button in (close, keep, go):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        go.setFocus()


def show_drawn(
    around: Surroundings, parent: QWidget, title: str, name: str, draw: "Callable[[Shop], bytes]"
) -> None:
    """Show a paper without a number; it is kept under `name` and the day."""
    PreviewDialog.begin(around, parent, title, draw, partial(_save_drawn, name, draw))


def _save_drawn(name: str, draw: "Callable[[Shop], bytes]", shop: "Shop") -> Path:
    from kartoteka.shop import papers

    pdf, day = draw(shop), shop.today()
    path = shop.folder / str(day.year) / f"{name}-{day.isoformat()}.pdf"
    papers.save_pdf(pdf, path)
    return path


def _close(words: Words) -> str:
    return words.say("Close")


def _save(words: Words) -> str:
    return words.say("Save as PDF")


def _print(words: Words) -> str:
    return words.say("Print")


def _zoom_in(words: Words) -> str:
    return words.say("Zoom in")


def _zoom_out(words: Words) -> str:
    return words.say("Zoom out")
