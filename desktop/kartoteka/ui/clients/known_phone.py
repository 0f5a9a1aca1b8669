"""A hint under the fields: the phone that is being typed is on a card already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kartoteka.domain.lists import ClientLine
from kartoteka.domain.phones import digits, read_phone
from kartoteka.ui.clients.editors import Link
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.card_frame import label

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FEWEST_DIGITS = 6
"""Fewer digits stand on too many cards to say anything."""


def _holder(shop: "Shop", text: str, country: str, but: int | None) -> ClientLine | None:
    """A client whose phone is the typed one."""
    from kartoteka.shop import clients

    typed = read_phone(text, country)
    if not typed.e164:
        return None
    for found in clients.find(shop, digits(typed.e164)[-9:], 5):
        if found == but:
            continue
        if any(phone.e164 == typed.e164 for phone in clients.client(shop, found).phones):
            lines = clients.lines(shop, [found])
            return lines[0] if lines else None
    return None


class KnownPhone(QFrame):
    """Hidden until a typed phone is known; its link opens that card."""

    client_opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setObjectName("careful")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        self._text = label("care", wrap=True)
        column.addWidget(self._text)
        self.link = Link()
        self.link.opened.connect(self._on_opened)
        column.addWidget(self.link)
        self._line: ClientLine | None = None
        around.speech.spoken.connect(self._say)
        self.hide()

    def look_up(self, text: str, country: str, but: int | None) -> None:
        """Ask who holds the phone that is being typed; `but` is the card it is typed on."""
        if len(digits(text)) < FEWEST_DIGITS:
            self._show(None)
            return
        self._around.desk.ask(lambda shop: _holder(shop, text, country, but), self._show, key=self)

    def _show(self, line: ClientLine | None) -> None:
        self._line = line
        self.setVisible(line is not None)
        self._say()

    def _say(self) -> None:
        if self._line is None:
            return
        words = self._around.words
        self._text.setText(words.say("This phone is on a card already."))
        self.link.setText(words.say("Open the card of {name}", name=self._line.name))

    def _on_opened(self) -> None:
        if self._line is not None:
            self.client_opened.emit(self._line.id)
