"""The right column of the Sale page: what is to be paid, what will be on the back, the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import GAP
from kartoteka.ui.till import phrases
from kartoteka.ui.till.back_card import BackCard
from kartoteka.ui.till.pay_panel import PayPanel
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import scrolling

SIDE, SIDE_NARROW = 330, 300
FINISH_HEIGHT = 54


class TillSide(QWidget):
    """Sums and back scroll in a small window; the button that ends the sale is always there."""

    finish_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setFixedWidth(SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        self.pay = PayPanel(around)
        inside.addWidget(self.pay)
        self.back = BackCard(around)
        inside.addWidget(self.back)
        inside.addStretch(1)
        self.area = area = scrolling(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area, 1)
        self.finish_button = Button(
            around.theme,
            around.speech,
            phrases.finish_words,
            icon="printer",
            key="F12",
            kind="primary",
        )
        self.finish_button.setFixedHeight(FINISH_HEIGHT)
        self.finish_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.finish_button.clicked.connect(lambda: self.finish_wanted.emit())
        column.addWidget(self.finish_button)

    def fit(self, *, wide: bool) -> None:
        """Small windows have a narrower column."""
        self.setFixedWidth(SIDE if wide else SIDE_NARROW)
        self.pay.fit(wide=wide)

    def show_end(self, *, back: bool, possible: bool) -> None:
        """What the big button does now: sell or give back, or nothing yet."""
        words = self._around.words
        text = words.say("To refund") if back else phrases.finish_words(words)
        self.finish_button.setText(text)
        self.finish_button.setAccessibleName(text)
        self.finish_button.setEnabled(possible)
