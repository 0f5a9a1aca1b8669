"""A field of the card that turns into an editor in place, and back."""

from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from kartoteka.ui.clients.breaking import breakable
from kartoteka.ui.clients.field_view import FieldView
from kartoteka.ui.widgets.card_frame import WrappedLabel, restyle

LABEL_WIDTH = 104
"""Pixels of the column of labels; longer ones wrap."""

BESIDE_VALUE, BESIDE_EDITOR = 3, 10
"""How far the label stands below the top of a value, of an editor."""

_OPENING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}
_PASSING_FOCUS = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class Tone(Enum):
    """How a note under a field looks; the values are looks of the style sheet."""

    WARNING = "care"
    PROBLEM = "alarm"
    QUIET = "hint"


class ValueLabel(WrappedLabel):
    """A value that opens with a click, Enter, F2 or the space bar."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setProperty("look", "value")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on the keys that mean 'edit'."""
        if event.key() in _OPENING_KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()
        super().mouseReleaseEvent(event)


class Link(ValueLabel):
    """A text that leads somewhere; long ones wrap."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setProperty("look", "value-link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Change the words."""
        super().setText(breakable(text))
        self.setAccessibleName(text)


class FieldRow(QWidget):
    """Label and value of one field; emits what was typed and waits to be told how it went."""

    submitted = Signal(str)
    left = Signal(int)
    """Tab (1) or Shift+Tab (-1) took the person on to another row."""
    entered = Signal()
    """Enter was pressed; after `submitted`."""
    dialog_wanted = Signal()
    """The value was opened, and its view says that a dialog edits it."""
    cancelled = Signal()
    typing = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = FieldView("", "")
        self._editor: QLineEdit | QComboBox | None = None
        self._label = WrappedLabel()
        self._label.setProperty("look", "hint")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setContentsMargins(0, BESIDE_VALUE, 0, 0)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._value = ValueLabel()
        self._value.opened.connect(self.open_editor)
        self._note = WrappedLabel()
        self._note.setContentsMargins(5, 0, 0, 0)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._value, 0, 1)
        self._grid.addWidget(self._note, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def editing(self) -> bool:
        """Whether the editor is open."""
        return self._editor is not None

    @property
    def typed(self) -> str:
        """What stands in the editor now; the saved text when it is closed."""
        if isinstance(self._editor, QComboBox):
            return _combo_text(self._editor)
        return self._editor.text() if self._editor else self._view.typed

    @property
    def focus_target(self) -> QWidget:
        """The widget of this row that takes the keyboard now."""
        return self._editor or self._value

    def show_view(self, view: FieldView) -> None:
        """Show new texts; an open editor keeps what is typed in it."""
        self._view = view
        self._label.setText(view.label)
        self._value.setText(breakable(view.text) if view.text else view.empty)
        look = "value-strong" if view.strong else "value"
        restyle(self._value, "look", look if view.text else "value-empty")
        self._value.setAccessibleName(f"{view.label}: {view.text or view.empty}")
        if self._editor is not None:
            self._editor.setAccessibleName(view.label)
            if isinstance(self._editor, QLineEdit):
                self._editor.setPlaceholderText(view.hint)
        elif view.warning:
            self.tell(view.warning, Tone.WARNING)
        else:
            self.tell("", Tone.QUIET)

    def tell(self, sentence: str, tone: Tone) -> None:
        """Say a sentence under the field; '' says nothing."""
        self._note.setText(sentence)
        restyle(self._note, "look", tone.value)
        self._note.setVisible(bool(sentence))
        if self._editor is not None:
            restyle(self._editor, "wrong", bool(sentence) and tone is Tone.PROBLEM)
            self._editor.setAccessibleDescription(sentence)
        else:
            self._value.setAccessibleDescription(sentence)

    def open_editor(self, focus: bool = True) -> None:
        """Turn the value into an editor with the saved text chosen."""
        if self._view.by_dialog:
            self.dialog_wanted.emit()
            return
        if self._editor is None:
            self._editor = self._make_editor()
            self._editor.installEventFilter(self)
            self._grid.replaceWidget(self._value, self._editor)
            self._label.setContentsMargins(0, BESIDE_EDITOR, 0, 0)
            self._value.hide()
            self._editor.show()
            QWidget.setTabOrder(self._value, self._editor)
        if focus:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            line = _line_of(self._editor)
            if line is not None:
                line.selectAll()

    def close_editor(self, refocus: bool = False) -> None:
        """Turn the editor back into the value."""
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        editor.removeEventFilter(self)
        self._grid.replaceWidget(editor, self._value)
        self._label.setContentsMargins(0, BESIDE_VALUE, 0, 0)
        self._value.show()
        if refocus:
            self._value.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.show_view(self._view)

    def put_text(self, text: str) -> None:
        """Open the editor with a text that was refused, so that it is not typed again."""
        self.open_editor()
        line = _line_of(self._editor)
        if line is not None:
            line.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab submit, Esc cancels, leaving submits."""
        if watched is self._editor:
            if event.type() == QEvent.Type.KeyPress:
                return self._on_key(cast(QKeyEvent, event))
            if event.type() == QEvent.Type.FocusOut:
                self._on_focus_out(cast(QFocusEvent, event))
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._submit()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
            self.close_editor(refocus=True)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._submit()
            self.left.emit(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _on_focus_out(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING_FOCUS:
            self._submit()

    def _submit(self) -> None:
        if self._editor is None:
            return
        self.submitted.emit(self.typed)

    def _make_editor(self) -> QLineEdit | QComboBox:
        view = self._view
        editor: QLineEdit | QComboBox
        if view.choices:
            editor = QComboBox(self)
            editor.setEditable(view.suggestions)
            for value, label in view.choices:
                editor.addItem(label, value)
            editor.setCurrentIndex(max(0, editor.findData(view.typed)))
            if view.suggestions:
                editor.setEditText(view.typed)
        else:
            editor = QLineEdit(view.typed, self)
            editor.setPlaceholderText(view.hint)
            editor.textEdited.connect(self.typing)
        editor.setAccessibleName(view.label)
        return editor


def _combo_text(combo: QComboBox) -> str:
    if combo.isEditable():
        return combo.currentText()
    return str(combo.currentData() or "")


def _line_of(editor: QLineEdit | QComboBox | None) -> QLineEdit | None:
    return editor.lineEdit() if isinstance(editor, QComboBox) else editor
