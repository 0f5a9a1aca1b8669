"""The call list on paper: whom to call, why, what to say, and boxes to tick for how it ended."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from reportlab.lib.colors import Color

from kartoteka.documents import fonts
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import CallListSheet, CallRow, RhythmMark
from kartoteka.documents.styles import (
    ACCENT,
    ALARM,
    ALARM_PALE,
    CARE,
    CARE_PALE,
    INK,
    LINE,
    LIST_LOOK,
    MUTED,
    WELL,
    WELL_PALE,
    WHITE,
    Style,
)
from kartoteka.i18n import formats

_TITLE = Style(20.0, bold=True, lead=24.0)
_DATE = Style(10.5, colour=MUTED, lead=14.0)
_SHOP = Style(9.5, bold=True, lead=12.0)
_QUIET = Style(8.75, colour=MUTED, lead=11.5)
_TICK_LABEL = Style(6.75, colour=MUTED, lead=8.0)
_PLACE = Style(9.5, colour=MUTED, lead=12.0)
_NAME = Style(12.5, bold=True, lead=15.5)
_PHONE = Style(17.0, lead=21.0)
_REASON = Style(10.0, bold=True, lead=13.0)
_SCRIPT = Style(10.5, lead=15.0)
_OUTCOME = Style(9.25, lead=12.0)
_EMPTY = Style(12.0, colour=MUTED, lead=17.0)

_INDENT = 24.0
_GUTTER = 18.0
_BAR = 5.0
_BAR_ROOM = 29.0
_BOX = 9.5
_OUTCOME_SIZES = (9.25, 8.75, 8.25)
_OUTCOME_GAPS = (9.0, 16.0)
_OUTCOME_LEAD = 17.0
_AIR = 11.5
"""Above and below every person."""
_NOTES_HEIGHT = 23.0
_CONTINUED_HEAD = 26.0


def draw(sheet: CallListSheet) -> bytes:
    """The call list as a PDF on A4. Equal sheets give equal bytes."""
    return prepare(sheet).pdf


def prepare(sheet: CallListSheet) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    return _CallList(Paper(LIST_LOOK, about), sheet).draw()


@dataclass(frozen=True, slots=True)
class _Block:
    """One person, wrapped and measured."""

    row: CallRow
    place: str
    name: list[str]
    note: list[str]
    reason: list[str]
    label: list[str]
    facts: list[str]
    script: list[str]
    head_height: float
    height: float


@dataclass(frozen=True, slots=True)
class _Outcomes:
    """Where the boxes to tick stand: distance from the left, row, word."""

    style: Style
    places: list[tuple[float, int, str]]
    rows: int


class _CallList:
    """Lays out and draws one list."""

    def __init__(self, paper: Paper, sheet: CallListSheet) -> None:
        self.paper = paper
        self.sheet = sheet
        self.x = paper.left + _INDENT
        self.room = paper.right - self.x
        self.left_room = (self.room - _GUTTER) * 0.53
        self.right_x = self.x + self.left_room + _GUTTER
        self.right_room = paper.right - self.right_x
        self.outcomes = self._outcome_places()

    def draw(self) -> Printed:
        start = self._head(dry=True)
        blocks = [self._measure(row, place) for place, row in enumerate(self.sheet.rows, 1)]
        pages = self._pages(blocks, start)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self.paper.turn_page()
            y = self._head() if number == 1 else self._head_again()
            if not page:
                lines = _EMPTY.wrap(self.sheet.empty, self.paper.room, 6)
                self.paper.lines(self.paper.left, y + 28, lines, _EMPTY)
            for index, block in enumerate(page):
                if index:
                    self.paper.rule(y, 0.6, LINE)
                y = self._block(block, y)
            self._page_number(number, len(pages))
        return self.paper.finish()

    def _pages(self, blocks: list[_Block], start: float) -> list[list[_Block]]:
        """People are never cut in two by the end of a page."""
        floor = self.paper.bottom - 14
        pages: list[list[_Block]] = [[]]
        y = start
        for block in blocks:
            if y + block.height > floor and pages[-1]:
                pages.append([])
                y = self.paper.top + _CONTINUED_HEAD
            pages[-1].append(block)
            y += block.height
        return pages

    def _head(self, *, dry: bool = False) -> float:
        paper, sheet = self.paper, self.sheet
        y = paper.top + 16
        title = _TITLE.wrap(sheet.title, paper.room * 0.6, 2)
        shop = _SHOP.wrap(sheet.shop_name, paper.room * 0.36, 2)
        summary = _DATE.wrap(sheet.summary, paper.room, 2)
        below = y + (len(title) - 1) * _TITLE.lead + 18
        if not dry:
            paper.lines(paper.left, y, title, _TITLE)
            for index, line in enumerate(shop):
                paper.text_right(paper.right, y + index * _SHOP.lead, line, _SHOP)
            paper.text(paper.left, below, sheet.date_line, _DATE)
            paper.lines(paper.left, below + _DATE.lead, summary, _DATE)
        end = below + len(summary) * _DATE.lead + 11
        if not dry:
            paper.rule(end, 1.2, ACCENT)
        return end

    def _head_again(self) -> float:
        """The short head of a further page."""
        paper, sheet = self.paper, self.sheet
        y = paper.top + 10
        end = paper.text(paper.left, y, sheet.title, _SHOP)
        shop = _QUIET.wrap(sheet.shop_name, paper.room * 0.4, 1)
        paper.text(end + 10, y, sheet.date_line, _QUIET)
        for line in shop:
            paper.text_right(paper.right, y, line, _QUIET)
        paper.rule(paper.top + _CONTINUED_HEAD - 6, 1.2, ACCENT)
        return paper.top + _CONTINUED_HEAD - 6

    def _measure(self, row: CallRow, place: int) -> _Block:
        name = _NAME.wrap(row.name, self.left_room, 3)
        note = _QUIET.wrap(row.name_note, self.left_room, 2)
        reason = _REASON.wrap(row.reason, self.right_room, 4)
        label = _QUIET.wrap(row.rhythm_label, self.right_room, 2)
        facts = [line for fact in row.facts for line in _QUIET.wrap(fact, self.room, 2)]
        script = _SCRIPT.wrap(row.script, self.room - 12, 10)
        left = len(name) * _NAME.lead + _PHONE.lead + 2 + len(note) * _QUIET.lead
        right = len(reason) * _REASON.lead + len(label) * _QUIET.lead
        right += _BAR_ROOM if row.rhythm else 0
        head = max(left, right)
        height = _AIR + head + len(facts) * _QUIET.lead + (10 if facts else 0)
        height += len(script) * _SCRIPT.lead + (11 if script else 0)
        height += 12 + self.outcomes.rows * _OUTCOME_LEAD + _NOTES_HEIGHT + _AIR - 3
        return _Block(
            row=row,
            place=str(place),
            name=name,
            note=note,
            reason=reason,
            label=label,
            facts=facts,
            script=script,
            head_height=head,
            height=height,
        )

    def _block(self, block: _Block, y: float) -> float:
        paper, row, top = self.paper, block.row, y
        y += _AIR
        paper.text(paper.left, y + 10.5, block.place, _PLACE)
        left = paper.lines(self.x, y + 10.5, block.name, _NAME)
        phone = _PHONE.fitted(row.phone, self.left_room)
        paper.text(self.x, left + 6, row.phone, phone)
        paper.lines(self.x, left + 6 + 15, block.note, _QUIET)
        right = paper.lines(self.right_x, y + 9.5, block.reason, _REASON)
        if row.rhythm:
            self._rhythm(row.rhythm, right + 1)
            right += _BAR_ROOM
        paper.lines(self.right_x, right, block.label, _QUIET)
        y += block.head_height
        if block.facts:
            y = paper.lines(self.x, y + 15, block.facts, _QUIET) - 5
        y = self._script(block.script, y)
        y = self._tick_boxes(y + 12)
        self._notes(y + _NOTES_HEIGHT - 7)
        return top + block.height

    def _script(self, lines: list[str], y: float) -> float:
        if not lines:
            return y
        y += 11
        height = len(lines) * _SCRIPT.lead
        self.paper.box(self.x, y, 2.5, height, radius=1.2, fill=ACCENT)
        self.paper.lines(self.x + 12, y + 11, lines, _SCRIPT)
        return y + height

    def _rhythm(self, mark: RhythmMark, y: float) -> None:
        """Silence on a ruler of usual intervals; one step beyond the last mark is its end."""
        paper, x = self.paper, self.right_x
        length = min(self.right_room, 190.0)
        end = max(mark.quiet * 4 / 3, 0.1)
        strong, pale = _tone(mark)
        filled = length * min(max(mark.times, 0.0) / end, 1.0)
        paper.box(x, y, length, _BAR, radius=_BAR / 2, fill=pale)
        if filled > _BAR:
            paper.box(x, y, filled, _BAR, radius=_BAR / 2, fill=strong)
        for at in (mark.due, mark.cooling, mark.quiet):
            tick = x + length * at / end
            paper.upright(tick, y - 2, y + _BAR + 2.5, 0.6, MUTED)
            label = f"{formats.number(self.sheet.language, Decimal(repr(at)), 1)}×"
            paper.text_centre(tick, y + _BAR + 9.5, label, _TICK_LABEL)
        middle = y + _BAR / 2
        dot = min(max(x + filled, x + 4.0), x + length - 4.0)
        paper.disc(dot, middle, 5.2, WHITE)
        paper.disc(dot, middle, 4.0, strong)

    def _outcome_places(self) -> _Outcomes:
        """The outcomes on one line, a little smaller if need be; else in three even columns."""
        words = [fonts.safe(outcome) for outcome in self.sheet.outcomes]
        for size in _OUTCOME_SIZES:
            style = _OUTCOME.sized(size)
            widths = [_BOX + 5 + style.width(word) for word in words]
            gap = (self.room - sum(widths)) / max(1, len(words) - 1)
            if gap >= _OUTCOME_GAPS[0]:
                return _Outcomes(style, _in_a_row(words, widths, min(gap, _OUTCOME_GAPS[1])), 1)
        column = self.room / 3
        longest = max(words, key=_OUTCOME.width, default="")
        style = _OUTCOME.fitted(longest, column - _BOX - 10)
        places = [(index % 3 * column, index // 3, word) for index, word in enumerate(words)]
        return _Outcomes(style, places, (len(words) + 2) // 3)

    def _tick_boxes(self, y: float) -> float:
        outcomes = self.outcomes
        for x, row, word in outcomes.places:
            top = y + row * _OUTCOME_LEAD
            self.paper.box(self.x + x, top + 0.5, _BOX, _BOX, radius=1.5, fill=WHITE, stroke=INK)
            self.paper.text(self.x + x + _BOX + 5, top + 8.8, word, outcomes.style)
        return y + outcomes.rows * _OUTCOME_LEAD

    def _notes(self, y: float) -> None:
        """A line to write on, with its label before it."""
        x = self.x
        if self.sheet.notes_label:
            x = self.paper.text(x, y, self.sheet.notes_label, _QUIET) + 7
        self.paper.rule(y + 2, 0.6, MUTED, x, self.paper.right)

    def _page_number(self, page: int, pages: int) -> None:
        text = self.sheet.pages_label.replace("{page}", str(page)).replace("{pages}", str(pages))
        self.paper.text_right(self.paper.right, self.paper.bottom - 1, text, _QUIET)


def _in_a_row(words: list[str], widths: list[float], gap: float) -> list[tuple[float, int, str]]:
    starts = accumulate((width + gap for width in widths), initial=0.0)
    return [(start, 0, word) for start, word in zip(starts, words, strict=False)]


def _tone(mark: RhythmMark) -> tuple[Color, Color]:
    if mark.times > mark.quiet:
        return ALARM, ALARM_PALE
    if mark.times > mark.cooling:
        return CARE, CARE_PALE
    return WELL, WELL_PALE
