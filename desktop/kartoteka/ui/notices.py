"""The one door for messages: a strip at the foot of the window, so that they cover nothing."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
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
LOW = 600
"""A lower window shows the newest message only: the page needs the room."""
WIDE = 700
"""A narrower strip has its buttons below the words."""
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
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 2, 4, 2)
        self._row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self.title = _wrapping(title, "toastTitle")
        texts.addWidget(self.title)
        if advice:
            texts.addWidget(_wrapping(advice, "toastAdvice"))
        self._row.addLayout(texts, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._row.addLayout(self._buttons)
        close = QPushButton()
        close.setObjectName("toastClose")
        close.setIconSize(icon_size(14))
        theme.dress(close.setIcon, "x", "toast_ink", 14)
        speech.bind(close.setAccessibleName, lambda words: words.say("Close this message"))
        close.clicked.connect(self.leave)
        self._buttons.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def add_action(self, text: str, do: Callable[[], object]) -> QPushButton:
        """Put a button beside the words; pressing it also puts the toast away."""
        button = QPushButton(text)
        button.setObjectName("toastAction")
        button.setAccessibleName(text)
        button.clicked.connect(self.leave)
        button.clicked.connect(do)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        button.show()  # a layout on the screen would show it a moment too late to be measured
        return button

    def fit(self, width: int) -> None:
        """Have the buttons beside the words, or below them where the strip is narrow."""
        beside = width >= WIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setAlignment(
            self._buttons, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignRight
        )

    def start(self, shown_ms: int) -> None:
        """Begin to count the time it stays."""
        self._timer.start(shown_ms)

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.gone.emit(self)

    def _on_time(self) -> None:
        """Stay for somebody who came with the Tab key, and behind a dialog that takes all keys."""
        dialog = QApplication.activeModalWidget()
        if self.has_keyboard or (dialog is not None and not dialog.isAncestorOf(self)):
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


class NoticeStrip(QFrame):
    """Where the messages of a window stand, in its layout; as high as they are."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticeStrip")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 2, 12, 2)
        self.column.setSpacing(3)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The messages fit themselves to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class Notices(QObject):
    """Shows messages at the foot of one window and remembers what Ctrl+Z takes back."""

    undo_wanted = Signal(int)
    left = Signal()
    """A message that had the keyboard is gone; Qt would give it to the first widget of all."""
    count_changed = Signal(int)
    """So many messages stand there now."""

    def __init__(self, window: QWidget, speech: Speech, theme: Theme) -> None:
        """Messages appear in `strip`, which the window puts into its layout."""
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._theme = theme
        self._toasts: list[Toast] = []
        self._undos: list[int] = []
        self._told: dict[int, str] = {}
        """What was said of the deeds that can be taken back."""
        self.strip = NoticeStrip()
        self.strip.resized.connect(self.place)

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
        self.remember(undo, text)
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

    def remember(self, undo: int, text: str = "") -> None:
        """A deed that Ctrl+Z takes back, and after it the ones before; `text` told of it."""
        self._undos = [*self._undos[-(STEPS - 1) :], undo]
        if text:
            self._told[undo] = text
        while len(self._told) > STEPS:
            del self._told[next(iter(self._told))]

    def told(self, undo: int) -> str:
        """What was said when that deed was done; '' when nothing is remembered."""
        return self._told.get(undo, "")

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
        """Give the strip the room that its messages need, and take it back after them."""
        for toast in self._toasts:
            toast.fit(self.strip.width())
        self.strip.setVisible(bool(self._toasts))
        self.strip.updateGeometry()

    def _show(
        self, kind: str, title: str, advice: str, action: Action | None, shown_ms: int
    ) -> Toast:
        for same in [old for old in self._toasts if old.title.text() == title]:
            same.leave()  # said again, it is not news
        most = MOST if self._window.height() >= LOW else 1
        while len(self._toasts) >= most:
            self._toasts[0].leave()
        toast = Toast(self.strip, self._speech, self._theme, kind, title, advice)
        if action is not None:
            toast.add_action(*action)
        toast.gone.connect(self._on_gone)
        self._toasts.append(toast)
        self.strip.column.addWidget(toast)
        toast.show()
        self.place()
        self.count_changed.emit(len(self._toasts))
        toast.start(shown_ms)
        return toast

    def _on_gone(self, toast: Toast) -> None:
        if toast in self._toasts:
            had_keyboard = toast.has_keyboard
            self._toasts.remove(toast)
            self.strip.column.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
            self.place()
            self.count_changed.emit(len(self._toasts))
            if had_keyboard:
                self.left.emit()


def _wrapping(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
