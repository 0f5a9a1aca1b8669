"""The Clients page: everybody, or those who matter now, and what to do with the chosen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.lists import Order
from kartoteka.domain.rhythm import State
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.call_lists import CallListMaker
from kartoteka.ui.clients.choice_bar import ChoiceBar
from kartoteka.ui.clients.filters import FilterBar
from kartoteka.ui.clients.list_answer import ListAnswer, read_list
from kartoteka.ui.clients.many import ManyCards
from kartoteka.ui.clients.presenter import ClientsPresenter, in_list_order
from kartoteka.ui.clients.table import ClientTable
from kartoteka.ui.imports.files_menu import FilesButton
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes
    from kartoteka.shop.exports import Exported
    from kartoteka.shop.views import RhythmNotice

ROOMY, TALL = 960, 520
"""A narrower page leaves its subtitle out, a lower one the foot while nobody is chosen."""


class ClientsPage(Page):
    """The list with its filters; chosen rows become a call list or a file."""

    name = "clients"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.presenter = ClientsPresenter()
        self._answer: ListAnswer | None = None
        self._is_old = True
        self._new = self._button(lambda words: words.say("New client"), "user-plus", "Ctrl+N")
        self._new.kind = "primary"
        self._new.setProperty("kind", "primary")
        self._new.clicked.connect(around.navigator.new_client)
        self._files = FilesButton(around, self)
        self._title = label("title")
        self._subtitle = ElidedLabel(look="muted")
        self._notice = label("care", wrap=True)
        self._notice.hide()
        self.filters = FilterBar(around, self.presenter)
        self.filters.changed.connect(self._on_filter)
        self.table = ClientTable(around)
        self.table.opened.connect(around.navigator.show_card)
        self.table.order_wanted.connect(self._on_order)
        self.table.lazy.chosen_changed.connect(self._on_chosen)
        self.choice = ChoiceBar(around)
        self._many = ManyCards(around)
        self._lists = CallListMaker(around, lambda: self.table.lazy.set_chosen([]))
        self._connect_choice()
        self._build()
        around.speech.spoken.connect(self._say)
        self._say()

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Clients")

    def buttons(self) -> list[QWidget]:
        """Files in and out, a new client."""
        return [self._files, self._new]

    def accept(self, wish: Mapping[str, object]) -> None:
        """Another page wants a state (`state`), a search (`text`) or a preference (`tag`)."""
        state, text, tag = wish.get("state"), wish.get("text"), wish.get("tag")
        if not wish:
            return
        self.presenter.show_all()
        if isinstance(state, State):
            self.presenter.show_state(state)
        if isinstance(text, str):
            self.presenter.show_text(text)
        if isinstance(tag, str):
            self.presenter.show_tag(tag)
        self.table.lazy.set_chosen([])
        self.filters.redraw()
        self.stale = True

    def affected_by(self, changes: "Changes") -> bool:
        """Cards and sales change the list."""
        return bool(changes.clients or changes.sales or changes.everything or changes.settings)

    def refresh(self) -> None:
        """Ask for the ids of the filter; rows follow as they are painted."""
        self._is_old = True
        chosen, order = self.presenter.filter, self.presenter.order
        turned = self.presenter.turned
        self.around.desk.ask(
            lambda shop: read_list(shop, chosen, order, turned=turned), self._show, key=self
        )

    def first_focus(self) -> QWidget | None:
        """The table, so that arrows and Enter work at once; letters go to the search field."""
        return self.table

    def go_back(self) -> bool:
        """Esc lets the chosen go first, then takes the filters off."""
        if self.table.lazy.chosen():
            self.table.lazy.set_chosen([])
            return True
        if self.presenter.is_narrowed:
            self._on_all()
            return True
        return False

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [
            ("Enter", words.say("open the card")),
            (words.say("Space"), words.say("select the row")),
            ("Shift+↑ ↓", words.say("select more rows")),
            ("Ctrl+A", words.say("select all rows")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has no room for what can be done without."""
        super().resizeEvent(event)
        self._arrange()

    # Building ----------------------------------------------------------------------------------

    def _button(self, phrase: Callable[[Words], str], icon: str, key: str = "") -> Button:
        return Button(self.around.theme, self.around.speech, phrase, icon=icon, key=key)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.filters.lists)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._notice)
        frame = CardFrame(margin=0, spacing=0)
        frame.body.setContentsMargins(1, 6, 1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty_book())
        self._stack.addWidget(self._empty_filter())
        frame.body.addWidget(self._stack, 1)
        frame.body.addWidget(self.choice)
        column.addWidget(frame, 1)

    def _empty_book(self) -> EmptyPage:
        bring = self._button(lambda words: words.say("Import from a file…"), "upload")
        bring.clicked.connect(lambda: self.around.navigator.show_page("imports", kind="clients"))
        add = self._button(lambda words: words.say("Add the first client"), "user-plus")
        add.setProperty("kind", "primary")
        add.kind = "primary"
        add.clicked.connect(self.around.navigator.new_client)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(bring)
        row.addWidget(add)
        return EmptyPage(
            self.around.theme,
            self.around.speech,
            "users",
            lambda words: words.say("Your clients will be here"),
            lambda words: words.say(
                "Each has a card with phones, preferences and purchases."
                " The program notices who is going quiet."
            ),
            both,
        )

    def _empty_filter(self) -> EmptyPage:
        show = self._button(lambda words: words.say("Show all clients"), "users")
        show.clicked.connect(self._on_all)
        return EmptyPage(
            self.around.theme,
            self.around.speech,
            "filter",
            lambda words: words.say("No clients match these filters"),
            lambda words: words.say("Remove a filter, or show everyone again."),
            show,
        )

    def _connect_choice(self) -> None:
        self.choice.call_list_wanted.connect(self.make_call_list)
        self.choice.export_wanted.connect(self.export_chosen)
        self.choice.print_wanted.connect(self._print_chosen)
        self.choice.restore_wanted.connect(self._restore_chosen)
        self.choice.purge_wanted.connect(self._purge_chosen)
        self.choice.bin_wanted.connect(self._bin_chosen)
        self.choice.none_wanted.connect(lambda: self.table.lazy.set_chosen([]))
        self.choice.all_wanted.connect(self.table.choose_all)

    # Showing -----------------------------------------------------------------------------------

    def _show(self, answer: ListAnswer) -> None:
        self._answer, self._is_old = answer, False
        row = self.table.currentIndex().row()
        kept = in_list_order(self.table.lazy.chosen(), answer.ids)
        self.table.show_quiet(self.presenter.shows_quiet)
        self.table.show_order(self.presenter.order, turned=self.presenter.turned)
        self.table.lazy.set_ids(answer.ids)
        self.table.lazy.set_chosen(kept)
        if answer.ids:
            at = min(max(row, 0), len(answer.ids) - 1)
            self.table.setCurrentIndex(self.table.model().index(at, 1))
        self.filters.show_counts(answer.counts)
        self.filters.show_choices(answer.tags, answer.sources)
        self._say()
        self.filled.emit()

    def _say(self) -> None:
        words, answer = self.around.words, self._answer
        self._title.setText(words.say("Clients"))
        if answer is None:
            return
        empty_book = answer.counts.clients == 0 and not self.presenter.is_narrowed
        some = answer.counts.clients > 0 or answer.counts.in_bin > 0
        self.filters.setVisible(some)
        self.filters.lists.setVisible(some)
        self._stack.setCurrentIndex(0 if answer.ids else (1 if empty_book else 2))
        self._subtitle.setText("" if empty_book else self._subtitle_words(words, answer))
        self._notice.setText(_notice_words(words, answer.notice) if answer.notice else "")
        self._notice.setVisible(answer.notice is not None and self.presenter.shows_quiet)
        self._on_chosen()

    def _arrange(self) -> None:
        some = bool(self._answer and self._answer.ids)
        self._subtitle.setVisible(self.width() >= ROOMY or not some)
        chosen = bool(self.table.lazy.chosen())
        self.choice.setVisible(some and (chosen or self.height() >= TALL))

    def _subtitle_words(self, words: Words, answer: ListAnswer) -> str:
        shown = formats.number(words, len(answer.ids))
        if self.presenter.filter.text:
            return words.count(
                "{shown} client found for “{text}”",
                "{shown} clients found for “{text}”",
                len(answer.ids),
                shown=shown,
                text=self.presenter.filter.text,
            )
        return words.count(
            "{shown} client on the list",
            "{shown} clients on the list",
            len(answer.ids),
            shown=shown,
        )

    # Doing -------------------------------------------------------------------------------------

    def make_call_list(self) -> None:
        """A call list of the chosen, in the order of the list."""
        self._lists.make(self._chosen())

    def export_chosen(self) -> None:
        """The chosen clients as a file."""
        from kartoteka.shop import exports

        chosen, words = self._chosen(), self.around.words
        name, _ = QFileDialog.getSaveFileName(
            self,
            words.say("Export the selected clients"),
            words.say("clients.xlsx"),
            "XLSX (*.xlsx);;CSV (*.csv);;vCard (*.vcf);;JSON (*.json)",
        )
        if chosen and name:
            self.around.desk.work(
                lambda shop, _progress, _cancelled: exports.export(
                    shop, exports.CLIENTS, Path(name), clients=chosen
                ),
                self._on_exported,
                text=words.say("Saving the file…"),
            )

    def _chosen(self) -> list[int]:
        return in_list_order(self.table.lazy.chosen(), self.table.lazy.ids())

    def _narrow(self) -> None:
        """Another filter or order: only the ids are asked for, what it chooses from stays."""
        chosen, order, known = self.presenter.filter, self.presenter.order, self._answer
        turned = self.presenter.turned
        if known is None or self._is_old:
            self.refresh()
            return

        def read(shop: "Shop") -> ListAnswer:
            from kartoteka.shop import clients

            ids = clients.find_ids(shop, chosen, order, turned=turned)
            return replace(known, ids=ids)

        self.around.desk.ask(read, self._show, key=self)

    def _on_filter(self) -> None:
        self.table.lazy.set_chosen([])
        self._narrow()

    def _on_order(self, order: Order) -> None:
        self.presenter.sort(order)
        self.filters.redraw()
        self._on_filter()

    def _on_all(self) -> None:
        self.presenter.show_all()
        self.filters.redraw()
        self._narrow()

    def _on_chosen(self) -> None:
        self.choice.show_choice(len(self.table.lazy.chosen()), self.presenter.filter.in_bin)
        self._arrange()

    def _on_exported(self, exported: "Exported") -> None:
        words = self.around.words
        text = words.count(
            "{number} client saved to {file}",
            "{number} clients saved to {file}",
            exported.rows,
            file=exported.files[0].name,
        )
        self.around.notices.say(text)

    def _print_chosen(self) -> None:
        menu, button = QMenu(self), self.choice.print
        ClientPapers(self.around, self).fill(menu, tuple(self._chosen()))
        height = menu.sizeHint().height()
        menu.exec(button.mapToGlobal(button.rect().topLeft()) - QPoint(0, height))
        menu.deleteLater()

    def _bin_chosen(self) -> None:
        self._many.delete(self._take_chosen())

    def _restore_chosen(self) -> None:
        self._many.restore(self._take_chosen())

    def _purge_chosen(self) -> None:
        self._many.ask_purge(self, self._chosen(), lambda: self.table.lazy.set_chosen([]))

    def _take_chosen(self) -> list[int]:
        chosen = self._chosen()
        self.table.lazy.set_chosen([])
        return chosen


def _notice_words(words: Words, notice: "RhythmNotice") -> str:
    share = formats.percent(words, round(notice.repeat_share * 100))
    sale = formats.money(words, notice.average_sale)
    return words.say(
        "Clients here mostly buy once ({share} came back), so silence means nothing "
        "and nobody is marked as going quiet. Watch these instead: new enquiries, "
        "how many of them buy, and the average sale, now {sale}.",
        share=share,
        sale=sale,
    )
