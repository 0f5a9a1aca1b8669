"""Deeds on many chosen cards: one after another, with progress, told by one toast."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kartoteka.domain.clients import ClientId
from kartoteka.i18n.words import Words
from kartoteka.ui.background import Progress
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done


class ManyCards:
    """Puts cards into the bin and takes them out; each can be taken back."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def delete(self, chosen: Sequence[ClientId]) -> None:
        """Put these into the bin."""
        self._work(_delete, chosen, self._on_deleted)

    def restore(self, chosen: Sequence[ClientId]) -> None:
        """Take these out of the bin."""
        self._work(_restore, chosen, self._on_restored)

    def _work(
        self,
        deed: "Callable[[Shop, ClientId], Done[None]]",
        chosen: Sequence[ClientId],
        then: "Callable[[Done[list[ClientId]]], None]",
    ) -> None:
        if chosen:
            self._around.desk.work(
                lambda shop, progress, cancelled: each(shop, deed, chosen, progress, cancelled),
                then,
            )

    def _on_deleted(self, done: "Done[list[ClientId]]") -> None:
        text = self._around.words.count(
            "{number} card is in the bin.", "{number} cards are in the bin.", len(done.value)
        )
        self._tell(text, done, self.restore)

    def _on_restored(self, done: "Done[list[ClientId]]") -> None:
        text = self._around.words.count(
            "{number} card is back among the clients.",
            "{number} cards are back among the clients.",
            len(done.value),
        )
        self._tell(text, done, self.delete)

    def _tell(
        self,
        text: str,
        done: "Done[list[ClientId]]",
        inverse: Callable[[Sequence[ClientId]], None],
    ) -> None:
        if len(done.value) == 1:
            self._around.notices.done(text, done.changes)
            return
        undo = _undo(self._around.words)
        self._around.notices.say(text, (undo, lambda: inverse(done.value)))


def each(
    shop: "Shop",
    deed: "Callable[[Shop, ClientId], Done[None]]",
    chosen: Sequence[ClientId],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> "Done[list[ClientId]]":
    """Do a deed for every card until somebody cancels; tells which were done."""
    from kartoteka.shop.changes import Changes, Done

    through: list[ClientId] = []
    undo: int | None = None
    for client in chosen:
        if cancelled():
            break
        undo = deed(shop, client).changes.undo
        through.append(client)
        progress(len(through), len(chosen))
    only = undo if len(through) == 1 else None
    return Done(through, Changes(clients=frozenset(through), undo=only))


def _delete(shop: "Shop", client: ClientId) -> "Done[None]":
    from kartoteka.shop import clients

    return clients.delete_client(shop, client)


def _restore(shop: "Shop", client: ClientId) -> "Done[None]":
    from kartoteka.shop import clients

    return clients.restore_client(shop, client)


def _undo(words: Words) -> str:
    return words.say("Undo")
