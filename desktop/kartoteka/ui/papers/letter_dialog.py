"""A letter or a postcard from a template: the text is edited here, kept, shown and printed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n.words import Words
from kartoteka.shop.letters import FIELDS, LetterKind, Template
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import Phrase
from kartoteka.ui.papers.preview import PreviewDialog
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.letter_texts import Beginning

WIDTH, HEIGHT, EDGE = 640, 520, 24
LETTER, POSTCARD = "letter", "postcard"
_KINDS: dict[LetterKind, Phrase] = {
    LetterKind.BIRTHDAY: lambda words: words.say_in("letter", "Birthday"),
    LetterKind.NAME_DAY: lambda words: words.say_in("letter", "Name day"),
    LetterKind.WIN_BACK: lambda words: words.say_in("letter", "We miss you"),
    LetterKind.THANKS: lambda words: words.say_in("letter", "Thanks"),
}
_FORMS: dict[str, Phrase] = {
    LETTER: lambda words: words.say("Letter, A4"),
    POSTCARD: lambda words: words.say("Postcard, A6"),
}


class LetterDialog(QDialog):
    """An untouched text goes to every client in their language; an edited one as it is."""

    def __init__(self, around: Surroundings, parent: QWidget, chosen: Sequence[int]) -> None:
        super().__init__(parent)
        self._around = around
        self._chosen = tuple(chosen)
        self._given: Template | None = None
        self._begun: Beginning | None = None
        window = parent.window()
        self.resize(min(WIDTH, window.width() - EDGE), min(HEIGHT, window.height() - EDGE))
        around.speech.bind(self.setWindowTitle, _title)
        self.occasion, self.form = QComboBox(), QComboBox()
        self.head, self.greeting, self.closing = QLineEdit(), QLineEdit(), QLineEdit()
        self.body = QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self._build()
        around.speech.spoken.connect(self._say)
        self._say()
        self.occasion.activated.connect(lambda _: self.ask_text())
        self.ask_text()

    @property
    def kind(self) -> LetterKind:
        """The occasion."""
        return LetterKind(str(self.occasion.currentData()))

    def text(self) -> Template:
        """The letter as it stands in the fields."""
        signature = self._given.signature if self._given is not None else ""
        return Template(
            title=self.head.text().strip(),
            greeting=self.greeting.text().strip(),
            body=self.body.toPlainText().strip(),
            closing=self.closing.text().strip(),
            signature=signature,
        )

    def ask_text(self) -> None:
        """Begin with the text of the occasion, in the language of the client or the shop."""
        kind = self.kind
        client = self._chosen[0] if len(self._chosen) == 1 else None

        def read(shop: "Shop") -> "Beginning":
            from kartoteka.shop import letter_texts

            return letter_texts.beginning(shop, kind, client)

        self._around.desk.ask(read, self._begin, key=self)

    def go_back(self) -> None:
        """Begin again with the program's own text; the one that was kept is forgotten."""
        if self._begun is not None:
            self._show(self._begun.original)
            self._keep(self._begun.original)

    def preview(self) -> None:
        """Show the letters of all chosen clients; from there they are printed."""
        if self._given is None:
            return
        chosen, form, typed = self._chosen, str(self.form.currentData()), self.text()
        what = self.kind if typed == self._given else typed
        if typed != self._given:
            self._keep(typed)

        def draw(shop: "Shop", *, made: bool = False) -> bytes:
            from kartoteka.shop import printing

            if form == POSTCARD:
                return printing.postcards_to(shop, chosen, what, made=made).pdf
            return printing.letters_to(shop, chosen, what, made=made).pdf

        words = self._around.words
        title = words.count("{number} letter", "{number} letters", len(chosen))
        make = partial(draw, made=True)
        PreviewDialog.make(self._around, self, title, "letters", draw, make)

    # -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        speech, theme = self._around.speech, self._around.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(said(speech, _title, "head"), 1)
        for box, phrases, name in (
            (self.occasion, tuple(_KINDS), _occasion),
            (self.form, tuple(_FORMS), _form),
        ):
            for value in phrases:
                box.addItem("", str(value))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            speech.bind(box.setAccessibleName, name)
            top.addWidget(box)
        column.addLayout(top)
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(8)
        for phrase, field in (
            (_head, self.head),
            (_greeting, self.greeting),
            (_body, self.body),
            (_closing, self.closing),
        ):
            name_label = said(speech, phrase)
            name_label.setBuddy(field)
            speech.bind(field.setAccessibleName, phrase)
            fields.addRow(name_label, field)
        column.addLayout(fields, 1)
        self._hint = label("hint", wrap=True)
        column.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.back = Button(theme, speech, _original, icon="undo-2", kind="quiet")
        self.back.clicked.connect(self.go_back)
        self.back.hide()
        row.addWidget(self.back)
        row.addStretch(1)
        close = Button(theme, speech, lambda words: words.say("Close"), key="Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.go = Button(theme, speech, _preview, icon="eye", key="F12", kind="primary")
        self.go.clicked.connect(self.preview)
        row.addWidget(self.go)
        column.addLayout(row)
        QShortcut(QKeySequence("F12"), self, self.preview)

    def _say(self) -> None:
        words = self._around.words
        for at, phrase in enumerate(_KINDS.values()):
            self.occasion.setItemText(at, phrase(words))
        for at, phrase in enumerate(_FORMS.values()):
            self.form.setItemText(at, phrase(words))
        fields = " ".join(f"{{{name}}}" for name in FIELDS)
        # Translators: {fields} is a list such as "{name} {shop}"; it stays as it is.
        self._hint.setText(words.say("From the card: {fields}", fields=fields))

    def _keep(self, text: Template) -> None:
        """Begin with this text the next time; a wrong field is told where the letter is drawn."""
        begun, kind = self._begun, self.kind
        if begun is None:
            return

        def keep(shop: "Shop") -> "Done[None]":
            from kartoteka.shop import letter_texts

            return letter_texts.keep_text(shop, kind, begun.language, text)

        self._around.desk.change(keep, failed=lambda _: None)
        self._offer_back(text)

    def _begin(self, begun: "Beginning") -> None:
        self._begun = begun
        self._show(begun.text)
        self._offer_back(begun.text)

    def _offer_back(self, text: Template) -> None:
        self.back.setVisible(self._begun is not None and text != self._begun.original)

    def _show(self, text: Template) -> None:
        self._given = Template(
            text.title.strip(),
            text.greeting.strip(),
            text.body.strip(),
            text.closing.strip(),
            text.signature,
        )
        self.head.setText(text.title)
        self.greeting.setText(text.greeting)
        self.body.setPlainText(text.body)
        self.closing.setText(text.closing)

    def reject(self) -> None:
        """Leave; only a text that was shown is kept."""
        super().reject()
        self.deleteLater()


def _title(words: Words) -> str:
    return words.say("Write to clients")


def _occasion(words: Words) -> str:
    return words.say("Occasion")


def _form(words: Words) -> str:
    return words.say("Letter or postcard")


def _head(words: Words) -> str:
    return words.say_in("letter", "Heading")


def _greeting(words: Words) -> str:
    return words.say_in("letter", "Greeting")


def _body(words: Words) -> str:
    return words.say_in("letter", "Text")


def _closing(words: Words) -> str:
    return words.say_in("letter", "Closing")


def _original(words: Words) -> str:
    return words.say("Back to the original text")


def _preview(words: Words) -> str:
    return words.say("Show and print")
