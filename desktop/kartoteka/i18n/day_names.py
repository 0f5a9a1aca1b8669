"""Names of months and weekdays in our languages, as Babel's tables (Unicode CLDR) have them.

They are copied, since loading Babel takes a tenth of the program's start; a test compares them.
"""

# fmt: off
MONTHS_OF = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
        "сентября", "октября", "ноября", "декабря",
    ),
    "bg": (
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември",
        "октомври", "ноември", "декември",
    ),
}
"""After a day: '21 ноября'."""

MONTHS_ALONE = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "ru": (
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
        "октябрь", "ноябрь", "декабрь",
    ),
    "bg": (
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември",
        "октомври", "ноември", "декември",
    ),
}
"""As a heading: 'ноябрь'."""

MONTHS_SHORT = {
    "en": (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
    ),
    "ru": (
        "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.",
        "нояб.", "дек.",
    ),
    "bg": (
        "яну", "фев", "март", "апр", "май", "юни", "юли", "авг", "сеп", "окт", "ное", "дек",
    ),
}
"""After a day where room is scarce: '21 нояб.'."""

WEEKDAYS = {
    "en": (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
    "ru": (
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ),
    "bg": (
        "понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя",
    ),
}
"""Monday first, as `date.weekday` counts."""
# fmt: on
