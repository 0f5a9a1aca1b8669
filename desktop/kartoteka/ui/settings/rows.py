"""One setting on the page: label, editor, and what is wrong beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from kartoteka.ui.settings.presenter import Editor, Field
from kartoteka.ui.speech import Speech
from kartoteka.ui.widgets.card_frame import label, restyle, said
from kartoteka.ui.widgets.choice import ElidedChoice

LABEL_WIDTH = 170
YES, NO = "yes", "no"


class _Text(QLineEdit):
    """A line of text; done when it is left or Enter is pressed."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(500)
        self.editingFinished.connect(self.done)

    def value(self) -> str:
        return self.text()

    def show_value(self, value: str) -> None:
        if self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)


class _Choice(ElidedChoice):
    """One of a few; the wheel of the mouse scrolls the page instead of changing it."""

    done = Signal()

    def __init__(self, field: Field, speech: Speech) -> None:
        super().__init__()
        self._field, self._speech = field, speech
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speech.bind(self._name, lambda words: words.language)
        self.activated.connect(self.done)

    def value(self) -> str:
        return str(self.currentData())

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))

    def offer(self, value: str) -> None:
        """A value that is set but no longer among the choices stays in sight."""
        if value and self.findData(value) < 0:
            self.addItem(value, value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _name(self, _language: str) -> None:
        choices = self._field.choices(self._speech.words) if self._field.choices else []
        for place, (value, text) in enumerate(choices):
            if place == self.count():
                self.addItem(text, value)
            else:
                self.setItemText(place, text)


class _Flag(QCheckBox):
    """Yes or no."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self.done)

    def value(self) -> str:
        return YES if self.isChecked() else NO

    def show_value(self, value: str) -> None:
        self.setChecked(value == YES)


class SettingRow(QWidget):
    """A setting; `changed` comes when another value was entered."""

    changed = Signal(str, str)

    def __init__(self, field: Field, speech: Speech) -> None:
        """An empty row; `show_value` fills it."""
        super().__init__()
        self.field = field
        self._shown = ""
        self.control = _control(field, speech)
        self.control.done.connect(self._on_done)
        speech.bind(self.control.setAccessibleName, field.label)
        name = said(speech, field.label, "", wrap=True)
        name.setFixedWidth(LABEL_WIDTH)
        name.setBuddy(self.control)
        self._note = label("alarm", wrap=True)
        self._note.hide()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(2)
        self.grid.addWidget(name, 0, 0)
        self.grid.addWidget(self.control, 0, 1)
        self.grid.setColumnStretch(1, 1)
        if field.hint is not None:
            self.grid.addWidget(said(speech, field.hint, "hint", wrap=True), 1, 1)
        self.grid.addWidget(self._note, 2, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def note(self) -> str:
        """What is wrong, as shown; '' when nothing is."""
        return self._note.text() if not self._note.isHidden() else ""

    def show_value(self, value: str) -> None:
        """Show what the book says, unless the seller is typing here."""
        self._shown = value
        if isinstance(self.control, _Choice):
            self.control.offer(value)
        if self.control.hasFocus() and isinstance(self.control, QLineEdit) and self.note:
            return
        self.control.show_value(value)
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Say beside the field what is wrong; what was typed stays."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        restyle(self.control, "wrong", "true" if text else "false")

    def enter(self, value: str) -> None:
        """Put a value in as if it were typed (a chosen folder)."""
        self.control.show_value(value)
        self._on_done()

    def _on_done(self) -> None:
        value = self.control.value()
        if value != self._shown:
            self.changed.emit(self.field.key, value)
        else:
            self.show_problem("")


def _control(field: Field, speech: Speech) -> _Text | _Choice | _Flag:
    if field.editor is Editor.CHOICE:
        return _Choice(field, speech)
    return _Flag() if field.editor is Editor.FLAG else _Text()
