"""One call list: its rows at the left, the call in hand beside them, keys 1 to 6."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kartoteka.domain.contacts import Outcome
from kartoteka.domain.phones import show_number
from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.ui.calls import presenter
from kartoteka.ui.calls.call_panel import CallFacts, CallPanel
from kartoteka.ui.calls.presenter import OUTCOMES, ListPresenter, Step
from kartoteka.ui.calls.skipped import SkippedStrip
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, SMALL
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel
from kartoteka.ui.widgets.chips import HEIGHT as CHIP
from kartoteka.ui.widgets.chips import paint_chips

if TYPE_CHECKING:
    from datetime import date

    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import CallLine, CallList, Skipped

ROW_HEIGHT = 76
LIST_WIDE, LIST_NARROW = 330, 250
WIDE_FROM = 1040
"""Narrower views put the outcomes below what to say."""


class ListView(QWidget):
    """Choose a row, call, press a key; the next call without an outcome comes by itself."""

    left = Signal()
    """Back to all lists."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.presenter = ListPresenter()
        self._today: date | None = None
        self.skipped = SkippedStrip(around)
        self.panel = CallPanel(around)
        self._connect_panel()
        self._build()
        around.speech.spoken.connect(self._say)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.write_down)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the page tells it --------------------------------------------------------------------

    def show_list(self, shown: "CallList", today: "date") -> None:
        """Show a list; the call in hand and what was typed stay."""
        self._today = today
        self.presenter.show(shown)
        self.panel.set_today(today)
        self.table.lazy.set_rows(shown.lines)
        self._say()
        self._mark_row()
        self._show_call()

    def show_skipped(self, skipped: "tuple[Skipped, ...]") -> None:
        """Who was left out, and why; told until another list is opened."""
        self.skipped.show_skipped(skipped)

    def take(self, call: int) -> None:
        """Take a call in hand."""
        self.presenter.take(call)
        self._mark_row()
        self._show_call()

    def go_back(self) -> bool:
        """Esc throws a half-entered outcome away first, then leaves what is being typed."""
        if self.presenter.drop():
            self._show_answer()
            self.table.setFocus()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that no field wanted is an outcome."""
        place = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= place < len(OUTCOMES):
            self.choose(OUTCOMES[place])
        else:
            super().keyPressEvent(event)

    def choose(self, outcome: Outcome) -> None:
        """A call ended so: write it down, or ask for the day or the words first."""
        if self.presenter.current is None or self._today is None:
            return
        step = self.presenter.choose(outcome, self._today)
        self._show_answer()
        if step is Step.RECORD:
            self.write_down()
        elif step is Step.ASK_DAY:
            self.panel.day.setFocus()
        else:
            self.panel.said.setFocus()

    def write_down(self) -> None:
        """Write the call in hand down as it stands on the page."""
        answer = self.presenter.answer
        if answer.outcome is None or not self.presenter.is_draft:
            return
        outcome = answer.outcome

        def write(shop: "Shop") -> "Done[CallLine]":
            from kartoteka.shop import calls

            return calls.record_outcome(
                shop, answer.call, outcome, answer.said, answer.call_back_on
            )

        self.around.desk.change(write, self._on_written)

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        around = self.around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.skipped)
        model: LazyModel[CallLine] = LazyModel(
            around, [self._column()], lambda _shop, _ids: (), _line_id
        )
        self.table = LazyTable(around, model, ROW_HEIGHT)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self._open_card)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._on_row(now))
        around.speech.bind(self.table.setAccessibleName, _calls_of_list)
        self._list = CardFrame(margin=6)
        self._list.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._list)
        row.addWidget(self.panel, 1)
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        around = self.around
        self._title = ElidedLabel(look="title")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        around.speech.bind(self._bar.setAccessibleName, lambda words: words.say("Progress"))
        self._progress = ElidedLabel(look="muted")
        leave = Button(around.theme, around.speech, _all_lists, icon="list", key="Esc")
        leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self._bar, 1)
        head.addWidget(self._progress)
        head.addWidget(leave)
        return head

    def _column(self) -> "Column[CallLine]":
        return Column(
            head=lambda words: words.say("Client"),
            text=lambda words, line: presenter.row_words(words, line, show_number(line.phone)),
            paint=self._paint_row,
            stretch=True,
        )

    def _connect_panel(self) -> None:
        self.panel.outcome_chosen.connect(self.choose)
        self.panel.said_changed.connect(self._on_said)
        self.panel.day_chosen.connect(self._on_day)
        self.panel.write_wanted.connect(self.write_down)
        self.panel.card_wanted.connect(self.around.navigator.show_card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a small window."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE_FROM
        self._list.setFixedWidth(LIST_WIDE if wide else LIST_NARROW)
        self.panel.set_wide(wide)

    # Showing -----------------------------------------------------------------------------------

    def _say(self) -> None:
        shown, words = self.presenter.list, self.around.words
        if shown is None or self._today is None:
            return
        done, calls = self.presenter.progress
        self._title.setText(presenter.list_title(words, shown.on, self._today))
        self._progress.setText(presenter.progress_words(words, done, calls))
        self._bar.setRange(0, max(calls, 1))
        self._bar.setValue(done)
        self.panel.redraw()

    def _mark_row(self) -> None:
        line = self.presenter.current
        if line is None:
            return
        row = list(self.table.lazy.ids()).index(line.id)
        if self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.table.lazy.index(row, 0))

    def _show_call(self) -> None:
        line = self.presenter.current
        if line is None:
            return
        answer, draft = self.presenter.answer, self.presenter.is_draft
        self.panel.show_call(line, answer, draft=draft)
        call, client = line.id, line.client
        self.around.desk.ask(
            lambda shop: _read_facts(shop, call, client), self._on_facts, key=(self, "facts")
        )

    def _show_answer(self) -> None:
        if self.presenter.is_draft:
            self.around.notices.clear()  # Ctrl+Z is left; the button to write it down lies below
        self.panel.show_answer(self.presenter.answer, draft=self.presenter.is_draft)

    def _paint_row(self, canvas: cells.Canvas, line: "CallLine") -> None:
        box = canvas.inside
        called = line.outcome is not None
        name = canvas.theme.font(BODY, bold=not called)
        small = canvas.theme.font(SMALL)
        top = box.center().y() - 31
        first = QRect(box.left(), top, box.width(), 21)
        second = QRect(box.left(), top + 20, box.width(), 18)
        third = QRect(box.left(), top + 39, box.width(), CHIP)
        cells.line(canvas, first, line.name, name, "muted" if called else "ink")
        cells.line(canvas, second, show_number(line.phone), small, "muted")
        chip = presenter.outcome_chip(canvas.words, line)
        if chip is None:
            cells.line(canvas, third, labels.reason_text(canvas.words, line.reason), small, "muted")
        else:
            paint_chips(canvas.painter, canvas.theme, [chip], QRectF(third))

    # What happens ------------------------------------------------------------------------------

    def _on_row(self, now: object) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.table.lazy.ids()):
            call = self.table.lazy.id_at(row)
            if self.presenter.current is None or self.presenter.current.id != call:
                self.presenter.take(call)
                self._show_call()

    def _open_card(self, call: int) -> None:
        line = self.presenter.current
        if line is not None and line.id == call:
            self.around.navigator.show_card(line.client)

    def _on_facts(self, facts: CallFacts) -> None:
        line = self.presenter.current
        if line is not None and line.id == facts.call:
            self.panel.show_facts(facts)

    def _on_said(self, text: str) -> None:
        self.presenter.write(text)
        self._show_answer()

    def _on_day(self, on: "date") -> None:
        self.presenter.set_day(on)
        self._show_answer()

    def _on_written(self, done: "Done[CallLine]") -> None:
        following = self.presenter.written(done.value)
        text = presenter.recorded_words(self.around.words, done.value)
        self.around.notices.done(text, done.changes)
        self.take(following if following is not None else done.value.id)
        self.table.setFocus()


def _read_facts(shop: "Shop", call: int, client: int) -> CallFacts:
    from kartoteka.shop import calls, quiet

    silence = next(iter(quiet.quiet_lines(shop, [client])), None)
    script = calls.script(shop, client)
    return CallFacts(call, script, silence, shop.settings.rhythm.quiet_after)


def _line_id(line: "CallLine") -> int:
    return line.id


def _calls_of_list(words: Words) -> str:
    return words.say("Calls on this list")


def _all_lists(words: Words) -> str:
    return words.say("All lists")
