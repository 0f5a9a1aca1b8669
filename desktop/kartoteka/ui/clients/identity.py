"""The left card: who the client is, every field edited in place."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kartoteka.domain.clients import Client, Kind
from kartoteka.domain.errors import RuleBroken
from kartoteka.i18n import labels
from kartoteka.ui.clients.breaking import breakable
from kartoteka.ui.clients.card_presenter import FieldWriter, initials
from kartoteka.ui.clients.editors import FieldRow, Link, Tone, ValueLabel
from kartoteka.ui.clients.fields import (
    NAMES,
    Field,
    Place,
    Reading,
    addable,
    draft_places,
    name_places,
    with_text,
)
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import HEAD, Theme
from kartoteka.ui.widgets.card_frame import CardFrame, said
from kartoteka.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from kartoteka.shop.clients import CardView

AVATAR = 52
LONGEST_IN_NAME = 12
"""Letters of a large name that stand in one line beside the round sign."""


class Avatar(QWidget):
    """Two letters on a round ground; decoration beside the name that says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letters = ""
        self.setFixedSize(QSize(AVATAR, AVATAR))
        theme.changed.connect(self.update)

    def show_letters(self, letters: str) -> None:
        """Show these."""
        self._letters = letters
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the round sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        box = QRectF(self.rect())
        painter.drawEllipse(box)
        painter.setFont(self._theme.font(HEAD + 4, bold=True))
        painter.setPen(self._theme.color("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letters)


class IdentityCard(CardFrame):
    """Shows a client field by field, and tells what the card becomes when one is edited."""

    edited = Signal(object)
    """The client after an edit that was accepted here."""
    save_wanted = Signal()
    """Enter in the draft of a new client."""
    dialog_wanted = Signal(object)
    """A place whose value needs a dialog."""
    phone_typed = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(edge="top", spacing=6)
        self._around = around
        self._client = Client()
        self._view: CardView | None = None
        self._draft = False
        self._writer = FieldWriter(around.words, "other")
        self._reading: Reading | None = None
        self._rows: dict[Place, FieldRow] = {}
        self._extra: list[Place] = []
        self._avatar = Avatar(around.theme)
        self._name = ValueLabel()
        self._name.setProperty("look", "value-title")
        self._name.opened.connect(self._on_name_opened)
        self.chip = Chip(around.theme)
        self._hint = said(
            around.speech,
            lambda words: words.say(
                "A name or a phone is enough. Enter adds the client, Tab moves on."
            ),
            "hint",
            wrap=True,
        )
        self.kinds = QComboBox()
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.activated.connect(self._on_kind)
        around.speech.bind(
            self.kinds.setAccessibleName, lambda words: words.say("Person or company")
        )
        self._build_head()
        self._column = QVBoxLayout()
        self._column.setSpacing(5)
        self.body.addLayout(self._column)
        self.add = Link()
        around.speech.bind(self.add.setText, lambda words: words.say("+ Add a field"))
        self.add.opened.connect(self._on_add)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def client(self) -> Client:
        """The client as it stands here, edits included."""
        return self._client

    @property
    def editing(self) -> bool:
        """Whether any field is open."""
        return any(row.editing for row in self._rows.values())

    def row(self, place: Place) -> FieldRow | None:
        """The row of a place, if it is shown."""
        return self._rows.get(place)

    def show_client(
        self,
        client: Client,
        view: "CardView | None",
        writer: FieldWriter,
        reading: Reading,
    ) -> None:
        """Show a saved card; open editors keep what is typed in them."""
        self._start(client, view, writer, reading, draft=False)

    def show_draft(self, client: Client, writer: FieldWriter, reading: Reading) -> None:
        """Show a card that is not in the book yet: all main fields open."""
        self._extra = []
        self._start(client, None, writer, reading, draft=True)

    def forget(self) -> None:
        """Another client comes: close everything that is open."""
        self._extra = []
        for row in self._rows.values():
            row.deleteLater()
            row.hide()
            self._column.removeWidget(row)
        self._rows.clear()

    def open(self, place: Place) -> None:
        """Open the editor of a place, adding its row when it has none yet."""
        if place not in self._rows:
            self._extra.append(place)
            self._redraw()
        self._rows[place].open_editor()

    def tell(self, place: Place, sentence: str, typed: str) -> None:
        """The book refused a value: put it back into its editor with the reason."""
        if place not in self._rows:
            self._extra.append(place)
            self._redraw()
        row = self._rows[place]
        row.put_text(typed)
        row.tell(sentence, Tone.PROBLEM)

    def focus_first(self) -> None:
        """Stand on the first field, so that Tab goes through the card from its top."""
        row = next(iter(self._rows.values()), None)
        if row is not None:
            row.focus_target.setFocus(Qt.FocusReason.TabFocusReason)

    def close_editors(self) -> bool:
        """Close what is open without saving; True when something was."""
        was_open = self.editing
        for row in self._rows.values():
            row.close_editor()
        self._extra = []
        self._redraw()
        return was_open

    def submit_open(self) -> bool:
        """Take what stands in all open editors; False when one of them holds what cannot be."""
        accepted = [
            self._take(place, row.typed) for place, row in list(self._rows.items()) if row.editing
        ]
        return all(accepted)

    def redraw(self, writer: FieldWriter) -> None:
        """Show the same in another language."""
        self._writer = writer
        self._redraw()

    def focus_name(self) -> None:
        """Put the keyboard into the first field of the name."""
        self.open(name_places(self._client.kind)[0])

    # -------------------------------------------------------------------------------------------

    def _start(
        self,
        client: Client,
        view: "CardView | None",
        writer: FieldWriter,
        reading: Reading,
        *,
        draft: bool,
    ) -> None:
        self._client, self._view, self._draft = client, view, draft
        self._writer, self._reading = writer, reading
        self._redraw()

    def _build_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addWidget(self._name)
        chips = QHBoxLayout()
        chips.setContentsMargins(4, 0, 0, 0)
        chips.addWidget(self.chip)
        names.addLayout(chips)
        names.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._hint)
        self.body.addSpacing(4)

    def _redraw(self) -> None:
        words = self._around.words
        name = self._client.full_name or (words.say("New client") if self._draft else "—")
        self._name.setText(breakable(name, LONGEST_IN_NAME))
        self._name.setAccessibleName(words.say("Name: {name}", name=name))
        self._avatar.show_letters(initials(self._client))
        self.chip.setVisible(not self._draft and bool(self.chip.text))
        self.kinds.setVisible(self._draft)
        self._hint.setVisible(self._draft)
        self.kinds.clear()
        for kind in Kind:
            self.kinds.addItem(labels.kind_label(words, kind), kind)
        self.kinds.setCurrentIndex(list(Kind).index(self._client.kind))
        self._lay_rows()

    def _shown_places(self) -> list[Place]:
        if self._draft:
            places = draft_places(self._client.kind)
        else:
            places = self._writer.places(self._client, self._view)
        names = [place for place in self._extra if place.field in NAMES and place not in places]
        others = [
            place for place in self._extra if place.field not in NAMES and place not in places
        ]
        return [*names, *places, *others]

    def _lay_rows(self) -> None:
        wanted = self._shown_places()
        for place in [place for place in self._rows if place not in wanted]:
            row = self._rows.pop(place)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, place in enumerate(wanted):
            row = self._rows.get(place) or self._make_row(place)
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
                row.show()
            row.show_view(self._writer.view(self._client, place, self._view))
            if self._draft and not row.editing:
                row.open_editor(focus=False)
        self._set_tab_order(wanted)
        self.add.setVisible(bool(self._menu_places()))

    def _set_tab_order(self, wanted: list[Place]) -> None:
        before: QWidget = self._name
        for place in wanted:
            QWidget.setTabOrder(before, self._rows[place].focus_target)
            before = self._rows[place].focus_target
        QWidget.setTabOrder(before, self.add)

    def _make_row(self, place: Place) -> FieldRow:
        row = FieldRow(self)
        self._rows[place] = row
        row.submitted.connect(lambda text: self._take(place, text))
        row.left.connect(lambda step: self._go_on(place, step))
        row.cancelled.connect(lambda: self._on_cancelled(place))
        row.dialog_wanted.connect(lambda: self.dialog_wanted.emit(place))
        row.entered.connect(self._on_entered)
        if place.field is Field.PHONE:
            row.typing.connect(self.phone_typed)
        return row

    def _take(self, place: Place, text: str) -> bool:
        """Read what was typed; False when it stays open with a sentence beside it."""
        row = self._rows.get(place)
        if row is None or self._reading is None:
            return True
        try:
            changed = with_text(self._client, place, text, self._reading)
        except RuleBroken as broken:
            row.tell(self._writer.refusal(broken), Tone.PROBLEM)
            return False
        if self._draft:
            self._client = changed
            row.tell(self._writer.view(changed, place).warning, Tone.WARNING)
            self._name.setText(
                breakable(
                    changed.full_name or self._around.words.say("New client"), LONGEST_IN_NAME
                )
            )
            self._avatar.show_letters(initials(changed))
            return True
        refocus = row.isAncestorOf(self.focusWidget() or self)
        row.close_editor(refocus=refocus)
        if changed != self._client:
            self._client = changed
            self._drop_extra(place)
            self.edited.emit(changed)
        else:
            self._drop_extra(place)
        return True

    def _drop_extra(self, place: Place) -> None:
        if place in self._extra:
            self._extra.remove(place)
        self._redraw()

    def _go_on(self, place: Place, step: int) -> None:
        """Tab: the next editor opens, unless this one kept an unreadable text."""
        row = self._rows.get(place)
        if row is not None and row.editing and not self._draft:
            return
        places = self._shown_places()
        at = (places.index(place) if place in places else 0) + step
        if not 0 <= at < len(places):
            self.focusNextPrevChild(step > 0)
            return
        target = self._rows[places[at]]
        if places[at].field in (Field.CONSENTS, Field.PERSON, Field.RECOMMENDED_BY):
            target.focus_target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            target.open_editor()

    def _on_cancelled(self, place: Place) -> None:
        if not self._draft and place in self._extra:
            self._extra.remove(place)
            # The row may not go while it handles its own key.
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            self._redraw()

    def _on_entered(self) -> None:
        if self._draft:
            self.save_wanted.emit()

    def _on_name_opened(self) -> None:
        if self._draft:
            self.focus_name()
            return
        self._extra += [
            place for place in name_places(self._client.kind) if place not in self._extra
        ]
        self._redraw()
        self.open(name_places(self._client.kind)[0])

    def _on_kind(self, index: int) -> None:
        self._client = replace(self._client, kind=Kind(self.kinds.itemData(index)))
        self._redraw()
        self.focus_name()

    def _menu_places(self) -> list[Place]:
        if self._reading is None:
            return []
        shown = set(self._shown_places())
        places = addable(self._client, self._reading.country)
        if self._draft:
            places = [place for place in places if place.field is not Field.PERSON]
        return [place for place in places if place not in shown]

    def _on_add(self) -> None:
        menu = QMenu(self)
        for place in self._menu_places():
            menu.addAction(self._writer.view(self._client, place).label, self._opener(place))
        menu.exec(self.add.mapToGlobal(self.add.rect().bottomLeft()))
        menu.deleteLater()

    def _opener(self, place: Place) -> Callable[[], None]:
        def run() -> None:
            if place.field in (Field.PERSON, Field.RECOMMENDED_BY):
                self.dialog_wanted.emit(place)
            else:
                self.open(place)

        return run
