"""A field for a day: typed in any habit of writing, or chosen in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kartoteka.i18n.words import Words
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.widgets.buttons import IconButton
from kartoteka.ui.widgets.card_frame import restyle

WIDTH = 128
DAY_FORMAT = "dd.MM.yyyy"
"""As `written`, for Qt's own fields of days: the system's may leave the century out."""


class DayField(QWidget):
    """Holds text, so that an empty or half-typed day is nothing special."""

    changed = Signal(str)
    """The text has changed, by typing or by the calendar."""

    def __init__(self, theme: Theme, speech: Speech) -> None:
        super().__init__()
        self.input = QLineEdit()
        self.input.setMinimumWidth(WIDTH)
        self.input.textChanged.connect(self.changed)
        speech.bind(self.input.setPlaceholderText, _example)
        self.button = IconButton(theme, speech, _choose, "calendar")
        self.button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.input, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.input)
        self._shown = QDate.currentDate()
        self._popup: QFrame | None = None

    @property
    def text(self) -> str:
        """What stands in the field."""
        return str(self.input.text())

    def set_text(self, text: str) -> None:
        """Write into the field."""
        if text != self.input.text():
            self.input.setText(text)

    def set_name(self, name: str) -> None:
        """What screen readers call it."""
        self.input.setAccessibleName(name)

    def set_wrong(self, wrong: bool) -> None:
        """Whether a rule refuses the day."""
        restyle(self.input, "wrong", wrong)

    def point_at(self, day: date) -> None:
        """The day on which the calendar opens."""
        self._shown = QDate(day.year, day.month, day.day)

    def open_calendar(self) -> None:
        """Drop the calendar down."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("dropList")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setSelectedDate(self._shown)
        calendar.activated.connect(self._on_day)
        calendar.clicked.connect(self._on_day)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(calendar)
        self._popup = popup
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        popup.show()
        calendar.setFocus()

    def _on_day(self, day: QDate) -> None:
        self.set_text(written(date(day.year(), day.month(), day.day())))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.input.setFocus()


def written(day: date) -> str:
    """A day as it stands in the field: 05.12.2026."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _example(words: Words) -> str:
    # Translators: how a day is typed: day, month and year in figures.
    return words.say("dd.mm.yyyy")


def _choose(words: Words) -> str:
    return words.say("Choose a date in the calendar")
