"""Small dialogs of the card: consent with its history, and a company's contact person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.clients import Channel, Client, Consent, ContactPerson
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said, scrolling

HISTORY_HEIGHT = 130


def history_lines(words: Words, client: Client) -> list[str]:
    """The client's decisions, newest first, each a sentence."""
    return [_consent_words(words, consent) for consent in reversed(client.consents)]


def _consent_words(words: Words, consent: Consent) -> str:
    fields = {
        "day": formats.date_short(words, consent.at.date()),
        "channel": labels.channel_label(words, consent.channel),
        "how": consent.how or words.say("how it was given is not recorded"),
    }
    if consent.given:
        text = words.say("{day}: {channel} given ({how})", **fields)
    else:
        text = words.say("{day}: {channel} withdrawn ({how})", **fields)
    if not consent.wording:
        return text
    return words.say("{decision}, “{wording}”", decision=text, wording=consent.wording)


class ConsentDialog(QDialog):
    """Write down one decision about one channel; the history below is never changed."""

    recorded = Signal(object, bool, str, str)
    """Channel, given or withdrawn, how, by which wording."""
    stop_changed = Signal(bool)
    """'Do not contact' was switched."""

    def __init__(self, around: Surroundings, parent: QWidget, client: Client) -> None:
        super().__init__(parent)
        self._around = around
        words = around.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Consent"))
        self.resize(480, 500)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("head", words.say("Consent: {name}", name=client.name), wrap=True))
        self.stop = QCheckBox(words.say("Do not contact: no list shows this client"))
        self.stop.setAccessibleName(self.stop.text())
        self.stop.setChecked(client.do_not_contact)
        self.stop.toggled.connect(self.stop_changed)
        column.addWidget(self.stop)
        column.addLayout(self._form(words))
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(label("strong", words.say("History")))
        column.addWidget(self._history(words, client), 1)
        column.addLayout(self._foot())
        self.channel.setFocus()

    def _form(self, words: Words) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.channel = QComboBox()
        for channel in Channel:
            self.channel.addItem(labels.channel_label(words, channel), channel)
        self.given = QComboBox()
        self.given.addItem(words.say("given"), True)
        self.given.addItem(words.say("withdrawn"), False)
        self.how = QLineEdit()
        self.how.setPlaceholderText(words.say("on paper at the counter"))
        self.wording = QPlainTextEdit()
        self.wording.setPlaceholderText(words.say("the wording that the client agreed to"))
        self.wording.setFixedHeight(62)
        self.wording.setTabChangesFocus(True)
        for text, field in (
            (words.say("Channel"), self.channel),
            (words.say("Decision"), self.given),
            (words.say("How"), self.how),
            (words.say("Wording"), self.wording),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        return form

    def _history(self, words: Words, client: Client) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 8, 0)
        told = history_lines(words, client) or [words.say("The client was not asked yet.")]
        for text in told:
            lines.addWidget(label("hint", text, wrap=True))
        lines.addStretch(1)
        area = scrolling(content)
        area.setMinimumHeight(min(HISTORY_HEIGHT, 34 * len(told)))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(words.say("History"))
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self._around.theme, self._around.speech, lambda words: words.say("Close"))
        close.clicked.connect(self.reject)
        self.record = Button(
            self._around.theme,
            self._around.speech,
            lambda words: words.say("Save the call"),
            kind="primary",
        )
        self.record.clicked.connect(self._on_record)
        row.addWidget(close)
        row.addWidget(self.record)
        return row

    def _on_record(self) -> None:
        given = bool(self.given.currentData())
        how = self.how.text().strip()
        if given and not how:
            words = self._around.words
            self.problem.setText(
                words.say("Enter how consent was given; you may have to prove it.")
            )
            self.problem.show()
            self.how.setFocus()
            return
        channel = Channel(self.channel.currentData())
        self.recorded.emit(channel, given, how, self.wording.toPlainText().strip())
        self.accept()


class PersonDialog(QDialog):
    """Name, role, phone and e-mail of somebody to ask for at a company."""

    saved = Signal(object)
    """The contact person; None takes them off the card."""

    def __init__(self, around: Surroundings, parent: QWidget, person: ContactPerson | None) -> None:
        super().__init__(parent)
        words = around.words
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Contact person"))
        self.setMinimumWidth(380)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, lambda words: words.say("Contact person"), "head"))
        shown = person or ContactPerson("")
        form = QFormLayout()
        form.setSpacing(8)
        self.name = QLineEdit(shown.name)
        self.role = QLineEdit(shown.role)
        self.phone = QLineEdit(shown.phone)
        self.email = QLineEdit(shown.email)
        for text, field in (
            (words.say("Name"), self.name),
            # Translators: what the contact person does at the company: accountant, buyer.
            (words.say("Role"), self.role),
            (words.say("Phone"), self.phone),
            (words.say("E-mail"), self.email),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
            field.returnPressed.connect(self._on_save)
        column.addLayout(form)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._foot(removable=person is not None))

    def _foot(self, *, removable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        theme, speech = self._around.theme, self._around.speech
        if removable:
            remove = Button(theme, speech, lambda words: words.say("Remove"), kind="danger")
            remove.clicked.connect(lambda: self._finish(None))
            row.addWidget(remove)
        row.addStretch(1)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        save = Button(theme, speech, lambda words: words.say("Save"), kind="primary")
        save.clicked.connect(self._on_save)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def _on_save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.problem.setText(self._around.words.say("A contact person needs a name."))
            self.problem.show()
            self.name.setFocus()
            return
        self._finish(
            ContactPerson(
                name,
                self.role.text().strip(),
                self.phone.text().strip(),
                self.email.text().strip(),
            )
        )

    def _finish(self, person: ContactPerson | None) -> None:
        self.saved.emit(person)
        self.accept()
