"""A barcode scanner is a keyboard that types fast and ends with Enter; typing people are slower."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

FAST_SECONDS = 0.035
"""Scanners leave 1–20 ms between characters; people seldom less than 50."""
SHORTEST = 3
"""A scan has at least so many characters."""
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
BARE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
LISTENED = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
TextField = QLineEdit | QPlainTextEdit | QTextEdit


@dataclass(slots=True)
class _Landed:
    """The first character, which went into a field, and what it replaced there."""

    field: TextField
    replaced: str


class Scanner(QObject):
    """Listens to all keys of the program and tells scans from typing.

    In a text field the first character passes at once, so that nobody waits for their own typing;
    those that follow faster than fingers are held back for a moment. When Enter ends them, they
    were a scan: the first is taken back too and nothing reaches the field. Elsewhere (where a key
    may do a deed) the first is held as well.
    """

    scanned = Signal(str)

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that only grow (time.monotonic)."""
        super().__init__()
        self._clock = clock
        self._last = float("-inf")
        self._text = ""
        self._held: list[QKeyEvent] = []
        self._target: QObject | None = None
        self._landed: _Landed | None = None
        self._replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(FAST_SECONDS * 1000))
        self._timer.timeout.connect(self.release)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key that goes to the widget with the focus."""
        if (
            self._replaying
            or _is_passed_on(watched)
            or event.type() not in LISTENED
            or not isinstance(watched, QWidget)
            or not isinstance(event, QKeyEvent)
        ):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._override(event)
        if event.type() is QEvent.Type.KeyRelease:
            return self._on_release(event)
        return self._on_key(watched, event)

    def release(self) -> None:
        """No more fast keys came: they were typed, so give them to whom they were meant for."""
        held, target = self._held, self._target
        self._forget()
        if not held or not isinstance(target, QWidget) or not isValid(target):
            return
        self._replaying = True
        try:
            for event in held:
                QApplication.sendEvent(QApplication.focusWidget() or target, event)
        finally:
            self._replaying = False

    def _override(self, event: QKeyEvent) -> bool:
        """Keep plain keys from triggering shortcuts before it is known whether they are a scan."""
        if self._character(event) and self._text and self._is_fast():
            event.accept()
            return True
        return False

    def _on_release(self, event: QKeyEvent) -> bool:
        """A key that is held back is let go after it was pressed, or a button would stay down."""
        if all(held.key() != event.key() for held in self._held):
            return False
        self._held.append(event.clone())
        return True

    def _on_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        fast = self._is_fast()
        self._last = self._clock()
        if fast and self._text and event.key() in ENDS:
            return self._on_end()
        character = self._character(event)
        if not character:
            if fast and self._text and _is_control(event):
                return True
            self.release()
            return False
        if fast and self._text:
            self._text += character
            self._hold(event)
            return True
        self.release()
        return self._begin(watched, event, character)

    def _begin(self, watched: QWidget, event: QKeyEvent, character: str) -> bool:
        self._text = character
        self._target = watched
        if isinstance(watched, TextField):
            self._landed = _Landed(watched, _selected(watched))
            self._timer.start()
            return False
        self._hold(event)
        return True

    def _on_end(self) -> bool:
        text = self._text
        if len(text) < SHORTEST:
            self.release()
            return False
        landed = self._landed
        self._forget()
        if landed is not None:
            _take_back(landed)
        self.scanned.emit(text)
        return True

    def _hold(self, event: QKeyEvent) -> None:
        self._held.append(event.clone())
        self._timer.start()

    def _forget(self) -> None:
        self._timer.stop()
        self._held = []
        self._text = ""
        self._target = None
        self._landed = None

    def _is_fast(self) -> bool:
        return self._clock() - self._last <= FAST_SECONDS

    def _character(self, event: QKeyEvent) -> str:
        """The printable character of a plain key; '' for all other keys."""
        text = event.text()
        if len(text) != 1 or not text.isprintable() or event.isAutoRepeat():
            return ""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier not in PLAIN:
            return ""
        return text


def _is_passed_on(watched: QObject) -> bool:
    """Whether a window only gets the key because the widget inside it did not want it."""
    focused = QApplication.focusWidget()
    return (
        isinstance(watched, QWidget)
        and focused is not None
        and watched is not focused
        and watched.isAncestorOf(focused)
    )


def _is_control(event: QKeyEvent) -> bool:
    """Whether a scanner's separator (STX, GS, RS…) or a bare Shift or Ctrl came in between."""
    text = event.text()
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in BARE or held or (bool(text) and not text.isprintable())


def _selected(field: TextField) -> str:
    if isinstance(field, QLineEdit):
        return field.selectedText()
    return field.textCursor().selectedText()


def _take_back(landed: _Landed) -> None:
    field = landed.field
    if isinstance(field, QLineEdit):
        field.backspace()
        if landed.replaced:
            field.insert(landed.replaced)
        return
    cursor = field.textCursor()
    cursor.deletePreviousChar()
    if landed.replaced:
        cursor.insertText(landed.replaced)


def within(window: QWidget, widget: QWidget) -> bool:
    """Whether it is in this window or in one of its dialogs; other windows hear themselves."""
    above: QWidget | None = widget
    while above is not None and above is not window:
        above = above.parentWidget()
    return above is window
