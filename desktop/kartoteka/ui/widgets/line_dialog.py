"""A dialog that asks for one line of text and says what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kartoteka.ui.page import Surroundings
from kartoteka.ui.speech import Phrase
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, restyle, said

WIDTH = 420


class LineDialog(QDialog):
    """`take(text, done, refused)` is called on Enter; `done()` closes, `refused(error)` tells."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        title: Phrase,
        hint: Phrase,
        ready: Phrase,
        take: "Callable[[str, Callable[[], None], Callable[[Exception], None]], None]",
        text: str = "",
    ) -> None:
        """`title` is the question, `hint` stands in the empty field, `ready` on the button."""
        super().__init__(parent)
        self._around = around
        self._take = take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, title)
        self.setMinimumWidth(WIDTH)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, title, "head", wrap=True))
        self.field = QLineEdit(text)
        self.field.selectAll()
        around.speech.bind(self.field.setPlaceholderText, hint)
        around.speech.bind(self.field.setAccessibleName, title)
        self.field.returnPressed.connect(self.finish)
        column.addWidget(self.field)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        cancel = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        self._row.addWidget(cancel)
        self.ready = Button(around.theme, around.speech, ready, kind="primary")
        self.ready.clicked.connect(self.finish)
        self._row.addWidget(self.ready)
        column.addLayout(self._row)
        self.field.setFocus()

    def add_below(self, widget: QWidget) -> None:
        """Something under the field to choose from instead."""
        self._column.insertWidget(self._column.indexOf(self.problem), widget)

    def add_button(self, button: Button) -> None:
        """One more way out, at the left."""
        self._row.insertWidget(0, button)

    def take_scan(self, code: str) -> None:
        """A scan while the dialog is open is the answer."""
        self.field.setText(code)
        self.finish()

    def finish(self) -> None:
        """Hand the text over."""
        self._take(self.field.text(), self.accept, self.refuse)

    def refuse(self, error: Exception) -> None:
        """Tell what is wrong; the dialog stays."""
        from kartoteka.wording import explain, is_expected

        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        explained = explain(error, self._around.words)
        restyle(self.field, "wrong", True)
        self.problem.setText(f"{explained.title} {explained.advice}".strip())
        self.problem.show()
        self.field.setFocus()
        self.field.selectAll()
