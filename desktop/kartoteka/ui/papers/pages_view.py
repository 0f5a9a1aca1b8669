"""Shows the pages of a PDF as they will be printed: front and back side by side, then the next."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings

GAP = 18.0
MARGIN = 18.0
SHADOW = QColor(0, 0, 0, 26)
PAPER = QColor("#FFFFFF")
LEAST_ZOOM, MOST_ZOOM, STEP = 1.0, 4.0, 1.25


@dataclass(frozen=True, slots=True)
class Placed:
    """A page and where it lies on the ground, in logical pixels."""

    page: int
    box: QRectF


def lay_out(sizes: list[QSizeF], room: QSizeF, zoom: float) -> tuple[list[Placed], QSizeF]:
    """Lay pages out in pairs, front and back facing; at zoom 1 the largest pair fits the room.

    A single page stands alone. The second value is the size of the ground.
    """
    if not sizes:
        return [], QSizeF()
    across = min(2, len(sizes))
    widest = max(size.width() for size in sizes)
    highest = max(size.height() for size in sizes)
    scale = min(
        (room.width() - 2 * MARGIN - (across - 1) * GAP) / (across * widest),
        (room.height() - 2 * MARGIN) / highest,
    )
    scale = max(scale, 0.05) * zoom
    wide = 2 * MARGIN + across * widest * scale + (across - 1) * GAP
    rows = (len(sizes) + across - 1) // across
    high = 2 * MARGIN + rows * highest * scale + (rows - 1) * GAP
    left = max(0.0, (room.width() - wide) / 2) + MARGIN
    top = max(0.0, (room.height() - high) / 2) + MARGIN
    placed = []
    for page, size in enumerate(sizes):
        row, column = divmod(page, across)
        at = QPointF(left + column * (widest * scale + GAP), top + row * (highest * scale + GAP))
        placed.append(Placed(page, QRectF(at, size * scale)))
    return placed, QSizeF(max(wide, room.width()), max(high, room.height()))


class PagesView(QAbstractScrollArea):
    """The preview; Ctrl with plus and minus changes the size, the arrows move the paper."""

    def __init__(self, around: Surroundings) -> None:
        """Nothing is shown until `show_pdf`."""
        super().__init__()
        self._around = around
        self._document = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self._placed: list[Placed] = []
        self._images: dict[tuple[int, int, int], QImage] = {}
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("pages")
        self.setMinimumSize(QSize(200, 160))
        self.viewport().setAutoFillBackground(False)
        around.theme.changed.connect(self.viewport().update)
        around.speech.spoken.connect(self._say)
        self._say()

    @property
    def document(self) -> QPdfDocument:
        """The document that is shown."""
        return self._document

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(self._document.pageCount())

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document; empty bytes show none."""
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        if pdf:
            self._buffer.setData(self._bytes)
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        self._lay_out()
        self._say()

    def text(self) -> str:
        """All words of the pages, for screen readers and for tests."""
        parts = [self._document.getAllText(page).text() for page in range(self.pages)]
        return "\n".join(parts)

    def set_zoom(self, zoom: float) -> None:
        """1 fits the pages into the view."""
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._lay_out()

    def zoom(self, _checked: bool = False, *, nearer: bool) -> None:
        """One step nearer or farther."""
        self.set_zoom(self._zoom * STEP if nearer else self._zoom / STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms, as everywhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(nearer=event.angleDelta().y() > 0)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and zero with Ctrl; the rest scrolls or goes to the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.zoom(nearer=True)
                return
            if event.key() == Qt.Key.Key_Minus:
                self.zoom(nearer=False)
                return
            if event.key() == Qt.Key.Key_0:
                self.set_zoom(1.0)
                return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages with a faint shadow on the paper ground."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._around.theme.color("background"))
        painter.drawRoundedRect(QRectF(self.viewport().rect()), 8, 8)
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for placed in self._placed:
            box = placed.box.translated(-offset)
            if not box.intersects(QRectF(self.viewport().rect())):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(SHADOW)
            painter.drawRect(box.adjusted(-1, 0, 1, 3))
            painter.setBrush(PAPER)
            painter.drawRect(box)
            painter.drawImage(box, self._image(placed.page, box.size()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._around.theme.color("accent"))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _image(self, page: int, size: QSizeF) -> QImage:
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (page, pixels.width(), pixels.height())
        if key not in self._images:
            self._images = {
                kept: image for kept, image in self._images.items() if kept[1:] == key[1:]
            }
            self._images[key] = self._document.render(page, pixels)
        return self._images[key]

    def _lay_out(self) -> None:
        sizes = [self._document.pagePointSize(page) for page in range(self.pages)]
        room = QSizeF(self.viewport().size())
        self._placed, ground = lay_out(sizes, room, self._zoom)
        self._images.clear()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), ground.width(), room.width()),
            (self.verticalScrollBar(), ground.height(), room.height()),
        ):
            bar.setPageStep(int(shown))
            bar.setSingleStep(30)
            bar.setRange(0, max(0, round(whole - shown)))
        self.viewport().update()

    def _say(self) -> None:
        self.setAccessibleName(_name(self._around.words, self.pages))
        self.setAccessibleDescription(self.text())


def _name(words: Words, pages: int) -> str:
    if not pages:
        return words.say("Preview")
    return words.count("Preview, {number} page", "Preview, {number} pages", pages)
