"""Days as people type them into a field of the window, in three languages."""

from datetime import date

from kartoteka.domain.clients import Birthday
from kartoteka.domain.errors import BadValue


def birthday(text: str, today: date) -> Birthday:
    """Read `5.3`, `05.03.1988`, `5 марта`; raises BadValue('birthday', …) for what is no day."""
    from kartoteka.exchange import dates

    try:
        return dates.read_birthday(text, today)
    except dates.NoDate as broken:
        why = "in the future" if broken.why == "future" else "not a day"
        raise BadValue("birthday", text, why) from None


def coming_day(text: str, today: date) -> date:
    """Read a day of a plan, `5.12`, `5 декабря`, `05.12.2026`; without a year the next such day.

    Raises BadValue('date', …) for what is no day.
    """
    from kartoteka.exchange import dates

    try:
        return dates.read_coming_day(text, today)
    except dates.NoDate:
        raise BadValue("date", text, "not a day") from None
