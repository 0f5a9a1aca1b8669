"""The language of the window: texts bound to it change in place, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from kartoteka.i18n import LANGUAGES, Words
from kartoteka.ui.theme import dead

Phrase = Callable[[Words], str]
Setter = Callable[[str], Any]
SWEEP = 256
"""After so many new bindings those of widgets that are gone are dropped."""
TERRITORIES = {"ru": "ru_RU", "bg": "bg_BG", "en": "en_GB"}


class FileWords(QTranslator):
    """What Qt's own Russian and Bulgarian leave in English in the dialog that chooses files."""

    def __init__(self, parent: QObject, words: Words) -> None:
        super().__init__(parent)
        self._texts = {
            "Look in:": words.say("Folder:"),
            "Files of type:": words.say("Type of file:"),
        }

    def isEmpty(self) -> bool:
        """It has texts though it was not read from a file."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text of one label, whichever of its letters Qt marks as its key.

        Nothing at all for any other: an empty text would be shown as one.
        """
        if context != "QFileDialog":
            return None  # type: ignore[return-value]
        return self._texts.get(text.replace("&", ""))  # type: ignore[return-value]


class Speech(QObject):
    """Speaks the language that was chosen; knows every text on the screen that was bound to it."""

    spoken = Signal(object)
    """The language has changed; carries the new words."""

    def __init__(self, language: str = "en") -> None:
        """Start with `language`: en, ru or bg."""
        super().__init__()
        self.words = Words(language)
        self._bound: list[tuple[Setter, Phrase]] = []
        self._since_sweep = 0
        self._qt: list[QTranslator] = []

    @property
    def language(self) -> str:
        """The language spoken now."""
        return self.words.language

    def bind(self, setter: Setter, phrase: Phrase) -> None:
        """Set a text now and again in every language that is chosen later.

        `setter` should be a bound method of the widget (`label.setText`): it is forgotten when the
        widget is gone.
        """
        setter(phrase(self.words))
        self._bound.append((setter, phrase))
        self._since_sweep += 1
        if self._since_sweep >= SWEEP:
            self._sweep()

    def set_language(self, language: str) -> None:
        """Speak another language everywhere at once."""
        if language == self.language or language not in LANGUAGES:
            return
        self.words = Words(language)
        self.teach_qt()
        self._sweep()
        for setter, phrase in list(self._bound):
            setter(phrase(self.words))
        self.spoken.emit(self.words)

    def _sweep(self) -> None:
        self._since_sweep = 0
        self._bound = [(setter, phrase) for setter, phrase in self._bound if not dead(setter)]

    def teach_qt(self) -> None:
        """Load Qt's own texts (Cancel, Print…) and formats; the first picture needs neither."""
        from PySide6.QtCore import QLibraryInfo, QLocale

        QLocale.setDefault(QLocale(TERRITORIES[self.language]))
        app = QApplication.instance()
        if app is None:
            return
        for known in self._qt:
            app.removeTranslator(known)
        self._qt = []
        if self.language == "en":
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        whole = QTranslator(self)
        whole.load(f"qtbase_{self.language}", folder)
        self._qt = [whole, FileWords(self, self.words)]
        for known in self._qt:  # the last one is asked first
            app.installTranslator(known)
