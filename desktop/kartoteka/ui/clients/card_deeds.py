"""What the card page does to the book, and the toasts that take it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kartoteka.domain.clients import Client, ContactPerson
from kartoteka.domain.errors import RuleBroken
from kartoteka.i18n import labels
from kartoteka.ui.clients.call_dialog import CallDialog, CallFacts, CallTold
from kartoteka.ui.clients.card_presenter import FieldWriter
from kartoteka.ui.clients.consent_dialog import ConsentDialog, ConsentTold
from kartoteka.ui.clients.dialogs import PersonDialog
from kartoteka.ui.clients.fields import Field, Place
from kartoteka.ui.clients.many import ManyCards
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.client_picker import ClientPicker

if TYPE_CHECKING:
    from kartoteka.shop.changes import Done
    from kartoteka.ui.clients.card_page import CardPage


class CardDeeds:
    """Each edit is one deed with its Undo."""

    def __init__(self, around: Surroundings, page: "CardPage") -> None:
        """`page` tells which client is shown, and owns the dialogs."""
        self._around = around
        self._page = page

    def save(self, client: Client) -> None:
        """Save a changed card; what the book refuses goes back into its editor."""
        from kartoteka.shop import clients

        self._around.desk.change(
            lambda shop: clients.edit_client(shop, client),
            self._on_saved,
            lambda error: self._on_refused(error, client),
        )

    def delete(self) -> None:
        """Put the card into the bin and leave it."""
        from kartoteka.shop import card_bin

        client = self._page.client_id
        if client is not None:
            self._around.desk.change(
                lambda shop: card_bin.delete_clients(shop, [client]), self._on_deleted
            )

    def restore(self) -> None:
        """Take the card out of the bin."""
        from kartoteka.shop import card_bin

        client = self._page.client_id
        if client is not None:
            self._around.desk.change(
                lambda shop: card_bin.restore_clients(shop, [client]), self._on_restored
            )

    def ask_purge(self) -> None:
        """Erase the card in the bin for good, when the owner means it, and leave it."""
        client = self._page.client_id
        if client is not None:
            many = ManyCards(self._around)
            many.ask_purge(self._page, [client], self._around.navigator.back)

    def toggle_stop(self) -> None:
        """Switch 'do not contact'."""
        if self._page.data is not None:
            self._set_stop(not self._page.data.view.client.do_not_contact)

    def ask_consent(self) -> None:
        """Show all consents and let the client's decisions be written down together."""
        if self._page.data is None:
            return
        client = self._page.data.view.client
        dialog = ConsentDialog(self._around, self._page, client)
        dialog.recorded.connect(self._record_consents)
        dialog.open()

    def ask_recommender(self, take: Callable[[int | None], None]) -> None:
        """Choose who recommended this client."""
        dialog = ClientPicker(
            self._around,
            self._page,
            lambda words: words.say("Who recommended this client?"),
            lambda words: words.say("Nobody"),
        )
        dialog.chosen.connect(take)
        dialog.open()

    def ask_person(self, place: Place, take: Callable[[ContactPerson | None], None]) -> None:
        """Edit a contact person of a company."""
        people = self._page.identity.client.people
        person = people[place.index] if place.index < len(people) else None
        dialog = PersonDialog(self._around, self._page, person)
        dialog.saved.connect(take)
        dialog.open()

    def call(self) -> None:
        """Call the client: number, reason, what to say, how it ended."""
        data = self._page.data
        if data is None:
            return
        words, view = self._around.words, data.view
        writer = FieldWriter(words, data.country)
        reason = view.rhythm.reason
        facts = CallFacts(
            name=view.client.name,
            phone=writer.view(view.client, Place(Field.PHONE)).text,
            hours=view.client.hours,
            reason=labels.reason_text(words, reason) if reason else "",
            today=data.today,
        )
        dialog = CallDialog(self._around, self._page, view.client.id, facts)
        dialog.told.connect(self._record_call)
        dialog.list_wanted.connect(self._put_on_list)
        dialog.open()

    def open_sale(self, sale: int) -> None:
        """Show a purchase: its lines, its receipt, taking goods back."""
        from kartoteka.ui.sales.sale_dialog import SaleDialog

        SaleDialog.begin(self._around, self._page, sale)

    def open_paper(self, paper: int) -> None:
        """Show an issued paper."""
        self._around.navigator.show_page("papers", paper=paper)

    def refused(self, error: Exception, place: Place, typed: str) -> None:
        """A rule said no: tell it beside the field it is about, else as a notice."""
        if isinstance(error, RuleBroken) and type(error).__name__ == "CardNumberTaken":
            writer = FieldWriter(self._around.words, "other")
            self._page.identity.tell(place, writer.refusal(error), typed)
        else:
            self._around.notices.trouble(error)

    # -------------------------------------------------------------------------------------------

    def _name(self) -> str:
        """Who the messages are about: by the time they are read another card may be shown."""
        words, data = self._around.words, self._page.data
        return (data.view.client.name if data else "") or words.say("Client")

    def _on_saved(self, done: "Done[Client]") -> None:
        words = self._around.words
        text = words.say("{name}: saved.", name=done.value.name)
        if not done.value.name:
            text = words.say("Saved.")
        self._around.notices.done(text, done.changes)

    def _on_refused(self, error: Exception, client: Client) -> None:
        self.refused(error, Place(Field.CARD), client.card)
        self._page.refresh()

    def _on_deleted(self, done: "Done[list[int]]") -> None:
        words = self._around.words
        text = words.say("{name}: the card was moved to the bin.", name=self._name())
        self._around.notices.done(text, done.changes)
        self._around.navigator.back()

    def _on_restored(self, done: "Done[list[int]]") -> None:
        words = self._around.words
        text = words.say("{name}: the card was restored.", name=self._name())
        self._around.notices.done(text, done.changes)

    def _set_stop(self, on: bool) -> None:
        from kartoteka.shop import clients

        client = self._page.client_id
        if client is None:
            return

        def told(done: "Done[Client]") -> None:
            words = self._around.words
            name = done.value.name
            text = words.say("{name} will not appear on any list.", name=name)
            if not on:
                text = words.say("{name} may appear on lists again.", name=name)
            self._around.notices.done(text, done.changes)

        self._around.desk.change(lambda shop: clients.set_do_not_contact(shop, client, on), told)

    def _record_consents(self, told: ConsentTold) -> None:
        from kartoteka.shop import clients

        client = self._page.client_id
        if client is None:
            return
        self._around.desk.change(
            lambda shop: clients.record_consents(
                shop,
                client,
                told.decisions,
                how=told.how,
                wording=told.wording,
                do_not_contact=told.do_not_contact,
            ),
            self._on_consents,
        )

    def _on_consents(self, done: "Done[Client]") -> None:
        words = self._around.words
        text = words.say("{name}: consents saved.", name=done.value.name)
        self._around.notices.done(text, done.changes)

    def _record_call(self, told: CallTold) -> None:
        from kartoteka.shop import calls

        client = self._page.client_id
        if client is not None:
            self._around.desk.change(
                lambda shop: calls.record_call(
                    shop, client, told.outcome, told.said, told.call_back_on
                ),
                self._on_called,
            )

    def _on_called(self, done: "Done[Any]") -> None:
        words = self._around.words
        text = words.say("{name}: the call is saved.", name=self._name())
        self._around.notices.done(text, done.changes)

    def _put_on_list(self) -> None:
        from kartoteka.shop import calls

        client = self._page.client_id
        if client is not None:
            self._around.desk.change(
                lambda shop: calls.make_call_list(shop, [client]), self._on_listed
            )

    def _on_listed(self, done: "Done[Any]") -> None:
        words = self._around.words
        text = words.say("{name} is on a call list.", name=self._name())
        self._around.notices.done(text, done.changes)
