"""The Papers page: issued papers, found by kind, number or client, shown, printed, kept as PDF."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.papers import PaperKind
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.papers import asking, more_papers, presenter
from kartoteka.ui.papers.asking import PapersAnswer
from kartoteka.ui.papers.deeds import PaperDeeds
from kartoteka.ui.papers.issued_print import IssuedPrint
from kartoteka.ui.papers.kind_choice import KindChoice
from kartoteka.ui.papers.more_papers import MorePapers
from kartoteka.ui.papers.paper_list import PaperList
from kartoteka.ui.papers.paper_pane import PaperPane
from kartoteka.ui.papers.presenter import PapersPresenter, Shown
from kartoteka.ui.papers.print_run import save_pdf
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop.changes import Changes, Done
    from kartoteka.shop.views import IssuedPaper

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
        self._country = ""
        self.pane = PaperPane(around)
        self.deeds = PaperDeeds(around, self, self._on_issued, self._show_paper)
        self._save = Button(around.theme, around.speech, _save_words, icon="save", key="Ctrl+S")
        self._save.clicked.connect(self.save)
        self._print = Button(
            around.theme, around.speech, _print_words, icon="printer", key="Ctrl+P", kind="primary"
        )
        self._print.clicked.connect(self.print_page)
        self.pane.size_chosen.connect(self._on_size)
        self.pane.card_wanted.connect(around.navigator.show_card)
        self.pane.menu_wanted.connect(self._on_menu)
        self._build()
        for keys, do in (
            ("Ctrl+S", self.save),
            ("Ctrl+I", self.new.click),
            (more_papers.KEY, self.more.click),
            ("Ctrl+M", self.pane.more.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.speech.spoken.connect(self._say)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Documents")

    def buttons(self) -> list[QWidget]:
        """Keep or print the paper that is shown."""
        return [self._save, self._print] if self._paper is not None else []

    def accept(self, wish: Mapping[str, object]) -> None:
        """A paper to show (`paper`), or one to issue.

        `sale`: its receipt, issued now if need be; with `kind` invoice or proforma the dialog of
        that opens. `on_account`: the client of a new invoice on account.
        """
        paper, sale, kind = wish.get("paper"), wish.get("sale"), wish.get("kind")
        if isinstance(sale, int) and isinstance(kind, str) and kind != PaperKind.RECEIPT:
            self.deeds.issue(sale, PaperKind(kind))
        elif isinstance(sale, int):
            self._issue(sale)
        if isinstance(wish.get("on_account"), int):
            self.deeds.new_invoice(int(str(wish["on_account"])))
        if isinstance(paper, int):
            self._wanted = paper
            self._search.setText("")
            self.presenter.text, self.presenter.choice = "", "all"
            self.kinds.choose("all")
            self.stale = True

    def show_up(self) -> None:
        """A dialog that was left to fill in what was missing goes on."""
        super().show_up()
        self.deeds.resume()

    def affected_by(self, changes: "Changes") -> bool:
        """New papers, returns, names on cards, and the strip printer."""
        return bool(changes.sales or changes.clients or changes.settings or changes.everything)

    def refresh(self) -> None:
        """Ask for the papers that the search finds, and for the one to show."""
        text, wanted = self.presenter.text, self._wanted
        kept = self.presenter.shown.paper if self.presenter.shown else None
        kinds = presenter.kinds_of(self.presenter.choice)
        self.around.desk.ask(
            lambda shop: asking.read(shop, text, kinds, wanted, kept), self._show, key=self
        )

    def print_page(self) -> bool:
        """Print the paper that is shown: the original once, then copies."""
        paper, shown = self._paper, self.presenter.shown
        if paper is None or shown is None or not self._pdf:
            return False
        IssuedPrint(self.around, self, paper, size=shown.size).ask(self._pdf)
        return True

    def save(self) -> None:
        """Keep the paper as a PDF in the folder of its year."""
        paper = self._paper
        if paper is not None:
            save_pdf(self.around, lambda shop: asking.save(shop, paper.id))

    def go_back(self) -> bool:
        """Esc empties the search first, then all kinds are shown again."""
        if not self._search.text() and self.presenter.choice != "all":
            self.kinds.choose("all")
            self._on_choice("all")
            return True
        if not self._search.text():
            return False
        self._search.setText("")
        self._on_search("")
        self.table.setFocus()
        return True

    def first_focus(self) -> QWidget | None:
        """The list, so that the arrows leaf through the papers."""
        return self.table

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of papers."""
        return [
            ("Ctrl+F", words.say("find a document by number or client")),
            ("Ctrl+P", words.say("print the document")),
            ("Ctrl+S", words.say("keep it as a PDF")),
            ("Ctrl+I", words.say("new invoice on account")),
            (more_papers.KEY, words.say("forms, letters, labels and cards")),
            ("Ctrl+M", words.say("what else can be done with the document")),
            ("Ctrl++ −", words.say("zoom in and out, while the document has the focus")),
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
        self.kinds = KindChoice(self.around.speech)
        self.kinds.chosen.connect(self._on_choice)
        head.addWidget(self.kinds)
        self.new = Button(
            self.around.theme, self.around.speech, _new_words, icon="plus", key="Ctrl+I"
        )
        self.new.clicked.connect(lambda: self.deeds.new_invoice())
        self.more = MorePapers(self.around, self, lambda: self._country)
        head.addWidget(self.more)
        head.addWidget(self.new)
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

    def _list(self) -> PaperList:
        self.list = PaperList(self.around, self._day)
        self.table, self._search, self._found = self.list.table, self.list.search, self.list.found
        self._search.textChanged.connect(self._on_search)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _: self.pane.pages.setFocus())
        self.table.customContextMenuRequested.connect(lambda _: self._on_menu())
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return self.list

    def _empty(self) -> CardFrame:
        around = self.around
        go = Button(around.theme, around.speech, _record, icon="shopping-bag", kind="primary")
        go.clicked.connect(lambda: around.navigator.sell())
        card = CardFrame()
        card.body.addWidget(
            EmptyPage(around.theme, around.speech, "file-text", _empty_title, _empty_text, go)
        )
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview needs the room of a small window more than the list."""
        super().resizeEvent(event)
        self.list.show_wide(self.width() >= WIDE_FROM)
        self.more.show_wide(self.width() >= WIDE_FROM)

    # Showing -----------------------------------------------------------------------------------

    def _show(self, answer: PapersAnswer) -> None:
        had_paper = self._paper is not None
        self._today, self._country = answer.today, answer.country
        if answer.first is not None:
            self._wanted = None
        self.table.selectionModel().blockSignals(True)
        self.table.lazy.set_ids(answer.ids)
        ids = list(answer.ids)
        if answer.first is not None and answer.first.id in ids:
            row = self.table.lazy.index(ids.index(answer.first.id), 0)
            self.table.setCurrentIndex(row)
        self.table.selectionModel().blockSignals(False)
        sought = self.presenter.text or self.presenter.choice != "all"
        nothing_yet = not ids and not sought and answer.first is None
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
        self._title.setText(words.say("Documents"))
        printing = presenter.print_words(words, self.presenter.shown)
        self._print.setText(printing)
        self._print.setAccessibleName(printing)
        shown = formats.number(words, count)
        self._subtitle.setText(
            words.count("{shown} document", "{shown} documents", count, shown=shown)
            if count
            else ""
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

    def _on_choice(self, choice: str) -> None:
        self.presenter.choice = choice
        self.refresh()

    def _on_menu(self) -> None:
        if self._paper is None:
            return
        strip = bool(self.around.counter.ways.strip_printer)
        menu = self.deeds.menu(self._paper, self._country, strip=strip)
        if not menu.isEmpty():
            menu.exec(self.pane.more.mapToGlobal(self.pane.more.rect().bottomLeft()))
        menu.deleteLater()

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
        self.around.desk.change(lambda shop: asking.issue(shop, sale), self._on_issued)

    def _on_issued(self, done: "Done[IssuedPaper]") -> None:
        self._show_paper(done.value.id)

    def _show_paper(self, paper: int) -> None:
        self.accept({"paper": paper})
        self.show_up()


def _save_words(words: Words) -> str:
    return words.say("Save as PDF")


def _print_words(words: Words) -> str:
    return words.say("Print")


def _new_words(words: Words) -> str:
    return words.say("New invoice")


def _record(words: Words) -> str:
    return words.say("Record a purchase")


def _empty_title(words: Words) -> str:
    return words.say("Your documents will be here")


def _empty_text(words: Words) -> str:
    return words.say(
        "Record a purchase and print its receipt: the front for the client, and on the back one"
        " offer, with its reason and its end."
    )
