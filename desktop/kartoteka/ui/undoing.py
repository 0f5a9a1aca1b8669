"""Takes deeds back: the one on a toast's button, or with Ctrl+Z one after another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kartoteka.domain.watching import Stopped
from kartoteka.ui.background import Desk
from kartoteka.ui.notices import Notices
from kartoteka.ui.speech import Speech

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done


class Undoing:
    """Asks the book to take a deed back, and tells how it went."""

    def __init__(self, desk: Desk, speech: Speech, notices: Notices) -> None:
        self._desk, self._speech, self._notices = desk, speech, notices
        notices.undo_wanted.connect(self.take_back)

    def take_last_back(self) -> None:
        """The newest deed that is left; what was taken back elsewhere is passed over."""
        undo = self._notices.take_last_undo()
        if undo is None:
            self._notices.say(self._speech.words.say("There is nothing to undo."))
        else:
            self.take_back(undo, lambda error: self._pass_over(undo, error))

    def take_back(self, entry: int, failed: Callable[[Exception], None] | None = None) -> None:
        """The deed with this entry in the journal; `failed` when the book refuses."""

        def deed(shop: "Shop") -> "Done[None]":
            from kartoteka.shop import safety

            return safety.undo(shop, entry)

        def taken_back(_done: "Done[None]") -> None:
            told = self._notices.told(entry).rstrip(".")
            self._notices.forget(entry)
            words = self._speech.words
            # Translators: {message} is what was said of the deed: “Card deleted”.
            undone = words.say("Undone: “{message}”.", message=told) if told else ""
            self._notices.say(undone or words.say("Undone."))

        text = self._speech.words.say("Undoing…")
        self._desk.long_change(deed, text, taken_back, failed)

    def _pass_over(self, undo: int, error: Exception) -> None:
        from kartoteka.shop.safety import AlreadyUndone

        if isinstance(error, AlreadyUndone):
            self._notices.forget(undo)
            self.take_last_back()
        elif isinstance(error, Stopped):
            self._notices.remember(undo)
            self._notices.stopped()
        else:
            self._notices.trouble(error)
