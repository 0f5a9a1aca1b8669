"""What the back of the receipt will say, and what the discount leaves for the shop."""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from kartoteka.domain.backs import Back, BackKind, BackWish, Possible, choose_back, wishes
from kartoteka.domain.offers import Offer
from kartoteka.domain.reckoning import Totals
from kartoteka.i18n import Words, formats, labels
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.card_frame import CardFrame, label, said


class BackCard(CardFrame):
    """The back in its dashed frame, another one to choose, warnings and the margin under it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=8)
        self._around = around
        self._possible = Possible()
        self._owners = BackWish.AUTO
        self.wish: BackWish | None = None
        """What the seller chose for this receipt; None: as the owner set it."""
        self._sums: Totals | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(said(around.speech, _title, "head"), 1)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        around.speech.bind(self.choice.setAccessibleName, _title)
        self.choice.activated.connect(self._on_choice)
        head.addWidget(self.choice)
        self.body.addLayout(head)
        self._frame = QFrame()
        self._frame.setObjectName("backFrame")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(3)
        self._title = label("strong", wrap=True)
        self._until = label("small", wrap=True)
        self._why = label("hint", wrap=True)
        for line in (self._title, self._until, self._why):
            inside.addWidget(line)
        self.body.addWidget(self._frame)
        self.warnings = label("care", wrap=True)
        self.margin = label("hint", wrap=True)
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.margin)
        around.speech.spoken.connect(self._redraw)
        self._redraw()

    def show_back(self, possible: Possible, owners: BackWish) -> None:
        """Show what the next receipt carries; `owners`: what the owner wants on backs."""
        self._possible, self._owners = possible, owners
        self._redraw()

    def forget(self) -> None:
        """Another sale: its back is as the owner set it."""
        self.wish = None
        self._redraw()

    def show_sums(self, sums: Totals) -> None:
        """Show what the basket leaves, and warn of lines below cost or margin."""
        self._sums = sums
        self._redraw()

    def _redraw(self) -> None:
        words, sums = self._around.words, self._sums
        back = choose_back(self._possible, self.wish or self._owners)
        self._show_choice(words, back)
        texts = back_texts(words, back)
        for line, text in zip((self._title, self._until, self._why), texts, strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        warned = [phrases.warning(words, each) for each in sums.warnings] if sums else []
        self.warnings.setText("\n".join(warned))
        self.warnings.setVisible(bool(warned))
        left = phrases.margin(words, sums) if sums else ""
        self.margin.setText(left)
        self.margin.setVisible(bool(left))

    def _on_choice(self, at: int) -> None:
        self.wish = BackWish(self.choice.itemData(at))
        self._redraw()

    def _show_choice(self, words: Words, back: Back | None) -> None:
        found = [(labels.back_label(words, each), each.value) for each in wishes(self._possible)]
        if found != [
            (self.choice.itemText(at), self.choice.itemData(at))
            for at in range(self.choice.count())
        ]:
            self.choice.clear()
            for text, value in found:
                self.choice.addItem(text, value)
        now = BackWish(back.kind.value) if back else BackWish.NOTHING
        self.choice.setCurrentIndex(self.choice.findData(now.value))


def back_texts(words: Words, back: Back | None) -> tuple[str, str, str]:
    """What a back holds, in three lines; '' is a line that is left out."""
    if back is None:
        return "", "", words.say("Only the front is printed.")
    if back.offer is not None:
        return _offer_texts(words, back.offer)
    if back.kind is BackKind.CARE:
        things = formats.join_list(words, [each.item for each in back.care])
        return things, "", "\n".join(piece for each in back.care for piece in each.advice)
    question = words.say("What did you like, and what could be better?")
    return question, "", words.say("With the owner's phone, and a code that dials it.")


def _offer_texts(words: Words, offer: Offer) -> tuple[str, str, str]:
    until = formats.date_long(words, offer.ends) if offer.ends else ""
    reason = words.say("Why you: {reason}", reason=offer.reason)
    if offer.code:
        reason = words.say("{reason} Code {code}", reason=reason, code=offer.code)
    return offer.title, words.say("until {day}", day=until) if until else "", reason


def _title(words: Words) -> str:
    return words.say("On the back")
