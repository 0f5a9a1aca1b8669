"""How cells of tables are painted: two lines, chips, the rhythm bar, a box to tick."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QTableView, QToolTip

from kartoteka.i18n import Words
from kartoteka.ui.theme import BODY, SMALL, Theme
from kartoteka.ui.widgets.chips import ChipText, paint_chips
from kartoteka.ui.widgets.rhythm_bar import RhythmMark, paint_rhythm

T = TypeVar("T")
PAD = 10
AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
BOX = 16


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where and with what a cell is painted."""

    painter: QPainter
    rect: QRect
    theme: Theme
    words: Words
    font: QFont

    @property
    def inside(self) -> QRect:
        """The cell without its margins."""
        return self.rect.adjusted(PAD, 2, -PAD, -3)


CellPainter = Callable[[Canvas, T], None]
Said = Callable[[Words, T], str]


def line(
    canvas: Canvas, box: QRect, text: str, font: QFont, token: str = "ink", *, right: bool = False
) -> None:
    """One line of text in `box`, with dots where it does not fit."""
    painter = canvas.painter
    painter.setFont(font)
    painter.setPen(canvas.theme.color(token))
    shown = canvas.theme.fitting(text, box.width(), font.pixelSize(), bold=font.bold())
    painter.drawText(box, AT_RIGHT if right else AT_LEFT, shown)


def paint_text(canvas: Canvas, text: str, *, right: bool = False, token: str = "ink") -> None:
    """A cell of one line."""
    line(canvas, canvas.inside, text, canvas.theme.font(BODY), token, right=right)


def paint_waiting(canvas: Canvas) -> None:
    """A row that is still on its way: a quiet stroke where words will be."""
    box = canvas.inside
    painter = canvas.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.theme.color("hover"))
    painter.drawRoundedRect(
        QRectF(box.left(), box.center().y() - 5, max(20.0, box.width() * 0.6), 10), 5, 5
    )


def paint_box(canvas: Canvas, ticked: bool) -> None:
    """The box before a row."""
    painter, theme = canvas.painter, canvas.theme
    centre = canvas.rect.center()
    box = QRectF(centre.x() - BOX / 2 + 0.5, centre.y() - BOX / 2 + 0.5, BOX, BOX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if ticked else "tick"), 1.2))
    painter.setBrush(theme.color("accent" if ticked else "card"))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.setPen(QPen(theme.color("on_accent"), 2, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [
                QPointF(box.left() + 4, box.center().y()),
                QPointF(box.left() + 7, box.bottom() - 4.5),
                QPointF(box.right() - 3.5, box.top() + 5),
            ]
        )


def two_lines(
    first: Said[T],
    second: Said[T],
    *,
    right: bool = False,
    bold: bool = True,
) -> CellPainter[T]:
    """A strong line and a quiet small one below; an empty second line centres the first."""

    def paint(canvas: Canvas, row: T) -> None:
        box = canvas.inside
        upper, lower = first(canvas.words, row), second(canvas.words, row)
        strong = canvas.theme.font(BODY, bold=bold)
        if not lower:
            line(canvas, box, upper, strong, right=right)
            return
        middle = box.center().y()
        line(canvas, QRect(box.left(), middle - 20, box.width(), 21), upper, strong, right=right)
        small = canvas.theme.font(SMALL)
        line(
            canvas,
            QRect(box.left(), middle + 1, box.width(), 18),
            lower,
            small,
            "muted",
            right=right,
        )

    return paint


def one_line(
    text: Said[T], *, token: str = "ink", right: bool = False, bold: bool = False, size: int = BODY
) -> CellPainter[T]:
    """One line in a colour of its own."""

    def paint(canvas: Canvas, row: T) -> None:
        font = canvas.theme.font(size, bold=bold)
        line(canvas, canvas.inside, text(canvas.words, row), font, token, right=right)

    return paint


def chips(said: Callable[[Words, T], list[ChipText]]) -> CellPainter[T]:
    """Chips in as many rows as fit."""

    def paint(canvas: Canvas, row: T) -> None:
        paint_chips(canvas.painter, canvas.theme, said(canvas.words, row), QRectF(canvas.inside))

    return paint


def rhythm(mark: Callable[[T], RhythmMark]) -> CellPainter[T]:
    """The rhythm bar."""

    def paint(canvas: Canvas, row: T) -> None:
        paint_rhythm(canvas.painter, canvas.theme, mark(row), QRectF(canvas.inside))

    return paint


def icon(name: str, token: str = "accent", size: int = 20) -> CellPainter[Any]:
    """An icon in the middle of the cell."""

    def paint(canvas: Canvas, row: Any) -> None:  # noqa: ARG001
        box = QRect(0, 0, size, size)
        box.moveCenter(canvas.rect.center())
        canvas.theme.icon(name, token, size).paint(canvas.painter, box)

    return paint


def show_tooltip(table: QTableView, event: Any) -> bool:
    """Show a cell's whole text where it may be cut."""
    if not isinstance(event, QHelpEvent):
        return False
    index = table.indexAt(event.pos())
    text = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
    if text:
        QToolTip.showText(event.globalPos(), str(text), table.viewport(), table.visualRect(index))
    else:
        QToolTip.hideText()
    return True
