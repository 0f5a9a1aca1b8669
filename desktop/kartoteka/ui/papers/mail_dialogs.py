"""Envelopes and loyalty cards of chosen clients: what is asked before they are shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from kartoteka.domain.mail import CARDS_ON_A_SHEET, CodeKind, EnvelopeSize
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.label_dialog import without_address
from kartoteka.ui.papers.paper_dialog import Phrase
from kartoteka.ui.papers.setup_dialog import Draw, SetupDialog, count_field

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop

TEN, SINGLE = "ten", "single"
_SIZES: tuple[tuple[str, Phrase], ...] = (
    (EnvelopeSize.DL.value, lambda words: words.say("DL (E65), 220 × 110 mm")),
    (EnvelopeSize.C6.value, lambda words: words.say("C6, 162 × 114 mm")),
    (EnvelopeSize.C5.value, lambda words: words.say("C5, 229 × 162 mm")),
)
_CODES: tuple[tuple[str, Phrase], ...] = (
    (CodeKind.BARS.value, lambda words: words.say("barcode (Code 128)")),
    (CodeKind.SQUARES.value, lambda words: words.say("QR code")),
)
_LAYOUTS: tuple[tuple[str, Phrase], ...] = (
    (TEN, lambda words: words.say("ten on A4, with cut marks")),
    (SINGLE, lambda words: words.say("one a page, for a card printer")),
)


class EnvelopeDialog(SetupDialog):
    """Which envelopes are in the printer."""

    def __init__(self, around: Surroundings, parent: QWidget, chosen: Sequence[int]) -> None:
        super().__init__(around, parent, chosen, _envelopes, "envelopes")
        self.kind = self.add_choice(_size, _SIZES)
        self.finish_building()

    def values(self) -> dict[str, str]:
        return {"envelope.size": str(self.kind.currentData())}

    def order(self) -> Draw:
        size = EnvelopeSize(str(self.kind.currentData()))

        def draw(shop: "Shop", people: Sequence[int]) -> bytes:
            from kartoteka.shop import printing

            return printing.envelopes(shop, people, size).pdf

        return draw

    def show_settings(self, settings: "Settings") -> None:
        self.kind.setCurrentIndex(self.kind.findData(settings.envelope.value))

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        from kartoteka.shop import printing

        return printing.with_address(shop, chosen)

    def left_out_words(self, words: Words, number: int) -> str:
        return without_address(words, number)


class CardsDialog(SetupDialog):
    """How loyalty cards are scanned and cut, and where a used sheet begins."""

    def __init__(self, around: Surroundings, parent: QWidget, chosen: Sequence[int]) -> None:
        super().__init__(around, parent, chosen, _cards, "loyalty-cards")
        self.code = self.add_choice(_scanned, _CODES)
        self.layout_of_cards = self.add_choice(_layout, _LAYOUTS)
        self.start = count_field(CARDS_ON_A_SHEET)
        self.add_row(_start, self.start)
        self.backs = QCheckBox()
        self.backs.setChecked(True)
        around.speech.bind(self.backs.setText, _backs)
        self.form.addRow("", self.backs)
        self.layout_of_cards.currentIndexChanged.connect(
            lambda _: self.start.setEnabled(self.layout_of_cards.currentData() == TEN)
        )
        self.finish_building()

    def values(self) -> dict[str, str]:
        return {"card.code": str(self.code.currentData())}

    def order(self) -> Draw:
        code, start = CodeKind(str(self.code.currentData())), self.start.value()
        ten, backs = self.layout_of_cards.currentData() == TEN, self.backs.isChecked()

        def draw(shop: "Shop", people: Sequence[int]) -> bytes:
            from kartoteka.shop import printing

            return printing.loyalty_cards(
                shop, people, sheets=ten, backs=backs, code=code, start=start
            ).pdf

        return draw

    def show_settings(self, settings: "Settings") -> None:
        self.code.setCurrentIndex(self.code.findData(settings.card_code.value))

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        from kartoteka.shop import printing

        return printing.with_card(shop, chosen)

    def left_out_words(self, words: Words, number: int) -> str:
        return words.count(
            "{number} client without a card number is left out.",
            "{number} clients without a card number are left out.",
            number,
        )


def _envelopes(words: Words) -> str:
    return words.say("Envelopes")


def _size(words: Words) -> str:
    return words.say("Envelope")


def _cards(words: Words) -> str:
    return words.say("Loyalty cards")


def _scanned(words: Words) -> str:
    return words.say("Code on the card")


def _layout(words: Words) -> str:
    return words.say("Layout")


def _start(words: Words) -> str:
    return words.say("Start at position")


def _backs(words: Words) -> str:
    return words.say("With backs")
