"""Bringing a book to the newest schema, all steps in one transaction.

The only user of Alembic, and so of SQLAlchemy: a book of the current schema opens without both.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

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


def bring_up(raw: Raw, schema: int) -> None:
    """Run the steps from `schema` to the newest; the book is as before when one of them fails.

    Foreign keys are off meanwhile, outside the transaction, because a table is rebuilt by making
    a new one and dropping the old; afterwards every reference and every row count is checked.
    Errors of the driver come out as the driver's own.
    """
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with _alchemy(raw) as connection:  # before BEGIN: its first act is to roll back
            raw.execute("BEGIN IMMEDIATE")
            before = integrity.counts(raw)
            with connection.begin():
                command.upgrade(configuration(connection), f"{migrations.HEAD:04}")
                _require_kept(raw, before if schema else {})
                raw.execute(f"PRAGMA user_version = {migrations.HEAD}")
    except DBAPIError as error:
        raise error.orig or error from error
    finally:
        if raw.in_transaction:
            raw.rollback()
        raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _alchemy(raw: Raw) -> Connection:
    """SQLAlchemy's face of the connection, which stays open after it."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    return engine.connect()


def _require_kept(raw: Raw, before: dict[str, int]) -> None:
    loose = raw.execute("PRAGMA foreign_key_check").fetchone()
    if loose:
        raise StepBrokeRows(f"{loose[0]} row {loose[1]} points to a missing {loose[2]}")
    after = integrity.counts(raw)
    for table, rows in before.items():
        if table in after and after[table] < rows:
            raise StepBrokeRows(f"{table} had {rows} rows and has {after[table]}")
