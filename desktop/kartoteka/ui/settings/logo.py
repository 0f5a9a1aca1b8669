"""The row of Settings about the shop's logo: what papers carry, chosen from a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.settings.rows import LABEL_WIDTH
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

KEY = "shop.logo"
ROOM = (132, 46)
"""The widest and highest that the picture is shown, in pixels."""
AIR = 4


class LogoRow(QWidget):
    """The logo on white, as paper is, with buttons to choose and to remove it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        name = said(around.speech, _logo, "", wrap=True)
        name.setFixedWidth(LABEL_WIDTH)
        self.picture = QLabel()
        self.picture.setObjectName("logo_preview")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        around.speech.bind(self.picture.setAccessibleName, _logo)
        self.choose = Button(around.theme, around.speech, _choose, icon="folder-open")
        self.choose.clicked.connect(self._on_choose)
        self.remove = Button(around.theme, around.speech, _remove, kind="quiet")
        self.remove.clicked.connect(lambda: self.take(""))
        self._note = label("alarm", wrap=True)
        self._note.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.picture, self.choose, self.remove):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(name, 0, 0)
        grid.addLayout(buttons, 0, 1)
        grid.addWidget(said(around.speech, _hint, "hint", wrap=True), 1, 1)
        grid.addWidget(self._note, 2, 1)
        self._show(None)

    @property
    def note(self) -> str:
        """What is wrong, as shown; '' when nothing is."""
        return self._note.text() if not self._note.isHidden() else ""

    def refresh(self) -> None:
        """Ask for the logo that papers carry now."""
        self._around.desk.ask(_read, self._show, key=self)

    def take(self, path: str) -> None:
        """Let papers carry the picture of a file; '' takes the logo off them."""

        def change(shop: "Shop") -> "Done[Settings]":
            from kartoteka.shop import settings

            return settings.change_settings(shop, {KEY: path})

        self._around.desk.change(change, self._on_done, self._on_refused)

    def _on_choose(self) -> None:
        words = self._around.words
        # Translators: kinds of files in a dialog; keep what is in brackets.
        kinds = words.say("Pictures (*.png *.jpg *.jpeg)")
        path, _ = QFileDialog.getOpenFileName(self, words.say("Logo"), str(Path.home()), kinds)
        if path:
            self.take(path)

    def _on_done(self, done: "Done[Settings]") -> None:
        self._tell("")
        if done.changes.undo is not None:
            words = self._around.words
            text = words.say("Saved: {setting}", setting=_logo(words))
            self._around.notices.done(text, done.changes)

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        explained = explain(error, self._around.words)
        self._tell(f"{explained.title} {explained.advice}".strip())

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.choose.setAccessibleDescription(text)

    def _show(self, data: bytes | None) -> None:
        shown = QPixmap()
        known = data is not None and shown.loadFromData(data)
        self.picture.setVisible(known)
        self.remove.setVisible(known)
        if not known:
            self.picture.clear()
            return
        ratio = self.devicePixelRatioF()
        shown = shown.scaled(
            int(ROOM[0] * ratio),
            int(ROOM[1] * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        size = shown.deviceIndependentSize().toSize()
        self.picture.setFixedSize(size.width() + 2 * AIR, size.height() + 2 * AIR)


def _read(shop: "Shop") -> bytes | None:
    from kartoteka.shop import logos

    return logos.logo(shop)


def _logo(words: Words) -> str:
    return words.say("Logo")


def _choose(words: Words) -> str:
    return words.say("Choose…")


def _remove(words: Words) -> str:
    return words.say("Remove")


def _hint(words: Words) -> str:
    return words.say("A PNG or JPEG file; documents already issued keep theirs.")
