"""What the owner sets: the shop, its papers and rhythm, the window, and the safety of the book."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.settings import presenter
from kartoteka.ui.settings.logo import LogoRow
from kartoteka.ui.settings.numbers import NumbersCard
from kartoteka.ui.settings.presenter import Group
from kartoteka.ui.settings.printing import PrintingCard
from kartoteka.ui.settings.rows import SettingRow
from kartoteka.ui.settings.safety import BackupCard, Copy, DemoCard, ImportsCard, copies_of
from kartoteka.ui.settings.sections import Sections
from kartoteka.ui.theme import GAP
from kartoteka.ui.widgets.card_frame import CardFrame, said, scrolling

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.imports import PastImport

BESIDE_FROM = 860
"""Narrower pages put the two columns below each other."""

LOGO_AT = 2
"""Under the name in the card of the shop, whose first line is its head."""
NUMBERS = "shop.numbers"
"""A wish that leads to the runs of numbers."""

Answer = tuple[dict[str, str], list[Copy]]


class SettingsPage(Page):
    """Every change is kept at once and can be undone; a refusal stands beside its field."""

    name = "settings"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.rows: list[SettingRow] = []
        self._wanted = ""
        self._country = ""
        self.backups = BackupCard(around)
        self.backups.changed.connect(self._change)
        self.rows.append(self.backups.row)
        self._imports = ImportsCard(around)
        self.printing = PrintingCard(around)
        self.logo = LogoRow(around)
        self.numbers = NumbersCard(around)
        shop = self._group(presenter.SHOP)
        shop.body.insertWidget(LOGO_AT, self.logo)
        left = (
            shop,
            self._group(presenter.TAX),
            self.numbers,
        )
        right = (
            self._window_card(),
            self.backups,
            self._group(presenter.RHYTHM),
            self._group(presenter.PAPERS),
            self.printing,
            self._group(presenter.TILL),
            self._imports,
            DemoCard(around),
        )
        content = QWidget()
        content.setObjectName("content")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(22, 18, 22, 18)
        whole.setSpacing(GAP)
        whole.addWidget(said(around.speech, lambda words: words.say("Settings"), "title"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        for cards in (left, right):
            self._columns.addLayout(_column(cards), 1)
        whole.addLayout(self._columns)
        whole.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._content = content
        self._area = scrolling(content)
        self.sections = self._listed((*left, *right))
        page.addWidget(self.sections)
        page.addWidget(self._area, 1)

    def _listed(self, cards: Sequence[CardFrame]) -> Sections:
        """The heads of the cards, beside them."""
        sections = Sections(self.around.speech, self.around.theme)
        for card in cards:
            if card.about is not None:
                sections.add(card.about, card)
        sections.wanted.connect(self._bring)
        return sections

    def _bring(self, card: QWidget) -> None:
        """The card to the top of what is seen, and the keyboard to its first field."""
        top = card.mapTo(self._content, QPoint(0, 0)).y()
        self._area.verticalScrollBar().setValue(top - GAP)
        first = next(
            (
                each
                for each in card.findChildren(QWidget)
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(card)
            ),
            None,
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self, words: Words) -> str:
        return words.say("Settings")

    def accept(self, wish: Mapping[str, object]) -> None:
        """`setting`: the key of a setting to be filled in now."""
        if "setting" in wish:
            self._wanted = str(wish["setting"])
            self.stale = True

    def refresh(self) -> None:
        self.numbers.refresh()  # first, so that a wish that leads there finds them
        self.around.desk.ask(_read, self._show, key=self)
        self.logo.refresh()
        self.around.desk.ask(_imports, self._imports.show_imports, _no_matter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight
            if self.width() - self.sections.width() >= BESIDE_FROM
            else QBoxLayout.Direction.TopToBottom
        )

    def row(self, key: str) -> SettingRow:
        """The row of a setting that is shown for the shop's country."""
        return next(row for row in self.rows if row.field.key == key and not row.isHidden())

    def _group(self, group: Group) -> CardFrame:
        card = CardFrame(spacing=9)
        card.begin(self.around.speech, group.title)
        if group.hint is not None:
            card.body.addWidget(said(self.around.speech, group.hint, "hint", wrap=True))
        for field in group.fields:
            row = SettingRow(field, self.around.speech)
            row.changed.connect(self._change)
            self.rows.append(row)
            card.body.addWidget(row)
        return card

    def _window_card(self) -> CardFrame:
        card = CardFrame(spacing=9)
        card.begin(self.around.speech, lambda words: words.say("Appearance"))
        self.language = SettingRow(presenter.LANGUAGE, self.around.speech)
        self.language.show_value(self.around.speech.language)
        self.language.changed.connect(lambda _, value: self._choose_language(value))
        look = SettingRow(presenter.LOOK, self.around.speech)
        look.changed.connect(self._change)
        self.rows.append(look)
        card.body.addWidget(self.language)
        card.body.addWidget(look)
        return card

    def _choose_language(self, language: str) -> None:
        self.around.navigator.choose_language(language)
        self.language.show_value(self.around.speech.language)

    def _show(self, answer: Answer) -> None:
        values, copies = answer
        country = values["shop.country"]
        for row in self.rows:
            row.setVisible(row.field.is_for(country))
            row.show_value(values[row.field.key])
        self.backups.show_copies(copies)
        self._lead()
        self.filled.emit()

    def _lead(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted == NUMBERS:
            self._area.ensureWidgetVisible(self.numbers)
            self.numbers.lead()
            return
        for row in (*self.rows, *self.printing.rows.values()):
            if wanted == row.field.key and not row.isHidden():
                self._area.ensureWidgetVisible(row)
                row.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _change(self, key: str, value: str) -> None:
        row = self.row(key)

        def change(shop: "Shop") -> "Done[Settings]":
            from kartoteka.shop import settings

            return settings.change_settings(shop, {key: value})

        def changed(done: "Done[Settings]") -> None:
            row.show_problem("")
            if done.changes.undo is not None:
                words = self.around.words
                text = words.say("Saved: {setting}", setting=row.field.label(words))
                self.around.notices.done(text, done.changes)

        def refused(error: Exception) -> None:
            from kartoteka.wording import is_expected

            if not is_expected(error):
                self.around.notices.trouble(error)
                return
            row.show_problem(presenter.refusal(self.around.words, error, row.field.label))

        self.around.desk.change(change, changed, refused)


def _column(cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _read(shop: "Shop") -> Answer:
    from kartoteka.shop import settings

    return settings.show(shop), copies_of(shop)


def _imports(shop: "Shop") -> "list[PastImport]":
    from kartoteka.shop import imports

    return imports.past_imports(shop, 5)


def _no_matter(_error: Exception) -> None:
    """Imports that cannot be listed do not keep the settings from being shown."""
