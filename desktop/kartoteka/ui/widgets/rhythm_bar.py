"""The rhythm bar: days of silence on a ruler of usual intervals, green, amber, red."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kartoteka.domain.rhythm import State
from kartoteka.ui.theme import Theme

USUAL_PART = 0.6
"""This share of the ruler is even, up to where quiet begins; beyond, it is drawn ever closer.

So a silence of 5 intervals and one of 20 stand apart, and no end of the ruler gathers them all.
"""
MOST_TICKS = 3
BAR = 6.0
DOT = 5.5
HALO = 2.0
TICK_TEXT = 11
COLOURS = {
    State.NEW: "well",
    State.ACTIVE: "well",
    State.DUE: "well",
    State.COOLING: "care",
    State.QUIET: "alarm",
    State.LOST: "gone",
    State.NONE: "gone",
}


@dataclass(frozen=True, slots=True)
class RhythmMark:
    """What a bar shows: silence in usual intervals, and the state that colours it."""

    times: float | None
    state: State
    quiet_after: float = 3.0
    severe: bool = True
    """Red; a long list keeps it for the few that matter most."""


def place(times: float, quiet_after: float) -> float:
    """Where on the ruler a silence stands, from 0 to 1."""
    if times <= quiet_after:
        return USUAL_PART * times / quiet_after
    return USUAL_PART + (1 - USUAL_PART) * (1 - quiet_after / times)


def ticks(quiet_after: float) -> list[int]:
    """The figures below the even part; few enough not to touch."""
    step = max(1, math.ceil(int(quiet_after) / MOST_TICKS))
    return list(range(step, int(quiet_after) + 1, step))


def paint_rhythm(
    painter: QPainter, theme: Theme, mark: RhythmMark, box: QRectF, ground: str = "card"
) -> None:
    """Paint the bar across `box`, its ticks and figures below; `ground` is the colour behind."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, right = box.left() + 1, box.right() - DOT - HALO
    middle = box.center().y() - 4
    _paint_ruler(painter, theme, mark, (left, right), middle)
    if mark.times is None:
        return
    end = left + place(mark.times, mark.quiet_after) * (right - left)
    mild = mark.state is State.QUIET and not mark.severe
    color = theme.color("care" if mild else COLOURS[mark.state])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(
        QRectF(left, middle - BAR / 2, max(end - left, BAR), BAR), BAR / 2, BAR / 2
    )
    painter.setBrush(theme.color(ground))
    painter.drawEllipse(QPointF(end, middle), DOT + HALO, DOT + HALO)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(end, middle), DOT, DOT)


def _paint_ruler(
    painter: QPainter,
    theme: Theme,
    mark: RhythmMark,
    ends: tuple[float, float],
    middle: float,
) -> None:
    left, right = ends
    red = left + USUAL_PART * (right - left)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("alarm_soft"))
    painter.drawRoundedRect(
        QRectF(red - BAR, middle - BAR / 2, right - red + BAR, BAR), BAR / 2, BAR / 2
    )
    painter.setBrush(theme.color("track"))
    painter.drawRoundedRect(QRectF(left, middle - BAR / 2, red - left, BAR), BAR / 2, BAR / 2)
    painter.setFont(theme.font(TICK_TEXT))
    for number in ticks(mark.quiet_after):
        at = round(left + place(number, mark.quiet_after) * (right - left)) + 0.5
        painter.setPen(QPen(theme.color("tick"), 1))
        painter.drawLine(QPointF(at, middle - 6), QPointF(at, middle + 6))
        painter.setPen(theme.color("muted"))
        painter.drawText(
            QRectF(at - 14, middle + 6, 28, 15), Qt.AlignmentFlag.AlignCenter, f"{number}×"
        )


class RhythmBar(QWidget):
    """The bar as a widget; its words stand beside it and are its accessible name."""

    def __init__(self, theme: Theme) -> None:
        """An empty ruler; `show_mark` fills it."""
        super().__init__()
        self._theme = theme
        self._mark = RhythmMark(None, State.NONE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_mark(self, mark: RhythmMark, words: str) -> None:
        """Show a silence; `words` say the same, for those who do not see the colours."""
        self._mark = mark
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As long as on the day's list."""
        return QSize(210, 34)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(110, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        paint_rhythm(QPainter(self), self._theme, self._mark, QRectF(self.rect()))
