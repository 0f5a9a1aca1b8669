"""The form of one offer, with every rule told while one writes, and the back as it will look."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n import LANGUAGES, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.offers import presenter
from kartoteka.ui.offers.presenter import SPANS, Field, OfferForm, Typed
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.pages_view import PagesView
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, label, restyle, said, scrolling
from kartoteka.ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from kartoteka.domain.offers import Offer
    from kartoteka.shop import Shop

PREVIEW_MS = 250
"""The back is drawn anew when nobody has typed for so long."""
PREVIEW_WIDTH = 380
BESIDE_FROM = 780
REASON_HEIGHT = 92


class ReasonField(QPlainTextEdit):
    """Several lines; Tab goes on, Ctrl+Enter saves."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter belongs to the form."""
        if event.modifiers() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class FormView(QWidget):
    """Edits one offer; the page saves it."""

    save_wanted = Signal(object)
    delete_wanted = Signal(int)
    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.form: OfferForm | None = None
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self.draw_back)
        self.pages = PagesView(around)
        self._build()
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        around.speech.spoken.connect(self._say)

    # What the page tells it --------------------------------------------------------------------

    def edit(self, form: OfferForm) -> None:
        """Begin to write an offer."""
        self.form = form
        self._showing = True
        typed = form.typed
        self.title.setText(typed.title)
        self.reason.setPlainText(typed.reason)
        self.begins.set_text(typed.begins)
        self.ends.set_text(typed.ends)
        self.code.setText(typed.code)
        self.language.setCurrentIndex(max(0, self.language.findData(typed.language)))
        self._showing = False
        self.delete.setVisible(bool(form.id))
        self.begins.point_at(form.draft().begins)
        self._say()
        self.draw_back()
        self.title.setFocus()

    def save(self) -> None:
        """Save, or go to the first field that a rule refuses."""
        if self.form is None:
            return
        offer = self.form.offer()
        if offer is not None:
            self.save_wanted.emit(offer)
            return
        self.form.touch_all()
        self._say()
        wrong = self.form.first_problem()
        if wrong is not None:
            self._fields[wrong].setFocus()

    def draw_back(self) -> None:
        """Ask the shop to draw the back as it would be now."""
        if self.form is None:
            return
        self._timer.stop()
        draft = self.form.draft()
        self.around.desk.ask(
            lambda shop: read_preview(shop, draft), self.pages.show_pdf, key=(self, "back")
        )

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._head = label("title")
        column.addWidget(self._head)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(14)
        self._both.addWidget(self._form(), 1)
        self._back = self._preview()
        self._both.addWidget(self._back)
        column.addLayout(self._both, 1)

    def _form(self) -> CardFrame:
        around = self.around
        self._notes: dict[Field, QLabel] = {}
        self.title = QLineEdit()
        self.title.textChanged.connect(lambda _: self._on_edited(Field.TITLE))
        self.reason = ReasonField()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(REASON_HEIGHT)
        self.reason.textChanged.connect(lambda: self._on_edited(Field.REASON))
        self.reason.finished.connect(self.save)
        self.begins = DayField(around.theme, around.speech)
        self.begins.changed.connect(lambda _: self._on_edited(Field.BEGINS))
        self.ends = DayField(around.theme, around.speech)
        self.ends.changed.connect(lambda _: self._on_edited(Field.ENDS))
        self._fields = {
            Field.TITLE: self.title,
            Field.REASON: self.reason,
            Field.BEGINS: self.begins,
            Field.ENDS: self.ends,
        }
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(2, 2, 8, 2)
        inside.setSpacing(14)
        inside.addLayout(self._block(_title_label, self.title, Field.TITLE))
        inside.addLayout(self._block(_reason_label, self.reason, Field.REASON))
        inside.addLayout(self._days())
        inside.addLayout(self._more())
        inside.addStretch(1)
        card = CardFrame(margin=16, spacing=12)
        card.body.addWidget(scrolling(content), 1)
        card.body.addLayout(self._foot())
        return card

    def _block(
        self, phrase: Callable[[Words], str], field: QWidget, which: Field | None
    ) -> QVBoxLayout:
        """A label, its field and what a rule says of it."""
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(said(self.around.speech, phrase, "small"))
        column.addWidget(field)
        named = field.input.setAccessibleName if isinstance(field, DayField) else None
        self.around.speech.bind(named or field.setAccessibleName, phrase)
        if which is not None:
            note = label("hint", wrap=True)
            self._notes[which] = note
            column.addWidget(note)
        column.addStretch(1)
        return column

    def _days(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.addLayout(self._block(_begins_label, self.begins, Field.BEGINS), 0, 0)
        grid.addLayout(self._block(_ends_label, self.ends, Field.ENDS), 0, 1)
        spans = QHBoxLayout()
        spans.setSpacing(6)
        for days in SPANS:
            button = QPushButton()
            button.setProperty("kind", "filter")
            button.setAutoDefault(False)
            phrase = _span_phrase(days)
            self.around.speech.bind(button.setText, phrase)
            self.around.speech.bind(button.setAccessibleName, phrase)
            button.clicked.connect(self._span_setter(days))
            spans.addWidget(button)
        spans.addStretch(1)
        grid.addLayout(spans, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _more(self) -> QHBoxLayout:
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem(labels.language_label(language), language)
        self.language.currentIndexChanged.connect(lambda _: self._on_edited(None))
        self.code = QLineEdit()
        self.code.setMaxLength(20)
        self.code.textChanged.connect(lambda _: self._on_edited(None))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(self._block(_language_label, self.language, None), 1)
        row.addLayout(self._block(_code_label, self.code, None), 1)
        return row

    def _foot(self) -> QHBoxLayout:
        theme, speech = self.around.theme, self.around.speech
        self.delete = Button(theme, speech, _delete, icon="trash-2", kind="danger")
        self.delete.clicked.connect(self._on_delete)
        leave = Button(theme, speech, _leave, key="Esc")
        leave.clicked.connect(self.left)
        self.keep = Button(theme, speech, _save, icon="check", kind="primary", key="Ctrl+↵")
        self.keep.clicked.connect(self.save)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.keep)
        return row

    def _preview(self) -> CardFrame:
        card = CardFrame(margin=14, spacing=8)
        card.body.addWidget(said(self.around.speech, _on_the_back, "head"))
        card.body.addWidget(self.pages, 1)
        card.setFixedWidth(PREVIEW_WIDTH)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview makes room for the form in a small window."""
        super().resizeEvent(event)
        self._back.setFixedWidth(PREVIEW_WIDTH if self.width() >= BESIDE_FROM + 200 else 270)
        self._back.setVisible(self.width() >= BESIDE_FROM - 100)

    # What happens ------------------------------------------------------------------------------

    def _typed(self) -> Typed:
        return Typed(
            title=self.title.text(),
            reason=self.reason.toPlainText(),
            begins=self.begins.text,
            ends=self.ends.text,
            language=str(self.language.currentData()),
            code=self.code.text(),
        )

    def _on_edited(self, field: Field | None) -> None:
        if self._showing or self.form is None:
            return
        self.form.write(self._typed(), field)
        self._say()
        self._timer.start()

    def _span_setter(self, days: int) -> Callable[[], None]:
        def set_span() -> None:
            if self.form is not None:
                self.ends.set_text(self.form.span(days))

        return set_span

    def _on_delete(self) -> None:
        if self.form is not None and self.form.id:
            self.delete_wanted.emit(self.form.id)

    def _say(self) -> None:
        form, words = self.form, self.around.words
        if form is None:
            return
        self._head.setText(words.say("Offer") if form.id else words.say("New offer"))
        problems = form.problems(words)
        for field, note in self._notes.items():
            text = problems.get(field) or presenter.hint(words, field)
            restyle(note, "look", "alarm" if field in problems else "hint")
            note.setText(text)
            note.setVisible(bool(text))
        for input_field, which in ((self.title, Field.TITLE), (self.reason, Field.REASON)):
            restyle(input_field, "wrong", which in problems)
        self.begins.set_wrong(Field.BEGINS in problems)
        self.ends.set_wrong(Field.ENDS in problems)


def read_preview(shop: "Shop", offer: "Offer") -> bytes:
    """The back with this offer, on the size on which receipts are printed."""
    from kartoteka.shop import papers

    return papers.offer_preview(shop, offer)


def _span_phrase(days: int) -> Callable[[Words], str]:
    return lambda words: words.count("{number} day", "{number} days", days)


def _title_label(words: Words) -> str:
    return words.say("What is promised")


def _reason_label(words: Words) -> str:
    return words.say("The reason")


def _begins_label(words: Words) -> str:
    return words.say("First day")


def _ends_label(words: Words) -> str:
    return words.say("Last day")


def _language_label(words: Words) -> str:
    return words.say("Language of the clients it is for")


def _code_label(words: Words) -> str:
    return words.say("Code for the till")


def _on_the_back(words: Words) -> str:
    return words.say("On the back of a receipt")


def _delete(words: Words) -> str:
    return words.say("Delete")


def _leave(words: Words) -> str:
    return words.say("Cancel")


def _save(words: Words) -> str:
    return words.say("Save")
