"""The one search field: results drop down as one types, Enter opens the card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QSizePolicy

from kartoteka.domain.lists import ClientLine
from kartoteka.domain.phones import show_phone
from kartoteka.i18n import Words
from kartoteka.i18n.labels import state_label
from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.chips import STATE_TONES, ChipText, capital
from kartoteka.ui.widgets.drop_field import DropField
from kartoteka.ui.widgets.drop_list import DropRow, DropWords

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FOUND = 8
"""So many clients drop down; more letters find the rest."""
WIDEST = 560
NARROWEST = 230
LIST = 420


@dataclass(frozen=True, slots=True)
class NewClient:
    """The last row: nobody of those found is meant, so add somebody of this name or phone."""

    text: str
    alone: bool
    """Nobody was found."""


Row = ClientLine | NewClient


class SearchField(DropField[Row]):
    """The field in the top bar; finds clients by any fragment while one types, or adds one."""

    client_chosen = Signal(int)
    new_wanted = Signal(str)
    narrowest = LIST

    def __init__(self, desk: Desk, speech: Speech, theme: Theme) -> None:
        super().__init__(desk, speech, theme, "Ctrl K")
        self.setObjectName("searchBox")
        self.setFixedHeight(42)
        self.setMaximumWidth(WIDEST)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speech.bind(self.input.setPlaceholderText, _hint)
        speech.bind(self.input.setAccessibleName, lambda words: words.say("Search"))
        self._sign = QLabel()
        theme.dress(self._show_sign, "search", "muted", 20)
        self.row.setContentsMargins(14, 0, 12, 0)
        self.row.insertWidget(0, self._sign)

    def begin(self, text: str = "") -> None:
        """Take the focus; `text` was typed somewhere else and begins a new search."""
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.input.setText(text)
            self._on_edited(text)
        else:
            self.input.selectAll()

    def words(self) -> DropWords[Row]:
        """Clients."""
        return DropWords(_row, lambda words: words.say("Clients found"), _nobody)

    def finder(self, text: str) -> "Callable[[Shop], Sequence[Row]]":
        """The likeliest clients for a few letters or digits."""
        return lambda shop: _look_up(shop, text)

    def take(self, text: str, found: Row | None) -> None:
        """Open the card that is seen to be chosen, or begin a new one."""
        if found is None or not self.is_dropped:
            return
        self.leave()
        if isinstance(found, NewClient):
            self.new_wanted.emit(found.text)
        else:
            self.client_chosen.emit(found.id)

    def _show_sign(self, icon: QIcon) -> None:
        self._sign.setPixmap(icon.pixmap(20, 20))


def _look_up(shop: "Shop", text: str) -> list[Row]:
    from kartoteka.shop import clients

    found = clients.lines(shop, clients.find(shop, text.strip(), FOUND))
    return [*found, NewClient(" ".join(text.split()), alone=not found)]


def _row(words: Words, line: Row) -> DropRow:
    if isinstance(line, NewClient):
        title = words.say("Add “{name}” as a new client", name=line.text)
        return DropRow(title, (_nobody(words),) if line.alone else ())
    phone = show_phone(line.phone) if line.phone else ""
    chip = ChipText(capital(state_label(words, line.state)), STATE_TONES[line.state])
    return DropRow(line.name, (phone, line.card, line.city), chip)


def _hint(words: Words) -> str:
    return words.say("Name, phone, card number or note…")


def _nobody(words: Words) -> str:
    return words.say("Nobody found. Other letters, or part of the phone number, may help.")
