"""The one search field: results drop down as one types, Enter opens the card."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.lists import ClientLine
from kartoteka.domain.phones import show_phone
from kartoteka.i18n import Words
from kartoteka.i18n.labels import state_label
from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import BODY, SMALL, Theme
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.card_frame import label, restyle, said
from kartoteka.ui.widgets.chips import STATE_TONES, ChipText, capital, chip_width, paint_chip

if TYPE_CHECKING:
    from kartoteka.shop import Shop

FOUND = 8
"""So many clients drop down; more letters find the rest."""
ROW = 50
WIDEST = 560
NARROWEST = 230
Index = QModelIndex | QPersistentModelIndex


def look_up(shop: "Shop", text: str) -> list[ClientLine]:
    """The likeliest clients for a few letters or digits."""
    from kartoteka.shop import clients

    return clients.lines(shop, clients.find(shop, text, FOUND))


class _Found(QAbstractListModel):
    """The clients that were found."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self.lines: Sequence[ClientLine] = ()

    def show_lines(self, lines: Sequence[ClientLine]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        state = state_label(self._speech.words, line.state)
        return ", ".join(part for part in (line.name, self.phone(line), line.card, state) if part)

    def phone(self, line: ClientLine) -> str:
        return show_phone(line.phone) if line.phone else ""


class _FoundDelegate(QStyledItemDelegate):
    """Name, phone and card number, the state at the right."""

    def __init__(self, found: _Found, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self._found = found
        self._speech = speech
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._found.lines[index.row()]
        theme, words = self._theme, self._speech.words
        rect = QRect(option.rect)
        if index.row() == self.parent_row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), 8, 8)
        chip = ChipText(capital(state_label(words, line.state)), STATE_TONES[line.state])
        width = chip_width(theme, chip.text)
        box = QRectF(rect.right() - width - 14, rect.center().y() - 10, width, 21)
        paint_chip(painter, theme, chip, box)
        canvas = cells.Canvas(painter, rect, theme, words, theme.font())
        room = QRect(
            rect.left() + 16, rect.top(), int(box.left()) - rect.left() - 26, rect.height()
        )
        upper = QRect(room.left(), room.top() + 5, room.width(), 21)
        lower = QRect(room.left(), room.top() + 25, room.width(), 19)
        small = "  ·  ".join(
            part for part in (self._found.phone(line), line.card, line.city) if part
        )
        cells.line(canvas, upper if small else room, line.name, theme.font(BODY, bold=True))
        if small:
            cells.line(canvas, lower, small, theme.font(SMALL), "muted")

    parent_row: Callable[[], int] = staticmethod(lambda: -1)


class SearchDrop(QFrame):
    """The results, over the page and under the field; the focus stays in the field."""

    def __init__(self, window: QWidget, speech: Speech, theme: Theme) -> None:
        super().__init__(window)
        self.setObjectName("searchDrop")
        self.found = _Found(speech)
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _FoundDelegate(self.found, speech, theme)
        self._delegate.parent_row = lambda: self.list.currentIndex().row()
        self.list.setItemDelegate(self._delegate)
        self.list.entered.connect(self.list.setCurrentIndex)
        speech.bind(self.list.setAccessibleName, lambda words: words.say("Clients found"))
        self._nobody = said(speech, _nobody, "muted", wrap=True)
        self._nobody.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._nobody)
        self.hide()

    def show_lines(self, lines: Sequence[ClientLine], below: QWidget) -> None:
        """Show what was found under the field."""
        self.found.show_lines(lines)
        self._nobody.setVisible(not lines)
        self.list.setVisible(bool(lines))
        if lines:
            self.list.setCurrentIndex(self.found.index(0))
        parent = below.window()
        corner = below.mapTo(parent, QPoint(0, below.height() + 4))
        width = min(max(below.width(), 420), parent.width() - corner.x() - 8)
        wanted = len(lines) * ROW if lines else self._nobody.heightForWidth(width)
        height = min(wanted + 12, parent.height() - corner.y() - 8)
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Go up or down in the results."""
        if self.found.lines:
            row = (self.list.currentIndex().row() + step) % len(self.found.lines)
            self.list.setCurrentIndex(self.found.index(row))

    def current(self) -> int | None:
        """The id of the client that Enter opens."""
        row = self.list.currentIndex().row()
        return self.found.lines[row].id if 0 <= row < len(self.found.lines) else None


class SearchField(QFrame):
    """The field in the top bar; finds clients by any fragment while one types."""

    client_chosen = Signal(int)
    answered = Signal()
    """Results for the newest text are on the screen."""

    def __init__(self, desk: Desk, speech: Speech, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self.setFixedHeight(42)
        self.setMaximumWidth(WIDEST)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._speech = speech
        self._theme = theme
        self._drop: SearchDrop | None = None
        self._answered_text = ""
        self._open_when_answered = False
        self.input = QLineEdit()
        self.input.setObjectName("searchInput")
        self.input.textEdited.connect(self._on_edited)
        self.input.installEventFilter(self)
        speech.bind(self.input.setPlaceholderText, _hint)
        speech.bind(self.input.setAccessibleName, lambda words: words.say("Search"))
        self._sign = QLabel()
        theme.dress(self._show_sign, "search", "muted", 20)
        self._key = label("key", "Ctrl K")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.input, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.input)

    @property
    def drop(self) -> SearchDrop:
        """The list of results; made when it is first needed."""
        if self._drop is None:
            self._drop = SearchDrop(self.window(), self._speech, self._theme)
            self._drop.list.clicked.connect(lambda _: self._choose())
        return self._drop

    def begin(self, text: str = "") -> None:
        """Take the focus; `text` was typed somewhere else and begins a new search."""
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.input.setText(text)
            self._on_edited(text)
        else:
            self.input.selectAll()

    def leave(self) -> None:
        """Close the results and empty the field."""
        self.input.clear()
        self._answered_text = ""
        self._open_when_answered = False
        if self._drop is not None:
            self._drop.hide()

    @property
    def is_dropped(self) -> bool:
        """Whether results are on the screen."""
        return self._drop is not None and self._drop.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc while the focus is in the field."""
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "lit", kind is QEvent.Type.FocusIn)
            if kind is QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._hide_unless_focused)
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.is_dropped:
            self.drop.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        if key == Qt.Key.Key_Escape and (self.input.text() or self.is_dropped):
            self.leave()
            return True
        return False

    def _on_edited(self, text: str) -> None:
        text = text.strip()
        if not text:
            self.leave()
            return
        self._desk.ask(
            lambda shop: (text, look_up(shop, text)), self._on_found, key=("search", id(self))
        )

    def _on_found(self, answer: tuple[str, list[ClientLine]]) -> None:
        text, lines = answer
        if text != self.input.text().strip():
            return
        self._answered_text = text
        if self._open_when_answered:
            self._open_when_answered = False
            if lines:
                self._go(lines[0].id)
                return
        self.drop.show_lines(lines, self)
        self.answered.emit()

    def _choose(self) -> None:
        text = self.input.text().strip()
        if text and text != self._answered_text:
            self._open_when_answered = True
            return
        client = self.drop.current() if self.is_dropped else None
        if client is not None:
            self._go(client)

    def _go(self, client: int) -> None:
        self.leave()
        self.client_chosen.emit(client)

    def _hide_unless_focused(self) -> None:
        if self._drop is not None and not self.input.hasFocus():
            self._drop.hide()

    def _show_sign(self, icon: QIcon) -> None:
        self._sign.setPixmap(icon.pixmap(20, 20))


def _hint(words: Words) -> str:
    return words.say("Name, phone, card number or note…")


def _nobody(words: Words) -> str:
    return words.say("Nobody found. Other letters, or a part of the phone number, may help.")
