"""How days and moments are written in the book."""

from datetime import date, datetime


def moment_text(moment: datetime) -> str:
    """Local time without a zone, to the microsecond: texts of one length sort as moments do."""
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def moment_of(text: str) -> datetime:
    """The moment that `moment_text` wrote."""
    return datetime.fromisoformat(text)


def day_of(text: str | None) -> date | None:
    """The day of an ISO text; None stays None."""
    return None if text is None else date.fromisoformat(text)
