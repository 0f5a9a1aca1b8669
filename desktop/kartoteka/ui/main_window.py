"""The window: rail at the left, search and the page's buttons above, pages, the strip below."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kartoteka.ui.background import Desk
from kartoteka.ui.counter import Counter
from kartoteka.ui.demo_strip import DemoStrip
from kartoteka.ui.main_keys import bind_keys
from kartoteka.ui.notices import Notices
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.pages import PAGES, PageKind
from kartoteka.ui.rail import Rail
from kartoteka.ui.scanner import Scanner, within
from kartoteka.ui.speech import Speech
from kartoteka.ui.status_bar import StatusBar
from kartoteka.ui.theme import Theme
from kartoteka.ui.top_bar import TopBar
from kartoteka.ui.undoing import Undoing
from kartoteka.ui.waiting import Waiting
from kartoteka.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes

NARROW_BELOW = 1000
"""Logical pixels; a narrower window shows icons only on the rail."""
LONGEST_WAY = 30
HOME = "today"


class MainWindow(QMainWindow):
    """The frame around all pages, and their navigator."""

    close_wanted = Signal()
    """The seller wants to leave; the program closes the book first."""
    language_chosen = Signal(str)
    restore_wanted = Signal(object)
    """A backup (Path) is to take the place of the book."""
    other_shop_wanted = Signal()
    """From the own shop to the demo, or back."""
    stirred = Signal()
    """Somebody is at work: a key was pressed, or the book was asked."""

    def __init__(
        self, desk: Desk, speech: Speech, theme: Theme, clock: Callable[[], float], counter: Counter
    ) -> None:
        """`clock` tells fast keys from slow ones (time.monotonic)."""
        super().__init__()
        self.desk, self.speech, self.theme = desk, speech, theme
        self.may_close = False
        self._kinds = {kind.name: kind for kind in PAGES}
        self._pages: dict[str, Page] = {}
        self._way: list[str] = []
        self._open = ""
        self.rail = Rail(speech, theme)
        self.search = SearchField(desk, speech, theme)
        self.stack = QStackedWidget()
        self.status = StatusBar(desk, speech, theme)
        self.demo_strip = DemoStrip(speech, theme)
        self.notices = Notices(self, speech, theme)
        self._build()
        self.waiting = Waiting(self.stack, (self.rail, self.search), desk, speech, theme)
        self._undoing = Undoing(desk, speech, self.notices)
        self.around = Surroundings(desk, speech, theme, self.notices, self, counter)
        self.scanner = Scanner(clock)
        self.scanner.setParent(self)  # or it would listen on in the window that takes its place
        self._connect()
        bind_keys(self, self, self.rail.order)
        self.setMinimumSize(640, 420)
        self.resize(1366, 768)

    # How pages reach each other ----------------------------------------------------------------

    def show_page(self, name: str, **wish: object) -> None:
        """Go to a page; `wish` is given to its `accept`."""
        if self._open and self._open != name and not self.open_page.is_void:
            self._way = [*self._way[-LONGEST_WAY:], self._open]
        self._bring(name, wish)

    def show_card(self, client: int) -> None:
        """Open a client's card."""
        self.show_if_there("card", client=client)

    def new_client(self) -> None:
        """Begin a new card with what stands in the search field; from the till it leads back."""
        back = self._open if self._open and self.open_page.waits_for_client else ""
        self.show_if_there("card", client=None, begun=self.search.input.text(), back=back)

    def sell(self, client: int | None = None, *, earlier: bool = False) -> None:
        """Go to the till, with a client who buys: by itself the one whom the page is about."""
        if client is None and self._open:
            client = self.open_page.client_in_hand
        if client is None:
            self.show_page("sale")
        else:
            self.show_page("sale", client=client, earlier=earlier)

    def begin_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.begin()

    def back(self) -> None:
        """Return to the page before, or home."""
        if self._way:
            self._bring(self._way.pop(), {})
        elif self._open != HOME:
            self._bring(HOME, {})

    def has_page(self, name: str) -> bool:
        """Whether there is a page of that name."""
        return name in self._kinds

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self.language_chosen.emit(language)

    def restore(self, backup: Path) -> None:
        """Close the book and put a backup in its place."""
        self.restore_wanted.emit(backup)

    @property
    def in_demo(self) -> bool:
        """Whether the demo shop is open."""
        return not self.demo_strip.isHidden()

    def say_demo(self, is_demo: bool) -> None:
        """Say over every page, and in the title, whether this is the demo shop."""
        self.demo_strip.setVisible(is_demo)
        self._name_window()

    def change_shop(self) -> None:
        """Go to the demo shop, or back from it."""
        self.other_shop_wanted.emit()

    def count_waiting(self) -> None:
        """Ask how many calls wait, for the badge on the rail."""
        self.desk.ask(
            _waiting,
            lambda count: self.rail.set_badge("calls", count),
            lambda _: None,
            key=("waiting", id(self)),
        )

    def buttons_changed(self) -> None:
        """Take the open page's buttons anew."""
        self._show_buttons()

    def page(self, name: str) -> Page:
        """The page of that name, made now when it was never shown."""
        if name not in self._pages:
            page = self._kinds[name].make(self.around)
            self._pages[name] = page
            page.filled.connect(self._name_window)
            self.stack.addWidget(page)
        return self._pages[name]

    @property
    def open_page(self) -> Page:
        """The page on the screen."""
        return self._pages[self._open]

    @property
    def open_name(self) -> str:
        """The name of the page on the screen; '' before the first."""
        return self._open

    # What happens to the window ----------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program close the book before the window goes."""
        if self.may_close:
            self.around.counter.wait()
            super().closeEvent(event)
            return
        event.ignore()
        self.close_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows show icons only on the rail."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW_BELOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that no widget wanted begins a search."""
        text = event.text()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and text.strip() and text.isprintable():
            self.search.begin(text)
        else:
            super().keyPressEvent(event)

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._top = TopBar(self.search)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.demo_strip)
        right.addWidget(self._top)
        right.addWidget(self.stack, 1)
        right.addWidget(self.notices.strip)
        right.addWidget(self.status)
        ground = QWidget()
        ground.setObjectName("paper")
        whole = QHBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        self.rail.page_wanted.connect(self.show_page)
        self.demo_strip.left.connect(self.other_shop_wanted)
        self.search.client_chosen.connect(self._on_client_chosen)
        self.search.new_wanted.connect(self._on_new_wanted)
        self.scanner.scanned.connect(self._on_scanned)
        self.desk.changed.connect(self._on_changed)
        self.desk.asked.connect(self.stirred)
        self.desk.trouble.connect(self.notices.trouble)
        self.desk.stopped.connect(self.notices.stopped)
        self.notices.left.connect(self._focus_page)
        self.notices.count_changed.connect(lambda count: self.status.give_way(count > 0))
        self.speech.spoken.connect(self._name_window)
        self.installEventFilter(self.scanner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key begins so. Undo in a text field belongs to the field, not to the last deed."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        self.stirred.emit()
        if (
            isinstance(watched, QLineEdit)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not watched.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_keys(self) -> None:
        """The sheet of keys."""
        from kartoteka.ui.keys_sheet import KeysSheet, window_keys

        words = self.speech.words
        lines = window_keys(words, self.rail.order)
        if self._open:
            lines += self.open_page.key_lines(words)
        sheet = KeysSheet(self, self.speech, self.theme, lines)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    # Inside ------------------------------------------------------------------------------------

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Listen to the keys of the widget that has the focus, here and in dialogs.

        A filter on the whole application would run for every event of every widget.
        """
        if not isValid(self) or not isValid(self.scanner):
            return
        for watcher in (self.scanner, self):
            if old is not None and isValid(old) and old is not self:
                old.removeEventFilter(watcher)
            if now is not None and now is not self and within(self, now):
                now.installEventFilter(watcher)

    def show_if_there(self, name: str, **wish: object) -> None:
        """Go to a page that not every program has yet."""
        if self.has_page(name):
            self.show_page(name, **wish)

    def _bring(self, name: str, wish: dict[str, object]) -> None:
        if self.waiting.is_on:
            return
        page = self.page(name)
        if self._open != name:
            self.search.leave()
        self._open = name
        self.stack.setCurrentWidget(page)
        kind: PageKind = self._kinds[name]
        self.rail.light(kind.under or name)
        self._show_buttons()
        self._name_window()
        if wish:
            page.accept(wish)
        page.show_up()
        self._focus_page()

    def _focus_page(self) -> None:
        page = self.open_page
        focus = page.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.search.input.hasFocus():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        self._top.show_buttons(self.open_page.buttons())

    def _name_window(self) -> None:
        words = self.speech.words
        if self._open:
            page = self.open_page.title(words)
            # Translators: the title of the window: "Clients – Kartoteka".
            title = words.say("{page} – Kartoteka", page=page)
            if self.in_demo:
                # Translators: the title of the window: "Clients – demo shop – Kartoteka".
                title = words.say("{page} – demo shop – Kartoteka", page=page)
            self.setWindowTitle(title)
        else:
            self.setWindowTitle(words.say("Kartoteka"))

    def _on_changed(self, changes: "Changes") -> None:
        for page in list(self._pages.values()):
            page.mark_stale(changes)
        self.status.refresh()
        self.count_waiting()

    def print_open_page(self) -> None:
        """Ctrl+P."""
        if self._open:
            self.open_page.print_page()

    def leave(self) -> None:
        """Esc: messages go; out of the search, of what the page has open, to the page before."""
        self.notices.clear()
        if self.search.is_dropped or self.search.input.text():
            self.search.leave()
        elif self._open and not self.open_page.go_back():
            self.back()

    def _on_client_chosen(self, client: int) -> None:
        """Open the card, unless the page has a better use for the client."""
        if not self._open or not self.open_page.take_client(client):
            self.show_card(client)

    def _on_new_wanted(self, text: str) -> None:
        """Add a client of this name or phone: the page itself, or a new card."""
        if not self._open or not self.open_page.take_new_client(text):
            self.show_if_there("card", client=None, begun=text)

    def undo_last(self) -> None:
        """Ctrl+Z: the page's own last step, else the last deed."""
        if self._open and self.open_page.undo_step():
            return
        self._undoing.take_last_back()

    def _on_scanned(self, text: str) -> None:
        def holder(shop: "Shop") -> int | None:
            from kartoteka.shop import clients

            return clients.by_card(shop, text)

        def found(client: int | None) -> None:
            words = self.speech.words
            if client is None:
                self.notices.say(words.say("No client has card {number}.", number=text))
            else:
                self.show_card(client)

        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            take = getattr(dialog, "take_scan", None)
            if take is not None:
                take(text)
        elif not (self._open and self.open_page.take_scan(text)):
            self.desk.ask(holder, found, key="scan")


def _waiting(shop: "Shop") -> int:
    from kartoteka.shop import day_list

    return day_list.to_call(shop)
