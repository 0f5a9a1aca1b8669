"""Chips: short words on a coloured ground; the words alone say all, the colour helps."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kartoteka.domain.rhythm import State
from kartoteka.ui.theme import SMALL, Theme

PAD_X = 9
HEIGHT = 21
SPACE = 5

TONES = {
    "accent": ("accent", "accent_soft"),
    "well": ("well_ink", "well_soft"),
    "care": ("care_ink", "care_soft"),
    "alarm": ("alarm", "alarm_soft"),
    "gone": ("gone_ink", "gone_soft"),
    "note": ("note", "note_soft"),
}
EDGE = 0.3
"""How strong the thin edge is that keeps a chip seen on a row of its own colour."""
STATE_TONES = {
    State.NEW: "accent",
    State.ACTIVE: "well",
    State.DUE: "well",
    State.COOLING: "care",
    State.QUIET: "alarm",
    State.LOST: "gone",
    State.NONE: "gone",
}


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says, and its tone: accent, well, care, alarm, gone or note."""

    text: str
    tone: str = "gone"


def capital(text: str) -> str:
    """The words as they begin a chip: with a capital letter, whatever follows as it was."""
    return text[:1].upper() + text[1:]


def chip_width(theme: Theme, text: str) -> int:
    """How wide a chip with this text is, in logical pixels."""
    return theme.advance(text, SMALL) + 2 * PAD_X


def paint_chip(painter: QPainter, theme: Theme, chip: ChipText, box: QRectF) -> None:
    """Paint one chip into `box`; a text that is too long ends in dots."""
    ink, ground = TONES[chip.tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(theme.color(ink))
    edge.setAlphaF(EDGE)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(theme.color(ground))
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(theme.font(SMALL))
    painter.setPen(theme.color(ink))
    text = theme.fitting(chip.text, int(box.width()) - 2 * PAD_X + 1, SMALL)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_chips(painter: QPainter, theme: Theme, chips: list[ChipText], box: QRectF) -> None:
    """Paint chips in rows inside `box`, centred from top to bottom; those without room are left."""
    rows = _rows(theme, chips, box)
    height = len(rows) * HEIGHT + max(0, len(rows) - 1) * 2
    top = box.top() + (box.height() - height) / 2
    for row in rows:
        left = box.left()
        for chip, width in row:
            paint_chip(painter, theme, chip, QRectF(left, top, width, HEIGHT))
            left += width + SPACE
        top += HEIGHT + 2


def _rows(theme: Theme, chips: list[ChipText], box: QRectF) -> list[list[tuple[ChipText, float]]]:
    most = max(1, int((box.height() + 2) // (HEIGHT + 2)))
    rows: list[list[tuple[ChipText, float]]] = []
    left = box.width() + 1
    for chip in chips:
        width = min(float(chip_width(theme, chip.text)), box.width())
        if left + width > box.width():
            if len(rows) == most:
                break
            rows.append([])
            left = 0.0
        rows[-1].append((chip, width))
        left += width + SPACE
    return rows


class Chip(QWidget):
    """One chip as a widget, for cards and heads."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "gone") -> None:
        """Say `text` in that tone; set another by `set_chip`."""
        super().__init__()
        self._theme = theme
        self._chip = ChipText(text, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The words on it."""
        return self._chip.text

    def set_chip(self, text: str, tone: str) -> None:
        """Say something else."""
        self._chip = ChipText(text, tone)
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        return QSize(chip_width(self._theme, self._chip.text), HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        """It may shrink and end in dots."""
        return QSize(min(60, self.sizeHint().width()), HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip, with a tooltip when it is cut."""
        painter = QPainter(self)
        hint = self.sizeHint().width()
        width = min(hint, self.width())
        self.setToolTip(self._chip.text if width < hint else "")
        paint_chip(painter, self._theme, self._chip, QRectF(0, 1, width, HEIGHT))
