"""What is asked before documents to be signed are shown: the period of a balance, a warranty."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QSpinBox, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.setup_dialog import Draw, SetupDialog, plain
from kartoteka.ui.widgets.day_field import DAY_FORMAT

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop

LONGEST_SERIAL, LONGEST_WARRANTY = 60, 600


class AskedDialog(SetupDialog):
    """Of one client or one sale; nothing of what is asked is kept as a setting."""

    def values(self) -> dict[str, str]:
        return {}

    def show_settings(self, settings: "Settings") -> None:
        """The fields begin the same every time."""

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        return chosen

    def left_out_words(self, words: Words, number: int) -> str:
        return ""


class BalanceDialog(AskedDialog):
    """From which day until which a client's balance is told: this year, up to today."""

    def __init__(self, around: Surroundings, parent: QWidget, client: int, today: date) -> None:
        super().__init__(around, parent, (client,), balance_title, "balance")
        self.since = QDateEdit(QDate(today.year, 1, 1))
        self.to = QDateEdit(QDate(today.year, today.month, today.day))
        for phrase, field in ((_since, self.since), (_to, self.to)):
            field.setDisplayFormat(DAY_FORMAT)
            field.setCalendarPopup(True)
            self.add_row(phrase, field)
        self.finish_building()

    def order(self) -> Draw:
        since, to = (
            date(day.year(), day.month(), day.day()) for day in (self.since.date(), self.to.date())
        )

        def draw(shop: "Shop", people: Sequence[int]) -> bytes:
            from kartoteka.shop import balance

            return balance.confirmation(shop, people[0], since, to).pdf

        return draw


class WarrantyDialog(AskedDialog):
    """The serial number and the months of a warranty card; the months may be those of the item."""

    def __init__(self, around: Surroundings, parent: QWidget, sale: int) -> None:
        super().__init__(around, parent, (sale,), warranty_title, "warranty")
        self.serial = QLineEdit()
        self.serial.setMaxLength(LONGEST_SERIAL)
        self.months = plain(QSpinBox())
        self.months.setRange(0, LONGEST_WARRANTY)
        around.speech.bind(self.months.setSpecialValueText, _as_set)
        self.add_row(_serial, self.serial)
        self.add_row(_months, self.months)
        self.finish_building()

    def order(self) -> Draw:
        serial = self.serial.text().strip()
        months = self.months.value() or None

        def draw(shop: "Shop", sales: Sequence[int]) -> bytes:
            from kartoteka.shop import warranties

            return warranties.warranty_cards(shop, sales[0], months, serial).pdf

        return draw


def balance_title(words: Words) -> str:
    """What the document is called."""
    return words.say("Balance confirmation")


def warranty_title(words: Words) -> str:
    """What the document is called."""
    return words.say("Warranty card")


def _since(words: Words) -> str:
    return words.say_in("period", "From")


def _to(words: Words) -> str:
    return words.say_in("period", "Until")


def _serial(words: Words) -> str:
    return words.say("Serial number")


def _months(words: Words) -> str:
    return words.say("Warranty in months")


def _as_set(words: Words) -> str:
    # Translators: in the field for the months of a warranty: those that the catalogue has.
    return words.say("as set in the catalogue")
