"""The paper that was chosen: its pages side by side, and on which size of paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import presenter
from kartoteka.ui.papers.pages_view import PagesView
from kartoteka.ui.papers.presenter import SIZES, Shown
from kartoteka.ui.widgets.buttons import IconButton
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label
from kartoteka.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from kartoteka.shop.views import IssuedPaper


class PaperPane(CardFrame):
    """Shows one issued paper; decides nothing."""

    size_chosen = Signal(str)
    card_wanted = Signal(int)
    menu_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(margin=14, spacing=10)
        self._around = around
        self._paper: IssuedPaper | None = None
        self.pages = PagesView(around)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(
            EmptyPage(around.theme, around.speech, "file-text", _choose_title, _choose_text)
        )
        self.body.addLayout(self._head())
        self.body.addWidget(self._stack, 1)
        self.show_nothing()
        around.speech.spoken.connect(self._say)

    def show_nothing(self) -> None:
        """No paper is chosen."""
        self._paper = None
        self.pages.show_pdf(b"")
        self._stack.setCurrentIndex(1)
        self._set_head(visible=False)

    def show_paper(self, paper: "IssuedPaper", shown: Shown) -> None:
        """A paper was chosen; its pages follow by `show_pdf`."""
        self._paper = paper
        self.sizes[shown.size].setChecked(True)
        self._stack.setCurrentIndex(0)
        self._set_head(visible=True)
        self.card.setVisible(paper.client is not None)
        self._say()

    def show_pdf(self, pdf: bytes) -> None:
        """Its pages."""
        self.pages.show_pdf(pdf)

    def _head(self) -> QHBoxLayout:
        theme, speech = self._around.theme, self._around.speech
        self.title = label("head", wrap=True)
        self._facts = ElidedLabel(look="hint")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(texts, 1)
        self.card = IconButton(theme, speech, _open_card, "users")
        self.card.clicked.connect(self._on_card)
        head.addWidget(self.card)
        self._group = QButtonGroup(self)
        self.sizes: dict[str, QPushButton] = {}
        for size in SIZES:
            button = QPushButton(presenter.size_words(size))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(presenter.size_words(size))
            button.clicked.connect(lambda _, size=size: self.size_chosen.emit(size))
            self._group.addButton(button)
            self.sizes[size] = button
            head.addWidget(button)
        self.more = IconButton(theme, speech, _more, "ellipsis", "ink")
        self.more.clicked.connect(self.menu_wanted)
        head.addWidget(self.more)
        return head

    def _set_head(self, *, visible: bool) -> None:
        for widget in (self.title, self._facts, self.card, self.more, *self.sizes.values()):
            widget.setVisible(visible)

    def _say(self) -> None:
        paper, words = self._paper, self._around.words
        if paper is None:
            return
        self.title.setText(presenter.paper_title(words, paper))
        self._facts.setText(presenter.facts(words, paper))

    def _on_card(self) -> None:
        if self._paper is not None and self._paper.client is not None:
            self.card_wanted.emit(self._paper.client)


def _choose_title(words: Words) -> str:
    return words.say("Choose a document on the left")


def _choose_text(words: Words) -> str:
    return words.say("Here it is as it was issued, the front and the back side by side.")


def _open_card(words: Words) -> str:
    return words.say("Open the client’s card")


def _more(words: Words) -> str:
    return words.say("Invoice, note and more, Ctrl+M")
