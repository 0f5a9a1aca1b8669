"""The анкета: a client's card on paper, with lines to write on and boxes to tick."""

from dataclasses import dataclass

from kartoteka.documents.flow import TITLE, Flow, Frame, fill
from kartoteka.documents.letterhead import draw_letterhead, logo
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import (
    AnswerKind,
    PaperSize,
    Question,
    QuestionGroup,
    QuestionnaireSheet,
)
from kartoteka.documents.styles import ACCENT, DENSE_LOOKS, INK, MUTED, WHITE, Style, look_of

_INTRODUCTION = Style(9.5, lead=12.5)
_PARAGRAPH = Style(9.5, lead=12.5)
_GROUP = Style(11.0, bold=True, lead=15.0)
_LABEL = Style(8.75, colour=MUTED, lead=11.5)
_ANSWER = Style(10.0, lead=13.0)
_OPTION = Style(9.5, lead=16.0)
_AGREE = Style(8.75, lead=12.0)
_SIGN = Style(8.75, lead=12.0)
_NOTICE = Style(7.0, colour=MUTED, lead=8.8)
_GROUP_GAP = 8.0
_SIGN_ROOM = 30.0

_LINE_STEP = 20.0
"""From one line to write on to the next: a hand needs seven millimetres."""
_BOX = 9.5
_OPTION_GAP = 18.0
_HALF_GAP = 18.0
_LABEL_SHARE = 0.62
NO_PICTURES: Pictures = {}


def draw(sheet: QuestionnaireSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES) -> bytes:
    """The questionnaire as a PDF on A4 or A5; equal sheets give equal bytes."""
    return prepare(sheet, size, pictures=pictures).pdf


def prepare(
    sheet: QuestionnaireSheet, size: PaperSize, *, pictures: Pictures = NO_PICTURES
) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    about = About(sheet.document_title, sheet.author, sheet.language, sheet.made)
    paper = Paper(look_of(DENSE_LOOKS, size), about)
    # The small print stands once, above the signature: the foot of every page would say it again.
    frame = Frame(f"{sheet.title} · {sheet.shop_name}", (), sheet.pages_label)
    fill(paper, frame, _Questionnaire(paper, sheet, logo(pictures, sheet.logo)).draw)
    return paper.finish()


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a question stands: from x to x + room."""

    x: float
    room: float


class _Questionnaire:
    """Lays out and draws one questionnaire."""

    def __init__(self, paper: Paper, sheet: QuestionnaireSheet, picture: bytes | None) -> None:
        self.paper = paper
        self.sheet = sheet
        self.picture = picture

    def draw(self, flow: Flow) -> None:
        flow.y = self._head()
        for group in self.sheet.groups:
            self._group(flow, group)
        self._notice(flow)
        self._signature(flow)

    def _notice(self, flow: Flow) -> None:
        lines = _NOTICE.wrap(" ".join(self.sheet.legal), self.paper.room)
        if lines:
            flow.need(len(lines) * _NOTICE.lead + _SIGN_ROOM)
            flow.y = self.paper.lines(self.paper.left, flow.y + 2, lines, _NOTICE)

    def _head(self) -> float:
        paper, sheet = self.paper, self.sheet
        y = draw_letterhead(paper, sheet.shop_name, sheet.shop_lines, self.picture) + 29
        y = paper.lines(paper.left, y, TITLE.wrap(sheet.title, paper.room, 2), TITLE)
        words = _INTRODUCTION.wrap(sheet.introduction, paper.room, 6)
        return paper.lines(paper.left, y - 3, words, _INTRODUCTION) + 3

    def _group(self, flow: Flow, group: QuestionGroup) -> None:
        flow.need(_GROUP.lead + 3 * _LINE_STEP)
        if group.title:
            self.paper.rule(flow.y, 1.2, ACCENT)
            flow.y += 5
            flow.lines(group.title, _GROUP, 2)
            flow.y += 2
        questions = list(group.questions)
        while questions:
            first = questions.pop(0)
            if first.half and questions and questions[0].half:
                self._pair(flow, first, questions.pop(0))
            else:
                self._question(flow, first)
        flow.y += _GROUP_GAP

    def _pair(self, flow: Flow, left: Question, right: Question) -> None:
        """Two short fields on one line."""
        half = (self.paper.room - _HALF_GAP) / 2
        flow.need(_LINE_STEP * max(left.lines, right.lines))
        y = flow.y
        first = self._write(left, _Field(self.paper.left, half), y)
        second = self._write(right, _Field(self.paper.left + half + _HALF_GAP, half), y)
        flow.y = max(first, second)

    def _question(self, flow: Flow, question: Question) -> None:
        field = _Field(self.paper.left, self.paper.room)
        drawers = {
            AnswerKind.WRITE: self._write,
            AnswerKind.CHOOSE: self._choose,
            AnswerKind.AGREE: self._agree,
            AnswerKind.READ: self._read,
        }
        drawer = drawers[question.kind]
        with self.paper.measuring():
            height = drawer(question, field, 0.0)
        flow.need(height)
        flow.y = drawer(question, field, flow.y)

    def _write(self, question: Question, field: _Field, y: float) -> float:
        """The label, and lines after it with what is known already."""
        paper = self.paper
        label = _LABEL.wrap(question.label, field.room * _LABEL_SHARE, 3)
        x = field.x + max((_LABEL.width(line) + 6 for line in label), default=0.0)
        base = y + _LINE_STEP - 5 + max(0, len(label) - 1) * _LABEL.lead
        paper.lines(field.x, base - (len(label) - 1) * _LABEL.lead, label, _LABEL)
        answers = _ANSWER.wrap(question.answer, field.x + field.room - x, question.lines)
        for number in range(question.lines):
            begin = x if not number else field.x
            paper.rule(base + 2.5, 0.6, INK, begin, field.x + field.room)
            if number < len(answers):
                paper.text(begin + 1, base, answers[number], _ANSWER)
            base += _LINE_STEP
        return base - _LINE_STEP + 5

    def _choose(self, question: Question, field: _Field, y: float) -> float:
        """The label, and boxes to tick, as many in a row as fit."""
        paper = self.paper
        if question.label:
            label = _LABEL.wrap(question.label, field.room, 2)
            y = paper.lines(field.x, y + 8 + _LABEL.size, label, _LABEL) - _LABEL.lead
        y += 5
        x = field.x
        for option in question.options:
            style = _OPTION.fitted(option, field.room - _BOX - 5)
            width = _BOX + 5 + style.width(option)
            if x > field.x and x + width > field.x + field.room:
                x, y = field.x, y + _OPTION.lead
            self._box(x, y + 2.5, ticked=option in question.ticked)
            paper.text(x + _BOX + 5, y + 10.8, option, style)
            x += width + _OPTION_GAP
        return y + _OPTION.lead

    def _agree(self, question: Question, field: _Field, y: float) -> float:
        """A box before a text that is agreed to by ticking it."""
        paper = self.paper
        y += 6
        lines = _AGREE.wrap(question.label, field.room - _BOX - 8)
        self._box(field.x, y, ticked=bool(question.ticked))
        return paper.lines(field.x + _BOX + 8, y + 8.2, lines, _AGREE) - 5

    def _read(self, question: Question, field: _Field, y: float) -> float:
        """A paragraph over the whole width."""
        lines = _PARAGRAPH.wrap(question.label, field.room)
        return self.paper.lines(field.x, y + 2 + _PARAGRAPH.size, lines, _PARAGRAPH) - 10

    def _box(self, x: float, y: float, *, ticked: bool) -> None:
        self.paper.box(x, y, _BOX, _BOX, radius=1.5, fill=WHITE, stroke=INK)
        if ticked:
            points = [(x + 2, y + 5), (x + 4.2, y + 7.4), (x + 7.8, y + 2.4)]
            self.paper.path(points, 1.3, ACCENT)

    def _signature(self, flow: Flow) -> None:
        sheet, paper = self.sheet, self.paper
        if not (sheet.signature_label or sheet.date_label):
            return
        flow.need(_SIGN_ROOM)
        base = max(flow.y + 20, flow.floor - 6)
        middle = paper.left + paper.room * 0.62
        if sheet.signature_label:
            label = _SIGN.fitted(sheet.signature_label, (middle - paper.left) * 0.6)
            x = paper.text(paper.left, base, f"{sheet.signature_label} ", label)
            paper.rule(base + 1.5, 0.7, INK, x, middle - 14)
        if sheet.date_label:
            label = _SIGN.fitted(sheet.date_label, (paper.right - middle) * 0.6)
            x = paper.text(middle, base, f"{sheet.date_label} ", label)
            paper.rule(base + 1.5, 0.7, INK, x, paper.right)
