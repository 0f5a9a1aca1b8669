"""The card of Settings about numbers of papers: with which number each kind goes on."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain import numbering as rules
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.numbering import Numbering
from kartoteka.domain.settings import BadSetting
from kartoteka.i18n import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.settings.presenter import Phrase, refusal
from kartoteka.ui.settings.rows import NO, YES
from kartoteka.ui.settings.safety import empty, line
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, label, said

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

WIDTH, EDGE = 520, 40
SHORT = 190


def run_name(words: Words, numbering: Numbering) -> str:
    """What a run is called."""
    series = numbering.series
    if series.range == "invoice" and series.fixed:
        return words.say("Invoices, credit and debit notes")
    return {
        "receipt": words.say("Receipts"),
        "invoice": words.say("Invoices"),
        "proforma": words.say("Proformas"),
        "note": words.say("Credit notes"),
    }.get(series.range, series.range)


def run_facts(words: Words, numbering: Numbering) -> str:
    """How far a run has come, in one line."""
    series = numbering.series
    if numbering.used_up:
        return words.say("used up: {last} was the last number", last=series.end)
    parts = [words.say("next: {number}", number=numbering.shown)]
    if series.last is not None:
        parts.append(words.say("to {last}", last=series.last))
    if series.yearly:
        parts.append(words.say("restarts each year"))
    return " · ".join(parts)


class NumbersCard(CardFrame):
    """Every run with its next number, and a button that changes it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.begin(around.speech, _title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self.buttons: dict[str, Button] = {}
        self._runs: Sequence[Numbering] = ()
        self._today = date.min
        around.speech.spoken.connect(self._write)

    def refresh(self) -> None:
        """Ask how far the runs have come."""
        self._around.desk.ask(_read, self._show, key=self)

    def lead(self) -> None:
        """Put the keyboard on the run that is used up, else on the first."""
        ranges = [run.series.range for run in self._runs if run.used_up] or list(self.buttons)
        if ranges:
            self.buttons[ranges[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, range_: str) -> "NumbersDialog":
        """Change one run."""
        run = next(each for each in self._runs if each.series.range == range_)
        dialog = NumbersDialog(self._around, self, run, self._today)
        dialog.open()
        return dialog

    def _show(self, answer: "tuple[Sequence[Numbering], date]") -> None:
        self._runs, self._today = answer
        self._write()

    def _write(self) -> None:
        focused = next((name for name, each in self.buttons.items() if each.hasFocus()), "")
        empty(self._lines)
        self.buttons.clear()
        words = self._around.words
        for run in self._runs:
            name = run_name(words, run)
            button = Button(self._around.theme, self._around.speech, _change, kind="quiet")
            button.setAccessibleDescription(name)
            range_ = run.series.range
            button.clicked.connect(lambda _=False, range_=range_: self.open(range_))
            self.buttons[range_] = button
            self._lines.addWidget(line(name, run_facts(words, run), button))
        if focused in self.buttons:
            self.buttons[focused].setFocus()


class NumbersDialog(QDialog):
    """Where a run goes on and ends, and how its numbers look; all together or nothing."""

    def __init__(self, around: Surroundings, parent: QWidget, run: Numbering, today: date) -> None:
        super().__init__(parent)
        self._around, self._run, self._today = around, run, today
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        around.speech.bind(self.setWindowTitle, _title)
        self.resize(min(WIDTH, parent.window().width() - EDGE), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(said(around.speech, lambda words: run_name(words, run), "head"))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(8)
        column.addLayout(self._form)
        known = {key.partition(".")[2]: value for key, value in rules.shown(run).items()}
        self.fields = {
            field: self._line(_LABELS[field], _HINTS.get(field), value)
            for field, value in known.items()
            if field != rules.YEARLY
        }
        self.yearly = QCheckBox()
        self.yearly.setChecked(known.get(rules.YEARLY) == YES)
        if rules.YEARLY in known:
            around.speech.bind(self.yearly.setText, _yearly)
            self.yearly.toggled.connect(lambda _: self._preview())
            self._form.addRow("", self.yearly)
        self._known = known
        self.preview = label("muted", wrap=True)
        column.addWidget(self.preview)
        self._law = said(around.speech, lambda words: _law(words, run), "hint", wrap=True)
        self._law.setVisible(bool(_law(around.words, run)))
        column.addWidget(self._law)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        self._preview()
        self.fields[rules.NEXT].setFocus()
        self.fields[rules.NEXT].selectAll()

    def finish(self) -> None:
        """Keep what was typed, or tell what is wrong."""
        changes = self._changes()
        if not changes:
            self.accept()
            return
        values = {f"{self._run.series.range}.{field}": text for field, text in changes.items()}
        self.save.setEnabled(False)

        def change(shop: "Shop") -> "Done[Settings]":
            from kartoteka.shop import settings

            return settings.change_settings(shop, values)

        self._around.desk.change(change, self._on_done, self._on_refused)

    def _buttons(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = Button(theme, speech, lambda words: words.say("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.save = Button(
            theme, speech, lambda words: words.say("Save"), icon="check", key="F12", kind="primary"
        )
        self.save.clicked.connect(self.finish)
        QShortcut(QKeySequence("F12"), self, self.finish)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    def _line(self, phrase: Phrase, hint: Phrase | None, value: str) -> QLineEdit:
        field = QLineEdit(value)
        field.setMaxLength(24)
        field.setFixedWidth(SHORT)
        self._around.speech.bind(field.setAccessibleName, phrase)
        if hint is not None:
            self._around.speech.bind(field.setPlaceholderText, hint)
        field.textEdited.connect(lambda _: self._preview())
        field.returnPressed.connect(self.finish)
        name = said(self._around.speech, phrase)
        name.setBuddy(field)
        self._form.addRow(name, field)
        return field

    def _changes(self) -> dict[str, str]:
        typed = {field: each.text().strip() for field, each in self.fields.items()}
        if rules.YEARLY in self._known:
            typed[rules.YEARLY] = YES if self.yearly.isChecked() else NO
        return {field: text for field, text in typed.items() if text != self._known[field]}

    def _preview(self) -> None:
        """How the next number will look, as far as it can be told without the book."""
        words = self._around.words
        self.problem.hide()
        try:
            after = rules.changed(self._run, self._changes(), self._today)
        except RuleBroken:
            self.preview.setText(words.say("The next document: …"))
            return
        self.preview.setText(words.say("The next document: No. {number}", number=after.shown))

    def _on_done(self, done: "Done[Settings]") -> None:
        if done.changes.undo is not None:
            words = self._around.words
            text = words.say("Saved: {setting}", setting=run_name(words, self._run))
            self._around.notices.done(text, done.changes)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        from kartoteka.wording import is_expected

        self.save.setEnabled(True)
        if not is_expected(error):
            self._around.notices.trouble(error)
            return
        field = error.key.rpartition(".")[2] if isinstance(error, BadSetting) else ""
        self.problem.setText(refusal(self._around.words, error, _LABELS.get(field)))
        self.problem.show()


def _read(shop: "Shop") -> "tuple[Sequence[Numbering], date]":
    from kartoteka.shop import numbering

    return numbering.numberings(shop), shop.today()


def _title(words: Words) -> str:
    return words.say("Document numbers")


def _change(words: Words) -> str:
    return words.say("Change…")


def _yearly(words: Words) -> str:
    return words.say("Restart each year")


def _law(words: Words, run: Numbering) -> str:
    if run.series.range == "receipt":
        return words.say("A receipt has the number of its sale.")
    if run.series.fixed:
        return words.say("By law: ten digits, without gaps, and no restart each year.")
    return ""


_LABELS: dict[str, Phrase] = {
    rules.NEXT: lambda words: words.say("Next number"),
    rules.LAST: lambda words: words.say("Last number"),
    rules.PREFIX: lambda words: words.say("Prefix"),
    rules.DIGITS: lambda words: words.say("Minimum digits"),
}
_HINTS: dict[str, Phrase] = {
    rules.LAST: lambda words: words.say("empty: no limit"),
    rules.PREFIX: lambda words: words.say("such as A-"),
}
