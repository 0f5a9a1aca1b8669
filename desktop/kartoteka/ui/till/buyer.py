"""Who buys at the till: somebody found, somebody added in two keys, or the client of a card."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kartoteka.domain.new_client import begun_client
from kartoteka.domain.phones import show_phone
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.domain.clients import Client
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.ui.till.asking import Beside
    from kartoteka.ui.till.page import TillPage


class Buyer:
    """Belongs to one Sale page."""

    def __init__(self, around: Surroundings, page: "TillPage") -> None:
        self._around = around
        self._page = page
        self._wished: dict[str, object] = {}

    def wish(self, wish: Mapping[str, object]) -> None:
        """A client who buys (`client`), on another day (`earlier`), once the till is ready."""
        self._wished.update(wish)
        self.grant()

    def grant(self) -> None:
        """Do what was wished, when there is a basket to do it with."""
        if self._page.presenter is None:
            return
        client, earlier = self._wished.pop("client", None), self._wished.pop("earlier", False)
        if isinstance(client, int):
            self.take(client, ask_day=bool(earlier))

    def take(self, client: int, *, ask_day: bool = False) -> bool:
        """The client buys. A basket that was begun for somebody else waits meanwhile."""
        presenter = self._page.presenter
        if presenter is None:
            return False
        if not presenter.is_empty and presenter.basket.client not in (None, client):
            self._page.deeds.hold(lambda: self._choose(client, ask_day=ask_day))
        else:
            self._choose(client, ask_day=ask_day)
        return True

    def remove(self) -> None:
        """Somebody without a card buys."""
        self._page.attempt(lambda presenter: presenter.choose_client(None))

    def look_after(self, beside: "Beside") -> None:
        """A client whose card was erased meanwhile buys nothing."""
        if beside.buyer is None and self._page.presenter is not None:
            self._page.presenter.forget_client(beside.client)

    def add(self, text: str) -> bool:
        """Add a client of this name or phone, who then buys; it can be undone."""
        if self._page.presenter is None:
            return False

        def add(shop: "Shop") -> "Done[Client]":
            from kartoteka.shop import clients

            return clients.add_client(shop, begun_client(text, shop.settings.shop.country))

        self._around.desk.change(add, self._on_added)
        return True

    def _on_added(self, done: "Done[Client]") -> None:
        words = self._around.words
        client = done.value
        phone = show_phone(client.phones[0]) if client.phones else ""
        added = words.say("{name} was added.", name=client.name or phone)
        self._around.notices.done(added, done.changes)
        self.take(done.value.id)

    def _choose(self, client: int, *, ask_day: bool) -> None:
        self._page.attempt(lambda presenter: presenter.choose_client(client))
        self._page.field.setFocus()
        if ask_day:
            self._page.deeds.ask_details()
