"""What goes with the basket: a line each with its reason, added by a click or by Ctrl+1…3."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kartoteka.domain.catalogue import Suggestion
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import ElidedLabel

SHOWN = 3


class Proposals(QWidget):
    """At most three lines: more nobody reads while somebody waits."""

    chosen = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.shown: tuple[Suggestion, ...] = ()
        self._found: tuple[Suggestion, ...] = ()
        self._most = SHOWN
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self.buttons: list[Button] = []
        self._reasons: list[ElidedLabel] = []
        for at in range(SHOWN):
            button = Button(
                around.theme,
                around.speech,
                lambda words: words.say("Add"),
                icon="plus",
                key=f"Ctrl+{at + 1}",
                kind="quiet",
            )
            button.clicked.connect(lambda _=False, at=at: self.take(at))
            reason = ElidedLabel(look="hint")
            grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(reason, at, 1)
            self.buttons.append(button)
            self._reasons.append(reason)
        self.hide()
        around.speech.spoken.connect(self._redraw)

    def show_proposals(self, found: tuple[Suggestion, ...]) -> None:
        """Show these."""
        self._found = found
        self.shown = found[: self._most]
        self.setVisible(bool(self.shown))
        self._redraw()

    def fit(self, *, low: bool) -> None:
        """In a low window one is enough: the lines of the basket need the room."""
        most = 1 if low else SHOWN
        if most != self._most:
            self._most = most
            self.show_proposals(self._found)

    def take(self, at: int) -> None:
        """Add the one at a place (from 0)."""
        if at < len(self.shown):
            self.chosen.emit(self.shown[at])

    def _redraw(self) -> None:
        words = self._around.words
        for at, (button, reason) in enumerate(zip(self.buttons, self._reasons, strict=True)):
            there = at < len(self.shown)
            button.setVisible(there)
            reason.setVisible(there)
            if there:
                name = _name(words, self.shown[at])
                button.setText(name)
                why = phrases.why(words, self.shown[at])
                button.setAccessibleName(words.say("Add {item}: {why}", item=name, why=why))
                reason.setText(why)


def _name(words: Words, found: Suggestion) -> str:
    name = found.item.name
    short = name if len(name) <= 28 else name[:27].rstrip() + "…"
    if found.item.price is None:
        return short
    return words.say("{item}, {price}", item=short, price=formats.money(words, found.item.price))
