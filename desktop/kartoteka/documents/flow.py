"""A page that fills downwards: tiles of figures, titled tables, turning pages where need be."""

from collections.abc import Callable
from dataclasses import dataclass

from kartoteka.documents import fonts
from kartoteka.documents.foot import SMALL, draw_legal, draw_page_number, legal_height
from kartoteka.documents.page import Paper
from kartoteka.documents.sheets import AmountLine, Column, Section, TableRow
from kartoteka.documents.styles import INK, LINE, MUTED, SOFT, Style

TITLE = Style(18.0, bold=True, lead=21.0)
DATE = Style(11.5, colour=MUTED, lead=15.0)
_SECTION = Style(11.5, bold=True, lead=15.0)
_HEAD = Style(8.0, colour=MUTED, lead=10.0)
_BODY = Style(9.25, lead=12.0)
_HEAVY = Style(9.25, bold=True, lead=12.0)
_NOTE = Style(8.25, colour=MUTED, lead=11.0)
_TILE_LABEL = Style(8.25, colour=MUTED, lead=10.5)
_TILE = Style(15.0, bold=True, lead=18.0)

_AIR = 4.2
_COLUMN_GAP = 12.0
_TILE_GAP = 8.0
_TILES_IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column of a table begins and ends."""

    left: float
    right: float
    column: Column

    @property
    def room(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the short head of further ones, the foot of all."""

    running_head: str
    legal: tuple[str, ...]
    pages_label: str


def count_pages(paper: Paper, frame: Frame, body: Callable[["Flow"], None]) -> int:
    """How many pages the parts that `body` sets take."""
    with paper.measuring():
        trial = Flow(paper, frame, 0)
        body(trial)
    return trial.page


def fill(paper: Paper, frame: Frame, body: Callable[["Flow"], None]) -> None:
    """Draw a paper whose parts `body` sets: once to count the pages, then with their numbers."""
    flow = Flow(paper, frame, count_pages(paper, frame, body))
    body(flow)
    flow.close()


_TOGETHER, _TOTAL = 3, 19.0
"""Rows that go to a next page together, and the height of a total."""


class Flow:
    """Sets parts of a paper under each other from `y` down, and turns pages at the floor."""

    def __init__(self, paper: Paper, frame: Frame, pages: int) -> None:
        """`pages` is how many there will be, as far as that is known."""
        self.paper = paper
        self.frame = frame
        self.pages = pages
        self.page = 1
        self.y = paper.top
        self.floor = paper.bottom - max(legal_height(paper, frame.legal), SMALL.lead) - 6

    def need(self, height: float) -> None:
        """Turn the page unless so much still fits on this one."""
        if self.y + height > self.floor:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        self.close()
        self.paper.turn_page()
        self.page += 1
        head = SMALL.wrap(self.frame.running_head, self.paper.room, 1)
        self.paper.lines(self.paper.left, self.paper.top + 9, head, SMALL)
        self.y = self.paper.top + 24

    def close(self) -> None:
        """Draw the foot of this page."""
        draw_legal(self.paper, self.frame.legal)
        if self.pages > 1:
            draw_page_number(self.paper, self.frame.pages_label, self.page, self.pages)

    def lines(self, text: str, style: Style, limit: int = 0) -> None:
        """A text from margin to margin."""
        for line in style.wrap(text, self.paper.room, limit):
            self.need(style.lead)
            self.paper.text(self.paper.left, self.y + style.lead * 0.8, line, style)
            self.y += style.lead

    def tiles(self, figures: tuple[AmountLine, ...]) -> None:
        """The few numbers that matter, side by side in soft boxes."""
        for start in range(0, len(figures), _TILES_IN_A_ROW):
            self._tile_row(figures[start : start + _TILES_IN_A_ROW])

    def _tile_row(self, figures: tuple[AmountLine, ...]) -> None:
        paper = self.paper
        count = max(3, len(figures))
        width = (paper.room - (count - 1) * _TILE_GAP) / count
        labels = [_TILE_LABEL.wrap(figure.label, width - 18, 2) for figure in figures]
        height = max(len(label) for label in labels) * _TILE_LABEL.lead + _TILE.lead + 17
        self.need(height)
        for index, (figure, label) in enumerate(zip(figures, labels, strict=True)):
            x = paper.left + index * (width + _TILE_GAP)
            paper.box(x, self.y, width, height, radius=5, fill=SOFT)
            value = _TILE.fitted(figure.amount, width - 18)
            paper.text(x + 9, self.y + 21, figure.amount, value)
            paper.lines(x + 9, self.y + 21 + 14, label, _TILE_LABEL)
        self.y += height + _TILE_GAP

    def section(self, section: Section, after: float = 0.0) -> None:
        """A titled table; its head is repeated on every page that it takes.

        Its last rows go along where what comes `after` it, so high, would stand alone on a page.
        """
        self.need(_SECTION.lead + 3 * (_BODY.lead + 2 * _AIR))
        self.heading(section.title)
        places = self._places(section)
        if section.rows:
            self._heads(places)
        elif section.empty:
            self.lines(section.empty, _NOTE)
        for index, row in enumerate(section.rows):
            if after and index and index == len(section.rows) - _TOGETHER:
                self._keep_together(places, section, after)
            self._row(places, row)
        if section.total is not None:
            self._total(section.total)
        if section.note:
            self.y += 5
            self.lines(section.note, _NOTE, 4)
        self.y += 14

    def heading(self, text: str) -> None:
        """The title of a part, over a line."""
        if not text:
            return
        self.lines(text, _SECTION, 2)
        self.y += 4

    def _heads(self, places: list[_Place]) -> None:
        paper = self.paper
        if any(place.column.head for place in places):
            lines = [_HEAD.balance(place.column.head, place.room, 2) for place in places]
            height = max(len(head) for head in lines) * _HEAD.lead
            for place, head in zip(places, lines, strict=True):
                base = self.y + height - 2 - (len(head) - 1) * _HEAD.lead
                for line in head:
                    self._set(place, base, line, _HEAD)
                    base += _HEAD.lead
            self.y += height + 4
        paper.rule(self.y, 0.9, INK)

    def _row(self, places: list[_Place], row: TableRow) -> None:
        style = _HEAVY if row.heavy else _BODY
        widest = max(range(len(places)), key=lambda index: places[index].room)
        cells = [
            [cell] if place.column.figures else style.wrap(cell, place.room, 4)
            for place, cell in zip(places, row.cells, strict=False)
        ]
        note = _NOTE.wrap(row.note, places[widest].room, 3)
        height = max([len(cell) for cell in cells] or [1]) * style.lead
        height = max(height, len(cells[widest]) * style.lead + len(note) * _NOTE.lead) + 2 * _AIR
        if self.y + height > self.floor:
            self.turn()
            self._heads(places)
        for index, (place, cell) in enumerate(zip(places, cells, strict=False)):
            base = self.y + _AIR + 9.2
            for line in cell:
                self._set(place, base, line, style)
                base += style.lead
            if index == widest:
                self.paper.lines(place.left, base - 0.5, note, _NOTE)
        self.y += height
        self.paper.rule(self.y, 0.6, LINE)

    def _keep_together(self, places: list[_Place], section: Section, after: float) -> None:
        """Turn the page before the last rows unless all that follows fits on this one."""
        y, page = self.y, self.page
        with self.paper.measuring():
            self.y = self.paper.top
            for row in section.rows[-_TOGETHER:]:
                self._row(places, row)
            height = self.y - self.paper.top
        self.y, self.page = y, page
        if self.y + height + (_TOTAL if section.total else 0.0) + after > self.floor:
            self.turn()
            self._heads(places)

    def _total(self, total: AmountLine) -> None:
        self.need(22)
        paper, base = self.paper, self.y + 14
        amount = fonts.safe(total.amount)
        paper.text_right(paper.right, base, amount, _HEAVY)
        room = paper.room - _HEAVY.width(amount) - 12
        paper.lines(paper.left, base, _HEAVY.wrap(total.label, room, 1), _HEAVY)
        self.y += _TOTAL

    def _set(self, place: _Place, base: float, text: str, style: Style) -> None:
        fitted = style.fitted(text, place.room)
        if place.column.figures:
            self.paper.text_right(place.right, base, text, fitted)
        else:
            self.paper.text(place.left, base, text, fitted)

    def _places(self, section: Section) -> list[_Place]:
        """Figures as wide as needed; columns of words share the rest."""
        columns = section.columns
        free = self.paper.room - _COLUMN_GAP * (len(columns) - 1)
        needed = [self._needed(section, index) for index in range(len(columns))]
        narrow = [
            0.0 if column.share else width for column, width in zip(columns, needed, strict=True)
        ]
        shares = sum((column.share for column in columns), 0.0)
        taken = sum(narrow)
        spare = free - taken
        least = free * 0.4 if shares else 0.0
        if spare < least and taken > 0:
            factor = (free - least) / taken
            narrow = [width * factor for width in narrow]
            spare = least
        if not shares and columns:
            narrow[0] += max(spare, 0.0)
        places, x = [], self.paper.left
        for column, width in zip(columns, narrow, strict=True):
            wide = spare * column.share / shares if column.share else width
            places.append(_Place(x, x + wide, column))
            x += wide + _COLUMN_GAP
        return places

    def _needed(self, section: Section, index: int) -> float:
        texts = [row.cells[index] for row in section.rows if index < len(row.cells)]
        words = section.columns[index].head.split(" ")
        widths = [_HEAVY.width(fonts.safe(text)) for text in {*texts} if text]
        return max([*widths, *(_HEAD.width(fonts.safe(word)) for word in words), 0.0]) + 0.01

    def amounts(self, lines: tuple[AmountLine, ...], left: float) -> None:
        """Labels with their amounts at the right, from `left` to the margin."""
        paper = self.paper
        for line in lines:
            self.need(17)
            amount = fonts.safe(line.amount)
            room = paper.right - left - _BODY.width(amount) - 10
            self.y += 15.5
            label = _BODY.wrap(line.label, room, 2)
            self.y = paper.lines(left, self.y, label, _BODY) - _BODY.lead if label else self.y
            paper.text_right(paper.right, self.y, amount, _BODY)
