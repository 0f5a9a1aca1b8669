"""What a page is, and what it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kartoteka.i18n import Words
from kartoteka.ui.background import Desk
from kartoteka.ui.counter import Counter
from kartoteka.ui.notices import Notices
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme

if TYPE_CHECKING:
    from kartoteka.shop.changes import Changes


class Navigator(Protocol):
    """How a page reaches the others; the main window is one."""

    def show_page(self, name: str, **wish: object) -> None:
        """Go to the page of that name in pages.py; `wish` is given to its `accept`."""

    def show_card(self, client: int) -> None:
        """Open a client's card."""

    def new_client(self) -> None:
        """Begin a new card."""

    def sell(self, client: int | None = None, *, earlier: bool = False) -> None:
        """Go to the till, with a client who buys; `earlier`: the day is asked for first."""

    def begin_search(self) -> None:
        """Put the keyboard into the search field."""

    def back(self) -> None:
        """Return to the page before."""

    def has_page(self, name: str) -> bool:
        """Whether there is a page of that name."""

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""

    def restore(self, backup: Path) -> None:
        """Close the book and put a backup in its place."""

    @property
    def in_demo(self) -> bool:
        """Whether the demo shop is open."""

    def change_shop(self) -> None:
        """Go to the demo shop, or back from it."""

    def buttons_changed(self) -> None:
        """The page's `buttons()` are others now: take them anew."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that a page needs from the window around it."""

    desk: Desk
    speech: Speech
    theme: Theme
    notices: Notices
    navigator: Navigator
    counter: Counter = field(default_factory=Counter)

    @property
    def words(self) -> Words:
        """The words of the language spoken now."""
        return self.speech.words


class Page(QWidget):
    """One page of the window; made when it is first shown, then kept."""

    name: ClassVar[str] = ""
    filled = Signal()
    """What was asked for in `refresh` is on the page now (emitted by pages themselves)."""

    def __init__(self, around: Surroundings) -> None:
        """Build the widgets; data is asked for in `refresh`, when the page is shown."""
        super().__init__()
        self.around = around
        self.stale = True
        """Whether what the page shows is older than the book."""

    @property
    def is_void(self) -> bool:
        """Whether the page has lost what it was about, so that no way leads back to it."""
        return False

    def title(self, words: Words) -> str:
        """The page's name, for the window's title and for screen readers."""
        raise NotImplementedError

    def buttons(self) -> list[QWidget]:
        """The buttons at the right of the top bar, made once and kept by the page."""
        return []

    def accept(self, wish: Mapping[str, object]) -> None:
        """What the caller of `navigator.show_page` wished; comes before `show_up`."""

    def show_up(self) -> None:
        """The page comes to the front: ask again for what is stale."""
        if self.stale:
            self.stale = False
            self.refresh()

    def refresh(self) -> None:
        """Ask the desk for what the page shows."""

    def affected_by(self, changes: "Changes") -> bool:
        """Whether these changes make the page stale."""
        return True

    def mark_stale(self, changes: "Changes") -> None:
        """Something was written: ask again now, or when the page is shown the next time."""
        if not self.affected_by(changes):
            return
        self.stale = True
        if self.isVisible():
            self.show_up()

    def print_page(self) -> bool:
        """Ctrl+P; True when the page has something to print."""
        return False

    def go_back(self) -> bool:
        """Esc; True when the page itself had something to leave (an open editor)."""
        return False

    def take_scan(self, code: str) -> bool:
        """A scan, wherever the focus is; True when the page knows what to do with it."""
        return False

    def take_client(self, client: int) -> bool:
        """A client found in the search field; True when the page does not want their card."""
        return False

    def take_new_client(self, text: str) -> bool:
        """A name or phone that nobody has was typed into the search field, to be added.

        True when the page adds the client itself and does not want their card.
        """
        return False

    @property
    def waits_for_client(self) -> bool:
        """Whether a client who is added meanwhile is wanted here: the new card leads back."""
        return False

    @property
    def client_in_hand(self) -> int | None:
        """The one client whom the page is about: F2 sells to them."""
        return None

    def undo_step(self) -> bool:
        """Ctrl+Z; True when something unfinished on the page was taken back."""
        return False

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The page's own keys for the sheet on F1: (key, what it does)."""
        return []

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins on this page; None: nowhere, so typing searches."""
        return None
