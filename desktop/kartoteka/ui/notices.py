"""The one door for messages: toasts at the lower right, with Undo, and troubles with advice."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme, icon_size

if TYPE_CHECKING:
    from kartoteka.shop.changes import Changes

SHOWN_MS = 6_000
TROUBLE_MS = 15_000
MOST = 3
MARGIN = 20
FOOT = 6
WIDTH = 380
WIDEST_BESIDE = 130
"""A wider button would leave the words beside it a column of single ones."""
STEPS = 100
"""So many deeds Ctrl+Z takes back, one after another."""
_log = logging.getLogger(__name__)
Action = tuple[str, Callable[[], object]]
"""The words on a toast's button, and what it does."""


class Toast(QFrame):
    """One message; goes by itself, at a click or by Esc, and stays while the mouse rests on it."""

    gone = Signal(object)

    def __init__(
        self, parent: QWidget, speech: Speech, theme: Theme, kind: str, title: str, advice: str = ""
    ) -> None:
        """`kind` is done or trouble; `advice` stands under the title."""
        super().__init__(parent)
        self.undo: int | None = None
        """The deed that its button takes back."""
        self.setObjectName("toast")
        self.setProperty("kind", kind)
        self.setAccessibleName(title)
        self.setAccessibleDescription(advice)
        self.setFixedWidth(WIDTH)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 12, 10, 12)
        self._row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self.title = _wrapping(title, "toastTitle")
        texts.addWidget(self.title)
        if advice:
            texts.addWidget(_wrapping(advice, "toastAdvice"))
        self._texts = texts
        self._row.addLayout(texts, 1)
        self._actions: list[QPushButton] = []
        close = QPushButton()
        close.setObjectName("toastClose")
        close.setIconSize(icon_size(14))
        theme.dress(close.setIcon, "x", "toast_ink", 14)
        speech.bind(close.setAccessibleName, lambda words: words.say("Put this message away"))
        close.clicked.connect(self.leave)
        self._row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def add_action(self, text: str, do: Callable[[], object]) -> QPushButton:
        """Put a button beside the words; pressing it also puts the toast away.

        A wide one, or a second, leaves the words too little room and stands below them. There are
        no more than two.
        """
        button = QPushButton(text)
        button.setObjectName("toastAction")
        button.setAccessibleName(text)
        button.clicked.connect(self.leave)
        button.clicked.connect(do)
        button.ensurePolished()
        if self._actions:
            self._put_below(button, *self._actions)
        elif button.sizeHint().width() > WIDEST_BESIDE:
            self._put_below(button)
        else:
            self._row.insertWidget(1, button)
        button.show()  # a layout on the screen would show it a moment too late to be measured
        self._actions.append(button)
        return button

    def _put_below(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for button in buttons:
            self._row.removeWidget(button)
            row.addWidget(button)
        row.addStretch(1)
        self._texts.addLayout(row)

    def start(self, shown_ms: int) -> None:
        """Begin to count the time it stays."""
        self._timer.start(shown_ms)

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.gone.emit(self)

    def _on_time(self) -> None:
        """Somebody who came with the Tab key may still press a button."""
        if self.has_keyboard:
            self._timer.start()
        else:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside its buttons sends it away: something under it is wanted."""
        self.leave()
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse rests on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        self._timer.start(SHOWN_MS)
        super().leaveEvent(event)


class Notices(QObject):
    """Shows messages over one window and remembers what Ctrl+Z takes back."""

    undo_wanted = Signal(int)
    left = Signal()
    """A message that had the keyboard is gone; Qt would give it to the first widget of all."""

    def __init__(self, window: QWidget, speech: Speech, theme: Theme) -> None:
        """Messages appear over `window`."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._theme = theme
        self._toasts: list[Toast] = []
        self._undos: list[int] = []
        window.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """The titles on the screen, oldest first."""
        return [toast.title.text() for toast in self._toasts]

    @property
    def last_undo(self) -> int | None:
        """What Ctrl+Z would take back now."""
        return self._undos[-1] if self._undos else None

    def say(self, text: str, action: Action | None = None) -> Toast:
        """A short message."""
        return self._show("done", text, "", action, SHOWN_MS)

    def done(self, text: str, changes: "Changes") -> Toast:
        """A deed is done: the message, with Undo when it can be taken back."""
        undo = changes.undo
        if undo is None:
            return self.say(text)
        self.remember(undo)
        for toast in [old for old in self._toasts if old.undo is not None]:
            toast.leave()  # one deed at a time can be taken back; a pile would hide the page
        words = self._speech.words
        shown = self.say(text, (words.say("Undo"), lambda: self.undo_wanted.emit(undo)))
        shown.undo = undo
        return shown

    def stopped(self) -> Toast:
        """Long work was given up, as the user wished."""
        return self.say(self._speech.words.say("Stopped. Nothing was changed."))

    def trouble(self, error: Exception, action: Action | None = None, comfort: str = "") -> Toast:
        """What went wrong, with advice, in the user's words; a bug also goes to the log.

        `comfort`: a sentence that stands before the advice, about what did go well.
        """
        from kartoteka.domain.errors import RuleBroken
        from kartoteka.wording import explain

        if not isinstance(error, RuleBroken):
            _log.error("a question failed", exc_info=error)
        explained = explain(error, self._speech.words)
        advice = f"{comfort} {explained.advice}".strip()
        return self._show("trouble", explained.title, advice, action, TROUBLE_MS)

    def remember(self, undo: int) -> None:
        """A deed that Ctrl+Z takes back, and after it the ones before."""
        self._undos = [*self._undos[-(STEPS - 1) :], undo]

    def take_last_undo(self) -> int | None:
        """What Ctrl+Z takes back, once: the newest deed that is left."""
        return self._undos.pop() if self._undos else None

    def forget(self, undo: int) -> None:
        """That deed was taken back already."""
        self._undos = [each for each in self._undos if each != undo]
        for toast in [old for old in self._toasts if old.undo == undo]:
            toast.leave()

    def clear(self) -> None:
        """Put every message away."""
        for toast in list(self._toasts):
            toast.leave()

    def place(self) -> None:
        """Lay the toasts out at the lower right of the window, the newest lowest.

        The lowest lies over the strip below, where there are no buttons that it could hide.
        """
        bottom = self._window.height() - FOOT
        for toast in reversed(self._toasts):
            width = min(WIDTH, self._window.width() - 2 * MARGIN)
            toast.setFixedWidth(width)
            height = max(toast.sizeHint().height(), toast.heightForWidth(width))
            toast.setGeometry(self._window.width() - MARGIN - width, bottom - height, width, height)
            bottom -= height + 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _show(
        self, kind: str, title: str, advice: str, action: Action | None, shown_ms: int
    ) -> Toast:
        for same in [old for old in self._toasts if old.title.text() == title]:
            same.leave()  # said again, it is not news
        while len(self._toasts) >= MOST:
            self._toasts[0].leave()
        toast = Toast(self._window, self._speech, self._theme, kind, title, advice)
        if action is not None:
            toast.add_action(*action)
        toast.gone.connect(self._on_gone)
        self._toasts.append(toast)
        self.place()
        toast.show()
        toast.raise_()
        toast.start(shown_ms)
        return toast

    def _on_gone(self, toast: Toast) -> None:
        if toast in self._toasts:
            had_keyboard = toast.has_keyboard
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self.place()
            if had_keyboard:
                self.left.emit()


def _wrapping(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
