"""The card of Settings about printing: kept by this computer, for each counter has its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.printing import AfterSale, Part, shown
from kartoteka.i18n import Words
from kartoteka.ui import drawer
from kartoteka.ui.page import Surroundings
from kartoteka.ui.settings.presenter import Editor, Field
from kartoteka.ui.settings.rows import SettingRow
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, said

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.strips import Strip


def _after_sale(words: Words) -> list[tuple[str, str]]:
    return [
        (AfterSale.PREVIEW.value, words.say("show the receipt first")),
        (AfterSale.PRINTER.value, words.say("print the receipt at once")),
        (AfterSale.STRIP.value, words.say("print on the receipt printer")),
        (AfterSale.NOTHING.value, words.say("print nothing")),
    ]


def _printers(words: Words) -> list[tuple[str, str]]:
    from kartoteka.ui.papers.printing import printer_names

    return [("", words.say("the default printer")), *((name, name) for name in printer_names())]


def _sides(words: Words) -> list[tuple[str, str]]:
    return [
        (Part.BOTH.value, words.say("the printer turns the sheet")),
        (Part.BY_HAND.value, words.say("turned by hand")),
        (Part.FRONTS.value, words.say("fronts only")),
    ]


def _orders(words: Words) -> list[tuple[str, str]]:
    return [
        ("no", words.say("the first sheet")),
        ("yes", words.say("the last sheet")),
    ]


def _widths(words: Words) -> list[tuple[str, str]]:
    return [(width, words.say("{width} mm", width=width)) for width in ("80", "58")]


FIELDS = (
    Field(
        "print.after_sale",
        lambda words: words.say("After a sale"),
        Editor.CHOICE,
        _after_sale,
        hint=lambda words: words.say("What F12 does once the sale is saved."),
    ),
    Field("print.printer", lambda words: words.say("Printer"), Editor.CHOICE, _printers),
    Field("print.sides", lambda words: words.say("Both sides"), Editor.CHOICE, _sides),
    Field(
        "print.last_first",
        lambda words: words.say("Print backs from"),
        Editor.CHOICE,
        _orders,
        hint=lambda words: words.say("The test page shows what your printer needs."),
    ),
    Field(
        "print.strip",
        lambda words: words.say("Receipt printer"),
        # Translators: keep the addresses as they are.
        hint=lambda words: words.say("Such as usb:04b8:0202, serial:COM3, network:10.0.0.5."),
    ),
    Field("print.strip_width", lambda words: words.say("Width"), Editor.CHOICE, _widths),
    Field(
        "print.drawer",
        lambda words: words.say("Open the drawer for cash"),
        Editor.FLAG,
        hint=lambda words: words.say("The drawer is plugged into the receipt printer."),
    ),
)


class PrintingCard(CardFrame):
    """Every change holds at once and can be taken back; the buttons try the printers."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=9)
        self._around = around
        speech = around.speech
        self.begin(speech, lambda words: words.say("Printing"))
        self.body.addWidget(said(speech, _hint, "hint", wrap=True))
        self.rows: dict[str, SettingRow] = {}
        for field in FIELDS:
            row = SettingRow(field, speech)
            row.changed.connect(self._change)
            self.rows[field.key] = row
            self.body.addWidget(row)
        self.body.addLayout(self._buttons())
        around.counter.changed.connect(self.show_ways)
        self.show_ways()

    def show_ways(self) -> None:
        """Show how this counter prints now."""
        values = shown(self._around.counter.ways)
        for key, row in self.rows.items():
            row.show_value(values[key])
        strip = bool(values["print.strip"])
        for key in ("print.strip_width", "print.drawer"):
            self.rows[key].setEnabled(strip)
        for button in (self.strip, self.drawer):
            button.setEnabled(strip)
        self.rows["print.last_first"].setEnabled(values["print.sides"] != Part.FRONTS)

    def try_sides(self) -> None:
        """The page that shows which way to turn the sheets."""
        from kartoteka.ui.papers import asking
        from kartoteka.ui.papers.preview import show_drawn

        title = self._around.words.say("Test page for printing on both sides")
        show_drawn(self._around, self, title, "turning-test", asking.turning_test)

    def try_strip(self) -> None:
        """Print a strip that shows every letter and sign, and cut it."""
        ways, words = self._around.counter.ways, self._around.words

        def made(strip: "Strip") -> None:
            self._feed(
                lambda: _send(strip, ways.strip_printer),
                lambda _: self._around.notices.say(words.say("Sent to the receipt printer.")),
            )

        self._around.desk.ask(lambda shop: _trial(shop, ways.strip_width), made)

    def open_drawer(self) -> None:
        """Open the cash drawer; the journal tells who did."""
        drawer.open_drawer(self._around)

    def _feed(self, job: Callable[[], Any], then: Callable[[Any], Any]) -> None:
        self._around.counter.feed(job, then, self._around.notices.trouble)

    def _buttons(self) -> QVBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        self.turning = Button(theme, speech, _try_sides, icon="file-text")
        self.strip = Button(theme, speech, _try_strip, icon="printer")
        self.drawer = Button(theme, speech, _open_drawer)
        column = QVBoxLayout()
        column.setSpacing(8)
        for buttons in ((self.turning,), (self.strip, self.drawer)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.turning.clicked.connect(self.try_sides)
        self.strip.clicked.connect(self.try_strip)
        self.drawer.clicked.connect(self.open_drawer)
        return column

    def _change(self, key: str, value: str) -> None:
        counter, row, words = self._around.counter, self.rows[key], self._around.words
        before = shown(counter.ways)[key]
        row.show_problem("")
        try:
            counter.change(key, value)
        except RuleBroken as broken:
            from kartoteka.wording import explain

            explained = explain(broken, words)
            row.show_problem(f"{explained.title} {explained.advice}".strip())
            return
        text = words.say("Saved: {setting}", setting=row.field.label(words))
        self._around.notices.say(text, (words.say("Undo"), lambda: counter.change(key, before)))


def _trial(shop: "Shop", width: str) -> "Strip":
    from kartoteka.shop import strips

    return strips.trial_strip(shop, width)


def _send(strip: "Strip", address: str) -> bytes:
    from kartoteka.shop import strips

    return strips.send(strip, address)


def _hint(words: Words) -> str:
    return words.say("Kept on this computer: every counter has its own printers.")


def _try_sides(words: Words) -> str:
    return words.say("Test page, both sides")


def _try_strip(words: Words) -> str:
    return words.say("Test receipt")


def _open_drawer(words: Words) -> str:
    return words.say("Open the drawer")
