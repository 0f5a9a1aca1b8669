"""A field that looks things up while one types: they drop down, Enter takes one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.card_frame import label, restyle
from kartoteka.ui.widgets.drop_list import DropList, DropWords

if TYPE_CHECKING:
    from kartoteka.shop import Shop

T = TypeVar("T")


class DropField(QFrame, Generic[T]):
    """The mechanics of every such field; one that is made of it says what is found and taken."""

    answered = Signal()
    """What was found for the newest text is on the screen."""
    narrowest = 0
    """The list is at least so wide, in logical pixels, however narrow the field."""

    def __init__(self, desk: Desk, speech: Speech, theme: Theme, key: str) -> None:
        """`key` is written at the right end: it brings the keyboard here."""
        super().__init__()
        self._desk, self._speech, self._theme = desk, speech, theme
        self._drop: DropList[T] | None = None
        self._answered = ""
        self._take_when_answered = False
        self._is_warm = False
        self.input = QLineEdit()
        self.input.setObjectName("searchInput")
        self.input.textEdited.connect(self._on_edited)
        self.input.installEventFilter(self)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(10)
        self.row.addWidget(self.input, 1)
        self.row.addWidget(label("key", key), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.input)

    # What one field has of its own -------------------------------------------------------------

    def words(self) -> DropWords[T]:
        """What its list says."""
        raise NotImplementedError

    def finder(self, text: str) -> "Callable[[Shop], Sequence[T]]":
        """What looks a text up, on the desk's thread."""
        raise NotImplementedError

    def take(self, text: str, found: T | None) -> None:
        """Enter or a click: take what was found for the text; None when nothing was."""
        raise NotImplementedError

    def walk(self, step: int) -> bool:
        """An arrow while nothing is dropped down; whether it had a meaning."""
        return False

    def other_key(self, event: QKeyEvent) -> bool:
        """Any other key; whether it had a meaning."""
        return False

    # What all have -----------------------------------------------------------------------------

    @property
    def drop(self) -> DropList[T]:
        """The list of what was found; made when it is first needed."""
        if self._drop is None:
            self._drop = DropList(self.window(), self._speech, self._theme, self.words())
            self._drop.list.clicked.connect(lambda _: self._take())
        return self._drop

    @property
    def is_dropped(self) -> bool:
        """Whether the list is on the screen."""
        return self._drop is not None and self._drop.isVisible()

    def leave(self) -> None:
        """Close the list and empty the field, so that Ctrl+Z does not bring its text back."""
        self.input.setText("")
        self._answered = ""
        self._take_when_answered = False
        if self._drop is not None:
            self._drop.hide()

    def warm(self) -> None:
        """Look something up that nobody sees, once: the first letter then waits no longer."""
        if not self._is_warm and not self.input.text():
            self._is_warm = True
            self._ask("1", lambda _: None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: the list goes too."""
        if self._drop is not None:
            self._drop.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and the focus of the field."""
        kind = event.type()
        if kind is QEvent.Type.FocusIn:
            restyle(self, "lit", True)
            self.warm()
        elif kind is QEvent.Type.FocusOut:
            restyle(self, "lit", False)
            QTimer.singleShot(0, self, self._hide_unless_focused)
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            if not self.is_dropped:
                return self.walk(step)
            self.drop.move_by(step)
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        if key == Qt.Key.Key_Escape and (self.input.text() or self.is_dropped):
            self.leave()
            return True
        return self.other_key(event)

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._ask(text, self._on_found)
        else:
            self.leave()

    def _ask(self, text: str, then: Callable[[tuple[str, Sequence[T]]], object]) -> None:
        find = self.finder(text)
        self._desk.ask(lambda shop: (text, find(shop)), then, key=("look up", id(self)))

    def _on_found(self, answer: tuple[str, Sequence[T]]) -> None:
        text, found = answer
        if text != self.input.text():
            return
        self._answered = text
        if self._take_when_answered or self.input.hasFocus():
            self.drop.show_lines(found, self, self.narrowest)
        if self._take_when_answered:
            self._take_when_answered = False
            self._take()
        self.answered.emit()

    def _take(self) -> None:
        """Take the chosen one; a text that has no answer yet waits for it."""
        text = self.input.text()
        if text.strip() and text != self._answered:
            self._take_when_answered = True
        elif text.strip():
            self.take(text, self.drop.current)

    def _hide_unless_focused(self) -> None:
        if self._drop is not None and not self.input.hasFocus():
            self._drop.hide()
