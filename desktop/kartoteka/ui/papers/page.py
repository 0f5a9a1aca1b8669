"""The Papers page: issued receipts, found by number or client, shown, printed, kept as PDF."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.papers import asking, presenter
from kartoteka.ui.papers.asking import PapersAnswer
from kartoteka.ui.papers.paper_pane import PaperPane
from kartoteka.ui.papers.presenter import PapersPresenter, Shown
from kartoteka.ui.papers.print_run import Give, PrintRun, save_pdf
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop.changes import Changes, Done
    from kartoteka.shop.views import IssuedPaper

ROW = 58
LIST_WIDE, LIST_NARROW = 384, 318
SUM_WIDE, SUM_NARROW = 150, 106
WIDE_FROM = 1000


class PapersPage(Page):
    """The list at the left; the paper as it was issued beside it."""

    name = "papers"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.presenter = PapersPresenter()
        self._wanted: int | None = None
        self._paper: IssuedPaper | None = None
        self._pdf = b""
        self._today: date | None = None
        self.pane = PaperPane(around)
        self._save = Button(around.theme, around.speech, _save_words, icon="save", key="Ctrl+S")
        self._save.clicked.connect(self.save)
        self._print = Button(
            around.theme, around.speech, _print_words, icon="printer", key="Ctrl+P", kind="primary"
        )
        self._print.clicked.connect(self.print_page)
        self.pane.size_chosen.connect(self._on_size)
        self.pane.card_wanted.connect(around.navigator.show_card)
        self._build()
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.speech.spoken.connect(self._say)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Papers")

    def buttons(self) -> list[QWidget]:
        """Keep or print the paper that is shown."""
        return [self._save, self._print] if self._paper is not None else []

    def accept(self, wish: Mapping[str, object]) -> None:
        """An issued paper (`paper`), or the receipt of a sale (`sale`), issued now if need be."""
        paper, sale = wish.get("paper"), wish.get("sale")
        if isinstance(sale, int):
            self._issue(sale)
        if isinstance(paper, int):
            self._wanted = paper
            self._search.clear()
            self.presenter.text = ""
            self.stale = True

    def affected_by(self, changes: "Changes") -> bool:
        """New papers, returns, and names on cards."""
        return bool(changes.sales or changes.clients or changes.everything)

    def refresh(self) -> None:
        """Ask for the papers that the search finds, and for the one to show."""
        text, wanted = self.presenter.text, self._wanted
        kept = self.presenter.shown.paper if self.presenter.shown else None
        self.around.desk.ask(
            lambda shop: asking.read(shop, text, wanted, kept), self._show, key=self
        )

    def print_page(self) -> bool:
        """Print the paper that is shown: the original once, then copies."""
        paper, shown = self._paper, self.presenter.shown
        if paper is None or shown is None or not self._pdf:
            return False
        run = PrintRun(self.around, self, presenter.paper_title(self.around.words, paper))
        run.start(self._pdf, lambda give: self._give_pdf(shown, give), self._on_printed)
        return True

    def save(self) -> None:
        """Keep the paper as a PDF in the folder of its year."""
        paper = self._paper
        if paper is not None:
            save_pdf(self.around, lambda shop: asking.save(shop, paper.id))

    def go_back(self) -> bool:
        """Esc empties the search first."""
        if not self._search.text():
            return False
        self._search.clear()
        self._on_search("")
        self.table.setFocus()
        return True

    def first_focus(self) -> QWidget | None:
        """The list, so that the arrows leaf through the papers."""
        return self.table

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of papers."""
        return [
            ("Ctrl+F", words.say("find a paper by number or client")),
            ("Ctrl+P", words.say("print the paper")),
            ("Ctrl+S", words.say("keep it as a PDF")),
            ("Ctrl++ −", words.say("larger and smaller, while the focus is on the paper")),
        ]

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = label("title")
        self._subtitle = ElidedLabel(look="muted")
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self._whole = QStackedWidget()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._list())
        row.addWidget(self.pane, 1)
        self._whole.addWidget(both)
        self._whole.addWidget(self._empty())
        column.addWidget(self._whole, 1)

    def _list(self) -> CardFrame:
        around = self.around
        self.table = self._table()
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        for setter in (self._search.setPlaceholderText, self._search.setAccessibleName):
            around.speech.bind(setter, lambda words: words.say("Number or client"))
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(lambda: self.table.setFocus())
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._nothing = label("muted", wrap=True)
        around.speech.bind(self._nothing.setText, _nothing_found)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(6, 8, 6, 8)
        self._found = QStackedWidget()
        self._found.addWidget(self.table)
        self._found.addWidget(self._nothing)
        self._list_card = CardFrame(margin=10, spacing=8)
        self._list_card.body.addWidget(self._search)
        self._list_card.body.addWidget(self._found, 1)
        return self._list_card

    def _table(self) -> "LazyTable[IssuedPaper]":
        model: LazyModel[IssuedPaper] = LazyModel(
            self.around, self._columns(), asking.lines, lambda paper: paper.id
        )
        table = LazyTable(self.around, model, ROW)
        table.horizontalHeader().hide()
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.opened.connect(lambda _: self.pane.pages.setFocus())
        self.around.speech.bind(table.setAccessibleName, _issued_papers)
        return table

    def _columns(self) -> "list[Column[IssuedPaper]]":
        return [
            Column(
                head=lambda words: words.say("Paper"),
                text=lambda words, paper: words.say(
                    "{paper}, {client}",
                    paper=presenter.paper_title(words, paper),
                    client=presenter.paper_detail(words, paper),
                ),
                paint=cells.two_lines(presenter.paper_title, presenter.paper_detail),
                stretch=True,
            ),
            Column(
                head=lambda words: words.say("Sum and day"),
                text=lambda words, paper: words.say(
                    "{amount}, {day}",
                    amount=formats.money(words, paper.total),
                    day=self._day(words, paper),
                ),
                paint=cells.two_lines(
                    lambda words, paper: formats.money(words, paper.total),
                    self._day,
                    right=True,
                ),
                width=SUM_WIDE,
                right=True,
            ),
        ]

    def _empty(self) -> CardFrame:
        around = self.around
        go = Button(around.theme, around.speech, _record, icon="shopping-bag", kind="primary")
        go.clicked.connect(lambda: around.navigator.record_purchase(None))
        card = CardFrame()
        card.body.addWidget(
            EmptyPage(around.theme, around.speech, "file-text", _empty_title, _empty_text, go)
        )
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview needs the room of a small window more than the list."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE_FROM
        self._list_card.setFixedWidth(LIST_WIDE if wide else LIST_NARROW)
        self.table.setColumnWidth(1, SUM_WIDE if wide else SUM_NARROW)

    # Showing -----------------------------------------------------------------------------------

    def _show(self, answer: PapersAnswer) -> None:
        had_paper = self._paper is not None
        self._today = answer.today
        if answer.first is not None:
            self._wanted = None
        self.table.selectionModel().blockSignals(True)
        self.table.lazy.set_ids(answer.ids)
        ids = list(answer.ids)
        if answer.first is not None and answer.first.id in ids:
            row = self.table.lazy.index(ids.index(answer.first.id), 0)
            self.table.setCurrentIndex(row)
        self.table.selectionModel().blockSignals(False)
        nothing_yet = not ids and not self.presenter.text and answer.first is None
        self._whole.setCurrentIndex(1 if nothing_yet else 0)
        self._found.setCurrentIndex(0 if ids else 1)
        if answer.first is None:
            self._paper = None
            self.presenter.forget()
            self.pane.show_nothing()
        else:
            self._take(answer.first)
        self._say()
        if had_paper != (self._paper is not None):
            self.around.navigator.buttons_changed()
        self.filled.emit()

    def _say(self) -> None:
        words, count = self.around.words, len(self.table.lazy.ids())
        self._title.setText(words.say("Papers"))
        printing = presenter.print_words(words, self.presenter.shown)
        self._print.setText(printing)
        self._print.setAccessibleName(printing)
        shown = formats.number(words, count)
        self._subtitle.setText(
            words.count("{shown} paper", "{shown} papers", count, shown=shown) if count else ""
        )

    def _day(self, words: Words, paper: "IssuedPaper") -> str:
        return presenter.paper_day(words, paper, self._today or paper.issued_on)

    def _take(self, paper: "IssuedPaper") -> None:
        anew = self.presenter.take(paper)
        self._paper = paper
        shown = self.presenter.shown
        if shown is None:
            return
        self.pane.show_paper(paper, shown)
        self._say()
        if anew:
            self._ask_pdf(shown)

    def _ask_pdf(self, shown: Shown) -> None:
        def arrived(pdf: bytes) -> None:
            self._pdf = pdf
            self.pane.show_pdf(pdf)

        self.around.desk.ask(lambda shop: asking.pdf(shop, shown), arrived, key=(self, "pdf"))

    # What happens ------------------------------------------------------------------------------

    def _on_search(self, text: str) -> None:
        if text.strip() != self.presenter.text:
            self.presenter.text = text.strip()
            self.refresh()

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        paper = self.table.lazy.id_at(now.row())
        self.around.desk.ask(
            lambda shop: asking.paper(shop, paper), self._take, key=(self, "paper")
        )

    def _on_size(self, size: str) -> None:
        if self.presenter.choose_size(size) and self.presenter.shown is not None:
            self._ask_pdf(self.presenter.shown)

    def _issue(self, sale: int) -> None:
        def issued(done: "Done[IssuedPaper]") -> None:
            self.presenter.issued(done.value.id, now=done.changes.sales)
            self.accept({"paper": done.value.id})
            self.show_up()

        self.around.desk.change(lambda shop: asking.issue(shop, sale), issued)

    def _give_pdf(self, shown: Shown, give: Give) -> None:
        """The bytes to print: the original as it is shown, a copy marked and counted."""
        if not shown.copy:
            give(self._pdf)
            return
        self.around.desk.change(
            lambda shop: asking.reprint(shop, shown), lambda done: give(done.value)
        )

    def _on_printed(self) -> None:
        """The next one is a copy, unless this one did not come out."""
        words = self.around.words
        again = None
        if self.presenter.shown is not None and not self.presenter.shown.copy:
            again = (words.say("Print it again"), self._print_again)
        self.around.notices.say(words.say("Sent to the printer."), again)
        self.presenter.printed()
        self._show_again()

    def _print_again(self) -> None:
        self.presenter.print_again()
        self._show_again()
        self.print_page()

    def _show_again(self) -> None:
        shown = self.presenter.shown
        if self._paper is not None and shown is not None:
            self.pane.show_paper(self._paper, shown)
            self._say()
            self._ask_pdf(shown)


def _save_words(words: Words) -> str:
    return words.say("Save as PDF")


def _print_words(words: Words) -> str:
    return words.say("Print")


def _issued_papers(words: Words) -> str:
    return words.say("Issued papers")


def _nothing_found(words: Words) -> str:
    return words.say("No paper with this number or client. Esc shows all.")


def _record(words: Words) -> str:
    return words.say("Record a purchase")


def _empty_title(words: Words) -> str:
    return words.say("Your receipts will be here")


def _empty_text(words: Words) -> str:
    return words.say(
        "Record a purchase and print its receipt: the front for the client, and on the back one"
        " offer, with its reason and its end."
    )
