"""The field under the basket: scan or type an item, the found ones drop down."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kartoteka.domain.catalogue import ItemLine
from kartoteka.domain.typed import read_wanted
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.drop_field import DropField
from kartoteka.ui.widgets.drop_list import DropRow, DropWords

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FOUND = 7


class ItemField(DropField[ItemLine]):
    """Takes `tea`, `3*tea`, an article number, or `Gift box 4.50` for what is in no catalogue."""

    chosen = Signal(object, object)
    """An `ItemLine` and how many of it."""
    free = Signal(object)
    """A `Wanted` that nothing in the catalogue fits."""
    walked = Signal(int)
    """An arrow while nothing is dropped down: to the line above or below."""
    removed = Signal()
    stepped = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.desk, around.speech, around.theme, "F3")
        self.setObjectName("itemField")
        self.setFixedHeight(46)
        self.row.setContentsMargins(12, 4, 12, 4)
        self._has_items = True
        around.speech.bind(self.input.setAccessibleName, _hint)
        around.speech.bind(self.input.setPlaceholderText, self._hint)

    def show_whether_items(self, there: bool) -> None:
        """Where the catalogue is empty, the hint says how to sell all the same."""
        if there != self._has_items:
            self._has_items = there
            self.input.setPlaceholderText(self._hint(self._speech.words))

    def words(self) -> DropWords[ItemLine]:
        """Items."""
        return DropWords(_row, lambda words: words.say("Items found"), _nothing)

    def finder(self, text: str) -> "Callable[[Shop], Sequence[ItemLine]]":
        """The items that fit, whatever number stands before them."""
        query = read_wanted(text).text
        return lambda shop: _find(shop, query)

    def take(self, text: str, found: ItemLine | None) -> None:
        """Take the chosen item, or what was typed when nothing fits."""
        wanted = read_wanted(text)
        self.leave()
        if found is None:
            self.free.emit(wanted)
        else:
            self.chosen.emit(found, wanted.quantity)

    def walk(self, step: int) -> bool:
        """To the lines of the basket."""
        self.walked.emit(step)
        return True

    def other_key(self, event: QKeyEvent) -> bool:
        """With an empty field Del, + and − are for the chosen line."""
        if self.input.text():
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.text() in ("+", "-", "−"):
            self.stepped.emit(1 if event.text() == "+" else -1)
        else:
            return False
        return True

    def _hint(self, words: Words) -> str:
        return _hint(words) if self._has_items else words.say("Item and price: Gift box 4.50")


def _find(shop: "Shop", query: str) -> list[ItemLine]:
    from kartoteka.shop import catalogue

    return catalogue.find_lines(shop, query, FOUND)


def _row(words: Words, item: ItemLine) -> DropRow:
    price = "" if item.price is None else formats.money(words, item.price)
    return DropRow(item.name, (item.sku, item.barcode), price=price)


def _hint(words: Words) -> str:
    return words.say("Scan or type an item…")


def _nothing(words: Words) -> str:
    return words.say("Nothing in the catalogue matches. Enter sells it as typed: Gift box 4.50")
