"""Writes clients, purchases or both into a file that other programs read."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.folder import show_in_folder
from kartoteka.ui.imports import exporting
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from kartoteka.shop import Shop
    from kartoteka.shop.exports import Exported
    from kartoteka.ui.background import Progress

WIDTH = 460


class ExportDialog(QDialog):
    """What to write, and in which form; then the system asks where."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._today = ""
        around.speech.bind(self.setWindowTitle, _title)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(14)
        column.addWidget(said(around.speech, _title, "head"))
        both = QHBoxLayout()
        both.setSpacing(30)
        self.kinds, kinds = self._choices(exporting.KINDS, _what)
        self.endings, endings = self._choices(exporting.ENDINGS, _form)
        both.addLayout(kinds, 1)
        both.addLayout(endings, 1)
        column.addLayout(both)
        self._note = label("hint", wrap=True)
        around.speech.bind(self._note.setText, _safe)
        column.addWidget(self._note)
        column.addLayout(self._foot())
        for button in self.kinds.values():
            button.toggled.connect(lambda _: self._on_kind())
        around.speech.spoken.connect(self._say)
        around.desk.ask(lambda shop: shop.today().isoformat(), self._on_today)
        self._say()

    @property
    def kind(self) -> str:
        """What is to be written."""
        return _chosen(self.kinds)

    @property
    def ending(self) -> str:
        """In which form."""
        return _chosen(self.endings)

    def choose_kind(self, kind: str) -> None:
        """Begin with what the page behind shows."""
        self.kinds[kind].setChecked(True)

    def choose_file(self) -> None:
        """Ask where, then write."""
        words = self._around.words
        name, _ = QFileDialog.getSaveFileName(
            self,
            _title(words),
            exporting.file_name(words, self.kind, self._today, self.ending),
            f"{self.ending.upper()} (*.{self.ending})",
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the file; the window tells when it is there."""
        kind, ending, around = self.kind, self.ending, self._around
        if not path.suffix:
            path = path.with_suffix(f".{ending}")

        def work(
            shop: "Shop", _progress: "Progress", _cancelled: "Callable[[], bool]"
        ) -> "Exported":
            from kartoteka.shop import exports

            return exports.export(shop, kind, path)

        def written(exported: "Exported") -> None:
            words = around.words
            text = words.count(
                "{shown} row saved to {file}",
                "{shown} rows saved to {file}",
                exported.rows,
                shown=formats.number(words, exported.rows),
                file=exported.files[0].name,
            )
            around.notices.say(text, (words.say("Show"), lambda: show_in_folder(exported.files[0])))

        around.desk.work(work, written, text=around.words.say("Saving the file…"))
        self.accept()

    # -------------------------------------------------------------------------------------------

    def _choices(
        self, names: tuple[str, ...], head: "Callable[[Words], str]"
    ) -> tuple[dict[str, QRadioButton], QVBoxLayout]:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(said(self._around.speech, head, "hint"))
        group = QButtonGroup(self)
        buttons = {}
        for name in names:
            button = QRadioButton()
            group.addButton(button)
            buttons[name] = button
            column.addWidget(button)
        buttons[names[0]].setChecked(True)
        column.addStretch(1)
        return buttons, column

    def _foot(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(theme, speech, _cancel, key="Esc")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.go = Button(theme, speech, _where, icon="save", kind="primary")
        self.go.clicked.connect(self.choose_file)
        row.addWidget(self.go)
        return row

    def _on_today(self, today: str) -> None:
        self._today = today

    def _on_kind(self) -> None:
        """An address book holds clients only."""
        allowed = exporting.endings_of(self.kind)
        for ending, button in self.endings.items():
            button.setEnabled(ending in allowed)
        if self.ending not in allowed:
            self.endings[allowed[0]].setChecked(True)

    def _say(self) -> None:
        words = self._around.words
        for kind, button in self.kinds.items():
            button.setText(exporting.kind_words(words, kind))
            button.setAccessibleName(exporting.kind_words(words, kind))
        for ending, button in self.endings.items():
            button.setText(exporting.ending_words(words, ending))
            button.setAccessibleName(exporting.ending_words(words, ending))


def _chosen(buttons: dict[str, QRadioButton]) -> str:
    return next(name for name, button in buttons.items() if button.isChecked())


def _title(words: Words) -> str:
    return words.say("Save to a file")


def _what(words: Words) -> str:
    return words.say("What")


def _form(words: Words) -> str:
    return words.say("For which program")


def _safe(words: Words) -> str:
    return words.say("Text that a spreadsheet would take for a formula is saved as plain text.")


def _cancel(words: Words) -> str:
    return words.say("Cancel")


def _where(words: Words) -> str:
    return words.say("Choose a place…")
