"""The first rows of a file with a box over each column that says what it is read as."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.imports.labels import field_label
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.card_frame import ElidedLabel, restyle, scrolling

if TYPE_CHECKING:
    from kartoteka.shop.looking import Look

COLUMN = 192
ROW = 26
SHOWN_ROWS = 4
MOST_COLUMNS = 60
"""Wider tables are real (exports of web shops), but nobody reads them whole."""


class ColumnsTable(QWidget):
    """Boxes and sample cells in columns; scrolls sideways where there are many."""

    field_chosen = Signal(int, str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._look: Look | None = None
        self.boxes: list[QComboBox] = []
        self._area: QScrollArea | None = None
        self._whole = QGridLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        around.speech.spoken.connect(self._say)

    def show_look(self, look: "Look") -> None:
        """Show another file, or the same one read in another way."""
        focused = next((at for at, box in enumerate(self.boxes) if box.hasFocus()), None)
        self._look = look
        self._build(look)
        if focused is not None and focused < len(self.boxes):
            self.boxes[focused].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the box that got the focus into view; the wheel scrolls, it chooses nothing."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and self._area:
            self._area.ensureWidgetVisible(watched)
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # -------------------------------------------------------------------------------------------

    def _build(self, look: "Look") -> None:
        if self._area is not None:
            self._whole.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        content = QWidget()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setContentsMargins(2, 2, 2, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        self.boxes = []
        for at, column in enumerate(look.columns[:MOST_COLUMNS]):
            box = self._box(look, at)
            self.boxes.append(box)
            grid.addWidget(box, 0, at)
            head = _cell(column.name, "small-strong")
            head.setFixedHeight(ROW)
            grid.addWidget(head, 1, at)
            for row, text in enumerate(column.samples[:SHOWN_ROWS]):
                cell = _cell(text, "small" if column.field else "hint")
                cell.setFixedHeight(ROW)
                grid.addWidget(cell, row + 2, at)
        grid.setColumnStretch(len(self.boxes), 1)
        grid.setRowStretch(SHOWN_ROWS + 2, 1)
        self._area = scrolling(content)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole.addWidget(self._area, 0, 0)
        self.setFixedHeight(
            38 + (min(len(look.columns[0].samples), SHOWN_ROWS) + 1) * (ROW + 2) + 24
        )
        self._say()

    def _box(self, look: "Look", at: int) -> QComboBox:
        box = QComboBox()
        box.setFixedWidth(COLUMN)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(16)
        box.installEventFilter(self)
        for field in ("", *look.fields):
            box.addItem(field_label(self._around.words, field), field)
        box.setCurrentIndex(max(0, box.findData(look.columns[at].field)))
        restyle(box, "unread", not look.columns[at].field)
        box.activated.connect(self._chooser(at, box))
        return box

    def _chooser(self, at: int, box: QComboBox) -> Callable[[int], None]:
        return lambda _: self.field_chosen.emit(at, str(box.currentData()))

    def _say(self) -> None:
        words, look = self._around.words, self._look
        if look is None:
            return
        for at, box in enumerate(self.boxes):
            for item in range(box.count()):
                box.setItemText(item, field_label(words, str(box.itemData(item))))
            box.setAccessibleName(_box_name(words, look.columns[at].name))


def _cell(text: str, look: str) -> ElidedLabel:
    cell = ElidedLabel(" ".join(text.split()), look=look)
    cell.setMaximumWidth(COLUMN)
    cell.setContentsMargins(11, 0, 4, 0)
    return cell


def _box_name(words: Words, column: str) -> str:
    return words.say("The column “{name}” is read as", name=column)
