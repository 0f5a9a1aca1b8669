"""The first start: language, country and name of the shop, then three ways to begin."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kartoteka.domain.settings import COUNTRIES, CURRENCY_OF
from kartoteka.i18n import LANGUAGES, Words
from kartoteka.i18n.formats import currency_sign
from kartoteka.i18n.labels import country_label, language_label
from kartoteka.ui.background import Errand, Progress
from kartoteka.ui.first_start import phrases
from kartoteka.ui.first_start.demo import demo_book, make_demo
from kartoteka.ui.first_start.files import choose_backup, choose_shop, open_my_shop
from kartoteka.ui.notices import Notices
from kartoteka.ui.rail import Logo
from kartoteka.ui.speech import Phrase, Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, label, said, scrolling

WIDTH = 560
PATIENCE_MS = 250
"""A book that is made sooner needs no words about it."""
COUNTRY_OF = {"ru": "ru", "bg": "bg", "en": "other"}


class Steps(QWidget):
    """One step at a time; a stack of Qt would give a low step the height of the highest."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, step: QWidget) -> None:
        """A step after those that are there; the first is seen."""
        step.setVisible(not self._steps)
        self._steps.append(step)
        self._column.addWidget(step)

    def setCurrentIndex(self, place: int) -> None:
        """Go to a step."""
        for each, step in enumerate(self._steps):
            if each != place:
                step.hide()
        self._steps[place].show()

    def currentIndex(self) -> int:
        """Which step is seen."""
        return next(place for place, step in enumerate(self._steps) if not step.isHidden())


class FirstStartWindow(QMainWindow):
    """Asks three things and offers three ways on; makes the book itself."""

    language_chosen = Signal(str)
    book_made = Signal(object, str)
    """The path of the book, and what comes next: '', sell, client or import."""

    def __init__(self, speech: Speech, theme: Theme, path: Path) -> None:
        """The book will be made at `path`."""
        super().__init__()
        self._speech, self._theme, self._path = speech, theme, path
        self._errand: Errand | None = None
        self._country_touched = False
        self.ways: dict[str, Button] = {}
        self._making: Callable[[Words], str] = phrases.making_book
        self.missing = said(speech, phrases.name_missing, "alarm")
        self.notices = Notices(self, speech, theme)
        self.steps = Steps()
        self.steps.addWidget(self._questions())
        self.steps.addWidget(self._offers())
        self.steps.addWidget(self._waiting())
        self.steps.setFixedWidth(WIDTH)
        ground = QWidget()
        ground.setObjectName("content")
        row = QHBoxLayout(ground)
        row.addStretch(1)
        row.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(ground), 1)
        column.addWidget(self.notices.strip)
        self.setCentralWidget(whole)
        self.setObjectName("paper")
        self.resize(1366, 768)
        self.setMinimumSize(600, 420)
        speech.bind(self.setWindowTitle, lambda words: words.say("Kartoteka"))
        self.name.setFocus()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE_MS)
        self._late.timeout.connect(self._say_making)
        QTimer.singleShot(PATIENCE_MS, self, _get_ready)
        QTimer.singleShot(PATIENCE_MS, self, speech.teach_qt)

    @property
    def country(self) -> str:
        """The chosen country: bg, ru or other."""
        return str(self.countries.currentData())

    def make_book(self) -> None:
        """Make the shop's book from the answers, then offer the ways on."""
        name, country = self.name.text().strip(), self.country
        if not name:
            self.missing.setVisible(True)
            self.name.setFocus()
            return
        first = {"shop.language": self._speech.language, "shop.phone": self.phone.text().strip()}

        def make(_progress: Progress) -> None:
            _new_book(self._path, name, country, first)

        self._making = phrases.making_book
        self._late.start()
        self._run(make, lambda _: self._offer())

    def make_demo(self, language: str) -> None:
        """Make the demo shop and open it."""
        words = self._speech.words
        name = words.say("Demo shop “Bead”")
        path = demo_book(self._path) if self._path.name != "demo.db" else self._path
        if path.exists():
            self.book_made.emit(path, "")
            return
        country = self.country if self._country_touched else COUNTRY_OF[language]
        self._making = phrases.making_demo
        self._say_making()

        def make(progress: Progress) -> Path:
            today = date.today()  # noqa: DTZ011 - the day of the person at the screen
            return make_demo(path, country, name, today, progress)

        self._run(make, lambda made: self.book_made.emit(made, ""))

    def open_other(self) -> None:
        """Open a shop that exists already."""
        chosen = choose_shop(self, self._speech.words, self._path.parent)
        if chosen is not None:
            self.book_made.emit(chosen, "")

    def restore(self) -> None:
        """Put a backup where the shop lies, and open it."""
        chosen = choose_backup(self, self._speech.words, self._path.parent)
        if chosen is None:
            return

        def put_back(_progress: Progress) -> None:
            from kartoteka.shop import safety

            safety.restore(chosen, self._path)

        self._run(put_back, lambda _: self.book_made.emit(self._path, ""))

    def _offer(self) -> None:
        self.steps.setCurrentIndex(1)
        self.ways["sell"].setFocus(Qt.FocusReason.TabFocusReason)

    # The three steps ---------------------------------------------------------------------------

    def _questions(self) -> QWidget:
        card = self._card()
        card.body.addWidget(said(self._speech, phrases.welcome, "title", wrap=True))
        card.body.addWidget(said(self._speech, phrases.what_it_is, "muted", wrap=True))
        card.body.addSpacing(6)
        self.languages = QComboBox()
        for language in LANGUAGES:
            self.languages.addItem(language_label(language), language)
        self.languages.setCurrentIndex(LANGUAGES.index(self._speech.language))
        self.languages.currentIndexChanged.connect(self._on_language)
        self.countries = QComboBox()
        for _ in COUNTRIES:
            self.countries.addItem("")
        self._speech.bind(self._name_countries, lambda words: words.language)
        self.countries.setCurrentIndex(COUNTRIES.index(COUNTRY_OF[self._speech.language]))
        self.countries.activated.connect(self._on_country)
        self.countries.currentIndexChanged.connect(self._show_country)
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.textEdited.connect(lambda: self.missing.setVisible(False))
        self.name.returnPressed.connect(self.make_book)
        self.phone = QLineEdit()
        self.phone.setMaxLength(60)
        self.phone.returnPressed.connect(self.make_book)
        for field, phrase in (
            (self.languages, phrases.language),
            (self.countries, phrases.country),
            (self.name, phrases.shop_name),
            (self.phone, phrases.phone),
        ):
            card.body.addWidget(said(self._speech, phrase, "small"))
            self._speech.bind(field.setAccessibleName, phrase)
            card.body.addWidget(field)
        self._speech.bind(self.name.setPlaceholderText, phrases.example)
        self._speech.bind(self.phone.setPlaceholderText, phrases.phone_hint)
        self.missing.hide()
        card.body.addWidget(self.missing)
        self.note = label("hint", wrap=True)
        card.body.addWidget(self.note)
        self._show_country()
        self._speech.spoken.connect(self._show_country)
        go = Button(self._theme, self._speech, lambda words: words.say("Continue"), kind="primary")
        go.clicked.connect(self.make_book)
        card.body.addWidget(go, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addWidget(self._for_those_who_return())
        return card

    def _for_those_who_return(self) -> QWidget:
        """The ways of somebody who has a shop already, or only looks."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(said(self._speech, phrases.was_here, "hint"))
        column.setSpacing(8)
        for name, icon, phrase, do in (
            ("open", "folder-open", open_my_shop, self.open_other),
            ("restore", "rotate-ccw", phrases.restore, self.restore),
        ):
            button = Button(self._theme, self._speech, phrase, icon=icon)
            button.clicked.connect(do)
            self.ways[name] = button
            column.addWidget(button)
        return row

    def _go(self, way: str) -> None:
        if way == "demo":
            self.make_demo(self._speech.language)
        else:
            self.book_made.emit(self._path, way)

    def _offers(self) -> QWidget:
        card = self._card()
        card.body.addWidget(said(self._speech, phrases.how_to_begin, "title", wrap=True))
        ways: tuple[tuple[str, str, Phrase, Phrase], ...] = (
            ("sell", "shopping-bag", phrases.sell, phrases.sell_hint),
            ("client", "user-plus", phrases.add_first, phrases.add_hint),
            ("import", "upload", phrases.import_clients, phrases.import_hint),
            ("demo", "sparkles", phrases.look_demo, phrases.demo_hint),
        )
        for name, icon, phrase, hint in ways:
            row = QFrame()
            row.setObjectName("soft")
            line = QHBoxLayout(row)
            line.setContentsMargins(16, 12, 12, 12)
            line.setSpacing(12)
            line.addWidget(said(self._speech, hint, "", wrap=True), 1)
            button = Button(self._theme, self._speech, phrase, icon=icon)
            button.clicked.connect(lambda _=False, name=name: self._go(name))
            self.ways[name] = button
            line.addWidget(button)
            card.body.addWidget(row)
        card.body.addStretch(1)
        return card

    def _waiting(self) -> QWidget:
        card = self._card()
        self._said = label("head", wrap=True)
        card.body.addWidget(self._said)
        self._progress = QProgressBar()
        card.body.addWidget(self._progress)
        return card

    def _say_making(self) -> None:
        text = self._making(self._speech.words)
        self._said.setText(text)
        self._progress.setAccessibleName(text)
        self._progress.setRange(0, 0)
        self.steps.setCurrentIndex(2)

    def _card(self) -> CardFrame:
        card = CardFrame(margin=30, spacing=8, edge="top")
        card.setFixedWidth(WIDTH)
        head = QHBoxLayout()
        logo = QFrame()
        logo.setObjectName("logo")
        logo.setFixedSize(44, 38)
        inside = QHBoxLayout(logo)
        inside.setContentsMargins(9, 8, 9, 8)
        inside.addWidget(Logo(self._theme))
        head.addWidget(logo)
        head.addStretch(1)
        card.body.addLayout(head)
        card.body.addSpacing(6)
        return card

    # Inside ------------------------------------------------------------------------------------

    def _run(self, fn: Any, then: Any) -> None:
        self.steps.setEnabled(False)

        def ended(answer: object) -> None:
            self._late.stop()
            self.steps.setEnabled(True)
            then(answer)

        def failed(error: Exception) -> None:
            self._late.stop()
            self.steps.setEnabled(True)
            self.steps.setCurrentIndex(0)
            self.notices.trouble(error)

        self._errand = Errand(ended, failed)
        self._errand.progressed.connect(self._on_progress)
        self._errand.start(fn)

    def _on_progress(self, done: int, whole: int) -> None:
        self._progress.setRange(0, whole)
        self._progress.setValue(done)

    def _on_language(self) -> None:
        language = str(self.languages.currentData())
        self.language_chosen.emit(language)
        if not self._country_touched:
            self.countries.setCurrentIndex(COUNTRIES.index(COUNTRY_OF[language]))

    def _on_country(self) -> None:
        self._country_touched = True

    def _name_countries(self, _language: str) -> None:
        for place, country in enumerate(COUNTRIES):
            self.countries.setItemText(place, country_label(self._speech.words, country))
            self.countries.setItemData(place, country)

    def _show_country(self) -> None:
        words = self._speech.words
        sign = currency_sign(words, CURRENCY_OF[self.country])
        self.note.setText(phrases.note(words, self.country, sign))


def _new_book(path: Path, name: str, country: str, first: dict[str, str]) -> None:
    from kartoteka import assemble
    from kartoteka.shop import settings

    assemble.new_book(path, name, country)
    shop = assemble.open_shop(path)
    try:
        settings.change_settings(shop, first)
    finally:
        shop.close()


def _get_ready() -> None:
    """While the person reads and types, on a thread of its own."""
    from kartoteka import assemble

    threading.Thread(target=assemble.get_ready, name="ready", daemon=True).start()
