"""The keys that act on every page of the window."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kartoteka.ui.page import Navigator


class Keyed(Navigator, Protocol):
    """What the keys ask of the window."""

    def undo_last(self) -> None:
        """Take the last step or deed back."""

    def print_open_page(self) -> None:
        """Print what the open page shows."""

    def show_keys(self) -> None:
        """Show the sheet of keys."""

    def leave(self) -> None:
        """Leave what is open, then the page."""


def bind_keys(window: QWidget, keyed: Keyed, pages: Sequence[str]) -> None:
    """Search, new client, undo, print, help, sale, back, and a number for each of `pages`."""
    deeds: list[tuple[str, Callable[[], object]]] = [
        ("Ctrl+K", keyed.begin_search),
        ("Ctrl+N", keyed.new_client),
        ("Ctrl+Z", keyed.undo_last),
        ("Ctrl+P", keyed.print_open_page),
        ("F1", keyed.show_keys),
        ("F2", keyed.sell),
        ("Esc", keyed.leave),
    ]
    deeds += [(f"Alt+{place}", _go(keyed, name)) for place, name in enumerate(pages, start=1)]
    for key, do in deeds:
        QShortcut(QKeySequence(key), window, do)


def _go(keyed: Keyed, name: str) -> Callable[[], None]:
    return lambda: keyed.show_page(name)
