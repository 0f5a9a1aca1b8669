"""The editor of one item of the catalogue."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.catalogue import GoesWith, Item, ItemKind, doubtful_barcodes
from kartoteka.domain.errors import RuleBroken
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.catalogue.goes_with import GoesWithList
from kartoteka.ui.catalogue.presenter import (
    FIELDS,
    ItemText,
    field_words,
    item_of,
    kind_words,
    text_of,
)
from kartoteka.ui.page import Surroundings
from kartoteka.ui.speech import Phrase
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, restyle, said, scrolling

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

WIDTH, HEIGHT = 700, 600
CARE_HEIGHT = 64
NUMERIC = ("price", "cost", "vat_rate")
PAIRS = (
    ("price", "cost"),
    ("vat_rate", "unit"),
    ("contents", "lasts_days"),
    ("warranty_months", "service_months"),
    ("tags",),
)


class ItemDialog(QDialog):
    """Adds an item (id 0) or changes one; what was wrong stands under the fields."""

    saved = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget, item: Item) -> None:
        super().__init__(parent)
        self._around, self._item = around, item
        self._currency = ""
        self._on_its_way = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _change_title if item.id else _add_title
        around.speech.bind(self.setWindowTitle, title)
        self.resize(WIDTH, min(HEIGHT, max(380, parent.window().height() - 40)))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(said(around.speech, title, "head"))
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(12)
        inside.addLayout(self._fields())
        self.goes_with = GoesWithList(around, item.goes_with)
        inside.addWidget(self.goes_with)
        inside.addStretch(1)
        column.addWidget(scrolling(content), 1)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._foot())
        self._fill()
        around.desk.ask(lambda shop: shop.settings.shop.currency, self._on_currency)
        self.fields["name"].setFocus()

    def take_scan(self, code: str) -> None:
        """A scan while the editor is open is one of its barcodes."""
        field = self.fields["barcodes"]
        field.setText(f"{field.text()}, {code}" if field.text().strip() else code)

    def save(self) -> None:
        """Write the item into the book, or tell what is wrong."""
        if self._on_its_way or not self._currency:
            return
        try:
            item = self._read()
        except RuleBroken as broken:
            self._refuse(broken)
            return
        self._on_its_way = True

        def write(shop: "Shop") -> "Done[Item]":
            from kartoteka.shop import catalogue

            return catalogue.edit_item(shop, item) if item.id else catalogue.add_item(shop, item)

        self._around.desk.change(write, self._on_saved, self._refuse)

    # -------------------------------------------------------------------------------------------

    def _fields(self) -> QGridLayout:
        speech = self._around.speech
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.fields: dict[str, QLineEdit] = {}
        for name in FIELDS:
            field = QLineEdit()
            speech.bind(field.setAccessibleName, _phrase(name))
            field.returnPressed.connect(self.save)
            self.fields[name] = field
        self.fields["barcodes"].textChanged.connect(lambda _: self._doubt())
        self.kind = QComboBox()
        for kind in ItemKind:
            self.kind.addItem("", kind.value)
        speech.bind(self.kind.setAccessibleName, _kind_title)
        speech.spoken.connect(self._name_kinds)
        self._name_kinds()
        grid.addWidget(said(speech, _phrase("name"), "muted"), 0, 0)
        grid.addWidget(self.fields["name"], 0, 1, 1, 3)
        grid.addWidget(said(speech, _kind_title, "muted"), 1, 0)
        grid.addWidget(self.kind, 1, 1)
        grid.addWidget(said(speech, _phrase("sku"), "muted"), 1, 2)
        grid.addWidget(self.fields["sku"], 1, 3)
        grid.addWidget(said(speech, _phrase("barcodes"), "muted"), 2, 0)
        grid.addWidget(self.fields["barcodes"], 2, 1, 1, 3)
        self.doubt = label("care", wrap=True)
        self.doubt.hide()
        grid.addWidget(self.doubt, 3, 1, 1, 3)
        for row, pair in enumerate(PAIRS, start=4):
            for at, name in enumerate(pair):
                grid.addWidget(said(speech, _phrase(name), "muted"), row, 2 * at)
                grid.addWidget(self.fields[name], row, 2 * at + 1)
        self.care = QPlainTextEdit()
        self.care.setTabChangesFocus(True)
        self.care.setFixedHeight(CARE_HEIGHT)
        speech.bind(self.care.setAccessibleName, _phrase("care"))
        speech.bind(self.care.setPlaceholderText, _care_hint)
        name_at = Qt.AlignmentFlag.AlignTop
        grid.addWidget(said(speech, _phrase("care"), "muted"), row + 1, 0, name_at)
        grid.addWidget(self.care, row + 1, 1, 1, 3)
        return grid

    def _foot(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.ready = Button(theme, speech, lambda words: words.say("Save"), kind="primary")
        self.ready.clicked.connect(self.save)
        row.addWidget(self.ready)
        return row

    def _fill(self) -> None:
        text = text_of(self._item)
        for name, field in self.fields.items():
            plain = getattr(text, name)
            numeric = name in NUMERIC
            field.setText(formats.as_typed(self._around.words, plain) if numeric else plain)
        self.care.setPlainText(text.care)
        self.kind.setCurrentIndex(self.kind.findData(self._item.kind.value))

    def _read(self) -> Item:
        lines = {name: field.text() for name, field in self.fields.items()}
        text = ItemText(**lines, care=self.care.toPlainText())
        kind = ItemKind(self.kind.currentData())
        bonds: tuple[GoesWith, ...] = self.goes_with.bonds
        return item_of(self._item, kind, text, bonds, self._currency)

    def _on_currency(self, currency: str) -> None:
        self._currency = currency

    def _on_saved(self, done: "Done[Item]") -> None:
        words = self._around.words
        text = words.say("“{item}” is in the catalogue.", item=done.value.name)
        self._around.notices.done(text, done.changes)
        self.saved.emit(done.value)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._on_its_way = False
        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        wrong = getattr(error, "field", "name")
        for name, field in self.fields.items():
            restyle(field, "wrong", name == wrong)
        restyle(self.care, "wrong", wrong == "care")
        explained = explain(error, self._around.words)
        self.problem.setText(f"{explained.title} {explained.advice}".strip())
        self.problem.show()

    def _doubt(self) -> None:
        """A wrong check digit is told, and the code kept: shops print codes of their own."""
        codes = tuple(part.strip() for part in self.fields["barcodes"].text().split(","))
        doubtful = doubtful_barcodes(Item(name="", barcodes=codes))
        words = self._around.words
        self.doubt.setVisible(bool(doubtful))
        self.doubt.setText(
            words.say("Is {code} right? Its check digit does not match.", code=", ".join(doubtful))
        )

    def _name_kinds(self) -> None:
        for at, kind in enumerate(ItemKind):
            self.kind.setItemText(at, kind_words(self._around.words, kind))


def _phrase(name: str) -> Phrase:
    return lambda words: field_words(words, name)


def _care_hint(words: Words) -> str:
    return words.say("For the back of the receipt; one piece of advice per line.")


def _kind_title(words: Words) -> str:
    return words.say_in("item", "Kind")


def _add_title(words: Words) -> str:
    return words.say("New item")


def _change_title(words: Words) -> str:
    return words.say("Catalogue item")
