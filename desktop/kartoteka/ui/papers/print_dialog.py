"""Before printing: on which printer, and which sides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.domain.printing import Part
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import printing
from kartoteka.ui.papers.order import Order
from kartoteka.ui.speech import Phrase
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said
from kartoteka.ui.widgets.choice import ElidedChoice

WIDTH = 560
PARTS: dict[Part, Phrase] = {
    Part.BOTH: lambda words: words.say("Both sides, the printer turns the sheet"),
    Part.BY_HAND: lambda words: words.say("Both sides, turned by hand"),
    Part.FRONTS: lambda words: words.say("Fronts only"),
    Part.BACKS: lambda words: words.say("Backs only"),
}


class PrintDialog(QDialog):
    """Enter prints; it begins with what this counter is set to."""

    chosen = Signal(object, object)
    """The printer (its name, or as the system's dialog set it), and the part."""

    def __init__(self, around: Surroundings, parent: QWidget, order: Order) -> None:
        super().__init__(parent)
        self._around = around
        self._order = order
        self._document = printing.Document(order.shown)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, _title)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("head", order.title, wrap=True))
        column.addLayout(self._form())
        self.problem = label("alarm", wrap=True)
        around.speech.bind(self.problem.setText, _no_printer)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        some = self.printers.count() > 0
        self.problem.setVisible(not some)
        self.printers.setEnabled(some)
        self.go.setEnabled(some)
        (self.go if some else self.more).setFocus()

    @property
    def part(self) -> Part:
        """The sides that are chosen."""
        return Part(self.parts.currentData())

    def print(self) -> None:
        """Print on the printer that is chosen."""
        if self.go.isEnabled():
            self._end(str(self.printers.currentText()))

    def ask_system(self) -> None:
        """The system's own dialog knows trays, copies and everything else of a printer."""
        name = str(self.printers.currentText())
        printer = printing.prepared_printer(self._document, self._order.title, name)
        self._asked = printing.ask_system(self, printer, lambda: self._end(printer))

    def _end(self, printer: object) -> None:
        part = self.part
        self.accept()
        self.chosen.emit(printer, part)

    def _form(self) -> QFormLayout:
        speech, ways = self._around.speech, self._around.counter.ways
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.printers, self.parts = ElidedChoice(), ElidedChoice()
        self.printers.addItems(printing.printer_names())
        usual = ways.printer or printing.usual_printer()
        self.printers.setCurrentIndex(max(0, self.printers.findText(usual)))
        for part, phrase in PARTS.items():
            self.parts.addItem(phrase(speech.words), str(part))
        self.parts.setCurrentIndex(max(0, self.parts.findData(str(ways.sides))))
        several = self._document.pages > 1
        for box, phrase in ((self.printers, _printer), (self.parts, _sides)):
            speech.bind(box.setAccessibleName, phrase)
            name = said(speech, phrase)
            name.setBuddy(box)
            form.addRow(name, box)
        form.setRowVisible(self.parts, several)
        if not several:
            self.parts.setCurrentIndex(0)
        return form

    def _buttons(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.setSpacing(8)
        self.more = Button(theme, speech, _more)
        self.more.clicked.connect(self.ask_system)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.go = Button(theme, speech, _title, icon="printer", key="↵", kind="primary")
        self.go.clicked.connect(self.print)
        self.go.setDefault(True)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row


def _title(words: Words) -> str:
    return words.say("Print")


def _printer(words: Words) -> str:
    return words.say("Printer")


def _sides(words: Words) -> str:
    return words.say_in("of a sheet", "Sides")


def _more(words: Words) -> str:
    return words.say("System print dialog…")


def _no_printer(words: Words) -> str:
    return words.say("This computer has no printer. Connect one, or save the document as a PDF.")
