"""How days and moments are written in the book, for statements that go past the table classes."""

from datetime import date, datetime


def moment_text(moment: datetime) -> str:
    """Local time without a zone, as SQLAlchemy writes it."""
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def moment_of(text: str) -> datetime:
    """The moment that `moment_text` or SQLAlchemy wrote."""
    return datetime.fromisoformat(text)


def day_of(text: str | None) -> date | None:
    """The day of an ISO text; None stays None."""
    return None if text is None else date.fromisoformat(text)
