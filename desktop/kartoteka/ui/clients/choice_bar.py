"""The foot of the list: how many rows are chosen, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kartoteka.i18n.words import Words
from kartoteka.ui.clients.purge_dialog import delete_for_good
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import ElidedLabel


class ChoiceBar(QFrame):
    """Always there, so that the table never jumps; without a choice it tells how to choose."""

    call_list_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    bin_wanted = Signal()
    restore_wanted = Signal()
    purge_wanted = Signal()
    none_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._count = 0
        self._in_bin = False
        self.setObjectName("choiceBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(8)
        self._text = ElidedLabel(look="muted")
        row.addWidget(self._text, 1)
        self.all = self._add(lambda words: words.say("Select all"), "", self.all_wanted)
        self.none = self._add(lambda words: words.say("Clear selection"), "", self.none_wanted)
        self.bin = self._add(lambda words: words.say("Delete"), "trash-2", self.bin_wanted)
        self.export = self._add(lambda words: words.say("Export"), "download", self.export_wanted)
        self.print = IconButton(
            around.theme,
            around.speech,
            lambda words: words.say("Print letters, labels or cards"),
            "printer",
            "ink",
        )
        self.print.clicked.connect(lambda: self.print_wanted.emit())
        self.restore = self._add(
            lambda words: words.say("Restore from the bin"), "rotate-ccw", self.restore_wanted
        )
        self.purge = self._add(delete_for_good, "trash-2", self.purge_wanted, "danger")
        self.call_list = self._add(
            lambda words: words.say("Call list"), "phone-call", self.call_list_wanted, "primary"
        )
        for button in (
            self.all,
            self.none,
            self.bin,
            self.export,
            self.print,
            self.purge,
            self.restore,
            self.call_list,
        ):
            row.addWidget(button)
        around.speech.spoken.connect(self._say)
        self._say()

    def show_choice(self, count: int, in_bin: bool) -> None:
        """So many rows are chosen; cards in the bin come out of it or go for good."""
        self._count, self._in_bin = count, in_bin
        self._say()

    def _add(
        self,
        phrase: Callable[[Words], str],
        icon: str,
        signal: SignalInstance,
        kind: str = "plain",
    ) -> Button:
        button = Button(self._around.theme, self._around.speech, phrase, icon=icon, kind=kind)
        button.clicked.connect(lambda: signal.emit())
        return button

    def _say(self) -> None:
        words = self._around.words
        some = self._count > 0
        self._text.setText(
            words.count("{number} selected", "{number} selected", self._count)
            if some
            else words.say("Tick cards to restore them, or to delete them for good.")
            if self._in_bin
            else words.say("Tick clients to call them, or to save them to a file.")
        )
        self.all.setVisible(not some)
        self.none.setVisible(some)
        self.bin.setVisible(some and not self._in_bin)
        self.export.setVisible(some and not self._in_bin)
        self.print.setVisible(some and not self._in_bin)
        self.restore.setVisible(some and self._in_bin)
        self.purge.setVisible(some and self._in_bin)
        self.call_list.setVisible(some and not self._in_bin)
