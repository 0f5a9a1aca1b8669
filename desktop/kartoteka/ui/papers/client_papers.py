"""Papers about clients that have no number: shown first, then printed or kept as a PDF."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from kartoteka.domain.consents import ConsentKind, kinds_of
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.preview import show_drawn

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop import Shop

Draw = Callable[["Shop"], bytes]


class ClientPapers:
    """The menu of papers for one client or for many, and what each of its lines shows."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Previews open over `parent`."""
        self._around = around
        self._parent = parent

    def fill(self, menu: QMenu, chosen: Sequence[int], country: str = "") -> None:
        """Add the papers that these clients can have; some are for one client only.

        `country`: whose consents are asked for; empty: none is offered.
        """
        words, one = self._around.words, len(chosen) == 1
        labels = words.say("Address label…") if one else words.say("Address labels…")
        cards = words.say("Loyalty card…") if one else words.say("Loyalty cards…")
        if one:
            menu.addAction(words.say("Statement"), lambda: self.statement(chosen[0]))
            balance = words.say("Balance confirmation…")
            menu.addAction(balance, lambda: self.balance(chosen[0]))
            menu.addAction(words.say("Questionnaire"), lambda: self.questionnaire(chosen[0]))
            self.fill_consents(menu, chosen[0], country)
        menu.addAction(cards, lambda: self.loyalty_cards(chosen))
        menu.addSeparator()
        letters = words.say("Letter…") if one else words.say("Letters…")
        menu.addAction(letters, lambda: self.letters(chosen))
        envelopes = words.say("Envelope…") if one else words.say("Envelopes…")
        menu.addAction(envelopes, lambda: self.envelopes(chosen))
        menu.addAction(labels, lambda: self.labels(chosen))

    def fill_consents(self, menu: QMenu, client: int | None, country: str) -> None:
        """Add the sheets by which clients of this country agree; blank ones for nobody yet."""
        for kind in kinds_of(country) if country else ():
            menu.addAction(consent_words(self._around.words, kind), self._consenter(client, kind))

    def statement(self, client: int) -> None:
        """What a client bought and owes."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.statement(shop, client).pdf

        self.show(self._around.words.say("Statement"), "statement", draw)

    def balance(self, client: int) -> None:
        """What a client owed over a period and what led to it, to be signed."""
        from kartoteka.ui.papers.signed_dialogs import BalanceDialog

        def ask(today: "date") -> None:
            BalanceDialog(self._around, self._parent, client, today).open()

        self._around.desk.ask(lambda shop: shop.today(), ask)

    def questionnaire(self, client: int | None) -> None:
        """What is known of a client, to be completed by hand; blank for nobody yet."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.questionnaire(shop, client).pdf

        self.show(self._around.words.say("Questionnaire"), "questionnaire", draw)

    def consent(self, client: int | None, kind: ConsentKind) -> None:
        """A sheet by which a client agrees, a document of its own; blank for nobody yet."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.consent(shop, kind, client).pdf

        self.show(consent_words(self._around.words, kind), f"consent-{kind}", draw)

    def loyalty_cards(self, chosen: Sequence[int]) -> None:
        """Cards on sheets of ten with cut marks; their backs fall behind them."""
        from kartoteka.ui.papers.mail_dialogs import CardsDialog

        CardsDialog(self._around, self._parent, chosen).open()

    def labels(self, chosen: Sequence[int]) -> None:
        """Address labels on the sheet that is in the printer."""
        from kartoteka.ui.papers.label_dialog import LabelDialog

        LabelDialog(self._around, self._parent, chosen).open()

    def envelopes(self, chosen: Sequence[int]) -> None:
        """An envelope for each client."""
        from kartoteka.ui.papers.mail_dialogs import EnvelopeDialog

        EnvelopeDialog(self._around, self._parent, chosen).open()

    def letters(self, chosen: Sequence[int]) -> None:
        """Write a letter or a postcard from a template."""
        from kartoteka.ui.papers.letter_dialog import LetterDialog

        LetterDialog(self._around, self._parent, chosen).open()

    def _consenter(self, client: int | None, kind: ConsentKind) -> Callable[[], None]:
        return lambda: self.consent(client, kind)

    def show(self, title: str, name: str, draw: Draw) -> None:
        """Let the shop draw a paper and show it; kept under `name` and the day."""
        show_drawn(self._around, self._parent, title, name, draw)


def consent_words(words: Words, kind: ConsentKind) -> str:
    """What a sheet is called by which a client agrees."""
    if kind is ConsentKind.DATA:
        return words.say("Consent to process personal data")
    return words.say("Consent to marketing messages")
