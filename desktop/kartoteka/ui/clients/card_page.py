"""The card page: one client, everything about them, and what to do now."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from kartoteka.domain.clients import Client, ContactPerson, Kind
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.new_client import begun_client
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.card_deeds import CardDeeds
from kartoteka.ui.clients.card_presenter import (
    Blank,
    CardData,
    FieldWriter,
    read_blank,
    read_card,
    state_chip,
)
from kartoteka.ui.clients.columns import Columns
from kartoteka.ui.clients.fields import Field, Place, Reading, with_person
from kartoteka.ui.clients.history_card import HistoryCard
from kartoteka.ui.clients.identity import IdentityCard
from kartoteka.ui.clients.known_phone import KnownPhone
from kartoteka.ui.clients.preferences import PreferencesCard
from kartoteka.ui.clients.purge_dialog import delete_for_good
from kartoteka.ui.clients.rhythm_card import RhythmCard
from kartoteka.ui.clients.side import SidePanel
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from kartoteka.shop.changes import Changes, Done


class CardPage(Page):
    """Shows a card, or the empty draft of a new one."""

    name = "card"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.client_id: int | None = None
        self.data: CardData | None = None
        self._blank: Blank | None = None
        self._begun = ""
        self._back = ""
        self._field = ""
        self._gone = False
        """Whether the card was there and was erased meanwhile."""
        self._adding = False
        """Whether the new card is on its way into the book."""
        self.deeds = CardDeeds(around, self)
        self.identity = IdentityCard(around)
        self.known_phone = KnownPhone(around)
        self.preferences = PreferencesCard(around)
        self.rhythm = RhythmCard(around)
        self.history = HistoryCard(around)
        self.side = SidePanel(around)
        self._more = IconButton(
            around.theme, around.speech, lambda words: words.say("More"), "ellipsis", "ink"
        )
        self._more.clicked.connect(self._on_more)
        self.save = self._button(lambda words: words.say("Add the client"), "check", "primary")
        self.save.clicked.connect(self.save_draft)
        self.cancel = self._button(lambda words: words.say("Cancel"), "", "plain")
        self.cancel.clicked.connect(around.navigator.back)
        self.restore = self._button(
            lambda words: words.say("Restore from the bin"), "rotate-ccw", "primary"
        )
        self.restore.clicked.connect(self.deeds.restore)
        self.purge = self._button(delete_for_good, "trash-2", "danger")
        self.purge.clicked.connect(self.deeds.ask_purge)
        self._build()
        self._connect()
        around.speech.spoken.connect(self._redraw)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The client's name."""
        if self.data is not None:
            return self.data.view.client.name or words.say("Client")
        return words.say("New client")

    def buttons(self) -> list[QWidget]:
        """For a draft: add or cancel; for a card: what is rare."""
        if self.client_id is None:
            return [self.cancel, self.save]
        if self.data is not None and self.data.view.deleted_at is not None:
            return [self.purge, self.restore]
        return [self._more]

    def accept(self, wish: Mapping[str, object]) -> None:
        """A client to show (`client`), or None for a new one; `begun` begins the new card.

        `field`: the field of the card to be filled in now; `back`: the page that waits for the
        new client.
        """
        client = wish.get("client")
        self._field = str(wish.get("field") or "")
        same = client is not None and client == self.client_id
        if same and self.data is not None:
            self.stale = True
            return
        self._forget()
        self._gone = False
        self.client_id = client if isinstance(client, int) else None
        self._begun = str(wish.get("begun") or "")
        self._back = str(wish.get("back") or "")
        self.stale = True
        self.around.navigator.buttons_changed()

    def affected_by(self, changes: "Changes") -> bool:
        """Only what happened to this client, or to everything."""
        if self.client_id is None:
            return changes.settings
        mine = self.client_id in changes.clients
        return mine or changes.everything or changes.settings or changes.lists

    def refresh(self) -> None:
        """Ask for the card, or for what an empty one needs."""
        client = self.client_id
        if client is None:
            self.around.desk.ask(read_blank, self._show_blank, key=self)
        else:
            self.around.desk.ask(
                lambda shop: read_card(shop, client), self._show, self._on_failed, key=self
            )

    def first_focus(self) -> QWidget | None:
        """None: letters go to the search field; the name of a draft comes when it is shown."""
        return None

    def go_back(self) -> bool:
        """Esc closes open editors first."""
        if self.preferences.close_editors():
            return True
        return self.client_id is not None and self.identity.close_editors()

    @property
    def client_in_hand(self) -> int | None:
        """The client of the card, unless it lies in the bin."""
        deleted = self.data is not None and self.data.view.deleted_at is not None
        return None if deleted else self.client_id

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The card's own keys."""
        return [
            ("F2", words.say("sell to this client")),
            ("F5", words.say("call the client")),
            ("Enter", words.say("edit the field")),
            ("Tab", words.say("save it and go to the next field")),
            ("Esc", words.say("leave the field as it was")),
        ]

    # Doing -------------------------------------------------------------------------------------

    def save_draft(self) -> None:
        """Put the new card into the book, once, and show it."""
        from kartoteka.shop import clients

        if self._adding or self.client_id is not None or not self.identity.submit_open():
            return
        self._adding = True
        client = self.identity.client
        client = replace(
            client,
            tags=self.preferences.client.tags,
            notes=self.preferences.client.notes,
        )
        self.around.desk.change(
            lambda shop: clients.add_client(shop, client), self._on_added, self._on_not_added
        )

    # Building ----------------------------------------------------------------------------------

    def _button(self, phrase: Callable[[Words], str], icon: str, kind: str) -> Button:
        return Button(self.around.theme, self.around.speech, phrase, icon=icon, kind=kind)

    def _build(self) -> None:
        self.identity.body.addWidget(self.known_phone)
        self._columns = Columns(
            (self.identity, self.preferences), (self.rhythm, self.history), self.side
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns)

    def _connect(self) -> None:
        self.identity.edited.connect(self.deeds.save)
        self.identity.save_wanted.connect(self.save_draft)
        self.identity.dialog_wanted.connect(self._on_dialog)
        self.identity.phone_typed.connect(self._on_phone_typed)
        self.known_phone.client_opened.connect(self.around.navigator.show_card)
        self.preferences.edited.connect(self._on_preferences)
        self.preferences.tag_searched.connect(
            lambda tag: self.around.navigator.show_page("clients", tag=tag)
        )
        self.side.purchase_wanted.connect(self._on_purchase)
        self.side.call_wanted.connect(self.deeds.call)
        self.side.client_opened.connect(self.around.navigator.show_card)
        self.history.sale_opened.connect(self.deeds.open_sale)
        self.history.paper_opened.connect(self.deeds.open_paper)
        call = QShortcut(QKeySequence("F5"), self, self.side.call.click)
        call.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Showing -----------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.data, self._blank = None, None
        self.identity.forget()
        self.preferences.forget()
        self.history.forget()
        self.known_phone.hide()
        self._columns.hide()

    def _show_blank(self, blank: Blank) -> None:
        first = self._blank is None
        self._blank = blank
        if first:
            draft = begun_client(self._begun, blank.country)
            self.identity.show_draft(draft, self._writer(), self._reading())
            self.preferences.show_client(draft)
        self._redraw()
        if first:
            self.identity.focus_name()
        self.filled.emit()

    def _show(self, data: CardData) -> None:
        first = self.data is None
        self.data = data
        self._redraw()
        self.history.show_data(data)
        self.around.navigator.buttons_changed()
        if first:
            self.identity.close_editors()
        field, self._field = self._field, ""
        if field:
            self.identity.open(Place(Field(field)))
        elif first and self.isVisible() and QApplication.activeModalWidget() is None:
            self.identity.focus_first()
        self.filled.emit()

    def _redraw(self) -> None:
        words, data = self.around.words, self.data
        draft = self.client_id is None
        self._columns.show_draft(draft)
        self._columns.setVisible(data is not None or self._blank is not None)
        if data is None:
            if self._blank is not None:
                self.identity.redraw(self._writer())
            return
        client = data.view.client
        self.identity.chip.set_chip(*state_chip(words, data))
        self.identity.show_client(client, data.view, self._writer(), self._reading())
        self.preferences.show_client(client, data.tags)
        alarming = state_chip(words, data)[1] == "alarm"
        self.rhythm.show_rhythm(data.view.rhythm, alarming=alarming)
        self.side.show_data(data)
        self._columns.lay_out_now()

    def _writer(self) -> FieldWriter:
        known = self.data or self._blank
        sources = known.sources if known else ()
        return FieldWriter(self.around.words, known.country if known else "other", sources)

    def _reading(self) -> Reading:
        known = self.data or self._blank
        assert known is not None  # noqa: S101 - asked only when something is shown
        return Reading(known.country, known.today)

    # What was wanted ---------------------------------------------------------------------------

    @property
    def is_void(self) -> bool:
        """The client was erased: there is no way back to this page."""
        return self._gone

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotFound) and (self._gone or self.data is not None):
            self._gone = True
            self._forget()
            self.around.navigator.show_page("clients")
            return
        self.around.notices.trouble(error)
        self.around.navigator.back()

    def _on_added(self, done: "Done[Client]") -> None:
        self._adding = False
        client = done.value
        text = self.around.words.say("{name} was added.", name=client.name or "—")
        self.around.notices.done(text, done.changes)
        if self.client_id is not None:
            return
        back, self._back = self._back, ""
        if back:
            self._forget()
            self.around.navigator.show_page(back, client=client.id)
            return
        self.identity.forget()
        self.client_id = client.id
        self.data, self._blank = None, None
        self.known_phone.hide()
        self.refresh()
        self.side.purchase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_added(self, error: Exception) -> None:
        self._adding = False
        if isinstance(error, BadValue):
            self.identity.focus_name()
        self.deeds.refused(error, Place(Field.CARD), self.identity.client.card)

    def _on_preferences(self, client: Client) -> None:
        if self.client_id is not None:
            held = self.identity.client
            self.deeds.save(replace(held, tags=client.tags, notes=client.notes))

    def _on_purchase(self) -> None:
        self.around.navigator.sell(self.client_id)

    def _on_phone_typed(self, text: str) -> None:
        known = self.data or self._blank
        country = known.country if known else "other"
        self.known_phone.look_up(text, country, self.client_id)

    def _on_dialog(self, place: Place) -> None:
        if place.field is Field.CONSENTS:
            self.deeds.ask_consent()
        elif place.field is Field.RECOMMENDED_BY:
            self.deeds.ask_recommender(self._take_recommender)
        elif place.field is Field.PERSON:
            self.deeds.ask_person(place, lambda person: self._take_person(place, person))

    def _take_recommender(self, client: int | None) -> None:
        self._take(replace(self.identity.client, recommended_by=client))

    def _take_person(self, place: Place, person: ContactPerson | None) -> None:
        self._take(with_person(self.identity.client, place.index, person))

    def _take(self, client: Client) -> None:
        if self.client_id is None:
            self.identity.show_draft(client, self._writer(), self._reading())
        else:
            self.deeds.save(client)

    def _on_more(self) -> None:
        if self.data is None:
            return
        words, client = self.around.words, self.data.view.client
        menu = QMenu(self)
        stop = menu.addAction(words.say("Do not contact"), self.deeds.toggle_stop)
        stop.setCheckable(True)
        stop.setChecked(client.do_not_contact)
        menu.addAction(words.say("Consent…"), self.deeds.ask_consent)
        if client.kind is Kind.PERSON:
            menu.addAction(words.say("Change to a company"), self._swap_kind)
        else:
            menu.addAction(words.say("Change to a person"), self._swap_kind)
        menu.addAction(
            words.say("Enter an earlier purchase…"),
            lambda: self.around.navigator.sell(self.client_id, earlier=True),
        )
        printing = menu.addMenu(words.say("Print"))
        ClientPapers(self.around, self).fill(
            printing, (self.data.view.client.id,), self.data.country
        )
        menu.addAction(words.say("New invoice on account"), self._on_invoice)
        menu.addSeparator()
        menu.addAction(words.say("Delete the card"), self.deeds.delete)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def _on_invoice(self) -> None:
        self.around.navigator.show_page("papers", on_account=self.client_id)

    def _swap_kind(self) -> None:
        client = self.identity.client
        if client.kind is Kind.PERSON:
            changed = replace(client, kind=Kind.COMPANY, company=client.company or client.name)
        else:
            changed = replace(client, kind=Kind.PERSON, given=client.given or client.company)
        self.deeds.save(changed)
