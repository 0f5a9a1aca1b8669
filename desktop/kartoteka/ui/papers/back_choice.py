"""The choice of what the back of a paper holds, and that back in a few words."""

from PySide6.QtCore import Signal

from kartoteka.domain.backs import Back, BackKind, BackWish, Possible, choose_back, wishes
from kartoteka.domain.offers import Offer
from kartoteka.i18n import Words, formats, labels
from kartoteka.ui.speech import Speech
from kartoteka.ui.widgets.choice import ElidedChoice


class BackChoice(ElidedChoice):
    """Offers only what can come true; until something is chosen it is as the owner set it."""

    changed = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._possible = Possible()
        self._owners = BackWish.AUTO
        self.wish: BackWish | None = None
        """What was chosen for this paper; None: as the owner set it."""
        speech.bind(self.setAccessibleName, back_title)
        self.activated.connect(self._on_activated)
        speech.spoken.connect(self._redraw)
        self._redraw()

    @property
    def back(self) -> Back | None:
        """What the paper will carry; None: only the front is printed."""
        return choose_back(self._possible, self.wish or self._owners)

    def show_possible(self, possible: Possible, owners: BackWish) -> None:
        """What could be on the paper, and what the owner wants on backs."""
        self._possible, self._owners = possible, owners
        self._redraw()

    def forget(self) -> None:
        """Another paper: its back is as the owner set it."""
        self.wish = None
        self._redraw()

    def _on_activated(self, at: int) -> None:
        self.wish = BackWish(self.itemData(at))
        self._redraw()

    def _redraw(self) -> None:
        words = self._speech.words
        wanted = [(labels.back_label(words, each), each.value) for each in wishes(self._possible)]
        if wanted != [(self.itemText(at), self.itemData(at)) for at in range(self.count())]:
            self.clear()
            for text, value in wanted:
                self.addItem(text, value)
        back = self.back
        now = BackWish(back.kind.value) if back else BackWish.NOTHING
        self.setCurrentIndex(self.findData(now.value))
        self.changed.emit()


def back_texts(words: Words, back: Back | None) -> tuple[str, str, str]:
    """What a back holds, in three lines; '' is a line that is left out."""
    if back is None:
        return "", "", words.say("Only the front is printed.")
    if back.offer is not None:
        return _offer_texts(words, back.offer)
    if back.kind is BackKind.CARE:
        things = formats.join_list(words, [each.item for each in back.care])
        return things, "", "\n".join(piece for each in back.care for piece in each.advice)
    if back.kind is BackKind.PURCHASE:
        things = formats.join_list(words, [each.item for each in back.kept])
        return things, "", words.say("End of the warranty, serial number, next service.")
    question = words.say("What did you like, and what could be better?")
    return question, "", words.say("With the owner's phone, and a code that dials it.")


def back_title(words: Words) -> str:
    """The words before the choice."""
    return words.say("On the back")


def _offer_texts(words: Words, offer: Offer) -> tuple[str, str, str]:
    until = formats.date_long(words, offer.ends) if offer.ends else ""
    reason = words.say("Reason: {reason}", reason=offer.reason)
    if offer.code:
        reason = words.say("{reason} Code {code}", reason=reason, code=offer.code)
    return offer.title, words.say("until {day}", day=until) if until else "", reason
