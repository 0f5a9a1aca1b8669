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
        self._qt: QTranslator | None = None

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
        if self._qt is not None:
            app.removeTranslator(self._qt)
        self._qt = QTranslator(self)
        if self.language == "en":
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{self.language}", folder):
            app.installTranslator(self._qt)
