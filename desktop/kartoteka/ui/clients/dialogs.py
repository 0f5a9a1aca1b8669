"""A small dialog of the card: a company's contact person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kartoteka.domain.clients import ContactPerson
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said


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
