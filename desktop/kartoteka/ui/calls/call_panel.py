"""The call in hand: big number, reason, what to say, what was said, and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.contacts import Outcome
from kartoteka.domain.phones import show_number
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.calls.answering import CallBackDay, OutcomeButton, SaidField
from kartoteka.ui.calls.presenter import OUTCOMES, Answer
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button, IconButton
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling
from kartoteka.ui.widgets.chips import STATE_TONES, Chip, capital
from kartoteka.ui.widgets.flow import FlowBox
from kartoteka.ui.widgets.rhythm_bar import RhythmBar, RhythmMark

if TYPE_CHECKING:
    from kartoteka.shop.views import CallLine, QuietLine

SIDE = 270
SAID_HEIGHT = 84
HIGH, LOW = 38, 33
"""Heights of the buttons of outcomes, where there is room and where there is not."""


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What the panel tells of a client beside the line: the script, and the silence."""

    call: int
    script: str
    silence: "QuietLine | None"
    quiet_after: float


class CallPanel(QWidget):
    """Shows one call and what stands about it on the page; decides nothing."""

    outcome_chosen = Signal(object)
    said_changed = Signal(str)
    day_chosen = Signal(object)
    write_wanted = Signal()
    card_wanted = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._line: CallLine | None = None
        self._facts: CallFacts | None = None
        self._showing = False
        self._wide = True
        self.sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.sides.setContentsMargins(0, 0, 0, 0)
        self.sides.setSpacing(14)
        content = QWidget()
        content.setObjectName("content")
        middle = QVBoxLayout(content)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(14)
        middle.addWidget(self._person())
        middle.addWidget(self._talk(), 1)
        self.sides.addWidget(scrolling(content), 1)
        self.side = self._ending()
        self.sides.addWidget(self.side)
        self._arrange()

    # What the view tells it --------------------------------------------------------------------

    def set_wide(self, wide: bool) -> None:
        """The outcomes stand at the right, or below where there is no room."""
        if wide != self._wide:
            self._wide = wide
            self._arrange()
            self.redraw()

    def show_call(self, line: "CallLine", answer: Answer, *, draft: bool) -> None:
        """Show a call; its script and rhythm follow by `show_facts`."""
        if self._line is None or self._line.id != line.id:
            self._facts = None
        self._line = line
        self.redraw()
        self.show_answer(answer, draft=draft)

    def show_facts(self, facts: CallFacts) -> None:
        """What to say, and the silence."""
        self._facts = facts
        self.redraw()

    def show_answer(self, answer: Answer, *, draft: bool) -> None:
        """What stands there about the end of the call."""
        self._showing = True
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome is answer.outcome)
        if self.said.toPlainText() != answer.said:
            self.said.setPlainText(answer.said)
        back = answer.outcome is Outcome.CALL_BACK
        self._day_box.setVisible(back)
        if answer.call_back_on is not None:
            self.day.setDate(_qdate(answer.call_back_on))
        self.write.setVisible(draft and answer.outcome is not None)
        self._showing = False

    def set_today(self, today: date) -> None:
        """No call-back is promised for a day that has passed."""
        self._showing = True
        self.day.setMinimumDate(_qdate(today))
        self._showing = False

    def redraw(self) -> None:
        """Write the texts in the language of now."""
        line, words = self._line, self._around.words
        if line is None:
            return
        self.name.setText(line.name)
        self.phone.setText(show_number(line.phone))
        self._reason.setText(capital(labels.reason_text(words, line.reason)))
        facts = self._facts
        self._script.setText(facts.script if facts else "")
        self._quote.setVisible(bool(facts and facts.script))
        self._show_silence(words, facts)

    # Building ----------------------------------------------------------------------------------

    def _person(self) -> CardFrame:
        around = self._around
        card = CardFrame(spacing=6)
        self.name = ElidedLabel(look="figure")
        self.phone = label("number")
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = IconButton(around.theme, around.speech, _copy_number, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.phone.text()))
        open_card = IconButton(around.theme, around.speech, _open_card, "users")
        open_card.clicked.connect(self._on_card)
        self._copy, self._open = copy, open_card
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(6)
        self._head.setVerticalSpacing(2)
        self._chips = FlowBox()
        self.rhythm = RhythmBar(around.theme)
        self._cost = label("hint")
        silence = QHBoxLayout()
        silence.setSpacing(14)
        silence.addWidget(self.rhythm, 1)
        silence.addWidget(self._cost)
        card.body.addLayout(self._head)
        card.body.addWidget(self._chips)
        card.body.addLayout(silence)
        return card

    def _talk(self) -> CardFrame:
        card = CardFrame(spacing=10)
        self._reason = label("strong", wrap=True)
        self._quote = QFrame()
        self._quote.setObjectName("quote")
        inside = QVBoxLayout(self._quote)
        inside.setContentsMargins(14, 4, 0, 4)
        self._script = label("script", wrap=True)
        inside.addWidget(self._script)
        self.said = SaidField()
        self.said.setTabChangesFocus(True)
        self.said.setFixedHeight(SAID_HEIGHT)
        for setter in (self.said.setPlaceholderText, self.said.setAccessibleName):
            self._around.speech.bind(setter, lambda words: words.say("What the client said"))
        self.said.textChanged.connect(self._on_said)
        self.said.finished.connect(self.write_wanted)
        self.said.outcome_key.connect(lambda place: self.outcome_chosen.emit(OUTCOMES[place]))
        card.body.addWidget(self._reason)
        card.body.addWidget(self._quote)
        card.body.addWidget(self.said)
        card.body.addStretch(1)
        return card

    def _ending(self) -> QWidget:
        around = self._around
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        self._ended = said(around.speech, _how_it_ended, "head")
        column.addWidget(self._ended)
        self._grid = QGridLayout()
        self.outcomes: dict[Outcome, OutcomeButton] = {}
        for key, outcome in enumerate(OUTCOMES, start=1):
            button = OutcomeButton(around, outcome, str(key))
            button.clicked.connect(self._chooser(outcome))
            self.outcomes[outcome] = button
        column.addLayout(self._grid)
        self._last = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._last.setSpacing(9)
        self._last.addWidget(self._day_row(), 1)
        self.write = Button(
            around.theme, around.speech, _write_down, icon="check", kind="primary", key="Ctrl+↵"
        )
        self.write.clicked.connect(self.write_wanted)
        self.write.hide()
        self._last.addWidget(self.write)
        column.addLayout(self._last)
        column.addStretch(1)
        return side

    def _day_row(self) -> QWidget:
        self._day_box = QWidget()
        row = QHBoxLayout(self._day_box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(9)
        row.addWidget(said(self._around.speech, _call_back_on, "hint"))
        self.day = CallBackDay()
        self.day.finished.connect(self.write_wanted)
        self.day.setCalendarPopup(True)
        self._around.speech.bind(self.day.setAccessibleName, _call_back_on)
        self.day.dateChanged.connect(self._on_day)
        row.addWidget(self.day, 1)
        self._day_box.hide()
        return self._day_box

    def _arrange(self) -> None:
        wide = self._wide
        self.sides.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.side.setMinimumWidth(SIDE if wide else 0)
        self.side.setMaximumWidth(SIDE if wide else 16_777_215)
        self._arrange_head(wide)
        across = 1 if wide else 2
        self._ended.setVisible(wide)
        self._last.setDirection(
            QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight
        )
        self._grid.setSpacing(9 if wide else 6)
        for place, button in enumerate(self.outcomes.values()):
            button.setFixedHeight(HIGH if wide else LOW)
            self._grid.removeWidget(button)
            self._grid.addWidget(button, place // across, place % across)

    def _arrange_head(self, wide: bool) -> None:
        """Name above number, or both in one line."""
        row = 1 if wide else 0
        for widget in (self.name, self.phone, self._copy, self._open):
            self._head.removeWidget(widget)
        self._head.addWidget(self.name, 0, 0, 1, 3 if wide else 1)
        self._head.addWidget(self.phone, row, 0 if wide else 1)
        self._head.addWidget(self._copy, row, 1 if wide else 2)
        self._head.addWidget(self._open, 0, 3)
        for column in range(4):
            self._head.setColumnStretch(column, int(column == (2 if wide else 0)))

    # What happens to it ------------------------------------------------------------------------

    def _chooser(self, outcome: Outcome) -> Callable[[], None]:
        def choose() -> None:
            self.outcomes[outcome].setChecked(True)
            self.outcome_chosen.emit(outcome)

        return choose

    def _on_card(self) -> None:
        if self._line is not None:
            self.card_wanted.emit(self._line.client)

    def _on_said(self) -> None:
        if not self._showing:
            self.said_changed.emit(self.said.toPlainText())

    def _on_day(self, day: QDate) -> None:
        if not self._showing:
            self.day_chosen.emit(date(day.year(), day.month(), day.day()))

    def _show_silence(self, words: Words, facts: CallFacts | None) -> None:
        silence = facts.silence if facts else None
        self._chips.clear()
        self._chips.setVisible(self._wide)
        line = self._line
        if silence is not None:
            state = capital(labels.state_label(words, silence.state))
            self._chips.add(Chip(self._around.theme, state, STATE_TONES[silence.state]))
            for tag in silence.tags[:3]:
                self._chips.add(Chip(self._around.theme, tag.text, "note"))
        if line is not None and line.hours:
            self._chips.add(Chip(self._around.theme, line.hours, "gone"))
        measured = self._wide and silence is not None and silence.times_usual is not None
        self.rhythm.setVisible(measured)
        self._cost.setVisible(measured)
        if facts is None or silence is None:
            return
        mark = RhythmMark(silence.times_usual, silence.state, facts.quiet_after)
        self.rhythm.show_mark(mark, labels.reason_text(words, silence.reason))
        money = formats.money_round(words, silence.at_risk)
        self._cost.setText(
            words.say("at risk: {amount} a year", amount=money) if silence.at_risk else ""
        )


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _copy_number(words: Words) -> str:
    return words.say("Copy the number")


def _open_card(words: Words) -> str:
    return words.say("Open the client’s card")


def _how_it_ended(words: Words) -> str:
    return words.say("Outcome")


def _write_down(words: Words) -> str:
    return words.say("Save the call")


def _call_back_on(words: Words) -> str:
    return words.say("Call back on")
