"""Decides for the Calls page: what a key means, whom to call next, what a row says."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kartoteka.domain.contacts import Outcome
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.widgets.chips import ChipText, capital

if TYPE_CHECKING:
    from kartoteka.shop.views import CallLine, CallList, CallListLine

TOMORROW = timedelta(days=1)
OUTCOMES = tuple(Outcome)
"""In the order of the keys 1 to 6."""
SIGNS = {
    Outcome.WILL_COME: ("check", "well"),
    Outcome.CALL_BACK: ("clock", "care"),
    Outcome.NO_ANSWER: ("phone-missed", "gone"),
    Outcome.COMPLAINT: ("message-circle-warning", "alarm"),
    Outcome.ALL_WELL: ("heart", "well"),
    Outcome.DO_NOT_CALL: ("user-x", "gone"),
}
"""The icon and the tone of each."""


class Step(StrEnum):
    """What comes after an outcome was chosen."""

    RECORD = "record"
    ASK_DAY = "ask day"
    ASK_WORDS = "ask words"


@dataclass(frozen=True, slots=True)
class Answer:
    """How one call ended, as it stands on the page."""

    call: int
    outcome: Outcome | None = None
    said: str = ""
    call_back_on: date | None = None


class ListPresenter:
    """One call list on the page: the call in hand, and what was typed but not written down."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self.list: CallList | None = None
        self._at = 0
        self._drafts: dict[int, Answer] = {}

    def show(self, shown: "CallList") -> None:
        """Show a list; of the same list as before the call in hand stays, and all drafts."""
        if self.list is None or self.list.id != shown.id:
            self._at = 0
        self.list = shown
        if self.current is None:
            self._at = self._next_open() or (shown.lines[0].id if shown.lines else 0)

    @property
    def current(self) -> "CallLine | None":
        """The call in hand."""
        lines = self.list.lines if self.list else ()
        return next((line for line in lines if line.id == self._at), None)

    @property
    def answer(self) -> Answer:
        """What stands on the page for the call in hand: the draft, else what is written down."""
        line = self.current
        if line is None:
            return Answer(0)
        kept = Answer(line.id, line.outcome, line.said, line.call_back_on)
        return self._drafts.get(line.id, kept)

    @property
    def is_draft(self) -> bool:
        """Whether something stands on the page that is not written down yet."""
        return self._at in self._drafts

    @property
    def progress(self) -> tuple[int, int]:
        """Calls with an outcome, and all."""
        lines = self.list.lines if self.list else ()
        return sum(line.outcome is not None for line in lines), len(lines)

    def take(self, call: int) -> None:
        """Take another call in hand; what was typed for the one before is kept."""
        self._at = call

    def write(self, said: str) -> None:
        """What the client said, while it is typed."""
        if said != self.answer.said:
            self._keep(replace(self.answer, said=said))

    def set_day(self, on: date) -> None:
        """The day of a promised call-back."""
        if self.answer.outcome is Outcome.CALL_BACK:
            self._keep(replace(self.answer, call_back_on=on))

    def choose(self, outcome: Outcome, today: date) -> Step:
        """An outcome was chosen by its key: write it down at once, or ask for what is missing."""
        on = None
        if outcome is Outcome.CALL_BACK:
            on = self.answer.call_back_on or today + TOMORROW
        self._keep(replace(self.answer, outcome=outcome, call_back_on=on))
        if outcome is Outcome.CALL_BACK:
            return Step.ASK_DAY
        if outcome is Outcome.COMPLAINT and not self.answer.said.strip():
            return Step.ASK_WORDS
        return Step.RECORD

    def written(self, line: "CallLine") -> int | None:
        """The book has it: forget the draft, and name the next call without an outcome."""
        self._drafts.pop(line.id, None)
        if self.list is not None:
            lines = tuple(line if each.id == line.id else each for each in self.list.lines)
            self.list = replace(self.list, lines=lines)
        return self._next_open(line.id)

    def drop(self) -> bool:
        """Take a chosen outcome back that is not written down; what was typed stays.

        False when there was none.
        """
        line, draft = self.current, self._drafts.get(self._at)
        if line is None or draft is None or draft.outcome is line.outcome:
            return False
        self._keep(replace(draft, outcome=line.outcome, call_back_on=line.call_back_on))
        return True

    def _keep(self, answer: Answer) -> None:
        if answer.call:
            self._drafts[answer.call] = answer

    def _next_open(self, after: int = 0) -> int | None:
        """The next call without an outcome below this one, else the first of the list."""
        lines = self.list.lines if self.list else ()
        ids = [line.id for line in lines]
        start = ids.index(after) + 1 if after in ids else 0
        for line in (*lines[start:], *lines[:start]):
            if line.outcome is None:
                return line.id
        return None


def list_title(words: Words, on: date, today: date) -> str:
    """What a call list is called: by its day."""
    if on == today:
        return words.say("Today’s call list")
    day = formats.day_month(words, on) if on.year == today.year else formats.date_long(words, on)
    # Translators: {date} is a day and a month, of earlier years with the year.
    return words.say("Call list for {date}", date=day)


def progress_words(words: Words, done: int, calls: int) -> str:
    """How far a list is called through."""
    if done >= calls:
        return words.count("{number} call, all done", "{number} calls, all done", calls)
    # Translators: how many calls of a list have an outcome: "3 of 14 done".
    return words.say("{done} of {calls} done", done=done, calls=calls)


def waiting_words(words: Words, lists: "list[CallListLine]", waiting: int) -> str:
    """The line under the page's title."""
    if not lists:
        return ""
    if not waiting:
        return words.say("No calls waiting.")
    return words.count("{number} call waiting", "{number} calls waiting", waiting)


def outcome_words(words: Words, line: "CallLine") -> str:
    """How a call ended; of a promised call-back also when; '' while nobody has called."""
    if line.outcome is None:
        return ""
    if line.outcome is Outcome.CALL_BACK and line.call_back_on is not None:
        # Translators: the outcome of a call; {date} is day and month.
        return words.say("call back on {date}", date=formats.day_month(words, line.call_back_on))
    return labels.outcome_label(words, line.outcome)


def outcome_chip(words: Words, line: "CallLine") -> ChipText | None:
    """The outcome as a chip; None while nobody has called."""
    if line.outcome is None:
        return None
    return ChipText(capital(outcome_words(words, line)), SIGNS[line.outcome][1])


def recorded_words(words: Words, line: "CallLine") -> str:
    """The message after a call was written down."""
    return words.say("{name}: {outcome}", name=line.name, outcome=outcome_words(words, line))


def row_words(words: Words, line: "CallLine", phone: str) -> str:
    """A whole row for screen readers."""
    told = outcome_words(words, line) or labels.reason_text(words, line.reason)
    return words.say("{name}, {phone}, {told}", name=line.name, phone=phone, told=told)


def promise_words(words: Words, line: "CallLine", today: date) -> str:
    """When a call-back was promised, and what was said; for the list of promises."""
    on = line.call_back_on or today
    day = words.say("today") if on == today else formats.day_month(words, on)
    if not line.said:
        return day
    return words.say("{day}: {said}", day=day, said=line.said)
