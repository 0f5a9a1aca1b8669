"""What the back of the receipt will say, and what the discount leaves for the shop."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kartoteka.domain.offers import Offer
from kartoteka.domain.reckoning import Totals
from kartoteka.i18n import formats
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said


class BackCard(CardFrame):
    """The offer in its dashed frame, warnings and the margin under it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=8)
        self._around = around
        self._offer: Offer | None = None
        self._sums: Totals | None = None
        head = QHBoxLayout()
        head.addWidget(said(around.speech, lambda words: words.say("On the back"), "head"))
        hint = ElidedLabel(look="hint")
        around.speech.bind(hint.setText, lambda words: words.say("prints with the receipt"))
        head.addStretch(1)
        head.addWidget(hint)
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
        self._none = said(
            around.speech,
            lambda words: words.say("No offer is running: the back says thank you."),
            "hint",
            wrap=True,
        )
        self.body.addWidget(self._none)
        self.warnings = label("care", wrap=True)
        self.margin = label("hint", wrap=True)
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.margin)
        around.speech.spoken.connect(self._redraw)

    def show_offer(self, offer: Offer | None) -> None:
        """Show the offer that the next receipt carries."""
        self._offer = offer
        self._redraw()

    def show_sums(self, sums: Totals) -> None:
        """Show what the basket leaves, and warn of lines below cost or margin."""
        self._sums = sums
        self._redraw()

    def _redraw(self) -> None:
        words, offer, sums = self._around.words, self._offer, self._sums
        self._frame.setVisible(offer is not None)
        self._none.setVisible(offer is None)
        if offer is not None:
            self._title.setText(offer.title)
            until = formats.date_long(words, offer.ends) if offer.ends else ""
            self._until.setText(words.say("until {day}", day=until))
            self._until.setVisible(bool(until))
            reason = words.say("Why you: {reason}", reason=offer.reason)
            if offer.code:
                reason = words.say("{reason} Code {code}", reason=reason, code=offer.code)
            self._why.setText(reason)
        warned = [phrases.warning(words, each) for each in sums.warnings] if sums else []
        self.warnings.setText("\n".join(warned))
        self.warnings.setVisible(bool(warned))
        left = phrases.margin(words, sums) if sums else ""
        self.margin.setText(left)
        self.margin.setVisible(bool(left))
