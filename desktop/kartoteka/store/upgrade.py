"""Bringing a book to the newest schema, all steps in one transaction; the only user of Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from kartoteka.store import integrity, migrations
from kartoteka.store.driver import Raw

STEPS = Path(migrations.__file__).parent


class StepBrokeRows(Exception):  # noqa: N818 - names what happened
    """A step lost rows or left rows that point nowhere."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration; there is no alembic.ini, for a shop has nothing to configure."""
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def bring_up(raw: Raw, connection: Connection, schema: int) -> None:
    """Run the steps from `schema` to the newest; the book is as before when one of them fails.

    Foreign keys are off meanwhile, outside the transaction, because a table is rebuilt by making
    a new one and dropping the old; afterwards every reference and every row count is checked.
    """
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        raw.execute("BEGIN IMMEDIATE")
        before = integrity.counts(raw)
        with connection.begin():
            command.upgrade(configuration(connection), f"{migrations.HEAD:04}")
            _require_kept(raw, before if schema else {})
            raw.execute(f"PRAGMA user_version = {migrations.HEAD}")
    finally:
        if raw.in_transaction:
            raw.rollback()
        raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _require_kept(raw: Raw, before: dict[str, int]) -> None:
    loose = raw.execute("PRAGMA foreign_key_check").fetchone()
    if loose:
        raise StepBrokeRows(f"{loose[0]} row {loose[1]} points to a missing {loose[2]}")
    after = integrity.counts(raw)
    for table, rows in before.items():
        if table in after and after[table] != rows:
            raise StepBrokeRows(f"{table} had {rows} rows and has {after[table]}")
