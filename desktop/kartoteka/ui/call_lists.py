"""Makes a call list of chosen clients and opens it; pressed twice, it is one list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kartoteka.domain.clients import ClientId
from kartoteka.domain.watching import Stopped
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import CallList


class CallListMaker:
    """For the pages on which clients are chosen; `made` is called before the list opens."""

    def __init__(self, around: Surroundings, made: Callable[[], object]) -> None:
        self._around = around
        self._made = made
        self._on_its_way = False

    def make(self, clients: Sequence[ClientId]) -> None:
        """A list of these, in their order."""

        def make(shop: "Shop") -> "Done[CallList]":
            from kartoteka.shop import calls

            return calls.make_call_list(shop, clients)

        if clients:
            self._begin(make)

    def make_todays(self) -> None:
        """A list of everybody who is to be called today."""

        def make(shop: "Shop") -> "Done[CallList]":
            from kartoteka.shop import day_list

            return day_list.make_list(shop)

        self._begin(make)

    def _begin(self, make: "Callable[[Shop], Done[CallList]]") -> None:
        if self._on_its_way:
            return
        self._on_its_way = True
        text = self._around.words.say("Making the call list…")
        self._around.desk.long_change(make, text, self._on_made, self._on_refused)

    def _on_made(self, done: "Done[CallList]") -> None:
        self._on_its_way = False
        words, made = self._around.words, done.value
        self._made()
        text = words.count(
            "Call list made: {number} client", "Call list made: {number} clients", len(made.lines)
        )
        self._around.notices.done(text, done.changes)
        self._around.navigator.show_page("calls", call_list=made.id, skipped=made.skipped)

    def _on_refused(self, error: Exception) -> None:
        self._on_its_way = False
        if isinstance(error, Stopped):
            self._around.notices.stopped()
        else:
            self._around.notices.trouble(error)
