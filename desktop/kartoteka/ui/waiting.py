"""What stands in the place of the pages while a book takes long to open."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from kartoteka.domain.opening import Opening
from kartoteka.i18n import Words
from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.empty_page import EmptyPage

BAR_WIDTH = 320


class Waiting(QObject):
    """Says in the place of the pages what the book waits for; until then nothing can be asked."""

    def __init__(
        self,
        stack: QStackedWidget,
        asking: Sequence[QWidget],
        desk: Desk,
        speech: Speech,
        theme: Theme,
    ) -> None:
        """`asking` are the widgets that have no use without a book."""
        super().__init__(stack)
        self._stack, self._asking = stack, asking
        self._speech, self._theme = speech, theme
        self._page: WaitingPage | None = None
        desk.delayed.connect(self._on_delayed, Qt.ConnectionType.QueuedConnection)
        desk.opened.connect(self._on_opened)

    @property
    def is_on(self) -> bool:
        """Whether the book is being worked on."""
        return self._page is not None

    def _on_delayed(self, task: Opening) -> None:
        self._drop()
        self._page = WaitingPage(self._theme, self._speech, task)
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        for widget in self._asking:
            widget.setEnabled(False)

    def _on_opened(self) -> None:
        self._drop()
        for widget in self._asking:
            widget.setEnabled(True)

    def _drop(self) -> None:
        if self._page is not None:
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None


class WaitingPage(EmptyPage):
    """What is being done, why, how long it may take, and a bar that shows that it goes on."""

    def __init__(self, theme: Theme, speech: Speech, task: Opening) -> None:
        """SQLite cannot tell how much of its work is done: the bar only moves."""
        icon, title, text = _SAID[task]
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(BAR_WIDTH)
        speech.bind(bar.setAccessibleName, title)
        super().__init__(theme, speech, icon, title, text, bar)


def _checking(words: Words) -> str:
    return words.say("The card index is being checked")


def _why_checked(words: Words) -> str:
    return words.say(
        "The program was not closed properly last time, so the whole card index is "
        "being checked. For a large one this takes up to a minute."
    )


def _upgrading(words: Words) -> str:
    return words.say("The card index is being updated")


def _why_upgraded(words: Words) -> str:
    return words.say(
        "This version of the program stores more. A copy of the card index as it was "
        "is kept beside it. For a large one this takes up to a minute."
    )


_SAID = {
    Opening.CHECKING: ("shield-check", _checking, _why_checked),
    Opening.UPGRADING: ("database", _upgrading, _why_upgraded),
}
