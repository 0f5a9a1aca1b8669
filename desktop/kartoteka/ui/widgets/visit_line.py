"""The line of visits: a dot for each, as large as its sum, and the silence that runs to today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kartoteka.domain.rhythm import State
from kartoteka.i18n import Words, formats
from kartoteka.ui.theme import TINY, Theme
from kartoteka.ui.widgets.rhythm_bar import COLOURS

LEAST, MOST = 3.5, 8.0
"""Radii of the smallest and the largest visit, in pixels."""
HEIGHT = 66
SILENCE = 4.0
SHOWN = 24
"""The last visits that are drawn; more would run into each other."""
MARGIN = 10.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One visit: its day and what was bought (minor units)."""

    on: date
    minor: int


@dataclass(frozen=True, slots=True)
class VisitStory:
    """What the line tells; `quiet_on` is the first day that counts as quiet."""

    dots: tuple[Dot, ...]
    today: date
    state: State
    quiet_on: date | None = None


class VisitLine(QWidget):
    """The line as a widget; its words stand beside it and are its accessible name."""

    def __init__(self, theme: Theme) -> None:
        """An empty line; `show_story` fills it."""
        super().__init__()
        self._theme = theme
        self._words: Words | None = None
        self._story: VisitStory | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_story(self, story: VisitStory, words: Words, text: str) -> None:
        """Draw these visits; `text` says the same in words."""
        self._story = story
        self._words = words
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """As on the card."""
        return QSize(500, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        if self._story is not None and self._words is not None and self._story.dots:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(painter, self._theme, self._words, self._story, QRectF(self.rect())).draw()


class _Drawing:
    """One drawing of one story."""

    def __init__(
        self, painter: QPainter, theme: Theme, words: Words, story: VisitStory, box: QRectF
    ) -> None:
        self.painter, self.theme, self.words, self.story = painter, theme, words, story
        self.dots = story.dots[-SHOWN:]
        self.middle = box.top() + 26.0
        self.left, self.right = box.left() + MARGIN, box.right() - MARGIN
        self.begin = self.dots[0].on
        self.end = max(story.today, self.dots[-1].on)
        if story.quiet_on is not None:
            soon = self.end + (self.end - self.begin) / 6
            self.end = max(self.end, min(story.quiet_on + timedelta(days=2), soon))

    def at(self, day: date) -> float:
        whole = max(1, (self.end - self.begin).days)
        return self.left + (self.right - self.left) * (day - self.begin).days / whole

    def draw(self) -> None:
        self._red_zone()
        self.painter.setPen(QPen(self.theme.color("track"), 2))
        self.painter.drawLine(
            QPointF(self.left, self.middle), QPointF(self.at(self.story.today), self.middle)
        )
        self._silence()
        self._visits()
        self._scale()

    def _red_zone(self) -> None:
        quiet_on = self.story.quiet_on
        if quiet_on is None or quiet_on > self.end:
            return
        left = self.at(quiet_on)
        zone = QRectF(left, self.middle - 17, self.right + MARGIN - left, 34)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.color("alarm_soft"))
        self.painter.drawRoundedRect(zone, 4, 4)

    def _silence(self) -> None:
        last, today = self.at(self.dots[-1].on), self.at(self.story.today)
        color = self.theme.color(COLOURS[self.story.state])
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        self.painter.drawRoundedRect(
            QRectF(last, self.middle - SILENCE / 2, max(0.0, today - last), SILENCE), 2, 2
        )
        self.painter.setBrush(self.theme.color("card"))
        self.painter.drawEllipse(QPointF(today, self.middle), 7, 7)
        self.painter.setBrush(color)
        self.painter.drawEllipse(QPointF(today, self.middle), 5, 5)

    def _visits(self) -> None:
        most = max((dot.minor for dot in self.dots), default=0)
        color = QColor(self.theme.color("accent"))
        color.setAlphaF(0.78)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        for dot in self.dots:
            share = (max(dot.minor, 0) / most) ** 0.5 if most > 0 else 0.0
            radius = LEAST + (MOST - LEAST) * share
            self.painter.drawEllipse(QPointF(self.at(dot.on), self.middle), radius, radius)

    def _scale(self) -> None:
        """The first month at the left, today at the right, months between where there is room.

        A line over the turn of a year says the year where it changes.
        """
        font = self.theme.font(TINY)
        self.painter.setFont(font)
        metrics = QFontMetrics(font)
        today = self.words.say("today")
        width = metrics.horizontalAdvance(today)
        at = min(self.at(self.story.today) - width / 2, self.right + MARGIN - width)
        self._label(at, width, today, COLOURS[self.story.state])
        taken = at - 12
        right = -1e9
        year = 0 if self.begin.year != self.story.today.year else self.begin.year
        for month in _months(self.begin, self.story.today):
            name = formats.month_name(self.words, month)
            if month.year != year:
                name = f"{name} {month.year}"
            left = max(self.at(max(month, self.begin)), self.left - MARGIN + 2)
            width = metrics.horizontalAdvance(name)
            if left > right + 14 and left + width < taken:
                self._label(left, width, name, "muted")
                right, year = left + width, month.year

    def _label(self, left: float, width: float, text: str, tone: str) -> None:
        self.painter.setPen(self.theme.color("gone_ink" if tone == "gone" else tone))
        box = QRectF(left, self.middle + 19, width + 2, 18)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _months(begin: date, end: date) -> Sequence[date]:
    """The first days of the months from that of `begin` on."""
    months = [begin.replace(day=1)]
    while months[-1] < end:
        year, month = divmod(months[-1].year * 12 + months[-1].month, 12)
        months.append(date(year, month + 1, 1))
    return months[:-1] if len(months) > 1 else months
