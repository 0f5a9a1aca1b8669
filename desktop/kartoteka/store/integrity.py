"""Is the file whole? SQLite's own checks, quick and thorough, on a connection of the driver."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kartoteka.store import migrations
from kartoteka.store.driver import Raw
from kartoteka.store.errors import BookDamaged, BookTooNew

_STEPS = 500_000
"""Of SQLite's own machine, some milliseconds' work."""


def problems(raw: Raw) -> tuple[str, ...]:
    """Everything that a full look through the file finds; empty when it is whole."""
    found = [str(text) for (text,) in raw.execute("PRAGMA integrity_check(20)") if text != "ok"]
    found += [
        f"{table} row {row} points to a missing {parent}"
        for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check").fetchmany(20)
    ]
    return tuple(found)


def require_whole(raw: Raw, path: Path, go_on: Callable[[], bool]) -> None:
    """Raise BookDamaged when the full check finds anything.

    `go_on` is asked some times a second; when it says no, the driver's OperationalError comes.
    """
    with stoppable(raw, lambda: not go_on()):
        found = problems(raw)
    if found:
        raise BookDamaged(path, found[0])


@contextmanager
def stoppable(raw: Raw, stopped: Callable[[], bool]) -> Iterator[None]:
    """Inside it a long statement ends with the driver's OperationalError once `stopped` says so."""
    raw.set_progress_handler(stopped, _STEPS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, _STEPS)


def schema_of(raw: Raw, path: Path) -> int:
    """The schema's number, from the header and from Alembic's table, which must agree.

    Raises BookTooNew when the table names a step that is not known here, else BookDamaged.
    """
    (schema,) = raw.execute("PRAGMA user_version").fetchone()
    if schema == 0:
        return 0
    rows = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    tables = [_step(version) for (version,) in rows]
    if max(tables, default=0) > migrations.HEAD:
        raise BookTooNew(path, max(tables), migrations.HEAD)
    if tables != [schema]:
        raise BookDamaged(path, f"schema {schema} in the header, {rows} in the table")
    return int(schema)


def _step(version: object) -> int:
    """The number of a step of the schema; only a newer program can have named one otherwise."""
    text = str(version)
    return int(text) if text.isascii() and text.isdigit() else migrations.HEAD + 1


def counts(raw: Raw) -> dict[str, int]:
    """How many rows each table has; Alembic's own is not counted."""
    names = raw.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    ).fetchall()
    return {
        name: int(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for (name,) in names
    }
