"""How the card page lays its columns: three in a large window, two in a small one, scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from kartoteka.ui.clients.side import SidePanel
from kartoteka.ui.theme import GAP
from kartoteka.ui.widgets.card_frame import scrolling

LEFT, RIGHT, DRAFT = 296, 320, 480
"""Pixels of the outer columns where there is room, and of the form of a new client."""
WIDE = 920
"""A narrower page puts the right column under the middle one, its buttons over it."""
UNLIMITED = 16_777_215
LAYOUT_TURNS = 5


class Columns(QWidget):
    """The left column of cards, the middle one whose last card grows, and the right side."""

    def __init__(self, left: Sequence[QWidget], middle: Sequence[QWidget], side: SidePanel) -> None:
        super().__init__()
        self._left, self._middle, self._side = (
            _column(left, grows=False),
            _column(middle, grows=True),
            side,
        )
        self._wide: bool | None = None
        self._content = QWidget()
        self._content.setObjectName("content")
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(22, 18, 22, 18)
        self._grid.setSpacing(GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self._content))
        for part in (*left, side):
            part.installEventFilter(self)
        self._arrange()

    def show_draft(self, on: bool) -> None:
        """A draft has a wide left column and nothing beside it."""
        self._left.setFixedWidth(DRAFT if on else LEFT)
        self._middle.setVisible(not on)
        self._side.setVisible(not on)
        self._side.buttons.setVisible(not on)

    def lay_out_now(self) -> None:
        """Find all heights before the first picture: wrapped lines ask for theirs in turns."""
        for _ in range(LAYOUT_TURNS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._lay_out_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns or three."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that was squeezed tells the scrolled page, which its layouts may forget to."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            QTimer.singleShot(0, self, self._lay_out_again)
        return super().eventFilter(watched, event)

    def _lay_out_again(self) -> None:
        wanted = self._content.minimumSizeHint().height()
        if wanted != self._content.minimumHeight():
            self._content.setMinimumHeight(wanted)

    def _arrange(self) -> None:
        wide = self.width() >= WIDE
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self._left, self._middle, self._side, self._side.buttons):
            self._grid.removeWidget(part)
        self._side.setMinimumWidth(RIGHT if wide else 0)
        self._side.setMaximumWidth(RIGHT if wide else UNLIMITED)
        if wide:
            self._grid.addWidget(self._left, 0, 0)
            self._grid.addWidget(self._middle, 0, 1)
            self._grid.addWidget(self._side, 0, 2)
            self._side.take_buttons()
        else:
            self._grid.addWidget(self._left, 0, 0, 3, 1)
            self._grid.addWidget(self._side.buttons, 0, 1)
            self._grid.addWidget(self._middle, 1, 1)
            self._grid.addWidget(self._side, 2, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0 if wide else 1, 1)
        self._grid.setRowStretch(1 if wide else 0, 0)


def _column(parts: Sequence[QWidget], *, grows: bool) -> QWidget:
    """Parts one below the other; the last one takes what is left, or nobody does."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for part in parts:
        layout.addWidget(part, 1 if grows and part is parts[-1] else 0)
    if not grows:
        layout.addStretch(1)
    return column
