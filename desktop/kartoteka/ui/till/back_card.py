"""What the back of the receipt will say, and what the discount leaves for the shop."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kartoteka.domain.reckoning import Totals
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.back_choice import BackChoice, back_texts, back_title
from kartoteka.ui.till import phrases
from kartoteka.ui.widgets.card_frame import CardFrame, label, said


class BackCard(CardFrame):
    """The back in its dashed frame, another one to choose, warnings and the margin under it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=8)
        self._around = around
        self._sums: Totals | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(said(around.speech, back_title, "head"))
        self.choice = BackChoice(around.speech)
        head.addWidget(self.choice, 1)
        self.body.addLayout(head)
        self._frame = QFrame()
        self._frame.setObjectName("backFrame")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(3)
        self.lines = (
            label("strong", wrap=True),
            label("small", wrap=True),
            label("hint", wrap=True),
        )
        for line in self.lines:
            inside.addWidget(line)
        self.body.addWidget(self._frame)
        self.warnings = label("care", wrap=True)
        self.margin = label("hint", wrap=True)
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.margin)
        around.speech.spoken.connect(self._redraw)
        self.choice.changed.connect(self._redraw)
        self._redraw()

    def show_sums(self, sums: Totals) -> None:
        """Show what the basket leaves, and warn of lines below cost or margin."""
        self._sums = sums
        self._redraw()

    def _redraw(self) -> None:
        words, sums = self._around.words, self._sums
        for line, text in zip(self.lines, back_texts(words, self.choice.back), strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        warned = [phrases.warning(words, each) for each in sums.warnings] if sums else []
        self.warnings.setText("\n".join(warned))
        self.warnings.setVisible(bool(warned))
        left = phrases.margin(words, sums) if sums else ""
        self.margin.setText(left)
        self.margin.setVisible(bool(left))
