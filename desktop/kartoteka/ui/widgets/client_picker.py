"""A dialog that finds one client by any fragment while typing."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.lists import ClientLine, Filter, Order
from kartoteka.domain.phones import show_phone
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import said

if TYPE_CHECKING:
    from kartoteka.shop import Shop

MOST = 50
ROW = 34
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def _find(shop: "Shop", text: str) -> list[ClientLine]:
    from kartoteka.shop import clients

    if text.strip():
        ids: Sequence[int] = clients.find(shop, text, MOST)
    else:
        ids = clients.find_ids(shop, Filter(), Order.LAST_VISIT)[:MOST]
    return clients.lines(shop, ids)


class ClientPicker(QDialog):
    """Choose a client: type, arrows, Enter. `nobody` adds a button that chooses none."""

    chosen = Signal(object)
    """The client's id; None when nobody was chosen on purpose."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        title: Callable[[Words], str],
        nobody: Callable[[Words], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title(around.words))
        self.resize(460, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(said(around.speech, title, "head", wrap=True))
        self.input = QLineEdit()
        around.speech.bind(
            self.input.setPlaceholderText,
            lambda words: words.say("Name, phone, card number or note…"),
        )
        around.speech.bind(self.input.setAccessibleName, lambda words: words.say("Find a client"))
        self.input.installEventFilter(self)
        self.input.textChanged.connect(self._ask)
        column.addWidget(self.input)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around.speech.bind(self.list.setAccessibleName, lambda words: words.say("Clients found"))
        self.list.itemActivated.connect(lambda _: self._choose())
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        if nobody is not None:
            none = Button(around.theme, around.speech, nobody)
            none.clicked.connect(lambda: self._finish(None))
            row.addWidget(none)
        row.addStretch(1)
        cancel = Button(around.theme, around.speech, lambda words: words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.take = Button(
            around.theme, around.speech, lambda words: words.say("Choose"), kind="primary"
        )
        self.take.clicked.connect(self._choose)
        row.addWidget(self.take)
        column.addLayout(row)
        self._ask("")
        self.input.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list; Enter chooses."""
        if watched is self.input and event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event).key()
            if key in _STEPS:
                row = self.list.currentRow() + _STEPS[Qt.Key(key)]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _ask(self, text: str) -> None:
        self._around.desk.ask(lambda shop: _find(shop, text), self._show, key=self)

    def _show(self, lines: list[ClientLine]) -> None:
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(_line_words(self._around.words, line))
            item.setSizeHint(QSize(0, ROW))
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if lines else -1)
        self.take.setEnabled(bool(lines))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._finish(int(item.data(Qt.ItemDataRole.UserRole)))

    def _finish(self, client: int | None) -> None:
        self.chosen.emit(client)
        self.accept()


def _line_words(words: Words, line: ClientLine) -> str:
    if line.phone is None:
        return line.name
    return words.say("{name}, {phone}", name=line.name, phone=show_phone(line.phone))
