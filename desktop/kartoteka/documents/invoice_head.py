"""Above the table of an invoice: title, stamps, who sells to whom; the bank box of Russia."""

from kartoteka.documents import fonts
from kartoteka.documents.foot import draw_stamp
from kartoteka.documents.letterhead import draw_letterhead
from kartoteka.documents.page import Paper
from kartoteka.documents.sheets import BankBox, InvoiceForm, InvoiceSheet, Party
from kartoteka.documents.styles import ACCENT, ALARM, ALARM_PALE, INK, MUTED, SOFT, Style

TITLE = Style(18.5, bold=True, lead=21.0)
_LONG_TITLE = Style(14.5, bold=True, lead=18.0)
_NUMBER = Style(11.5, lead=15.0)
_DATE = Style(11.5, colour=MUTED, lead=15.0)
_ABOUT = Style(8.25, colour=MUTED, lead=11.0)
_STAMP = Style(8.5, bold=True, lead=10.0, spacing=0.7)
_ANNULLED = Style(90.0, bold=True, colour=ALARM_PALE, lead=90.0)
_LABEL = Style(8.25, colour=MUTED, lead=11.0)
_NAME = Style(9.5, bold=True, lead=13.0)
_NAME_LINES, _WIDE_NAME_LINES = 8, 5
"""A legal name stands whole, in half the page or all of it; only a pasted page is cut."""
_LINE = Style(9.0, lead=13.0)
_CORRECTS = Style(9.25, lead=13.0)
_BANK = Style(9.25, lead=11.5)
_BANK_SMALL = Style(7.75, colour=MUTED, lead=10.0)

_COLUMN_GAP = 13.0
_PARTY_LABEL = 88.0
_MOST_LINES = 8
"""Of a party's details; more would push the goods off the page."""
_GRID = 0.5


class InvoiceHead:
    """Draws the head of one invoice on one paper."""

    def __init__(
        self, paper: Paper, sheet: InvoiceSheet, stamps: list[str], picture: bytes | None
    ) -> None:
        """`stamps` are the framed words of this print: original or copy, annulled."""
        self.paper = paper
        self.sheet = sheet
        self.stamps = stamps
        self.picture = picture

    def draw(self) -> float:
        """The whole head; returns where the table may begin."""
        sheet = self.sheet
        y = self._letterhead()
        if sheet.form is InvoiceForm.RUSSIAN:
            y = self._bank(y)
            y = self._long_title(y)
            y = self._corrects(y)
            return self._parties_in_rows(y) + 8
        y = self._title(y)
        y = self._corrects(y)
        return self._parties_in_columns(y) + 14

    def draw_again(self) -> float:
        """The short head of a further page; returns where the table may begin."""
        sheet = self.sheet
        y = self.paper.top + 9
        number = f" {sheet.number_line}" if sheet.number_line else ""
        seller = f" · {sheet.seller.name}" if sheet.seller.name else ""
        style = _LABEL.coloured(INK)
        text = f"{sheet.title}{number}{seller}"
        self.paper.lines(self.paper.left, y, style.wrap(text, self.paper.room, 1), style)
        return y + 9

    def draw_ground(self) -> None:
        """What lies under everything on every page of an annulled paper."""
        word = self.sheet.annulled_stamp
        if word and word in self.stamps:
            self.paper.ground_word(word, _ANNULLED)

    def _letterhead(self) -> float:
        sheet, paper = self.sheet, self.paper
        if not (sheet.shop_name or self.picture):
            return paper.top
        return draw_letterhead(paper, sheet.shop_name, sheet.shop_lines, self.picture) + 20

    def _title(self, y: float) -> float:
        """Title with number and date at the left, stamps and quiet lines at the right."""
        paper, sheet = self.paper, self.sheet
        right, ends = self._at_right(y)
        room = right - paper.left - 12
        base = y + 16
        style = TITLE.fitted(sheet.title, room) if " " not in sheet.title else TITLE
        base = paper.lines(paper.left, base, style.wrap(sheet.title, room, 2), style)
        base += 17 - TITLE.lead
        x = paper.text(paper.left, base, sheet.number_line, _NUMBER)
        date = sheet.date_line
        if date:
            joined = f" · {date}" if sheet.number_line else date
            if x + _DATE.width(fonts.safe(joined)) > right - 6:
                base, x, joined = base + _DATE.lead, paper.left, date
            paper.text(x, base, joined, _DATE)
        return max(base, ends) + 18

    def _at_right(self, y: float) -> tuple[float, float]:
        """Stamps and quiet lines at the upper right; returns their left edge and their end."""
        paper, x = self.paper, self.paper.right
        edge = paper.right
        for word in self.stamps:
            colour = ALARM if word == self.sheet.annulled_stamp else INK
            x -= draw_stamp(paper, x, y + 1, word, _STAMP.coloured(colour)) + 6
            edge = min(edge, x)
        base = y + (30 if self.stamps else 10)
        for text in self.sheet.about:
            for line in _ABOUT.wrap(text, paper.room * 0.46, 2):
                paper.text_right(paper.right, base, line, _ABOUT)
                edge = min(edge, paper.right - _ABOUT.width(line))
                base += _ABOUT.lead
        return edge, base - _ABOUT.lead

    def _long_title(self, y: float) -> float:
        """The title of a счет: all in one line, over a heavy rule."""
        paper, sheet = self.paper, self.sheet
        x = paper.right
        for word in self.stamps:
            colour = ALARM if word == sheet.annulled_stamp else INK
            x -= draw_stamp(paper, x, y + 3, word, _STAMP.coloured(colour)) + 6
        room = x - paper.left - (6 if self.stamps else 0)
        text = " ".join(part for part in (sheet.title, sheet.number_line, sheet.date_line) if part)
        base = paper.lines(paper.left, y + 15, _LONG_TITLE.wrap(text, room, 3), _LONG_TITLE)
        y = base - _LONG_TITLE.lead + 9
        paper.rule(y, 1.5, INK)
        for text in sheet.about:
            y = paper.lines(paper.left, y + 13, _ABOUT.wrap(text, paper.room, 1), _ABOUT) - 13
        return y + 12

    def _corrects(self, y: float) -> float:
        """Which paper this one changes, and why."""
        paper = self.paper
        room = paper.room - 24
        heavy = _CORRECTS.sized(_CORRECTS.size)
        lines = []
        for index, text in enumerate(self.sheet.corrects):
            style = Style(heavy.size, not index, INK, heavy.lead)
            lines += [(line, style) for line in style.wrap(text, room, 3)]
        if not lines:
            return y
        height = len(lines) * _CORRECTS.lead + 11
        paper.box(paper.left, y, paper.room, height, radius=4, fill=SOFT)
        paper.box(paper.left, y, 3, height, radius=1.5, fill=ACCENT)
        base = y + 15
        for text, style in lines:
            paper.text(paper.left + 14, base, text, style)
            base += style.lead
        return y + height + 16

    def _parties_in_columns(self, y: float) -> float:
        paper = self.paper
        room = (paper.room - _COLUMN_GAP) / 2
        second = paper.left + room + _COLUMN_GAP
        ends = [
            self._party(x, y, room, party)
            for x, party in ((paper.left, self.sheet.seller), (second, self.sheet.buyer))
        ]
        return self._basis(max(ends))

    def _party(self, x: float, y: float, room: float, party: Party) -> float:
        paper = self.paper
        paper.rule(y, 1.5, ACCENT, x, x + room)
        base = paper.lines(x, y + 15, _LABEL.wrap(party.label, room, 1), _LABEL)
        base = paper.lines(x, base + 3, _NAME.wrap(party.name, room, _NAME_LINES), _NAME)
        details = [line for text in party.lines for line in _LINE.wrap(text, room, 3)]
        base = paper.lines(x, base, details[:_MOST_LINES], _LINE)
        return base - _LINE.lead + 4

    def _basis(self, y: float) -> float:
        if not self.sheet.basis:
            return y
        paper = self.paper
        x = paper.left
        if self.sheet.basis_label:
            x = paper.text(x, y + 17, f"{self.sheet.basis_label} ", _LABEL)
        lines = _LINE.wrap(self.sheet.basis, paper.right - x, 3)
        return paper.lines(x, y + 17, lines, _LINE) - _LINE.lead + 3

    def _parties_in_rows(self, y: float) -> float:
        """'Поставщик (Исполнитель):' at the left, name and details at the right."""
        sheet = self.sheet
        y = self._party_row(y, sheet.seller.label, sheet.seller.name, sheet.seller.lines)
        y = self._party_row(y, sheet.buyer.label, sheet.buyer.name, sheet.buyer.lines)
        return self._party_row(y, sheet.basis_label, sheet.basis, ())

    def _party_row(self, y: float, label: str, name: str, lines: tuple[str, ...]) -> float:
        if not name:
            return y
        paper = self.paper
        x = paper.left + _PARTY_LABEL
        room = paper.right - x
        ends = paper.lines(paper.left, y + 9, _LABEL.wrap(label, _PARTY_LABEL - 8, 3), _LABEL)
        base = paper.lines(x, y + 9, _NAME.wrap(name, room, _WIDE_NAME_LINES), _NAME)
        details = ", ".join(lines)
        base = paper.lines(x, base, _LINE.wrap(details, room, 3), _LINE)
        return max(base - _LINE.lead, ends - _LABEL.lead) + 10

    def _bank(self, y: float) -> float:
        bank = self.sheet.bank
        return y if bank is None else BankTable(self.paper, bank).draw(y) + 16


class BankTable:
    """The bank box: bank, БИК and its account; ИНН, КПП and the account; the payee."""

    def __init__(self, paper: Paper, bank: BankBox) -> None:
        self.paper = paper
        self.bank = bank
        self.x1 = paper.left + paper.room * 0.56
        self.x2 = self.x1 + paper.room * 0.085

    def draw(self, y: float) -> float:
        """Draw it with its upper edge at `y`; returns its lower edge."""
        paper, bank = self.paper, self.bank
        room = self.x1 - paper.left - 10
        bank_lines = _BANK.wrap(bank.bank, room, 3)
        payee_lines = _BANK.wrap(bank.payee, room, 4)
        first = y + max(30.0, len(bank_lines) * _BANK.lead + _BANK_SMALL.lead + 7)
        second = first + 16
        third = second + max(30.0, len(payee_lines) * _BANK.lead + _BANK_SMALL.lead + 7)
        paper.lines(paper.left + 5, y + 12, bank_lines, _BANK)
        paper.text(paper.left + 5, first - 4, bank.bank_label, _BANK_SMALL)
        paper.lines(paper.left + 5, second + 12, payee_lines, _BANK)
        paper.text(paper.left + 5, third - 4, bank.payee_label, _BANK_SMALL)
        self._tax_numbers(first, second)
        self._numbers(y, first)
        paper.box(paper.left, y, paper.room, third - y, stroke=INK, thickness=_GRID)
        paper.rule(first, _GRID, INK)
        paper.rule(second, _GRID, INK, paper.left, self.x1)
        paper.upright(self.x1, y, third, _GRID, INK)
        paper.upright(self.x2, y, third, _GRID, INK)
        return third

    def _tax_numbers(self, top: float, bottom: float) -> None:
        paper, bank = self.paper, self.bank
        middle = (paper.left + self.x1) / 2
        base = top + 11.5
        half = middle - paper.left - 10
        inn = f"{bank.inn_label} {bank.inn}"
        paper.text(paper.left + 5, base, inn, _BANK.fitted(inn, half if bank.kpp else 2 * half))
        if bank.kpp:
            kpp = f"{bank.kpp_label} {bank.kpp}"
            paper.upright(middle, top, bottom, _GRID, INK)
            paper.text(middle + 5, base, kpp, _BANK.fitted(kpp, half))

    def _numbers(self, top: float, middle: float) -> None:
        """БИК over the bank's account; the payee's account below them."""
        paper, bank = self.paper, self.bank
        x, room = self.x2 + 5, paper.right - self.x2 - 10
        for base, label, number in (
            (top + 12, bank.bic_label, bank.bic),
            (top + 26, bank.account_label, bank.bank_account),
            (middle + 12, bank.account_label, bank.account),
        ):
            label_style = _BANK.fitted(label, self.x2 - self.x1 - 8)
            paper.text(self.x1 + 5, base, label, label_style)
            paper.text(x, base, number, _BANK.fitted(number, room))
