"""The settings as rows: one key and its text a row, as the command line shows them.

Plain SQL, like the journal: both are needed before the first window is painted, and building the
table classes takes longer than opening the book.
"""

from kartoteka.domain.settings import Settings, settings_from, shown
from kartoteka.store.book import Session

_LOAD = "SELECT key, value FROM setting"
_SAVE = """
INSERT INTO setting (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


def load(session: Session) -> Settings:
    """The settings of the book; what is not written there has its default."""
    rows = session.connection().exec_driver_sql(_LOAD)
    return settings_from({row.key: row.value for row in rows})


def save(session: Session, settings: Settings) -> None:
    """Write all settings over those before; rows that are no setting stay."""
    session.connection().exec_driver_sql(_SAVE, list(shown(settings).items()))
