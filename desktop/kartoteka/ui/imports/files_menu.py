"""The ⋯ button with what goes in and out of the book as files."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.imports.export_dialog import ExportDialog
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import IconButton


class FilesButton(IconButton):
    """Opens a menu: bring in a file, write to a file."""

    def __init__(self, around: Surroundings, parent: QWidget, kind: str = "") -> None:
        """Dialogs belong to `parent`; `kind` is what the page shows, as imports call it."""
        super().__init__(around.theme, around.speech, _more, "ellipsis", "ink")
        self._around = around
        self._parent = parent
        self.menu_shown = QMenu(self)
        self.bring_in = QAction(self)
        self.write_out = QAction(self)
        around.speech.bind(self.bring_in.setText, _bring_in)
        around.speech.bind(self.write_out.setText, _write_out)
        around.theme.dress(self.bring_in.setIcon, "upload")
        around.theme.dress(self.write_out.setIcon, "download")
        self._kind = kind
        self.bring_in.triggered.connect(
            lambda: around.navigator.show_page("imports", kind=self._kind)
        )
        self.write_out.triggered.connect(self._write_out)
        self.menu_shown.addActions([self.bring_in, self.write_out])
        self.clicked.connect(self._open)

    def _write_out(self) -> None:
        dialog = ExportDialog(self._around, self._parent)
        if self._kind:
            dialog.choose_kind(self._kind)
        dialog.open()

    def _open(self) -> None:
        corner = self.mapToGlobal(self.rect().bottomRight())
        width = self.menu_shown.sizeHint().width()
        corner.setX(corner.x() - width)
        self.menu_shown.popup(corner)


def _more(words: Words) -> str:
    return words.say("More")


def _bring_in(words: Words) -> str:
    return words.say("Import from a file…")


def _write_out(words: Words) -> str:
    return words.say("Save to a file…")
