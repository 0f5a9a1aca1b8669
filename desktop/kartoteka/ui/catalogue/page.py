"""The Catalogue page: every item, found by a fragment or a scan, added, changed, deleted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.domain.catalogue import Item, ItemLine
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.catalogue.editor import ItemDialog
from kartoteka.ui.catalogue.presenter import kind_words
from kartoteka.ui.imports.files_menu import FilesButton
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes, Done

ROW = 55


class CataloguePage(Page):
    """A lazy list: fifty thousand items are no more than fifty."""

    name = "catalogue"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._text = ""
        self.files = FilesButton(around, self, "catalogue")
        self._add = Button(
            around.theme, around.speech, _add_words, icon="plus", key="Ins", kind="primary"
        )
        self._add.clicked.connect(lambda: self.edit(None))
        self._labels = Button(around.theme, around.speech, _labels_words, icon="tag", key="Ctrl+L")
        self._labels.clicked.connect(self.print_labels)
        self._build()
        for key, do in (
            ("Ins", lambda: self.edit(None)),
            ("Del", self.delete),
            ("Ctrl+L", self.print_labels),
        ):
            shortcut = QShortcut(QKeySequence(key), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.speech.spoken.connect(self._say)

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Catalogue")

    def buttons(self) -> list[QWidget]:
        """Add; labels of the ticked items; import and export."""
        return [self._add, self._labels, self.files]

    def affected_by(self, changes: "Changes") -> bool:
        """Lists."""
        return bool(changes.lists or changes.everything)

    def refresh(self) -> None:
        """Ask for the items that the search finds."""
        text = self._text
        self.around.desk.ask(lambda shop: _ids(shop, text), self._show, key=self)

    def first_focus(self) -> QWidget | None:
        """The search."""
        return self.search

    def go_back(self) -> bool:
        """Esc empties the search first."""
        if not self.search.text():
            return False
        self.search.setText("")
        return True

    def take_scan(self, code: str) -> bool:
        """A scan finds the item."""
        self.search.setText(code)
        return True

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of the catalogue."""
        return [
            ("Ins", words.say("new item")),
            ("Enter", words.say("change the item")),
            ("Del", words.say("delete the item")),
            (words.say("Space"), words.say("select the item")),
            ("Ctrl+L", words.say("price labels of the selected items")),
        ]

    def edit(self, item: int | None) -> None:
        """Open the editor of an item; None: of a new one."""
        if item is None:
            ItemDialog(self.around, self, Item(name="")).open()
        else:
            self.around.desk.ask(
                lambda shop: _item(shop, item),
                lambda found: ItemDialog(self.around, self, found).open(),
            )

    def delete(self) -> None:
        """Take the chosen item out; the message has Undo."""
        row = self.table.currentIndex().row()
        if row < 0 or (self.search.hasFocus() and self.search.text()):
            return
        item = self.table.lazy.id_at(row)

        def write(shop: "Shop") -> "Done[int]":
            from kartoteka.shop import catalogue

            return catalogue.delete_items(shop, [item])

        words = self.around.words
        self.around.desk.change(
            write,
            lambda done: self.around.notices.done(
                words.say("The item was removed from the catalogue."), done.changes
            ),
        )

    def print_labels(self) -> None:
        """Price labels of the ticked items, or of the one under the cursor."""
        from kartoteka.ui.catalogue.price_labels import PriceLabelDialog

        chosen = self.table.lazy.chosen()
        row = self.table.currentIndex().row()
        if not chosen and row >= 0:
            chosen = [self.table.lazy.id_at(row)]
        if chosen:
            PriceLabelDialog(self.around, self, chosen).open()

    # -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        around = self.around
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = label("title")
        self._count = ElidedLabel(look="muted")
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        for setter in (self.search.setPlaceholderText, self.search.setAccessibleName):
            around.speech.bind(setter, _search_words)
        self.search.textChanged.connect(self._on_search)
        model: LazyModel[ItemLine] = LazyModel(
            around, _columns(), _lines, lambda line: line.id, choosable=True
        )
        self.table = LazyTable(around, model, ROW)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(self.edit)
        around.speech.bind(self.table.setAccessibleName, lambda words: words.say("Catalogue"))
        add = Button(around.theme, around.speech, _add_words, icon="plus", kind="primary")
        add.clicked.connect(lambda: self.edit(None))
        self._faces = QStackedWidget()
        self._faces.addWidget(self.table)
        self._faces.addWidget(
            EmptyPage(around.theme, around.speech, "tag", _empty_title, _empty_text, add)
        )
        nothing = label("muted", wrap=True)
        around.speech.bind(nothing.setText, _nothing)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._faces.addWidget(nothing)
        card = CardFrame(margin=12, spacing=8)
        card.body.addWidget(self.search)
        card.body.addWidget(self._faces, 1)
        column.addWidget(card, 1)
        self._say()

    def _show(self, ids: Sequence[int]) -> None:
        self.table.lazy.set_ids(ids)
        if len(ids):
            self.table.setCurrentIndex(self.table.lazy.index(0, 0))
        self._faces.setCurrentIndex(0 if len(ids) else 2 if self._text else 1)
        self._say()
        self.filled.emit()

    def _say(self) -> None:
        words, count = self.around.words, len(self.table.lazy.ids())
        self._title.setText(words.say("Catalogue"))
        shown = formats.number(words, count)
        self._count.setText(
            words.count("{shown} item", "{shown} items", count, shown=shown) if count else ""
        )

    def _on_search(self, text: str) -> None:
        if text.strip() != self._text:
            self._text = text.strip()
            self.refresh()


def _columns() -> list[Column[ItemLine]]:
    return [
        Column(
            head=lambda words: words.say("Item"),
            text=lambda _words, line: line.name,
            paint=cells.two_lines(lambda _words, line: line.name, _codes),
            stretch=True,
        ),
        Column(
            head=lambda words: words.say_in("item", "Kind"),
            text=lambda words, line: kind_words(words, line.kind),
            width=120,
        ),
        Column(
            head=lambda words: words.say("Cost"),
            text=lambda words, line: formats.money(words, line.cost) if line.cost else "—",
            width=110,
            right=True,
        ),
        Column(
            head=lambda words: words.say("Price"),
            text=lambda words, line: formats.money(words, line.price) if line.price else "—",
            width=110,
            right=True,
        ),
    ]


def _codes(_words: Words, line: ItemLine) -> str:
    return "  ·  ".join(part for part in (line.sku, line.barcode, *line.tags) if part)


def _ids(shop: "Shop", text: str) -> Sequence[int]:
    from kartoteka.shop import catalogue

    return catalogue.ids(shop, text)


def _lines(shop: "Shop", ids: Sequence[int]) -> Sequence[ItemLine]:
    from kartoteka.shop import catalogue

    return catalogue.lines(shop, ids)


def _item(shop: "Shop", item: int) -> Item:
    from kartoteka.shop import catalogue

    return catalogue.item(shop, item)


def _labels_words(words: Words) -> str:
    return words.say("Price labels")


def _add_words(words: Words) -> str:
    return words.say("New item")


def _search_words(words: Words) -> str:
    return words.say("Name, article number, barcode or tag")


def _empty_title(words: Words) -> str:
    return words.say("What you sell will be here")


def _empty_text(words: Words) -> str:
    return words.say(
        "Add an item, or import a table from your old program. At the till, a few "
        "letters or the barcode find it."
    )


def _nothing(words: Words) -> str:
    return words.say("No item found. Try other letters, or add it.")
