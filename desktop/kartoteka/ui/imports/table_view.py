"""A file before it is imported: how it is read, its columns, what would happen, the button."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kartoteka.i18n.words import Words
from kartoteka.ui.imports import presenter
from kartoteka.ui.imports.columns_table import ColumnsTable
from kartoteka.ui.imports.old_currency import OldCurrency
from kartoteka.ui.imports.outcome import Outcome
from kartoteka.ui.imports.presenter import DELIMITERS, ENCODINGS, KINDS
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling

if TYPE_CHECKING:
    from kartoteka.shop.imports import Preview
    from kartoteka.shop.looking import Look

WIDE_FROM = 960
"""A narrower page has its cards below each other, and lists without labels."""


class TableView(QWidget):
    """Decides nothing; tells the page what was chosen."""

    kind_chosen = Signal(str)
    encoding_chosen = Signal(str)
    delimiter_chosen = Signal(str)
    field_chosen = Signal(int, str)
    old_currency_chosen = Signal(str)
    import_wanted = Signal()
    stop_wanted = Signal()
    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._look: Look | None = None
        self._preview: Preview | None = None
        self._busy: tuple[int, int] | None = None
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(self._options())
        inside.addWidget(self._columns_card())
        self.old_currency = OldCurrency(around)
        self.old_currency.chosen.connect(self.old_currency_chosen)
        self.outcome = Outcome(around)
        inside.addWidget(self.outcome, 1)
        inside.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        area = scrolling(content)
        # Columns scroll by themselves; a bar of the page only flashed while the window shrank.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area, 1)
        column.addWidget(self.old_currency)
        column.addLayout(self._foot())
        around.speech.spoken.connect(self._say)

    # What the page tells it --------------------------------------------------------------------

    def show_look(self, look: "Look") -> None:
        """Show a file's first rows."""
        self._look = look
        self.columns.show_look(look)
        self._kinds[look.kind].setChecked(True)
        _choose(self.encoding, look.encoding)
        _choose(self.delimiter, look.delimiter)
        self.encoding.setVisible(bool(look.encoding))
        self.delimiter.setVisible(look.format == "csv")
        self._show_labels()
        self.show_preview(None)

    def show_preview(self, preview: "Preview | None") -> None:
        """Show what importing it would do; None while that is not known."""
        self._preview = preview
        self.outcome.show_preview(preview)
        if preview is None:
            self.old_currency.hide()
        self._say()

    def show_old_currency(self, currency: str) -> None:
        """Ask about amounts of before the euro, taken for `currency` now; '' asks nothing."""
        result = self._preview.result if self._preview else None
        count = result.old_amounts if result and currency else 0
        self.old_currency.show_question(count, currency or "BGN")

    def show_progress(self, done: int, whole: int) -> None:
        """Work is on its way."""
        self._busy = (done, whole)
        self._bar.setRange(0, max(0, whole))
        self._bar.setValue(done)
        self._say()

    def show_rest(self) -> None:
        """No work is on its way."""
        self._busy = None
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards below each other in a small window."""
        super().resizeEvent(event)
        self.outcome.set_wide(self.width() >= WIDE_FROM)
        self._show_labels()

    def _show_labels(self) -> None:
        """In a small window the lists need the room; what they say speaks for itself."""
        look, wide = self._look, self.width() >= WIDE_FROM
        self._encoding_label.setVisible(wide and look is not None and bool(look.encoding))
        self._delimiter_label.setVisible(wide and look is not None and look.format == "csv")

    # Building ----------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        around = self._around
        self._title = ElidedLabel(look="title")
        leave = Button(around.theme, around.speech, _another, icon="folder-open", key="Esc")
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(leave)
        return row

    def _options(self) -> QHBoxLayout:
        speech = self._around.speech
        row = QHBoxLayout()
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self._kinds: dict[str, QPushButton] = {}
        for kind in KINDS:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, kind=kind: self.kind_chosen.emit(kind))
            self._group.addButton(button)
            self._kinds[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        self._encoding_label = said(speech, _encoding_words, "hint")
        self.encoding = QComboBox()
        for codec, name in ENCODINGS:
            self.encoding.addItem(name, codec)
        speech.bind(self.encoding.setAccessibleName, _encoding_words)
        self.encoding.activated.connect(
            lambda _: self.encoding_chosen.emit(str(self.encoding.currentData()))
        )
        self._delimiter_label = said(speech, _delimiter_words, "hint")
        self.delimiter = QComboBox()
        self.delimiter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for sign in DELIMITERS:
            self.delimiter.addItem("", sign)
        speech.bind(self.delimiter.setAccessibleName, _delimiter_words)
        self.delimiter.activated.connect(
            lambda _: self.delimiter_chosen.emit(str(self.delimiter.currentData()))
        )
        widgets: Sequence[QWidget] = (
            self._encoding_label,
            self.encoding,
            self._delimiter_label,
            self.delimiter,
        )
        for widget in widgets:
            row.addWidget(widget)
        return row

    def _columns_card(self) -> CardFrame:
        card = CardFrame(margin=12, spacing=4)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.columns = ColumnsTable(self._around)
        self.columns.field_chosen.connect(self.field_chosen)
        self._missing = label("care", wrap=True)
        self._missing.hide()
        card.body.addWidget(self.columns)
        card.body.addWidget(self._missing)
        return card

    def _foot(self) -> QHBoxLayout:
        around = self._around
        self._state = ElidedLabel(look="muted")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(180)
        around.speech.bind(self._bar.setAccessibleName, lambda words: words.say("Progress"))
        self._stop = Button(around.theme, around.speech, _stop_words)
        self._stop.clicked.connect(self.stop_wanted)
        self.go = Button(
            around.theme, around.speech, _import_words, icon="download", kind="primary", key="F12"
        )
        self.go.clicked.connect(self.import_wanted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._state, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        row.addWidget(self.go)
        return row

    # Showing -----------------------------------------------------------------------------------

    def _say(self) -> None:
        words, look = self._around.words, self._look
        for kind, button in self._kinds.items():
            button.setText(presenter.kind_words(words, kind))
            button.setAccessibleName(presenter.kind_words(words, kind))
        for at in range(self.delimiter.count()):
            sign = str(self.delimiter.itemData(at))
            self.delimiter.setItemText(at, presenter.delimiter_words(words, sign))
        if look is None:
            return
        self._title.setText(look.path.name)
        self._missing.setVisible(not look.enough)
        self._missing.setText(presenter.not_enough_words(words, look.kind))
        self.outcome.setVisible(look.enough)
        for widget in (self._bar, self._stop):
            widget.setVisible(self._busy is not None)
        self._state.setText(self._state_words(words))
        result = self._preview.result if self._preview else None
        self.go.setEnabled(
            self._busy is None and result is not None and bool(result.added or result.updated)
        )

    def _state_words(self, words: Words) -> str:
        if self._busy is not None:
            return presenter.progress_words(words, *self._busy)
        if self._preview is not None:
            return presenter.ready_words(words, self._preview.result)
        return ""


def _choose(box: QComboBox, value: str) -> None:
    """Show a value, also one that is not offered by itself."""
    at = box.findData(value)
    if at < 0 and value:
        box.addItem(presenter.encoding_name(value), value)
        at = box.count() - 1
    box.setCurrentIndex(max(0, at))


def _another(words: Words) -> str:
    return words.say("Another file")


def _encoding_words(words: Words) -> str:
    return words.say("Encoding")


def _delimiter_words(words: Words) -> str:
    return words.say("Separator")


def _stop_words(words: Words) -> str:
    return words.say("Stop")


def _import_words(words: Words) -> str:
    return words.say("Import")
