"""The End of day page: sums by way of paying, cash counted against expected, closed, printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kartoteka.domain.day import DayReport
from kartoteka.domain.errors import RuleBroken
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.day import presenter
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.theme import GAP
from kartoteka.ui.till.pay_panel import SumsGrid
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, restyle, said, scrolling

if TYPE_CHECKING:
    from kartoteka.domain.day import ClosedDay
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes, Done

SIDE = 320
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DayPage(Page):
    """Count the drawer, type the sum, F12."""

    name = "day"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.report: DayReport | None = None
        self._closing = False
        self._print = Button(
            around.theme, around.speech, _print_words, icon="printer", key="Ctrl+P"
        )
        self._print.clicked.connect(self.print_page)
        self._close = Button(
            around.theme, around.speech, _close_words, icon="check", key="F12", kind="primary"
        )
        self._close.clicked.connect(self.close_day)
        self._build()
        shortcut = QShortcut(QKeySequence("F12"), self, self.close_day)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.speech.spoken.connect(self._redraw)

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("End of day")

    def buttons(self) -> list[QWidget]:
        """Print and close."""
        return [self._print, self._close]

    def affected_by(self, changes: "Changes") -> bool:
        """Sales, debts and counts."""
        return bool(changes.sales or changes.settings or changes.everything)

    def refresh(self) -> None:
        """Ask for the sums of today."""
        self.around.desk.ask(_report, self._show, key=self)

    def first_focus(self) -> QWidget | None:
        """The cash that was counted."""
        return self.counted

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of this page."""
        return [("F12", words.say("close the day")), ("Ctrl+P", words.say("print the day"))]

    def print_page(self) -> bool:
        """Print the report of the day."""
        from kartoteka.ui.papers.order import plain_order
        from kartoteka.ui.papers.print_run import PrintRun

        words = self.around.words
        title = words.say("End of day")

        def ready(pdf: bytes) -> None:
            PrintRun(self.around, self, plain_order(self.around, title, pdf)).ask()

        self.around.desk.ask(_pdf, ready)
        return True

    def close_day(self) -> None:
        """Keep the count, once."""
        report = self.report
        if report is None or self._closing:
            return
        try:
            count = presenter.read_count(report, self.counted.text(), self.left.text())
        except RuleBroken as broken:
            self._refuse(broken)
            return
        note = self.note.text()
        self._closing = True

        def write(shop: "Shop") -> "Done[ClosedDay]":
            from kartoteka.shop import closing

            return closing.close_day(shop, count.counted, left=count.left, note=note)

        self.around.desk.change(write, self._on_closed, self._refuse)

    # -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(said(self.around.speech, lambda words: words.say("End of day"), "title"))
        self._day = ElidedLabel(look="muted")
        head.addWidget(self._day, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._kinds(), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cash(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(content))

    def _kinds(self) -> QWidget:
        card = CardFrame(spacing=12)
        figures = QHBoxLayout()
        figures.addWidget(said(self.around.speech, _turnover, "figure"))
        figures.addStretch(1)
        self.turnover = label("great")
        figures.addWidget(self.turnover)
        card.body.addLayout(figures)
        self.sums = SumsGrid()
        card.body.addWidget(self.sums)
        self._kinds_head = said(self.around.speech, _by_kind, "head")
        card.body.addWidget(self._kinds_head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._cells: list[QLabel] = []
        card.body.addLayout(self._grid)
        return card

    def _cash(self) -> QWidget:
        speech = self.around.speech
        card = CardFrame(spacing=8)
        card.setFixedWidth(SIDE)
        card.body.addWidget(said(speech, lambda words: words.say("Cash in the drawer"), "head"))
        self.expected = SumsGrid()
        card.body.addWidget(self.expected)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        self.counted, self.left = QLineEdit(), QLineEdit()
        for row, (phrase, field) in enumerate(((_counted, self.counted), (_left, self.left))):
            field.setFixedWidth(120)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            speech.bind(field.setAccessibleName, phrase)
            field.textEdited.connect(self._reckon)
            field.returnPressed.connect(self.close_day)
            grid.addWidget(said(speech, phrase, "muted", wrap=True), row, 0)
            grid.addWidget(field, row, 1)
        card.body.addLayout(grid)
        self.note = QLineEdit()
        for setter in (self.note.setPlaceholderText, self.note.setAccessibleName):
            speech.bind(setter, lambda words: words.say("Note for the day"))
        card.body.addWidget(self.note)
        self.difference = label("head", wrap=True)
        card.body.addWidget(self.difference)
        self.problem = label("alarm", wrap=True)
        self.problem.hide()
        card.body.addWidget(self.problem)
        self.closed = label("hint", wrap=True)
        card.body.addWidget(self.closed)
        return card

    def _show(self, report: DayReport) -> None:
        self.report = report
        self._redraw()
        self.filled.emit()

    def _redraw(self) -> None:
        report, words = self.report, self.around.words
        if report is None:
            return
        self._day.setText(formats.date_long(words, report.on))
        self.turnover.setText(formats.money(words, report.turnover))
        self.sums.show_rows(presenter.sum_rows(words, report))
        self._show_kinds(words, report)
        self.expected.show_rows(
            [
                (words.say("At the beginning"), formats.money(words, report.opening), ""),
                (words.say("Expected"), formats.money(words, report.expected), ""),
            ]
        )
        self._show_closed(words, report)
        self._reckon()

    def _show_kinds(self, words: Words, report: DayReport) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        heads = (
            "",
            words.say("Sold"),
            words.say("Refund"),
            words.say("Debts paid"),
            words.say("Net"),
        )
        found = presenter.kind_rows(words, report)
        self._kinds_head.setVisible(bool(found))
        rows = [heads, *found] if found else []
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                look = "hint" if not at else "strong" if column == 4 else ""
                cell = label(look, text)
                if column:
                    cell.setAlignment(AT_RIGHT)
                self._grid.addWidget(cell, at, column)
                self._cells.append(cell)

    def _show_closed(self, words: Words, report: DayReport) -> None:
        closed = report.closed
        self.closed.setVisible(closed is not None)
        if closed is not None:
            self.closed.setText(
                words.say(
                    "Counted at {time}: {counted}, {left} left in the drawer.",
                    time=closed.at.strftime("%H:%M"),
                    counted=formats.money(words, closed.counted),
                    left=formats.money(words, closed.left),
                )
            )

    def _reckon(self) -> None:
        self.problem.hide()
        if self.report is None:
            return
        try:
            count = presenter.read_count(self.report, self.counted.text(), "")
        except RuleBroken:
            self.difference.setText("")
            return
        text, tone = presenter.difference_words(self.around.words, count.difference)
        self.difference.setText(text)
        restyle(self.difference, "tone", tone)

    def _on_closed(self, done: "Done[ClosedDay]") -> None:
        self._closing = False
        words = self.around.words
        self.around.notices.done(words.say("The day is closed."), done.changes)
        for field in (self.counted, self.left, self.note):
            field.setText("")

    def _refuse(self, error: Exception) -> None:
        from kartoteka.wording import explain, is_expected

        self._closing = False
        if not is_expected(error):
            self.around.notices.trouble(error)
            return
        explained = explain(error, self.around.words)
        self.problem.setText(f"{explained.title} {explained.advice}".strip())
        self.problem.show()
        self.counted.setFocus()


def _report(shop: "Shop") -> DayReport:
    from kartoteka.shop import closing

    return closing.day_report(shop)


def _pdf(shop: "Shop") -> bytes:
    from kartoteka.shop import printing

    return printing.day_report(shop).pdf


def _print_words(words: Words) -> str:
    return words.say("Print")


def _close_words(words: Words) -> str:
    return words.say("Close the day")


def _turnover(words: Words) -> str:
    return words.say("Turnover")


def _by_kind(words: Words) -> str:
    return words.say("By payment method")


def _counted(words: Words) -> str:
    return words.say("Counted")


def _left(words: Words) -> str:
    return words.say("Left in the drawer")
