"""The settings as rows: one key and its text a row, as the command line shows them."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kartoteka.domain.settings import Settings, settings_from, shown
from kartoteka.store.book import Session
from kartoteka.store.tables import SettingRow

_TABLE = SettingRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it at runtime


def load(session: Session) -> Settings:
    """The settings of the book; what is not written there has its default."""
    rows = session.connection().execute(select(_TABLE.c.key, _TABLE.c.value))
    return settings_from({row.key: row.value for row in rows})


def save(session: Session, settings: Settings) -> None:
    """Write all settings over those before; rows that are no setting stay."""
    rows = [{"key": key, "value": value} for key, value in shown(settings).items()]
    statement = insert(_TABLE)
    kept = statement.on_conflict_do_update(
        index_elements=["key"], set_={"value": statement.excluded.value}
    )
    session.connection().execute(kept, rows)
