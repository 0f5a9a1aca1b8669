"""The row of filters over the list of clients."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kartoteka.domain.lists import Order
from kartoteka.domain.rhythm import State
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.clients.presenter import ClientsPresenter, Counts, StateChip
from kartoteka.ui.page import Surroundings
from kartoteka.ui.theme import BODY, Theme
from kartoteka.ui.widgets.chips import capital
from kartoteka.ui.widgets.flow import FlowBox

PAD_X, HEIGHT = 13, 32

_ORDERS: tuple[tuple[Order, Callable[[Words], str]], ...] = (
    (Order.NAME, lambda words: words.say("By name")),
    (Order.LAST_VISIT, lambda words: words.say("By last purchase")),
    (Order.SILENCE, lambda words: words.say("By silence")),
    (Order.TIMES_USUAL, lambda words: words.say("By silence against the rhythm")),
    (Order.PURCHASES, lambda words: words.say("By purchases")),
    (Order.TOTAL, lambda words: words.say("By total")),
    (Order.AT_RISK, lambda words: words.say("By value at risk")),
)


class FilterChip(QPushButton):
    """A chip that can be on or off, with how many clients it stands for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "filter")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Room for bold words, which it has when it is on, so that nothing moves."""
        metrics = QFontMetrics(self._theme.font(BODY, bold=True))
        text = self.text().replace("&&", "&")
        return QSize(metrics.horizontalAdvance(text) + 2 * PAD_X, HEIGHT)

    def show_chip(self, words: Words, label: str, count: int | None, on: bool) -> None:
        """Say what it filters by; the count is a figure of its own, not part of a sentence."""
        shown = "" if count is None else formats.number(words, count)
        self.setText(f"{capital(label)}  {shown}".rstrip().replace("&", "&&"))
        self.setAccessibleName(
            words.say("{filter}: {count}", filter=label, count=shown) if shown else label
        )
        self.setChecked(on)
        self.updateGeometry()


class FilterBar(QWidget):
    """Chips of states, birthdays and the bin; lists of preferences, sources and orders."""

    changed = Signal()
    """The presenter holds another filter or order."""

    def __init__(self, around: Surroundings, presenter: ClientsPresenter) -> None:
        super().__init__()
        self._around = around
        self._presenter = presenter
        self._counts: Counts | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._row = FlowBox(self)
        self.lists = QWidget()
        """The lists beside the title of the page."""
        row = QHBoxLayout(self.lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._lists = row
        column.addWidget(self._row)
        self.state_chips: dict[State | None, FilterChip] = {}
        for chip in presenter.chips(around.words, None):
            self._add_state(chip)
        self.birthdays = self._add_chip(self._on_birthdays)
        self.bin = self._add_chip(self._on_bin)
        self.tags = self._add_list(lambda words: words.say("Preference"))
        self.sources = self._add_list(lambda words: words.say("Source"))
        self.orders = self._add_list(lambda words: words.say("Order"))
        self.tags.activated.connect(self._on_tag)
        self.sources.activated.connect(self._on_source)
        self.orders.activated.connect(self._on_order)
        around.speech.bind(
            self.orders.setToolTip,
            lambda words: words.say("Choose the same order again to turn it round."),
        )
        self._known_tags: tuple[str, ...] = ()
        self._known_sources: tuple[str, ...] = ()
        around.speech.spoken.connect(self.redraw)
        self.redraw()

    def show_counts(self, counts: Counts) -> None:
        """Show how many clients each chip stands for."""
        self._counts = counts
        self.redraw()

    def show_choices(self, tags: tuple[str, ...], sources: tuple[str, ...]) -> None:
        """Offer the preferences and sources in use."""
        if (tags, sources) != (self._known_tags, self._known_sources):
            self._known_tags, self._known_sources = tags, sources
            self.redraw()

    def redraw(self) -> None:
        """Show what the presenter holds, in the language spoken now."""
        words, presenter = self._around.words, self._presenter
        for chip in presenter.chips(words, self._counts):
            shown = self.state_chips[chip.state]
            shown.show_chip(words, chip.label, chip.count, chip.on)
            shown.setVisible(chip.state is None or chip.on or chip.count != 0)
        soon = presenter.filter.birthday_within is not None
        self.birthdays.show_chip(words, words.say("birthday soon"), None, soon)
        held = self._counts.in_bin if self._counts else None
        self.bin.show_chip(words, words.say("bin"), held, presenter.filter.in_bin)
        self.bin.setVisible(bool(held) or presenter.filter.in_bin)
        any_tag, any_source = words.say("Any preference"), words.say("Any source")
        _fill(self.tags, any_tag, self._known_tags, presenter.filter.tag)
        _fill(self.sources, any_source, self._known_sources, presenter.filter.source)
        self.orders.clear()
        for order, phrase in _ORDERS:
            self.orders.addItem(phrase(words), order)
        self.orders.setCurrentIndex([order for order, _ in _ORDERS].index(presenter.order))
        self.tags.setVisible(bool(self._known_tags or presenter.filter.tag))
        self.sources.setVisible(bool(self._known_sources or presenter.filter.source))

    def _add_state(self, chip: StateChip) -> None:
        state = chip.state

        def show() -> None:
            self._presenter.show_state(state)
            self._changed()

        self.state_chips[state] = self._add_chip(show)

    def _add_chip(self, clicked: Callable[[], None]) -> FilterChip:
        chip = FilterChip(self._around.theme)
        chip.clicked.connect(lambda: clicked())
        self._row.add(chip)
        return chip

    def _add_list(self, name: Callable[[Words], str]) -> QComboBox:
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        combo.setMinimumWidth(90)
        combo.setMaximumWidth(210)
        self._around.speech.bind(combo.setAccessibleName, name)
        self._lists.addWidget(combo)
        return combo

    def _changed(self) -> None:
        self.redraw()
        self.changed.emit()

    def _on_birthdays(self) -> None:
        self._presenter.show_birthdays(self.birthdays.isChecked())
        self._changed()

    def _on_bin(self) -> None:
        self._presenter.show_bin(self.bin.isChecked())
        self._changed()

    def _on_tag(self, index: int) -> None:
        self._presenter.show_tag(str(self.tags.itemData(index)))
        self._changed()

    def _on_source(self, index: int) -> None:
        self._presenter.show_source(str(self.sources.itemData(index)))
        self._changed()

    def _on_order(self, index: int) -> None:
        self._presenter.sort(Order(self.orders.itemData(index)))
        self._changed()


def _fill(combo: QComboBox, nothing: str, held: tuple[str, ...], chosen: str) -> None:
    combo.clear()
    combo.addItem(nothing, "")
    for text in held:
        combo.addItem(text, text)
    if chosen and chosen not in held:
        combo.addItem(chosen, chosen)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
