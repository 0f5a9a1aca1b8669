"""Papers about clients that have no number: shown first, then printed or kept as a PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.preview import PreviewDialog

if TYPE_CHECKING:
    from kartoteka.shop import Shop

Draw = Callable[["Shop"], bytes]
Phrase = Callable[[Words], str]


class ClientPapers:
    """The menu of papers for one client or for many, and what each of its lines shows."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Previews open over `parent`."""
        self._around = around
        self._parent = parent

    def fill(self, menu: QMenu, chosen: Sequence[int]) -> None:
        """Add the papers that these clients can have; some are for one client only."""
        words, one = self._around.words, len(chosen) == 1
        labels = words.say("Address label") if one else words.say("Address labels")
        cards = words.say("Loyalty card") if one else words.say("Loyalty cards, sheets of ten")
        if one:
            menu.addAction(words.say("Statement"), lambda: self.statement(chosen[0]))
            menu.addAction(words.say("Questionnaire"), lambda: self.questionnaire(chosen[0]))
        menu.addAction(cards, lambda: self.loyalty_cards(chosen))
        menu.addSeparator()
        letters = words.say("Letter…") if one else words.say("Letters…")
        menu.addAction(letters, lambda: self.letters(chosen))
        envelopes = words.say("Envelope") if one else words.say("Envelopes")
        menu.addAction(envelopes, lambda: self.envelopes(chosen))
        menu.addAction(labels, lambda: self.labels(chosen))

    def statement(self, client: int) -> None:
        """What a client bought and owes."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.statement(shop, client).pdf

        self.show(self._around.words.say("Statement"), "statement", draw)

    def questionnaire(self, client: int) -> None:
        """What is known of a client, to be completed by hand."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.questionnaire(shop, client).pdf

        self.show(self._around.words.say("Questionnaire"), "questionnaire", draw)

    def loyalty_cards(self, chosen: Sequence[int]) -> None:
        """Cards on sheets of ten with cut marks; their backs fall behind them."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.loyalty_cards(shop, chosen).pdf

        self.show(self._around.words.say("Loyalty cards"), "loyalty-cards", draw)

    def labels(self, chosen: Sequence[int]) -> None:
        """Address labels on sheets of 3 × 8."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.address_labels(shop, chosen).pdf

        self.show(self._around.words.say("Address labels"), "labels", draw)

    def envelopes(self, chosen: Sequence[int]) -> None:
        """Long envelopes, one for each client."""

        def draw(shop: "Shop") -> bytes:
            from kartoteka.shop import printing

            return printing.envelopes(shop, chosen).pdf

        self.show(self._around.words.say("Envelopes"), "envelopes", draw)

    def letters(self, chosen: Sequence[int]) -> None:
        """Write a letter or a postcard from a template."""
        from kartoteka.ui.papers.letter_dialog import LetterDialog

        LetterDialog(self._around, self._parent, chosen).open()

    def show(self, title: str, name: str, draw: Draw) -> None:
        """Let the shop draw a paper and show it; kept under `name` and the day."""
        show_drawn(self._around, self._parent, title, name, draw)


def show_drawn(around: Surroundings, parent: QWidget, title: str, name: str, draw: Draw) -> None:
    """Show what the shop draws; Save keeps it in the folder of the year."""

    def save(shop: "Shop") -> Path:
        from kartoteka.shop import papers

        pdf, day = draw(shop), shop.today()
        path = shop.folder / str(day.year) / f"{name}-{day.isoformat()}.pdf"
        papers.save_pdf(pdf, path)
        return path

    PreviewDialog.begin(around, parent, title, draw, save)
