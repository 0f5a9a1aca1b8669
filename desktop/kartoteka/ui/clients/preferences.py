"""The card of preferences: chips of three kinds, added and removed in place, and notes."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.clients import Client, Tag, TagKind
from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.editors import ValueLabel
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.card_frame import CardFrame, said
from kartoteka.ui.widgets.flow import FlowBox

LONGEST_CHIP = 34
NOTES_HEIGHT = 84
_REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ORDER = list(TagKind)


def tag_words(words: Words, tag: Tag) -> str:
    """A preference as its chip says it; the kind is told in words, not only by colour."""
    if tag.kind is TagKind.DISLIKES:
        # Translators: a preference of the client: dislikes nickel.
        return words.say("dislikes {thing}", thing=tag.text)
    if tag.kind is TagKind.SIZE:
        # Translators: a size that the client wears: size 17, size ring 17.
        return words.say("size {thing}", thing=tag.text)
    return tag.text


def with_tag(client: Client, tag: Tag) -> Client:
    """The card with one preference more; one that is there already stays single."""
    if not tag.text.strip() or tag in client.tags:
        return client
    tags = (*client.tags, replace(tag, text=" ".join(tag.text.split())))
    return replace(client, tags=tuple(sorted(tags, key=lambda one: _ORDER.index(one.kind))))


def without_tag(client: Client, tag: Tag) -> Client:
    """The card without a preference."""
    return replace(client, tags=tuple(one for one in client.tags if one != tag))


class TagChip(QPushButton):
    """One preference; Delete removes it, a click or Enter asks what to do with it."""

    removed = Signal()
    searched = Signal()

    def __init__(self, around: Surroundings, tag: Tag) -> None:
        super().__init__()
        self._around = around
        whole = tag_words(around.words, tag)
        shown = whole if len(whole) <= LONGEST_CHIP else whole[: LONGEST_CHIP - 1] + "…"
        self.setText(shown.replace("&", "&&"))
        kind = labels.tag_kind_label(around.words, tag.kind)
        self.setAccessibleName(around.words.say("{kind}: {thing}", kind=kind, thing=tag.text))
        self.setToolTip(whole if shown != whole else "")
        self.setProperty("kind", f"tag-{tag.kind.value}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Enter opens the choice."""
        if event.key() in _REMOVING:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        words = self._around.words
        menu = QMenu(self)
        menu.addAction(words.say("Remove"), self.removed.emit)
        menu.addAction(words.say("Show everyone with this"), self.searched.emit)
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))


class PreferencesCard(CardFrame):
    """Chips and notes of one client."""

    edited = Signal(object)
    """The client after a change here."""
    tag_searched = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._client = Client()
        self.body.addWidget(said(around.speech, lambda words: words.say("Preferences"), "head"))
        self.chips = FlowBox(self)
        self.body.addWidget(self.chips)
        self.notes_editor = QPlainTextEdit()
        self._adder = self._build_adder()
        self.body.addWidget(self._adder)
        self.notes = ValueLabel()
        self.notes.opened.connect(self.open_notes)
        self.body.addWidget(self.notes)
        self.notes_editor.setFixedHeight(NOTES_HEIGHT)
        self.notes_editor.setTabChangesFocus(True)
        self.notes_editor.installEventFilter(self)
        self.notes_editor.hide()
        around.speech.bind(self.notes_editor.setAccessibleName, lambda words: words.say("Notes"))
        self.body.addWidget(self.notes_editor)
        around.speech.spoken.connect(self._redraw)
        self._redraw()

    @property
    def client(self) -> Client:
        """The client as it stands here."""
        return self._client

    def show_client(self, client: Client, known_tags: tuple[str, ...] = ()) -> None:
        """Show a client; `known_tags` complete what is typed."""
        self._client = client
        self._known.setStringList(list(known_tags))
        self._redraw()

    def forget(self) -> None:
        """Another client comes: close what is open."""
        self._adder.hide()
        self.text.setText("")
        self.notes_editor.hide()
        self.notes.show()

    def open_adder(self) -> None:
        """Let a preference be typed."""
        self._adder.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_notes(self) -> None:
        """Turn the notes into an editor."""
        self.notes_editor.setPlainText(self._client.notes)
        self.notes.hide()
        self.notes_editor.show()
        self.notes_editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editors(self) -> bool:
        """Leave what is open as it was; whether anything was open."""
        if self._adder.isVisibleTo(self):
            self._close_adder()
            return True
        if self.notes_editor.isVisibleTo(self):
            self._close_notes()
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Esc drops, Shift+Enter begins a new line of the notes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.notes_editor:
                return self._on_notes_key(event)
            if watched in (self.text, self.kind) and event.key() == Qt.Key.Key_Escape:
                self._close_adder()
                return True
        if (
            watched is self.notes_editor
            and isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason
        ):
            self._keep_notes()
        return super().eventFilter(watched, event)

    def _on_notes_key(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self._keep_notes()
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._close_notes()
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _build_adder(self) -> QWidget:
        adder = QWidget()
        row = QVBoxLayout(adder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.kind = QComboBox()
        self._around.speech.bind(
            self.kind.setAccessibleName, lambda words: words.say("Kind of preference")
        )
        self.text = QLineEdit()
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.text.setCompleter(completer)
        self._around.speech.bind(self.text.setAccessibleName, lambda words: words.say("Preference"))
        self._around.speech.bind(
            self.text.setPlaceholderText, lambda words: words.say("green, nickel, 17…")
        )
        self.text.installEventFilter(self)
        self.kind.installEventFilter(self)
        self.text.returnPressed.connect(self._on_added)
        row.addWidget(self.kind)
        row.addWidget(self.text)
        adder.hide()
        return adder

    def _redraw(self) -> None:
        words = self._around.words
        chosen = max(0, self.kind.currentIndex())
        self.kind.clear()
        for kind in TagKind:
            self.kind.addItem(labels.tag_kind_label(words, kind), kind)
        self.kind.setCurrentIndex(chosen)
        self.chips.clear()
        for tag in self._client.tags:
            self._add_chip(tag)
        add = QPushButton(words.say("+ add"))
        add.setProperty("kind", "tag-add")
        add.setAccessibleName(words.say("Add a preference"))
        add.setCursor(Qt.CursorShape.PointingHandCursor)
        add.setAutoDefault(False)
        add.clicked.connect(self.open_adder)
        self.chips.add(add)
        notes = self._client.notes
        self.notes.setText(notes or words.say("Add a note"))
        self.notes.setProperty("look", "value" if notes else "value-empty")
        self.notes.style().unpolish(self.notes)
        self.notes.style().polish(self.notes)
        self.notes.setAccessibleName(
            words.say("Notes: {notes}", notes=notes) if notes else words.say("Add a note")
        )

    def _add_chip(self, tag: Tag) -> None:
        chip = TagChip(self._around, tag)
        chip.removed.connect(lambda: self._change(without_tag(self._client, tag)))
        chip.searched.connect(lambda: self.tag_searched.emit(tag.text))
        self.chips.add(chip)

    def _on_added(self) -> None:
        text = self.text.text()
        if not text.strip():
            self._close_adder()
            return
        self.text.setText("")
        self._change(with_tag(self._client, Tag(TagKind(self.kind.currentData()), text.strip())))

    def _close_adder(self) -> None:
        self.text.setText("")
        self._adder.hide()
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_notes(self) -> None:
        if self.notes_editor.isVisibleTo(self):
            notes = self.notes_editor.toPlainText().strip()
            self._close_notes()
            self._change(replace(self._client, notes=notes))

    def _close_notes(self) -> None:
        self.notes_editor.hide()
        self.notes.show()

    def _change(self, client: Client) -> None:
        if client != self._client:
            self._client = client
            self._redraw()
            self.edited.emit(client)
