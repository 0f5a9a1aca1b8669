"""What must stand on a paper and is not known: named, with a button that leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kartoteka.domain.papers import Missing
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label

PLACES = ("shop", "client", "paper")
OWN_FIELDS = frozenset({"ground", "vat_ground"})
_CARD_FIELDS = {"address": "city", "tax_id": "tax_id"}


class LackingBox(QWidget):
    """One row for the shop and one for the client; hidden while nothing is missing."""

    wanted = Signal(object)
    """The first thing that is missing at the place whose button was pressed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._missing: tuple[Missing, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        phrases = {"shop": _settings, "client": _card, "paper": _choose}
        self._texts = {place: label("alarm", wrap=True) for place in PLACES}
        self.buttons = {
            place: Button(around.theme, around.speech, phrases[place]) for place in PLACES
        }
        for row, place in enumerate(PLACES):
            self.buttons[place].clicked.connect(lambda _=False, place=place: self._on_wanted(place))
            self._grid.addWidget(self._texts[place], row, 0)
            self._grid.addWidget(self.buttons[place], row, 1)
        around.speech.spoken.connect(self._say)
        self.show_missing(())

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is shown as missing."""
        return self._missing

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Name what is missing; reasons and grounds are asked for by fields of their own."""
        self._missing = tuple(each for each in missing if each.field not in OWN_FIELDS)
        self._say()

    def _say(self) -> None:
        from kartoteka.wording.catalogue import missing_name

        words = self._around.words
        for place in PLACES:
            names = [missing_name(words, each) for each in self._missing if each.of == place]
            text = words.say("Still missing: {fields}", fields=formats.join_list(words, names))
            self._texts[place].setText(text if names else "")
            self._texts[place].setVisible(bool(names))
            self.buttons[place].setVisible(bool(names))
        self.setVisible(bool(self._missing))

    def _on_wanted(self, place: str) -> None:
        self.wanted.emit(next(each for each in self._missing if each.of == place))


def lead_to(around: Surroundings, missing: Missing, client: int | None) -> None:
    """Open the setting or the field of the card where it can be filled in."""
    if missing.of == "shop":
        around.navigator.show_page("settings", setting=f"shop.{missing.field}")
    elif client is not None:
        field = _CARD_FIELDS.get(missing.field, "")
        around.navigator.show_page("card", client=client, field=field)


def _settings(words: Words) -> str:
    return words.say("Fill in under Settings")


def _card(words: Words) -> str:
    return words.say("Fill in on the card")


def _choose(words: Words) -> str:
    return words.say("Choose the client")
