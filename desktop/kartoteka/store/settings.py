"""The settings as rows: one key and its text a row, as the command line shows them."""

from kartoteka.domain.settings import Settings, settings_from, shown
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar

_LOAD = "SELECT key, value FROM setting"
_SAVE = """
INSERT INTO setting (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


def load(session: Session) -> Settings:
    """The settings of the book; what is not written there has its default."""
    return settings_from(dict(direct(session).execute(_LOAD).fetchall()))


def save(session: Session, settings: Settings) -> None:
    """Write all settings over those before; rows that are no setting stay."""
    direct(session).executemany(_SAVE, list(shown(settings).items()))


def note(session: Session, key: str) -> str:
    """A text kept beside the settings; '' when there is none."""
    return str(scalar(session, "SELECT value FROM setting WHERE key = ?", (key,)) or "")


def keep_note(session: Session, key: str, value: str) -> None:
    """Keep a text beside the settings; '' takes it away."""
    if value:
        direct(session).execute(_SAVE, (key, value))
    else:
        direct(session).execute("DELETE FROM setting WHERE key = ?", (key,))
