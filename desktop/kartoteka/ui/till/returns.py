"""Which sale goods come back from: one of the last, one by its number, or none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.line_dialog import LineDialog

if TYPE_CHECKING:
    from kartoteka.domain.sales import Sale
    from kartoteka.shop import Shop
    from kartoteka.shop.sales import RecentSale
    from kartoteka.ui.till.page import TillPage

SHOWN = 7
ROW = 36


class ReturnDialog(LineDialog):
    """Asks for the sale; the last ones are at hand: an arrow and Enter take one."""

    def __init__(self, around: Surroundings, page: "TillPage", recent: "list[RecentSale]") -> None:
        super().__init__(around, page, _title, _hint, _find, self._look_up)
        self._page = page
        self.recent = QListWidget()
        self.recent.setUniformItemSizes(True)
        around.speech.bind(self.recent.setAccessibleName, _recent)
        for sale in recent:
            row = QListWidgetItem(_row(around.words, sale))
            row.setSizeHint(QSize(0, ROW))
            row.setData(Qt.ItemDataRole.UserRole, sale.id)
            self.recent.addItem(row)
        self.recent.setFixedHeight(ROW * max(1, len(recent)) + 8)
        self.recent.setVisible(bool(recent))
        self.recent.itemActivated.connect(self._take_recent)
        self.recent.itemClicked.connect(self._take_recent)
        self.add_below(self.recent)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.field, self._walk)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        free = Button(around.theme, around.speech, _without_sale)
        free.clicked.connect(self._return_freely)
        self.add_button(free)

    @classmethod
    def begin(cls, around: Surroundings, page: "TillPage") -> None:
        """Ask for the last sales, then for the one that is meant."""

        def recent(shop: "Shop") -> "list[RecentSale]":
            from kartoteka.shop import sales

            return sales.recent(shop, SHOWN)

        around.desk.ask(recent, lambda found: cls(around, page, found).open(), key=(page, "recent"))

    def _walk(self) -> None:
        """An arrow in the field leads to the last sales."""
        if self.recent.count():
            self.recent.setCurrentRow(0)
            self.recent.setFocus()

    def _look_up(
        self, text: str, done: Callable[[], None], refused: Callable[[Exception], None]
    ) -> None:
        def find(shop: "Shop") -> "Sale":
            from kartoteka.shop import sales

            return sales.sale(shop, text)

        def found(sale: "Sale") -> None:
            done()
            self._open(sale.id)

        self._around.desk.ask(find, found, refused)

    def _take_recent(self, row: QListWidgetItem) -> None:
        if not self.isVisible():
            return  # a double click is two
        self.accept()
        self._open(int(row.data(Qt.ItemDataRole.UserRole)))

    def _open(self, sale: int) -> None:
        from kartoteka.ui.sales.sale_dialog import SaleDialog

        SaleDialog.begin(self._around, self._page, sale)

    def _return_freely(self) -> None:
        self.accept()
        self._page.attempt(lambda presenter: presenter.turn_back(True))
        self._page.field_focus()


def _row(words: Words, sale: "RecentSale") -> str:
    total = formats.money(words, sale.total)
    day = formats.day_month_short(words, sale.on)
    if sale.name:
        # Translators: one of the last sales: "No. 17, 28 Nov, €12.00, Maria Stoyanova".
        return words.say(
            "No. {number}, {day}, {total}, {name}",
            number=sale.number,
            day=day,
            total=total,
            name=sale.name,
        )
    # Translators: one of the last sales, of nobody known: "No. 17, 28 Nov, €12.00".
    return words.say("No. {number}, {day}, {total}", number=sale.number, day=day, total=total)


def _title(words: Words) -> str:
    return words.say("Which sale do the goods come from?")


def _hint(words: Words) -> str:
    return words.say("Receipt number")


def _find(words: Words) -> str:
    return words.say("Find")


def _recent(words: Words) -> str:
    return words.say("The last sales")


def _without_sale(words: Words) -> str:
    return words.say("Without a receipt")
