"""Between the fronts and the backs: how the stack goes back into the printer, in a picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.placing import Sides
from kartoteka.ui.theme import LARGE, Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import label, said

TURN_WIDTH = 460
UPRIGHT, WIDE = QSize(78, 110), QSize(110, 78)
GAP = 92
"""Between the two sheets of the picture, for the arrow."""


class TurnPicture(QWidget):
    """The printed sheet, an arrow around the edge that it turns about, and the empty back."""

    def __init__(self, theme: Theme, edge: Sides) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = WIDE if edge is Sides.SHORT_EDGE else UPRIGHT
        self._edge = edge
        self.setFixedSize(2 * self._sheet.width() + GAP + 8, self._sheet.height() + 40)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Side 1, the arrow, side 2; the top of both is marked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._sheet.width(), self._sheet.height()
        first = QRectF(4, 32, wide, high)
        second = first.translated(wide + GAP, 0)
        self._paint_sheet(painter, first, "1", printed=True)
        self._paint_sheet(painter, second, "2", printed=False)
        painter.setPen(QPen(self._theme.color("accent"), 3, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._edge is Sides.SHORT_EDGE:
            self._paint_arrow(painter, first.center(), second.center(), -high / 2 - 4)
        else:
            middle = first.top() + high / 2
            start, end = QPointF(first.right() + 14, middle), QPointF(second.left() - 14, middle)
            self._paint_arrow(painter, start, end, -26)

    def _paint_sheet(self, painter: QPainter, box: QRectF, side: str, *, printed: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("line"), 1.5))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(theme.color("accent" if printed else "gone"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(box.left() + 10, box.top() + 10, box.width() - 20, 5), 2, 2)
        painter.setPen(theme.color("accent" if printed else "muted"))
        painter.setFont(theme.font(LARGE, bold=True))
        painter.drawText(box.adjusted(0, 12, 0, 0), int(Qt.AlignmentFlag.AlignCenter), side)

    def _paint_arrow(self, painter: QPainter, start: QPointF, end: QPointF, rise: float) -> None:
        """A bow from one sheet to the other; it rises over the edge about which they turn."""
        if self._edge is Sides.SHORT_EDGE:
            start = QPointF(start.x(), start.y() + rise)
            end = QPointF(end.x(), end.y() + rise)
            rise = -22
        path = QPainterPath(start)
        middle = QPointF((start.x() + end.x()) / 2, start.y() + 2 * rise)
        path.quadTo(middle, end)
        painter.drawPath(path)
        painter.drawPolyline(
            [QPointF(end.x() - 11, end.y() - 9), end, QPointF(end.x() + 1, end.y() - 14)]
        )


class TurnDialog(QDialog):
    """The fronts are printed; accepted: print the backs."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        edge: Sides = Sides.LONG_EDGE,
        sheets: int = 1,
    ) -> None:
        """`sheets` have come out and go back."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        speech = around.speech

        def title(words: Words) -> str:
            return words.say("Turn the sheet over") if sheets == 1 else words.say("Turn the stack")

        speech.bind(self.setWindowTitle, title)
        self.setMinimumWidth(TURN_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(said(speech, title, "head"))
        picture = TurnPicture(around.theme, edge)
        phrase = _like_a_calendar if edge is Sides.SHORT_EDGE else _like_a_book
        speech.bind(picture.setAccessibleName, phrase)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        how = label("muted", wrap=True)
        speech.bind(how.setText, phrase)
        column.addWidget(how)
        row = QHBoxLayout()
        row.addStretch(1)
        stop = Button(around.theme, speech, _no_backs, key="Esc")
        stop.clicked.connect(self.reject)
        row.addWidget(stop)
        self.go = Button(around.theme, speech, _print_backs, icon="printer", kind="primary")
        self.go.clicked.connect(self.accept)
        row.addWidget(self.go)
        column.addLayout(row)
        self.go.setFocus()


def _like_a_book(words: Words) -> str:
    return words.say(
        "The fronts are printed. Put the stack back into the printer, turned over like a page of a"
        " book, with its top where it was. Then the backs fall exactly behind the fronts."
    )


def _like_a_calendar(words: Words) -> str:
    return words.say(
        "The fronts are printed. Put the stack back into the printer, turned over like a page of a"
        " wall calendar. Then the backs fall exactly behind the fronts."
    )


def _no_backs(words: Words) -> str:
    return words.say("Without the backs")


def _print_backs(words: Words) -> str:
    return words.say("Print the backs")
