"""The part of the editor that says what else goes with an item, at once or after some days."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kartoteka.domain.catalogue import Bond, GoesWith, ItemLine
from kartoteka.i18n.words import Words
from kartoteka.ui.catalogue.item_field import ItemField
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import IconButton
from kartoteka.ui.widgets.card_frame import ElidedLabel, said

DAYS_WIDTH = 70


class GoesWithList(QWidget):
    """A line for each bond; a field below finds one more item."""

    def __init__(self, around: Surroundings, bonds: tuple[GoesWith, ...]) -> None:
        super().__init__()
        self._around = around
        self.bonds: tuple[GoesWith, ...] = bonds
        self._names: dict[int, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(said(around.speech, _title, "head"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        self.field = ItemField(around)
        around.speech.bind(self.field.input.setPlaceholderText, _find)
        around.speech.bind(self.field.input.setAccessibleName, _find)
        self.field.chosen.connect(self._on_chosen)
        column.addWidget(self.field)
        if bonds:
            ids = [bond.item for bond in bonds]
            around.desk.ask(lambda shop: _lines(shop, ids), self._on_names)

    def _on_names(self, lines: list[ItemLine]) -> None:
        self._names.update({line.id: line.name for line in lines})
        self._rebuild()

    def _on_chosen(self, line: ItemLine, _quantity: Decimal) -> None:
        self._names[line.id] = line.name
        if line.id not in {bond.item for bond in self.bonds}:
            self.bonds = (*self.bonds, GoesWith(line.id))
            self._rebuild()

    def _rebuild(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for bond in self.bonds:
            self._rows.addWidget(self._row(bond))

    def _row(self, bond: GoesWith) -> QWidget:
        words = self._around.words
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self._names.get(bond.item, "—")), 1)
        kinds = QComboBox()
        for each in Bond:
            kinds.addItem(_bond(words, each), each.value)
        kinds.setCurrentIndex(kinds.findData(bond.bond.value))
        kinds.setAccessibleName(words.say("How they are related"))
        kinds.currentIndexChanged.connect(
            lambda _: self._change(bond.item, bond=Bond(kinds.currentData()))
        )
        row.addWidget(kinds)
        days = QLineEdit(str(bond.after_days) if bond.after_days else "")
        days.setFixedWidth(DAYS_WIDTH)
        days.setPlaceholderText(words.say_in("after so many days", "at once"))
        days.setAccessibleName(words.say("After how many days"))
        days.textEdited.connect(
            lambda text: self._change(bond.item, after_days=int(text) if text.isdecimal() else 0)
        )
        row.addWidget(days)
        remove = IconButton(self._around.theme, self._around.speech, _remove_words, "x")
        remove.clicked.connect(partial(self._remove, bond.item))
        row.addWidget(remove)
        return made

    def _change(self, item: int, **change: object) -> None:
        self.bonds = tuple(
            replace(bond, **change) if bond.item == item else bond  # type: ignore[arg-type]
            for bond in self.bonds
        )

    def _remove(self, item: int) -> None:
        self.bonds = tuple(bond for bond in self.bonds if bond.item != item)
        self._rebuild()


def _lines(shop: object, ids: list[int]) -> list[ItemLine]:
    from kartoteka.shop import Shop, catalogue

    assert isinstance(shop, Shop)  # noqa: S101 - the desk gives it
    return catalogue.lines(shop, ids)


def _bond(words: Words, bond: Bond) -> str:
    if bond is Bond.CONSUMABLE:
        return words.say("consumable")
    if bond is Bond.AFTER_CARE:
        return words.say("care product")
    return words.say("accessory")


def _title(words: Words) -> str:
    return words.say("Goes with it")


def _find(words: Words) -> str:
    return words.say("Find an item that goes with it…")


def _remove_words(words: Words) -> str:
    return words.say("Remove")
