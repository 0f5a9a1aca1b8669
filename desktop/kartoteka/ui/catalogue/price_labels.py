"""Asks how price labels come out: on a roll or a sheet, how many of each, a reduction told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.label_dialog import LabelDialog
from kartoteka.ui.papers.setup_dialog import Draw, count_field

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop

MOST_COPIES = 500
ROLL, SHEET = "roll", "sheet"


class PriceLabelDialog(LabelDialog):
    """The labels of the chosen items; the sheet is asked for only where there is one."""

    def __init__(self, around: Surroundings, parent: QWidget, chosen: Sequence[int]) -> None:
        super().__init__(around, parent, chosen, _title, "price-labels")

    def add_above(self) -> None:
        speech = self._around.speech
        self.medium = self.add_choice(_medium, [(SHEET, _on_sheet), (ROLL, _on_roll)])
        self.copies = count_field(MOST_COPIES)
        self.add_row(_copies, self.copies)
        self.reduced = QCheckBox()
        speech.bind(self.reduced.setText, _reduced)
        self.form.addRow("", self.reduced)
        self._above = self.form.rowCount()
        self.medium.currentIndexChanged.connect(self._on_medium)

    def order(self) -> Draw:
        """What draws the labels as they are asked for now."""
        from kartoteka.shop.price_labels import LabelWish

        wish = LabelWish(
            copies=self.copies.value(),
            roll=self.medium.currentData() == ROLL,
            sheet=self.labels,
            start=self.start.value(),
            reduced=self.reduced.isChecked(),
        )

        def draw(shop: "Shop", items: Sequence[int]) -> bytes:
            from kartoteka.shop import price_labels

            return price_labels.price_labels(shop, items, wish).pdf

        return draw

    def values(self) -> dict[str, str]:
        """The sheet is kept only when it was used."""
        return super().values() if self.medium.currentData() == SHEET else {}

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        """Those that have a price."""
        from kartoteka.shop import price_labels

        return price_labels.with_price(shop, chosen)

    def show_settings(self, settings: "Settings") -> None:
        """A reduction is told as the law of Bulgaria asks; elsewhere nothing asks for it."""
        super().show_settings(settings)
        self.form.setRowVisible(self.reduced, settings.shop.country != "ru")

    def left_out_words(self, words: Words, number: int) -> str:
        """Why so many of the chosen are left out."""
        return words.count(
            "{number} item without a price is left out.",
            "{number} items without a price are left out.",
            number,
        )

    def _on_medium(self) -> None:
        on_sheet = self.medium.currentData() == SHEET
        for row in range(self._above, self.form.rowCount()):
            self.form.setRowVisible(row, on_sheet)
        self.picture.setVisible(on_sheet)
        QTimer.singleShot(0, self._shrink)

    def _shrink(self) -> None:
        """As low as what is left, once the layout knows it."""
        self.resize(self.width(), self.sizeHint().height())


def _title(words: Words) -> str:
    return words.say("Price labels")


def _medium(words: Words) -> str:
    return words.say("Print on")


def _on_sheet(words: Words) -> str:
    return words.say("a sheet of labels")


def _on_roll(words: Words) -> str:
    return words.say("a roll, 58 × 40 mm")


def _copies(words: Words) -> str:
    return words.say("Copies of each")


def _reduced(words: Words) -> str:
    return words.say("Reduced: show the lowest price of 30 days")
