"""The card of the rhythm: how often they come, how long they are silent, the line of visits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from kartoteka.ui.clients.card_presenter import rhythm_title, silence_words, visit_story
from kartoteka.ui.page import Surroundings
from kartoteka.ui.widgets.card_frame import CardFrame, label, restyle
from kartoteka.ui.widgets.visit_line import VisitLine

if TYPE_CHECKING:
    from kartoteka.shop.views import RhythmView


class RhythmCard(CardFrame):
    """Words above, the line below; without a visit there is no line."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(spacing=4)
        self._around = around
        self._rhythm: RhythmView | None = None
        self.head = label("head", wrap=True)
        self.silence = label("muted")
        self.line = VisitLine(around.theme)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.silence, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.line)
        around.speech.spoken.connect(self._redraw)

    def show_rhythm(self, rhythm: "RhythmView", *, alarming: bool) -> None:
        """Show a client's rhythm; `alarming` when the silence should be seen at once."""
        self._rhythm = rhythm
        restyle(self.silence, "look", "alarm" if alarming else "muted")
        self._redraw()

    def _redraw(self) -> None:
        if self._rhythm is None:
            return
        words = self._around.words
        self.head.setText(rhythm_title(words, self._rhythm))
        self.silence.setText(silence_words(words, self._rhythm))
        story, told = visit_story(words, self._rhythm)
        self.line.show_story(story, words, told)
        self.line.setVisible(bool(self._rhythm.dots))
