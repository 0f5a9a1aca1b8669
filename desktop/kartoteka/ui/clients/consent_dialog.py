"""All that a client allowed: every channel at once, decided together, with the history below."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.clients import Channel, Client, Consent
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, scrolling

WORDING_HEIGHT = 56
WIDTH, HEIGHT = 560, 600
MARGIN = 60
"""Left free of the screen for the window's own frame."""


@dataclass(frozen=True, slots=True)
class ConsentTold:
    """What was decided in one talk; a channel that is not named keeps what holds."""

    decisions: dict[Channel, bool]
    how: str
    wording: str
    do_not_contact: bool


def history_lines(words: Words, client: Client) -> list[str]:
    """The client's decisions, newest first, each a sentence."""
    return [_consent_words(words, consent) for consent in reversed(client.consents)]


def holding_words(words: Words, client: Client, channel: Channel) -> str:
    """What holds now for one channel, and since when."""
    said = [consent for consent in client.consents if consent.channel is channel]
    if not said:
        return words.say("not asked yet")
    day = formats.date_short(words, said[-1].at.date())
    if said[-1].given:
        return words.say("given on {day}", day=day)
    return words.say("withdrawn on {day}", day=day)


def _consent_words(words: Words, consent: Consent) -> str:
    fields = {
        "day": formats.date_short(words, consent.at.date()),
        "channel": labels.channel_label(words, consent.channel),
        "how": consent.how or words.say("how it was given is not recorded"),
    }
    if consent.given:
        text = words.say("{day}: {channel} given ({how})", **fields)
    else:
        text = words.say("{day}: {channel} withdrawn ({how})", **fields)
    if not consent.wording:
        return text
    return words.say("{decision}, “{wording}”", decision=text, wording=consent.wording)


class ConsentDialog(QDialog):
    """Decide about all channels and save once; the history below is never changed."""

    recorded = Signal(object)
    """A ConsentTold with at least one change."""

    def __init__(self, around: Surroundings, parent: QWidget, client: Client) -> None:
        super().__init__(parent)
        self._around, self._client = around, client
        words = around.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Consent"))
        self.setMinimumWidth(WIDTH)
        self.channels: dict[Channel, QComboBox] = {}
        self.how = QLineEdit()
        self.wording = QPlainTextEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("head", words.say("Consent: {name}", name=client.name), wrap=True))
        self.stop = QCheckBox(words.say("Do not contact: no list shows this client"))
        self.stop.setAccessibleName(self.stop.text())
        self.stop.setChecked(client.do_not_contact)
        column.addWidget(scrolling(self._content(words)), 1)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry().height() - MARGIN
        self.resize(WIDTH, min(HEIGHT, room))
        self.channels[next(iter(Channel))].setFocus()

    def _form(self, words: Words) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        for place, channel in enumerate(Channel):
            self._add_channel(form, place, channel)
        self.how.setPlaceholderText(words.say("on paper at the counter"))
        self.wording.setPlaceholderText(words.say("the wording that the client agreed to"))
        self.wording.setFixedHeight(WORDING_HEIGHT)
        self.wording.setTabChangesFocus(True)
        named = ((words.say("How"), self.how), (words.say("Wording"), self.wording))
        for place, (text, field) in enumerate(named, start=len(Channel)):
            field.setAccessibleName(text)
            top = Qt.AlignmentFlag.AlignTop if field is self.wording else Qt.AlignmentFlag(0)
            form.addWidget(label("muted", text), place, 0, top)
            form.addWidget(field, place, 1, 1, 2)
        return form

    def _add_channel(self, form: QGridLayout, place: int, channel: Channel) -> None:
        words = self._around.words
        name = labels.channel_label(words, channel)
        holds = holding_words(words, self._client, channel)
        choice = QComboBox()
        # Translators: of a consent: what holds stays as it is.
        choice.addItem(words.say("no change"), None)
        choice.addItem(words.say("given"), True)
        choice.addItem(words.say("withdrawn"), False)
        choice.setAccessibleName(words.say("{channel}: {state}", channel=name, state=holds))
        self.channels[channel] = choice
        form.addWidget(label("strong", name), place, 0)
        form.addWidget(label("muted", holds), place, 1)
        form.addWidget(choice, place, 2)

    def _content(self, words: Words) -> QWidget:
        """All that scrolls where the screen is low: the channels, then what was decided before."""
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addLayout(self._form(words))
        column.addWidget(self.stop)
        column.addWidget(label("strong", words.say("History")))
        told = history_lines(words, self._client) or [words.say("The client was not asked yet.")]
        for text in told:
            column.addWidget(label("hint", text, wrap=True))
        column.addStretch(1)
        return content

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        theme, speech = self._around.theme, self._around.speech
        close = Button(theme, speech, lambda words: words.say("Close"))
        close.clicked.connect(self.reject)
        self.record = Button(theme, speech, lambda words: words.say("Save"), kind="primary")
        self.record.setDefault(True)
        self.record.clicked.connect(self._on_record)
        row.addWidget(close)
        row.addWidget(self.record)
        return row

    def _on_record(self) -> None:
        decided = {
            channel: bool(choice.currentData())
            for channel, choice in self.channels.items()
            if choice.currentData() is not None
        }
        how, wording = self.how.text().strip(), self.wording.toPlainText().strip()
        stop = self.stop.isChecked()
        words = self._around.words
        if any(decided.values()) and not how:
            self._tell(words.say("Enter how consent was given; you may have to prove it."))
            self.how.setFocus()
        elif not decided and (how or wording):
            self._tell(words.say("Choose for which channel this holds: given or withdrawn."))
            self.channels[next(iter(Channel))].setFocus()
        else:
            if decided or stop != self._client.do_not_contact:
                self.recorded.emit(ConsentTold(decided, how, wording, stop))
            self.accept()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()
