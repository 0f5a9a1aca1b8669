"""Papers without a number, from the Papers page: blank forms, and those of clients."""

from collections.abc import Callable

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.client_papers import ClientPapers
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.client_picker import ClientPicker

KEY = "Ctrl+O"


class MorePapers(Button):
    """A menu of forms to fill in by hand, and the way to the papers of clients."""

    def __init__(self, around: Surroundings, page: QWidget, country: Callable[[], str]) -> None:
        """Previews open over `page`; `country()`: whose consents are asked for."""
        self._wide, self._words = True, ""
        super().__init__(around.theme, around.speech, _title, icon="mail", key=KEY)
        around.speech.bind(self.setToolTip, _title)
        self._around, self._page, self._country = around, page, country
        self._papers = ClientPapers(around, page)
        self.clicked.connect(self._open)

    def setText(self, text: str) -> None:
        """In a small window the icon says it alone."""
        self._words = text
        super().setText(text if self._wide else "")

    def show_wide(self, wide: bool) -> None:
        """Show the words, or only the icon."""
        self._wide, self._key = wide, KEY if wide else ""
        self.setText(self._words)

    def menu_of_forms(self) -> QMenu:
        """Blank forms, then the way to papers of one client and of many."""
        menu, words = QMenu(self), self._around.words
        menu.addAction(words.say("Questionnaire, blank"), lambda: self._papers.questionnaire(None))
        self._papers.fill_consents(menu, None, self._country())
        menu.addSeparator()
        menu.addAction(words.say("For one client…"), self.ask_client)
        many = words.say("Labels, letters or cards for several clients")
        menu.addAction(many, lambda: self._around.navigator.show_page("clients"))
        return menu

    def ask_client(self) -> None:
        """Find the client, then offer their papers."""
        picker = ClientPicker(
            self._around, self._page, lambda words: words.say("Which client are they for?")
        )
        picker.chosen.connect(self.offer)
        picker.open()

    def offer(self, client: int) -> None:
        """The papers of this client."""
        menu = QMenu(self)
        self._papers.fill(menu, (client,), self._country())
        self._show(menu)

    def _open(self) -> None:
        self._show(self.menu_of_forms())

    def _show(self, menu: QMenu) -> None:
        at = self.mapToGlobal(self.rect().bottomLeft()) if self.isVisible() else QCursor.pos()
        menu.exec(at)
        menu.deleteLater()


def _title(words: Words) -> str:
    return words.say("Other documents")
