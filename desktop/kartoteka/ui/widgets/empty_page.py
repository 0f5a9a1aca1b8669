"""What a page shows while it has nothing: what will be here, and one thing below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.card_frame import said

PICTURE = 44


class EmptyPage(QWidget):
    """An icon, a sentence, an explanation and at most one thing below: a button, a bar."""

    def __init__(
        self,
        theme: Theme,
        speech: Speech,
        icon: str,
        title: Callable[[Words], str],
        text: Callable[[Words], str],
        below: QWidget | None = None,
    ) -> None:
        """`below` is the one thing to do here, or what tells how it goes."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(1)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.dress(self._show_picture, icon, "accent", PICTURE)
        column.addWidget(self._picture)
        for phrase, look in ((title, "head"), (text, "muted")):
            words = said(speech, phrase, look, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        if below is not None:
            column.addSpacing(8)
            column.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _show_picture(self, icon: QIcon) -> None:
        self._picture.setPixmap(icon.pixmap(PICTURE, PICTURE))
