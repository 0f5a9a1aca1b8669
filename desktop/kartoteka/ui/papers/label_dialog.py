"""Address labels: which sheet of stickers is in the printer, and which of them are used up."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSpinBox, QWidget

from kartoteka.domain.mail import A4, MEASURES, Labels
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import Phrase
from kartoteka.ui.papers.setup_dialog import Draw, SetupDialog, count_field, plain
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.card_frame import label

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop

OWN = "own"
SHEETS = {
    "3x8": Labels(),
    "3x7": Labels(rows=7),
    "2x8": Labels(columns=2),
    "2x7": Labels(
        columns=2,
        rows=7,
        left=Decimal("4.65"),
        right=Decimal("4.65"),
        top=Decimal("15.15"),
        bottom=Decimal("15.15"),
        gap_across=Decimal("2.5"),
    ),
}
PAIRS: tuple[tuple[Phrase, str, str], ...] = (
    (lambda words: words.say("Margin left and right, mm"), "left", "right"),
    (lambda words: words.say("Margin above and below, mm"), "top", "bottom"),
    (lambda words: words.say("Gap across and down, mm"), "gap_across", "gap_down"),
)


class LabelDialog(SetupDialog):
    """The usual sheets by name, any other by its measures; a used sheet begins at label N."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget,
        chosen: Sequence[int],
        title: Phrase | None = None,
        name: str = "labels",
    ) -> None:
        super().__init__(around, parent, chosen, title or _title, name)
        self.add_above()
        self.sheet = self.add_choice(_sheet, [*((key, _named(key)) for key in SHEETS), (OWN, _own)])
        self.fields: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self._add_pair(_grid, count_field(8), "columns", count_field(24), "rows")
        for phrase, first, second in PAIRS:
            self._add_pair(phrase, self._millimetres(), first, self._millimetres(), second)
        self.start = count_field(8 * 24)
        self.add_row(_start, self.start)
        self.measured = label("hint", wrap=True)
        self.form.addRow("", self.measured)
        self.picture = SheetPicture(around.theme)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self.sheet.activated.connect(self._on_sheet)
        for field in self.fields.values():
            field.valueChanged.connect(self._on_measure)
        self.start.valueChanged.connect(self._redraw)
        self.picture.chosen.connect(self.start.setValue)
        around.speech.spoken.connect(self._redraw)
        self._redraw()
        self.finish_building()

    def add_above(self) -> None:
        """Rows over those of the sheet."""

    @property
    def labels(self) -> Labels:
        """The sheet as it stands in the fields."""
        counted = {name: self.fields[name].value() for name in MEASURES[:2]}
        measured = {name: Decimal(f"{self.fields[name].value():.2f}") for name in MEASURES[2:]}
        return Labels(columns=int(counted["columns"]), rows=int(counted["rows"]), **measured)

    def values(self) -> dict[str, str]:
        return {f"labels.{name}": str(getattr(self.labels, name)) for name in MEASURES}

    def order(self) -> Draw:
        sheet, start = self.labels, self.start.value()

        def draw(shop: "Shop", people: Sequence[int]) -> bytes:
            from kartoteka.shop import printing

            return printing.address_labels(shop, people, sheet, start).pdf

        return draw

    def show_settings(self, settings: "Settings") -> None:
        self._show(settings.labels)

    def able(self, shop: "Shop", chosen: Sequence[int]) -> Sequence[int]:
        from kartoteka.shop import printing

        return printing.with_address(shop, chosen)

    def left_out_words(self, words: Words, number: int) -> str:
        return without_address(words, number)

    def _show(self, labels: Labels) -> None:
        for name, field in self.fields.items():
            field.blockSignals(True)
            if isinstance(field, QSpinBox):
                field.setValue(int(getattr(labels, name)))
            else:
                field.setValue(float(getattr(labels, name)))
            field.blockSignals(False)
        self._on_measure()

    def _on_sheet(self, at: int) -> None:
        labels = SHEETS.get(str(self.sheet.itemData(at)))
        if labels is not None:
            self._show(labels)

    def _on_measure(self) -> None:
        now = self.labels
        known = next((key for key, sheet in SHEETS.items() if sheet == now), OWN)
        self.sheet.setCurrentIndex(self.sheet.findData(known))
        self._redraw()

    def _redraw(self) -> None:
        now = self.labels
        self.start.setMaximum(now.places)
        width, height = now.size
        locale = QLocale(self._around.words.language)
        self.measured.setText(
            self._around.words.say(
                "One label is {width} × {height} mm.",
                width=locale.toString(width, "f", 1),
                height=locale.toString(height, "f", 1),
            )
        )
        self.picture.show_sheet(now, self.start.value() - 1)

    def _add_pair(
        self,
        phrase: Phrase,
        first: QSpinBox | QDoubleSpinBox,
        first_name: str,
        second: QSpinBox | QDoubleSpinBox,
        second_name: str,
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field, name in ((first, first_name), (second, second_name)):
            self.fields[name] = field
            self._around.speech.bind(field.setAccessibleName, phrase)
            line.addWidget(field, 1)
        self.add_row(phrase, row)

    def _millimetres(self) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(0, 100)
        field.setDecimals(2)
        field.setSingleStep(0.5)
        field.setLocale(QLocale(self._around.words.language))
        return plain(field)


class SheetPicture(QWidget):
    """The sheet as it lies in the printer; a click says where the first label goes."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels, self._used = Labels(), 0
        self.setFixedSize(132, round(132 * A4[1] / A4[0]))
        theme.changed.connect(self.update)

    def show_sheet(self, labels: Labels, used: int) -> None:
        """Show its labels; the first `used` of them are gone."""
        self._labels, self._used = labels, used
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white sheet, labels in their frames, used ones grey."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("card"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for place in range(self._labels.places):
            token = "line" if place < self._used else "accent_soft"
            painter.setBrush(self._theme.color(token))
            painter.drawRect(self._box(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the label under the mouse."""
        for place in range(self._labels.places):
            if self._box(place).contains(event.position()):
                self.chosen.emit(place + 1)

    def _box(self, place: int) -> QRectF:
        labels, scale = self._labels, self.width() / A4[0]
        width, height = labels.size
        row, column = divmod(place, labels.columns)
        x = float(labels.left) + column * (width + float(labels.gap_across))
        y = float(labels.top) + row * (height + float(labels.gap_down))
        box = QRectF(x * scale, y * scale, max(0.0, width) * scale, max(0.0, height) * scale)
        return box.adjusted(1, 1, -1, -1)


def without_address(words: Words, number: int) -> str:
    """So many of the chosen cannot be written to."""
    return words.count(
        "{number} client without a postal address is left out.",
        "{number} clients without a postal address are left out.",
        number,
    )


def _named(key: str) -> Phrase:
    labels = SHEETS[key]
    width, height = labels.size

    def say(words: Words) -> str:
        locale = QLocale(words.language)
        return words.say(
            "{columns} × {rows}, {width} × {height} mm",
            columns=labels.columns,
            rows=labels.rows,
            width=locale.toString(width, "f", 1),
            height=locale.toString(height, "f", 1),
        )

    return say


def _title(words: Words) -> str:
    return words.say("Address labels")


def _sheet(words: Words) -> str:
    return words.say("Sheet of labels")


def _own(words: Words) -> str:
    return words.say("another sheet")


def _grid(words: Words) -> str:
    return words.say("Columns and rows")


def _start(words: Words) -> str:
    return words.say("Start at label")
