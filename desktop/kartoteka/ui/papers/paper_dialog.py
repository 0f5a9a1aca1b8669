"""What every dialog that issues a paper has: fields, what is missing, a problem, two buttons."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.errors import BadValue
from kartoteka.domain.papers import (
    Missing,
    NumberRangeUsedUp,
    PaperKind,
    PaperNotComplete,
)
from kartoteka.i18n.words import Words
from kartoteka.shop import days
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import asking, vat_ground
from kartoteka.ui.papers.back_choice import BackChoice, back_texts, back_title
from kartoteka.ui.papers.lacking import LackingBox, lead_to
from kartoteka.ui.papers.vat_ground import VatGroundField
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said
from kartoteka.ui.widgets.client_picker import ClientPicker
from kartoteka.ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper

Phrase = Callable[[Words], str]
Deed = Callable[["Shop"], "Done[IssuedPaper]"]
WIDTH, EDGE = 560, 40
VAT_GROUND = Missing("paper", "vat_ground")


@dataclass(frozen=True, slots=True)
class About:
    """What a dialog is about: its title, what its button says, and for whom the paper is."""

    title: Phrase
    go: Phrase
    kind: PaperKind
    client: int | None = None
    client_name: str = ""


class PaperDialog(QDialog):
    """Issues one paper once, whatever is pressed how often; a number is taken only then."""

    ready = Signal(object)
    """The issued paper (or the annulled one)."""
    left = Signal()
    """The dialog is put aside while something is filled in elsewhere."""

    def __init__(self, around: Surroundings, parent: QWidget, about: About) -> None:
        super().__init__(parent)
        self.around = around
        self.about = about
        self.client, self.client_name = about.client, about.client_name
        self._on_its_way = False
        self._sale: int | None = None
        self._asks_back = False
        self._vat_ground: VatGroundField | None = None
        self.back = BackChoice(around.speech)
        around.speech.bind(self.setWindowTitle, about.title)
        self.resize(min(WIDTH, parent.window().width() - EDGE), 0)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(22, 18, 22, 16)
        self.whole.setSpacing(10)
        self.whole.addWidget(said(around.speech, about.title, "head"))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.lacking = LackingBox(around)
        self.lacking.wanted.connect(self._on_lacking)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()

    # For the dialogs ---------------------------------------------------------------------------

    def deed(self) -> Deed | None:
        """What Issue does; None when a field is wrong, which `tell` has said."""
        raise NotImplementedError

    def add_row(self, phrase: Phrase, field: QWidget) -> None:
        """A field with its words at the left."""
        name = said(self.around.speech, phrase)
        name.setBuddy(field)
        self.form.addRow(name, field)

    def add_line(self, phrase: Phrase, hint: Phrase | None = None) -> QLineEdit:
        """A line to type into."""
        field = QLineEdit()
        field.setMaxLength(200)
        self.around.speech.bind(field.setAccessibleName, phrase)
        if hint is not None:
            self.around.speech.bind(field.setPlaceholderText, hint)
        field.textEdited.connect(lambda _: self.tell(""))
        self.add_row(phrase, field)
        return field

    def add_due(self) -> DayField:
        """The day until which it is to be paid."""
        field = DayField(self.around.theme, self.around.speech)
        self.around.speech.bind(field.set_name, _due)
        field.changed.connect(lambda _: self.tell(""))
        self.add_row(_due, field)
        return field

    def add_vat_ground(self) -> None:
        """Why no VAT is charged; only where a rate is zero."""
        self._vat_ground = field = VatGroundField(self.around.speech)
        field.typed.connect(lambda: self.tell(""))
        self.add_row(vat_ground.title, field)

    def take_vat_ground(self) -> str | None:
        """What was chosen, '' where it is not asked for, None when it is lacking (and told)."""
        field = self._vat_ground
        if field is None or field.ground:
            return field.ground if field else ""
        self.tell(vat_ground.lacking(self.around.words))
        field.setFocus()
        return None

    def add_back(self, sale: int | None = None) -> None:
        """What the back of the paper holds; `sale`: the one that the paper is about."""
        self._asks_back, self._sale = True, sale
        told = label("hint", wrap=True)
        self.back.changed.connect(
            lambda: told.setText(
                next(filter(None, back_texts(self.around.words, self.back.back)), "")
            )
        )
        self.add_row(back_title, self.back)
        self.form.addRow("", told)

    def finish_building(self, *, more: Button | None = None, key: str = "F12") -> None:
        """Put what is missing, the problem and the buttons under the fields."""
        theme, speech = self.around.theme, self.around.speech
        self.whole.addWidget(self.lacking)
        self.whole.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.go = Button(theme, speech, self.about.go, icon="check", key=key, kind="primary")
        self.go.clicked.connect(self.finish)
        for button in (cancel, more, self.go):
            if button is not None:
                row.addWidget(button)
        self.whole.addLayout(row)
        for keys in {key, "Ctrl+Return", "Ctrl+Enter"}:
            QShortcut(QKeySequence(keys), self, self.finish)
        self.check()

    def tell(self, sentence: str) -> None:
        """Say what is wrong; '' when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def due_on(self, field: DayField, today: date) -> date | None:
        """The day of a field, None for an empty one; raises BadValue and marks the field."""
        field.set_wrong(False)
        if not field.text.strip():
            return None
        try:
            return days.coming_day(field.text, today)
        except BadValue:
            field.set_wrong(True)
            self.tell(self.around.words.say("Enter the due date as dd.mm.yyyy."))
            field.setFocus()
            raise

    # What happens ------------------------------------------------------------------------------

    def check(self) -> None:
        """Ask what must still be filled in, before a number is taken."""
        kind, client = self.about.kind, self.client
        self.around.desk.ask(
            lambda shop: asking.missing(shop, kind, client),
            self.lacking.show_missing,
            key=(self, "missing"),
        )
        sale = self._sale
        if not self._asks_back:
            return
        self.around.desk.ask(
            lambda shop: asking.backs(shop, client, sale),
            lambda found: self.back.show_possible(*found),
            key=(self, "backs"),
        )

    def finish(self) -> None:
        """Issue the paper, or tell what is wrong."""
        if self._on_its_way:
            return
        deed = self.deed()
        if deed is not None:
            self.start(deed)

    def start(self, deed: Deed) -> None:
        """Let the shop do it, once."""
        self._on_its_way = True
        self.go.setEnabled(False)
        self.around.desk.change(deed, self._on_done, self._on_refused)

    def choose_client(self) -> None:
        """Find whom the paper is for."""
        picker = ClientPicker(self.around, self, lambda words: words.say("Whom is it for?"))
        picker.chosen.connect(self.take_client)
        picker.open()

    def take_client(self, client: int) -> None:
        """The paper is for this client."""
        self.client = client
        self.check()

    def _on_done(self, done: "Done[IssuedPaper]") -> None:
        self.ready.emit(done)
        self.accept()
        self.deleteLater()

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._on_its_way = False
        self.go.setEnabled(True)
        if isinstance(error, NumberRangeUsedUp):
            self.lacking.show_missing([Missing("shop", "numbers")])
        if isinstance(error, PaperNotComplete) and VAT_GROUND not in error.missing:
            self.lacking.show_missing(error.missing)
        elif is_expected(error):
            explained = explain(error, self.around.words)
            self.tell(f"{explained.title} {explained.advice}".strip())
        else:
            self.around.notices.trouble(error)

    def _on_lacking(self, missing: Missing) -> None:
        if missing.of == "paper":
            self.choose_client()
            return
        self.hide()
        self.left.emit()
        lead_to(self.around, missing, self.client)

    def reject(self) -> None:
        """Nothing is issued and nothing is kept."""
        super().reject()
        self.deleteLater()


def _due(words: Words) -> str:
    return words.say("Due date")
