"""The Calls page: all lists, one list to call through, and the list on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.calls import presenter
from kartoteka.ui.calls.list_view import ListView
from kartoteka.ui.calls.lists_view import ListsView, start_words
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes
    from kartoteka.shop.views import CallLine, CallList, CallListLine


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the page shows, read in one go."""

    lists: "list[CallListLine]"
    promises: "tuple[CallLine, ...]"
    waiting: int
    open: "CallList | None"
    today: "date"


def _read(shop: "Shop", list_id: int | None) -> _Answer:
    from kartoteka.domain.errors import NotFound
    from kartoteka.shop import calls, day_list

    opened = None
    if list_id is not None:
        try:
            opened = calls.call_list(shop, list_id)
        except NotFound:
            opened = None
    return _Answer(
        lists=calls.call_lists(shop),
        promises=calls.call_backs(shop),
        waiting=day_list.to_call(shop),
        open=opened,
        today=shop.today(),
    )


class CallsPage(Page):
    """Lists first; a list opens in their place, Esc leads back."""

    name = "calls"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._list_id: int | None = None
        self._wanted_call: int | None = None
        self._today: date | None = None
        self._print = Button(
            around.theme, around.speech, _print_words, icon="printer", key="Ctrl+P"
        )
        self._print.clicked.connect(self.print_page)
        self.lists = ListsView(around)
        self.lists.list_wanted.connect(self.open_list)
        self.lists.call_wanted.connect(self._on_call_wanted)
        self.list = ListView(around)
        self.list.left.connect(self.leave_list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.lists)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.addWidget(self._stack)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Calls")

    def buttons(self) -> list[QWidget]:
        """A list that is open can be printed."""
        return [self._print] if self._list_id is not None else []

    def accept(self, wish: Mapping[str, object]) -> None:
        """A list (`call_list`), perhaps a call on it (`call`) and who was left out (`skipped`)."""
        wanted, call, skipped = wish.get("call_list"), wish.get("call"), wish.get("skipped")
        if isinstance(wanted, int):
            self._list_id = wanted
            self._wanted_call = call if isinstance(call, int) else None
            self.list.show_skipped(skipped if isinstance(skipped, tuple) else ())
            self.stale = True

    def affected_by(self, changes: "Changes") -> bool:
        """Calls, names on cards, and sales (they end a promise)."""
        return bool(changes.lists or changes.clients or changes.everything or changes.sales)

    def refresh(self) -> None:
        """Ask for the lists, and for the one that is open."""
        list_id = self._list_id
        self.around.desk.ask(lambda shop: _read(shop, list_id), self._show, key=self)

    def print_page(self) -> bool:
        """Show the open list as it will be printed."""
        list_id = self._list_id
        if list_id is None:
            return False
        from kartoteka.ui.papers.preview import PreviewDialog

        words = self.around.words
        title = presenter.list_title(words, self._on_day(), self._today or self._on_day())
        PreviewDialog.begin(
            self.around,
            self,
            title,
            lambda shop: _call_list_pdf(shop, list_id),
            lambda shop: _save_call_list(shop, list_id),
        )
        return True

    def go_back(self) -> bool:
        """Esc: out of a half-entered outcome, then out of the list."""
        if self._list_id is None:
            return False
        if not self.list.go_back():
            self.leave_list()
        return True

    def first_focus(self) -> QWidget | None:
        """The table, so that arrows, Enter and the keys of outcomes work at once."""
        return self.lists.table if self._list_id is None else self.list.table

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of calling."""
        return [
            ("F5", start_words(words)),
            ("1–6", words.say("how the call ended")),
            ("Tab", words.say("go to what the client said")),
            ("Ctrl+1–6", words.say("outcome, while typing what was said")),
            ("Ctrl+Enter", words.say("save the call")),
            ("Enter", words.say("open the card")),
        ]

    # Doing -------------------------------------------------------------------------------------

    def open_list(self, list_id: int) -> None:
        """Open a list."""
        if list_id != self._list_id:
            self.list.show_skipped(())
        self._list_id = list_id
        self.refresh()

    def leave_list(self) -> None:
        """Back to all lists."""
        self._list_id = None
        self._stack.setCurrentWidget(self.lists)
        self.around.navigator.buttons_changed()
        self.lists.table.setFocus()
        self.refresh()

    def _on_call_wanted(self, list_id: int, call: int) -> None:
        self._wanted_call = call
        self.open_list(list_id)

    def _show(self, answer: _Answer) -> None:
        had_list = self._stack.currentWidget() is self.list
        self._today = answer.today
        self.lists.show_lists(answer.lists, answer.promises, answer.waiting, answer.today)
        if answer.open is None:
            self._list_id = None
            self._stack.setCurrentWidget(self.lists)
        else:
            self.list.show_list(answer.open, answer.today)
            if self._wanted_call is not None:
                self.list.take(self._wanted_call)
                self._wanted_call = None
            if self._stack.currentWidget() is not self.list:
                self._stack.setCurrentWidget(self.list)
                self.list.table.setFocus()
        if had_list != (self._list_id is not None):
            self.around.navigator.buttons_changed()
        self.filled.emit()

    def _on_day(self) -> "date":
        shown = self.list.presenter.list
        if shown is None:
            raise LookupError("no list is open")
        return shown.on


def _call_list_pdf(shop: "Shop", list_id: int) -> bytes:
    from kartoteka.shop import papers

    return papers.call_list_pdf(shop, list_id)


def _save_call_list(shop: "Shop", list_id: int) -> "Path":
    from kartoteka.shop import papers

    return papers.save_call_list(shop, list_id)


def _print_words(words: Words) -> str:
    return words.say("Print the list")
