"""Deeds on the chosen cards, each one step: into the bin, out of it, and erased for good."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kartoteka.domain.clients import ClientId
from kartoteka.ui.clients.purge_dialog import PurgeDialog
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from kartoteka.shop.changes import Done


class ManyCards:
    """Moves cards, one or many; what can be taken back is taken back together."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def delete(self, chosen: Sequence[ClientId]) -> None:
        """Put these into the bin."""
        from kartoteka.shop import card_bin

        if chosen:
            self._around.desk.long_change(
                lambda shop: card_bin.delete_clients(shop, chosen),
                self._around.words.say("Moving the cards to the bin…"),
                self._on_deleted,
            )

    def restore(self, chosen: Sequence[ClientId]) -> None:
        """Take these out of the bin."""
        from kartoteka.shop import card_bin

        if chosen:
            self._around.desk.long_change(
                lambda shop: card_bin.restore_clients(shop, chosen),
                self._around.words.say("Restoring the cards from the bin…"),
                self._on_restored,
            )

    def ask_purge(
        self, parent: QWidget, chosen: Sequence[ClientId], then: Callable[[], object]
    ) -> None:
        """Ask whether to erase these for good, for nothing brings them back; `then` they are."""
        if not chosen:
            return
        dialog = PurgeDialog(self._around, parent, len(chosen))
        dialog.accepted.connect(lambda: self._purge(chosen, then))
        dialog.open()

    def _purge(self, chosen: Sequence[ClientId], then: Callable[[], object]) -> None:
        from kartoteka.shop import card_bin

        def erased(done: "Done[int]") -> None:
            text = self._around.words.count(
                "{number} card is erased for good.",
                "{number} cards are erased for good.",
                done.value,
            )
            self._around.notices.say(text)
            then()

        self._around.desk.long_change(
            lambda shop: card_bin.purge_clients(shop, chosen),
            self._around.words.say("Erasing the cards…"),
            erased,
        )

    def _on_deleted(self, done: "Done[list[ClientId]]") -> None:
        text = self._around.words.count(
            "{number} card is in the bin.", "{number} cards are in the bin.", len(done.value)
        )
        self._around.notices.done(text, done.changes)

    def _on_restored(self, done: "Done[list[ClientId]]") -> None:
        text = self._around.words.count(
            "{number} card is back among the clients.",
            "{number} cards are back among the clients.",
            len(done.value),
        )
        self._around.notices.done(text, done.changes)
