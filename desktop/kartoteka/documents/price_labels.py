"""Price labels on sheets of stickers or on a roll: name, large price, unit price, barcode."""

from dataclasses import replace

from kartoteka.documents import codes, fonts
from kartoteka.documents.labels import label_size
from kartoteka.documents.page import About, Paper, Printed
from kartoteka.documents.sheets import PriceLabel, PriceLabelSheet
from kartoteka.documents.styles import MM, MUTED, Look, Style

_NAME = Style(9.5, bold=True, lead=11.0)
_PRICE = Style(25.0, bold=True, lead=25.0)
_PER = Style(8.5, lead=10.0)
_LINE = Style(7.0, lead=8.6)
_FOOT = Style(5.8, colour=MUTED, lead=7.0)
_INSET = 3.2
"""Free at every side, in millimetres: sheets and rolls are never quite straight."""
_NAME_LINES = 2
_MODULES = (0.96, 0.54)
"""A bar's module in points, at most and at least: 0.34 and 0.19 mm."""
_QUIET_MODULES = 9
_BAR_HEIGHT = 24.0
_REFERENCE = 37.0 * MM
"""The height for which the sizes above are meant; higher labels are set larger."""
_LARGEST = 2.2


def draw(sheet: PriceLabelSheet) -> bytes:
    """The labels as a PDF; equal sheets give equal bytes. Raises LabelsTooSmall."""
    return prepare(sheet).pdf


def prepare(sheet: PriceLabelSheet) -> Printed:
    """Like `draw`, with the number of pages beside the bytes."""
    grid = sheet.grid
    width, height = (side * MM for side in label_size(grid))
    look = Look(grid.page_width * MM, grid.page_height * MM, 1.0, 0.0)
    paper = Paper(look, About(sheet.document_title, sheet.author, sheet.language, sheet.made))
    places = grid.columns * grid.rows
    used = sheet.skip % places
    for index, one in enumerate(sheet.labels, start=used):
        if index > used and index % places == 0:
            paper.turn_page()
        row, column = divmod(index % places, grid.columns)
        x = grid.left * MM + column * (width + grid.gap_across * MM)
        y = grid.top * MM + row * (height + grid.gap_down * MM)
        _Label(paper, one, x, y, width, height).draw()
    return paper.finish()


class _Label:
    """Draws one label: the name above, the price in the middle, bars and small print below."""

    def __init__(
        self, paper: Paper, label: PriceLabel, x: float, y: float, width: float, height: float
    ) -> None:
        inset = min(_INSET * MM, width * 0.08, height * 0.1)
        self.paper, self.label = paper, label
        self.left, self.right = x + inset, x + width - inset
        self.top, self.bottom = y + inset, y + height - inset
        scale = min(height / _REFERENCE, width / (58 * MM))
        self.scale = max(0.62, min(scale, _LARGEST))

    @property
    def room(self) -> float:
        return self.right - self.left

    def draw(self) -> None:
        ceiling = self._name()
        floor = self._foot()
        floor = self._lines(floor)
        self._price(ceiling, floor)

    def _style(self, style: Style) -> Style:
        return style.sized(style.size * self.scale)

    def _name(self) -> float:
        style, lines = self._style(_NAME).whole(self.label.name, self.room, _NAME_LINES)
        style = replace(style, lead=style.size * 1.16)
        after = self.paper.lines(self.left, self.top + style.size * 0.85, lines, style)
        return after - style.size * 0.85

    def _foot(self) -> float:
        """The bars, under them their digits at the left and the small print at the right."""
        paper, style = self.paper, self._style(_FOOT)
        digits = self.label.barcode if self._bars(style.lead) else ""
        end = paper.text(self.left, self.bottom, digits, style.fitted(digits, self.room * 0.5))
        room = self.right - end - 6
        foot = style.fitted(self.label.foot, room)
        if foot.size > style.size * 0.5:
            paper.text_right(self.right, self.bottom, self.label.foot, foot)
        return self.bottom - style.lead - (self._bar_height() + 1 if digits else 0)

    def _bar_height(self) -> float:
        """Lower where a reduction has to be told as well: the price must stay large."""
        share = 0.19 if self.label.lowest else 0.26
        return min(_BAR_HEIGHT * self.scale, (self.bottom - self.top) * share)

    def _bars(self, below: float) -> bool:
        """As EAN-13 where the digits are one; whether there was room."""
        text = self.label.barcode
        bars, modules = codes.ean_13(text)
        if not bars:
            bars, modules = codes.code_128(text)
        module = min(_MODULES[0] * self.scale, self.room / (modules + _QUIET_MODULES))
        if not bars or module < _MODULES[1]:
            return False
        height = self._bar_height()
        self.paper.bars(self.left, self.bottom - below - height, bars, module, height)
        return True

    def _lines(self, floor: float) -> float:
        """Unit price and the price before, above the bars."""
        style = self._style(_LINE)
        texts = [part for part in (self.label.lowest, self.label.unit_price) if part]
        lines = [line for text in texts for line in style.wrap(text, self.room, 2)]
        base = floor - 3 - (len(lines) - 1) * style.lead
        self.paper.lines(self.left, base, lines, style)
        return base - style.lead if lines else floor

    def _price(self, ceiling: float, floor: float) -> None:
        """As large as the room between name and lines allows, with its unit after it."""
        label, paper = self.label, self.paper
        per, half = self._style(_PER), self.room / 2
        unit, second = (
            next(iter(per.wrap(fonts.safe(text), half, 1)), "")
            for text in (label.per, label.second_price)
        )
        tail = max(per.width(unit), per.width(second)) + 4
        price = self._style(_PRICE)
        most = max(8.0, (floor - ceiling - 3) / 0.82)
        price = price.sized(min(price.size * 1.15, most)).fitted(label.price, self.room - tail)
        base = floor - max(2.0, (floor - ceiling - price.size * 0.72) / 2)
        end = paper.text(self.left, base, label.price, price)
        paper.text(end + 4, base, unit, per)
        if second:
            paper.text(end + 4, base - per.lead, second, per)
