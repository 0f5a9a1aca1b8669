"""The Offers page: what stands on the backs of receipts, why, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.offers import presenter
from kartoteka.ui.offers.form_view import FormView, read_preview
from kartoteka.ui.offers.presenter import OfferForm
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.papers.pages_view import PagesView
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said
from kartoteka.ui.widgets.chips import ChipText
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.domain.offers import Offer
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes, Done

ROW = 62
PREVIEW_WIDTH = 330
PREVIEW_FROM = 1000
FULL_FROM = 640
_LANGUAGE = 3


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the page shows, read in one go."""

    offers: "list[Offer]"
    today: "date"
    language: str


def _read(shop: "Shop") -> _Answer:
    from kartoteka.shop import offers

    return _Answer(offers.offers(shop), shop.today(), shop.settings.shop.language)


class OffersPage(Page):
    """The list, and in its place the form of one offer."""

    name = "offers"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._answer: _Answer | None = None
        self._begin_new = False
        self.new = Button(around.theme, around.speech, _new_offer, icon="plus", kind="primary")
        self.new.clicked.connect(self.begin_new)
        self.form = FormView(around)
        self.form.save_wanted.connect(self._save)
        self.form.delete_wanted.connect(self._delete)
        self.form.left.connect(self.leave_form)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list())
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.addWidget(self._stack)
        around.speech.spoken.connect(self._say)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Offers")

    def buttons(self) -> list[QWidget]:
        """A new offer, while none is written."""
        return [self.new] if self._stack.currentIndex() == 0 else []

    def accept(self, wish: Mapping[str, object]) -> None:
        """A new offer (`new`) is wanted."""
        if wish.get("new"):
            self._begin_new = True
            self.stale = True

    def affected_by(self, changes: "Changes") -> bool:
        """Offers count as lists; the shop's language and address stand on the preview."""
        return bool(changes.lists or changes.everything or changes.settings)

    def refresh(self) -> None:
        """Ask for the offers."""
        self.around.desk.ask(_read, self._show, key=self)

    def go_back(self) -> bool:
        """Esc leaves the form."""
        if self._stack.currentIndex() == 0:
            return False
        self.leave_form()
        return True

    def first_focus(self) -> QWidget | None:
        """The list, or the field that was written last."""
        return self.table if self._stack.currentIndex() == 0 else None

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of offers."""
        return [
            ("Enter", words.say("change the offer")),
            ("Del", words.say("delete the offer")),
            ("Ctrl+Enter", words.say("save the offer")),
        ]

    # Doing -------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """Write a new offer."""
        if self._answer is not None:
            self._open(OfferForm(self._answer.today, self._answer.language))

    def leave_form(self) -> None:
        """Back to the list; what was written and not saved can be had back."""
        form = self.form.form
        self._stack.setCurrentIndex(0)
        self.around.navigator.buttons_changed()
        self.table.setFocus()
        if form is not None and form.is_changed:
            words = self.around.words
            self.around.notices.say(
                words.say("The offer was not saved."),
                (words.say("Keep editing"), lambda: self._open(form)),
            )

    # Building ----------------------------------------------------------------------------------

    def _list(self) -> QWidget:
        around = self.around
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = label("title")
        self._subtitle = ElidedLabel(look="muted")
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.table = self._table()
        card = CardFrame(margin=10)
        card.body.addWidget(self.table)
        self._faces = QStackedWidget()
        self._faces.addWidget(card)
        self._faces.addWidget(self._empty())
        self.pages = PagesView(around)
        self._back = CardFrame(margin=14, spacing=8)
        self._back.setFixedWidth(PREVIEW_WIDTH)
        self._back.body.addWidget(said(around.speech, _on_the_back, "head"))
        self._back.body.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._faces, 1)
        row.addWidget(self._back)
        column.addLayout(row, 1)
        return box

    def _table(self) -> "LazyTable[Offer]":
        model: LazyModel[Offer] = LazyModel(
            self.around, self._columns(), lambda _shop, _ids: (), lambda offer: offer.id
        )
        table = LazyTable(self.around, model, ROW)
        table.opened.connect(self._on_opened)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        self.around.speech.bind(table.setAccessibleName, lambda words: words.say("Offers"))
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_delete_key)
        return table

    def _columns(self) -> "list[Column[Offer]]":
        return [
            Column(
                head=lambda words: words.say("What, and why"),
                text=lambda words, offer: presenter.row_words(words, offer, self._today),
                paint=cells.two_lines(lambda _, offer: offer.title, lambda _, offer: offer.reason),
                stretch=True,
            ),
            Column(
                head=lambda words: words.say("State"),
                text=lambda words, offer: self._chip(words, offer).text,
                paint=cells.chips(lambda words, offer: [self._chip(words, offer)]),
                width=112,
            ),
            Column(
                head=lambda words: words.say("Valid"),
                text=lambda words, offer: presenter.holds_words(words, offer, self._today),
                paint=cells.two_lines(
                    lambda words, offer: presenter.holds_words(words, offer, self._today),
                    lambda words, offer: presenter.since_words(words, offer, self._today),
                    bold=False,
                ),
                width=196,
            ),
            Column(
                head=lambda words: words.say("Language"),
                text=lambda words, offer: presenter.language_words(words, offer),
                paint=cells.two_lines(
                    lambda _, offer: labels.language_label(offer.language),
                    lambda _, offer: offer.code,
                    bold=False,
                ),
                width=116,
            ),
        ]

    def _empty(self) -> CardFrame:
        around = self.around
        add = Button(around.theme, around.speech, _first_offer, icon="plus", kind="primary")
        add.clicked.connect(self.begin_new)
        card = CardFrame()
        card.body.addWidget(
            EmptyPage(around.theme, around.speech, "gift", _empty_title, _empty_text, add)
        )
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview and the lesser columns step aside in a small window."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        some = self._answer is not None and bool(self._answer.offers)
        self._back.setVisible(some and self.width() >= PREVIEW_FROM)
        room = self.width() - (PREVIEW_WIDTH if self._back.isVisible() else 0)
        self.table.setColumnHidden(_LANGUAGE, room < FULL_FROM)

    # Showing -----------------------------------------------------------------------------------

    @property
    def _today(self) -> "date":
        if self._answer is None:
            raise LookupError("no offers are shown yet")
        return self._answer.today

    def _chip(self, words: Words, offer: "Offer") -> ChipText:
        return presenter.state_chip(words, offer, self._today)

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        row = self.table.currentIndex().row()
        self.table.lazy.set_rows(answer.offers)
        self._faces.setCurrentIndex(0 if answer.offers else 1)
        if answer.offers:
            at = min(max(row, 0), len(answer.offers) - 1)
            self.table.setCurrentIndex(self.table.lazy.index(at, 0))
        self._arrange()
        self._say()
        if self._begin_new:
            self._begin_new = False
            self.begin_new()
        self.filled.emit()

    def _say(self) -> None:
        words = self.around.words
        self._title.setText(words.say("Offers"))
        if self._answer is not None:
            self._subtitle.setText(
                presenter.count_words(words, self._answer.offers, self._answer.today)
            )

    def _offer(self, offer_id: int) -> "Offer | None":
        offers = self._answer.offers if self._answer else []
        return next((offer for offer in offers if offer.id == offer_id), None)

    # What happens ------------------------------------------------------------------------------

    def _open(self, form: OfferForm) -> None:
        self._stack.setCurrentIndex(1)
        self.around.navigator.buttons_changed()
        self.form.edit(form)

    def _on_opened(self, offer_id: int) -> None:
        offer = self._offer(offer_id)
        if offer is not None and self._answer is not None:
            self._open(OfferForm(self._answer.today, self._answer.language, offer))

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        offer = self._offer(self.table.lazy.id_at(now.row())) if now.isValid() else None
        if offer is not None:
            self.around.desk.ask(
                lambda shop: read_preview(shop, offer), self.pages.show_pdf, key=(self, "back")
            )

    def _on_delete_key(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._delete(self.table.lazy.id_at(row))

    def _save(self, offer: "Offer") -> None:
        def save(shop: "Shop") -> "Done[Offer]":
            from kartoteka.shop import offers

            return offers.save_offer(shop, offer)

        self.around.desk.change(save, self._on_saved)

    def _on_saved(self, done: "Done[Offer]") -> None:
        self.form.form = None
        self._stack.setCurrentIndex(0)
        self.around.navigator.buttons_changed()
        self.table.setFocus()
        self.around.notices.done(self.around.words.say("The offer is saved."), done.changes)

    def _delete(self, offer_id: int) -> None:
        def delete(shop: "Shop") -> "Done[None]":
            from kartoteka.shop import offers

            return offers.delete_offer(shop, offer_id)

        self.around.desk.change(delete, self._on_deleted)

    def _on_deleted(self, done: "Done[None]") -> None:
        self.form.form = None
        self._stack.setCurrentIndex(0)
        self.around.navigator.buttons_changed()
        text = self.around.words.say("The offer is deleted; issued documents keep it.")
        self.around.notices.done(text, done.changes)


def _new_offer(words: Words) -> str:
    return words.say("New offer")


def _on_the_back(words: Words) -> str:
    return words.say("On the back of a receipt")


def _first_offer(words: Words) -> str:
    return words.say("Create the first offer")


def _empty_title(words: Words) -> str:
    return words.say("Your offers will be here")


def _empty_text(words: Words) -> str:
    return words.say(
        "The back of every receipt carries one offer, with a reason and an end. Without an offer"
        " it gives care advice for what was bought, or asks the client what was good and what was"
        " not."
    )
