"""A call from the card: the number, the reason, what to say, and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.contacts import Outcome
from kartoteka.i18n import labels
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, scrolling
from kartoteka.ui.widgets.chips import capital
from kartoteka.ui.widgets.day_field import DAY_FORMAT

if TYPE_CHECKING:
    from kartoteka.shop import Shop


SCRIPT_HEIGHT, BUTTON_HEIGHT = 92, 38
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class CallTold:
    """How a call ended, as entered here."""

    outcome: Outcome
    said: str
    call_back_on: date | None


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What stands on the dialog, in words already."""

    name: str
    phone: str
    hours: str
    reason: str
    today: date


class CallDialog(QDialog):
    """Keys 1–6 choose how the call ended; Ctrl+Enter writes it down."""

    told = Signal(object)
    """CallTold."""
    list_wanted = Signal()
    """Put the client on a call list instead."""

    def __init__(
        self, around: Surroundings, parent: QWidget, client: int, facts: CallFacts
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._facts = facts
        words = around.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Call"))
        self.setMinimumWidth(600)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label("head", facts.name, wrap=True))
        number = label("great", facts.phone)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(number)
        for text in (facts.reason, facts.hours):
            if text:
                column.addWidget(label("muted", text, wrap=True))
        column.addWidget(self._make_script())
        column.addLayout(self._outcomes())
        self.back_on = QDateEdit(_qdate(facts.today + timedelta(days=1)))
        self.back_on.setDisplayFormat(DAY_FORMAT)
        self.back_on.setCalendarPopup(True)
        self.back_on.setMinimumDate(_qdate(facts.today))
        self.back_on.setAccessibleName(words.say("Call back on"))
        self.back_on.hide()
        column.addWidget(self.back_on)
        self.said = QPlainTextEdit()
        self.said.setPlaceholderText(words.say("What the client said"))
        self.said.setAccessibleName(words.say("What the client said"))
        self.said.setTabChangesFocus(True)
        self.said.setFixedHeight(74)
        column.addWidget(self.said)
        column.addLayout(self._foot())
        around.desk.ask(lambda shop: _script(shop, client), self._show_script)

    def choose(self, outcome: Outcome) -> None:
        """Choose how the call ended."""
        self.outcomes[outcome].setChecked(True)
        self._on_chosen()

    def _make_script(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        self.script = label(wrap=True)
        column.addWidget(self.script)
        column.addStretch(1)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self._around.words.say("What to say"))
        area.setFixedHeight(SCRIPT_HEIGHT)
        return area

    def _outcomes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        self._group = QButtonGroup(self)
        self.outcomes: dict[Outcome, QPushButton] = {}
        for at, outcome in enumerate(Outcome):
            name = capital(labels.outcome_label(self._around.words, outcome))
            button = QPushButton(f"{at + 1}  {name}")
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setMinimumHeight(BUTTON_HEIGHT)
            button.clicked.connect(self._on_chosen)
            self._group.addButton(button)
            self.outcomes[outcome] = button
            grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self, self._chooser(outcome))
            QShortcut(QKeySequence(str(at + 1)), self, self._chooser(outcome))
        return grid

    def _chooser(self, outcome: Outcome) -> Callable[[], None]:
        return lambda: self.choose(outcome)

    def _foot(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        later = Button(theme, speech, lambda words: words.say("Just add to a call list"))
        later.clicked.connect(self._on_list)
        row.addWidget(later)
        row.addStretch(1)
        close = Button(theme, speech, lambda words: words.say("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.write = Button(
            theme, speech, lambda words: words.say("Save the call"), kind="primary", key="Ctrl+↵"
        )
        self.write.setEnabled(False)
        self.write.clicked.connect(self._on_write)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.write.click)
        row.addWidget(self.write)
        return row

    def _show_script(self, text: str) -> None:
        self.script.setText(text)

    def _on_chosen(self) -> None:
        self.write.setEnabled(True)
        back = self.outcomes[Outcome.CALL_BACK].isChecked()
        self.back_on.setVisible(back)
        self.adjustSize()
        (self.back_on if back else self.said).setFocus()

    def _on_list(self) -> None:
        self.list_wanted.emit()
        self.accept()

    def _on_write(self) -> None:
        chosen = [outcome for outcome, button in self.outcomes.items() if button.isChecked()]
        if not chosen:
            return
        back = chosen[0] is Outcome.CALL_BACK
        day = self.back_on.date()
        on = date(day.year(), day.month(), day.day()) if back else None
        self.told.emit(CallTold(chosen[0], self.said.toPlainText().strip(), on))
        self.accept()


def _script(shop: "Shop", client: int) -> str:
    from kartoteka.shop import calls

    return calls.script(shop, client)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
