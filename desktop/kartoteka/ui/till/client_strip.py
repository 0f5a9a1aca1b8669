"""The strip above the basket: who buys, what they like, and their rhythm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.domain.clients import TagKind
from kartoteka.domain.phones import show_phone
from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel
from kartoteka.ui.widgets.chips import STATE_TONES, Chip, capital
from kartoteka.ui.widgets.rhythm_bar import RhythmBar, RhythmMark

if TYPE_CHECKING:
    from kartoteka.shop.clients import CardView

MOST_TAGS = 2
HEIGHT = 74
BAR = 210
GAP = 10
CHIP_GAP = 6
EDGES = 40
"""What the margins and the coloured edge take."""


class ClientStrip(CardFrame):
    """A client, or the invitation to name one."""

    choose_wanted = Signal()
    card_wanted = Signal()
    removed = Signal()
    debt_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(margin=0, edge="left")
        self._around = around
        self._buyer: CardView | None = None
        self._wide = True
        self._told = 0
        """How many chips have something to say."""
        self.setFixedHeight(HEIGHT)
        self._faces = QStackedWidget()
        self._faces.addWidget(self._empty())
        self._faces.addWidget(self._full())
        self.body.addWidget(self._faces)
        around.speech.spoken.connect(self._redraw)

    def show_buyer(self, buyer: "CardView | None") -> None:
        """Show who buys."""
        self._buyer = buyer
        self._faces.setCurrentIndex(0 if buyer is None else 1)
        self._redraw()

    def fit(self, *, wide: bool) -> None:
        """The ruler goes first where there is no room."""
        self._wide = wide
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More chips or fewer."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The name is read whole: the ruler and those chips go for which there is no room."""
        owes = self._buyer is not None and _owes(self._buyer)
        self.bar.setVisible(self._wide and not owes)
        beside = BAR + GAP if self._wide and not owes else 0
        beside += sum(button.sizeHint().width() + GAP for button in self._buttons)
        beside += self.pay.sizeHint().width() + GAP if owes else 0
        room = self.width() - EDGES - beside - self._name.sizeHint().width()
        for chip in self._chips[: self._told]:
            room -= chip.sizeHint().width() + CHIP_GAP
            chip.setVisible(room >= 0)

    def _empty(self) -> QWidget:
        around = self._around
        face = QWidget()
        row = QHBoxLayout(face)
        row.setContentsMargins(18, 0, 16, 0)
        row.setSpacing(12)
        hint = ElidedLabel(look="muted")
        around.speech.bind(hint.setText, _invitation)
        row.addWidget(hint, 1)
        self.choose = Button(
            around.theme,
            around.speech,
            lambda words: words.say("Client"),
            icon="users",
            key="Ctrl+K",
        )
        self.choose.clicked.connect(self.choose_wanted)
        row.addWidget(self.choose)
        return face

    def _full(self) -> QWidget:
        around = self._around
        face = QWidget()
        row = QHBoxLayout(face)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(GAP)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(CHIP_GAP)
        self._name = ElidedLabel(look="head")
        first.addWidget(self._name)
        self._chips = [Chip(around.theme) for _ in range(MOST_TAGS + 2)]
        for chip in self._chips:
            first.addWidget(chip)
        first.addStretch(1)
        texts.addLayout(first)
        self._facts = ElidedLabel(look="hint")
        texts.addWidget(self._facts)
        row.addLayout(texts, 1)
        self.bar = RhythmBar(around.theme)
        self.bar.setFixedWidth(BAR)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.pay = Button(
            around.theme, around.speech, lambda words: words.say("Settle the debt"), kind="quiet"
        )
        self.pay.clicked.connect(self.debt_wanted)
        row.addWidget(self.pay)
        self._buttons: list[IconButton] = []
        for icon, phrase, signal in (
            ("eye", _open_words, self.card_wanted),
            ("x", _remove_words, self.removed),
        ):
            button = IconButton(around.theme, around.speech, phrase, icon)
            button.clicked.connect(signal)
            row.addWidget(button)
            self._buttons.append(button)
        return face

    def _redraw(self) -> None:
        buyer, words = self._buyer, self._around.words
        if buyer is None:
            return
        client, rhythm = buyer.client, buyer.rhythm
        self._name.setText(client.name)
        label = capital(labels.state_label(words, rhythm.state))
        shown = [(label, STATE_TONES[rhythm.state])]
        if buyer.debt is not None and _owes(buyer):
            shown.insert(0, (phrases.debt(words, buyer.debt), "alarm"))
        liked = [tag for tag in client.tags if tag.kind is not TagKind.DISLIKES]
        shown += [(tag.text, "note") for tag in liked[:MOST_TAGS]]
        self._told = len(shown)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(shown))
            if at < len(shown):
                chip.set_chip(*shown[at])
        self.pay.setVisible(_owes(buyer))
        phone = show_phone(client.phones[0]) if client.phones else ""
        last = phrases.last_visit(words, buyer)
        self._facts.setText("  ·  ".join(part for part in (phone, last, client.notes) if part))
        mark = RhythmMark(rhythm.times_usual, rhythm.state, rhythm.factors.quiet_after)
        self.bar.show_mark(mark, words.say("{name}: {visit}", name=client.name, visit=last))
        self._make_room()


def _owes(buyer: "CardView") -> bool:
    return buyer.debt is not None and buyer.debt.minor > 0


def _invitation(words: Words) -> str:
    return words.say("Client: scan a card or type a name, or sell without")


def _open_words(words: Words) -> str:
    return words.say("Open the card")


def _remove_words(words: Words) -> str:
    return words.say("Sell without a client")
