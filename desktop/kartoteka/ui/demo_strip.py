"""The strip over every page of the demo shop, so that nobody takes it for their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import ElidedLabel


class DemoStrip(QFrame):
    """Says where one is, and leads out."""

    left = Signal()
    """The way to the own shop is wanted."""

    def __init__(self, speech: Speech, theme: Theme) -> None:
        """Hidden until the demo shop is open."""
        super().__init__()
        self.setObjectName("demoStrip")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 4, 22, 4)
        row.setSpacing(12)
        text = ElidedLabel()
        text.setProperty("look", "strong")
        speech.bind(
            text.setText, lambda words: words.say("Demo shop: its clients and sales are made up.")
        )
        row.addWidget(text, 1)
        self.go = Button(theme, speech, lambda words: words.say("Go to my shop"), icon="store")
        self.go.setFixedHeight(30)
        self.go.clicked.connect(self.left)
        row.addWidget(self.go)
        self.hide()
