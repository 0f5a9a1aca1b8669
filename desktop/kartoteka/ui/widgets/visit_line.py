"""The line of visits: a dot for each (its size is the sum), running into the silence till today."""

from datetime import date
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import TINY, Theme
from kartoteka.ui.widgets.rhythm_bar import COLOURS

if TYPE_CHECKING:
    from kartoteka.shop.views import RhythmView

HEIGHT = 66
LINE_Y = 26.0
SIDE = 10.0
SMALLEST, LARGEST_DOT = 3.5, 7.5
SILENCE = 3.5
SHORTEST_DAYS = 14
"""A line of fewer days would put all its dots into one corner."""


class VisitLine(QWidget):
    """Painted from a RhythmView; the same is said in its accessible name."""

    def __init__(self, theme: Theme, speech: Speech) -> None:
        """An empty line; `show_rhythm` fills it."""
        super().__init__()
        self._theme = theme
        self._speech = speech
        self._view: RhythmView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        speech.spoken.connect(self._say)

    def show_rhythm(self, view: "RhythmView | None") -> None:
        """Show a client's visits."""
        self._view = view
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(400, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, dots, silence, and the words below."""
        view = self._view
        if view is None or not view.dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TINY))
        first, last = view.dots[0].on, view.dots[-1].on
        scale = _Scale(first, view.today, self.width())
        self._paint_quiet_zone(painter, view, scale)
        painter.setPen(QPen(self._theme.color("track"), 2))
        painter.drawLine(QPointF(SIDE, LINE_Y), QPointF(scale.x(last), LINE_Y))
        self._paint_silence(painter, view, scale)
        self._paint_dots(painter, view, scale)
        self._paint_words(painter, view, scale)

    def _paint_quiet_zone(self, painter: QPainter, view: "RhythmView", scale: "_Scale") -> None:
        if view.switched_off or view.quiet_on is None or view.quiet_on > view.today:
            return
        left = scale.x(view.quiet_on)
        zone = QRectF(left, LINE_Y - 15, scale.right + 6 - left, 30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("alarm_soft"))
        painter.drawRoundedRect(zone, 3, 3)
        painter.setPen(self._theme.color("alarm"))
        times = formats.number(self._speech.words, round(view.factors.quiet_after))
        mark = self._speech.words.say("{times}× the usual", times=times)
        width = QFontMetrics(painter.font()).horizontalAdvance(mark)
        at = min(max(left, SIDE), scale.right + 6 - width)
        painter.drawText(QPointF(at, LINE_Y - 17), mark)

    def _paint_silence(self, painter: QPainter, view: "RhythmView", scale: "_Scale") -> None:
        start = scale.x(view.dots[-1].on)
        color = self._theme.color("gone" if view.switched_off else COLOURS[view.state])
        painter.setPen(QPen(color, SILENCE, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(start, LINE_Y), QPointF(scale.right, LINE_Y))
        painter.setPen(QPen(self._theme.color("card"), 2))
        painter.setBrush(color)
        painter.drawEllipse(QPointF(scale.right, LINE_Y), 6, 6)

    def _paint_dots(self, painter: QPainter, view: "RhythmView", scale: "_Scale") -> None:
        largest = max(dot.total.minor for dot in view.dots) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        color = self._theme.color("accent")
        color.setAlphaF(0.75)
        painter.setBrush(color)
        for dot in view.dots:
            share = sqrt(max(0, dot.total.minor) / largest)
            radius = SMALLEST + (LARGEST_DOT - SMALLEST) * share
            painter.drawEllipse(QPointF(scale.x(dot.on), LINE_Y), radius, radius)

    def _paint_words(self, painter: QPainter, view: "RhythmView", scale: "_Scale") -> None:
        words = self._speech.words
        metrics = QFontMetrics(painter.font())
        baseline = LINE_Y + 30
        today = _today_words(words, view)
        room = scale.right + 6 - metrics.horizontalAdvance(today)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QPointF(room, baseline), today)
        month = formats.month(words, view.dots[0].on)
        if SIDE + metrics.horizontalAdvance(month) + 12 < room:
            painter.drawText(QPointF(SIDE - 6, baseline), month)

    def _say(self) -> None:
        view = self._view
        if view is None:
            self.setAccessibleName("")
            return
        words = self._speech.words
        visits = words.count("{number} visit", "{number} visits", view.visits)
        self.setAccessibleName(
            words.say("{visits}, {today}", visits=visits, today=_today_words(words, view))
        )
        self.update()


class _Scale:
    """Days to pixels: the first shown visit at the left, today at the right."""

    def __init__(self, first: date, today: date, width: int) -> None:
        self.right = width - SIDE
        self._today = today
        days = max(SHORTEST_DAYS, (today - first).days)
        self._per_day = (self.right - SIDE) / days

    def x(self, day: date) -> float:
        """Where a day stands."""
        return max(SIDE, self.right - (self._today - day).days * self._per_day)


def _today_words(words: Words, view: "RhythmView") -> str:
    if not view.silent_days:
        return words.say("today")
    return words.count("today, {number} day later", "today, {number} days later", view.silent_days)
