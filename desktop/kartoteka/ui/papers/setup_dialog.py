"""What is asked before labels, envelopes or cards are shown; what was set is kept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import Phrase
from kartoteka.ui.papers.preview import show_drawn
from kartoteka.ui.theme import dead
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

WIDTH, EDGE = 520, 40
PAD = 8
Spin = TypeVar("Spin", bound=QAbstractSpinBox)
Draw = Callable[["Shop", Sequence[int]], bytes]


class SetupDialog(QDialog):
    """Shows the paper of the chosen clients who can have one; F12 shows it, Esc leaves."""

    def __init__(
        self, around: Surroundings, parent: QWidget, chosen: Sequence[int], title: Phrase, name: str
    ) -> None:
        """`name` is what the file is called when it is kept."""
        super().__init__(parent)
        self._around, self._chosen, self._title, self._name = around, tuple(chosen), title, name
        self._able: tuple[int, ...] | None = None
        around.speech.bind(self.setWindowTitle, title)
        self.resize(min(WIDTH, parent.window().width() - EDGE), 0)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(22, 18, 22, 16)
        self.whole.setSpacing(10)
        self.whole.addWidget(said(around.speech, title, "head"))
        self.body = QHBoxLayout()
        self.body.setSpacing(18)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.body.addLayout(self.form, 1)
        self.whole.addLayout(self.body)
        self.left_out = label("care", wrap=True)
        self.problem = label("alarm", wrap=True)
        for line in (self.left_out, self.problem):
            line.hide()
            self.whole.addWidget(line)

    # For the dialogs ---------------------------------------------------------------------------

    def values(self) -> dict[str, str]:
        """What is kept as settings once the paper was shown."""
        raise NotImplementedError

    def order(self) -> Draw:
        """What draws the paper with what is chosen now."""
        raise NotImplementedError

    def show_settings(self, settings: "Settings") -> None:
        """Begin with what was set before."""
        raise NotImplementedError

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        """Those who can have such a paper."""
        raise NotImplementedError

    def left_out_words(self, words: Words, number: int) -> str:
        """Why so many of the chosen are left out."""
        raise NotImplementedError

    def add_row(self, phrase: Phrase, field: QWidget) -> None:
        """A field with its words at the left."""
        name = said(self._around.speech, phrase)
        name.setBuddy(field)
        self._around.speech.bind(field.setAccessibleName, phrase)
        self.form.addRow(name, field)

    def add_choice(self, phrase: Phrase, choices: Sequence[tuple[str, Phrase]]) -> QComboBox:
        """One of a few; its data is the first of each pair."""
        box = QComboBox()
        for value, _ in choices:
            box.addItem("", value)

        def say(words: Words) -> None:
            if dead(box.setItemText):
                return
            for at, (_, text) in enumerate(choices):
                box.setItemText(at, text(words))

        self._around.speech.spoken.connect(say)
        say(self._around.words)
        self.add_row(phrase, box)
        return box

    def finish_building(self) -> None:
        """Put the buttons under the fields and ask what was set before."""
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        close = Button(theme, speech, lambda words: words.say("Close"), key="Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.go = Button(theme, speech, _show, icon="eye", key="F12", kind="primary")
        self.go.clicked.connect(self.preview)
        self.go.setEnabled(False)
        row.addWidget(self.go)
        self.whole.addLayout(row)
        QShortcut(QKeySequence("F12"), self, self.preview)
        chosen = self._chosen
        self._around.desk.ask(
            lambda shop: (shop.settings, tuple(self.able(shop, chosen))), self._begin, key=self
        )

    # What happens ------------------------------------------------------------------------------

    def preview(self) -> None:
        """Show the pages; what was chosen is kept when they could be drawn."""
        people, draw = self._able, self.order()
        if not people:
            return
        self.problem.hide()
        self._around.desk.ask(lambda shop: draw(shop, people), self._on_drawn, self._on_refused)

    def _begin(self, known: "tuple[Settings, tuple[int, ...]]") -> None:
        settings, self._able = known
        missing = len(self._chosen) - len(self._able)
        self.left_out.setText(self.left_out_words(self._around.words, missing))
        self.left_out.setVisible(bool(missing))
        self.go.setEnabled(bool(self._able))
        self.show_settings(settings)

    def _on_drawn(self, pdf: bytes) -> None:
        values = self.values()

        def keep(shop: "Shop") -> "Done[Settings]":
            from kartoteka.shop import settings

            return settings.change_settings(shop, values)

        self._around.desk.change(keep)
        title = self._title(self._around.words)
        show_drawn(self._around, self, title, self._name, lambda _: pdf)

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        explained = explain(error, self._around.words)
        self.problem.setText(f"{explained.title} {explained.advice}".strip())
        self.problem.show()

    def reject(self) -> None:
        """Leave; what was shown stays set."""
        super().reject()
        self.deleteLater()


def count_field(most: int) -> QSpinBox:
    """A whole number from 1; the arrows of the keyboard change it."""
    field = QSpinBox()
    field.setRange(1, most)
    return plain(field)


def plain(field: Spin) -> Spin:
    """A number that looks as every other field does."""
    field.lineEdit().setTextMargins(PAD, 0, PAD, 0)
    return field


def _show(words: Words) -> str:
    return words.say("Show and print")
