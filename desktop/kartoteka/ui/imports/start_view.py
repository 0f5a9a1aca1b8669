"""Where an import begins: drop a file or choose one; below, the imports that were made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.imports import presenter
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, said
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from kartoteka.shop.imports import PastImport

ROW = 54
SIDE = 340
SIDE_FROM = 760


class DropZone(QFrame):
    """A dashed place that lights up while a file hangs over the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lit = False
        theme.changed.connect(self.update)

    def light(self, on: bool) -> None:
        """A file hangs over it, or not."""
        self._lit = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("accent" if self._lit else "tick"), 1.6)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("accent_soft" if self._lit else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class StartView(QWidget):
    """The drop zone, and what was imported before."""

    file_wanted = Signal()
    export_wanted = Signal()
    take_back_wanted = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._past: Sequence[PastImport] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(said(around.speech, _title, "title"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._drop(), 1)
        row.addWidget(self._earlier())
        column.addLayout(row, 1)

    def show_past(self, past: "Sequence[PastImport]") -> None:
        """The imports that were made, newest first."""
        self._past = past
        self.table.lazy.set_rows(past)
        self._card.setVisible(bool(past) and self.width() >= SIDE_FROM)
        if past:
            self.table.setCurrentIndex(self.table.lazy.index(0, 0))
        self._on_row()

    def _drop(self) -> DropZone:
        around = self._around
        self.zone = DropZone(around.theme)
        self.choose = Button(
            around.theme, around.speech, _choose, icon="folder-open", kind="primary", key="Ctrl+O"
        )
        self.choose.clicked.connect(self.file_wanted)
        inside = QVBoxLayout(self.zone)
        inside.addWidget(
            EmptyPage(around.theme, around.speech, "upload", _drop_it, _what, self.choose)
        )
        return self.zone

    def _earlier(self) -> CardFrame:
        around = self._around
        column: Column[PastImport] = Column(
            head=lambda words: words.say("File"),
            text=lambda words, past: words.say(
                "{file}, {told}", file=past.file_name, told=presenter.past_words(words, past)
            ),
            paint=cells.two_lines(lambda _, past: past.file_name, presenter.past_words),
            stretch=True,
        )
        model: LazyModel[PastImport] = LazyModel(
            around, [column], lambda _shop, _ids: (), lambda past: past.id
        )
        self.table = LazyTable(around, model, ROW)
        self.table.horizontalHeader().hide()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        around.speech.bind(self.table.setAccessibleName, _earlier_words)
        self.take_back = Button(around.theme, around.speech, _take_back, icon="undo-2")
        self.take_back.clicked.connect(self._on_take_back)
        self._card = CardFrame(margin=12, spacing=8)
        self._card.setFixedWidth(SIDE)
        self._card.body.addWidget(said(around.speech, _earlier_words, "head"))
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.hide()
        return self._card

    def _chosen(self) -> "PastImport | None":
        row = self.table.currentIndex().row()
        return self._past[row] if 0 <= row < len(self._past) else None

    def _on_row(self) -> None:
        past = self._chosen()
        self.take_back.setEnabled(past is not None and past.undone_at is None)

    def _on_take_back(self) -> None:
        past = self._chosen()
        if past is not None:
            self.take_back_wanted.emit(past.id)


def _title(words: Words) -> str:
    return words.say("Import from a file")


def _choose(words: Words) -> str:
    return words.say("Choose a file")


def _drop_it(words: Words) -> str:
    return words.say("Drop a file with clients or purchases here")


def _what(words: Words) -> str:
    return words.say(
        "CSV, XLSX, XLS, ODS or vCard, from any other program. You see what will "
        "happen first, and can undo it all afterwards."
    )


def _earlier_words(words: Words) -> str:
    return words.say("Earlier imports")


def _take_back(words: Words) -> str:
    return words.say("Undo the import")
